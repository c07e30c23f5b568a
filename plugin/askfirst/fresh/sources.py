"""The lists that can be brought up to date: who publishes them, where, and what a whole one looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from askfirst.fresh import csl, eu, ofac, seco, uk, un
from askfirst.fresh.entities import Entity, Export
from askfirst_checks.words import Text


class Source(NamedTuple):
    """One list."""

    id: str
    name: Text
    base: str
    """address of the service, without a closing slash; of a list that is only read from a file, where to get it"""
    path: str
    read: Callable[[bytes], Export]
    fewest: int
    """entities below which a file is not the whole list"""
    measures: Mapping[str, tuple[str, str]]
    """programme to measure and ISO code of the country. None for the EU: its file does not say in which annex an
    entity stands, and "IRN" is two regulations"""
    seconds: float = 60.0
    megabytes: float = 20.0
    backoff: float = 1.0
    token: str = ""
    saved_as: str = ""
    """the measure of a list that is only read from a file that the user saved, and only makes notes"""

    @property
    def parameters(self) -> dict[str, str]:
        """What the address carries behind the question mark: the public token of the EU's service."""
        import os

        token = os.environ.get("ASKFIRST_EU_TOKEN", "").strip() or self.token
        return {"token": token} if self.token else {}

    def measure_of(self, entity: Entity) -> tuple[str, str] | None:
        """Measure and country of *entity*; None where no measure here asks about its programme."""
        return self.measures.get(entity.programme.upper())

    @property
    def ids(self) -> frozenset[str]:
        """The measures for which this list counts."""
        return frozenset([self.saved_as] if self.saved_as else [measure for measure, _ in self.measures.values()])


UN = Source(
    "un",
    un.NAME,
    "https://scsanctions.un.org/resources/xml/en",
    "consolidated.xml",
    un.read,
    150,
    {"DPRK": ("un-1718-list", "KP"), "IRAN": ("un-1737-list", "IR")},
)
EU = Source(
    "eu",
    eu.NAME,
    "https://webgate.ec.europa.eu/fsd/fsf/public/files",
    "xmlFullSanctionsList_1_1/content",
    eu.read,
    1000,
    {},
    seconds=300.0,
    megabytes=80.0,
    backoff=3.0,
    token="dG9rZW4tMjAxNw",  # noqa: S106  public and the same for everybody
)
SOURCES = {each.id: each for each in (UN, EU)}


def _saved(name: str, text: Text, address: str, read: Callable[[bytes], Export], fewest: int, measure: str) -> Source:
    return Source(name, text, address, "", read, fewest, {}, megabytes=120.0, saved_as=measure)


SAVED = {
    each.id: each
    for each in (
        _saved(
            "ofac",
            ofac.NAME,
            "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML",
            ofac.read,
            200,
            "us-ofac",
        ),
        _saved(
            "csl",
            csl.NAME,
            "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv",
            csl.read,
            500,
            "us-csl",
        ),
        _saved(
            "uk",
            uk.NAME,
            "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv",
            uk.read,
            500,
            "gb-sanctions",
        ),
        _saved(
            "seco",
            seco.NAME,
            "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml"
            "?lang=en&action=downloadXmlGesamtlisteAction",
            seco.read,
            500,
            "ch-seco",
        ),
    )
}
"""read from a file that the user saved; nothing here fetches them"""
