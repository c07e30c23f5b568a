"""The names that speak for a country, read from names/data as far as they are asked for.

The index is a file of lines, each with the names of some hundredth of a per cent of all first words. A check looks up
some dozens of words: it reads the file whole, and takes apart the few lines it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from os.path import dirname, join
from zlib import crc32

from askfirst_checks.light import NamedTuple

DATA = join(dirname(__file__), "data")
UNSPACED = "\u0e00"
"""first sign of the scripts whose names are looked up by their first two signs, as words run together in them"""
_REMEMBERED = 200_000


class Meaning(NamedTuple):
    """What a name may stand for: ISO 3166-1 alpha-2 codes by how far they may be trusted."""

    kind: str
    """``country``, ``unit``, ``place``, ``town``, ``body``, ``demonym``, ``word``, ``tongue``, ``hint``, ``silent``"""
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    suggests: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every country the name may stand for, the surest first."""
        return self.strong + self.weak + self.suggests


class Entry(NamedTuple):
    """All names that begin with one word."""

    longest: int
    """words, or signs of an unspaced script, of the longest of them"""
    seconds: dict[str, int]
    """second word -> words of the longest name that goes on with it"""
    names: dict[str, Meaning]
    alone: Meaning | None = None
    """what the word means by itself"""


class Lexicon(dict[str, Entry | None]):
    """First word (or first two signs) -> names; None where no name begins with it."""

    def __init__(self, path: str) -> None:
        super().__init__()
        with open(path, "rb") as file:
            _, meanings, lines = file.read().decode().split("\n\n", 2)
        self._meanings: list[str | Meaning] = [*meanings.split("\n")]
        self._lines = lines.split("\n")
        del self._lines[-1]

    def __missing__(self, first: str) -> Entry | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[first] = entry = self.entry(first)
        return entry

    def entry(self, first: str) -> Entry | None:
        """The names that begin with *first*, read from its line."""
        line = self._lines[slot(first, len(self._lines))]
        if first not in line:
            return None
        spaced = first[0] < UNSPACED
        names: dict[str, Meaning] = {}
        for item in line.split("|"):
            name, _, number = item.rpartition("=")
            if name.startswith(first) and (not spaced or name == first or name[len(first)] == " "):
                names[name] = self._meaning(int(number))
        if not names:
            return None
        if not spaced:
            return Entry(max(map(len, names)), {}, names)
        seconds: dict[str, int] = {}
        for name in names:
            _, *rest = name.split(" ")
            if rest:
                seconds[rest[0]] = max(seconds.get(rest[0], 0), len(rest) + 1)
        return Entry(max(seconds.values(), default=1), seconds, names, names.get(first))

    def all(self) -> Iterator[tuple[str, Meaning]]:
        """Every name with its meaning."""
        for line in filter(None, self._lines):
            for item in line.split("|"):
                name, _, number = item.rpartition("=")
                yield name, self._meaning(int(number))

    def _meaning(self, number: int) -> Meaning:
        meaning = self._meanings[number]
        if isinstance(meaning, str):
            meaning = self._meanings[number] = _meaning(meaning)
        return meaning


def slot(first: str, lines: int) -> int:
    """The line of the index that holds the names beginning with *first*."""
    return crc32(first.encode()) % lines


def first_of(name: str) -> str:
    """What a name is looked up by."""
    return name.partition(" ")[0] if name[0] < UNSPACED else name[:2]


def word_set(words: str) -> frozenset[str]:
    """Words written in one string, as a set."""
    return frozenset(words.split())


@cache
def lexicon(scripts: bool) -> Lexicon:
    """The names in plain ASCII, or with *scripts* those in other letters."""
    return Lexicon(join(DATA, "names-scripts.index" if scripts else "names.index"))


def _meaning(line: str) -> Meaning:
    kind, *columns = line.split("\t")
    strong, weak, suggests = (tuple(column.split(",")) if column else () for column in columns)
    return Meaning(kind, strong, weak, suggests)
