"""``askfirst lists``: the lists and measures a check uses, how old they are, and the optional index of institutions."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

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
_OUTPUT = Text(
    "where to put the index (default: your data folder)", "wohin das Verzeichnis kommt (Vorgabe: Ihr Datenordner)"
)
_FORMAT = Text("text (default) or json", "text (Vorgabe) oder json")
_JURISDICTION = Text("whose rules ask (default: de)", "wessen Regeln fragen (Vorgabe: de)")
_AS_OF = Text(
    "Lists and measures as of {day}, jurisdiction {code}.", "Listen und Maßnahmen vom {day}, Rechtsordnung {code}."
)
_CHECKED = Text("read on {day}: {source}", "gelesen am {day}: {source}")
_NAMES = Text("{n} institutions", "{n} Einrichtungen")
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
    parser.add_argument("--build-ror", metavar="FILE", help=_BUILD.said(language))
    parser.add_argument("-o", "--output", metavar="FILE", help=_OUTPUT.said(language))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.said(language))
    parser.add_argument("--jurisdiction", metavar="CODE", default="de", help=_JURISDICTION.said(language))


def run(arguments: Namespace) -> int:
    """Show the lists, or build the index."""
    from askfirst.language import from_environment

    language = arguments.lang or from_environment()
    if arguments.build_ror:
        return _build(arguments.build_ror, arguments.output, language)
    from askfirst_checks.policy import load

    policy = load(arguments.jurisdiction)
    measures = [policy.measure(identifier) for identifier in policy.chosen]
    if arguments.format == "json":
        print(_as_json(policy, measures, language))
    else:
        for line in _lines(policy, measures, language):
            print(line)
    return 0


def _build(dump: str, output: str | None, language: str) -> int:
    import os

    from askfirst.config import data_folder
    from askfirst.errors import Failure
    from askfirst.terminal import say
    from askfirst_checks.names.ror_build import BrokenDumpError, build
    from askfirst_checks.words import same

    path = output or os.path.join(data_folder(), "ror.sqlite")
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    try:
        counts = build(dump, path)
    except BrokenDumpError as error:
        raise Failure(same(str(error)), dump) from error
    say(_BUILT.fill(n=counts.records, path=path), language)
    return 0


def _lines(policy: Policy, measures: list[Measure], language: str) -> Iterator[str]:
    from askfirst.formats.clean import wrap
    from askfirst.formats.phrases import LEVELS, day
    from askfirst.lists import ror_index
    from askfirst.terminal import width

    yield from wrap(_AS_OF.fill(day=day(policy.lists_of, language), code=policy.jurisdiction).said(language), width())
    for measure in sorted(measures, key=lambda each: (each.rule, each.id)):
        count = policy.size(measure.id)
        names = f" ({_NAMES.fill(n=count).said(language)})" if count else ""
        yield ""
        yield f"{measure.id}  {measure.rule}  {LEVELS[measure.level].said(language)}{names}"
        yield from wrap(measure.act.said(language), width(), "  ", "  ")
        checked = _CHECKED.fill(day=day(measure.checked_on, language), source=measure.source).said(language)
        yield from wrap(f"{checked} {measure.url}", width(), "  ", "  ")
    index = ror_index()
    yield ""
    yield from wrap((_INDEX.fill(path=index) if index else _NO_INDEX).said(language), width())


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
            "source": measure.source,
            "url": measure.url,
            "checked_on": measure.checked_on,
            "confidence": measure.confidence,
        }
        for measure in measures
    ]
    head = {"schema": "askfirst/lists/1", "lists_of": policy.lists_of, "jurisdiction": policy.jurisdiction}
    return json.dumps({**head, "ror_index": ror_index(), "measures": shown}, ensure_ascii=False, indent=1)
