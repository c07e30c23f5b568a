"""One work of a look-back, and what could not be read of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MOST_TEXT = 2_000
"""characters that are looked at of one affiliation or title"""
MOST_STRINGS = 5_000
"""affiliations that are looked at of one work"""
_HALF = re.compile("[\ud800-\udfff]")
"""half a sign, which JSON can write and no file can hold"""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


class Work(NamedTuple):
    """What a source tells of one work."""

    id: str
    title: str
    date: str
    """ISO date; the first day of the month or year where no more is known; empty where nothing is"""
    affiliations: tuple[str, ...]
    authors: tuple[str, ...] = ()
    doi: str = ""

    @property
    def year(self) -> int | None:
        """The year of `date`."""
        return int(self.date[:4]) if self.date else None


class Unread(NamedTuple):
    """A record that could not be read: where it stands, and why in one word."""

    place: str
    why: str
    """``json``, ``type``, ``large``, ``csv``, ``file`` or ``bib``"""


def date_of(given: object) -> str:
    """The first day that *given* (a date, a year, or words around one) can mean, ISO; empty where it means none."""
    return _first_day(str(given)[:100]) if isinstance(given, (str, int)) and not isinstance(given, bool) else ""


@lru_cache(20_000)
def _first_day(text: str) -> str:
    if (whole := _DATE.fullmatch(text.strip())) and 1500 <= int(whole[1]) <= 2100:
        month, day = whole[2] or "01", whole[3] or "01"
        if "01" <= month <= "12" and "01" <= day <= "31":
            return f"{whole[1]}-{month}-{day}"
    year = _YEAR.search(text)
    return f"{year[1]}-01-01" if year else ""


def text_of(given: object) -> str:
    """*given* as one line; empty where it is no text."""
    if not isinstance(given, str):
        return ""
    cut = given if len(given) <= MOST_TEXT else given[:MOST_TEXT]
    if cut.isprintable() and "  " not in cut:
        return cut.strip()
    return " ".join((cut if cut.isascii() else _HALF.sub("\ufffd", cut)).split())
