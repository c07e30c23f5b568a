"""Letters as a PDF's fonts give them to letters as people write them: ligatures, accents that stand apart."""

from __future__ import annotations

import re
import unicodedata

from askfirst_checks.patterns import pattern

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-", "\u200b": ""}
)
_MARKS = {
    "´": "\u0301", "ˊ": "\u0301", "`": "\u0300", "ˋ": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303",
    "ˇ": "\u030c", "˘": "\u0306", "¯": "\u0304", "˚": "\u030a", "˙": "\u0307", "˝": "\u030b",
    "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
ACCENTS = " " + "".join(_MARKS)
"""what stands for no letter by itself"""
_BEFORE = pattern(r"([´ˊ`ˋ¨ˆ˜ˇ˘¯˚˙˝])\s?([A-Za-zıȷ])")
_BEHIND = pattern(r"([A-Za-z])\s?([¸˛])|([A-Za-z])([´ˊ¨ˆ˜ˇ˘˚˝])(?![A-Za-zıȷ])")
_CONTROL = pattern(r"[\x00-\x08\x0b-\x1f\x7f\ue000\ufffd\u2028\u2029]")


def composed(text: str) -> str:
    """*text* with ligatures apart, accents on their letters, control characters gone."""
    text = _CONTROL.sub("", text.translate(_LIGATURES).replace("\u00a0", " "))
    if any(mark in text for mark in _MARKS):
        text = _BEFORE.sub(_over, text)
        text = _BEHIND.sub(_under, text)
    return unicodedata.normalize("NFC", text)


def dotted(text: str) -> str:
    """*text* with dots on the letters whose accents a font shows elsewhere."""
    return text.replace("ı", "i").replace("ȷ", "j")


def _over(found: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(found[2], found[2])
    whole = unicodedata.normalize("NFC", letter + _MARKS[found[1]])
    return whole if len(whole) == 1 else found[0]


def _under(found: re.Match[str]) -> str:
    letter, mark = (found[1], found[2]) if found[1] else (found[3], found[4])
    whole = unicodedata.normalize("NFC", letter + _MARKS[mark])
    return whole if len(whole) == 1 else found[0]
