"""Named tuples that are made without a compiler: `collections.namedtuple` compiles a constructor for each class.

A check makes some 70 classes, 5 ms of its start-up. Here the constructor of a class is a template of as many arguments,
with the fields' names put in. What a record can do, and how fast, is what `collections.namedtuple` gives.
"""

from __future__ import annotations

from collections import namedtuple
from types import FunctionType

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Self
else:
    Any = object

_new = tuple.__new__
_TEMPLATES: list[Callable[..., object]] = [
    lambda _cls: _new(_cls, ()),
    lambda _cls, a: _new(_cls, (a,)),
    lambda _cls, a, b: _new(_cls, (a, b)),
    lambda _cls, a, b, c: _new(_cls, (a, b, c)),
    lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
    lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
    lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
    lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
    lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
    lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
]
_standard: Any = namedtuple
_numbered = _standard("_numbered", [f"field{n}" for n in range(len(_TEMPLATES))])
_GETTERS = [vars(_numbered)[field] for field in _numbered._fields]


class Record(tuple):  # type: ignore[type-arg]
    """The methods of `collections.namedtuple`, shared."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: dict[str, Any] = {}  # noqa: RUF012

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changed: Any) -> Self:
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"Got unexpected field names: {list(changed)!r}")
        return made

    __replace__ = _replace

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def record(name: str, body: dict[str, Any]) -> type:
    """The class *name* whose fields are the annotations of *body*; a value set beside one is its default."""
    fields = tuple(body.get("__annotations__", ()))
    defaults = {field: body.pop(field) for field in fields if field in body}
    if len(fields) >= len(_TEMPLATES):
        made: type = _standard(name, fields, defaults=[*defaults.values()], module=body["__module__"])
        for key, value in body.items():
            setattr(made, key, value)
        return made
    getters = dict(zip(fields, _GETTERS, strict=False))
    shape = {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
    return type(name, (Record,), {**getters, **shape, "__new__": _constructor(fields, defaults), **body})


def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., object]:
    if list(fields)[len(fields) - len(defaults) :] != list(defaults):
        raise TypeError(f"a field without a default follows one with a default: {fields}")
    code = _TEMPLATES[len(fields)].__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
    return FunctionType(code, {"_new": _new}, "__new__", tuple(defaults.values()))
