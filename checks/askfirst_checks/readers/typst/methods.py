"""Methods and fields of arrays, dictionaries and strings, as far as author blocks use them."""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.readers.typst.natives import shown
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import (
    EMPTY,
    NONE,
    Arguments,
    Content,
    Entry,
    Func,
    Map,
    Native,
    Number,
    Record,
    Seq,
    Value,
    put,
)

Apply = Callable[[Value, Arguments, Bit], Value]
_SAME = frozenset({
    "flatten", "filter", "sorted", "dedup", "slice", "rev", "pos", "trim", "text", "body", "children", "upper", "lower",
    "to-absolute", "final", "get", "display", "named", "child",
})  # fmt: skip


def field(target: Value, name: str, at: Bit) -> Value:
    """``target.name`` where no call follows."""
    if isinstance(target, Map):
        found = target.get(name)
        return NONE if found is None else found
    if isinstance(target, Record) and (value := target.arguments.get(name)) is not None:
        return value
    if isinstance(target, Native):
        start = target.at or at
        return Native(f"{target.name}.{name}", start._replace(end=max(start.end, at.end)))
    return target if name in _SAME else NONE


def method(target: Value, name: str, arguments: Arguments, at: Bit, apply: Apply) -> Value | None:
    """``target.name(...)``; None where no such method is known, and *target* has the function as a field."""
    if name == "with" and isinstance(target, Func | Native):
        return target._replace(bound=arguments.behind(target.bound))
    if isinstance(target, Seq):
        return _of_array(target, name, arguments, at, apply)
    if isinstance(target, Map):
        return _of_dictionary(target, name, arguments, at)
    if isinstance(target, Content | Number):
        if name == "split":
            return Seq((target,))
        return target if name in _SAME or name in ("replace", "at", "first", "last") else NONE
    return None


def _of_array(target: Seq, name: str, arguments: Arguments, at: Bit, apply: Apply) -> Value:
    first = arguments.positional[0] if arguments.positional else NONE
    if name == "map":
        return Seq(tuple(apply(first, Arguments((item,)), at) for item in target.items))
    if name == "enumerate":
        numbered = (Number(at._replace(text=str(number))) for number in range(len(target.items)))
        return Seq(tuple(Seq(pair) for pair in zip(numbered, target.items, strict=True)))
    if name == "join":
        return _joined(target, first, arguments.get("last"), at)
    if name in ("at", "first", "last"):
        place = {"first": 0, "last": -1}.get(name, _number(first))
        return target.items[place] if -len(target.items) <= place < len(target.items) else NONE
    if name == "flatten":
        return Seq(tuple(one for item in target.items for one in (item.items if isinstance(item, Seq) else (item,))))
    return target if name in _SAME else NONE


def _joined(target: Seq, between: Value, last: Value | None, at: Bit) -> Value:
    bits: list[Bit] = []
    for number, item in enumerate(target.items):
        if number:
            is_last = last is not None and number == len(target.items) - 1
            bits.extend(shown(last if is_last and last is not None else between))
        bits.extend(shown(item))
    return Content(tuple(bits)) if bits else EMPTY


def _number(value: Value) -> int:
    text = value.bit.text if isinstance(value, Number) else ""
    return int(text) if text.isdigit() else 0


def _of_dictionary(target: Map, name: str, arguments: Arguments, at: Bit) -> Value | None:
    first = arguments.positional[0] if arguments.positional else NONE
    if name == "keys":
        return Seq(tuple(key_of(entry, at) for entry in target.entries))
    if name == "values":
        return Seq(tuple(entry.value for entry in target.entries))
    if name == "pairs":
        return Seq(tuple(Seq((key_of(entry, at), entry.value)) for entry in target.entries))
    if name == "at":
        found = target.get("".join(bit.text for bit in shown(first)))
        return found if found is not None else arguments.get("default") or NONE
    return NONE if target.get(name) is None else None


def key_of(entry: Entry, at: Bit) -> Value:
    """The key of *entry* as a string."""
    return put(entry.key, entry.at or at)
