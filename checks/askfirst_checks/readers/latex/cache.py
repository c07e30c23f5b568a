"""The author block, read again only where something in it changed: a server asks at every keystroke.

The first reading of a document remembers nothing, so that a command that reads it once does not pay. From the second
on the finished book is kept, with all it was made of.
"""

from __future__ import annotations

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.builder import STEPS, Engine
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call

_DOCUMENTS = 4
_LOOKED_AT = STEPS | {"declared", "title"}
"""roles of calls whose words an engine looks at"""
_BRINGS_IN = pattern(r"\\(?:@@)?(?:input|include|import|subimport|subfile)")


class Memory(NamedTuple):
    """The last reading of one document."""

    keys: list[tuple[Any, ...]]
    """all that an engine looks at in each call"""
    macros: tuple[Any, ...]
    book: Book


_memories: dict[str, Memory | None] = {}
"""by the path of the root; None after the first reading"""


def book_of(gathered: Gathered) -> Book:
    """The book of a document, not to be changed: that of the last reading where all it was made of is the same."""
    path = gathered.root.pieces[0].source.path
    if path not in _memories or any(_BRINGS_IN.search(macro.body) for macro in gathered.macros.values()):
        _keep(path, None)
        return _read(Engine(gathered))[0]
    keys = [_key(call) for call in gathered.calls]
    macros = tuple(gathered.macros.items())
    memory = _memories[path]
    if memory and memory.macros == macros and memory.keys == keys:
        return memory.book
    book, looked = _read(Engine(gathered))
    whole = (
        book.block is not None and not looked and not any(len(each) > 2 and _BRINGS_IN.search(each[2]) for each in keys)
    )
    _keep(path, Memory(keys, macros, book) if whole else None)
    return book


def _read(engine: Engine) -> tuple[Book, bool]:
    """The book, and whether more went into it than calls and macros: the text around them."""
    book, looked = engine.run(), False
    if not book.places or any(author.marks for author in book.authors):
        from askfirst_checks.readers.latex.fallback.trailing_affiliations import explained

        looked = explained(book, engine.gathered, engine.macros)
    tie(book)
    return book, looked


def _key(call: Call) -> tuple[Any, ...]:
    """Role and name of *call*; where an engine looks at it, its text with the sign behind, arguments, and its place."""
    role, name, start, args, end, strip = call
    if role not in _LOOKED_AT:
        return role, name
    relative = tuple([(mark, first - start, last - start) for mark, first, last in args])
    piece = strip.pieces[0]
    whole = len(strip.pieces) == 1 and not piece.fixed and not piece.at
    pieces = () if whole else [(each.at, each.source.span(each.start, each.end), each.fixed) for each in strip.pieces]
    return role, name, strip.text[start : end + 1], relative, strip.span(start, end), pieces


def _keep(path: str, memory: Memory | None) -> None:
    _memories.pop(path, None)
    _memories[path] = memory
    if len(_memories) > _DOCUMENTS:
        del _memories[next(iter(_memories))]
