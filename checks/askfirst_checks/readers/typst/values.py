"""What expressions of Typst come to: printed content, lists, dictionaries, functions; calls that nobody here knows."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.readers.typst.syntax import Bit, Expression, Item


class Content(NamedTuple):
    """What is printed: a line end stands for a line break, two for a new paragraph."""

    bits: tuple[Bit, ...] = ()

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(bit.text for bit in self.bits)


class Number(NamedTuple):
    """A number, a length."""

    bit: Bit


class Seq(NamedTuple):
    """An array."""

    items: tuple[Value, ...] = ()


class Entry(NamedTuple):
    """One entry of a dictionary or one named argument, and where its key stands."""

    key: str
    at: Bit | None
    value: Value


class Map(NamedTuple):
    """A dictionary."""

    entries: tuple[Entry, ...] = ()

    def get(self, key: str) -> Value | None:
        """The value of *key*."""
        return next((entry.value for entry in reversed(self.entries) if entry.key == key), None)


class Arguments(NamedTuple):
    """What a function is called with."""

    positional: tuple[Value, ...] = ()
    named: tuple[Entry, ...] = ()

    def get(self, key: str) -> Value | None:
        """The argument *key*."""
        return Map(self.named).get(key)

    def behind(self, others: Arguments) -> Arguments:
        """These behind *others*, which were bound before."""
        return Arguments((*others.positional, *self.positional), (*others.named, *self.named))


class Scope:
    """The variables of a block."""

    __slots__ = ("names", "parent")

    def __init__(self, parent: Scope | None = None) -> None:
        self.names: dict[str, Value] = {}
        self.parent = parent

    def find(self, name: str) -> Value | None:
        """The value of *name* here or further out."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        return None


class Func(NamedTuple):
    """A function of the document's own."""

    name: str
    parameters: tuple[Item, ...]
    body: Expression
    scope: Scope
    bound: Arguments = Arguments()


class Native(NamedTuple):
    """A name that the document does not define: of Typst, or of a package."""

    name: str
    at: Bit | None = None
    bound: Arguments = Arguments()


class Record(NamedTuple):
    """A call of such a function."""

    name: str
    arguments: Arguments
    at: Bit


Value = Content | Number | Seq | Map | Func | Native | Record
NONE = Native("none")
EMPTY = Content()


def put(text: str, at: Bit) -> Content:
    """*text* that stands for the whole of *at*."""
    return Content((Bit(text, at.source, at.start, at.end),)) if text else EMPTY
