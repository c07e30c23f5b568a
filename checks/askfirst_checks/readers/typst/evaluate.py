"""Typst expressions to values: what the document's own variables and functions come to. Bounded; never raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from askfirst_checks.light import Any, Protocol
from askfirst_checks.readers.typst import methods
from askfirst_checks.readers.typst.natives import shown
from askfirst_checks.readers.typst.syntax import (
    Binary,
    Bit,
    Call,
    Code,
    Expression,
    Field,
    For,
    Function,
    If,
    Import,
    Include,
    Item,
    Items,
    Let,
    Literally,
    Markup,
    Name,
    Set,
    Show,
    Styled,
)
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
    Scope,
    Seq,
    Value,
    put,
)

MOST_STEPS = 120_000
"""expressions that are evaluated in one document"""
MOST_CALLS = 4_000
"""calls of one document that are kept, the first ones"""
MOST_BITS = 200_000
"""printed pieces that one document may come to"""
DEEPEST = 60
"""levels of calls and content"""
_KNOWN = {"none": NONE, "auto": NONE}


class Files(Protocol):
    """Leads to the other files of a document."""

    def imported(self, path: str, at: Bit) -> Scope | None:
        """The variables of the file *path*; None where it is none of the tree."""

    def included(self, path: str, at: Bit) -> Value:
        """What the file *path* prints."""

    def data(self, kind: str, path: str, at: Bit) -> Value:
        """The data of the file *path* of a *kind*: ``yaml``, ``toml``, ``json``."""


class Evaluator:
    """Evaluates one document; `calls` holds what its functions were called with, in order."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.calls: list[Record] = []
        self.is_cut = False
        self._steps = self._bits = self._depth = 0
        self._by_kind: dict[type, Callable[[Any, Scope], Value]] = {
            Literally: self._literally, Name: self._name, Field: self._field, Items: self._items, Call: self._call,
            Markup: self._markup, Styled: self._styled, Code: self._code, Function: self._function, Let: self._let,
            Show: self._show, Set: self._set, Import: self._import, Include: self._include, If: self._if,
            For: self._for, Binary: self._binary,
        }  # fmt: skip

    def value(self, of: Expression, scope: Scope) -> Value:
        """What *of* comes to among the variables of *scope*."""
        evaluate = self._by_kind.get(type(of))
        self._steps += 1
        if evaluate is None:
            return NONE
        if self._steps > MOST_STEPS or self._depth > DEEPEST or self._bits > MOST_BITS:
            self.is_cut = True
            return NONE
        self._depth += 1
        try:
            found = evaluate(of, scope)
        finally:
            self._depth -= 1
        if not isinstance(of, Name):
            self._bits += _size(found)
        return found

    def _literally(self, of: Literally, scope: Scope) -> Value:
        return Number(of.bits[0]) if of.is_number else Content(of.bits)

    def _name(self, of: Name, scope: Scope) -> Value:
        found = scope.find(of.name)
        return found if found is not None else _KNOWN.get(of.name, Native(of.name, of.at))

    def _field(self, of: Field, scope: Scope) -> Value:
        return methods.field(self.value(of.target, scope), of.name, of.at)

    def _items(self, of: Items, scope: Scope) -> Value:
        if of.is_group:
            return self.value(of.items[0].value, scope)
        given = self._arguments(of.items, scope)
        if given.named or any(item.key for item in of.items):
            return Map(given.named)
        return Seq(given.positional)

    def _arguments(self, items: Iterable[Item], scope: Scope) -> Arguments:
        positional: list[Value] = []
        named: list[Entry] = []
        for item in items:
            value = self.value(item.value, scope)
            if item.key:
                named.append(Entry(item.key, item.key_at, value))
            elif not item.is_spread:
                positional.append(value)
            elif isinstance(value, Map):
                named.extend(value.entries)
            elif isinstance(value, Seq) and self._bits <= MOST_BITS:
                positional.extend(value.items)
                self._bits += len(value.items)
        return Arguments(tuple(positional), tuple(named))

    def _call(self, of: Call, scope: Scope) -> Value:
        arguments = self._arguments(of.arguments, scope)
        if isinstance(of.callee, Field):
            target = self.value(of.callee.target, scope)
            found = methods.method(target, of.callee.name, arguments, of.at, self.apply)
            if found is not None:
                if of.callee.name == "with":
                    self._keep(Record(_called(found), _bound(found), of.at))
                return found
            return self.apply(methods.field(target, of.callee.name, of.callee.at), arguments, of.at)
        return self.apply(self.value(of.callee, scope), arguments, of.at)

    def apply(self, function: Value, arguments: Arguments, at: Bit) -> Value:
        """What *function* gives; a call of one that the document does not define stays a `Record`."""
        if isinstance(function, Func):
            arguments = arguments.behind(function.bound)
            self._keep(Record(function.name, arguments, at))
            return self.value(function.body, self._bind(function, arguments))
        if not isinstance(function, Native):
            return NONE
        record = Record(function.name, arguments.behind(function.bound), at)
        if function.name in ("yaml", "toml", "json") and record.arguments.positional:
            first = record.arguments.positional[0]
            inner = first.arguments.positional if isinstance(first, Record) and first.name == "read" else ()
            path = "".join(bit.text for bit in shown(inner[0] if inner else first))
            return self.files.data(function.name, path, at)
        self._keep(record)
        return record

    def _keep(self, call: Record) -> None:
        if len(self.calls) < MOST_CALLS:
            self.calls.append(call)

    def _bind(self, function: Func, arguments: Arguments) -> Scope:
        scope = Scope(function.scope)
        waiting = list(arguments.positional)
        for parameter in function.parameters:
            if parameter.key:
                given = arguments.get(parameter.key)
                scope.names[parameter.key] = self.value(parameter.value, function.scope) if given is None else given
            elif isinstance(parameter.value, Name):
                rest = Seq(tuple(waiting)) if parameter.is_spread else None
                scope.names[parameter.value.name] = rest or (waiting.pop(0) if waiting else NONE)
            elif isinstance(parameter.value, Items) and waiting:
                _spread(parameter.value, waiting.pop(0), scope)
        return scope

    def _markup(self, of: Markup, scope: Scope) -> Value:
        return self.printed(of, Scope(scope))

    def printed(self, of: Markup, scope: Scope) -> Content:
        """What *of* prints; its variables become those of *scope*."""
        return Content(tuple(bit for part in of.parts for bit in shown(self.value(part, scope))))

    def _styled(self, of: Styled, scope: Scope) -> Value:
        bits = shown(self.value(of.body, scope))
        if of.look == "strong":
            return Content(tuple(bit._replace(is_bold=True) for bit in bits))
        if not bits:
            return EMPTY
        edge = bits[0]._replace(text="\n\n", end=bits[0].start)
        return Content((edge, *(bit._replace(is_heading=True) for bit in bits), edge))

    def _code(self, of: Code, scope: Scope) -> Value:
        inner = Scope(scope)
        values = [value for part in of.parts if (value := self.value(part, inner)) is not NONE]
        if len(values) == 1:
            return values[0]
        if values and all(isinstance(value, Seq) for value in values):
            return Seq(tuple(item for value in values if isinstance(value, Seq) for item in value.items))
        return Content(tuple(bit for value in values for bit in shown(value))) if values else NONE

    def _function(self, of: Function, scope: Scope) -> Value:
        return Func("", of.parameters, of.body, scope)

    def _let(self, of: Let, scope: Scope) -> Value:
        value = self.value(of.value, scope)
        if len(of.names) == 1:
            scope.names[of.names[0]] = value._replace(name=of.names[0]) if isinstance(value, Func) else value
        elif isinstance(value, Seq):
            scope.names.update(zip(of.names, value.items, strict=False))
        elif isinstance(value, Map):
            scope.names.update((name, value.get(name) or NONE) for name in of.names)
        return NONE

    def _show(self, of: Show, scope: Scope) -> Value:
        by = self.value(of.by, scope)
        if isinstance(by, Func) and not by.name and not by.bound.named:
            self.apply(by, Arguments((EMPTY,)), of.at)
        return NONE

    def _set(self, of: Set, scope: Scope) -> Value:
        self.value(of.call, scope)
        return NONE

    def _import(self, of: Import, scope: Scope) -> Value:
        path = self.value(of.path, scope)
        bits = shown(path)
        if not bits:
            return NONE
        found = self.files.imported("".join(bit.text for bit in bits), bits[0])
        if found is None:
            return NONE
        for there, here in of.names:
            if there == "*":
                scope.names.update(found.names)
            elif there in found.names:
                scope.names[here] = found.names[there]
        stem = of.alias or ("" if of.names else bits[-1].text.rpartition("/")[2].partition(".")[0])
        if stem:
            scope.names[stem] = Map(tuple(Entry(name, None, value) for name, value in found.names.items()))
        return NONE

    def _include(self, of: Include, scope: Scope) -> Value:
        bits = shown(self.value(of.path, scope))
        return self.files.included("".join(bit.text for bit in bits), bits[0]) if bits else NONE

    def _if(self, of: If, scope: Scope) -> Value:
        self.value(of.condition, scope)
        said = of.condition.name if isinstance(of.condition, Name) else ""
        if said in ("true", "false"):
            return self.value(of.then if said == "true" else of.other, scope)
        then = self.value(of.then, scope)
        return then if then is not NONE else self.value(of.other, scope)

    def _for(self, of: For, scope: Scope) -> Value:
        over = self.value(of.over, scope)
        if isinstance(over, Map):
            over = Seq(tuple(Seq((put(e.key, e.at) if e.at else EMPTY, e.value)) for e in over.entries))
        out: list[Bit] = []
        for item in over.items if isinstance(over, Seq) else ():
            inner = Scope(scope)
            if len(of.names) == 1:
                inner.names[of.names[0]] = item
            elif isinstance(item, Seq):
                inner.names.update(zip(of.names, item.items, strict=False))
            out.extend(shown(self.value(of.body, inner)))
        return Content(tuple(out))

    def _binary(self, of: Binary, scope: Scope) -> Value:
        left = self.value(of.left, scope)
        right = self.value(of.right, scope)
        if of.operator == "+" and isinstance(left, Seq) and isinstance(right, Seq):
            return Seq((*left.items, *right.items))
        if of.operator == "+" and isinstance(left, Map) and isinstance(right, Map):
            return Map((*left.entries, *right.entries))
        if of.operator == "+":
            return Content((*shown(left), *shown(right)))
        if of.operator in ("=", "+=") and isinstance(of.left, Name):
            scope.names[of.left.name] = right
            return NONE
        return left if of.operator in ("*", "-", "/") else NONE


def _size(value: Value) -> int:
    """How much *value* holds, apart from what is in its parts."""
    if isinstance(value, Content):
        return len(value.bits)
    return len(value.items) if isinstance(value, Seq) else 1


def _called(value: Value) -> str:
    return value.name if isinstance(value, Func | Native) else ""


def _bound(value: Value) -> Arguments:
    return value.bound if isinstance(value, Func | Native) else Arguments()


def _spread(names: Items, value: Value, scope: Scope) -> None:
    """Bind the names of ``((a, b)) => ...``."""
    items = value.items if isinstance(value, Seq) else ()
    for item, one in zip(names.items, items, strict=False):
        if isinstance(item.value, Name):
            scope.names[item.value.name] = one
