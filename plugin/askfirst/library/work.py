"""One work of a Zotero library: who wrote it, when, and which affiliations Zotero holds of it.

Zotero's schema (41) has no affiliation of a creator. What it holds stands in institutional creators, in
``Affiliation:`` lines of Extra and of child notes, in ``institution`` and ``university``, and on the first page of
the indexed full text. A name says nothing about an affiliation: where none of these holds one, it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from askfirst.library import first_page, labelled

MOST_TEXT = 1_000
"""characters kept of a title or an affiliation"""
MOST_CREATORS = 3_000
MOST_AFFILIATIONS = 300

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NO_WORK = {"note", "attachment", "annotation"}
_FIELDS = ("institution", "university")


class Printed(NamedTuple):
    """One affiliation as the library holds it."""

    text: str
    source: str
    """``creator``, ``extra``, ``note``, ``institution``, ``university`` or ``fulltext``"""
    owner: str = ""
    """name of the creator it was written down for, if one was named"""


class Work(NamedTuple):
    """One item that is a work: no note, no attachment."""

    key: str
    title: str
    year: int | None
    doi: str
    authors: tuple[str, ...]
    """persons, as ``Given Family``"""
    affiliations: tuple[Printed, ...] = ()
    addresses: tuple[str, ...] = ()
    """e-mail addresses on the first page"""
    is_manuscript: bool = False
    """whether the library calls it a manuscript, which has not appeared"""

    def known(self) -> bool:
        """Whether the library holds an affiliation or an address of this work at all."""
        return bool(self.affiliations or self.addresses)


def is_work(data: Mapping[str, object]) -> bool:
    """Whether *data* is an item of its own, not a note or a file."""
    return _word(data, "itemType") not in _NO_WORK


def read(data: Mapping[str, object], notes: Iterable[str] = (), fulltext: str = "") -> Work:
    """The work that the item *data* (Zotero's JSON) is, with its child *notes* (HTML) and its PDF's *fulltext*.

    Fields of a wrong type read as empty. The full text is asked only where nothing else holds an affiliation.
    """
    people, bodies = _creators(data.get("creators"))
    printed = [*(Printed(body, "creator") for body in bodies), *_from_lines(_word(data, "extra", 100_000), "extra")]
    for note in notes:
        printed += _from_lines(labelled.text_of(note), "note")
    printed += _from_fields(data)
    page = first_page.read(fulltext) if fulltext and not printed else first_page.NOTHING
    printed += [Printed(text, "fulltext") for text in page.affiliations]
    date = _word(data, "date")
    year = _YEAR.search(date)
    doi = _DOI.search(_word(data, "DOI")) or _DOI.search(_word(data, "extra", 100_000))
    return Work(
        key=_word(data, "key")[:40],
        title=_word(data, "title"),
        year=int(year[1]) if year else None,
        doi=doi[0].rstrip(".,;)") if doi else "",
        authors=tuple(people),
        affiliations=tuple(dict.fromkeys(printed))[:MOST_AFFILIATIONS],
        addresses=page.addresses,
        is_manuscript=_word(data, "itemType") == "manuscript",
    )


def _word(data: Mapping[str, object], key: str, most: int = MOST_TEXT) -> str:
    value = data.get(key)
    return value[:most].strip() if isinstance(value, str) else ""


def _creators(given: object) -> tuple[list[str], list[str]]:
    """Persons, and bodies: creators of one field, which is where Zotero keeps an institution as an author."""
    people, bodies = [], []
    for creator in given[:MOST_CREATORS] if isinstance(given, list) else ():
        if not isinstance(creator, Mapping):
            continue
        if name := _word(creator, "name"):
            bodies.append(name)
        elif name := f"{_word(creator, 'firstName')} {_word(creator, 'lastName')}".strip():
            people.append(name)
    return people, bodies


def _from_lines(text: str, source: str) -> list[Printed]:
    return [Printed(line.text[:MOST_TEXT], source, line.owner) for line in labelled.affiliations(text)]


def _from_fields(data: Mapping[str, object]) -> list[Printed]:
    """``institution`` of a report, ``university`` of a thesis, with the place, which is part of the address."""
    place = _word(data, "place")
    found = [(_word(data, field), field) for field in _FIELDS]
    return [
        Printed(f"{name}, {place}" if place and place not in name else name, field) for name, field in found if name
    ]
