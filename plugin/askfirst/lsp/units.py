"""Columns in the three encodings a client may count in (LSP 3.17, PositionEncodingKind)."""

from __future__ import annotations


def to_units(line: str, column: int, encoding: str) -> int:
    """The client's column for *column*, which counts code points from 0."""
    before = line[:column]
    if encoding == "utf-32" or before.isascii():
        return len(before)
    if encoding == "utf-8":
        return len(before.encode("utf-8", "surrogatepass"))
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def from_units(line: str, units: int, encoding: str) -> int:
    """Code points before the client's column *units*; past the end gives the end, inside a character its start."""
    if encoding == "utf-32" or line.isascii():
        return min(units, len(line))
    seen = 0
    for column, character in enumerate(line):
        seen += _width(ord(character), encoding)
        if seen > units:
            return column
    return len(line)


def _width(point: int, encoding: str) -> int:
    if encoding == "utf-16":
        return 2 if point > 0xFFFF else 1
    return 1 if point < 0x80 else 2 if point < 0x800 else 3 if point < 0x10000 else 4
