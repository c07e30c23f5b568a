"""One work of a Zotero library: who wrote it, when, and which affiliations Zotero holds of it.

Zotero's schema (41) has no affiliation of a creator. What it holds stands in institutional creators, in
``Affiliation:`` lines of Extra and of child notes, in ``institution`` and ``university``, and on the first page of
the indexed full text. A name says nothing about an affiliation: where none of these holds one, it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from askfirst.library import dates, labelled
from askfirst_checks.names.normalise import plain
from askfirst_checks.readers import first_page
from askfirst_checks.readers.first_page import looks

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
    date: str = ""
    """first day (ISO) that its date can mean, where that names a month"""
    is_partial: bool = False
    """whether its first page has more affiliations than could be read there"""
    is_manuscript: bool = False
    """whether the library calls it a manuscript, which has not appeared"""

    def known(self) -> bool:
        """Whether its affiliations are known: an e-mail address or a collaboration is none, and a part is not all."""
        return not self.is_partial and any(not is_team(printed) for printed in self.affiliations)


def is_work(data: Mapping[str, object]) -> bool:
    """Whether *data* is an item of its own, not a note or a file."""
    return _word(data, "itemType") not in _NO_WORK


def read(data: Mapping[str, object], notes: Iterable[str] = (), fulltext: str = "") -> Work:
    """The work that the item *data* (Zotero's JSON) is, with its child *notes* (HTML) and its PDF's *fulltext*.

    Fields of a wrong type read as empty. The full text is asked only where no affiliation was written down for all.
    """
    people, bodies = _creators(data.get("creators"))
    printed = [*(Printed(body, "creator") for body in bodies), *_from_lines(_word(data, "extra", 100_000), "extra")]
    for note in notes:
        printed += _from_lines(labelled.text_of(note), "note")
    printed += _from_fields(data)
    asks = bool(fulltext) and asks_page(printed, people)
    page = first_page.read(fulltext, _word(data, "title"), people) if asks else first_page.NOTHING
    printed += from_page(page, printed)
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
        date=_date_in(date, year),
        is_partial=page.is_partial,
        is_manuscript=_word(data, "itemType") == "manuscript",
    )


def _date_in(date: str, year: re.Match[str] | None) -> str:
    day = dates.earliest(date)
    return day if year and day.startswith(year[1]) else ""


def is_team(printed: Printed) -> bool:
    """Whether *printed* is an author of one field that is no institution: a collaboration, a consortium."""
    if printed.source != "creator":
        return False
    return not looks.names_institution(printed.text) and not looks.countries(printed.text)


def asks_page(printed: Iterable[Printed], authors: Iterable[str]) -> bool:
    """Whether the first page is read: what was written down is for some authors only, or for none of them."""
    written = [each for each in printed if each.source != "creator"]
    if any(not each.owner for each in written):
        return False
    named = [name for name in authors if any(_is_for(each, name) for each in written)]
    return not written or len(named) < len(list(authors))


def from_page(page: first_page.Page, printed: Iterable[Printed]) -> list[Printed]:
    """The affiliations of *page*, without those of authors for whom one was written down."""
    written = [each for each in printed if each.owner]
    return [
        Printed(text[:MOST_TEXT], "fulltext", owner)
        for text, owner, _ in page.affiliations
        if not any(_is_for(each, owner) for each in written)
    ]


def _is_for(printed: Printed, author: str) -> bool:
    words = plain(printed.owner).split()
    return bool(words) and set(words) <= set(plain(author).split())


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
