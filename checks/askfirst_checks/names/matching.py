"""Whole names found in a printed text, word by word. Shared by the embedded list and the ROR index."""

from __future__ import annotations

from bisect import bisect_left

from askfirst_checks.light import NamedTuple, Protocol
from askfirst_checks.names.abbreviations import CANONICAL, FILLERS, canonical
from askfirst_checks.names.normalise import places
from askfirst_checks.patterns import pattern

_BOUNDARY = pattern(r"[,;:|/•·、，；：。]")


class Name(NamedTuple):
    """One spelling of one body."""

    words: list[str]
    """as `abbreviations.canonical` gives them"""
    kind: str
    """``a`` decides alone, ``h`` at home, ``s`` and ``g`` with a second fact, ``w`` with `partner`, ``n``, ``x`` not"""
    body: int
    """number of the record"""
    partner: list[str]
    """words that must stand somewhere else in the text"""
    offset: int
    """place of the anchor in `words`"""
    crosses: bool
    """whether the name itself has a comma"""


Shapes = dict[str, dict[tuple[int, int], dict[tuple[str, ...], list[Name]]]]
"""The names of one anchor: by their longest other word, by the anchor's place and the length, by their words."""


class Names(Protocol):
    """Names by their anchor."""

    def get(self, anchor: str) -> tuple[Name, ...]:
        """The names that are found by *anchor*."""

    def shapes(self, anchor: str) -> Shapes:
        """The same, by their shape."""


def shapes(names: tuple[Name, ...]) -> Shapes:
    """*names* of one anchor, so that a text tries only those whose longest other word it has."""
    grouped: Shapes = {}
    for name in names:
        anchor = name.words[name.offset]
        other = max((word for word in name.words if word != anchor), key=len, default=anchor)
        same = grouped.setdefault(other, {}).setdefault((name.offset, len(name.words)), {})
        same.setdefault(tuple(name.words), []).append(name)
    return grouped


class Printed:
    """A printed text, read for matching only as far as somebody asks."""

    __slots__ = ("_marks", "_places", "_where", "every", "seq", "text")

    def __init__(self, text: str, every: list[str]) -> None:
        self.text = text
        self.every = every
        """its words"""
        if text.isascii():
            get = CANONICAL.get
            self.seq = [get(word, word) for word in every if word not in FILLERS]
        else:
            self.seq = [canonical(word) for word in every if word not in FILLERS]
        """comparable words, without fillers"""
        self._where: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._marks: list[int] | None = None

    @property
    def where(self) -> list[int]:
        """For each comparable word its place in `every`."""
        if not self._where:
            self._where = [at for at, word in enumerate(self.every) if word not in FILLERS]
        return self._where

    @property
    def marks(self) -> list[int]:
        """The places of all commas and the like."""
        if self._marks is None:
            self._marks = [match.start() for match in _BOUNDARY.finditer(self.text)]
        return self._marks

    @property
    def places(self) -> list[tuple[int, int]]:
        """For each word its place in the text."""
        if not self._places:
            self._places = places(self.text)
        return self._places

    def cuts(self, first: int, last: int) -> int:
        """How many commas or the like stand between word *first* and word *last*."""
        spans, marks = self.places, self.marks
        return bisect_left(marks, spans[last][0]) - bisect_left(marks, spans[first][1]) if marks else 0

    def before(self, at: int, most: int = 7) -> list[str]:
        """Up to *most* words before word *at*, as far as its segment goes."""
        spans, marks = self.places, self.marks
        mark = bisect_left(marks, spans[at][0]) - 1
        edge = marks[mark] if mark >= 0 else -1
        first = at
        while first > 0 and at - first < most and spans[first - 1][0] > edge:
            first -= 1
        return self.every[first:at]

    def after(self, at: int, most: int = 7) -> list[str]:
        """Up to *most* words behind word *at*, as far as its segment goes."""
        spans, marks = self.places, self.marks
        mark = bisect_left(marks, spans[at][1])
        edge = marks[mark] if mark < len(marks) else len(self.text)
        last = at
        while last + 1 < len(spans) and last - at < most and spans[last + 1][0] < edge:
            last += 1
        return self.every[at + 1 : last + 1]


class Match(NamedTuple):
    """A name in the comparable words, half-open; `inner` is its place within one run of signs."""

    name: Name
    start: int
    end: int
    inner: tuple[int, int] | None = None

    @property
    def weight(self) -> tuple[int, int]:
        """Longer names win."""
        return (self.end - self.start, self.inner[1] - self.inner[0] if self.inner else 0)


def found(seq: list[str], names: Names, anchors: set[str]) -> list[Match]:
    """All names in *seq* that are found by one of *anchors*, longest first."""
    matches: list[Match] = []
    every = set(seq)
    for at, word in enumerate(seq):
        if word in anchors:
            known = names.shapes(word)
            for other in known.keys() & every:
                for (offset, length), same in known[other].items():
                    start = max(at - offset, 0)
                    here = same.get(tuple(seq[start : start + length]), ())
                    matches += [Match(name, start, start + length) for name in here]
    return matches


def longest(matches: list[Match]) -> list[Match]:
    """Those that no longer match overlaps; several names of one place stay together."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: m.weight, reverse=True):
        if not any(overlap(match, other) and match.weight != other.weight for other in kept):
            kept.append(match)
    return kept


def overlap(one: Match, other: Match) -> bool:
    """Whether the two share a word, or a sign of one run."""
    if one.start >= other.end or other.start >= one.end:
        return False
    if one.inner and other.inner:
        return one.inner[0] < other.inner[1] and other.inner[0] < one.inner[1]
    return True


def holds(seq: list[str], phrase: list[str], outside: tuple[int, int]) -> bool:
    """Whether *phrase* stands in *seq* anywhere but in the half-open stretch *outside*."""
    first, length = phrase[0], len(phrase)
    if first not in seq:
        return False
    start, end = outside
    return any(
        word == first and seq[at : at + length] == phrase and (at + length <= start or at >= end)
        for at, word in enumerate(seq)
    )


def anchor_key(word: str) -> str:
    """What a name is found by: a word; in a script that sets no spaces its first two signs."""
    return word[:2] if word[0] >= "\u1100" else word


def parsed(entry: str, anchor: str) -> Name:
    """A `Name` from its line in an index: ``a12:harbin inst technol`` or ``w12:inst phys:acad sci``."""
    mark, spelled, *partner = entry.split(":")
    words_ = spelled.split(" ")
    offset = words_.index(anchor) if anchor in words_ else 0
    return Name(
        words_, mark[0].lower(), int(mark[1:]), partner[0].split(" ") if partner else [], offset, mark[0].isupper()
    )
