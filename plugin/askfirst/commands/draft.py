"""``askfirst draft``: the letter to the export-control office. It sends, attaches and records nothing."""

from __future__ import annotations

import os
import sys

from askfirst.errors import Failure
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.checking import Checked
    from askfirst.config import Settings
    from askfirst.enquiry import Facts, Given, Letter
    from askfirst.recording import Question

SUMMARY = Text(
    "write the enquiry to the export-control office from what the manuscript prints",
    "schreibt die Anfrage an die Exportkontrollstelle aus dem, was im Manuskript steht",
)
_HELP = {
    "path": Text("the manuscript (default: the one in this folder)", "das Manuskript (Vorgabe: das in diesem Ordner)"),
    "for": Text(
        "only this question: its number, rule, institution or country; may be repeated",
        "nur diese Frage: Nummer, Regel, Einrichtung oder Land; mehrfach möglich",
    ),
    "to": Text(
        "whom to ask: your own office (default), or BAFA through it",
        "wer gefragt wird: die eigene Stelle (Vorgabe) oder über sie das BAFA",
    ),
    "format": Text(
        "text (default), md, eml, html, or docx (a Word file, with -o)",
        "text (Vorgabe), md, eml, html oder docx (Word-Datei, mit -o)",
    ),
    "output": Text("write to this new file", "in diese neue Datei schreiben"),
    "sent": Text("what to do when a draft has already gone", "was zu tun ist, wenn schon ein Entwurf verschickt wurde"),
    "by": Text("the author who writes, as printed", "wer schreibt, wie im Manuskript genannt"),
    "date": Text("judge as of this date (default: today)", "Stichtag der Prüfung (Vorgabe: heute)"),
}
_NOTHING = Text(
    "no question is open here, so there is nothing to draft", "hier ist keine Frage offen, also ist nichts zu schreiben"
)
_NO_AUTHOR = Text("no author is printed as {name}", "niemand ist im Manuskript als {name} genannt")
_SEVERAL = Text(
    "one letter is about one manuscript; name one of: {places}",
    "ein Brief gilt einem Manuskript; nennen Sie eines: {places}",
)
_NOT_GERMAN = Text(
    "BAFA is the German authority; the letter goes to your own office: leave --to out",
    "das BAFA ist die deutsche Behörde; der Brief geht an Ihre eigene Stelle: --to weglassen",
)
_NOT_BAFA = Text(
    "nothing here is for BAFA to decide; the letter goes to your own office: leave --to out",
    "hier ist nichts vom BAFA zu entscheiden; der Brief geht an Ihre eigene Stelle: --to weglassen",
)
_EXISTS = Text("this file is there already; name a new one", "diese Datei gibt es schon; nennen Sie eine neue")
_WROTE = Text("Written to {file}.", "Geschrieben nach {file}.")
_UNSENT = Text("Nothing was sent, attached or recorded.", "Es wurde nichts verschickt, angehängt oder festgehalten.")
_ASKED = Text("Once you have sent it, record that you asked:", "Wenn Sie ihn verschickt haben, halten Sie das fest:")
_GONE = Text(
    "If a draft has already gone: askfirst draft --already-sent",
    "Falls schon ein Entwurf verschickt wurde: askfirst draft --already-sent",
)
_KEEP = Text("To keep it outside the repository: -o {file}", "Zum Aufheben außerhalb des Repositoriums: -o {file}")
_NEEDS_FILE = Text("a Word file is written with -o: -o {file}", "eine Word-Datei wird mit -o geschrieben: -o {file}")
_ENDINGS = {"text": "txt", "md": "md", "eml": "eml", "html": "html", "docx": "docx"}


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help=said["path"])
    parser.add_argument("--for", dest="about", action="append", metavar="WHAT", default=[], help=said["for"])
    parser.add_argument("--to", choices=("office", "bafa"), default="office", help=said["to"])
    parser.add_argument("--format", choices=("text", "md", "eml", "html", "docx"), default="text", help=said["format"])
    parser.add_argument("-o", "--output", metavar="FILE", default="", help=said["output"])
    parser.add_argument("--already-sent", action="store_true", help=said["sent"])
    from askfirst.enquiry.fields import QUESTIONS

    for name, (label, _) in QUESTIONS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", metavar="WORDS", default="", help=label.said(language))
    parser.add_argument("--by", metavar="NAME", default="", help=said["by"])
    parser.add_argument("--date", metavar="DATE", default="", help=said["date"])


def write(words: list[str], language: str) -> int:
    """What ``askfirst --lang LANGUAGE draft WORDS`` does. Raises `Failure`."""
    import argparse

    parser = argparse.ArgumentParser("askfirst draft")
    parser.set_defaults(lang=language)
    options(parser, language)
    return run(parser.parse_args(words))


def run(arguments: Namespace) -> int:
    """Write the letter, and say beside it what comes next. Raises `Failure`."""
    from askfirst import checking
    from askfirst.enquiry.already_sent import screen
    from askfirst.language import from_environment
    from askfirst.terminal import width

    settings = checking.settings_for([arguments.path])
    language = arguments.lang or settings.language or from_environment()
    if arguments.already_sent:
        sys.stdout.write(screen(language, width()))
        return 0
    if arguments.format == "docx" and arguments.output in ("", "-"):
        raise Failure(_NEEDS_FILE.fill(file=_suggested(arguments.format)))
    letter = _letter(arguments, settings, language)
    if letter is None:
        print(f"askfirst: {_NOTHING.said(language)}", file=sys.stderr)
        return 0
    _hand_over(letter, arguments)
    return 0


def _letter(arguments: Namespace, settings: Settings, language: str) -> Letter | None:
    """The letter about the open questions that are asked for; None where there is none."""
    from askfirst import answer_files, checking, committed, documents
    from askfirst.enquiry import compose, gather
    from askfirst.recording import fitting

    context = checking.context(settings, date=arguments.date)
    found = documents.find([arguments.path], settings.exclude, settings.folder)
    notices = (*context.notices, *committed.left_out(found, settings), *committed.address(context.profile))
    committed.tell(notices, language)
    questions = fitting([checking.check(document, context) for document in found.documents], arguments.about)
    if not questions:
        return None
    checked = _one_of(questions)
    _tell_broken(checked, language)
    answers = answer_files.read(checked.document).all
    facts = gather(checked, [question.finding for question in questions], context, answers, arguments.by)
    _stop_at_misuse(arguments, checked, facts)
    return compose(facts, language, arguments.to, _given(arguments, facts, language))


def _one_of(questions: list[Question]) -> Checked:
    """The one manuscript that *questions* are about. Raises `Failure` where there are several."""
    found = {question.checked.document: question.checked for question in questions}
    if len(found) > 1:
        places = [each.outcome.place(each.outcome.report.manuscript.root) for each in found.values()]
        raise Failure(_SEVERAL.fill(places=", ".join(places)))
    return questions[0].checked


def _tell_broken(checked: Checked, language: str) -> None:
    """Answers that cannot be relied on are not in the letter, and that is said."""
    from askfirst.formats.clean import clean

    for error in checked.broken:
        place = checked.outcome.place(error.path)
        print(clean(f"askfirst: {place}:{error.line}: {error.text.said(language)}"), file=sys.stderr)


def _stop_at_misuse(arguments: Namespace, checked: Checked, facts: Facts) -> None:
    authors = {author.name.casefold() for author in checked.outcome.report.manuscript.authors}
    if arguments.by and arguments.by.casefold() not in authors:
        raise Failure(_NO_AUTHOR.fill(name=arguments.by))
    if arguments.to == "bafa":
        if facts.jurisdiction != "de":
            raise Failure(_NOT_GERMAN)
        if all(ground.layer == "country" for ground in facts.grounds):
            raise Failure(_NOT_BAFA)


def _given(arguments: Namespace, facts: Facts, language: str) -> Given:
    """What the options say; on a terminal, what is missing is asked for."""
    from askfirst.enquiry import Given
    from askfirst.enquiry.asking import ask
    from askfirst.enquiry.fields import QUESTIONS, asked

    given = Given(**{name: getattr(arguments, name).strip() for name in QUESTIONS})
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        return ask(given, asked(facts, arguments.to), language)
    return given


def _hand_over(letter: Letter, arguments: Namespace) -> None:
    """The letter on standard output or in its file; what comes next beneath it, or beside it on standard error."""
    from askfirst.enquiry import as_file, render
    from askfirst.files import write_new
    from askfirst.terminal import say

    language = letter.language
    if arguments.output in ("", "-"):
        sys.stdout.write(render(letter, arguments.format))
        beneath = arguments.format in ("text", "md")
    else:
        try:
            write_new(arguments.output, as_file(letter, arguments.format))
        except FileExistsError as error:
            raise Failure(_EXISTS, arguments.output) from error
        say(_WROTE.fill(file=arguments.output), language)
        beneath = True
    print("\n".join(_next(letter, arguments)), file=sys.stdout if beneath else sys.stderr)


def _next(letter: Letter, arguments: Namespace) -> list[str]:
    from askfirst.formats.clean import clean

    language = letter.language
    lines = ["", "---", ""] if not arguments.output else []
    lines += [_UNSENT.said(language), _GONE.said(language)]
    if not arguments.output and sys.stdout.isatty():
        lines.append(_KEEP.fill(file=_suggested(arguments.format)).said(language))
    return [clean(line) for line in [*lines, _ASKED.said(language), *letter.commands]]


def _suggested(form: str) -> str:
    """A place outside the repository."""
    return os.path.join(os.path.expanduser("~"), f"askfirst-enquiry.{_ENDINGS[form]}")
