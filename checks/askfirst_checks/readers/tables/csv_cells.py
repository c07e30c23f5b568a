"""Delimited text to cells with places (the csv module of the standard library tells none)."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple

_CELLS = 500_000


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


def rows(text: str, delimiter: str) -> list[list[Cell]]:
    """The rows of *text*, empty ones left out."""
    mark = re.escape(delimiter)
    cell = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?={mark}|\n|\Z)|([^{mark}\n]*)')
    found: list[list[Cell]] = [[]]
    at = line_start = 0
    line = 1
    for _ in range(_CELLS):
        match = cell.match(text, at)
        if match is None:
            break
        quoted = match.group(1) is not None
        start, end = match.span(1 if quoted else 2)
        newlines = text.count("\n", start, end)
        end_start = text.rfind("\n", start, end) + 1 if newlines else line_start
        words = text[start:end]
        closed = quoted or not words.lstrip().startswith('"')
        place = (line, start - line_start + 1, line + newlines, end - end_start + 1)
        found[-1].append(Cell(words.replace('""', '"') if quoted else words, *place, closed))
        line, line_start = line + newlines, end_start
        at = match.end() + 1
        if at > len(text):
            break
        if text[at - 1] == "\n":
            line, line_start = line + 1, at
            found.append([])
    return [row for row in found if any(cell.text.strip() for cell in row)]
