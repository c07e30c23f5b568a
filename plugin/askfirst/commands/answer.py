"""``askfirst answer``: record what was asked and answered, one question after the other or by options."""

from __future__ import annotations

import os
import re
import sys

from askfirst.errors import Failure
from askfirst.language import from_environment
from askfirst_checks.kinds import EXPLAINED, GROUNDS, KINDS, OUTCOMES, OWN
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.checking import Checked, Context
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
    "asked": Text("day on which it was asked (14.9.2026, today)", "Tag der Anfrage (14.9.2026, heute)"),
    "answered": Text("day on which it was answered", "Tag der Antwort"),
    "outcome": Text("what the answer says", "was die Antwort besagt"),
    "valid_until": Text(
        "last day on which it holds (default: a year)", "letzter Tag, an dem sie gilt (Vorgabe: ein Jahr)"
    ),
    "by": Text("who is responsible for this record (name)", "wer für diese Angabe verantwortlich ist (Name)"),
    "reason": Text(
        "reasons, for an own assessment or “not this institution”",
        "Gründe, für eigene Einschätzungen und „nicht diese Einrichtung“",
    ),
    "ground": Text("what an own assessment rests on", "worauf eine eigene Einschätzung beruht"),
    "assess": Text(
        "an answer of the self-assessment, such as beyond-principles=no; may be repeated: {ids}",
        "eine Antwort der Selbsteinschätzung, etwa beyond-principles=no; mehrfach möglich: {ids}",
    ),
    "second_reader": Text(
        "who read it too, when, and whether they agree", "wer es auch gelesen hat, wann, und ob mit gleichem Ergebnis"
    ),
    "repair": Text(
        "record an answer again whose authors are spelt anew; with WHAT also under a new title and file name",
        "hält eine Antwort bei neuer Schreibweise eines Namens neu fest; mit WAS auch bei neuem Titel und Dateinamen",
    ),
    "withdraw": Text(
        "take an answer out of use, named by its file or by what it answers: the file is renamed, never deleted; "
        "to correct an answer, withdraw it and record it again",
        "nimmt eine Antwort zurück, nach ihrer Datei oder dem, was sie beantwortet: Die Datei wird umbenannt, nie "
        "gelöscht; zum Berichtigen zurücknehmen und neu festhalten",
    ),
    "private": Text("only you can read your answers (remembered)", "nur Sie lesen Ihre Antworten (wird gemerkt)"),
    "shared": Text(
        "answers stay with the manuscript, for everyone with the repository (remembered)",
        "Antworten bleiben beim Manuskript, für alle mit diesem Repositorium (wird gemerkt)",
    ),
    "covers": Text(
        "a further institution it covers; may be repeated",
        "eine weitere Einrichtung, die sie abdeckt; mehrfach möglich",
    ),
    "work": Text(
        "the work it is about (default: the manuscript's title); “this repository” for all beside it",
        "die Arbeit, um die es geht (Vorgabe: der Titel des Manuskripts); „this repository“ für alles daneben",
    ),
    "date": Text("judge as of this date (default: today)", "Stichtag der Prüfung (Vorgabe: heute)"),
}
_NO_QUESTION = Text("no open question here fits {target}", "keine offene Frage passt hier zu {target}")
_MANY = Text(
    "{target} fits {n} questions; name one of them: {choices}",
    "{target} passt zu {n} Fragen; nennen Sie eine davon: {choices}",
)
_CHOICE = Text("{choice} ({place}, {code}: {printed})", "{choice} ({place}, {code}: {printed})")
_MISSING = Text("still missing: {options}", "es fehlt noch: {options}")
_SAY_TARGET = Text("--for WHAT (such as AF101, or 1)", "--for WAS (etwa AF101 oder 1)")
_NOT_BOTH = Text(
    "--not-this is a kind of its own: leave --kind out", "--not-this ist eine eigene Art: --kind weglassen"
)
_ALONE = Text(
    "--withdraw takes files of answers, or papers and what the answer is about, and nothing else",
    "--withdraw nimmt Dateien von Antworten, oder Manuskripte und was die Antwort betrifft, und sonst nichts",
)
_NO_ASSESS = Text(
    "--assess {given}: expected is one of {ids}, with =yes or =no",
    "--assess {given}: erwartet wird eines von {ids}, mit =yes oder =no",
)
_TARGET = re.compile(r"AF\d{3}|[A-Z]{2}|\d{1,3}|[a-z]{2,}[:-][\w.:-]+", re.ASCII)

_PLACEHOLDERS = {"valid-until": "DATE", "by": "WHO", "reason": "REASON", "work": "WORK", "date": "DATE"}


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.add_argument("targets", nargs="*", metavar="PATH|CODE", help=said["targets"])
    parser.add_argument("--for", dest="about", action="append", metavar="WHAT", default=[], help=said["for"])
    kinds = "; ".join(f"{kind}: {text.said(language)}" for kind, text in EXPLAINED.items())
    parser.add_argument("--kind", choices=list(KINDS), metavar="KIND", help=f"{said['kind']}: {kinds}")
    parser.add_argument("--not-this", action="store_true", help=said["not_this"])
    for name, placeholder in (("reference", "REFERENCE"), ("asked", "DATE"), ("answered", "DATE")):
        parser.add_argument(f"--{name}", metavar=placeholder, default="", help=said[name])
    parser.add_argument("--outcome", choices=list(OUTCOMES), help=said["outcome"])
    for name, placeholder in _PLACEHOLDERS.items():
        parser.add_argument(f"--{name}", metavar=placeholder, default="", help=said[name.replace("-", "_")])
    parser.add_argument("--ground", choices=list(GROUNDS), default="", help=said["ground"])
    parser.add_argument("--second-reader", metavar="WHO", default="", help=said["second_reader"])
    parser.add_argument("--assess", action="append", metavar="ID=yes|no", default=[], help=_assess_help(language))
    parser.add_argument("--repair", action="store_true", help=said["repair"])
    parser.add_argument("--withdraw", action="store_true", help=said["withdraw"])
    readers = parser.add_mutually_exclusive_group()
    for name in ("private", "shared"):
        readers.add_argument(f"--{name}", dest="readers", action="store_const", const=name, help=said[name], default="")
    parser.add_argument("--covers", action="append", metavar="ID", default=[], help=said["covers"])


def _assess_help(language: str) -> str:
    from askfirst_checks.answers.assessment import IDS

    return _HELP["assess"].fill(ids=", ".join(IDS)).said(language)


def run(arguments: Namespace) -> int:
    """Record by options where any is given, else walk the open questions."""
    from askfirst import checking, committed, documents

    paths, about = _sorted_out(arguments.targets)
    about += arguments.about
    if arguments.withdraw:
        return _withdraw(arguments, paths, about)
    settings = checking.settings_for(paths)
    context = checking.context(settings, date=arguments.date)
    for name in ("asked", "answered", "valid_until"):
        setattr(arguments, name, _day(getattr(arguments, name), context.today))
    language = arguments.lang or settings.language or from_environment()
    found = documents.find(paths, settings.exclude, settings.folder)
    committed.tell((*context.notices, *committed.left_out(found, settings)), language)
    checked = [checking.check(document, context) for document in found.documents]
    _stop_at_broken(checked)
    if arguments.repair:
        from askfirst.repairing import repair

        return repair(checked, bool(about), context, language)
    if _by_options(arguments):
        return _record(arguments, checked, about, context, language)
    from askfirst.walk import walk

    return walk(checked, about, context, language, arguments.readers)


def _withdraw(arguments: Namespace, paths: list[str], about: list[str]) -> int:
    """Take an answer out of use: files of answers are named alone, papers with what the answer is about."""
    from askfirst import checking, documents, withdrawing

    if _by_options(arguments) or arguments.repair:
        raise Failure(_ALONE)
    files = [path for path in paths if path.endswith(".toml") and not about]
    papers = [path for path in paths if path not in files]
    settings = checking.settings_for(papers)
    language = arguments.lang or settings.language or from_environment()
    if files and papers:
        raise Failure(_ALONE)
    if files or not about:
        return withdrawing.withdraw(files, (), (), language)
    context = checking.context(settings, date=arguments.date)
    found = documents.find(papers, settings.exclude, settings.folder)
    checked = [checking.check(document, context) for document in found.documents]
    return withdrawing.withdraw((), checked, about, language)


def _record(arguments: Namespace, checked: list[Checked], about: list[str], context: Context, language: str) -> int:
    from askfirst import readership
    from askfirst.recording import report_on

    kind = _kind(arguments)
    if kind in OWN and not arguments.reason and about and sys.stdin and sys.stdin.isatty():
        arguments.reason = _reason(language)
    _stop_at_missing(arguments, kind, about)
    question = _question(checked, about)
    answer = _answer(arguments, kind, question, context.today)
    readers = readership.known(question.checked.document, arguments.readers) or "private"
    return report_on(question, answer, context, language, readers)


def _day(given: str, today: str) -> str:
    """The ISO date that was given. Raises `Failure`, which says how to write it."""
    from askfirst.checking import day
    from askfirst.days_typed import iso

    meant = iso(given, today)
    return day(given) if meant is None else meant


def _sorted_out(targets: list[str]) -> tuple[list[str], list[str]]:
    """Paths, and the rest: ``AF101`` or an institution's id, where no file of that name is there."""
    paths = [target for target in targets if os.path.lexists(target) or not _TARGET.fullmatch(target)]
    return paths, [target for target in targets if target not in paths]


def _by_options(arguments: Namespace) -> bool:
    given = (
        "kind",
        "not_this",
        "reference",
        "asked",
        "answered",
        "outcome",
        "valid_until",
        "reason",
        "covers",
        "ground",
        "assess",
    )
    return any(getattr(arguments, name) for name in given)


def _stop_at_broken(checked: list[Checked]) -> None:
    for each in checked:
        for error in each.broken:
            raise Failure(error.text, each.outcome.place(error.path), error.line)


def _question(checked: list[Checked], about: list[str]) -> Question:
    from askfirst.recording import fitting

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


def _kind(arguments: Namespace) -> str:
    if arguments.not_this and arguments.kind:
        raise Failure(_NOT_BOTH)
    return "not-this-institution" if arguments.not_this else arguments.kind or ""


def _stop_at_missing(arguments: Namespace, kind: str, about: list[str]) -> None:
    """Raise one `Failure` that names every option that is still needed."""
    from askfirst_checks.answers import Answer
    from askfirst_checks.answers.reading import missing

    needed = [] if about else [_SAY_TARGET]
    if not kind:
        needed.append(same(f"--kind {'|'.join(KINDS)}"))
    outcome = arguments.outcome or ""
    if kind not in OWN and not outcome:
        needed.append(same(f"--outcome: {', '.join(OUTCOMES)}"))
    if outcome == "pending" and kind not in OWN and not arguments.asked:
        needed.append(Text(f"--asked ({_HELP['asked'].en})", f"--asked ({_HELP['asked'].de})"))
    answered = arguments.answered or ("today" if kind in OWN else "")
    answer = Answer("", kind, outcome, arguments.reference, answered=answered, reason=arguments.reason)
    for key, _ in missing(answer) if kind and (outcome or kind in OWN) else []:
        needed.append(Text(f"--{key} ({_HELP[key].en})", f"--{key} ({_HELP[key].de})"))
    if needed:
        listed = Text("; ".join(each.en for each in needed), "; ".join(each.de for each in needed))
        raise Failure(_MISSING.fill(options=listed))


def _answer(arguments: Namespace, kind: str, question: Question, today: str) -> Answer:
    from askfirst.recording import covering, work_of
    from askfirst_checks.answers import Answer

    answer = Answer(
        path="",
        kind=kind,
        outcome=arguments.outcome or "",
        answered=arguments.answered or (today if kind in OWN else ""),
        work=arguments.work or work_of(question.checked.outcome.report),
        institutions=tuple(arguments.covers),
        **{
            key: getattr(arguments, key)
            for key in ("reference", "asked", "valid_until", "by", "reason", "ground", "second_reader")
        },
    )
    if arguments.assess:
        from askfirst_checks.answers.assessment import content_of

        content = content_of(question.checked.outcome.report.manuscript)
        answer = answer._replace(assessed=_assessed(arguments.assess), content=content)
    return covering(answer, question.finding)


def _assessed(given: list[str]) -> tuple[tuple[str, str], ...]:
    """Question and answer of each ``ID=yes|no``. Raises `Failure` for anything else."""
    from askfirst_checks.answers.assessment import IDS

    found = {}
    for each in given:
        question, _, said = each.partition("=")
        if question not in IDS or said not in ("yes", "no"):
            raise Failure(_NO_ASSESS.fill(given=each, ids=", ".join(IDS)))
        found[question] = said
    return tuple(sorted(found.items(), key=lambda item: IDS.index(item[0])))


def _reason(language: str) -> str:
    """Reasons typed in a terminal; empty where nothing more comes."""
    from askfirst.prompts import Back, Draft, Quit, Skip, words
    from askfirst.walk import REASON

    try:
        return words(REASON, language, needed=True)
    except (Quit, Back, Skip, Draft):
        print()
        return ""
