"""Marks that do not stand raised behind the name: before its initials, ``Muster$^1$ A. B.``, or in brackets."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.tokens.lines import SEPARATOR, segments
from askfirst_checks.readers.latex.tokens.token import only
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
    texts = only(line, "text")
    if not any(map(_has_figures, texts)) or line_kinds.institution("".join(i.text for i in texts)):
        return line
    out: list[Item] = []
    for item in line:
        out += _cut_at_brackets(item) if item.kind == "text" and _is_exact(item) else [item]
    return out


def _has_figures(item: Item) -> bool:
    return ("(" in item.text or "[" in item.text) and _BRACKETED.search(item.text) is not None


def _cut_at_brackets(item: Item) -> list[Item]:
    out: list[Item] = []
    at = 0
    for match in _BRACKETED.finditer(item.text):
        first, last = item.start + match.start(), item.start + match.end()
        out.append(Item("text", item.text[at : match.start()], item.start + at, first))
        out.append(Item("mark", match[1].replace("and", ","), first, last))
        at = match.end()
    return [*out, item._replace(text=item.text[at:], start=item.start + at) if at else item]


def _is_exact(item: Item) -> bool:
    """Whether each character of its text stands where it is in the source."""
    return len(item.text) == item.end - item.start


def _is_plain(line: list[Item]) -> bool:
    """Whether nothing but words, marks and blanks stands in *line*."""
    return all(i.kind in ("text", "mark", "gap") for i in line)


def fronted(line: list[Item]) -> list[Item]:
    """*line* with each mark behind the full name it stands before: ``$^1$Anna Muster, $^2$Bruno Probe``."""
    if not _is_plain(line) or not all(map(line_kinds.full_name, segments(line))):
        return line
    out: list[Item] = []
    held: list[Item] = []
    for item in line:
        if item.kind == "mark":
            out += held
            held = [item]
            continue
        end = SEPARATOR.search(item.text) if item.kind == "text" and held else None
        if end is not None and _is_exact(item):
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
    if not _is_turned(line):
        return line
    out: list[Item] = []
    marks: list[Item] = []
    for item in line:
        if item.kind == "mark":
            marks.append(item)
            continue
        initials = _INITIALS.match(item.text) if marks else None
        if initials is None or initials.end() == len(item.text):
            out.append(item)
        else:
            out += _parted(item, initials.end(), marks)
            marks = []
    return [*out, *marks]


def _is_turned(line: list[Item]) -> bool:
    """Whether *line* is two people or more, each with a mark between family name and initials."""
    if sum(i.kind == "mark" for i in line) < 2 or not _is_plain(line):
        return False
    said = "".join("\0" if i.kind == "mark" else plain(i.text) if i.text.strip() else " " for i in line)
    said = " ".join(said.split())
    done = 0
    while done < len(said) <= _LONGEST and (one := _TURNED.match(said, done)):
        done = one.end()
    return done == len(said)


def _parted(item: Item, cut: int, marks: list[Item]) -> list[Item]:
    """The initials, which end at *cut*, the *marks* of that person, and the next name."""
    exact = _is_exact(item)
    middle = item.start + cut if exact else item.start
    initials = [Item("text", item.text[:cut], item.start, middle if exact else item.end)] if cut else []
    return [*initials, *marks, Item("comma", "", middle, middle), Item("text", item.text[cut:], middle, item.end)]
