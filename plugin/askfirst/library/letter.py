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
from askfirst.formats.clean import clean
from askfirst.formats.command import quoted
from askfirst.library import answering
from askfirst.library.judging import Judged, answers_in, is_published, judge, manuscript
from askfirst_checks.model import Finding, Report
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.checking import Context
    from askfirst.enquiry import Facts, Letter
    from askfirst.library.exchange import Request
    from askfirst.library.reading import Task

_MANUSCRIPT = Text(
    "the letter about a manuscript is written by askfirst draft PATH; leave --manuscript and --authors out",
    "den Brief zu einem Manuskript schreibt askfirst draft PFAD; --manuscript und --authors weglassen",
)
_UNSENT = Text("Nothing was sent, attached or recorded.", "Es wurde nichts verschickt, angehängt oder festgehalten.")
_GONE = Text(
    "If a draft has already gone: askfirst draft --already-sent",
    "Falls schon ein Entwurf verschickt wurde: askfirst draft --already-sent",
)
_ASKED = Text("Once you have sent it, record that you asked:", "Wenn Sie ihn verschickt haben, halten Sie das fest:")
_COMMAND = (
    "askfirst zotero{options} --answer {key} --for {number} "
    "--kind export-control-office --outcome pending --asked {day}"
)
_ONE = Text("a letter is about one item", "ein Brief betrifft genau einen Eintrag")
NOTHING = Text(
    "no question is open about this work, so there is nothing to draft",
    "zu dieser Arbeit ist keine Frage offen, also ist nichts zu schreiben",
)


def reply(asked: Request, context: Context) -> dict[str, Any]:
    """The letter about the one item of *asked*, for the add-on: ``subject``, ``address``, ``text``. Raises `Failure`.

    About the question that `finding` names, else about all that are open.
    """
    from askfirst.library.exchange import work_of

    if len(asked.items) != 1:
        raise Failure(_ONE)
    judged = judge(work_of(asked.items[0]), context, answers_in(asked.folder))
    wanted = asked.word("finding")
    questions = [answering.named(judged, wanted)] if wanted else judged.questions
    letter = of(judged, questions, asked.folder, context, asked.language)
    return {"subject": letter.subject, "address": letter.address, "text": render(letter)}


def by_hand(task: Task, language: str) -> str:
    """The letter about the work that *task* names, on the command line, and what comes next. Raises `Failure`."""
    from askfirst import checking
    from askfirst.config import Settings
    from askfirst.library import exchange, reading

    if task.ours:
        raise Failure(_MANUSCRIPT)
    found = [each for each in reading.read(task, language).judged if each.work.key == task.drafts]
    if not found:
        raise Failure(NOTHING)
    (judged,) = found
    context = checking.context(Settings(), date=task.date, profile=task.profile)
    questions = [answering.the_question(judged, task.about)] if task.about else judged.questions
    letter = of(judged, questions, task.answers or exchange.usual_folder(), context, language)
    numbers = [number for number, each in enumerate(judged.questions, 1) if each in questions]
    same = {"options": _options(task), "key": task.drafts, "day": context.today}
    asked = [_COMMAND.format(number=number, **same) for number in numbers]
    next_steps = [_UNSENT.said(language), _GONE.said(language), _ASKED.said(language), *asked]
    return render(letter) + "\n---\n\n" + "\n".join(clean(line) for line in next_steps) + "\n"


def _options(task: Task) -> str:
    """What names the same library and the same folder of answers again."""
    number, group = task.where.number, task.where.kind == "group"
    web = (" --web" if group else f" --web {number}") if task.where.web else ""
    answers = f" --answers {quoted(task.answers)}" if task.answers else ""
    return (f" --group {number}" if group else "") + web + answers


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
