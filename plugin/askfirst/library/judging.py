"""What is asked about one work of a library: its affiliations at the date of the work, then the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.answer_files import read as read_answers
from askfirst.checking import Context
from askfirst.documents import Document
from askfirst.library import published
from askfirst.library.work import Printed, Work
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.answers.reach import verdict
from askfirst_checks.model import Address, Affiliation, Finding, Manuscript, Person, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.names.verdict import ASKED as ASKED_FIRST
from askfirst_checks.rules.about_answers import instructed
from askfirst_checks.words import Text

ASKED = ("AF1", "AF2", "AF4")
"""rules that look at affiliations and addresses, which is all that a library tells of a work"""


class Judged(NamedTuple):
    """One work, and what is asked about it."""

    work: Work
    findings: tuple[Finding, ...] = ()
    """with their state, the strongest open one of each printed text first, the others in its `also`, a leg behind it"""
    contact: tuple[Text, ...] = ()
    """whom to ask about them"""
    instructed: tuple[Text, ...] = ()
    """a line for each stop that is quiet by the office's written instruction"""

    @property
    def questions(self) -> tuple[Finding, ...]:
        """The open and waiting questions in the order of `findings`, each with its legs behind it."""
        asked = [each for each in self.findings if each.level != "note" and each.state != "answered"]
        return tuple(each for finding in asked for each in (finding, *finding.legs))

    @property
    def state(self) -> str:
        """``open``, ``waiting``, ``answered``, ``none``, or ``unknown`` where the library holds no affiliation."""
        flat = [each for finding in self.findings for each in (finding, *finding.legs)]
        asked = [state_of(finding) for finding in flat if finding.level != "note"]
        for state in ("open", "waiting", "answered"):
            if state in asked:
                return state
        return "none" if self.work.known() else "unknown"


def state_of(finding: Finding) -> str:
    """``open``, ``waiting`` or ``answered``: in what leaves this program a question waits, an answer is pending."""
    return "waiting" if finding.state == "pending" else finding.state


def answers_in(folder: str) -> Answers:
    """The answers kept in *folder*, for a library or a group of people."""
    return read_answers(Document(folder, "library"))


def judge(work: Work, context: Context, answers: Answers) -> Judged:
    """Judge *work* by the measures of its own date; its answers hold, or have ended, on ``context.today``."""
    if not work.affiliations and not work.addresses:
        return Judged(work)
    work = work._replace(is_partial=work.is_partial or any(_is_unclear(each, context) for each in work.affiliations))
    day = date_of(work, context.today)
    report = judgement.check(
        manuscript(work), context.policy, Answers(), day, resolver=context.resolver, profile=context.profile
    )
    works = frozenset({plain(work.title), plain(work.key)}) - {""}
    flat = [each for each in _flat(report.findings) if each.code.startswith(ASKED)]
    weighed = [_weighed(_said(finding, work, context), answers, works, context.today) for finding in flat]
    return Judged(work, tuple(judgement.grouped(weighed)), report.contact, instructed(answers.all, weighed))


def _said(finding: Finding, work: Work, context: Context) -> Finding:
    return published.asked(finding, context.policy) if is_published(work, context.today) else finding


def is_published(work: Work, today: str) -> bool:
    """Whether *work* has appeared: it has a year, and that is over, or a DOI; what is called a manuscript has not."""
    if not work.year or work.is_manuscript:
        return False
    return work.year < int(today[:4]) or bool(work.doi)


def _is_unclear(printed: Printed, context: Context) -> bool:
    """Whether *printed* names a country that is asked about first, and others, so that none could be decided for."""
    if printed.source != "fulltext":
        return False
    found = context.resolver.resolve(printed.text)
    return not found.countries and any(
        each.points_to in ASKED_FIRST and each.strength == "strong" for each in found.undecided
    )


def date_of(work: Work, today: str) -> str:
    """The first day that the work's date can mean, for nothing is held against a work older than a measure.

    A work of this year, or without one, is judged as of *today*: it may be a draft.
    """
    if not work.year or work.year >= int(today[:4]):
        return today
    return work.date or f"{work.year}-01-01"


def manuscript(work: Work) -> Manuscript:
    """*work* as the check reads it; line *n* of its one source is its *n*-th affiliation or address."""
    file = f"zotero:{work.key}"
    texts = [*(each.text for each in work.affiliations), *work.addresses]
    spans = [Span(file, n, 1, n, len(text) + 1) for n, text in enumerate(texts, 1)]
    whole = spans[0] if spans else Span(file, 1, 1, 1, 1)
    affiliations = tuple(_affiliation(each, span, work) for each, span in zip(work.affiliations, spans, strict=False))
    return Manuscript(
        root=file,
        form="zotero",
        has_author_block=True,
        author_block=whole,
        title=work.title,
        authors=tuple(
            Person(name, whole, affiliations=tuple(at for at, each in enumerate(affiliations) if number in each.owners))
            for number, name in enumerate(work.authors)
        ),
        affiliations=affiliations,
        addresses=tuple(
            Address(text, span) for text, span in zip(work.addresses, spans[len(work.affiliations) :], strict=True)
        ),
        sources={file: "\n".join(texts)},
    )


def _affiliation(printed: Printed, span: Span, work: Work) -> Affiliation:
    owner = plain(printed.owner).split()
    owners = tuple(n for n, name in enumerate(work.authors) if owner and set(owner) <= set(plain(name).split()))
    return Affiliation(printed.text, span, owners=owners if len(owners) == 1 else ())


def _flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding._replace(also=(), legs=())
        yield from finding.also
        yield from finding.legs


def _weighed(finding: Finding, answers: Answers, works: frozenset[str], today: str) -> Finding:
    weighed = verdict(finding, answers.all, works, today)
    return finding._replace(state=weighed.state, answer=weighed.answer.path if weighed.answer else "")
