"""How a reading is put into words, the same way in every rule."""

from __future__ import annotations

from functools import lru_cache

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.names.normalise import plain
from askfirst_checks.names.unaffiliated import unaffiliated
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import CountryHit, Evidence, InstitutionHit

_PLACE = Text("read as an institution {where} ({why})", "erkannt als Einrichtung {where} ({why})")
_ADDRESS = Text(
    "read as an address {where} without an institution ({why})",
    "erkannt als Anschrift {where} ohne Einrichtung ({why})",
)
_AS_PRINTED = Text("read as {name}", "erkannt als {name}")
_NAMED = Text("read as {name} ({why})", "erkannt als {name} ({why})")
_WHY = {
    "country": Text("country: {words}", "Land: {words}"),
    "institution": Text("institution: {words}", "Einrichtung: {words}"),
    "place": Text("place: {words}", "Ort: {words}"),
    "postcode": Text("postcode: {words}", "Postleitzahl: {words}"),
    "domain": Text("domain: {words}", "Domain: {words}"),
    "list": Text("list: {words}", "Liste: {words}"),
    "note": Text("words: {words}", "Wortlaut: {words}"),
}


MOST = 100
"""Letters of printed words that a reading repeats"""


def read_as_country(case: Case, place: Place, hit: CountryHit) -> Text:
    """``read as an institution in the DPRK (country: ...; place: Pyongyang)``."""
    return _country_read(without_institution(place), inside(case, hit.code), _facts_of(hit.evidence))


@lru_cache(maxsize=1000)
def _country_read(is_address: bool, where: Text, facts: tuple[tuple[str, str], ...]) -> Text:
    """`read_as_country`, once for all affiliations that are read for the same words."""
    return (_ADDRESS if is_address else _PLACE).fill(where=where, why=_joined(facts))


def without_institution(place: Place) -> bool:
    """Whether the author says there to belong to none, and none is named."""
    return not place.resolution.institutions and unaffiliated(place.text)


def read_as_institution(hit: InstitutionHit) -> Text:
    """``read as Sharif University of Technology (institution: Sharif Univ. Technol.)``; the why if it adds words."""
    why = [each for each in hit.evidence if plain(each.words) != plain(hit.name)]
    return _NAMED.fill(name=hit.name, why=_joined(_facts_of(why))) if why else _AS_PRINTED.fill(name=hit.name)


def inside(case: Case, code: str) -> Text:
    """``in the DPRK``; the bare code where no measure names the country."""
    country = case.policy.countries.get(code)
    return country.inside if country else same(f"({code})")


def _facts_of(evidence: Iterable[Evidence]) -> tuple[tuple[str, str], ...]:
    """One fact of a kind, the most telling kinds first: the kind and its words; words that a file held may be long."""
    first: dict[str, str] = {}
    for each in evidence:
        if each.words not in first.values():
            first.setdefault(each.kind, each.words)
    return tuple((kind, _shortened(first[kind])) for kind in [kind for kind in _WHY if kind in first][:3])


def _joined(facts: tuple[tuple[str, str], ...]) -> Text:
    said = [_WHY[kind].fill(words=words) for kind, words in facts]
    return Text("; ".join(fact.en for fact in said), "; ".join(fact.de for fact in said))


def _shortened(words: str) -> str:
    return words if len(words) <= MOST else words[: MOST - 1].rstrip() + "…"
