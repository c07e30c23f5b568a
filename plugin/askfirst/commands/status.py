"""``askfirst status``: what this repository remembers, what lapses soon, and what is open."""

from __future__ import annotations

import sys

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "list the answers recorded here, what lapses soon, and what is open",
    "zeigt die hier festgehaltenen Antworten, was bald abläuft und was offen ist",
)
_FOLDER = Text(
    "a folder of the repository (default: the current one)", "ein Ordner des Repositoriums (Vorgabe: der aktuelle)"
)
_FORMAT = Text("text (default) or json", "text (Vorgabe) oder json")
_DATE = Text("as of this date, such as 2026-11-30 (default: today)", "Stichtag, etwa 2026-11-30 (Vorgabe: heute)")
_EPILOG = Text(
    "Exit code: 0, or 2 where an answer or setting cannot be relied on.",
    "Rückgabewert: 0, oder 2, wenn auf eine Antwort oder Einstellung kein Verlass ist.",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help=_FOLDER.said(language))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.said(language))
    parser.add_argument("--date", metavar="DATE", default="", help=_DATE.said(language))


def run(arguments: Namespace) -> int:
    """Print it; broken answers go to standard error with file and line."""
    import os

    from askfirst import checking, memory
    from askfirst.errors import MISUSE, Failure
    from askfirst.files import MISSING
    from askfirst.formats import Options, status, status_json
    from askfirst.formats.clean import clean
    from askfirst.language import from_environment
    from askfirst.terminal import fitted, width

    if not os.path.isdir(arguments.folder):
        raise Failure(MISSING, arguments.folder)
    language = arguments.lang or checking.settings_for([arguments.folder]).language or from_environment()
    recalled = memory.recall(arguments.folder, arguments.date)
    chosen = status_json if arguments.format == "json" else status
    text = chosen.render(recalled, Options(language=language, width=width()))
    sys.stdout.write(text if arguments.format == "json" else fitted(text))
    for error in recalled.broken:
        print(clean(f"askfirst: {error.path}:{error.line}: {error.text.said(language)}"), file=sys.stderr)
    return MISUSE if recalled.broken else 0
