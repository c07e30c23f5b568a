"""Title pages as `(names with their places and e-mails)`, so that a test is a table."""

from __future__ import annotations

from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import docx, para

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.word import read

TEXT = ("Abstract", "We look at water.")
RU_TEXT = ("Аннотация. Мы смотрим на воду.", "Ключевые слова: вода, волны.")
BONN, OSLO = "Institute of Waves, University of Bonn, Germany", "Oslo University, Norway"
WAVES, SEAS = "Институт волн, Москва", "Университет морей, Томск"

Row = tuple[str, tuple[str, ...], tuple[str, ...]]


def page(*lines: str) -> Manuscript:
    """A file of paragraphs; what stands between carets is raised."""
    return read(Files.of("a.docx", docx(*map(para, lines))), "a.docx")


def people(seen: Manuscript) -> list[Row]:
    """Of each author the name, the places, the e-mails."""
    places = [each.text for each in seen.affiliations]
    return [
        (one.name, tuple(places[n] for n in one.affiliations), tuple(each.text for each in one.addresses))
        for one in seen.authors
    ]


def tied(seen: Manuscript) -> list[tuple[str, tuple[int, ...]]]:
    """Of each author the name and the numbers of the places."""
    return [(one.name, one.affiliations) for one in seen.authors]
