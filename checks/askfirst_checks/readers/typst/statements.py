"""The statements of Typst: bindings, rules, files, branches, loops. Never raises."""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.light import NamedTuple, Protocol
from askfirst_checks.readers.typst.cursor import Cursor
from askfirst_checks.readers.typst.syntax import (
    NOTHING,
    Binary,
    Bit,
    Expression,
    For,
    Function,
    If,
    Import,
    Include,
    Item,
    Items,
    Let,
    Name,
    Set,
    Show,
)


class Expressions(Protocol):
    """Parses one expression."""

    def __call__(self, cursor: Cursor, *, lines: bool = False) -> Expression:
        """The expression that stands here."""


class Parsers(NamedTuple):
    """What a statement is made of."""

    expression: Expressions
    items: Callable[[Cursor], Items]
    """what stands between round brackets, which are taken"""


def statement(cursor: Cursor, parse: Parsers) -> Expression | None:
    """The statement that stands here; None where no keyword of one does."""
    before = cursor.at
    word = cursor.identifier()
    read = _STATEMENTS.get(word.text) if word else None
    if read is None:
        cursor.at = before
        return None
    cursor.blanks(lines=False)
    return read(cursor, parse)


def _let(cursor: Cursor, parse: Parsers) -> Expression:
    name = cursor.identifier()
    if name is None:
        return _taken_apart(cursor, parse)
    parameters: tuple[Item, ...] | None = None
    if cursor.looks_at("("):
        parameters = parse.items(cursor).items
    cursor.blanks(lines=False)
    if not cursor.take("="):
        return Let((name.text,), NOTHING)
    cursor.blanks()
    value = parse.expression(cursor)
    return Let((name.text,), value if parameters is None else Function(parameters, value))


def _taken_apart(cursor: Cursor, parse: Parsers) -> Expression:
    """``let (a, b) = ...``"""
    found = parse.expression(cursor) if cursor.looks_at("(") else NOTHING
    if not isinstance(found, Binary) or not isinstance(found.left, Items):
        return NOTHING
    each = [item.value for item in found.left.items if not item.is_spread]
    return Let(tuple(one.name if isinstance(one, Name) else "_" for one in each), found.right)


def _set(cursor: Cursor, parse: Parsers) -> Expression:
    call = parse.expression(cursor)
    cursor.blanks(lines=False)
    if cursor.word("if"):
        parse.expression(cursor)
    return Set(call)


def _show(cursor: Cursor, parse: Parsers) -> Expression:
    is_whole = cursor.take(":")
    if not is_whole:
        parse.expression(cursor)
        cursor.blanks(lines=False)
        cursor.take(":")
    cursor.blanks(lines=False)
    start = cursor.at
    by = parse.expression(cursor)
    return Show(by, cursor.bit(start, cursor.at)) if is_whole else NOTHING


def _import(cursor: Cursor, parse: Parsers) -> Expression:
    path = parse.expression(cursor)
    cursor.blanks(lines=False)
    alias = _alias(cursor)
    cursor.blanks(lines=False)
    if not cursor.take(":"):
        return Import(path, (), alias.text if alias else "")
    cursor.blanks(lines=False)
    if cursor.take("*"):
        return Import(path, (("*", "*"),))
    return Import(path, _imported_names(cursor), alias.text if alias else "")


def _imported_names(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """``a, b as c``, in round brackets or without."""
    in_brackets = cursor.take("(")
    names: list[tuple[str, str]] = []
    while cursor.step():
        cursor.blanks(lines=in_brackets)
        there = cursor.identifier()
        if there is None:
            break
        while cursor.take("."):
            there = cursor.identifier() or there
        cursor.blanks(lines=in_brackets)
        here = _alias(cursor)
        names.append((there.text, (here or there).text))
        cursor.blanks(lines=in_brackets)
        if not cursor.take(","):
            break
    if in_brackets:
        cursor.blanks()
        cursor.take(")")
    return tuple(names)


def _alias(cursor: Cursor) -> Bit | None:
    """The name behind ``as``, if that stands here."""
    if not cursor.word("as"):
        return None
    cursor.blanks(lines=False)
    return cursor.identifier()


def _include(cursor: Cursor, parse: Parsers) -> Expression:
    return Include(parse.expression(cursor))


def _if(cursor: Cursor, parse: Parsers) -> Expression:
    condition = parse.expression(cursor)
    cursor.blanks()
    then = parse.expression(cursor)
    before = cursor.at
    cursor.blanks()
    if not cursor.word("else"):
        cursor.at = before
        return If(condition, then, NOTHING)
    cursor.blanks()
    return If(condition, then, parse.expression(cursor))


def _for(cursor: Cursor, parse: Parsers) -> Expression:
    names: list[str] = []
    cursor.take("(")
    while cursor.step() and not cursor.word("in") and (name := cursor.identifier()):
        names.append(name.text)
        cursor.blanks()
        cursor.take(",")
        cursor.take(")")
        cursor.blanks()
    over = parse.expression(cursor)
    cursor.blanks()
    return For(tuple(names), over, parse.expression(cursor))


def _while(cursor: Cursor, parse: Parsers) -> Expression:
    parse.expression(cursor)
    cursor.blanks()
    parse.expression(cursor)
    return NOTHING


def _value(cursor: Cursor, parse: Parsers) -> Expression:
    """``context`` and ``return`` stand before what they give."""
    return parse.expression(cursor)


_STATEMENTS: dict[str, Callable[[Cursor, Parsers], Expression]] = {
    "let": _let, "set": _set, "show": _show, "import": _import, "include": _include, "if": _if, "for": _for,
    "while": _while, "context": _value, "return": _value,
}  # fmt: skip
