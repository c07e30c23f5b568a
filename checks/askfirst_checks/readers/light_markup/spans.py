"""Offsets of a text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from askfirst_checks.model import Span


class Places:
    """The lines of one file."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._starts: list[int] = []

    def span(self, first: int, last: int) -> Span:
        """From offset *first* to offset *last*."""
        line, column = self._place(first)
        return Span(self._path, line, column, *self._place(max(first, last)))

    def at(self, base: int) -> Callable[[int, int], Span]:
        """`span` with offsets that count from *base*."""
        return lambda first, last: self.span(base + first, base + last)

    def _place(self, offset: int) -> tuple[int, int]:
        if not self._starts:
            self._starts = [0, *(place + 1 for place, letter in enumerate(self._text) if letter == "\n")]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
