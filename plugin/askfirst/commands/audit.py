"""``askfirst audit``: which works of a library, a list or an index had a question at their date."""

from __future__ import annotations

import sys

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "look back: which works of a library, a list or an index had a question at their date",
    "Rückblick: welche Arbeiten einer Bibliothek, Liste oder eines Index zu ihrem Datum eine Frage hatten",
)
_HELP = {
    "source": Text(
        ".bib, a table of works (.csv, .tsv), OpenAlex (.jsonl, .jsonl.gz, .parquet), a folder or glob of them, or "
        "“zotero” for the running Zotero",
        ".bib, eine Tabelle von Arbeiten (.csv, .tsv), OpenAlex (.jsonl, .jsonl.gz, .parquet), ein Ordner oder Muster "
        "davon, oder „zotero“ für das laufende Zotero",
    ),
    "since": Text("works of this year and later", "Arbeiten ab diesem Jahr"),
    "until": Text("works up to this year", "Arbeiten bis zu diesem Jahr"),
    "ours": Text(
        "a file with the names of our own institutions, one a line",
        "eine Datei mit den Namen der eigenen Einrichtungen, einer je Zeile",
    ),
    "names": Text(
        "print the names of authors, too (default: institutions only)",
        "auch die Namen der Autorinnen und Autoren ausgeben (Vorgabe: nur Einrichtungen)",
    ),
    "notes": Text(
        "show notes, too: assessment lists, countries where only the content counts (json always has them)",
        "auch Hinweise zeigen: Bewertungslisten, Länder, bei denen nur der Inhalt zählt (json hat sie immer)",
    ),
    "new": Text("only what earlier reports of this source did not show", "nur, was frühere Berichte nicht zeigten"),
    "format": Text("text (default), html, csv or json", "text (Vorgabe), html, csv oder json"),
    "output": Text("write to this file", "in diese Datei schreiben"),
    "answers": Text("folder that keeps the answers about these works", "Ordner mit den Antworten zu diesen Arbeiten"),
    "date": Text("judge works without a date as of this day", "Arbeiten ohne Datum zu diesem Tag beurteilen"),
    "jurisdiction": Text("whose measures (default: de)", "wessen Maßnahmen (Vorgabe: de)"),
    "workers": Text("processes (default: one a core)", "Prozesse (Vorgabe: einer je Kern)"),
    "cache": Text("keep nothing for the next run", "für den nächsten Lauf nichts behalten"),
}

_CANNOT = Text("the report could not be written: {why}", "der Bericht konnte nicht geschrieben werden: {why}")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.add_argument("source", metavar="SOURCE", help=said["source"])
    parser.add_argument("--since", type=int, default=0, metavar="YEAR", help=said["since"])
    parser.add_argument("--until", type=int, default=9999, metavar="YEAR", help=said["until"])
    parser.add_argument("--ours", metavar="FILE", default="", help=said["ours"])
    parser.add_argument("--names", action="store_true", help=said["names"])
    parser.add_argument("--notes", action="store_true", help=said["notes"])
    parser.add_argument("--new", action="store_true", help=said["new"])
    parser.add_argument("--format", choices=("text", "html", "csv", "json"), default="text", help=said["format"])
    parser.add_argument("-o", "--output", metavar="FILE", default="", help=said["output"])
    parser.add_argument("--answers", metavar="FOLDER", default="", help=said["answers"])
    parser.add_argument("--date", default="", help=said["date"])
    parser.add_argument("--jurisdiction", metavar="CODE", default="de", help=said["jurisdiction"])
    parser.add_argument("--workers", type=int, default=0, metavar="N", help=said["workers"])
    parser.add_argument("--no-cache", action="store_true", help=said["cache"])


def run(arguments: Namespace) -> int:
    """Look back, and write the report. Returns 1 where a work had a question, 3 where no work was read."""
    from askfirst import checking
    from askfirst.audit import reporting, running, writing
    from askfirst.audit.store import Store
    from askfirst.errors import NOTHING_FOUND, NOTHING_OPEN, OPEN_QUESTIONS
    from askfirst.language import from_environment

    language = arguments.lang or from_environment()
    task = running.Task(
        source=arguments.source,
        since=arguments.since,
        until=arguments.until,
        jurisdiction=arguments.jurisdiction,
        today=checking.day(arguments.date) or checking.today(),
        workers=max(arguments.workers, 0),
    )
    path = ":memory:" if arguments.no_cache else running.cache(task.jurisdiction)
    store = Store(path, task.jurisdiction)
    try:
        found = running.look_back(task, store, language)
        wanted = reporting.Wanted(
            language, arguments.ours, arguments.names, arguments.new, arguments.notes, arguments.answers
        )
        written = writing.write(found, task, store, wanted, arguments.format)
        _put(written.text, arguments.output)
        store.reported(task.source, written.fresh)
    finally:
        store.close()
    if not found.counts.works:
        return NOTHING_FOUND
    return OPEN_QUESTIONS if written.asking else NOTHING_OPEN


def _put(text: str, output: str) -> None:
    if not output:
        sys.stdout.write(text)
        return
    import os
    from contextlib import suppress

    beside = f"{output}.{os.getpid()}.tmp"
    with suppress(OSError):  # left by a run that was killed: in a container every run has the same number
        os.unlink(beside)
    try:
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(beside, output)
    except OSError as error:
        from askfirst.errors import Failure

        raise Failure(_CANNOT.fill(why=error.strerror or ""), output) from error
    finally:
        if os.path.exists(beside):
            os.unlink(beside)
