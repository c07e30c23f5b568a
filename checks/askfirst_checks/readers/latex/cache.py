"""The author block, read again only where something in it changed: a server asks at every keystroke.

The first reading of a document remembers nothing, so that a command that reads it once does not pay. From the second
on the finished book is kept, and what each call added to it (`again`).
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
BRINGS_IN = pattern(r"\\(?:@@)?(?:input|include|import|subimport|subfile)")


class Told(NamedTuple):
    """All that an engine looks at in a call."""

    content: tuple[Any, ...]
    """role, name, and where it matters to an author block: column, file, arguments (from the call's beginning) and text
    with the sign behind it, at which a span may end"""
    text: str = ""
    line: int = 0
    """where it begins; 0 for what was put together from macros, or is of no matter"""
    places: tuple[Any, ...] = ()
    """where each piece stands of what was put together"""


class Memory(NamedTuple):
    """The last reading of one document."""

    told: list[Told]
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
    told = [_told(call) for call in gathered.calls]
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
    tie(book)
    return book


def _keep(path: str, memory: Memory | None) -> None:
    _memories.pop(path, None)
    _memories[path] = memory
    if len(_memories) > _DOCUMENTS:
        del _memories[next(iter(_memories))]


def _told(call: Call) -> Told:
    role, name, start, args, end, strip = call
    if role not in _LOOKED_AT:
        return Told((role, name))
    relative = tuple([(mark, first - start, last - start) for mark, first, last in args])
    text = strip.text[start : end + 1]
    piece = strip.pieces[0]
    if len(strip.pieces) > 1 or piece.fixed or piece.at:
        pieces = [(each.at, each.source.span(each.start, each.end), each.fixed) for each in strip.pieces]
        return Told((role, name, relative, text), text, 0, (strip.span(start, end), *pieces))
    line, column = piece.source.place(piece.start + start)
    return Told((role, name, column, piece.source.path, relative, text), text, line)
