"""Marks that do not stand raised behind the name: before its initials, ``Muster$^1$ A. B.``, or in brackets."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.tokens.lines import SEPARATOR, segments
from askfirst_checks.readers.latex.tokens.tokenizer import Item
from askfirst_checks.readers.tex.plain_text import plain

_LETTER = r"[^\W\d_a-z]"
_TURNED = pattern(
    rf"[ ,;]*(?:(?:and|и) )?[^\W\d_a-z][\w'’-]{{1,60}} ?\0{{1,9}} ?{_LETTER}\.(?:[ -]?{_LETTER}\.){{0,2}}[ ,;.]*"
)
"""one person, in a text with single spaces"""
_INITIALS = pattern(rf"\s*(?:{_LETTER}\.[\s-]*)*")
_FAMILY_FIRST = pattern(
    r"(?:(?:van|von|der|den|de|del|la|da|dos|di|le|al|el|ten|ter|zu)\s+){0,3}[^\W\d_a-z][\w'’-]+\s*,\s*"
    r"[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*){0,3}"
)
_BRACKETED = pattern(r"(?<=[^\W\d_]|\.)[ \t]*[(\[](\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2}){0,20})[)\]]")
_LONGEST = 4_000


def unbracketed(line: list[Item]) -> list[Item]:
    """*line* with figures in brackets behind names as marks: ``Anna Muster (1,2), Bruno Probe (3)``."""
    if not any(_BRACKETED.search(i.text) for i in line if i.kind == "text" and ("(" in i.text or "[" in i.text)):
        return line
    if line_kinds.institution("".join(i.text for i in line if i.kind == "text")):
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


def fronted(line: list[Item]) -> list[Item]:
    """*line* with each mark behind the full name it stands before: ``$^1$Anna Muster, $^2$Bruno Probe``."""
    if any(i.kind not in ("text", "mark", "gap") for i in line) or not all(map(line_kinds.full_name, segments(line))):
        return line
    out: list[Item] = []
    held: list[Item] = []
    for item in line:
        if item.kind == "mark":
            out += held
            held = [item]
            continue
        end = SEPARATOR.search(item.text) if item.kind == "text" and held else None
        if end is not None and len(item.text) == item.end - item.start:
            at = item.start + end.start()
            out += [Item("text", item.text[: end.start()], item.start, at), *held]
            out.append(Item("text", item.text[end.start() :], at, item.end))
            held = []
        else:
            out.append(item)
    return [*out, *held]


def inverted(line: list[Item]) -> bool:
    """Whether *line* is people by semicolons, family name first: ``Muster, Anna; Probe, Bruno``."""
    said = "".join(plain(i.text) for i in line if i.kind == "text")
    people = [one.strip() for one in said.split(";") if one.strip()] if ";" in said and len(said) < _LONGEST else []
    return len(people) > 1 and all(_FAMILY_FIRST.fullmatch(one) for one in people)


def turned(line: list[Item]) -> list[Item]:
    """*line* with each mark behind the initials, and the names apart, where all of it is written so."""
    if sum(i.kind == "mark" for i in line) < 2 or any(i.kind not in ("text", "mark", "gap") for i in line):
        return line
    said = "".join("\0" if i.kind == "mark" else plain(i.text) if i.text.strip() else " " for i in line)
    said = " ".join(said.split())
    done = 0
    while done < len(said) <= _LONGEST and (one := _TURNED.match(said, done)):
        done = one.end()
    if done < len(said):
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
