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
from askfirst_checks.readers.word.title_page.persons import is_latin

_LONGEST = 4_000
"""signs of a line of a title page"""
_LISTED = pattern(r"\d{1,2}(?:st|nd|rd|th)\s+|\d{1,2}[.)]\s+")
_FIRST = pattern(r"[(（]?\s*1\s?[.)．、]?\s?(?=[^\W\d_])")
_NEXT = pattern(r"[;；]\s*(?=\d{1,2}\s?[.)．、]?\s?[^\W\d_])")
_SLASH = pattern(r"\s/\s")


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
        role = found[number - 1].role
        for text in lines.rows[number - 1].split("\n"):
            bare = text.lstrip(" \t#")
            if bare.strip():
                row = Row(bare[:_LONGEST].rstrip(), number, column + len(text) - len(bare), role == "note")
                yield from _apart(row)
            column += len(text) + 1


def _apart(row: Row) -> Iterator[Row]:
    """*row*, or its parts: numbered places in one line, or the same twice in two scripts."""
    cuts = [found.end() for found in _NEXT.finditer(row.text)] if _FIRST.match(row.text) else []
    if not cuts and (slash := _SLASH.search(row.text)):
        before, behind = row.text[: slash.start()], row.text[slash.end() :]
        cuts = [slash.end()] if is_latin(before) != is_latin(behind) else []
    start = 0
    for cut in (*cuts, len(row.text)):
        part = row.behind(start)
        yield part._replace(text=part.text[: cut - start].rstrip(" ;；/)）" if cuts else None))
        start = cut
