"""The lines of the source around a span, with its words underlined."""

from __future__ import annotations

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


def excerpt(source: str, span: Span, width: int) -> list[Line]:
    """The line before *span* and those of the span (the first two and the last, where it is long)."""
    lines = source.split("\n")
    last = min(span.end_line, len(lines))
    numbers = list(range(span.line, last + 1))
    if len(numbers) > 3:
        numbers = [*numbers[:2], numbers[-1]]
    shown = [_line(lines, n, span, width) for n in numbers if 1 <= n <= len(lines)]
    above = span.line - 1
    if shown and 1 <= above <= len(lines) and lines[above - 1].strip():
        shown.insert(0, Line(above, _cut(clean(lines[above - 1].rstrip()), 0, width)[0]))
    return shown


def _line(lines: list[str], number: int, span: Span, width: int) -> Line:
    text = lines[number - 1].rstrip()
    start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(text)
    start, end = min(start, len(text)), min(max(end, start), len(text))
    text = clean(text)
    cut, skipped = _cut(text, start, width)
    lead = cut[: start - skipped]
    marked = cut[start - skipped : end - skipped]
    return Line(number, cut, columns(lead), max(columns(marked), 1))


def _cut(text: str, start: int, width: int) -> tuple[str, int]:
    """The part of *text* that fits into *width* columns and shows *start*, and how many characters fell off its front.

    An ellipsis takes the place of the first and of the last character left, where something was cut.
    """
    skipped = 0
    while columns(text[skipped:start]) > width // 2 and columns(text[skipped:]) > width:
        skipped += max(1, (columns(text[skipped:start]) - width // 2) // 2)
    end = len(text)
    if columns(text[skipped:end]) > width:
        end = min(end, skipped + width)
        while columns(text[skipped:end]) > width:
            end -= 1
    cut = text[skipped:end]
    if skipped:
        cut = "…" + cut[1:]
    if end < len(text):
        cut = cut[:-1] + "…"
    return cut, skipped
