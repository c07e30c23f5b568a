"""Cyrillic names in Latin letters, as e-mail addresses spell them: in the passport's way, and shorter."""

from __future__ import annotations

from askfirst_checks.patterns import pattern

_LETTER = pattern("[\u0400-\u052f]")
_PAIRS = [
    "а",
    "a",
    "б",
    "b",
    "в",
    "v",
    "г",
    "g",
    "ґ",
    "g",
    "д",
    "d",
    "е",
    "e",
    "ё",
    "e",
    "є",
    "ye",
    "ж",
    "zh",
    "з",
    "z",
    "и",
    "i",
    "і",
    "i",
    "ї",
    "yi",
    "й",
    "y",
    "к",
    "k",
    "л",
    "l",
    "м",
    "m",
    "н",
    "n",
    "о",
    "o",
    "п",
    "p",
    "р",
    "r",
    "с",
    "s",
    "т",
    "t",
    "у",
    "u",
    "ў",
    "u",
    "ф",
    "f",
    "х",
    "kh",
    "ц",
    "ts",
    "ч",
    "ch",
    "ш",
    "sh",
    "щ",
    "shch",
    "ъ",
    "_",
    "ы",
    "y",
    "ь",
    "_",
    "э",
    "e",
    "ю",
    "yu",
    "я",
    "ya",
]
_PASSPORT = str.maketrans({k: v.strip("_") for k, v in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)})
_SHORT = _PASSPORT | str.maketrans({"х": "h", "ц": "c", "й": "i", "ю": "iu", "я": "ia", "щ": "sch", "ж": "j"})


def latin(name: str) -> tuple[str, ...]:
    """The spellings of *name* in Latin letters; itself alone where it has no Cyrillic letter."""
    if not _LETTER.search(name):
        return (name,)
    low = name.casefold()
    return low.translate(_PASSPORT), low.translate(_SHORT)
