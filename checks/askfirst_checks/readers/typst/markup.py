"""Typst's markup mode: text, headings, emphasis, and the code that stands behind a number sign. Never raises."""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.typst.cursor import Cursor
from askfirst_checks.readers.typst.mathematics import printed
from askfirst_checks.readers.typst.syntax import NOTHING, Bit, Expression, Literally, Markup, Styled

Embedded = Callable[[Cursor], Expression]
"""parses the code behind a number sign"""

_PLAIN = pattern(r"[^\\#*_`$<@~\n\[\]/]+")
_LINE_START = pattern(r"[ \t]*(={1,6})[ \t]+")
_PARAGRAPH = pattern(r"\n[ \t]*(?:\n[ \t]*)+")
_BREAK = pattern(r"\\(?=\s|$)[ \t]*\n?[ \t]*")
_DASHES = pattern(r"---?")
_LABEL = pattern(r"<[\w:.-]{1,80}>")
_REFERENCE = pattern(r"@[\w][\w:.-]*")
_ADDRESS = pattern(r"//[^\s\[\]()<>\"]*")


def markup(cursor: Cursor, embedded: Embedded, until: str) -> Markup:
    """Markup up to the sign *until* (``]``, a line end), which is taken; to the end of the text where that is empty."""
    parts: list[Expression] = []
    if not cursor.down():
        return Markup(())
    level = 0
    is_bold = False
    bold_from = 0
    while cursor.step():
        sign = cursor.text[cursor.at]
        if sign == until and not level:
            cursor.at += 1
            break
        if until == "\n" and sign == "]" and not level:
            break
        if sign in "[]":
            level += 1 if sign == "[" else -1
            parts.append(Literally((cursor.bit(cursor.at, cursor.at + 1),)))
            cursor.at += 1
        elif sign == "*" and not cursor.looks_at("*/"):
            cursor.at += 1
            if is_bold:
                parts[bold_from:] = [Styled("strong", Markup(tuple(parts[bold_from:])))]
            is_bold, bold_from = not is_bold, len(parts)
        else:
            parts.append(_one(cursor, embedded))
    cursor.up()
    return Markup(tuple(parts))


def _one(cursor: Cursor, embedded: Embedded) -> Expression:
    sign = cursor.text[cursor.at]
    if found := _PLAIN.match(cursor.text, cursor.at, cursor.end):
        start = cursor.at
        if _begins_line(cursor) and (heading := _LINE_START.match(cursor.text, start, cursor.end)):
            cursor.at = heading.end()
            return Styled("heading", markup(cursor, embedded, "\n"))
        cursor.at = found.end()
        return Literally(_dashed(cursor, start))
    if sign == "#":
        cursor.at += 1
        return embedded(cursor)
    if sign == "`":
        return cursor.raw()
    if sign == "$":
        return Literally(printed(cursor.maths()))
    return _sign(cursor, sign)


def _dashed(cursor: Cursor, start: int) -> tuple[Bit, ...]:
    """The text from *start* to here; ``--`` and ``---`` are dashes."""
    if "--" not in cursor.text[start : cursor.at]:
        return (cursor.bit(start, cursor.at),)
    bits: list[Bit] = []
    for found in _DASHES.finditer(cursor.text, start, cursor.at):
        bits.append(cursor.bit(start, found.start()))
        bits.append(Bit("–" if len(found[0]) == 2 else "—", cursor.source, *found.span()))
        start = found.end()
    return (*bits, cursor.bit(start, cursor.at))


def _sign(cursor: Cursor, sign: str) -> Expression:
    """One of the signs that stand for something else."""
    start = cursor.at
    if sign == "\n":
        found = _PARAGRAPH.match(cursor.text, start, cursor.end)
        cursor.at = found.end() if found else start + 1
        return _put(cursor, start, "\n\n" if found else " ")
    if sign == "\\":
        found = _BREAK.match(cursor.text, start, cursor.end)
        if found is None:
            return Literally((cursor.escape(),))
        cursor.at = found.end()
        return _put(cursor, start, "\n")
    if sign == "/" and (cursor.looks_at("//") or cursor.looks_at("/*")):
        return _comment_or_address(cursor)
    if end := _pointer(cursor, sign):
        cursor.at = end
        name = cursor.text[start + 1 : end].strip("<>.:")
        bit = Bit("", cursor.source, start, end)
        return Literally((bit._replace(label=name) if sign == "<" else bit._replace(points=name),))
    cursor.at += 1
    if sign == "_" and not _inside_word(cursor, start):
        return NOTHING
    return _put(cursor, start, " ") if sign == "~" else Literally((cursor.bit(start, cursor.at),))


def _pointer(cursor: Cursor, sign: str) -> int:
    """Where a label or a reference that stands here ends; 0 where none does, as in an address of e-mail."""
    if sign not in "<@":
        return 0
    found = (_LABEL if sign == "<" else _REFERENCE).match(cursor.text, cursor.at, cursor.end)
    is_mail = sign == "@" and cursor.text[cursor.at - 1 : cursor.at].isalnum() and found and "." in found[0].strip(".")
    return found.end() if found and not is_mail else 0


def _comment_or_address(cursor: Cursor) -> Expression:
    start = cursor.at
    if cursor.looks_at("/*"):
        cursor.comment()
        return NOTHING
    if cursor.text[start - 1 : start] == ":" and (found := _ADDRESS.match(cursor.text, start, cursor.end)):
        cursor.at = found.end()
        return Literally((cursor.bit(start, cursor.at),))
    end = cursor.text.find("\n", start, cursor.end)
    cursor.at = cursor.end if end < 0 else end
    return NOTHING


def _put(cursor: Cursor, start: int, text: str) -> Literally:
    return Literally((Bit(text, cursor.source, start, max(cursor.at, start + 1)),))


def _begins_line(cursor: Cursor) -> bool:
    before = cursor.text[max(0, cursor.at - 80) : cursor.at].rpartition("\n")
    return not before[2].strip() or before[2].endswith("[")


def _inside_word(cursor: Cursor, at: int) -> bool:
    return cursor.text[at - 1 : at].isalnum() and cursor.text[at + 1 : at + 2].isalnum()
