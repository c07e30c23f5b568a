"""What a call adds to a book, noted down, and added again where a later reading finds the same call.

The same: its words and its column, what the engine and the book knew before it, and the user's macros. Nothing may
depend on anything else: a call that looked at what earlier ones had entered (a corresponding author by name, say) or
that brings in a file is read anew each time. Lines may differ: what is added moves with its call.
"""

from __future__ import annotations

from askfirst_checks.light import Any, NamedTuple, cast
from askfirst_checks.model import Span
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.block.builder import Engine
from askfirst_checks.readers.latex.call_key import BRINGS_IN, CallKey
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call

_LISTS = ("authors", "places", "notes", "loose", "unsettled", "teams")
"""of a book"""
_SAME = frozenset(
    {"gathered", "book", "macros", "same", "memory", "fresh", "_lists", "_state", *_LISTS, "glance", "_marks", "block"}
)
"""attributes that are the same for all calls of one reading, follow from others, or are compared by themselves"""


class Gave(NamedTuple):
    """What one call added, as it was then."""

    line: int
    added: list[tuple[int, list[Any]]]
    """by list of the book, as `_LISTS` numbers them"""
    book: dict[str, Any]
    engine: dict[str, Any]
    state: tuple[Any, ...]
    """what the next call may go by"""


class _Glance:
    """What was looked at besides the call being read."""

    back = False
    """what earlier calls had entered"""
    beyond = False
    """the text around the calls: at any time, so the whole book depends on it"""


class _Gathered:
    """What was gathered; it says so when somebody looks at more of it than calls and macros."""

    def __init__(self, gathered: Gathered, glance: _Glance) -> None:
        self.calls, self.macros, self.expander = gathered.calls, gathered.macros, gathered.expander
        self._all = gathered
        self._glance = glance

    def __getattr__(self, name: str) -> Any:
        self._glance.back = self._glance.beyond = True
        return getattr(self._all, name)


class _Watched(list[Any]):
    """A list that says so."""

    def __init__(self, glance: _Glance) -> None:
        super().__init__()
        self.glance = glance
        self.before = 0
        """how long it was before the call being read"""

    def __getitem__(self, index: Any) -> Any:
        if not isinstance(index, int) or (index if index >= 0 else index + len(self)) < self.before:
            self.glance.back = True
        return super().__getitem__(index)

    def __iter__(self) -> Any:
        self.glance.back = self.glance.back or self.before > 0
        return super().__iter__()


class _Watching(Book):
    """A book that is being read, and notices what is looked at."""

    def __init__(self, glance: _Glance) -> None:
        super().__init__()
        self.glance = glance
        for name in _LISTS:
            setattr(self, name, _Watched(self.glance))

    def marks(self) -> set[str]:
        """All marks so far: that is looking back, unless there are no authors."""
        self.glance.back = self.glance.back or len(self.authors) > 0
        return super().marks()

    def plain(self) -> Book:
        """The same, unwatched."""
        book = Book()
        vars(book).update({n: list(v) if n in _LISTS else v for n, v in vars(self).items() if n != "glance"})
        return book


class Remembering(Engine):
    """An engine that knows what the calls of the last reading gave (*memory*), and notes what this one's give."""

    book: _Watching

    def __init__(self, gathered: Gathered, same: dict[int, CallKey], memory: dict[Any, Gave]) -> None:
        super().__init__(gathered)
        self.glance = _Glance()
        self.gathered = cast("Gathered", _Gathered(gathered, self.glance))
        self.book = _Watching(self.glance)
        self.same = same
        """the calls that stand in a file as they are, by identity"""
        self.memory = memory
        self.fresh: dict[Any, Gave] = {}
        self._state: tuple[Any, ...] = ()
        """what is known of it; empty: to be asked for"""
        self._lists = [vars(self.book)[name] for name in _LISTS]

    def run(self) -> Book:
        """Read all calls in order."""
        super().run()
        return self.book.plain()

    def take(self, step: Any, call: Call) -> None:
        """Add what the call gave last time, where all is as it was then; else read it."""
        told = self.same.get(id(call))
        if told is None:
            step(call)
            self._state = ()
            return
        key = told.content, self._state or self._now()
        gave = self.memory.get(key)
        if gave is None:
            gave = self._read(step, call, told)
        else:
            self._add(gave, told.line - gave.line)
        self._state = gave.state if gave else ()
        if gave is not None:
            self.fresh[key] = gave

    def _now(self) -> tuple[Any, ...]:
        """What the next call may go by, besides itself."""
        return *map(len, self._lists), self.book.block is None, *_others(self), *_others(self.book)

    def _read(self, step: Any, call: Call, told: CallKey) -> Gave | None:
        """What *call* adds, read anew; None where it depends on more than a later reading could compare."""
        book = self.book
        for each in self._lists:
            each.before = len(each)
        of_book, of_engine = _scalars(book), _scalars(self)
        self.glance.back = False
        step(call)
        if self.glance.back or BRINGS_IN.search(told.text):
            return None
        added = [_copies(list.__getitem__(each, slice(each.before, None)), 0) for each in self._lists]
        here = _changed(of_book, _scalars(book)), _changed(of_engine, _scalars(self))
        return Gave(told.line, [(number, values) for number, values in enumerate(added) if values], *here, self._now())

    def _add(self, gave: Gave, lines: int) -> None:
        for number, values in gave.added:
            self._lists[number].extend(_copies(values, lines))
        for of, changed in ((self.book, gave.book), (self, gave.engine)):
            for name, value in changed.items():
                setattr(of, name, _copy(value, lines))


def _others(of: Engine | Book) -> list[Any]:
    """What a call may go by besides the sizes of a book's lists; all but what is the same for all calls."""
    named = vars(of).items()
    return [tuple(value) if type(value) is list else value for name, value in named if name not in _SAME]


def _scalars(of: Engine | Book) -> dict[str, Any]:
    named = vars(of).items()
    return {name: _copy(value, 0) for name, value in named if name not in _SAME or name == "block"}


def _changed(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in now.items() if value != before[name]}


def _copies(values: list[Any], lines: int) -> list[Any]:
    return [_copy(value, lines) for value in values]


def _copy(value: Any, lines: int) -> Any:
    """*value* with lists and parts of a book of its own, *lines* further down."""
    kind: Any = type(value)
    if kind is list:
        return _copies(value, lines)
    if kind.__module__ == Book.__module__:
        made = kind.__new__(kind)
        for slot in kind.__slots__:
            each = getattr(value, slot)
            setattr(made, slot, each[:] if type(each) is list and not lines else _copy(each, lines) if lines else each)
        return made
    if not lines or kind in (str, int, bool):
        return value
    if kind is Span:
        return value._replace(line=value.line + lines, end_line=value.end_line + lines)
    return tuple(_copies(list(value), lines)) if kind is tuple else value
