"""The author block, read again only where something in it changed: a server asks at every keystroke.

The first reading of a document remembers nothing, so that a command that reads it once does not pay. From the second
on the finished book is kept, and what each call added to it (`replay`).
"""

from __future__ import annotations

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.builder import Engine
from askfirst_checks.readers.latex.call_key import BRINGS_IN, CallKey, key_of
from askfirst_checks.readers.latex.scan.document import Gathered

_DOCUMENTS = 4


class Memory(NamedTuple):
    """The last reading of one document."""

    told: list[CallKey]
    macros: tuple[Any, ...]
    book: Book | None
    """None where more went into it than calls and macros"""
    calls: dict[Any, Any]


_memories: dict[str, Memory | None] = {}
"""by the path of the root; None after the first reading"""


def book_of(gathered: Gathered) -> Book:
    """The book of a document, not to be changed: that of the last reading where all it was made of is the same."""
    path = gathered.root.pieces[0].source.path
    if path not in _memories or any(BRINGS_IN.search(macro.body) for macro in gathered.macros.values()):
        _keep(path, None)
        return _read(Engine(gathered))
    told = [key_of(call) for call in gathered.calls]
    macros = tuple(gathered.macros.items())
    memory = _memories[path]
    if memory and memory.macros != macros:
        memory = None
    if memory and memory.book and memory.told == told:
        return memory.book
    from askfirst_checks.readers.latex.replay import Remembering

    same = {id(call): each for call, each in zip(gathered.calls, told, strict=True) if each.line}
    engine = Remembering(gathered, same, memory.calls if memory else {})
    book = _read(engine)
    whole = book.block is not None and not any(BRINGS_IN.search(each.text) for each in told)
    kept = book if whole and not engine.glance.beyond else None
    _keep(path, Memory(told, macros, kept, engine.fresh))
    return book


def _read(engine: Engine) -> Book:
    book = engine.run()
    if not book.places or any(author.marks for author in book.authors):
        from askfirst_checks.readers.latex.fallback.trailing_affiliations import explained

        explained(book, engine.gathered, engine.macros)
    tie(book)
    return book


def _keep(path: str, memory: Memory | None) -> None:
    _memories.pop(path, None)
    _memories[path] = memory
    if len(_memories) > _DOCUMENTS:
        del _memories[next(iter(_memories))]
