"""Printed values as the scalars of a YAML tree, each a line of one text that leads back to the source.

So authors that a template is given as arguments are read by the stage that reads Quarto's and MyST's front matter.
"""

from __future__ import annotations

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.source.mapped_text import Piece, Strip
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.yaml.nodes import Node

LONGEST = 4_000
"""code points of one scalar that are kept"""
_SPECIAL = pattern(r"[*^\\]")
_ENDS = pattern(r"[,;:(]\s*$")
_CONTROL = pattern(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ue000]")


class Scalars:
    """The lines so far."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._size = 0
        self._starts: list[int] = []
        self._strip: Strip | None = None

    def node(self, bits: tuple[Bit, ...], between: str = ", ", label: str = "") -> Node:
        """A scalar of what *bits* print; line breaks become *between*. *label* stands before it, and in no file."""
        self._starts.append(self._size)
        self._put(label, bits[0] if bits else None)
        began, first = self._size, len(self._parts)
        raised = note = 0
        for bit in _trimmed(bits):
            if self._size - began > LONGEST:
                break
            if note and bit.note != note:
                self._put("]", bit)
            if raised and not bit.is_raised:
                self._put("^", bit)
            if bit.note and bit.note != note:
                self._put("^[", bit)
            if bit.is_raised and not raised:
                self._put("^", bit)
            raised, note = int(bit.is_raised), bit.note
            self._bit(bit, between, bool(raised))
        if bits and (raised or note):
            self._put(("^" if raised else "") + ("]" if note else ""), bits[-1])
        text = "".join(self._parts[first:])
        line = len(self._starts)
        self._put("\n", bits[-1] if bits else None)
        return Node(Span(self._path, line, len(label) + 1, line, len(label) + len(text) + 1), text)

    def _bit(self, bit: Bit, between: str, is_raised: bool) -> None:
        text = _CONTROL.sub(" ", bit.text)
        if "\n" in text:
            before = "".join(self._parts[-3:])
            text = " " if is_raised or _ENDS.search(before) else between if text.startswith("\n") else text
            self._close_up()
            self._put(text.replace("\n", " "), bit)
        elif bit.text == " ":
            self._put("" if self._parts and self._parts[-1].endswith((" ", "\n")) else " ", bit)
        elif not _SPECIAL.search(text):
            self._put(text, bit)
        else:
            self._put(_SPECIAL.sub(r"\\\g<0>", text), bit)

    def _close_up(self) -> None:
        """Take back a blank before a line break."""
        if self._parts and self._parts[-1].endswith(" "):
            bare = self._parts[-1].rstrip(" ")
            self._size -= len(self._parts[-1]) - len(bare)
            self._parts[-1] = bare

    def _put(self, text: str, bit: Bit | None) -> None:
        if not text:
            return
        if bit is not None:
            fixed = len(text) != bit.end - bit.start
            self._pieces.append(Piece(self._size, bit.source, bit.start, bit.end, fixed))
        self._parts.append(text)
        self._size += len(text)

    @property
    def lines(self) -> int:
        """How many there are."""
        return len(self._starts)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def span(self, span: Span) -> Span:
        """*span* of this text as one of the source."""
        if not self._pieces:
            return span
        if self._strip is None:
            self._strip = Strip(self.text, self._pieces)
        start, end = (self._offset(*place) for place in ((span.line, span.column), (span.end_line, span.end_column)))
        return self._strip.span(start, max(start, end))

    def _offset(self, line: int, column: int) -> int:
        return self._starts[min(line, len(self._starts)) - 1] + column - 1 if self._starts else 0


def _trimmed(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    first, last = 0, len(bits)
    while first < last and not bits[first].text.strip():
        first += 1
    while last > first and not bits[last - 1].text.strip():
        last -= 1
    return bits[first:last]
