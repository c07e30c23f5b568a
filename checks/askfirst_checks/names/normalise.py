"""Printed text to comparable tokens, the same way for data files and for input."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'`´‘’ʼʻ′\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ə": "e"})


class Token(NamedTuple):
    """One token and where it stands in the printed text (half-open)."""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """Casefolded, compatibility-decomposed, without marks and apostrophes; words joined by single spaces."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower().translate(_APOSTROPHES)))
    return " ".join(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold().translate(_LETTERS))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def tokens(text: str) -> list[Token]:
    """The tokens of `plain`, each with its place in *text*: ``[t.text for t in tokens(s)] == plain(s).split()``."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = _folded(letter) if not letter.isascii() else letter.lower().translate(_APOSTROPHES)
        letters.extend(folded)
        places.extend([place] * len(folded))
    return [
        Token(match.group(), places[match.start()], places[match.end() - 1] + 1)
        for match in _WORD.finditer("".join(letters))
    ]
