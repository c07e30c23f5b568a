"""Delimited text to cells with places (the csv module of the standard library tells none)."""

from __future__ import annotations

import re

from askfirst_checks.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CELLS = 500_000
"""cells of one text that are looked at"""
WIDEST = 5_000
"""cells of one row that are kept"""
_OPENED = re.compile(r'[ ]*"')
_SPACES = re.compile("[ ]*")
_WORDS = re.compile(r"[^\W_]")


class Cell(NamedTuple):
    """One cell; the span is of its words, quotes left out."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    closed: bool = True
    """False where a quote is never closed: the cell then ends with its line"""


_NAMED = re.compile(r"\s*\"?sep=([,;|\t])", re.IGNORECASE)
"""how Excel names the delimiter in a line of its own"""
_LEAD = re.compile(r"\s*#|[^,;|\t]*$")
"""a comment, or a title alone in its line"""


def delimiter_of(text: str) -> str:
    """The delimiter that the first line with words uses most, quoted stretches left out."""
    if (named := _NAMED.match(text)) is not None:
        return named[1]
    first = next((line for line in text[:100_000].split("\n") if line.strip() and not _LEAD.match(line)), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max((",", ";", "\t", "|"), key=bare.count)


class Rows:
    """The rows of a text, one after another as they are asked for; empty ones are left out."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.cut: Cell | None = None
        """the first of the words that were not read, where there are more cells than are"""
        self._bare = re.compile(f"[^{re.escape(delimiter)}\n]*")
        self._ends = ("", delimiter, "\n")

    def __iter__(self) -> Iterator[list[Cell]]:
        row: list[Cell] = []
        at = start = 0
        line = 1
        for _ in range(MOST_CELLS):
            cell, at = self._cell(at, line, start)
            if cell.end_line > line:
                line, start = cell.end_line, self.text.rfind("\n", 0, at) + 1
            if len(row) < WIDEST:
                row.append(cell)
            elif self.cut is None and cell.text.strip():
                self.cut = cell
            if (sign := self.text[at : at + 1]) in ("", "\n"):
                if any(each.text.strip() for each in row):
                    yield row
                if not sign:
                    return
                row, line, start = [], line + 1, at + 1
            at += 1
        if self.cut is None and (words := _WORDS.search(self.text, at)):
            self.cut = self._beyond(words.start(), at, line, start)

    def _cell(self, at: int, line: int, start: int) -> tuple[Cell, int]:
        """The cell that begins at *at*, in the line *line* that begins at *start*, and where its delimiter stands."""
        text = self.text
        opened = _OPENED.match(text, at)
        if opened and (closed := self._closed(opened.end())):
            first, last, end = opened.end(), *closed
            newlines = text.count("\n", first, last)
            last_start = text.rfind("\n", first, last) + 1 if newlines else start
            words = text[first:last].replace('""', '"')
            return Cell(words, line, first - start + 1, line + newlines, last - last_start + 1), end
        end = _end(self._bare, text, at)
        words = text[at:end]
        closed_too = not words.lstrip().startswith('"')
        return Cell(words, line, at - start + 1, line, end - start + 1, closed_too), end

    def _closed(self, at: int) -> tuple[int, int] | None:
        """Where the quote that was opened before *at* is closed, and where the delimiter behind it stands."""
        while (end := self.text.find('"', at)) >= 0:
            if self.text[end + 1 : end + 2] != '"':
                behind = _end(_SPACES, self.text, end + 1)
                return (end, behind) if self.text[behind : behind + 1] in self._ends else None
            at = end + 2
        return None

    def _beyond(self, words: int, at: int, line: int, start: int) -> Cell:
        line += self.text.count("\n", at, words)
        start = max(start, self.text.rfind("\n", at, words) + 1)
        return Cell("", line, words - start + 1, line, words - start + 2)


def _end(what: re.Pattern[str], text: str, at: int) -> int:
    """Where *what*, which always matches, ends from *at*."""
    match = what.match(text, at)
    return match.end() if match else at
