"""The EU's consolidated list of asset freezes, XML 1.1: only that, no annex of Regulation 833/2014 and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst.fresh.entities import NO_DATE, Entity, Export, Refused, iso_day, joined
from askfirst.fresh.xml import root_of
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = Text("EU consolidated list", "konsolidierte EU-Liste")
_NS = "{http://eu.europa.ec/fpi/fsd/export}"


def read(content: bytes) -> Export:
    """The list in *content*. Raises `Refused`."""
    root = root_of(content, f"{_NS}export", NAME)
    as_of = iso_day(root.get("generationDate"))
    if not as_of:
        raise Refused(NO_DATE.fill(name=NAME))
    every = root.findall(f"{_NS}sanctionEntity")
    bodies = [each for each in every if _is_body(each)]
    entities = tuple(found for each in bodies if (found := _entity(each)) is not None)
    return Export(as_of, entities, len(every) - len(bodies))


def _is_body(element: Element) -> bool:
    kind = element.find(f"{_NS}subjectType")
    return kind is not None and kind.get("classificationCode") == "E"


def _entity(element: Element) -> Entity | None:
    names = [joined(n.get("wholeName")) for n in element.iterfind(f"{_NS}nameAlias") if n.get("strong") != "false"]
    names = list(filter(None, names))
    reference = joined(element.get("euReferenceNumber")) or joined(element.get("logicalId"))
    if not names or not reference:
        return None
    rule = element.find(f"{_NS}regulation")
    programme = joined(rule.get("programme")) if rule is not None else ""
    day = iso_day(rule.get("publicationDate")) if rule is not None else ""
    return Entity(reference, names[0], tuple(names[1:]), programme, day)
