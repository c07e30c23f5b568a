"""Whole names found in a printed text, word by word. Shared by the embedded list and the ROR index."""

from __future__ import annotations

from collections.abc import Callable, Container

from askfirst_checks.light import NamedTuple, Protocol


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


class Shapes(NamedTuple):
    """The names of one anchor, laid out so that a text tries only those that go on with its own next word."""

    alone: list[Name]
    """those of one word"""
    behind: dict[str, list[Name]]
    """by the word behind the anchor"""
    before: dict[str, list[Name]]
    """those that end with the anchor, by the word before it"""


class Names(Protocol):
    """Names by their anchor."""

    def get(self, anchor: str) -> tuple[Name, ...]:
        """The names that are found by *anchor*."""


class ByAnchor(dict[str, Shapes]):
    """The names of every anchor by their shape, as anchors come up."""

    def __init__(self, names: Callable[[str], tuple[Name, ...]], anchors: Container[str] | None, most: int) -> None:
        """*names* gives those of one anchor. *anchors*, if they are known, tell which words are worth asking for.

        About *most* words are remembered.
        """
        super().__init__()
        self._names, self._anchors, self._most = names, anchors, most
        self._seen: set[str] = set()

    def __missing__(self, anchor: str) -> Shapes:
        self[anchor] = known = shapes(self._names(anchor))
        return known

    def anchors(self, seq: list[str]) -> Container[str]:
        """What tells the anchors among the words of *seq*."""
        if self._anchors is not None:
            return self._anchors
        fresh = set(seq).difference(self._seen)
        if fresh:
            if len(self._seen) >= self._most:
                self.clear()
                self._seen.clear()
            self._learn(set(seq).difference(self._seen))
        return self

    def _learn(self, words: set[str]) -> None:
        self._seen |= words
        for word in words:
            names = self._names(word)
            if names:
                self[word] = shapes(names)


def shapes(names: tuple[Name, ...]) -> Shapes:
    """*names* of one anchor by their shape."""
    laid = Shapes([], {}, {})
    for name in names:
        words, behind = name.words, name.offset + 1
        if len(words) == 1:
            laid.alone.append(name)
        elif behind < len(words):
            laid.behind.setdefault(words[behind], []).append(name)
        else:
            laid.before.setdefault(words[behind - 2], []).append(name)
    return laid


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


def found(seq: list[str], names: ByAnchor) -> list[Match]:
    """All names in *seq*, in its order."""
    matches: list[Match] = []
    anchors = names.anchors(seq)
    for at, word in enumerate(seq):
        if word in anchors:
            alone, behind, before = names[word]
            if alone:
                matches += [Match(name, at, at + 1) for name in alone]
            if behind and at + 1 < len(seq) and (same := behind.get(seq[at + 1])):
                matches += _laid_on(seq, at, same)
            if before and at and (same := before.get(seq[at - 1])):
                matches += _laid_on(seq, at, same)
    return matches


def _laid_on(seq: list[str], at: int, names: list[Name]) -> list[Match]:
    """Those of *names* that stand in *seq* with their anchor on the word *at*."""
    return [
        Match(name, at - name.offset, at - name.offset + len(name.words))
        for name in names
        if name.offset <= at and seq[at - name.offset : at - name.offset + len(name.words)] == name.words
    ]


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
