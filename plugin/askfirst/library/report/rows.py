"""Judged works as rows of a report: duplicates are one work, works without a question are counted and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.checking import Context
from askfirst.library import quiet
from askfirst.library.judging import Judged, date_of, state_of
from askfirst.library.work import Work
from askfirst_checks.model import Finding, Ground
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

BEFORE = "before"
"""state of a row about a work that is older than the measure"""
_ORDER = ("answered", "waiting", "open")
"""of two entries of one work the one that says more holds"""
_SIGNS = re.compile(r"[\W_]+")
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


_FLAGS = {"unknown": 1, "none": 2}
"""states of entries without a question"""


class Collected:
    """Takes works one by one and keeps of those without a question their number only."""

    def __init__(self, context: Context) -> None:
        self._older = quiet.Older(context)
        self._today = context.today
        self._states = bytearray()
        """a byte a work: `_FLAGS` of its entries"""
        self._rows: dict[int, dict[str, Row]] = {}
        self._by_doi: dict[int, int] = {}
        self._by_title: dict[int, int] = {}
        self.entries = 0
        self.contact: dict[Text, None] = {}
        """whom to ask about what is open, each line once"""

    def add(self, judged: Judged) -> None:
        """Count *judged*, and keep what it asks."""
        self.entries += 1
        number = self._number(judged.work)
        self._states[number] |= _FLAGS.get(judged.state, 2)
        if not (judged.work.affiliations or judged.findings):
            return
        if judged.state in ("open", "waiting"):
            self.contact.update(dict.fromkeys(judged.contact))
        for row in self._of(judged):
            known = self._rows.setdefault(number, {})
            known[row.partner] = _one_of(known[row.partner], row) if row.partner in known else row

    def rows(self) -> list[Row]:
        """All rows by date, those without one last."""
        found = [row for rows in self._rows.values() for row in rows.values()]
        return sorted(found, key=lambda row: (row.day or "9999", row.work.title.casefold(), row.partner))

    def counts(self) -> Counts:
        """How many works of each kind there are."""
        with_rows = [{row.state for row in rows.values()} for rows in self._rows.values()]
        asked = sum(bool(states - {BEFORE}) for states in with_rows)
        unknown = sum(flags == 1 and number not in self._rows for number, flags in enumerate(self._states))
        works = len(self._states)
        return Counts(self.entries, works, asked, len(with_rows) - asked, works - len(with_rows) - unknown, unknown)

    def _of(self, judged: Judged) -> Iterator[Row]:
        work = judged.work
        day = date_of(work, self._today) if work.year else ""
        for finding in judged.findings:
            if finding.level != "note":
                yield _row(work, day, finding)
        if work.year and date_of(work, self._today) < self._today:
            for finding in self._older.findings(work):
                yield Row(work, (work.key,), day, finding, finding.grounds, BEFORE)

    def _number(self, work: Work) -> int:
        """Of the work that *work* is an entry of: the same DOI, or title, year and first author's family name."""
        doi, title = work.doi.casefold(), _SIGNS.sub("", work.title.casefold())
        by_doi = hash(doi) if doi else 0
        by_title = hash((title, work.year, _family(work))) if len(title) >= _LEAST_TITLE else 0
        number = self._by_doi.get(by_doi, -1) if by_doi else -1
        if number < 0 and by_title:
            number = self._by_title.get(by_title, -1)
        if number < 0:
            number = len(self._states)
            self._states.append(0)
        if by_doi:
            self._by_doi.setdefault(by_doi, number)
        if by_title:
            self._by_title.setdefault(by_title, number)
        return number


def _family(work: Work) -> str:
    return work.authors[0].rpartition(" ")[2].casefold() if work.authors else ""


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
