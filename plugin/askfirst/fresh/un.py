"""The consolidated list of the UN Security Council, XML: the name of an entity stands in FIRST_NAME."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst.fresh.entities import NO_DATE, Entity, Export, Refused, iso_day, joined
from askfirst.fresh.xml import root_of
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = Text("UN consolidated list", "konsolidierte UN-Liste")


def read(content: bytes) -> Export:
    """The list in *content*. Raises `Refused`."""
    root = root_of(content, "CONSOLIDATED_LIST", NAME)
    as_of = iso_day(root.get("dateGenerated"))
    if not as_of:
        raise Refused(NO_DATE.fill(name=NAME))
    entities = tuple(found for each in root.iterfind("ENTITIES/ENTITY") if (found := _entity(each)) is not None)
    return Export(as_of, entities, len(root.findall("INDIVIDUALS/INDIVIDUAL")))


def _entity(element: Element) -> Entity | None:
    reference, name = (joined(element.findtext(tag)) for tag in ("REFERENCE_NUMBER", "FIRST_NAME"))
    if not reference or not name:
        return None
    aliases = (
        joined(alias.findtext("ALIAS_NAME"))
        for alias in element.iterfind("ENTITY_ALIAS")
        if joined(alias.findtext("QUALITY")).casefold() != "low"
    )
    programme = joined(element.findtext("UN_LIST_TYPE"))
    listed_on = iso_day(element.findtext("LISTED_ON"))
    return Entity(reference, name, tuple(filter(None, aliases)), programme, listed_on)
