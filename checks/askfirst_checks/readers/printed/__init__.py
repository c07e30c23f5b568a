"""A page as it is printed, in paragraphs: to the author block, each place led back to where it came from.

Typst's title blocks and the first page of a PDF are read here; `word.light_text` makes the light mark-up of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from askfirst_checks.model import Manuscript, Span
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.printed.align import Alignment
from askfirst_checks.readers.word.assembly import matter, with_spans
from askfirst_checks.readers.word.light_text import light
from askfirst_checks.readers.word.loose import with_loose
from askfirst_checks.readers.word.paragraph import Paragraph
from askfirst_checks.readers.yaml.nodes import Node

Where = Callable[[int, int, int], Span]
"""the span of a paragraph (from 1) from one offset of its `raw` text to another"""
_RAW = "\0raw"


class Rows:
    """The paragraphs *found* as lines of light mark-up, and where these stand."""

    def __init__(self, found: Sequence[Paragraph], where: Where) -> None:
        self.found = found
        self.lines = light(found)
        self._where = where
        self._places = Alignment(tuple(map(raw, found)), self.lines.shown.split("\n"))

    def span(self, span: Span) -> Span:
        """*span* of the light mark-up as one of the source."""
        shown = self.lines.span(span)
        return self._where(shown.line, *self._places.offsets(shown))

    def raw_span(self, span: Span) -> Span:
        """*span* whose lines are numbers of paragraphs, and whose columns count their words, as one of the source."""
        lead = self._places.lead(span.line)
        return self._where(span.line, span.column - 1 + lead, span.end_column - 1 + lead)


def read_page(rows: Rows, path: str, form: str) -> Manuscript:
    """The author block of *rows*; the manuscript has no `sources` yet."""
    start = Span(path, 1, 1, 1, 1)
    root = Node(start, pairs=matter(rows.lines, start, rows.found))
    seen: Manuscript = with_spans(document(root, rows.lines.text, AuthorList(path, "markdown"), 0), rows.span)
    seen = with_loose(seen._replace(root=_RAW, form=form), rows.found, rows.lines)
    seen = with_spans(seen, lambda span: rows.raw_span(span) if span.file == _RAW else span)
    return seen._replace(root=path, form=form, sources={})


def raw(paragraph: Paragraph) -> str:
    """The words of *paragraph* as its pieces have them, blanks at its ends, too."""
    return "".join(piece.text for piece in paragraph.pieces)
