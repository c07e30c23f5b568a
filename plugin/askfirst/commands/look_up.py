"""``askfirst look-up``: what OpenAlex and Crossref say of the affiliations of published works, by DOI, when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst.errors import Failure
from askfirst.language import from_environment
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "look up the affiliations of published works by DOI, after showing what goes to whom",
    "schlägt die Affiliationen veröffentlichter Arbeiten nach DOI nach und zeigt vorher, was an wen geht",
)
_HELP = {
    "doi": Text(
        "a DOI; may be repeated; - reads them from standard input, one a line",
        "eine DOI; mehrfach möglich; - liest sie von der Standardeingabe, eine je Zeile",
    ),
    "ror": Text(
        "an institution by its ROR number; may be repeated", "eine Einrichtung nach ihrer ROR-Nummer; mehrfach möglich"
    ),
    "bib": Text("the entries of a BibTeX file", "die Einträge einer BibTeX-Datei"),
    "library": Text("the library of the running Zotero", "die Bibliothek des laufenden Zotero"),
    "collection": Text("one collection of it, by name or key", "eine Sammlung daraus, nach Name oder Schlüssel"),
    "forget": Text("delete every answer that is kept", "alle aufbewahrten Antworten löschen"),
    "group": Text("the library of a group, by its number", "die Bibliothek einer Gruppe, nach ihrer Nummer"),
    "service": Text(
        "ask this one only (default: OpenAlex where there is a key, then Crossref for what is left open)",
        "nur diesen Dienst fragen (Vorgabe: OpenAlex, wenn es einen Schlüssel gibt, dann Crossref für den Rest)",
    ),
    "yes": Text("send it without asking", "ohne Rückfrage senden"),
    "dry": Text("show all that would be sent, and send nothing", "alles zeigen, was gesendet würde, und nichts senden"),
    "format": Text("text (default) or json", "text (Vorgabe) oder json"),
    "answers": Text("folder that keeps the answers of this library", "Ordner mit den Antworten zu dieser Bibliothek"),
    "profile": Text(
        "institution profile of an export-control office", "Profil der Einrichtung, von der Exportkontrollstelle"
    ),
    "date": Text("judge at this date (default: today)", "zu diesem Datum prüfen (Vorgabe: heute)"),
    "endpoint": Text("address of Zotero's interface (for tests)", "Adresse der Zotero-Schnittstelle (für Tests)"),
    "services": Text("the services, played on this computer (for tests)", "die Dienste, auf diesem Rechner gespielt "
                     "(für Tests)"),
}  # fmt: skip
_EPILOG = Text(
    "Only DOIs and ROR numbers leave this machine, and your key to OpenAlex; nothing does before a yes. Answers are "
    "hints with their source, kept for 90 days. Exit code: 0 nothing is open, 1 questions are open, 2 misuse, or not "
    "everything was answered, 3 nothing to look up.",
    "Nur DOIs und ROR-Nummern verlassen diesen Rechner, an OpenAlex auch Ihr Schlüssel; vor einem Ja nichts. "
    "Antworten sind Hinweise mit Quelle und bleiben 90 Tage. Rückgabewert: 0 nichts offen, 1 Fragen offen, "
    "2 Fehlbedienung oder nicht alles beantwortet, 3 nichts nachzuschlagen.",
)
_WHAT = Text(
    "say what to look up: --doi, --ror, --bib, --library or --collection",
    "sagen Sie, was nachgeschlagen werden soll: --doi, --ror, --bib, --library oder --collection",
)
_ONE = Text("give one of these only: {options}", "nur eines davon angeben: {options}")
_NO_LINES = Text("standard input holds no DOI", "auf der Standardeingabe steht keine DOI")
_MANY = Text("more than {most} DOIs on standard input", "mehr als {most} DOIs auf der Standardeingabe")
_LARGEST, _MOST_LINES = 4 * 1024 * 1024, 20_000
_GROUP = Text("{value} is no group's number", "{value} ist keine Nummer einer Gruppe")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("--doi", action="append", default=[], help=said["doi"])
    parser.add_argument("--ror", action="append", default=[], help=said["ror"])
    parser.add_argument("--bib", metavar="FILE", default="", help=said["bib"])
    parser.add_argument("--library", action="store_true", help=said["library"])
    parser.add_argument("--collection", metavar="NAME", default="", help=said["collection"])
    parser.add_argument("--forget", action="store_true", help=said["forget"])
    parser.add_argument("--group", metavar="NUMBER", default="", help=said["group"])
    parser.add_argument("--service", choices=("openalex", "crossref"), default="", help=said["service"])
    parser.add_argument("--yes", action="store_true", help=said["yes"])
    parser.add_argument("--dry-run", action="store_true", help=said["dry"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=said["format"])
    parser.add_argument("--answers", metavar="FOLDER", default="", help=said["answers"])
    parser.add_argument("--profile", metavar="FILE", default="", help=said["profile"])
    parser.add_argument("--date", default="", help=said["date"])
    parser.add_argument("--endpoint", metavar="URL", default="", help=said["endpoint"])
    parser.add_argument("--service-endpoint", metavar="URL", default="", help=said["services"])


def run(arguments: Namespace) -> int:
    """Look up, or forget."""
    language = arguments.lang or from_environment()
    _one_choice(arguments)
    from askfirst.online import run as online

    if arguments.forget:
        return online.forget(language)
    task = online.Task(
        dois=tuple(_dois(arguments.doi)),
        rors=tuple(arguments.ror),
        bib=arguments.bib,
        collection=arguments.collection,
        group=arguments.group,
        only=arguments.service,
        says_yes=arguments.yes,
        is_dry=arguments.dry_run,
        answers=arguments.answers,
        profile=arguments.profile,
        date=arguments.date,
        endpoint=arguments.endpoint,
        service_endpoint=arguments.service_endpoint,
    )
    return online.show(task, language, arguments.format)


def _dois(given: list[str]) -> list[str]:
    """*given*, with the lines of standard input in the place of ``-``. Raises `Failure`."""
    if "-" not in given:
        return given
    import sys

    content = sys.stdin.buffer.read(_LARGEST + 1)
    lines = [line.strip() for line in content.decode("utf-8", "replace").splitlines() if line.strip()]
    if len(content) > _LARGEST or len(lines) > _MOST_LINES:
        raise Failure(_MANY.fill(most=_MOST_LINES))
    if not lines:
        raise Failure(_NO_LINES)
    at = given.index("-")
    return [*given[:at], *lines, *(each for each in given[at:] if each != "-")]


def _one_choice(arguments: Namespace) -> None:
    """Raises `Failure` unless exactly one thing to look up was given; --doi and --ror go together."""
    given = {
        "--doi/--ror": bool(arguments.doi or arguments.ror),
        "--bib": bool(arguments.bib),
        "--library/--collection/--group": bool(arguments.library or arguments.collection or arguments.group),
        "--forget": arguments.forget,
    }
    chosen = [name for name, is_given in given.items() if is_given]
    if not chosen:
        raise Failure(_WHAT)
    if len(chosen) > 1:
        raise Failure(_ONE.fill(options=", ".join(chosen)))
    if arguments.group and not (arguments.group.isascii() and arguments.group.isdigit()):
        raise Failure(_GROUP.fill(value=arguments.group[:40]))
