"""``askfirst answer``: record what was asked and answered, one question after the other or by options."""

from __future__ import annotations

import os
import re
import sys

from askfirst.errors import Failure
from askfirst.language import from_environment
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.checking import Checked
    from askfirst.recording import Question
    from askfirst_checks.answers import Answer

SUMMARY = Text(
    "record an answer, question by question or by options; it stays with the manuscript",
    "hält eine Antwort fest, Frage für Frage oder mit Optionen; sie bleibt beim Manuskript",
)
_HELP = {
    "targets": Text(
        "manuscripts or folders (default: the current folder), and what to answer, as in --for",
        "Manuskripte oder Ordner (Vorgabe: der aktuelle Ordner) und was beantwortet wird, wie bei --for",
    ),
    "for": Text(
        "what it answers: a rule's code, the id of an institution, a country code, or the number of an open question",
        "was beantwortet wird: Code einer Regel, Kennung einer Einrichtung, Ländercode oder Nummer einer offenen Frage",
    ),
    "kind": Text("kind of answer", "Art der Antwort"),
    "not_this": Text(
        "the words were read wrongly: it is not this institution (with --reason)",
        "die Wörter wurden falsch gelesen: Es ist nicht diese Einrichtung (mit --reason)",
    ),
    "reference": Text("reference of the letter or decision", "Aktenzeichen des Schreibens oder der Entscheidung"),
    "asked": Text("day on which it was asked, as 2026-09-14", "Tag der Anfrage, als 2026-09-14"),
    "answered": Text("day on which it was answered", "Tag der Antwort"),
    "outcome": Text("what the answer says", "was die Antwort besagt"),
    "valid_until": Text(
        "last day on which it holds (default: a year)", "letzter Tag, an dem sie gilt (Vorgabe: ein Jahr)"
    ),
    "by": Text("who stands by this answer", "wer für diese Antwort einsteht"),
    "reason": Text(
        "reasons, for an own assessment or “not this institution”",
        "Gründe, für eigene Einschätzungen und „nicht diese Einrichtung“",
    ),
    "covers": Text(
        "a further institution it covers; may be repeated",
        "eine weitere Einrichtung, die sie abdeckt; mehrfach möglich",
    ),
    "work": Text(
        "the work it is about (default: the manuscript's title); “this repository” for all beside it",
        "die Arbeit, um die es geht (Vorgabe: der Titel des Manuskripts); „this repository“ für alles daneben",
    ),
    "date": Text("judge at this date (default: today)", "zu diesem Datum prüfen (Vorgabe: heute)"),
}
_NO_QUESTION = Text("no open question here fits {target}", "keine offene Frage passt hier zu {target}")
_MANY = Text(
    "{target} fits {n} questions; name one of them: {choices}",
    "{target} passt zu {n} Fragen; nennen Sie eine davon: {choices}",
)
_CHOICE = Text("{choice} ({place}, {code}: {printed})", "{choice} ({place}, {code}: {printed})")
_SAY_OUTCOME = Text(
    "say what the answer was, with --outcome: {outcomes}", "sagen Sie mit --outcome, was die Antwort war: {outcomes}"
)
_SAY_TARGET = Text("say what is answered, with --for", "sagen Sie mit --for, was beantwortet wird")
_SAY_KIND = Text("say what kind of answer it is, with --kind", "sagen Sie mit --kind, welche Art von Antwort es ist")
_NOT_BOTH = Text(
    "--not-this is a kind of its own: leave --kind out", "--not-this ist eine eigene Art: --kind weglassen"
)
_TARGET = re.compile(r"AF\d{3}|[A-Z]{2}|\d{1,3}|[a-z]{2,}[:-][\w.:-]+", re.ASCII)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.add_argument("targets", nargs="*", metavar="PATH|CODE", help=said["targets"])
    parser.add_argument("--for", dest="about", action="append", metavar="WHAT", default=[], help=said["for"])
    parser.add_argument("--kind", choices=list(KINDS), help=said["kind"])
    parser.add_argument("--not-this", action="store_true", help=said["not_this"])
    for name in ("reference", "asked", "answered"):
        parser.add_argument(f"--{name}", default="", help=said[name])
    parser.add_argument("--outcome", choices=list(OUTCOMES), help=said["outcome"])
    for name in ("valid-until", "by", "reason", "work", "date"):
        parser.add_argument(f"--{name}", default="", help=said[name.replace("-", "_")])
    parser.add_argument("--covers", action="append", metavar="ID", default=[], help=said["covers"])


def run(arguments: Namespace) -> int:
    """Record by options where any is given, else walk the open questions."""
    from askfirst import checking, documents

    paths, about = _sorted_out(arguments.targets)
    about += arguments.about
    for given in (arguments.asked, arguments.answered, arguments.valid_until):
        checking.day(given)
    settings = checking.settings_for(paths)
    context = checking.context(settings, date=arguments.date)
    language = arguments.lang or settings.language or from_environment()
    found = documents.find(paths, settings.exclude, settings.folder)
    checked = [checking.check(document, context) for document in found.documents]
    _stop_at_broken(checked)
    if _by_options(arguments):
        from askfirst.recording import report_on

        question = _question(checked, about)
        return report_on(question, _answer(arguments, question, context.today, language), context, language)
    from askfirst.walk import walk

    return walk(checked, about, context, language)


def _sorted_out(targets: list[str]) -> tuple[list[str], list[str]]:
    """Paths, and the rest: ``AF101`` or an institution's id, where no file of that name is there."""
    paths = [target for target in targets if os.path.lexists(target) or not _TARGET.fullmatch(target)]
    return paths, [target for target in targets if target not in paths]


def _by_options(arguments: Namespace) -> bool:
    given = ("kind", "not_this", "reference", "asked", "answered", "outcome", "valid_until", "reason", "covers")
    return any(getattr(arguments, name) for name in given)


def _stop_at_broken(checked: list[Checked]) -> None:
    for each in checked:
        for error in each.broken:
            raise Failure(error.text, each.outcome.place(error.path), error.line)


def _question(checked: list[Checked], about: list[str]) -> Question:
    from askfirst.recording import fitting

    if not about:
        raise Failure(_SAY_TARGET)
    questions = fitting(checked, about)
    target = ", ".join(about)
    if not questions:
        raise Failure(_NO_QUESTION.fill(target=target))
    if len(questions) > 1:
        documents = {question.checked.document for question in questions}
        named = [_choice(question, len(documents) > 1) for question in questions]
        choices = Text("; ".join(each.en for each in named), "; ".join(each.de for each in named))
        raise Failure(_MANY.fill(target=target, n=len(questions), choices=choices))
    return questions[0]


def _choice(question: Question, several: bool) -> Text:
    """How to name *question* alone, and what it is; its number, where nothing else tells it from the others."""
    from askfirst.formats.command import quoted

    outcome, name = question.checked.outcome, question.name
    choice = f"--for {name}"
    if several and name != str(question.number):
        choice = f"askfirst answer {quoted(outcome.place(outcome.report.manuscript.root))} {name}"
    return _CHOICE.fill(choice=choice, **question.told)


def _answer(arguments: Namespace, question: Question, today: str, language: str) -> Answer:
    from askfirst.recording import NOT_THIS, OWN, covering, work_of
    from askfirst_checks.answers import Answer

    if arguments.not_this and arguments.kind:
        raise Failure(_NOT_BOTH)
    kind = NOT_THIS if arguments.not_this else arguments.kind
    if not kind:
        raise Failure(_SAY_KIND)
    outcome, answered = arguments.outcome, arguments.answered
    if kind in OWN:
        outcome, answered = outcome or "no-licence-needed", answered or today
    elif not outcome:
        raise Failure(_SAY_OUTCOME.fill(outcomes=", ".join(OUTCOMES)))
    reason = arguments.reason or (_reason(language) if kind in OWN and sys.stdin.isatty() else "")
    answer = Answer(
        path="",
        kind=kind,
        outcome=outcome,
        answered=answered,
        reason=reason,
        work=arguments.work or work_of(question.checked.outcome.report),
        institutions=tuple(arguments.covers),
        **{key: getattr(arguments, key) for key in ("reference", "asked", "valid_until", "by")},
    )
    return covering(answer, question.finding)


def _reason(language: str) -> str:
    """Reasons typed in a terminal; empty where nothing more comes."""
    from askfirst.walk import REASON, Quit, text

    try:
        return text(REASON, language, needed=True)
    except Quit:
        print()
        return ""
