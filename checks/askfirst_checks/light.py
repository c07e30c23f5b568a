"""What the hot path needs of `typing`, without importing it: a whole run's start-up is about 10 ms shorter for it.

`typing` itself takes 4 to 5 ms to import, and its `NamedTuple` 0.1 ms a class, for annotations that nothing here reads
at run time. A type checker sees the real things. At run time a class comes from `askfirst_checks.records`.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO, Any, AnyStr, Final, Literal, NamedTuple, Protocol, cast
else:
    from askfirst_checks.records import record

    IO = Any = AnyStr = Final = object

    def cast(kind, value):
        """*value* as it is."""
        return value

    class Protocol:
        """Says nothing at run time."""

    class Literal:
        """``Literal["a", "b"]`` says nothing at run time."""

        def __class_getitem__(cls, values):
            return cls

    class _Making(type):
        """Turns the body of a class into a record, as `typing.NamedTuple` does."""

        def __new__(cls, name, bases, body):
            return record(name, body) if bases else super().__new__(cls, name, bases, body)

    class NamedTuple(metaclass=_Making):
        """Base of the values that layers share."""


__all__ = ["IO", "TYPE_CHECKING", "Any", "AnyStr", "Final", "Literal", "NamedTuple", "Protocol", "cast"]
