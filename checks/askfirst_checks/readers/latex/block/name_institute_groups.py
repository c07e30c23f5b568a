r"""People and their institute in one comma list, as JACoW sets it: ``A. Muster, B. Probe, DESY, Hamburg, Germany``."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.tokens.lines import EDGE, SEPARATOR
from askfirst_checks.readers.latex.tokens.token import only
from askfirst_checks.readers.latex.tokens.tokenizer import Item
from askfirst_checks.readers.tex.plain_text import plain

_ACRONYM = pattern(r"[A-Z][A-Z0-9/&-]+(?:\s+[A-Z][A-Z0-9/&-]+)*")
_LABORATORY = pattern(r"[A-Z][A-Z0-9&/-]{2,11}")
_TOWN = pattern(r"[A-Z][^\W\d_]+(?:[ -][A-Z]?[^\W\d_]+){0,2}")
_INITIAL = pattern(r"(?:^|\s)[^\W\d_a-z][a-z]?\.")
_BRACKETED = pattern(r"[\s,;]*(?:and\s+)?([^\s(),;][^(),;]{2,60}?)\s*\(([^()]{3,300})\)")
_DASHED = pattern(r"\s*([^\s,;()–—][^,;()–—]{2,60}?)\s+(?:-{2,3}|[–—])\s+(\S[^\0]{2,300}?)\s*")
_LONGEST = 2_000
_MARKS = frozenset({"mark", "notemark", "note", "orcid"})


class _Piece(NamedTuple):
    """What stands between two commas."""

    text: str
    item: int
    """number of the item it begins in"""
    offset: int
    """in that item's text"""
    marked: bool


def groups(line: list[Item], *, strict: bool) -> list[tuple[list[Item], list[Item]]]:
    """The people and the institute of each group of *line*; none where it is no such list.

    *strict*: people are only believed with an initial or a mark, since affiliation lines look like this too.
    """
    if not any("," in i.text for i in only(line, "text")):
        return []
    pieces = _pieces(line)
    while pieces and not pieces[-1].text:
        pieces.pop()
    out = []
    at = 0
    while at < len(pieces):
        end = _next(pieces, at)
        group = pieces[at:end]
        start = _institute(group)
        if start is None or not _are_people(group[:start], strict):
            return []
        stop = pieces[end] if end < len(pieces) else None
        out.append((_cut(line, group[0], group[start]), _cut(line, group[start], stop)))
        at = end
    return out


def _pieces(line: list[Item]) -> list[_Piece]:
    starts, runs, marked = [(0, 0)], [""], [False]
    for index, item in enumerate(line):
        if item.kind != "text":
            runs[-1] += " " if item.kind == "gap" else ""
            marked[-1] = marked[-1] or item.kind in _MARKS
            continue
        if _is_within(line, index, runs[-1]):
            runs[-1] += "&" if line[index + 1].text[:1].isalnum() else " & "
            continue
        first, *further = _separated(item.text)
        runs[-1] += first[1]
        for at, text in further:
            starts.append((index, at))
            runs.append(text)
            marked.append(False)
    texts = (plain(run).strip(EDGE) for run in runs)
    return [_Piece(text, *start, mark) for text, start, mark in zip(texts, starts, marked, strict=True)]


def _is_within(line: list[Item], index: int, before: str) -> bool:
    r"""Whether an item is the sign within an institution's name: ``A\&M``."""
    return line[index].text == "\\&" and before[-1:].isalnum() and index + 1 < len(line)


def _separated(text: str) -> list[tuple[int, str]]:
    """What stands between the separators of *text*, and where each piece begins."""
    out, at = [], 0
    for match in SEPARATOR.finditer(text):
        out.append((at, text[at : match.start()]))
        at = match.end()
    return [*out, (at, text[at:])]


def _next(pieces: list[_Piece], at: int) -> int:
    """Where the group after the one at *at* begins: with an initial, behind a country."""
    for index in range(at + 1, len(pieces)):
        text = pieces[index].text
        if line_kinds.country(pieces[index - 1].text) and _INITIAL.search(text) and line_kinds.name(text):
            return index
    return len(pieces)


def _institute(pieces: list[_Piece]) -> int | None:
    """Where the institute begins, if the last piece is one, or a place."""
    if len(pieces) < 2 or any(line_kinds.team(p.text) for p in pieces[1:]) or not _ends_in_place(pieces):
        return None
    for index, piece in enumerate(pieces[1:], 1):
        if _is_institute(piece.text):
            return index
    index = len(pieces) - 1
    while index > 1 and not pieces[index - 1].marked and " " not in pieces[index - 1].text:
        index -= 1
    return index


def _ends_in_place(pieces: list[_Piece]) -> bool:
    last = pieces[-1].text
    return line_kinds.affiliation(last) or line_kinds.country(last) or _in_town(pieces) or _laboratory(pieces)


def _is_institute(text: str) -> bool:
    return line_kinds.institution(text) or (_ACRONYM.fullmatch(text) is not None and not _title(text))


def _in_town(pieces: list[_Piece]) -> bool:
    """Whether a name stands before an institution, and that before single words: ``Anna Muster, ..., Oldtown``."""
    if len(pieces) < 3 or not line_kinds.institution(pieces[1].text) or " " not in pieces[1].text:
        return False
    return line_kinds.full_name(pieces[0].text) and not any(" " in p.text or p.marked for p in pieces[2:])


def _laboratory(pieces: list[_Piece]) -> bool:
    """Whether names with initials stand before an acronym and a town: ``A. Muster, B. Probe, DESY, Hamburg``."""
    if len(pieces) < 3 or not _LABORATORY.fullmatch(pieces[-2].text) or _title(pieces[-2].text):
        return False
    return _TOWN.fullmatch(pieces[-1].text) is not None and all(_INITIAL.search(p.text) for p in pieces[:-2])


def bracketed(line: list[Item]) -> list[tuple[list[Item], list[Item]]]:
    """Each name of *line* and the institution in parentheses, or behind a dash, where the line is nothing else."""
    texts = [item for item in line if item.text.strip()]
    if len(texts) != 1 or texts[0].kind != "text" or len(texts[0].text) > _LONGEST:
        return []
    dashed = _DASHED.fullmatch(texts[0].text)
    if dashed and _is_person_at_institution(dashed):
        return [_halves(texts[0], dashed)]
    return _in_brackets(texts[0])


def _in_brackets(item: Item) -> list[tuple[list[Item], list[Item]]]:
    at = 0
    out: list[tuple[list[Item], list[Item]]] = []
    while at < len(item.text):
        match = _BRACKETED.match(item.text, at)
        if not match or not _is_person_at_institution(match):
            return out if out and not item.text[at:].strip(EDGE) else []
        out.append(_halves(item, match))
        at = match.end()
    return out


def _is_person_at_institution(match: re.Match[str]) -> bool:
    return line_kinds.full_name(plain(match[1])) and line_kinds.institution(plain(match[2]))


def _halves(item: Item, match: re.Match[str]) -> tuple[list[Item], list[Item]]:
    return [_shorter(item, *match.span(1))], [_shorter(item, *match.span(2))]


def _title(text: str) -> bool:
    return line_kinds.degree(text) or line_kinds.SUFFIX.match(text) is not None


def _are_people(pieces: list[_Piece], strict: bool) -> bool:
    return all(_person(p, strict) for p in pieces if p.text)


def _person(piece: _Piece, strict: bool) -> bool:
    name = line_kinds.untitled(piece.text)
    sure = piece.marked or _INITIAL.search(name) is not None
    return line_kinds.name(name) and not line_kinds.country(name) and (sure or (" " in name and not strict))


def _cut(line: list[Item], start: _Piece, stop: _Piece | None) -> list[Item]:
    """The items from *start* to *stop*, the first and the last cut to fit."""
    if stop is not None and stop.item == start.item:
        return [_shorter(line[start.item], start.offset, stop.offset)]
    row = line[start.item : len(line) if stop is None else stop.item + 1]
    if stop is not None:
        row[-1] = _shorter(row[-1], 0, stop.offset)
    return [_shorter(row[0], start.offset, len(row[0].text)), *row[1:]] if start.offset else row


def _shorter(item: Item, start: int, stop: int) -> Item:
    exact = len(item.text) == item.end - item.start
    ends = (item.start + start, item.start + stop) if exact else (item.start, item.end)
    return Item(item.kind, item.text[start:stop], *ends)
