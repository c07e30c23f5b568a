"""One open document: its lines, kept equal to the client's by incremental edits."""

from __future__ import annotations

import re
from typing import NamedTuple

from askfirst.lsp.units import from_units

# The three line ends of LSP. str.splitlines knows seven more (form feed, U+2028 ...); each would shift a squiggle.
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class Place(NamedTuple):
    """A position as the client counts: line and column from 0, the column in the negotiated units."""

    line: int
    column: int


def split_lines(text: str) -> list[str]:
    """The lines of *text* with their ends; the last one has none, and may be empty."""
    lines = _LINES.findall(text)
    if not lines or lines[-1][-1] in "\r\n":
        lines.append("")
    return lines


class Document:
    """The text of one open file, and its version at the client.

    A list of lines rather than one string: a keystroke in a megabyte then costs one line, not a copy of everything.
    """

    def __init__(self, text: str, version: int, encoding: str = "utf-16") -> None:
        self.lines = split_lines(text)
        self.version = version
        self._encoding = encoding
        self._data: bytes | None = None

    @property
    def text(self) -> str:
        return "".join(self.lines)

    @property
    def data(self) -> bytes:
        """The text as the bytes that a save would write (UTF-8); the same object until the next edit."""
        if self._data is None:
            self._data = self.text.encode("utf-8", "replace")
        return self._data

    def replace(self, text: str) -> None:
        """The whole text anew."""
        self.lines = split_lines(text)
        self._data = None

    def edit(self, start: Place, end: Place, text: str) -> None:
        """Put *text* between *start* and *end*; a place beyond the line or the text means its end."""
        self._data = None
        first, head = self._inside(start)
        last, tail = self._inside(end)
        if (last, tail) < (first, head):
            last, tail = first, head
        chunk = self.lines[first][:head] + text + self.lines[last][tail:]
        if first and chunk.startswith("\n") and self.lines[first - 1].endswith("\r"):
            first -= 1  # a carriage return that was a line end of its own becomes one with this line feed
            chunk = self.lines[first] + chunk
        new = split_lines(chunk)
        if last + 1 < len(self.lines) and new[-1] == "":
            new.pop()  # only the document's last line may be without an end
        self.lines[first : last + 1] = new

    def _inside(self, place: Place) -> tuple[int, int]:
        """Line and column, in code points, both inside the text."""
        if place.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        line = self.lines[place.line].rstrip("\r\n")
        return place.line, from_units(line, place.column, self._encoding)
