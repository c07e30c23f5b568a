"""The names that speak for a country, read from names/data: one dictionary look-up a name."""

from __future__ import annotations

from functools import cache
from os.path import dirname, join
from typing import NamedTuple

DATA = join(dirname(__file__), "data")


class Meaning(NamedTuple):
    """What a name may stand for: ISO 3166-1 alpha-2 codes by how far they may be trusted."""

    kind: str
    """``country``, ``unit``, ``place``, ``body``, ``demonym`` or ``silent``"""
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    suggests: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every country the name may stand for, the surest first."""
        return self.strong + self.weak + self.suggests


class Lexicon(NamedTuple):
    """Names, and the words that longer names begin with."""

    names: dict[str, Meaning]
    longest: dict[str, int]
    """first word -> words of the longest name it begins; names of one word are not counted"""


@cache
def lexicon(scripts: bool) -> Lexicon:
    """The names in plain ASCII, or with *scripts* those and all others (six times as many)."""
    files = ["places.txt", "countries.txt"]
    if scripts:
        files = ["places-scripts.txt", *files, "countries-scripts.txt"]
    names: dict[str, Meaning] = {}
    first: list[tuple[int, str]] = []
    for file in files:
        _read(join(DATA, file), names, first)
    longest: dict[str, int] = {}
    for length, words in sorted(first):
        longest.update(dict.fromkeys(words.split("|"), length))
    return Lexicon(names, longest)


def _read(path: str, names: dict[str, Meaning], first: list[tuple[int, str]]) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line[0] == "#":
                continue
            kind, strong, weak, suggests, words = line.rstrip("\n").split("\t")
            if kind == "first":
                first.append((int(strong), words))
            else:
                meaning = Meaning(kind, _codes(strong), _codes(weak), _codes(suggests))
                names.update(dict.fromkeys(words.split("|"), meaning))


def _codes(column: str) -> tuple[str, ...]:
    return tuple(column.split(",")) if column else ()
