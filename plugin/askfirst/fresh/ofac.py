"""OFAC's lists, ``SDN.XML`` or ``CONSOLIDATED.XML``: one element an entry, with its addresses."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from askfirst.fresh.entities import NO_DATE, OTHER_ROOT, Entity, Export, Refused, joined
from askfirst.fresh.xml import parsed
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = Text("OFAC list", "OFAC-Liste")


def read(content: bytes) -> Export:
    """The list in *content*. Raises `Refused`."""
    root = parsed(content, NAME)
    space, _, tag = root.tag.rpartition("}")
    if tag != "sdnList":  # sdn_advanced.xml is laid out in quite another way
        raise Refused(OTHER_ROOT.fill(name=NAME, found=tag[:40], expected="sdnList"))
    space = f"{space}}}" if space else ""
    as_of = _day(root.findtext(f"{space}publshInformation/{space}Publish_Date"))
    if not as_of:
        raise Refused(NO_DATE.fill(name=NAME))
    every = root.findall(f"{space}sdnEntry")
    bodies = [each for each in every if joined(each.findtext(f"{space}sdnType")) == "Entity"]
    found = tuple(entity for each in bodies if (entity := _entity(each, space)) is not None)
    return Export(as_of, found, sum(joined(each.findtext(f"{space}sdnType")) == "Individual" for each in every))


def _entity(element: Element, space: str) -> Entity | None:
    number, name = (joined(element.findtext(f"{space}{tag}")) for tag in ("uid", "lastName"))
    if not number or not name:
        return None
    aliases = (
        joined(alias.findtext(f"{space}lastName"))
        for alias in element.iterfind(f"{space}akaList/{space}aka")
        if joined(alias.findtext(f"{space}category")) == "strong"
    )
    places = (joined(each.text) for each in element.iterfind(f"{space}addressList/{space}address/{space}country"))
    programme = joined(element.findtext(f"{space}programList/{space}program"))
    return Entity(f"OFAC {number}", name, tuple(filter(None, aliases)), programme, "", next(filter(None, places), ""))


def _day(printed: str | None) -> str:
    """``03/28/2025`` as ISO."""
    try:
        return datetime.datetime.strptime(joined(printed), "%m/%d/%Y").date().isoformat()
    except ValueError:
        return ""
