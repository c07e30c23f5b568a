"""``askfirst check``: read, judge, and put the open questions on the screen."""

from __future__ import annotations

import gc
import os
import sys

from askfirst.formats import FORMATS, SHOWS_LISTS, once
from askfirst.language import from_environment
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from askfirst.checking import Checked, Context
    from askfirst.config import Settings
    from askfirst.documents import Found
    from askfirst.errors import Failure
    from askfirst.formats import Options, Outcome
    from askfirst_checks.policy import Policy

SUMMARY = Text(
    "ask what is to be asked before you send this manuscript",
    "stellt die offenen Fragen, bevor dieses Manuskript verschickt wird",
)
_HELP = {
    "paths": Text(
        "manuscripts, author lists, bibliographies, or folders (default: the current folder); - reads standard input",
        "Manuskripte, Autorenlisten, Literaturdateien oder Ordner (Vorgabe: der aktuelle Ordner); - liest die "
        "Standardeingabe",
    ),
    "format": Text(
        "how to print it (default: full on a terminal, else concise)",
        "Ausgabeformat (Vorgabe: full im Terminal, sonst concise)",
    ),
    "output": Text("write to this file", "in diese Datei schreiben"),
    "answered": Text("show answered questions too", "auch beantwortete Fragen zeigen"),
    "ignore": Text("ask as if nothing had been answered", "fragen, als wäre nichts beantwortet"),
    "notes": Text("show notes too", "auch Hinweise zeigen"),
    "jurisdiction": Text("under which law it is asked (default: de)", "nach welchem Recht gefragt wird (Vorgabe: de)"),
    "strict": Text(
        "leave aside what settings and profile of the repository make quieter",
        "ohne das prüfen, was Einstellungen und Profil des Repositoriums leiser stellen",
    ),
    "profile": Text(
        "institution profile of an export-control office", "Profil der Einrichtung, von der Exportkontrollstelle"
    ),
    "date": Text(
        "judge as of this date, such as 2026-11-30 (default: today)",
        "Stichtag der Prüfung, etwa 2026-11-30 (Vorgabe: heute)",
    ),
    "baseline": Text(
        "ask only about what is new since this git revision; the rest is counted",
        "nur nach dem fragen, was seit dieser git-Revision neu ist; der Rest wird gezählt",
    ),
    "zero": Text("exit with 0 although questions are open", "mit 0 enden, auch wenn Fragen offen sind"),
    "stdin": Text(
        "read a manuscript of this name from standard input",
        "ein Manuskript dieses Namens von der Standardeingabe lesen",
    ),
    "color": Text("when to use colours (default: auto)", "wann Farben benutzt werden (Vorgabe: auto)"),
}
_NOTHING = Text(
    "nothing found to check in {paths} (no document with an author block, no author list)",
    "nichts zu prüfen gefunden in {paths} (kein Dokument mit Autorenblock, keine Autorenliste)",
)
_EPILOG = Text(
    "Exit code: 0 nothing is open, 1 questions are open, 2 misuse or a broken answer, setting or file, "
    "3 nothing found to check.",
    "Rückgabewert: 0 nichts offen, 1 Fragen offen, 2 Fehlbedienung oder eine fehlerhafte Antwort, Einstellung oder "
    "Datei, 3 nichts zu prüfen gefunden.",
)
_ALONE = Text(
    "- stands for standard input, and goes with no other path",
    "- steht für die Standardeingabe und passt zu keinem weiteren Pfad",
)
USUAL = {
    "format": None,
    "output": None,
    "show_answered": False,
    "ignore_answers": False,
    "notes": False,
    "jurisdiction": "",
    "profile": "",
    "date": "",
    "baseline": "",
    "exit_zero": False,
    "strict": False,
    "stdin_filename": None,
    "color": "auto",
}
"""Every option but ``--lang`` where it is not given; `cli` needs no more for a run with paths alone"""
_OLD = 100_000
"""objects until the garbage collector looks for cycles: a check makes hardly any, and looking took 2 % of a run"""


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("paths", nargs="*", metavar="PATH", help=said["paths"])
    parser.add_argument("--format", choices=FORMATS, help=said["format"])
    parser.add_argument("-o", "--output", metavar="FILE", help=said["output"])
    parser.add_argument("--show-answered", action="store_true", help=said["answered"])
    parser.add_argument("--ignore-answers", action="store_true", help=said["ignore"])
    parser.add_argument("--notes", action="store_true", help=said["notes"])
    parser.add_argument("--jurisdiction", metavar="CODE", help=said["jurisdiction"])
    parser.add_argument("--profile", metavar="FILE", help=said["profile"])
    parser.add_argument("--date", metavar="DATE", help=said["date"])
    parser.add_argument("--baseline", metavar="REV", help=said["baseline"])
    parser.add_argument("--strict", action="store_true", help=said["strict"])
    parser.add_argument("--exit-zero", action="store_true", help=said["zero"])
    parser.add_argument("--stdin-filename", metavar="NAME", help=said["stdin"])
    parser.add_argument("--color", choices=("auto", "always", "never"), help=said["color"])
    parser.set_defaults(**USUAL)


def run(arguments: Namespace) -> int:
    """Check every document the paths lead to."""
    gc.set_threshold(_OLD)
    from askfirst import checking, committed

    if "-" in arguments.paths:
        _takes_standard_input(arguments)
    paths = [arguments.stdin_filename] if arguments.stdin_filename else arguments.paths
    settings = checking.settings_for(paths)
    if arguments.strict:
        settings = settings._replace(exclude=())
    context = checking.context(
        settings,
        date=arguments.date,
        jurisdiction=arguments.jurisdiction,
        profile=arguments.profile,
        ignore_answers=arguments.ignore_answers,
        strict=arguments.strict,
    )
    language = arguments.lang or settings.language or from_environment()
    if arguments.stdin_filename:
        found, outcomes = _standard_input(arguments.stdin_filename, context)
        failed: list[Failure] = []
    else:
        found, outcomes, failed = _on_disk(paths, settings, context)
    if arguments.baseline:
        from askfirst.baseline import since

        outcomes = since(outcomes, arguments.baseline, context)
    shown = _presentation(arguments, found, language, context.policy)
    shown = shown._replace(notices=(*context.notices, *committed.left_out(found, settings)))
    if outcomes or not failed:
        _put(arguments, once([each.outcome for each in outcomes]), shown)
    else:
        committed.tell(shown.notices, language)
    return _code(arguments, outcomes, failed, paths, language)


def _takes_standard_input(arguments: Namespace) -> None:
    """``check -``: what standard input holds, under a name of its own. Raises `Failure` beside other paths."""
    from askfirst.errors import Failure

    if arguments.paths != ["-"]:
        raise Failure(_ALONE)
    arguments.paths = []
    arguments.stdin_filename = arguments.stdin_filename or "stdin.tex"


def _on_disk(paths: Sequence[str], settings: Settings, context: Context) -> tuple[Found, list[Checked], list[Failure]]:
    """The documents, their outcomes, and what could not be opened: one file must not hide the others."""
    from askfirst import checking, documents
    from askfirst.errors import Failure

    found = documents.find(paths, settings.exclude, settings.folder)
    outcomes, failed = [], list(found.unread)
    for document in found.documents:
        try:
            outcomes.append(checking.check(document, context))
        except Failure as error:
            failed.append(error)
    return found, outcomes, failed


def _standard_input(name: str, context: Context) -> tuple[Found, list[Checked]]:
    from askfirst import checking, documents
    from askfirst.reading import on_standard_input

    document, tree = on_standard_input(name)
    return documents.Found((document,)), [checking.check(document, context, tree)]


def _presentation(arguments: Namespace, found: Found, language: str, policy: Policy) -> Options:
    from askfirst.formats import Options
    from askfirst.terminal import is_colored, width

    shows_lists = arguments.format in SHOWS_LISTS
    return Options(
        language=language,
        color=not arguments.output and is_colored(arguments.color),
        width=width(),
        notes=arguments.notes,
        answered=arguments.show_answered,
        paths=_named(arguments, found),
        unfinished=found.cut_short,
        lists=policy.lists if shows_lists else (),
        regimes=policy.regimes if shows_lists else (),
    )


def _named(arguments: Namespace, found: Found) -> tuple[str, ...]:
    """What the command that answers repeats: the paths given; of several documents, each its own."""
    given = (arguments.stdin_filename,) if arguments.stdin_filename else tuple(arguments.paths)
    return given or ((".",) if len(found.documents) > 1 else ())


def _put(arguments: Namespace, outcomes: Sequence[Outcome], options: Options) -> None:
    from importlib import import_module

    usual = "full" if sys.stdout.isatty() and not arguments.output else "concise"
    text: str = import_module(f"askfirst.formats.{arguments.format or usual}").render(outcomes, options)
    if arguments.output:
        from askfirst.output import write

        read = (each.place(file) for each in outcomes for file in each.report.manuscript.sources)
        write(arguments.output, text, (*arguments.paths, *read))
    else:
        sys.stdout.write(_linked(text) if (arguments.format or usual) == "full" and sys.stdout.isatty() else text)


def _linked(text: str) -> str:
    from askfirst import hyperlinks

    return hyperlinks.linked(text) if hyperlinks.are_wanted() else text


def _code(
    arguments: Namespace, checked: Sequence[Checked], failed: Sequence[Failure], paths: Sequence[str], language: str
) -> int:
    from askfirst.errors import MISUSE, NOTHING_FOUND, NOTHING_OPEN, OPEN_QUESTIONS
    from askfirst.formats.clean import clean
    from askfirst.formats.phrases import is_empty

    broken = {(each.outcome.place(error.path), error.line): error.text for each in checked for error in each.broken}
    for (file, line), text in broken.items():
        print(clean(f"askfirst: {file}:{line}: {text.said(language)}"), file=sys.stderr)
    for failure in failed:
        print(clean(f"askfirst: {failure.said(language)}"), file=sys.stderr)
    if "CI" in os.environ:
        _tell_unseen(checked, language)
    if broken or failed:
        return MISUSE
    if all(is_empty(each.outcome) for each in checked):
        said = _NOTHING.fill(paths=", ".join(paths) or ".").said(language)
        print(clean(f"askfirst: {said}"), file=sys.stderr)
        return NOTHING_FOUND
    asked = any(each.outcome.report.open for each in checked)
    quiet = arguments.exit_zero or arguments.format == "sarif"  # what takes SARIF decides by the results itself
    return OPEN_QUESTIONS if asked and not quiet else NOTHING_OPEN


def _tell_unseen(checked: Sequence[Checked], language: str) -> None:
    """In CI: that answers which somebody keeps privately are not seen."""
    from askfirst.readership import unseen

    if said := unseen(any(each.outcome.report.open for each in checked)):
        print(f"askfirst: {said.said(language)}", file=sys.stderr)
