"""Typst's code mode, read into expressions as far as it can carry a name; what is broken is passed over."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.source.mapped_text import Source
from askfirst_checks.readers.typst import statements
from askfirst_checks.readers.typst.cursor import Cursor
from askfirst_checks.readers.typst.markup import markup
from askfirst_checks.readers.typst.mathematics import printed
from askfirst_checks.readers.typst.syntax import (
    NOTHING,
    Binary,
    Call,
    Code,
    Expression,
    Field,
    Function,
    Item,
    Items,
    Literally,
    Markup,
    Name,
)

_OPERATOR = pattern(r"\+=|-=|\*=|/=|==|!=|<=|>=|[+\-*/<>=](?!=)|(?:and|or|in|not in)\b")
_ARROW = pattern(r"\s*=>")
_LABEL = pattern(r"<[\w:.-]{1,80}>")


def parsed(source: Source, end: int) -> tuple[Markup, bool]:
    """The markup of a whole file up to *end*, and whether a bound cut it short."""
    cursor = Cursor(source, min(end, len(source.text)))
    whole = markup(cursor, embedded, "")
    return whole, cursor.is_cut


def embedded(cursor: Cursor) -> Expression:
    """The code behind a number sign in markup; the statement's semicolon is taken."""
    found = statements.statement(cursor, _PARSERS)
    if found is None:
        before = cursor.at
        found = _behind(cursor, _primary(cursor), is_tight=True)
        if cursor.at == before:
            return Literally((cursor.bit(before - 1, before),))
    if not isinstance(found, Literally):
        cursor.take(";")
    return found


def expression(cursor: Cursor, *, lines: bool = False) -> Expression:
    """An expression; *lines*: it may go on behind line ends, as between round brackets."""
    if not cursor.down():
        return NOTHING
    found = _operand(cursor, lines)
    while cursor.step():
        before = cursor.at
        cursor.blanks(lines=lines)
        operator = _OPERATOR.match(cursor.text, cursor.at, cursor.end)
        if operator is None or cursor.looks_at("=>"):
            cursor.at = before
            break
        cursor.at = operator.end()
        cursor.blanks()
        found = Binary(operator[0], found, _operand(cursor, lines))
    cursor.up()
    return found


def _operand(cursor: Cursor, lines: bool) -> Expression:
    cursor.blanks(lines=lines)
    while cursor.step() and (cursor.take("-") or cursor.take("+") or cursor.word("not")):
        cursor.blanks(lines=lines)
    found = statements.statement(cursor, _PARSERS)
    if found is None:
        found = _behind(cursor, _primary(cursor), is_tight=False)
    arrow = _ARROW.match(cursor.text, cursor.at, cursor.end)
    if arrow is None or not isinstance(found, Items | Name):
        return found
    cursor.at = arrow.end()
    parameters = found.items if isinstance(found, Items) else (Item(found),)
    cursor.blanks()
    return Function(parameters, expression(cursor, lines=lines))


def _primary(cursor: Cursor) -> Expression:
    """What stands alone: a literal, a variable, something in brackets."""
    sign = cursor.text[cursor.at : cursor.at + 1] if cursor.step() else ""
    if sign == '"':
        return cursor.string()
    if sign == "[":
        cursor.at += 1
        return markup(cursor, embedded, "]")
    if sign == "(":
        return items(cursor)
    if sign == "{":
        return block(cursor)
    if sign == "`":
        return cursor.raw()
    if sign == "$":
        return Literally(printed(cursor.maths()))
    if sign == "<" and (label := _LABEL.match(cursor.text, cursor.at, cursor.end)):
        cursor.at = label.end()
        return NOTHING
    if name := cursor.identifier():
        return Name(name.text, name)
    return cursor.number() or NOTHING


def _behind(cursor: Cursor, found: Expression, *, is_tight: bool) -> Expression:
    """*found* with the fields, arguments and content that stand behind it; *is_tight*: with nothing between."""
    start = cursor.at
    while cursor.step():
        if cursor.looks_at("(") and not isinstance(found, Literally):
            found = Call(found, items(cursor).items, cursor.bit(start, cursor.at))
        elif cursor.looks_at("[") and isinstance(found, Name | Call | Field):
            cursor.at += 1
            content = Item(markup(cursor, embedded, "]"))
            arguments = (*found.arguments, content) if isinstance(found, Call) else (content,)
            callee = found.callee if isinstance(found, Call) else found
            found = Call(callee, arguments, cursor.bit(start, cursor.at))
        elif not (field := _field(cursor, found, is_tight)):
            break
        else:
            found = field
    return found


def _field(cursor: Cursor, target: Expression, is_tight: bool) -> Field | None:
    before = cursor.at
    if not is_tight:
        cursor.blanks()
    if cursor.take(".") and (name := cursor.identifier()):
        return Field(target, name.text, name)
    cursor.at = before
    return None


def items(cursor: Cursor) -> Items:
    """What stands between round brackets, which are taken."""
    cursor.at += 1
    found: list[Item] = []
    commas = 0
    while cursor.step():
        cursor.blanks()
        if cursor.take(")"):
            break
        before = cursor.at
        if cursor.take(",") or cursor.take(";") or cursor.take(":"):
            commas += 1
            continue
        found.append(_item(cursor))
        if cursor.at == before:
            cursor.at += 1  # a sign that fits nowhere
    return Items(tuple(found), is_group=not commas and len(found) == 1 and not found[0].key)


def _item(cursor: Cursor) -> Item:
    if cursor.take(".."):
        return Item(expression(cursor, lines=True), is_spread=True)
    value = expression(cursor, lines=True)
    before = cursor.at
    cursor.blanks()
    if not isinstance(value, Name | Literally | Items | Field) or not cursor.take(":"):
        cursor.at = before
        return Item(value)
    key = value.name if isinstance(value, Name) else ""
    at = value.at if isinstance(value, Name) else None
    if isinstance(value, Literally) and value.bits:
        key, at = "".join(bit.text for bit in value.bits), value.bits[0]
    return Item(expression(cursor, lines=True), key or "?", at)


def block(cursor: Cursor) -> Code:
    """The statements between curly brackets, which are taken."""
    cursor.at += 1
    found: list[Expression] = []
    while cursor.step():
        cursor.blanks()
        if cursor.take("}"):
            break
        before = cursor.at
        found.append(expression(cursor))
        if cursor.at == before:
            cursor.at += 1
    return Code(tuple(found))


_PARSERS = statements.Parsers(expression, items)
