"""The lines of the source around a span, with its words underlined.

A line that is too long is cut around the words, so that they stay whole wherever they fit.
"""

from __future__ import annotations

from functools import lru_cache

from askfirst.formats.clean import clean, columns
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span


class Line(NamedTuple):
    """One line of an excerpt, cut to the width it has."""

    number: int
    text: str
    before: int = 0
    """columns before the underline"""
    under: int = 0
    """columns of the underline; 0: none on this line"""

    def characters(self) -> tuple[int, int]:
        """Where the underline begins and ends in the text, in characters."""
        first = last = taken = 0
        for at, character in enumerate(self.text, 1):
            taken += columns(character)
            first, last = at if taken <= self.before else first, at if taken <= self.before + self.under else last
        return (first, last) if self.under else (0, 0)


def excerpt(source: str, span: Span, width: int) -> list[Line]:
    """The line before *span* and those of the span (the first two and the last, where it is long)."""
    lines = _lines(source)
    last = min(span.end_line, len(lines))
    numbers = list(range(span.line, last + 1))
    if len(numbers) > 3:
        numbers = [*numbers[:2], numbers[-1]]
    shown = [_line(lines, n, span, width) for n in numbers if 1 <= n <= len(lines)]
    above = span.line - 1
    if shown and 1 <= above <= len(lines) and lines[above - 1].strip():
        shown.insert(0, Line(above, _cut(lines[above - 1].rstrip(), 0, 0, width)[0]))
    return shown


@lru_cache(maxsize=2)
def _lines(source: str) -> list[str]:
    """The lines of *source*, which is shown question by question."""
    return source.split("\n")


def _line(lines: list[str], number: int, span: Span, width: int) -> Line:
    text = lines[number - 1].rstrip()
    start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(text)
    start, end = min(start, len(text)), min(max(end, start), len(text))
    cut, lead, marked = _cut(text, start, end, width)
    return Line(number, cut, columns(lead), max(columns(marked), 1))


def _cut(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """What fits into *width* columns around ``text[start:end]``; and its parts before and between these two.

    An ellipsis stands where something was left out; the line's beginning is kept before its end.
    """
    text, start, end, left_out, more = _near(text, start, end, 4 * width)
    if not left_out and not more and columns(text) <= width:
        return text, text[:start], text[start:end]
    end = start + _fitting(text[start:end], width - 2)
    room = width - 2 - columns(text[start:end])
    after = _fitting(text[end:], max(room // 2, room - columns(text[:start])))
    room -= columns(text[end : end + after])
    before = _fitting(text[:start][::-1], room)
    front = "…" if left_out or before < start else ""
    back = "…" if more or end + after < len(text) else ""
    lead, marked = front + text[start - before : start], text[start:end]
    return lead + marked + text[end : end + after] + back, lead, marked


def _near(text: str, start: int, end: int, most: int) -> tuple[str, int, int, bool, bool]:
    """At most *most* characters on either side, cleaned: a line may be a whole file."""
    first, last = max(0, start - most), min(len(text), start + most)
    return clean(text[first:last]), start - first, min(end, last) - first, first > 0, last < len(text)


def _fitting(text: str, width: int) -> int:
    """How many characters of *text* fit into *width* columns."""
    taken = 0
    for count, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return count
    return len(text)
