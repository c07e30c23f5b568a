"""What the hot path needs of `typing`, without importing it: a whole run's start-up is about 10 ms shorter for it.

`typing` itself takes 4 to 5 ms to import, and its `NamedTuple` 0.1 ms a class, for annotations that nothing here reads
at run time. A type checker sees the real things.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO, Any, AnyStr, Final, Literal, NamedTuple, Protocol, cast
else:
    from collections import namedtuple

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
        """Turns the body of a class into a `collections.namedtuple`, as `typing.NamedTuple` does."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key != "__module__":
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Making):
        """Base of the values that layers share."""


__all__ = ["IO", "TYPE_CHECKING", "Any", "AnyStr", "Final", "Literal", "NamedTuple", "Protocol", "cast"]
