"""What a printed affiliation resolves to, as text and as one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from askfirst.formats.clean import clean
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Evidence, InstitutionHit, Resolution
from askfirst_checks.words import Text

_quoted = json.encoder.encode_basestring
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_UNKNOWN = Text(
    "unknown: nothing here points to a country or an institution",
    "unbekannt: aus dieser Angabe geht weder ein Land noch eine Einrichtung hervor",
)
_LISTED = Text("on a list", "auf einer Liste")
_COUNTRY_RULE = Text("a country rule applies", "eine Länderregel gilt")
_RESEMBLES = Text("did you mean {name} ({country})?", "ist {name} ({country}) gemeint?")
_UNDECIDED = Text("undecided: {words} could mean {countries}", "unentschieden: {words} kann für {countries} stehen")


class Standing(NamedTuple):
    """What the policy data say of institutions and countries."""

    listed: frozenset[str]
    """ids of the institutions that stand on some list"""
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
                    "listed": hit.id in standing.listed,
                    "country_rule": hit.country in standing.stops,
                }
            )
            for hit in hits
        ]
    )


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
        yield f"  {country.code}  {_words(country.evidence)}"
    for hit in found.institutions:
        marks = (
            _LISTED if hit.id in standing.listed else None,
            _COUNTRY_RULE if hit.country in standing.stops else None,
        )
        mark = "".join(f", {each.said(language)}" for each in marks if each)
        ror = f", https://ror.org/{hit.ror}" if hit.ror else ""
        yield f"  {hit.name} ({hit.country}){ror}{mark}  {_words(hit.evidence)}"
    for hit in found.resembles:
        yield "  " + _RESEMBLES.fill(name=hit.name, country=hit.country).said(language)
    weak: dict[str, list[str]] = {}
    for evidence in found.undecided:
        weak.setdefault(evidence.words, []).append(evidence.points_to)
    for words, countries in weak.items():
        yield "  " + _UNDECIDED.fill(words=f"“{words}”", countries=", ".join(dict.fromkeys(countries))).said(language)
    if not (found.countries or found.institutions or found.resembles or weak):
        yield "  " + _UNKNOWN.said(language)


def _words(evidence: tuple[Evidence, ...]) -> str:
    return ", ".join(dict.fromkeys(f"“{e.words}” ({e.kind})" for e in evidence))
