"""The author block, read again only when one of its calls changed: most of what a check costs while a body is typed."""

from __future__ import annotations

from askfirst_checks.light import Any
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.book import Book
from askfirst_checks.readers.latex.engine import STEPS, Engine
from askfirst_checks.readers.latex.finder import Call
from askfirst_checks.readers.latex.gather import Gathered
from askfirst_checks.readers.latex.tie import tie

_KEPT = 2
_BRINGS_IN = pattern(r"\\(?:@@)?(?:input|include|import|subimport|subfile)")
_books: dict[tuple[Any, ...], Book] = {}


def book_of(gathered: Gathered) -> Book:
    """The book of a document, not to be changed: that of an earlier reading where all it was made of is the same."""
    key = _key(gathered)
    book = _books.pop(key, None) if key else None
    if book is None or not gathered.root.text.startswith(book.looked or ""):
        book = Engine(gathered).run()
        tie(book)
    if key and book.block is not None:
        _books[key] = book
        if len(_books) > _KEPT:
            del _books[next(iter(_books))]
    return book


def _key(gathered: Gathered) -> tuple[Any, ...]:
    """All that an engine looks at, and where it stands; empty where arguments bring in further files."""
    calls = tuple(_told(call) for call in gathered.calls)
    macros = tuple(gathered.macros.items())
    texts = [told[2] for told in calls if len(told) > 2] + [macro.body for macro in gathered.macros.values()]
    return () if any(map(_BRINGS_IN.search, texts)) else (calls, macros)


def _told(call: Call) -> tuple[Any, ...]:
    if call.role not in STEPS and call.role != "declared":
        return call.role, call.name
    return call.role, call.name, call.strip.text[call.start : call.end], call.args, call.start, _places(call)


def _places(call: Call) -> tuple[Any, ...]:
    """Where the call stands in its files: its ends, and those of every piece of a strip that was put together."""
    span = call.strip.span(call.start, call.end)
    if len(call.strip.pieces) == 1:
        return (span,)
    return span, *((piece.at, piece.source.span(piece.start, piece.end), piece.fixed) for piece in call.strip.pieces)
