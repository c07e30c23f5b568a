"""What a printed affiliation resolves to, as text and as one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from askfirst.formats.clean import clean
from askfirst_checks.light import Any
from askfirst_checks.model import Evidence, InstitutionHit, Resolution
from askfirst_checks.words import Text

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_UNKNOWN = Text(
    "unknown: nothing printed here decides for a country or an institution",
    "unbekannt: nichts Gedrucktes entscheidet hier für ein Land oder eine Einrichtung",
)
_LISTED = Text("on a list", "auf einer Liste")
_RESEMBLES = Text("did you mean {name} ({country})?", "ist {name} ({country}) gemeint?")
_UNDECIDED = Text("undecided: {words} could mean {countries}", "unentschieden: {words} kann für {countries} stehen")


def as_line(found: Resolution, listed: Callable[[InstitutionHit], bool]) -> str:
    """One line of JSON, with its line feed."""
    record: dict[str, Any] = {
        "text": found.text,
        "countries": [hit.code for hit in found.countries],
        "institutions": [_institution(hit, listed) for hit in found.institutions],
    }
    if found.countries or found.institutions:
        record["evidence"] = [_evidence(e) for evidence in _all_evidence(found) for e in evidence]
    if found.resembles:
        record["resembles"] = [_institution(hit, listed) for hit in found.resembles]
    if found.undecided:
        record["undecided"] = [_evidence(e) for e in found.undecided]
    return _encode(record) + "\n"


def _all_evidence(found: Resolution) -> Iterator[tuple[Evidence, ...]]:
    yield from (hit.evidence for hit in found.countries)
    yield from (hit.evidence for hit in found.institutions)


def _institution(hit: InstitutionHit, listed: Callable[[InstitutionHit], bool]) -> dict[str, Any]:
    return {"id": hit.id, "name": hit.name, "country": hit.country, "ror": hit.ror, "listed": listed(hit)}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind,
        "words": evidence.words,
        "points_to": evidence.points_to,
        "strength": evidence.strength,
        "start": evidence.start,
        "end": evidence.end,
    }


def as_text(found: Resolution, listed: Callable[[InstitutionHit], bool], language: str) -> str:
    """For people: the text, then one line for each thing it resolves to."""
    return "".join(clean(line) + "\n" for line in (found.text, *_lines(found, listed, language)))


def _lines(found: Resolution, listed: Callable[[InstitutionHit], bool], language: str) -> Iterator[str]:
    for country in found.countries:
        yield f"  {country.code}  {_words(country.evidence)}"
    for hit in found.institutions:
        mark = f", {_LISTED.said(language)}" if listed(hit) else ""
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
