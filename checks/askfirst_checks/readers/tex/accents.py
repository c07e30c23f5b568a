"""TeX as bibliographies write it to the words it prints: accents by table, the rest by pylatexenc, once per text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from askfirst_checks.patterns import pattern

_CAP = 20_000
_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "textendash": "–",
    "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotesingle": "'", "textasciitilde": "~",
    "textbackslash": "\\", "textunderscore": "_", "textdegree": "°", "textellipsis": "…", "slash": "/", "space": " ",
}  # fmt: skip
_ACCENT = pattern(
    r"\\(?:([`'^~=.\"])|([urHvdckbt])(?=[^a-zA-Z]))\s*(?:\{\s*(?:\\([ij])(?![a-zA-Z])|(\w))?\s*\}|\\([ij])(?![a-zA-Z])\s?|(\w))"
)
_LETTER = pattern(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![a-zA-Z])(?:\s+|\{{\}})?")
_ESCAPED = pattern(r"\\([&%#_$ {}-])")
_URL = pattern(r"\\(?:url|path|href)\s*\{([^{}]*)\}")
_ANY = pattern(r"\\[a-zA-Z]+\*?\s*|\\[^a-zA-Z]|[{}$]")
_BRACES = pattern(r"[{}]")


def lettered(text: str) -> str:
    """*text* with accents composed and the letters that have a macro of their own put in: ``f\\"ur`` is ``für``."""
    return _LETTER.sub(lambda match: _LETTERS[match.group(1)], _ACCENT.sub(_accented, text))


@lru_cache(maxsize=8192)
def printed(text: str, roughly: bool = False) -> str:
    """*text* as it prints: accents composed, escapes and braces resolved, white space folded. Never raises.

    *roughly* drops macros that no table knows instead of asking pylatexenc: enough for a title with formulas.
    """
    if "\\" in text:
        text = lettered(text)
        text = _ESCAPED.sub(r"\1", _URL.sub(r"\1", text))
    if "\\" in text or "$" in text:
        text = _ANY.sub("", text) if roughly else _by_pylatexenc(text)
    text = _BRACES.sub("", text).replace("~", " ")
    return " ".join(text.split())


def _accented(match: re.Match[str]) -> str:
    mark = _MARKS[match.group(1) or match.group(2)]
    letter = match.group(3) or match.group(4) or match.group(5) or match.group(6) or ""
    return unicodedata.normalize("NFC", letter + mark) if letter else ""


def _by_pylatexenc(text: str) -> str:
    from askfirst_checks.readers.tex.balanced import sound

    if len(text) > _CAP or not sound(text):
        return _ANY.sub("", text)
    import logging

    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it tells standard error what it cannot convert
    try:
        said: str = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text(text, tolerant_parsing=True)
    except Exception:  # pylatexenc raises whatever its node handlers meet, RecursionError included
        return _ANY.sub("", text)
    return said
