"""Text that remembers where each of its characters stands in which source file."""

from __future__ import annotations

from bisect import bisect_right

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span

_BLOCK = 4096


class Source:
    """One decoded file; lines are counted only as far as somebody asks, a block at a time."""

    __slots__ = ("_ends", "_lines", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._lines = [0]
        """line ends before each block"""
        self._ends = [-1]
        """where the last of them stands"""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of *offset*, both from 1."""
        block = offset // _BLOCK
        while len(self._lines) <= block:
            start = (len(self._lines) - 1) * _BLOCK
            self._lines.append(self._lines[-1] + self.text.count("\n", start, start + _BLOCK))
            self._ends.append(max(self._ends[-1], self.text.rfind("\n", start, start + _BLOCK)))
        line = self._lines[block] + self.text.count("\n", block * _BLOCK, offset) + 1
        return line, offset - max(self._ends[block], self.text.rfind("\n", block * _BLOCK, offset))

    def span(self, start: int, end: int) -> Span:
        """The stretch from *start* to *end* (exclusive), never empty at a line's end."""
        while end > start + 1 and self.text[end - 1 : end] == "\n":
            end -= 1
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end - 1))
        return Span(self.path, line, column, end_line, end_column + (end > start and self.text[end - 1 : end] != "\n"))


class Piece(NamedTuple):
    """Characters from offset `at` on come from ``source[start:end]``."""

    at: int
    source: Source
    start: int
    end: int
    fixed: bool
    """the characters are a macro's: all of them stand for the whole stretch"""


class Strip:
    """A stretch of text with its pieces, in order."""

    __slots__ = ("_ats", "pieces", "text")

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self._ats: list[int] | None = None

    def _piece(self, offset: int) -> Piece:
        return self.pieces[self._index(offset)]

    def _index(self, offset: int) -> int:
        if len(self.pieces) == 1:
            return 0
        if self._ats is None:
            self._ats = [piece.at for piece in self.pieces]
        return max(0, bisect_right(self._ats, offset) - 1)

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands; across files, the part in the first one."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        begin = first.start if first.fixed else first.start + start - first.at
        if last.source is not first.source:
            return first.source.span(begin, first.end)
        stop = last.end if last.fixed else last.start + max(start + 1, end) - last.at
        return first.source.span(begin, max(begin, min(stop, len(first.source.text))))

    def written(self, at: int) -> str:
        """The source instead of which the text at *at* was put; empty where it stands there itself."""
        piece = self._piece(at)
        return piece.source.text[piece.start : piece.end] if piece.fixed else ""

    def cut(self, start: int, end: int) -> Strip:
        """``text[start:end]`` with its pieces."""
        return Strip(self.text[start:end], list(self._between(start, end, 0)))

    def _between(self, start: int, end: int, at: int) -> list[Piece]:
        out: list[Piece] = []
        pieces = self.pieces
        index = self._index(start)
        while index < len(pieces) and (pieces[index].at < end or not out):
            piece = pieces[index]
            skip = max(0, start - piece.at)
            begin = piece.start if piece.fixed else piece.start + skip
            out.append(Piece(at + piece.at + skip - start, piece.source, begin, piece.end, piece.fixed))
            index += 1
        return out


def whole(source: Source) -> Strip:
    """The strip of a file as it stands."""
    return Strip(source.text, [Piece(0, source, 0, len(source.text), fixed=False)])


class Builder:
    """Puts a strip together from parts of another one, from replacements and from other strips."""

    __slots__ = ("_parts", "_pieces", "_size", "of")

    def __init__(self, of: Strip) -> None:
        self.of = of
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._size = 0

    def keep(self, start: int, end: int) -> None:
        """Take over ``of.text[start:end]``."""
        if end > start:
            self.add(self.of.cut(start, end))

    def put(self, text: str, start: int, end: int) -> None:
        """*text* instead of ``of.text[start:end]``."""
        if not text:
            return
        first, last = self.of._piece(start), self.of._piece(max(start, end - 1))
        begin = first.start if first.fixed else first.start + start - first.at
        same = last.source is first.source
        stop = first.end if not same else last.end if last.fixed else last.start + end - last.at
        self._pieces.append(Piece(self._size, first.source, begin, stop, fixed=True))
        self._parts.append(text)
        self._size += len(text)

    def add(self, strip: Strip) -> None:
        """Append another strip, whose characters keep their own places."""
        self._pieces += [piece._replace(at=piece.at + self._size) for piece in strip.pieces]
        self._parts.append(strip.text)
        self._size += len(strip.text)

    def done(self) -> Strip:
        """The strip put together so far."""
        if not self._pieces:
            return self.of.cut(0, 0)
        return Strip("".join(self._parts), self._pieces)
