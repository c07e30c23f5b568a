"""The letter about a work of a library on the command line: ``askfirst zotero --draft KEY``."""

from __future__ import annotations

from askfirst import checking
from askfirst.config import Settings
from askfirst.enquiry import render
from askfirst.errors import Failure
from askfirst.formats.clean import clean
from askfirst.formats.command import quoted
from askfirst.library import answering, reading
from askfirst.library import letter as letters
from askfirst.library.request import usual_folder
from askfirst.library.task import Task
from askfirst_checks.words import Text

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


def by_hand(task: Task, language: str) -> str:
    """The letter about the work that *task* names, on the command line, and what comes next. Raises `Failure`."""
    if task.ours:
        raise Failure(_MANUSCRIPT)
    found = [each for each in reading.read(task, language).judged if each.work.key == task.drafts]
    if not found:
        raise Failure(letters.NOTHING)
    (judged,) = found
    context = checking.context(Settings(), date=task.date, profile=task.profile)
    questions = [answering.the_question(judged, task.about)] if task.about else judged.questions
    letter = letters.of(judged, questions, task.answers or usual_folder(), context, language)
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
