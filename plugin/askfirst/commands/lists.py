"""``askfirst lists``: the lists and measures a check uses, how old they are, and the optional index of institutions."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.measures import Measure

SUMMARY = Text(
    "show the lists and measures a check uses, with their dates and sources",
    "zeigt die Listen und Maßnahmen einer Prüfung, mit Stand und Quellen",
)
_BUILD = Text(
    "build the index of institutions from a ROR dump that you downloaded (https://ror.org)",
    "baut das Verzeichnis der Einrichtungen aus einem ROR-Datensatz, den Sie geladen haben (https://ror.org)",
)
_UPDATE = {
    "action": Text(
        "update: newer lists, fetched after a yes, or read with --from",
        "update: neuere Listen, geladen nach einem Ja oder mit --from gelesen",
    ),
    "only": Text(
        "update: these lists only: un, eu; ror (the index of institutions); from a file of yours, as notes: ofac, csl, "
        "uk, seco",
        "update: nur diese Listen: un, eu; ror (das Verzeichnis der Einrichtungen); aus einer Datei von Ihnen, als "
        "Hinweise: ofac, csl, uk, seco",
    ),
    "from": Text(
        "update: read this file, which you saved, and fetch nothing (with --only)",
        "update: diese Datei lesen, die Sie gespeichert haben, und nichts laden (mit --only)",
    ),
    "yes": Text("update: fetch without asking", "update: ohne Rückfrage laden"),
    "endpoint": Text(
        "update: the services, played on this computer (for tests)",
        "update: die Dienste, auf diesem Rechner gespielt (für Tests)",
    ),
}
_ONLY_UPDATE = Text(
    "--only, --from and --yes go with: askfirst lists update",
    "--only, --from und --yes gehören zu: askfirst lists update",
)
_OUTPUT = Text(
    "write to this file (with --build-ror: the index; default: your data folder)",
    "in diese Datei schreiben (mit --build-ror: das Verzeichnis; Vorgabe: Ihr Datenordner)",
)
_FORMAT = Text("text (default), html or json", "text (Vorgabe), html oder json")
_JURISDICTION = Text("under which law it is asked (default: de)", "nach welchem Recht gefragt wird (Vorgabe: de)")
_NO_INDEX = Text(
    "No ROR index: names of unlisted institutions are not recognised. askfirst lists --build-ror FILE builds one.",
    "Kein ROR-Verzeichnis: Namen nicht gelisteter Einrichtungen werden nicht erkannt. "
    "askfirst lists --build-ror DATEI baut eines.",
)
_INDEX = Text("ROR index: {path}", "ROR-Verzeichnis: {path}")
_BUILT = Text(
    "Index of {n} institutions written to {path}.", "Verzeichnis mit {n} Einrichtungen nach {path} geschrieben."
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _UPDATE.items()}
    parser.add_argument("action", nargs="?", choices=("update",), help=said["action"])
    parser.add_argument("--only", metavar="un,eu,...", default="", help=said["only"])
    parser.add_argument("--from", dest="file", metavar="FILE", default="", help=said["from"])
    parser.add_argument("--yes", action="store_true", help=said["yes"])
    parser.add_argument("--service-endpoint", metavar="URL", default="", help=said["endpoint"])
    parser.add_argument("--build-ror", metavar="FILE", help=_BUILD.said(language))
    parser.add_argument("-o", "--output", metavar="FILE", help=_OUTPUT.said(language))
    parser.add_argument("--format", choices=("text", "html", "json"), default="text", help=_FORMAT.said(language))
    parser.add_argument("--jurisdiction", metavar="CODE", default="de", help=_JURISDICTION.said(language))


def run(arguments: Namespace) -> int:
    """Show the lists, bring them up to date, or build the index."""
    from askfirst.language import from_environment

    language = arguments.lang or from_environment()
    if arguments.action:
        from askfirst.fresh.run import Task, update

        return update(Task(arguments.only, arguments.file, arguments.yes, arguments.service_endpoint), language)
    if arguments.only or arguments.file or arguments.yes:
        from askfirst.errors import Failure

        raise Failure(_ONLY_UPDATE)
    if arguments.build_ror:
        return _build(arguments.build_ror, arguments.output, language)
    from askfirst.lists import added
    from askfirst_checks.policy import load

    policy = load(arguments.jurisdiction, added())
    measures = sorted(map(policy.measure, policy.chosen), key=lambda each: (each.rule, each.id))
    render = {"json": _as_json, "html": _page}.get(arguments.format, _text)
    said = render(policy, measures, language)
    if arguments.output:
        from askfirst.output import write

        write(arguments.output, said + "\n")
    else:
        print(said)
    return 0


_OLD = 24 * 60 * 60
"""seconds; a build takes some minutes"""


def _build(dump: str, output: str | None, language: str) -> int:
    import os

    from askfirst.config import data_folder
    from askfirst.errors import Failure
    from askfirst.terminal import say
    from askfirst_checks.names.ror_build import BrokenDumpError, build
    from askfirst_checks.words import same

    path = output or os.path.join(data_folder(), "ror.sqlite")
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    _remove_leftovers(path)
    fresh = f"{path}.{os.getpid()}"  # its own: another run may be building, too
    try:
        counts = build(dump, fresh)
        os.replace(fresh, path)
    except BrokenDumpError as error:
        raise Failure(same(str(error)), dump) from error
    finally:
        if os.path.lexists(fresh):
            os.unlink(fresh)
    say(_BUILT.fill(n=counts.records, path=path), language)
    return 0


def _remove_leftovers(path: str) -> None:
    """Remove what builds of the index *path* left that were ended half way: nothing so old is still being written."""
    import os
    import re
    import time

    folder, name = os.path.split(os.path.abspath(path))
    half = re.compile(rf"{re.escape(name)}\.\d+(?:\.part)?")
    for each in os.scandir(folder):
        if half.fullmatch(each.name) and each.is_file() and time.time() - each.stat().st_mtime > _OLD:
            os.unlink(each.path)


def _text(policy: Policy, measures: list[Measure], language: str) -> str:
    from askfirst.checking import today
    from askfirst.formats.clean import wrap
    from askfirst.formats.sources import lines
    from askfirst.lists import ror_index
    from askfirst.terminal import fitted, width

    index = ror_index()
    closing = wrap((_INDEX.fill(path=index) if index else _NO_INDEX).said(language), width())
    return fitted("\n".join([*lines(policy, measures, today(), language), "", *closing]))


def _page(policy: Policy, measures: list[Measure], language: str) -> str:
    from askfirst.checking import today
    from askfirst.formats.sources_page import render

    return render(policy, measures, today(), language)


def _age(as_of: str) -> int:
    """Days since *as_of*, today."""
    from askfirst.checking import today
    from askfirst_checks.days import days_between

    return days_between(as_of, today())


def _as_json(policy: Policy, measures: list[Measure], language: str) -> str:
    import json

    from askfirst.lists import ror_index

    shown = [
        {
            "measure": measure.id,
            "rule": measure.rule,
            "layer": measure.layer,
            "level": measure.level,
            "act": measure.act.said(language),
            "in_force_from": measure.from_day or None,
            "in_force_until": measure.until or None,
            "institutions": policy.size(measure.id),
            "source": measure.titled.said(language),
            "read_in": measure.read_in.said(language) or None,
            "url": measure.url,
            "checked_on": measure.checked_on,
            "confidence": measure.confidence,
        }
        for measure in measures
    ]
    head = {"schema": "askfirst/lists/1", "lists_of": policy.lists_of, "jurisdiction": policy.jurisdiction}
    dates = [
        {
            "id": each.id,
            "kind": each.kind,
            "as_of": each.as_of,
            "age_days": _age(each.as_of),
            "name": each.name.said(language),
        }
        for each in sorted(policy.lists, key=lambda one: one.as_of)
    ]
    regimes = [
        {
            "id": each.id,
            "coverage": each.coverage,
            "name": each.name.said(language),
            "silence": each.silence.said(language),
        }
        for each in policy.regimes
    ]
    body = {"lists": dates, "regimes": regimes, "ror_index": ror_index(), "measures": shown}
    return json.dumps({**head, **body}, ensure_ascii=False, indent=1)
