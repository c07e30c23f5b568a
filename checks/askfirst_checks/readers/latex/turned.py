"""Marks that do not stand raised behind the name: before its initials, ``Muster$^1$ A. B.``, or in brackets."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.latex.items import Item
from askfirst_checks.readers.latex.plain import plain

_LETTER = r"[^\W\d_a-z]"
_TURNED = pattern(
    rf"(?:[\s,;]*(?:(?:and|и)\s)?\s*[^\W\d_a-z][\w'’-]+\s*\0+\s*(?:{_LETTER}\.[\s-]*){{1,3}}){{2,200}}[\s,;.]*"
)
_INITIALS = pattern(rf"\s*(?:{_LETTER}\.[\s-]*)*")
_BRACKETED = pattern(r"(?<=[^\W\d_]|\.)[ \t]*[(\[](\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2}){0,20})[)\]]")
_LONGEST = 4_000


def unbracketed(line: list[Item]) -> list[Item]:
    """*line* with figures in brackets behind names as marks: ``Anna Muster (1,2), Bruno Probe (3)``."""
    if not any(_BRACKETED.search(i.text) for i in line if i.kind == "text" and ("(" in i.text or "[" in i.text)):
        return line
    if looks.institution("".join(i.text for i in line if i.kind == "text")):
        return line
    out: list[Item] = []
    for item in line:
        at = 0
        exact = len(item.text) == item.end - item.start
        for match in _BRACKETED.finditer(item.text) if item.kind == "text" and exact else ():
            first, last = item.start + match.start(), item.start + match.end()
            out.append(Item("text", item.text[at : match.start()], item.start + at, first))
            out.append(Item("mark", match[1].replace("and", ","), first, last))
            at = match.end()
        out.append(item._replace(text=item.text[at:], start=item.start + at) if at else item)
    return out


def turned(line: list[Item]) -> list[Item]:
    """*line* with each mark behind the initials, and the names apart, where all of it is written so."""
    if sum(i.kind == "mark" for i in line) < 2 or any(i.kind not in ("text", "mark", "gap") for i in line):
        return line
    said = "".join("\0" if i.kind == "mark" else plain(i.text) if i.text.strip() else " " for i in line)
    if len(said) > _LONGEST or not _TURNED.fullmatch(said):
        return line
    out: list[Item] = []
    marks: list[Item] = []
    for item in line:
        if item.kind == "mark":
            marks.append(item)
            continue
        at = _INITIALS.match(item.text)
        cut = at.end() if at and marks else 0
        if not marks or cut == len(item.text):
            out.append(item)
            continue
        exact = len(item.text) == item.end - item.start
        middle = item.start + cut if exact else item.start
        if cut:
            out.append(Item("text", item.text[:cut], item.start, middle if exact else item.end))
        out += [*marks, Item("comma", "", middle, middle), Item("text", item.text[cut:], middle, item.end)]
        marks = []
    return [*out, *marks]
