"""Title pages set by hand: names and affiliations in a centred or flush block, without an author macro."""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.latex.book import Book
from askfirst_checks.readers.latex.braces import closing
from askfirst_checks.readers.latex.finder import Call
from askfirst_checks.readers.latex.gather import Gathered
from askfirst_checks.readers.latex.items import items, printed
from askfirst_checks.readers.latex.people import Reader
from askfirst_checks.readers.latex.strip import Builder, Strip
from askfirst_checks.readers.latex.tie import tie

_TITLE = pattern(
    r"\{\s*\\(?:Large|LARGE|huge|Huge|large\s*\\bf(?:series)?)\b|\\textbf\s*\{\s*\\(?:Large|LARGE|huge|Huge)\b"
)
_ABSTRACT = pattern(
    r"\\(?:section|subsection|paragraph)\*?\s*\{\s*(?:abstract|zusammenfassung|author summary|introduction)\b"
    r"|\\begin\{abstract",
    re.IGNORECASE,
)
_LONGEST = 20_000


def hand_set(gathered: Gathered, macros: Mapping[str, str]) -> Book | None:
    """The book of a hand-set title page, or None. Names must carry marks that affiliations beneath them explain."""
    blocks = _blocks(gathered)
    if not blocks:
        return None
    book = Book()
    reader: Reader | None = None
    for call in blocks:
        strip = call.group(0)
        if strip is None:
            continue
        inner = _without_title(gathered.expander.expand(strip))
        row = items(inner, macros)
        if not any(i.kind == "mark" for i in row) or not printed(row).strip():
            continue
        people = reader.people if reader is not None else []
        reader = Reader(book, inner, macros)
        reader.people = people
        reader.read(row, fresh=False)
        book.block = book.block or call.strip.span(call.start, call.end)
    tie(book)
    tied = [a for a in book.authors if any(looks.affiliation(book.places[n].text) for n in a.affiliations)]
    return book if book.authors and len(tied) * 2 >= len(book.authors) else None


def _blocks(gathered: Gathered) -> list[Call]:
    """Page-like environments before the abstract."""
    pages = [c for c in gathered.calls if c.role == "page" and c.name != "frontmatter"]
    if not pages:
        return []
    first = pages[0]
    text = first.strip.text
    abstract = _ABSTRACT.search(text, first.start, first.start + 2 * _LONGEST)
    if abstract is None:
        return []
    return [c for c in pages if c.strip is first.strip and c.start < abstract.start() and c.end - c.start < _LONGEST][
        :6
    ]


def _without_title(strip: Strip) -> Strip:
    """The block without what is set in title sizes."""
    match = _TITLE.search(strip.text)
    if match is None:
        return strip
    close = closing(strip.text, match.start() + match[0].index("{"), 4000)
    if close < 0:
        return strip
    out = Builder(strip)
    out.keep(0, match.start())
    out.keep(close + 1, len(strip.text))
    return out.done()
