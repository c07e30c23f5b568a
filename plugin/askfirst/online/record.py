"""What a service said of one work or institution, cut down to what is judged; it is kept in this shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from askfirst.online.identifiers import ror_of

MOST_AUTHORS = 10_000
MOST_HINTS = 5_000
"""different affiliations of one work"""
MOST_TEXT = 1_000
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(?!\d)")


class Hint(NamedTuple):
    """One affiliation that a service names."""

    text: str
    people: tuple[str, ...] = ()
    """authors whom the service names with it; at most `MOST_PEOPLE`"""
    assigned: bool = False
    """True: the service gives no printed words, this is the institution it assigned"""

    @property
    def is_number(self) -> bool:
        """Whether it is a ROR number only, which says nothing by itself."""
        return bool(ror_of(self.text))


MOST_PEOPLE = 50
MOST_NAMES = 100


class Record(NamedTuple):
    """One answer."""

    service: str
    """``openalex`` or ``crossref``"""
    day: str
    """ISO day on which it was given"""
    found: bool = True
    """False: the service knows no such work"""
    doi: str = ""
    """the DOI it answered for, in lower case; empty where it names none"""
    year: int | None = None
    authors: int = 0
    without: int = 0
    """authors whom it names without an affiliation"""
    is_cut: bool = False
    """whether there are more authors than it names, or than are read"""
    hints: tuple[Hint, ...] = ()
    groups: tuple[str, ...] = ()
    """authors that are no persons: a collaboration, an institution"""
    names: tuple[str, ...] = ()
    """the first `MOST_NAMES` authors: whether they are those of the user's own entry"""

    def is_whole(self) -> bool:
        """Whether every author has an affiliation, so that nobody else needs to be asked."""
        return bool(self.hints) and not self.without and not self.is_cut


class Collected:
    """Affiliations as they come, each text once with the people who have it."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, bool], dict[str, None]] = {}
        self.authors = 0
        self.without = 0
        self.is_cut = False
        self.names: list[str] = []

    def author(self, name: str, texts: Iterable[str], assigned: bool = False) -> None:
        """One author with *texts*; one without any is counted as such."""
        self.authors += 1
        if name and len(self.names) < MOST_NAMES:
            self.names.append(name)
        known = False
        for text in texts:
            key = (text, assigned)
            if key not in self._people and len(self._people) >= MOST_HINTS:
                self.is_cut = True
                continue
            known = True
            people = self._people.setdefault(key, {})
            if name and len(people) < MOST_PEOPLE:
                people[name] = None
        self.without += not known

    def hints(self) -> tuple[Hint, ...]:
        """What was collected, in the order of the authors."""
        return tuple(Hint(text, tuple(people), assigned) for (text, assigned), people in self._people.items())


def word(data: object, key: str) -> str:
    """The text under *key*, on one line and cut; empty where there is none or it is no text."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return " ".join(value[: 4 * MOST_TEXT].split())[:MOST_TEXT] if isinstance(value, str) else ""


def items(data: object, key: str) -> list[Any]:
    """The list under *key*; empty where there is none."""
    value = data.get(key) if isinstance(data, Mapping) else None
    return value if isinstance(value, list) else []


def year_in(text: str) -> int | None:
    """The year at the beginning of *text*."""
    found = _YEAR.match(text)
    return int(found[1]) if found else None


def year_of(value: object) -> int | None:
    """*value* where it can be a year."""
    return value if isinstance(value, int) and 1500 <= value <= 2100 else None
