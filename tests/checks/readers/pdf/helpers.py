"""PDF files read in memory, as short text."""

from __future__ import annotations

from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import pdf


def read(data: bytes) -> Manuscript:
    """The file *data*."""
    return pdf.read(Files.of("paper.pdf", data), "paper.pdf")


def told(seen: Manuscript) -> dict[str, list[str]]:
    """Who works where, by name."""
    return {person.name: [seen.affiliations[place].text for place in person.affiliations] for person in seen.authors}
