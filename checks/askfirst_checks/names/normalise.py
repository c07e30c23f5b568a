"""Printed text to comparable tokens, the same way for data files and for input."""

from __future__ import annotations

import re
import unicodedata

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.lookalikes import in_latin
from askfirst_checks.patterns import pattern

# Vowel signs of the Indic, Thai, Tibetan, Burmese and Khmer scripts are no word characters to `re`, yet carry the word.
_SIGNS = (
    "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03"
    "\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd"
    "\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d82\u0d83"
    "\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0fbc"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
)
_WORD = pattern(rf"[^\W\d_{_SIGNS}](?:[^\W\d_]|[{_SIGNS}])*|\d+")
_SIMPLE_WORD = pattern(r"([^\W\d_]+|\d+)")
"""the same in a text without such signs"""
_ASCII_WORD = pattern("([a-z]+|[0-9]+)")
# The same in a text whose apostrophes are still there: they are nothing within a word.
_ASCII_WORD_IN_PLACE = pattern(r"[a-z]+(?:['`]+[a-z]+)*|[0-9]+(?:['`]+[0-9]+)*")
# French and Italian elision: "Université d'Orléans" names Orléans; in "Xi'an" and "People's" the apostrophe is nothing.
_ELISION = pattern(r"(?<![^\W_])(d|l|dell|dall|nell|sull|all)['’](?=[^\W\d_])", re.IGNORECASE)
_IGNORED = "'`´‘’ʼʻ′"
# What Unicode calls Default_Ignorable_Code_Point or Cf, as half-open ranges, the blanks, and control characters but for
# those that end a line or part words: nothing of it is seen.
_UNSEEN = (
    (0x00, 0x09), (0x0E, 0x1C), (0x7F, 0x85), (0x86, 0xA0),
    (0xAD, 0xAE), (0x34F, 0x350), (0x61C, 0x61D), (0x70F, 0x710), (0x115F, 0x1161), (0x17B4, 0x17B6),
    (0x180B, 0x1810), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070), (0x2800, 0x2801), (0x3164, 0x3165),
    (0xFE00, 0xFE10), (0xFEFF, 0xFF00), (0xFFA0, 0xFFA1), (0xFFF0, 0xFFFC), (0x1BCA0, 0x1BCA4), (0x1D173, 0x1D17B),
    (0xE0000, 0xE1000),
)  # fmt: skip
# Letters made for phonetics, and small capitals, by the Latin letter that they look like.
_SHAPES = zip("ɑɡʟɪɴʀʏʙɢʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰꜱ", "aglinrybghacdejkmoptuvwzfs", strict=True)


class _Letters(dict[int, str]):
    """Signs to what they are compared as, and those that are not seen to nothing, as they come up."""

    def __missing__(self, sign: int) -> str:
        if len(self) > 20_000:
            self.clear()
            self.update(_KNOWN)
        folded = "" if any(start <= sign < end for start, end in _UNSEEN) else chr(sign)
        return self.setdefault(sign, folded)


_KNOWN: dict[int, str] = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ə": "e", "ħ": "h", "ŋ": "ng"}
    | {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": ""}
    | dict.fromkeys(_IGNORED, "")
    | dict(_SHAPES)
)
_LETTERS = _Letters(_KNOWN)
_BLANK = "[\u115f\u1160\u2800\u3164\uffa0]"
_IS_BLANK = pattern(_BLANK)
_AS_SPACE = pattern(rf"(?<![^\W\d_]){_BLANK}|{_BLANK}(?=[A-ZÀ-ÞЀ-Я\W\d_]|$)")
"""blanks that stand for a space: before a small letter they hide in a word"""
# Accents of Latin, Greek, Cyrillic, Hebrew and Arabic only: taken from kana or Devanagari they would change the letter.
_MARKS = pattern(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


_NOT_ASCII = pattern("[^\x00-\x7f]")
_CONTROL = pattern("[\x00-\x08\x0e-\x1b\x7f]")
_JAMO = pattern("[\u1100-\u11ff]")
# A word of Latin and Cyrillic, Greek or Armenian letters was typed on two keyboards: "Moscow" with a Cyrillic o.
_OTHERS = "\u03b1-\u03c9\u0430-\u045f\u0561-\u0587\u13a0-\u13f5"
_TWO_ALPHABETS = pattern(f"[a-z][{_OTHERS}]|[{_OTHERS}][a-z]")
_OF_ANY_ALPHABET = pattern(f"[a-z{_OTHERS}]+")
_TO_LATIN = str.maketrans(
    "авсенкмортухіѕјαβζηικμνορτυχօսոհցյᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ",
    "abcehkmoptyxisjabzhikmnoptyxounhgjabcdeghijklmprstvwyz",
)
_TO_CYRILLIC = str.maketrans("abcehkmoptyxi", "авсенкмортухі")
_CYRILLIC_WORD = pattern(r"(?<![^\W_])[\u0430-\u045f]{3,}(?![^\W_])")
_NOT_CYRILLIC = pattern("[^\u0430-\u045f]")
_CAPITALS_ONLY = pattern("[вкмнт]")
"""letters that look Latin as capitals: within a word they were meant"""


class Token(NamedTuple):
    """One token and where it stands in the printed text (half-open)."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """Casefolded, compatibility-decomposed words without accents and apostrophes; digits apart from letters."""
    if _is_plain_ascii(text):
        return _ASCII_WORD.findall(_folded_ascii(text))
    text = _spaced(text)
    folded = "" if _CONTROL.search(text) else _NOT_ASCII.sub(_single_folded, text).lower()
    if folded and folded.isascii():
        return _ASCII_WORD.findall(folded.replace("'", "").replace("`", ""))
    folded = _folded(in_latin(text))
    return _ASCII_WORD.findall(folded) if folded.isascii() else _WORD.findall(_one_alphabet_a_word(folded))


def _single_folded(match: re.Match[str]) -> str:
    """What the one sign folds to that *match* has. Signs that make ASCII do so whatever stands beside them."""
    return _FOLDED[match[0]]


def split(text: str) -> list[str]:
    """The `words` of *text* and what stands before, between and behind them, in turn, all folded.

    Together they are as long as *text*. Empty where that cannot be: a sign of it is nothing, or folds to two.
    """
    if _is_plain_ascii(text):
        return [] if "'" in text or "`" in text else _ASCII_WORD.split(text.lower())
    pieces = list(map(_SINGLE.__getitem__, in_latin(_spaced(text))))
    if "" in pieces:
        return []
    folded = "".join(pieces)
    return _ASCII_WORD.split(folded) if folded.isascii() else _SIMPLE_WORD.split(_one_alphabet_a_word(folded))


def plain(text: str) -> str:
    """The `words` of *text* joined by single spaces: what two spellings of one name have in common."""
    return " ".join(words(text))


def tokens(text: str) -> list[Token]:
    """The `words` of *text*, each with its place: ``[t.text for t in tokens(s)] == words(s)``."""
    return [Token(word, start, end) for word, (start, end) in zip(words(text), places(text), strict=True)]


def places(text: str) -> list[tuple[int, int]]:
    """The places of the `words` of *text*, half-open, without making tokens of them."""
    text = _spaced(text)
    if _is_plain_ascii(text):
        word = _ASCII_WORD_IN_PLACE if "'" in text or "`" in text else _ASCII_WORD
        return [match.span() for match in word.finditer(text.lower())]
    if any(map(unicodedata.combining, set(text))) or _JAMO.search(text):
        folded, origin = _folded_with_places(text)
    else:
        pieces = [_FOLDED[sign] for sign in text]
        folded = "".join(pieces)
        origin = [at for at, piece in enumerate(pieces) for _ in piece]
    return [(origin[start], origin[end - 1] + 1) for start, end in (m.span() for m in _WORD.finditer(folded))]


def _spaced(text: str) -> str:
    """*text* with the apostrophe of an elision, and blanks between words, turned into a space: the length stays."""
    if not text.isascii() and _IS_BLANK.search(text):
        text = _AS_SPACE.sub(" ", text)
    if "'" not in text and "’" not in text:
        return text
    return _ELISION.sub(r"\1 ", text)


def _is_plain_ascii(text: str) -> bool:
    """Whether *text* is ASCII, without control characters that hide in words."""
    return text.isascii() and (text.isprintable() or not _CONTROL.search(text))


def _folded_ascii(text: str) -> str:
    lowered = _spaced(text).lower()
    if "'" in lowered or "`" in lowered:
        return lowered.replace("'", "").replace("`", "")
    return lowered


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed).casefold().translate(_LETTERS))


def _one_alphabet_a_word(folded: str) -> str:
    """*folded* with every word of one alphabet, as far as its letters allow. The length stays."""
    if not _TWO_ALPHABETS.search(folded):
        return folded
    prefers_latin = not _CYRILLIC_WORD.search(folded)
    return _OF_ANY_ALPHABET.sub(lambda match: _in_one_alphabet(match.group(), prefers_latin), folded)


def _in_one_alphabet(word: str, prefers_latin: bool) -> str:
    """A word with the letters that only look like those of its alphabet put right; as it is where both are meant."""
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    is_latin, is_cyrillic = latin.isascii() and not _CAPITALS_ONLY.search(word, 1), not _NOT_CYRILLIC.search(cyrillic)
    if is_latin and is_cyrillic:
        return latin if prefers_latin or 2 * sum(map(str.isascii, word)) >= len(word) else cyrillic
    return latin if is_latin else cyrillic if is_cyrillic else word


class _Signs(dict[str, str]):
    """Single signs, or a letter with its marks, to what they fold to, as they come up."""

    def __missing__(self, sign: str) -> str:
        if len(self) > 20_000:
            self.clear()
        self[sign] = folded = _folded(sign)
        return folded


class _Single(dict[str, str]):
    """Signs to the one sign they fold to, whatever stands beside them; to nothing where that is not so."""

    def __missing__(self, sign: str) -> str:
        if len(self) > 20_000:
            self.clear()
        folded = _FOLDED[sign]
        alone = len(folded) == 1 and unicodedata.category(sign)[0] != "M" and not _JAMO.match(sign)
        self[sign] = folded = folded if alone else ""
        return folded


_FOLDED, _SINGLE = _Signs(), _Single()


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """`_folded`, cluster by cluster: a letter and the marks after it fold together, so that places can be kept."""
    letters: list[str] = []
    origin: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or "\u1160" <= text[end] <= "\u11ff"):
            continue
        folded = _FOLDED[text[start:end]]
        letters.append(folded)
        origin.extend([start] * (len(folded) - 1) + [end - 1] * min(1, len(folded)))
        start = end
    return "".join(letters), origin
