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
_JURISDICTION = Text("under which law it is asked (default: de)", "nach welchem Recht gefragt wird (Vorgabe: de)")
_AS_OF = Text(
    "Read against their sources on {day}, jurisdiction {code}.",
    "Mit den Quellen verglichen am {day}, Rechtsraum {code}.",
)
_LISTS = {
    "legal": Text(
        "Lists of institutions with legal effect in the EU, each with its own date:",
        "Listen von Einrichtungen mit Rechtswirkung in der EU, jede mit ihrem eigenen Stand:",
    ),
    "assessment": Text(
        "Assessment lists, without legal effect in the EU:", "Bewertungslisten, ohne Rechtswirkung in der EU:"
    ),
}
_LIST = Text("{day}, {days} days ago: {name} ({id})", "{day}, vor {days} Tagen: {name} ({id})")
_REGIMES = Text("What silence means, regime by regime:", "Was Schweigen bedeutet, Bereich für Bereich:")
_REGIME = Text("{coverage}: {name}: {silence}", "{coverage}: {name}: {silence}")
_CHECKED = Text("read on {day}: {source}", "gelesen am {day}: {source}")
_READ_IN = Text("read in {where}", "gelesen in {where}")
_NAMES = Text("{n} institutions", "{n} Einrichtungen")
_NAME = Text("1 institution", "1 Einrichtung")
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


def _lines(policy: Policy, measures: list[Measure], language: str) -> Iterator[str]:
    from askfirst.formats.clean import wrap
    from askfirst.formats.phrases import LEVELS, day
    from askfirst.lists import ror_index
    from askfirst.terminal import width

    yield from wrap(_AS_OF.fill(day=day(policy.lists_of, language), code=policy.jurisdiction).said(language), width())
    yield from _dates(policy, language)
    for measure in sorted(measures, key=lambda each: (each.rule, each.id)):
        count = policy.size(measure.id)
        counted = _NAME if count == 1 else _NAMES.fill(n=count)
        names = f" ({counted.said(language)})" if count else ""
        yield ""
        yield f"{measure.id}  {measure.rule}  {LEVELS[measure.level].said(language)}{names}"
        yield from wrap(measure.act.said(language), width(), "  ", "  ")
        checked = _CHECKED.fill(day=day(measure.checked_on, language), source=measure.source).said(language)
        yield from wrap(f"{checked} {measure.url}", width(), "  ", "  ")
        if measure.read_in.en:
            yield from wrap(_READ_IN.fill(where=measure.read_in).said(language), width(), "  ", "  ")
    index = ror_index()
    yield ""
    yield from wrap((_INDEX.fill(path=index) if index else _NO_INDEX).said(language), width())


def _dates(policy: Policy, language: str) -> Iterator[str]:
    from askfirst.formats.clean import wrap
    from askfirst.formats.page import COVERAGE
    from askfirst.formats.phrases import day
    from askfirst.terminal import width

    for kind, title in _LISTS.items():
        yield from ("", *wrap(title.said(language), width()))
        for each in sorted((one for one in policy.lists if one.kind == kind), key=lambda one: one.as_of):
            said = _LIST.fill(day=day(each.as_of, language), days=_age(each.as_of), name=each.name, id=each.id)
            yield from wrap(said.said(language), width(), "  ", "    ")
    yield from ("", *wrap(_REGIMES.said(language), width()))
    for regime in policy.regimes:
        said = _REGIME.fill(coverage=COVERAGE[regime.coverage], name=regime.name, silence=regime.silence)
        yield from wrap(said.said(language), width(), "  ", "    ")


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
            "source": measure.source,
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
