"""An author block in light mark-up, taken apart: names with their marks, and what stands behind each mark.

The text is one stretch of a document or one YAML string; nothing is tied or judged here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.marks import SYMBOLS, Raised, marks_of, raised, symbols
from askfirst_checks.readers.light_markup.text import GONE, masked, words

CAP = 20_000
"""Code points of a block that are read; fifty authors with addresses have fewer"""

_BLANK = pattern(r"\n[ \t]*\n")
_STARTING = pattern(
    rf"(?m)^[ \t>{GONE}]*(?:[-+•][ \t]+)?[{GONE}]*([{SYMBOLS}](?:{GONE}?[{SYMBOLS}]){{0,2}})"
    rf"[{GONE}]*(?![ \t]*$)[ \t]*(?=[^\W_]|[{GONE}])"
)
_NUMBERED = pattern(
    rf"(?m)^[ \t>{GONE}]*\(?\[?(\d{{1,2}}|[a-z](?=[.)\]])(?!\.\S*@))(?:[.):\]]+[ \t]*|[ \t]+)(?=[^\W\d_])"
)
_DEFINED = pattern(r"(?m)^\[(\^[\w-]{1,20})\]:[ \t]*")
_BETWEEN = pattern(r"[,;&\n·•|，、；،؛]|\s(?:and|und|et(?!\s+al)|и|---?|[–—])\s", re.IGNORECASE)
_JOINING = pattern(r"\s*(?:and|und|et|и|&)\b", re.IGNORECASE)
_FOOTNOTE = pattern(r"(?:\^\[(?!\^)|\\(?:thanks|footnote)\{)([^\[\]{}]{0,600})[\]}]")
_BRACKETS = pattern(r"\(([^()\n]{0,300})\)")
_BULLET = pattern(rf"[\s>{GONE}]*(?:[-+*•]|\d{{1,2}}[.)])?[ \t{GONE}]+(?=\S)")
_SOFT = pattern(rf"(?<![ {GONE}])\n[ \t]*(?=\S)")
_ET_AL = pattern(r"\bet\s+al\b\.?", re.IGNORECASE)
_EDGE = f" \t\n{GONE},:"
_OPENING = _EDGE + "{"
_TIGHT = ".,;:({[<>|"


class Aside(NamedTuple):
    """What stands in brackets, or in a footnote, and where."""

    start: int
    end: int
    note: bool
    """Whether it is a footnote"""


class Named(NamedTuple):
    """One piece of the names, as it stands between two commas."""

    name: str
    marks: tuple[str, ...]
    start: int
    end: int
    asides: tuple[Aside, ...] = ()
    """brackets and footnotes behind the name"""


class Noted(NamedTuple):
    """What stands behind a mark at the beginning of a line, or of a further sentence."""

    marks: tuple[str, ...]
    start: int
    end: int


class Block(NamedTuple):
    """One text taken apart."""

    text: str
    """masked, and without `asides`"""
    full: str
    """masked"""
    zone: tuple[int, int]
    """where the names stand"""
    noted: tuple[Noted, ...]
    asides: tuple[Aside, ...]

    def bare(self) -> str:
        """The printed words where the names stand, asides apart."""
        return words(self.text[slice(*self.zone)])

    def said(self, start: int, end: int) -> str:
        """The printed words of a stretch."""
        return words(self.full[start:end])


def block(text: str, *, numbered: bool = False, is_masked: bool = False) -> Block:
    """*text* taken apart; *numbered* where ``1. Institute`` at the beginning of a line counts as a mark."""
    full = text[:CAP] if is_masked else masked(text[:CAP])
    asides, text = _apart(_FOOTNOTE, full, len(full), True)
    heads = _heads(text, numbered)
    noted = []
    for place, head in enumerate(heads):
        end = heads[place + 1].start if place + 1 < len(heads) else len(text)
        blank = _BLANK.search(text, head.end, end)
        noted.append(Noted(head.marks, head.end, blank.start() if blank else end))
    first = heads[0].start if heads else len(text)
    brackets, text = _apart(_BRACKETS, text, first, False)
    return Block(text, full, (0, first), tuple(noted), tuple(sorted([*asides, *brackets])))


def _apart(shape: re.Pattern[str], text: str, end: int, note: bool) -> tuple[list[Aside], str]:
    """The asides of one *shape* before *end*, and *text* without them."""
    found = list(shape.finditer(text, 0, end))
    return [Aside(*match.span(1), note) for match in found], _blotted(text, [match.span() for match in found])


def _heads(text: str, numbered: bool) -> list[Raised]:
    found = {
        match.start(1): Raised(marks_of(match[1]), match.start(), match.end()) for match in _DEFINED.finditer(text)
    }
    for group in raised(text):
        if _leads(text, group):
            found.setdefault(group.start, group)
    starting = [*_STARTING.finditer(text), *(_NUMBERED.finditer(text) if numbered else ())]
    for match in starting:
        if match.start(1) not in found and not _is_bullet(text, match):
            found[match.start(1)] = Raised(marks_of(match[1]), match.start(1), match.end())
    heads: list[Raised] = []
    for head in sorted(found.values(), key=lambda one: one.start):
        if heads and not text[heads[-1].end : head.start].strip(f" ,{GONE}"):
            last = heads.pop()
            head = Raised((*last.marks, *head.marks), last.start, head.end)
        heads.append(head)
    return heads


def _is_bullet(text: str, match: re.Match[str]) -> bool:
    """Whether a star begins an item of a list, rather than marks a remark."""
    if match[1] != "*" or text[match.end(1)] not in " \t" or text[match.start(1) - 1 : match.start(1)] == GONE:
        return False
    line = text[match.end() : match.end() + 200].partition("\n")[0]
    return "@" not in line and not line_kinds.remark(words(line))


def _leads(text: str, group: Raised) -> bool:
    """Whether a group of marks stands before what it marks, rather than behind."""
    before = text[max(group.start - 20, 0) : group.start].rstrip(GONE)
    if before and not before[-1].isspace() and before[-1] not in _TIGHT:
        return False
    after = text[group.end : group.end + 40].lstrip(f" \t{GONE}{SYMBOLS}:.")
    return bool(after) and (after[0].isalnum() or after[0] in "\"'“(<$\\@[") and not _JOINING.match(after)


def names(block: Block, zone: tuple[int, int] | None = None) -> list[Named]:
    """The pieces of the names, in order; those that are no name are among them."""
    start, end = zone or block.zone
    text = block.text[:end]
    text = _blotted(text, [match.span() for match in _ET_AL.finditer(text, start)])
    text, groups = _without_marks(text, start)
    starts, asides = [one.start for one in groups], block.asides
    beside = [one.start for one in asides]
    pieces: list[Named] = []
    for first, last in _cut(text, start, end, groups):
        marks = tuple(
            mark for one in groups[bisect_left(starts, first) : bisect_left(starts, last)] for mark in one.marks
        )
        name, at, to = _bare(text, first, last)
        piece = Named(name, marks, at, to, tuple(asides[bisect_left(beside, first) : bisect_left(beside, last)]))
        if piece.name:
            pieces.append(piece)
        elif pieces:
            owner = pieces[-1]
            pieces[-1] = owner._replace(marks=(*owner.marks, *piece.marks), asides=(*owner.asides, *piece.asides))
    return pieces


def _without_marks(text: str, start: int) -> tuple[str, list[Raised]]:
    """*text* with its marks gone, and the marks in order."""
    groups = raised(text, start)
    text = _blotted(text, [one.span for one in groups])
    groups = sorted([*groups, *(one for one in symbols(text, start))], key=lambda one: one.start)
    text = _blotted(text, [one.span for one in groups])
    return _unwrapped(text, start) if groups else text, groups


def _blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """*text* with *spans*, which are in order and apart, gone."""
    parts, done = [], 0
    for first, last in spans:
        parts += [text[done:first], GONE * (last - first)]
        done = last
    return "".join([*parts, text[done:]])


def _unwrapped(text: str, start: int) -> str:
    """*text* with a space for the line ends within a name, where editors wrap lines: ``van der\\nMoss``."""
    letters = list(text)
    for match in _SOFT.finditer(text, start):
        before = _BETWEEN.split(text[max(start, match.start() - 80) : match.start()])[-1].replace(GONE, "").split()
        after = _BETWEEN.split(text[match.end() : match.end() + 80])[0].replace(GONE, "").split()
        marked = text[match.start() - 1] == GONE
        if before and after and not marked and (1 in (len(before), len(after)) or _goes_on(before[-1], after[0])):
            letters[match.start()] = " "
    return "".join(letters)


def _goes_on(before: str, after: str) -> bool:
    return before[0].islower() or after[0].islower()


def _cut(text: str, start: int, end: int, groups: list[Raised]) -> list[tuple[int, int]]:
    """Between separators, and behind marks: ``Ada Feld^1^ Bo Lind^2^``."""
    bounds = [match.span() for match in _BETWEEN.finditer(text, start, end)]
    bounds += [(one.end, one.end) for one in groups]
    cut = []
    for first, last in sorted(bounds):
        if first >= start:
            cut.append((start, first))
            start = last
    return [*cut, (start, end)]


def _bare(text: str, first: int, last: int) -> tuple[str, int, int]:
    """A piece without bullet and punctuation, and where it stands."""
    if bullet := _BULLET.match(text, first, last):
        first = bullet.end()
    while first < last and text[first] in _OPENING:
        first += 1
    while last > first and text[last - 1] in _EDGE:
        last -= 1
    if text[last - 1 : last] == "." and last - 4 >= first and text[last - 4 : last - 1].isalpha():
        last -= 1  # a full stop; that of an initial or of "Jr." stays
    if text.count("}", first, last) > text.count("{", first, last) and text[last - 1] == "}":
        last -= 1
    return words(text[first:last]), first, last
