"""The letter to the export-control office about one work of a library: the same letter that ``askfirst draft`` writes.

Where the work has appeared, it asks what was clarified before. Nothing is sent, attached or recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from askfirst.checking import Checked
from askfirst.documents import Document
from askfirst.enquiry import compose, gather, render
from askfirst.errors import Failure
from askfirst.formats import Outcome
from askfirst.library import answering
from askfirst.library.judging import Judged, answers_in, is_published, judge, manuscript
from askfirst.library.request import Request, work_of
from askfirst_checks.model import Finding, Report
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.checking import Context
    from askfirst.enquiry import Facts, Letter

_ONE = Text("a letter is about one item", "ein Brief betrifft genau einen Eintrag")
NOTHING = Text(
    "no question is open about this work, so there is nothing to draft",
    "zu dieser Arbeit ist keine Frage offen, also ist nichts zu schreiben",
)


def reply(asked: Request, context: Context) -> dict[str, Any]:
    """The letter about the one item of *asked*, for the add-on: ``subject``, ``address``, ``text``. Raises `Failure`.

    About the question that `finding` names, else about all that are open.
    """
    if len(asked.items) != 1:
        raise Failure(_ONE)
    judged = judge(work_of(asked.items[0]), context, answers_in(asked.folder))
    wanted = asked.word("finding")
    questions = [answering.named(judged, wanted)] if wanted else judged.questions
    letter = of(judged, questions, asked.folder, context, asked.language)
    return {"subject": letter.subject, "address": letter.address, "text": render(letter)}


def of(judged: Judged, questions: Sequence[Finding], folder: str, context: Context, language: str) -> Letter:
    """The letter about *questions* of a judged work, whose answers lie in *folder*. Raises `Failure` without any."""
    if not questions:
        raise Failure(NOTHING)
    return compose(_facts(judged, questions, folder, context), language)


def _facts(judged: Judged, questions: Sequence[Finding], folder: str, context: Context) -> Facts:
    work, policy = judged.work, context.policy
    report = Report(manuscript(work), judged.findings, context.today, policy.lists_of, policy.jurisdiction)
    checked = Checked(Outcome(report), Document(folder, "library"))
    facts = gather(checked, questions, context, answers_in(folder).all)
    published = is_published(work, context.today)
    appeared = [str(work.year) if work.year else "", f"doi:{work.doi}" if work.doi else ""]
    return facts._replace(
        numbers=(), place="", published=published, appeared=", ".join(each for each in appeared if each)
    )
