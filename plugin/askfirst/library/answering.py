"""An answer recorded from Zotero: the same file that `askfirst answer` writes, kept in the library's folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from askfirst.documents import Document
from askfirst.errors import Failure
from askfirst.formats.holding import shortened
from askfirst.library.judging import answers_in, judge
from askfirst.library.request import Request, work_of
from askfirst.library.shape import identity
from askfirst.recording import OWN, covering
from askfirst.recording import record as write
from askfirst_checks.answers import Answer, Answers
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst.checking import Context
    from askfirst.library.joint import Ours
    from askfirst.library.judging import Judged
    from askfirst_checks.model import Finding

_ONE = Text("an answer is about one item", "eine Antwort betrifft genau einen Eintrag")
_GONE = Text(
    "this question is no longer there: check the item again",
    "diese Frage gibt es nicht mehr: Prüfen Sie den Eintrag noch einmal",
)
_NONE = Text("there is no open question about {key}", "zu {key} gibt es keine offene Frage")
_NOT_ABOUT = Text("no open question about {key} is {about}", "keine offene Frage zu {key} heißt {about}")
_KIND = Text("say what kind of answer it is", "wählen Sie, welche Art von Antwort es ist")


def record(asked: Request, context: Context) -> str:
    """Write the answer of the request and return the path of its file, relative to the folder. Raises `Failure`."""
    if len(asked.items) != 1:
        raise Failure(_ONE)
    work = work_of(asked.items[0])
    judged = judge(work, context, answers_in(asked.folder))
    found = named(judged, asked.word("finding"))
    answer = _answer(_words(asked.rest.get("answer")), found, work.title or work.key, context.today)
    return write(Document(asked.folder, "library"), answer, context.today)


def remark_on(path: str, answers: Answers) -> Text:
    """What is to be said about the answer that was recorded at *path*: that it ends before the day it names."""
    answer = next((each for each in answers.all if each.path == path), None)
    return (shortened(answer) if answer else None) or Text("", "")


def named(judged: Judged, wanted: str) -> Finding:
    """The finding whose `identity` is *wanted*, weaker ones and legs among them. Raises `Failure`."""
    flat = [each for found in judged.findings for each in (found, *found.legs, *found.also)]
    found = next((each for each in flat if identity(each) == wanted), None)
    if found is None:
        raise Failure(_GONE)
    return found


def the_question(judged: Judged, about: str) -> Finding:
    """The question that *about* names: number, rule, institution or country; else the first. Raises `Failure`."""
    notes = [each for each in judged.findings if each.level == "note" and each.state != "answered"]
    numbered = list(enumerate((*judged.questions, *notes), 1))
    if not numbered:
        raise Failure(_NONE.fill(key=judged.work.key))
    fitting = [finding for number, finding in numbered if not about or _is_called(about, number, finding)]
    if not fitting:
        raise Failure(_NOT_ABOUT.fill(key=judged.work.key, about=about))
    return fitting[0]


def _is_called(about: str, number: int, finding: Finding) -> bool:
    subject = finding.subject
    return about in (str(number), *subject.institutions, *subject.countries) or about.upper() == finding.code


def record_by_hand(
    judged: Judged, found: Finding, ours: Ours | None, folder: str, words: Mapping[str, str], today: str
) -> str:
    """Write an answer given on the command line to the question *found* about a work; the path of its file.

    It is kept beside the manuscript or author list, where there is one, and else in the library's *folder*.
    Raises `Failure`.
    """
    if ours:
        document = ours.document
        work = " ".join(ours.manuscript.title.split()) or ours.manuscript.root
    else:
        document, work = Document(folder, "library"), judged.work.title or judged.work.key
    return os.path.join(document.top, write(document, _answer(words, found, work, today), today))


def _words(given: object) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    return {key: value.strip() for key, value in given.items() if isinstance(value, str)}


def _answer(words: Mapping[str, str], found: Finding, work: str, today: str) -> Answer:
    kind = words.get("kind", "")
    if not kind:
        raise Failure(_KIND)
    outcome, answered = words.get("outcome", ""), words.get("answered", "")
    if kind in OWN:
        answered = answered or today
    answer = Answer(
        path="",
        kind=kind,
        outcome=outcome or ("" if kind in OWN else "pending"),
        work=" ".join(work.split()),
        reference=words.get("reference", ""),
        asked=words.get("asked", ""),
        answered=answered,
        valid_until=words.get("valid_until", ""),
        by=words.get("by", ""),
        reason=words.get("reason", ""),
    )
    return covering(answer, found)
