"""What a printed affiliation resolves to, as text and as one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from askfirst.formats.clean import clean
from askfirst_checks.days import written
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Evidence, InstitutionHit, Resolution
from askfirst_checks.words import Text, same

_quoted = json.encoder.encode_basestring
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_UNKNOWN = Text(
    "unknown: nothing here points to a country or an institution",
    "unbekannt: aus dieser Angabe geht weder ein Land noch eine Einrichtung hervor",
)
_ON = {
    "legal": Text("on a list with legal effect in the EU", "auf einer Liste mit Rechtswirkung in der EU"),
    "assessment": Text(
        "on an assessment list, without legal effect in the EU",
        "auf einer Bewertungsliste, in der EU ohne Rechtswirkung",
    ),
}
_ENTRY = Text("{name}{since} (list of {day})", "{name}{since} (Liste vom {day})")
_SINCE = Text(", since {day}", ", seit {day}")
_COUNTRY_RULE = Text("a country rule applies", "eine Länderregel gilt")
_QUOTED = Text("“{words}” ({kind})", "„{words}“ ({kind})")
_KINDS = {
    "country": Text("country", "Land"),
    "place": Text("place", "Ort"),
    "postcode": Text("postcode", "Postleitzahl"),
    "domain": Text("domain", "Domain"),
    "institution": Text("institution", "Einrichtung"),
    "list": Text("list", "Liste"),
    "note": Text("words", "Wortlaut"),
}
_RESEMBLES = Text("did you mean {name} ({country})?", "ist {name} ({country}) gemeint?")
_UNDECIDED = Text("undecided: {words} could mean {countries}", "unentschieden: {words} kann für {countries} stehen")


class Entry(NamedTuple):
    """An institution on one list."""

    measure: str
    kind: str
    """``legal`` (with effect in the EU) or ``assessment`` (without)"""
    listed_on: str
    """ISO date, or empty where the list gives none"""
    as_of: str
    """ISO date of the list itself"""
    confidence: str
    name: Text
    """of the list"""


class Standing(NamedTuple):
    """What the policy data say of institutions and countries."""

    lists: Mapping[str, tuple[Entry, ...]]
    """by id, the lists on which an institution stands, those with legal effect first"""
    stops: frozenset[str]
    """codes of the countries under a rule that stops, whatever lists say"""


def as_line(found: Resolution, standing: Standing) -> str:
    """One line of JSON, with its line feed."""
    pieces = [
        f'{{"text": {_quoted(found.text)}, "countries": [{", ".join([_quoted(hit.code) for hit in found.countries])}]',
        f'"institutions": [{_institutions(found.institutions, standing)}]',
    ]
    if found.countries or found.institutions:
        every = [e for hits in (found.countries, found.institutions) for hit in hits for e in hit.evidence]
        pieces.append(f'"evidence": [{_evidence(every)}]')
    if found.resembles:
        pieces.append(f'"resembles": [{_institutions(found.resembles, standing)}]')
    if found.undecided:
        pieces.append(f'"undecided": [{_evidence(found.undecided)}]')
    return ", ".join(pieces) + "}\n"


def _institutions(hits: Iterable[InstitutionHit], standing: Standing) -> str:
    return ", ".join(
        [
            _encode(
                {
                    "id": hit.id,
                    "name": hit.name,
                    "country": hit.country,
                    "ror": hit.ror,
                    "listed": hit.id in standing.lists,
                    "lists": [_entry(each) for each in standing.lists.get(hit.id, ())],
                    "country_rule": hit.country in standing.stops,
                }
            )
            for hit in hits
        ]
    )


def _entry(entry: Entry) -> dict[str, str | None]:
    return {
        "measure": entry.measure,
        "kind": entry.kind,
        "listed_on": entry.listed_on or None,
        "as_of": entry.as_of,
        "confidence": entry.confidence,
    }


def _evidence(evidence: Iterable[Evidence]) -> str:
    # most of a line, and its names are ours: put together by hand it takes a third of the time
    return ", ".join(
        [
            f'{{"kind": "{kind}", "words": {_quoted(words)}, "points_to": "{points_to}", "strength": "{strength}", '
            f'"start": {start}, "end": {end}}}'
            for kind, words, points_to, strength, start, end in evidence
        ]
    )


def as_text(found: Resolution, standing: Standing, language: str) -> str:
    """For people: the text, then one line for each thing it resolves to."""
    return "".join(clean(line) + "\n" for line in (found.text, *_lines(found, standing, language)))


def _lines(found: Resolution, standing: Standing, language: str) -> Iterator[str]:
    for country in found.countries:
        yield f"  {country.code}  {_words(country.evidence, language)}"
    for hit in found.institutions:
        entries = standing.lists.get(hit.id, ())
        kinds = dict.fromkeys(_ON[each.kind] for each in entries)
        marks = [*kinds, *([_COUNTRY_RULE] if hit.country in standing.stops else [])]
        mark = "".join(f", {each.said(language)}" for each in marks)
        ror = f", https://ror.org/{hit.ror}" if hit.ror else ""
        yield f"  {hit.name} ({hit.country}){ror}{mark}  {_words(hit.evidence, language)}"
        yield from (f"      {_on(entry).said(language)}" for entry in entries)
    for hit in found.resembles:
        yield "  " + _RESEMBLES.fill(name=hit.name, country=hit.country).said(language)
    weak: dict[str, list[str]] = {}
    for evidence in found.undecided:
        weak.setdefault(evidence.words, []).append(evidence.points_to)
    for words, countries in weak.items():
        yield "  " + _UNDECIDED.fill(words=f"“{words}”", countries=", ".join(dict.fromkeys(countries))).said(language)
    if not (found.countries or found.institutions or found.resembles or weak):
        yield "  " + _UNKNOWN.said(language)


def _on(entry: Entry) -> Text:
    since = _SINCE.fill(day=written(entry.listed_on)) if entry.listed_on else same("")
    return _ENTRY.fill(name=entry.name, since=since, day=written(entry.as_of))


def _words(evidence: tuple[Evidence, ...], language: str) -> str:
    return ", ".join(dict.fromkeys(_QUOTED.fill(words=e.words, kind=_KINDS[e.kind]).said(language) for e in evidence))
