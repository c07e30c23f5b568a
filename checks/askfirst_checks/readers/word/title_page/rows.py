"""The lines of a title page, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.light_markup.author_lines import At, Reading
from askfirst_checks.readers.light_markup.block_parts import block
from askfirst_checks.readers.word.light_text import Lines
from askfirst_checks.readers.word.paragraph import Paragraph

_LONGEST = 4_000
"""signs of a line of a title page"""
_LISTED = pattern(r"\d{1,2}(?:st|nd|rd|th)\s+|\d{1,2}[.)]\s+")


class Row(NamedTuple):
    """One printed line."""

    text: str
    """in light mark-up"""
    number: int
    """of its paragraph, from 1"""
    column: int
    """less one, in its paragraph"""
    is_note: bool = False

    def span(self, path: str) -> Span:
        """All of it."""
        return Span(path, self.number, self.column + 1, self.number, self.column + 1 + len(self.text))

    def at(self, path: str) -> At:
        """Places in the text to spans of *path*."""
        base = self.column + 1
        return lambda first, last: Span(path, self.number, base + first, self.number, base + last)

    def reading(self, path: str, *, numbered: bool = False) -> Reading:
        """The line taken apart; *numbered*: a number before it is a mark."""
        return Reading(block(self.text, numbered=numbered), self.at(path))

    def behind(self, start: int) -> Row:
        """What stands behind *start*."""
        return self._replace(text=self.text[start:], column=self.column + start)

    def unlisted(self) -> Row:
        """Without the number of a list: ``1st Ada Feld``."""
        found = _LISTED.match(self.text)
        return self.behind(found.end()) if found else self


def rows(found: Sequence[Paragraph], lines: Lines, first: int, last: int) -> Iterator[Row]:
    """The lines of the paragraphs *first* to *last*, numbered from 1; title, headers and footers apart."""
    for number in range(first, last + 1):
        if found[number - 1].role in ("edge", "title") or number == lines.start:
            continue
        column = 0
        for text in lines.rows[number - 1].split("\n"):
            bare = text.lstrip(" \t#")
            if bare.strip():
                yield Row(
                    bare[:_LONGEST].rstrip(), number, column + len(text) - len(bare), found[number - 1].role == "note"
                )
            column += len(text) + 1
