"""Whole names found in a printed text, word by word. Shared by the embedded list and the ROR index."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from askfirst_checks.names.abbreviations import CANONICAL, FILLERS, canonical


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


class Names(Protocol):
    """Names by their anchor."""

    def get(self, anchor: str) -> tuple[Name, ...]:
        """The names that are found by *anchor*."""


class Printed:
    """A printed text, read for matching: only as far as somebody asks."""

    __slots__ = ("every", "seq", "text", "where")

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
        self.where: list[int] = []

    def places(self) -> list[int]:
        """For each comparable word its place in `every`."""
        if not self.where:
            self.where = [at for at, word in enumerate(self.every) if word not in FILLERS]
        return self.where


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
    matches = []
    for at, word in enumerate(seq):
        if word in anchors:
            for name in names.get(word):
                start = at - name.offset
                end = start + len(name.words)
                if start >= 0 and seq[start:end] == name.words:
                    matches.append(Match(name, start, end))
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
    length = len(phrase)
    first = phrase[0]
    return any(
        seq[at] == first and seq[at : at + length] == phrase and (at + length <= outside[0] or at >= outside[1])
        for at in range(len(seq) - length + 1)
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
