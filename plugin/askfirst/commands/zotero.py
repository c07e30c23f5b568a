"""``askfirst zotero``: who wrote what with whom in a Zotero library, at which affiliation, and what that asks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from askfirst.errors import MISUSE, Failure
from askfirst.language import from_environment
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.zotero import Scope, Where

SUMMARY = Text(
    "read a Zotero library: who wrote what with whom, at which affiliation; and the questions about it",
    "liest eine Zotero-Bibliothek: wer was mit wem geschrieben hat, an welcher Affiliation; und die Fragen dazu",
)
_HELP = {
    "path": Text(
        "Zotero's data folder, or its zotero.sqlite: read without Zotero (default: the running Zotero)",
        "Zoteros Datenordner oder seine zotero.sqlite: ohne Zotero gelesen (Vorgabe: das laufende Zotero)",
    ),
    "authors": Text("an author list: only works of these people", "eine Autorenliste: nur Arbeiten dieser Personen"),
    "manuscript": Text(
        "a manuscript: only works of its authors", "ein Manuskript: nur Arbeiten seiner Autorinnen und Autoren"
    ),
    "library": Text("the whole library (default)", "die ganze Bibliothek (Vorgabe)"),
    "group": Text("the library of a group, by its number", "die Bibliothek einer Gruppe, nach ihrer Nummer"),
    "collection": Text("a collection, by name or key", "eine Sammlung, nach Name oder Schlüssel"),
    "item": Text("one item, by its key; may be repeated", "ein Eintrag, nach seinem Schlüssel; mehrfach möglich"),
    "tag": Text("items with this tag", "Einträge mit diesem Schlagwort"),
    "search": Text("items that Zotero's quick search finds", "Einträge, die Zoteros Schnellsuche findet"),
    "web": Text(
        "read the library of this user number at zotero.org, with the key from ASKFIRST_ZOTERO_KEY or the keyring",
        "die Bibliothek dieser Nutzernummer auf zotero.org lesen, mit dem Schlüssel aus ASKFIRST_ZOTERO_KEY oder dem "
        "Schlüsselbund",
    ),
    "format": Text(
        "text (default), html, csv or json; with --stdin json is the exchange",
        "text (Vorgabe), html, csv oder json; mit --stdin ist json der Austausch",
    ),
    "names": Text("name the authors in text, html and csv", "die Autorinnen und Autoren in text, html und csv nennen"),
    "output": Text("write to this file", "in diese Datei schreiben"),
    "cache": Text(
        "read everything, and keep nothing for the next run", "alles lesen und für den nächsten Lauf nichts behalten"
    ),
    "answers": Text("folder that keeps the answers of this library", "Ordner mit den Antworten zu dieser Bibliothek"),
    "profile": Text(
        "institution profile of an export-control office", "Profil der Einrichtung, von der Exportkontrollstelle"
    ),
    "date": Text("judge at this date (default: today)", "zu diesem Datum prüfen (Vorgabe: heute)"),
    "stdin": Text(
        "items as JSON on standard input, findings as JSON on standard output: how the Zotero add-on asks",
        "Einträge als JSON auf der Standardeingabe, Fragen als JSON auf der Standardausgabe: so fragt das Add-on",
    ),
    "draft": Text(
        "write the letter to the export-control office about the work with this key; nothing is sent",
        "den Brief an die Exportkontrollstelle zur Arbeit mit diesem Schlüssel schreiben; nichts wird verschickt",
    ),
    "answer": Text(
        "record an answer to the question about the work with this key (with --kind and what belongs to it)",
        "eine Antwort auf die Frage zur Arbeit mit diesem Schlüssel festhalten (mit --kind und was dazugehört)",
    ),
    "withdraw": Text(
        "take the answer about the work with this key out of use: its file is renamed, never deleted; to correct it, "
        "record it again",
        "die Antwort zur Arbeit mit diesem Schlüssel zurücknehmen: Die Datei wird umbenannt, nie gelöscht; zum "
        "Berichtigen neu festhalten",
    ),
    "for": Text(
        "which question of that work: its number, rule, institution or country (default: the first)",
        "welche Frage zu dieser Arbeit: Nummer, Regel, Einrichtung oder Land (Vorgabe: die erste)",
    ),
    "given": Text("of the answer", "der Antwort"),
    "endpoint": Text("address of the interface (for tests)", "Adresse der Schnittstelle (für Tests)"),
}
_EPILOG = Text(
    "Reads only. Without --web nothing leaves this machine. Exit code: 0 nothing is open, 1 questions are open, "
    "2 misuse or Zotero cannot be read, 3 no work found.",
    "Liest nur. Ohne --web verlässt nichts diesen Rechner. Rückgabewert: 0 nichts offen, 1 Fragen offen, "
    "2 Fehlbedienung oder Zotero nicht lesbar, 3 keine Arbeit gefunden.",
)
_NOT_BOTH = Text(
    "give either --group or --web, or both with the group's number", "--group und --web: die Nummer der Gruppe fehlt"
)
_ONE_PLACE = Text("give either a folder or --web", "entweder einen Ordner oder --web angeben")
_FIELDS = ("reference", "asked", "answered", "valid_until", "by", "reason")
_NUMBER = Text("{value} is no library's number", "{value} ist keine Nummer einer Bibliothek")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("path", metavar="FOLDER", nargs="?", default="", help=said["path"])
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--authors", metavar="FILE", default="", help=said["authors"])
    whose.add_argument("--manuscript", metavar="FILE", default="", help=said["manuscript"])
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--library", action="store_true", help=said["library"])
    part.add_argument("--collection", metavar="NAME", default="", help=said["collection"])
    part.add_argument("--item", metavar="KEY", action="append", default=[], help=said["item"])
    part.add_argument("--tag", default="", help=said["tag"])
    part.add_argument("--search", metavar="TEXT", default="", help=said["search"])
    parser.add_argument("--group", metavar="NUMBER", default="", help=said["group"])
    parser.add_argument("--web", metavar="NUMBER", nargs="?", const="", help=said["web"])
    parser.add_argument("--format", choices=("text", "html", "csv", "json"), default="", help=said["format"])
    parser.add_argument("--names", action="store_true", help=said["names"])
    parser.add_argument("-o", "--output", metavar="FILE", default="", help=said["output"])
    parser.add_argument("--no-cache", action="store_true", help=said["cache"])
    parser.add_argument("--answers", metavar="FOLDER", default="", help=said["answers"])
    parser.add_argument("--profile", metavar="FILE", default="", help=said["profile"])
    parser.add_argument("--date", default="", help=said["date"])
    answering = parser.add_argument_group({"en": "answering", "de": "Antworten"}[language])
    about = answering.add_mutually_exclusive_group()
    for name in ("draft", "answer", "withdraw"):
        about.add_argument(f"--{name}", metavar="KEY", default="", help=said[name])
    answering.add_argument("--for", dest="about", metavar="WHAT", default="", help=said["for"])
    answering.add_argument("--kind", choices=list(KINDS), default="", help=said["given"])
    answering.add_argument("--outcome", choices=list(OUTCOMES), default="", help=said["given"])
    for name in _FIELDS:
        answering.add_argument(f"--{name.replace('_', '-')}", default="", help=said["given"])
    parser.add_argument("--stdin", action="store_true", help=said["stdin"])
    parser.add_argument("--endpoint", metavar="URL", default="", help=said["endpoint"])


def run(arguments: Namespace) -> int:
    """Read the library, or answer the add-on."""
    if arguments.stdin and arguments.format in ("", "json"):
        return _exchange(arguments.lang or from_environment())
    if arguments.stdin:
        return _report(arguments, arguments.lang)
    from askfirst.library.reading import show
    from askfirst.library.task import Task

    language = arguments.lang or from_environment()
    task = Task(
        where=_where(arguments),
        path=arguments.path,
        scope=_scope(arguments),
        ours=arguments.authors or arguments.manuscript,
        endpoint=arguments.endpoint,
        answers=arguments.answers,
        profile=arguments.profile,
        date=arguments.date,
        keeps=not arguments.no_cache,
        about=arguments.about,
        drafts=arguments.draft,
        answers_work=arguments.answer,
        withdraws=arguments.withdraw,
        answer={name: getattr(arguments, name) for name in ("kind", "outcome", *_FIELDS)},
    )
    if task.drafts:
        from askfirst.library.drafting import by_hand

        sys.stdout.write(by_hand(task, language))
        return 0
    return show(task, language, arguments.format or "text", arguments.output, arguments.names)


def _where(arguments: Namespace) -> Where:
    from askfirst.zotero import Where

    web = arguments.web is not None
    if web and arguments.path:
        raise Failure(_ONE_PLACE)
    number = arguments.group or arguments.web or ("" if web else "0")
    if not number:
        raise Failure(_NOT_BOTH)
    if not number.isdigit():
        raise Failure(_NUMBER.fill(value=number[:40]))
    return Where("group" if arguments.group else "user", number, web)


def _scope(arguments: Namespace) -> Scope:
    from askfirst.zotero import Scope

    return Scope(arguments.collection, tuple(arguments.item), arguments.tag, arguments.search)


def _report(arguments: Namespace, language: str | None) -> int:
    """Requests in, one a line; the report on all their items out. A refusal is an object, as in the exchange."""
    import json

    from askfirst.library import exchange
    from askfirst.library.report import written
    from askfirst.library.report.requests import report
    from askfirst_checks.strict import BrokenData

    try:
        text, code = report(sys.stdin.buffer, arguments.format, language, arguments.names)
        written.put(text, arguments.output)
        return code
    except Failure as failure:
        answer, code = exchange.refusal(failure, language or from_environment()), failure.code
    except BrokenData as error:
        broken = Failure(error.text, error.path, error.line)
        answer, code = exchange.refusal(broken, language or from_environment()), MISUSE
    sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    return code


def _exchange(language: str) -> int:
    """One JSON object in, one out. A refusal is an object too, so that the add-on can show its sentence."""
    import json

    from askfirst.library import exchange
    from askfirst.library.request import LARGEST, request
    from askfirst_checks.strict import BrokenData

    try:
        asked = request(sys.stdin.buffer.read(LARGEST + 1))
        language = asked.language
        answer, code = exchange.reply(asked), 0
    except Failure as failure:
        answer, code = exchange.refusal(failure, language), failure.code
    except BrokenData as error:
        answer, code = exchange.refusal(Failure(error.text, error.path, error.line), language), MISUSE
    sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    return code
