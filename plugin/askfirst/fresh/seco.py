"""The Swiss list of SECO, XML: targets with their history; one whose latest step is a de-listing is no longer on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst.fresh.entities import NO_DATE, Entity, Export, Refused, iso_day, joined
from askfirst.fresh.tables import COUNTRIES
from askfirst.fresh.xml import root_of
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = Text("Swiss sanctions list (SECO)", "Schweizer Sanktionsliste (SECO)")
_DAYS = ("effective-date", "publication-date", "enactment-date")


def read(content: bytes) -> Export:
    """The list in *content*. Raises `Refused`."""
    root = root_of(content, "swiss-sanctions-list", NAME)
    as_of = iso_day(root.get("date"))
    if not as_of:
        raise Refused(NO_DATE.fill(name=NAME))
    places = {each.get("ssid", ""): _place(each) for each in root.iterfind("place")}
    targets = [each for each in root.iterfind("target") if _stands(each)]
    found = (_entity(each, places) for each in targets if each.find("entity") is not None)
    persons = sum(each.find("individual") is not None for each in targets)
    return Export(as_of, tuple(each for each in found if each is not None), persons)


def _stands(target: Element) -> bool:
    """Whether the latest of its steps leaves *target* on the list."""
    steps = [(_day(each), each.get("modification-type")) for each in target.iterfind("modification")]
    return not steps or max(steps, key=lambda step: step[0])[1] != "de-listed"


def _entity(target: Element, places: dict[str, str]) -> Entity | None:
    """Only what stands directly in the target: what a step added or removed is its history."""
    number = joined(target.get("ssid"))
    identities = target.findall("entity/identity")
    names = [
        joined(value.text)
        for identity in identities
        for name in identity.iterfind("name")
        if name.get("quality") != "low"
        for value in name.iterfind("name-part/value")
    ]
    names = list(dict.fromkeys(filter(None, names)))
    if not number or not names:
        return None
    lies = (
        places.get(each.get("place-id", ""), "") for identity in identities for each in identity.iterfind("address")
    )
    listed = [_day(each) for each in target.iterfind("modification") if each.get("modification-type") == "listed"]
    return Entity(
        f"SSID {number}",
        names[0],
        tuple(names[1:]),
        "",
        min(filter(None, listed), default=""),
        next(filter(None, lies), ""),
    )


def _place(element: Element) -> str:
    country = element.find("country")
    if country is None:
        return ""
    return COUNTRIES.get(country.get("iso-code", ""), joined(country.text))


def _day(step: Element) -> str:
    return next(filter(None, (iso_day(step.get(name)) for name in _DAYS)), "")
