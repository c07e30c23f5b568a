"""Where the characters of a line of light mark-up stand in the words that it was made of."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.model import Span


class Alignment:
    """One line of mark-up for each text; mark-up adds signs to the words and folds their blanks, and no more."""

    def __init__(self, texts: Sequence[str], rows: Sequence[str]) -> None:
        self._texts = texts
        self._rows = rows
        self._known: dict[int, list[int]] = {}

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets in the words of the first line of *span*, whose lines and columns count the mark-up."""
        known = self._of(span.line)
        if not known:
            return 0, 0
        last = len(known) - 1
        start = known[min(span.column - 1, last)]
        if span.end_line != span.line:
            return start, len(self._texts[span.line - 1])
        return start, max(start, known[min(max(span.end_column - 2, span.column - 1), last)] + 1)

    def lead(self, number: int) -> int:
        """How many blanks stand before the first word of text *number*."""
        text = self._texts[number - 1] if 0 < number <= len(self._texts) else ""
        return len(text) - len(text.lstrip())

    def _of(self, number: int) -> list[int]:
        if number not in self._known:
            has_one = 0 < number <= min(len(self._texts), len(self._rows))
            self._known[number] = aligned(self._rows[number - 1], self._texts[number - 1]) if has_one else []
        return self._known[number]


def aligned(row: str, text: str) -> list[int]:
    """For every character of *row* the offset in *text* where it stands; for one that was added, the next one's."""
    out: list[int] = []
    at = 0
    for letter in row:
        if letter != " ":
            while at < len(text) and text[at].isspace():
                at += 1
        out.append(min(at, max(len(text) - 1, 0)))
        if at < len(text) and (text[at] == letter or (letter == " " and text[at].isspace())):
            at += 1
    return out
