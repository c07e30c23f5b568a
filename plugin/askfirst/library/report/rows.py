"""Judged works as rows of a report: duplicates are one work, works without a question are counted and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from askfirst.checking import Context
from askfirst.library import quiet
from askfirst.library.judging import Judged, date_of, state_of
from askfirst.library.work import Work
from askfirst_checks.model import Finding, Ground
from askfirst_checks.names.normalise import plain

BEFORE = "before"
"""state of a row about a work that is older than the measure"""
_ORDER = ("answered", "waiting", "open")
"""of two entries of one work the one that says more holds"""
_LEAST_TITLE = 12
"""letters of a title that tells a work: “Editorial” does not"""


class Row(NamedTuple):
    """One institution on one work: a line of the report."""

    work: Work
    keys: tuple[str, ...]
    """keys of its entries in the library"""
    day: str
    """first day that the date of the work can mean, or empty"""
    finding: Finding
    grounds: tuple[Ground, ...]
    """of the question and its legs, each once"""
    state: str
    """``open``, ``waiting``, ``answered``, or `BEFORE`"""
    answers: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """Year of the work, or empty."""
        return self.day[:4]

    @property
    def partner(self) -> str:
        """What the row is about, the same for each language."""
        return partner(self.finding)


class Counts(NamedTuple):
    """How many works there are of each kind; each entry and each work is in one of them only."""

    entries: int = 0
    works: int = 0
    asked: int = 0
    before: int = 0
    """works that ask nothing, for they are older than the measure"""
    silent: int = 0
    """works with affiliations that touch no measure"""
    unknown: int = 0


def partner(finding: Finding) -> str:
    """The institution of *finding*, else its country, else what was printed."""
    subject = finding.subject
    return next(iter((*subject.institutions, *subject.countries)), "") or plain(finding.printed)


class _Group:
    """The entries of one work."""

    def __init__(self) -> None:
        self.states: set[str] = set()
        self.rows: dict[str, Row] = {}

    def kind(self) -> str:
        states = {row.state for row in self.rows.values()}
        if states - {BEFORE}:
            return "asked"
        return BEFORE if states else "unknown" if self.states == {"unknown"} else "silent"


class Collected:
    """Takes works one by one and keeps of those without a question their number only."""

    def __init__(self, context: Context) -> None:
        self._older = quiet.Older(context)
        self._today = context.today
        self._groups: list[_Group] = []
        self._by_doi: dict[str, _Group] = {}
        self._by_title: dict[tuple[str, int | None, str], _Group] = {}
        self.entries = 0

    def add(self, judged: Judged) -> None:
        """Count *judged*, and keep what it asks."""
        self.entries += 1
        group = self._group(judged.work)
        group.states.add(judged.state)
        for row in self._rows(judged):
            known = group.rows.get(row.partner)
            group.rows[row.partner] = row if known is None else _one_of(known, row)

    def rows(self) -> list[Row]:
        """All rows by date, those without one last."""
        found = [row for group in self._groups for row in group.rows.values()]
        return sorted(found, key=lambda row: (row.day or "9999", row.work.title.casefold(), row.partner))

    def counts(self) -> Counts:
        """How many works of each kind there are."""
        kinds = Counter(group.kind() for group in self._groups)
        return Counts(self.entries, len(self._groups), kinds["asked"], kinds[BEFORE], kinds["silent"], kinds["unknown"])

    def _rows(self, judged: Judged) -> Iterable[Row]:
        work = judged.work
        day = date_of(work, self._today) if work.year else ""
        for finding in judged.findings:
            if finding.level != "note":
                yield _row(work, day, finding)
        if work.year and date_of(work, self._today) < self._today:
            for finding in self._older.findings(work):
                yield Row(work, (work.key,), day, finding, finding.grounds, BEFORE)

    def _group(self, work: Work) -> _Group:
        """The work that *work* is an entry of: the same DOI, or title, year and an author's family name."""
        doi, title = work.doi.casefold(), plain(work.title)
        key = (title, work.year, _family(work)) if len(title) >= _LEAST_TITLE else None
        group = self._by_doi.get(doi) if doi else None
        group = group or (self._by_title.get(key) if key else None)
        if group is None:
            group = _Group()
            self._groups.append(group)
        if doi:
            self._by_doi.setdefault(doi, group)
        if key:
            self._by_title.setdefault(key, group)
        return group


def _family(work: Work) -> str:
    return plain(work.authors[0]).rpartition(" ")[2] if work.authors else ""


def _row(work: Work, day: str, finding: Finding) -> Row:
    each = (finding, *finding.legs)
    states = {state_of(one) for one in each if one.level != "note"}
    state = next(known for known in reversed(_ORDER) if known in states)
    grounds = {ground.measure: ground for one in each for ground in one.grounds}
    answers = dict.fromkeys(one.answer for one in each if one.answer)
    return Row(work, (work.key,), day, finding, tuple(grounds.values()), state, tuple(answers))


def _one_of(one: Row, other: Row) -> Row:
    """*one* and *other*, about the same institution on the same work."""
    if BEFORE in (one.state, other.state) and one.state != other.state:
        kept = other if one.state == BEFORE else one
    elif one.state == other.state:
        kept = min(one, other, key=lambda row: row.day or "9999")
    else:
        kept = min(one, other, key=lambda row: _ORDER.index(row.state))
    grounds = {ground.measure: ground for row in (one, other) if row.state == kept.state for ground in row.grounds}
    keys = tuple(dict.fromkeys((*one.keys, *other.keys)))
    return kept._replace(keys=keys, grounds=tuple(grounds.values()))
