"""What one run of ``askfirst zotero`` is to do, and what it found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from askfirst import zotero
from askfirst.library import gather, joint
from askfirst.library.judging import Judged
from askfirst.library.report.rows import Collected
from askfirst_checks.model import ListDate
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text

_GROUP = Text("group {number}", "Gruppe {number}")


class Task(NamedTuple):
    """What to read and for whom."""

    where: zotero.Where
    scope: zotero.Scope = zotero.Scope()
    ours: str = ""
    """path of an author list or manuscript, or empty: every work of the library"""
    endpoint: str = ""
    answers: str = ""
    profile: str = ""
    date: str = ""
    keeps: bool = True
    about: str = ""
    """number, rule or institution of the question that is answered; empty: the first"""
    path: str = ""
    """Zotero's data folder or file; empty: the running Zotero, or zotero.org"""
    drafts: str = ""
    """key of a work whose letter is written"""
    answers_work: str = ""
    """key of a work whose question is answered by `answer`"""
    withdraws: str = ""
    """key of a work whose answer is taken out of use"""
    answer: Mapping[str, str] = {}
    """``kind``, ``outcome``, ``reference``, ``asked``, ``answered``, ``valid_until``, ``by``, ``reason``"""

    def called(self, language: str) -> str:
        """What people call the library: ``Zotero``, ``Zotero, group 77``, the path, and the collection."""
        parts = [self.path or ("zotero.org" if self.where.web else "Zotero")]
        if self.where.kind == "group":
            parts.append(_GROUP.fill(number=self.where.number).said(language))
        return ", ".join([*parts, *([self.scope.collection] if self.scope.collection else [])])


class Result(NamedTuple):
    """What one run found."""

    task: Task
    counts: gather.Counts
    ours: joint.Ours | None
    looked_at: int
    """works of ours; all works where nobody was named"""
    unknown: int
    """those among them of which no affiliation is known"""
    judged: tuple[Judged, ...]
    """works of ours with their affiliations; only those with a question where nobody was named"""
    lists_of: str
    today: str
    oldest: ListDate | None
    """the legal list with the oldest date of its own"""
    collected: Collected
    """the same for the report: sums, rows by date, counts"""
    policy: Policy
    instructed: tuple[Text, ...] = ()
    """a line for each stop that is quiet by the office's written instruction, among works and in the manuscript"""
