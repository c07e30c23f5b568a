"""Words of an affiliation that are no words as they are written, so that no name can be found in them."""

from __future__ import annotations

from askfirst_checks.names.normalise import places, words
from askfirst_checks.patterns import pattern

_FAR = "\u0370-\u058f\u13a0-\u167f\u2c80-\u2cff\ua4d0-\ua4ff\U00010280-\U000118ff"
"""Greek, Cyrillic, Armenian, Cherokee, syllabics, Coptic, Lisu, and the alphabets beyond"""
_ODD = pattern(f"[a-z][{_FAR}]+[a-z]|[{_FAR}][a-z]+[{_FAR}]")
_APART = pattern(r"(?<![^\W_])[^\W\d_](?:([ .\u2009\u200a\u202f\u00a0-])[^\W\d_](?:\1[^\W\d_]){4,})(?![^\W_])")
"""letters one by one, all parted by the same sign"""
_CUT = pattern("[^\\W\\d_]+[\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ufffd]+(?=[^\\W\\d_])[^A-ZÀ-ÞЀ-Я\\W\\d_][^\\W\\d_]*")
"""a line end that nobody sees, or a broken letter, before a small letter"""
_FEW = 5
_SMALL = 3
"""small letters among them, which initials and abbreviations do not have"""


def unread_word(text: str) -> str:
    """The first such word of *text*; empty without one.

    Of two scripts by turns, with its letters set apart, or with a sign in it that is no letter.
    """
    if cut := _CUT.search(text):
        return cut[0]
    if not text.isascii():
        for word, (start, end) in zip(words(text), places(text), strict=True):
            if _ODD.search(word):
                return text[start:end]
    for match in _APART.finditer(text) if _has_single_letters(text) else ():
        if sum(map(str.islower, match[0])) >= _SMALL:
            return match[0]
    return ""


def _has_single_letters(text: str) -> bool:
    """Whether there is enough of what parts single letters: most texts are told by this alone."""
    return text.count(".") >= _FEW or text.count("-") >= _FEW or sum(len(word) == 1 for word in text.split()) > _FEW


def is_reversed(written: str) -> bool:
    """Whether *written* turns the direction of its letters over, so that they print in another order."""
    return "\u202e" in written or "\u202d" in written
