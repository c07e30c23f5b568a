"""What may reach a terminal: no control characters, no bidirectional overrides; and how many columns the rest takes."""

from __future__ import annotations

import unicodedata

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_BREAKS = {0x2028, 0x2029, 0x200B, 0xFEFF, 0x00AD}


def clean(text: str) -> str:
    """*text* on one line, ``\\ufffd`` for each character that could act on a terminal; as many characters as before."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    code = ord(character)
    if character in "\t\n\r\v\f":
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or code in _BIDI or code in _BREAKS:
        return "�"
    if 0xD800 <= code <= 0xDFFF or 0xE0000 <= code <= 0xE0FFF or 0xFFF0 <= code <= 0xFFFB or code & 0xFFFE == 0xFFFE:
        return "�"
    return character


def columns(text: str) -> int:
    """Columns that *text* takes in a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """*text* broken at white space into lines of *width* columns; *first* and *rest* stand before them."""
    lines, line, empty = [], first, True
    for word in clean(text).split():
        if not empty and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line, empty = rest, True
        line = line + word if empty else f"{line} {word}"
        empty = False
    return [*lines, line]
