"""The lists that can be brought up to date: who publishes them, where, and what a whole one looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from askfirst.fresh import eu, un
from askfirst.fresh.entities import Entity, Export
from askfirst_checks.words import Text


class Source(NamedTuple):
    """One list."""

    id: str
    name: Text
    base: str
    """address of the service, without a closing slash"""
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

    @property
    def parameters(self) -> dict[str, str]:
        """What the address carries behind the question mark: the public token of the EU's service."""
        import os

        token = os.environ.get("ASKFIRST_EU_TOKEN", "").strip() or self.token
        return {"token": token} if self.token else {}

    def measure_of(self, entity: Entity) -> tuple[str, str] | None:
        """Measure and country of *entity*; None where no measure here asks about its programme."""
        return self.measures.get(entity.programme.upper())


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
