"""What a look-back found, summed by year, measure and institution: never by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, TypeVar

from askfirst.audit.judging import Touched
from askfirst.audit.works import Work
from askfirst_checks.model import Finding, Ground
from askfirst_checks.names.normalise import plain
from askfirst_checks.policy import Policy

_Key = TypeVar("_Key")
MOST = 12
"""institutions of either side that are shown by name"""


class Row(NamedTuple):
    """One finding under one measure: a line of the list."""

    work: Work
    finding: Finding
    ground: Ground
    partner: str
    """the institution as it is called, or the country where none is known"""
    own: str
    """the affiliation of our own on the same work, as printed, if one was named"""


class Tally(NamedTuple):
    """Sums over the rows."""

    by_year: Counter[str]
    """works with a finding, by year; ``""`` without a date"""
    by_measure: Counter[tuple[str, str]]
    """works, by measure and year"""
    pairs: Counter[tuple[str, str]]
    """works, by our own institution and the partner"""
    partners: Counter[str]


class Matrix(NamedTuple):
    """Works by partner (rows) and own institution (columns), the most frequent by name and the rest summed."""

    partners: tuple[str, ...]
    own: tuple[str, ...]
    counts: dict[tuple[int, int], int]
    """by row and column; behind the named ones those of the rest"""
    sums: tuple[int, ...]
    """all works of a row"""
    rest: int
    """partners that are summed"""


def rows(touched: Iterable[Touched], policy: Policy, ours: tuple[str, ...], language: str) -> list[Row]:
    """All findings, one a measure, by date and then by work."""
    found: dict[tuple[str, str, str], Row] = {}
    for each in touched:
        own = own_of(each.work, ours)
        for finding in each.findings:
            for ground in finding.grounds:
                row = Row(each.work, finding, ground, partner_of(finding, policy, language), own)
                found.setdefault((each.work.id, ground.measure, finding.subject.printed), row)
    return sorted(found.values(), key=lambda row: (row.work.date or "9999", row.work.id, row.ground.measure))


def partner_of(finding: Finding, policy: Policy, language: str) -> str:
    """The institution's name on the list, ours where it is on none, else the country, else the printed words."""
    for each in finding.subject.institutions[:1]:
        listed = policy.listings(each)
        return listed[0].name if listed else _names().get(each) or finding.printed[:80]
    for code in finding.subject.countries[:1]:
        country = policy.countries.get(code)
        return f"({country.inside.said(language) if country else code})"
    return finding.printed[:80]


@cache
def _names() -> dict[str, str]:
    """Bodies that are known, by id."""
    from askfirst.lists import resolver

    return {body.id: body.name for body in resolver().gazetteer.all()}


def own_of(work: Work, ours: tuple[str, ...]) -> str:
    """The first of *ours* (names, normalised) that an affiliation of *work* holds, as *ours* spells it."""
    for text in work.affiliations:
        words = f" {plain(text)} "
        for name in ours:
            if f" {plain(name)} " in words:
                return name
    return ""


def tally(found: Iterable[Row]) -> Tally:
    """The sums over *found*; a work counts once in each."""
    years: dict[str, set[str]] = {}
    measures: dict[tuple[str, str], set[str]] = {}
    pairs: dict[tuple[str, str], set[str]] = {}
    partners: dict[str, set[str]] = {}
    for row in found:
        year, work = row.work.date[:4], row.work.id
        years.setdefault(year, set()).add(work)
        measures.setdefault((row.ground.measure, year), set()).add(work)
        pairs.setdefault((row.own, row.partner), set()).add(work)
        partners.setdefault(row.partner, set()).add(work)
    return Tally(_counted(years), _counted(measures), _counted(pairs), _counted(partners))


def matrix(found: Iterable[Row], most: int = MOST) -> Matrix:
    """Who with whom; a work counts once in each cell."""
    pairs: dict[tuple[str, str], set[str]] = {}
    for row in found:
        pairs.setdefault((row.partner, row.own), set()).add(row.work.id)
    partners = _frequent((partner, works) for (partner, _), works in pairs.items())
    own = _frequent((name, works) for (_, name), works in pairs.items() if name)
    rows_ = {name: min(at, most) for at, name in enumerate(partners)}
    columns = {name: min(at, most) for at, name in enumerate(own)}
    cells: dict[tuple[int, int], set[str]] = {}
    sums: list[set[str]] = [set() for _ in range(min(len(partners), most + 1))]
    for (partner, name), works in pairs.items():
        at = rows_[partner]
        cells.setdefault((at, columns.get(name, min(len(own), most))), set()).update(works)
        sums[at] |= works
    return Matrix(
        tuple(partners[:most]),
        tuple(own[:most]),
        {place: len(works) for place, works in cells.items()},
        tuple(map(len, sums)),
        max(len(partners) - most, 0),
    )


def _frequent(named: Iterable[tuple[str, set[str]]]) -> list[str]:
    """The names by how many works they have, most first."""
    works: dict[str, set[str]] = {}
    for name, more in named:
        works.setdefault(name, set()).update(more)
    return sorted(works, key=lambda name: (-len(works[name]), name))


def _counted(sets: dict[_Key, set[str]]) -> Counter[_Key]:
    return Counter({each: len(works) for each, works in sets.items()})
