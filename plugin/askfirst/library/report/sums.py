"""Sums of a report: institutions and years, before and since the measure; never by person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from askfirst.library.report.rows import BEFORE, Row

MOST_YEARS = 12
MOST_PARTNERS = 24


class Cell(NamedTuple):
    """How many works."""

    since: int = 0
    before: int = 0

    def __str__(self) -> str:
        if not self.before:
            return str(self.since or "")
        return f"{self.since} ({self.before})" if self.since else f"({self.before})"


class Line(NamedTuple):
    """One institution."""

    row: Row
    """any of its rows: it tells what the institution is called"""
    cells: tuple[Cell, ...]
    """a year each, in the order of `Sums.years`"""
    whole: Cell
    open: int


class Sums(NamedTuple):
    """Institutions by their number of works."""

    years: tuple[str, ...]
    """years in a row; the first is ``<= YEAR`` where there are too many; ``""`` where a work has none"""
    lines: tuple[Line, ...]
    others: int = 0
    """institutions that are not shown"""


def sums(rows: Iterable[Row], most_years: int = MOST_YEARS) -> Sums:
    """The sums over *rows*; a work counts once with each institution."""
    kept = list(rows)
    years = _years(kept, most_years)
    by_partner: dict[str, list[Row]] = {}
    for row in kept:
        by_partner.setdefault(row.partner, []).append(row)
    lines = sorted((_line(each, years) for each in by_partner.values()), key=_most_first)
    return Sums(years, tuple(lines[:MOST_PARTNERS]), max(0, len(lines) - MOST_PARTNERS))


def _most_first(line: Line) -> tuple[int, str]:
    return -sum(line.whole), line.row.partner


def _years(rows: list[Row], most: int) -> tuple[str, ...]:
    known = sorted({int(row.year) for row in rows if row.year})
    without = ("",) if any(not row.year for row in rows) else ()
    if not known:
        return without
    first = max(known[0], known[-1] - most + 1)
    shown = tuple(str(year) for year in range(first, known[-1] + 1))
    return (*((f"<= {first - 1}",) if known[0] < first else ()), *shown, *without)


def _line(rows: list[Row], years: tuple[str, ...]) -> Line:
    cells = {year: [0, 0] for year in years}
    for row in rows:
        cells[row.year if row.year in cells else years[0]][row.state == BEFORE] += 1
    whole = Cell(sum(since for since, _ in cells.values()), sum(before for _, before in cells.values()))
    return Line(rows[0], tuple(Cell(*each) for each in cells.values()), whole, sum(row.state == "open" for row in rows))
