"""Words as topics compare them: small letters, one spelling, no plural, no German case ending."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from askfirst_checks.patterns import pattern

_TOKEN = pattern(r"[^\W_]+|[.;:!?](?=\s|$)|[,()]")
_SPELT = (
    ("fibre", "fiber"),
    ("metre", "meter"),
    ("vapour", "vapor"),
    ("armour", "armor"),
    ("colour", "color"),
    ("aluminium", "aluminum"),
    ("sulph", "sulf"),
    ("haem", "hem"),
    ("travelling", "traveling"),
    ("ise", "ize"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("yse", "yze"),
)
_ENDINGS = ("en", "em", "es", "e")
STOP, PAUSE = ".", ","
"""what `tokens` gives for the end of a sentence, and of a clause"""


def tokens(text: str) -> list[tuple[str, str]]:
    """Stem and printed word of each word of *text* in order; `STOP` and `PAUSE` where a sentence and a clause end."""
    found = []
    for each in _TOKEN.findall(text.replace("-", " ").replace("‐", " ")):
        if each[0].isalnum():
            found.append((stem(each), each))
        else:
            mark = PAUSE if each in ",()" else STOP
            found.append((mark, mark))
    return found


def stems(text: str) -> list[str]:
    """The stems of *text* in order, without marks."""
    return [stem for stem, _ in tokens(text) if stem not in (STOP, PAUSE)]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """One word without its plural or case ending, in small ASCII letters and the American spelling."""
    word = _folded(word)
    for british, american in _SPELT:
        if british in word:
            word = word.replace(british, american)
    if len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("viren"):
        return word[:-5] + "virus"
    if word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    if len(word) > 7 and word.endswith(("eln", "ern")):
        return word[:-1]
    return next((word[: -len(end)] for end in _ENDINGS if len(word) > 7 and word.endswith(end)), word)


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.replace("ß", "ss")).lower()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
