"""Crossref (https://api.crossref.org/v1): one work by its DOI. Publishers deposit affiliations or leave them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from askfirst.online.identifiers import doi_of
from askfirst.online.record import MOST_AUTHORS, Collected, Record, items, word, year_of

_DATES = ("published-print", "published-online", "published", "issued")


def work_path(doi: str) -> str:
    """The path of a work; the DOI is one segment of it."""
    return f"works/{quote(doi, safe='')}"


def work(body: Mapping[str, Any], day: str) -> Record:
    """The `Record` in a work's answer. Fields of a wrong type read as missing."""
    message = body.get("message")
    authors = items(message, "author")
    found, groups = Collected(), []
    for author in authors[:MOST_AUTHORS]:
        texts = list(dict.fromkeys(filter(None, map(_affiliation, items(author, "affiliation")))))
        group = word(author, "name")
        if group and not texts:
            groups.append(group)
            continue
        found.author(group or f"{word(author, 'given')} {word(author, 'family')}".strip(), texts)
    return Record(
        "crossref",
        day,
        doi=doi_of(word(message, "DOI")),
        year=_year(message),
        authors=found.authors,
        without=found.without,
        names=tuple(found.names),
        is_cut=found.is_cut or len(authors) > MOST_AUTHORS,
        hints=found.hints(),
        groups=tuple(dict.fromkeys(groups))[:50],
    )


def _affiliation(data: object) -> str:
    """Name and place; of an affiliation that is a ROR number only, that number, which `look-up --ror` can ask for."""
    department = [each for each in items(data, "department") if isinstance(each, str)]
    places = [each for each in items(data, "place") if isinstance(each, str)]
    name = word(data, "name")
    if name:
        return word({"text": ", ".join((*department[:3], name, *places[:3]))}, "text")
    return next((word(each, "id") for each in items(data, "id") if word(each, "id-type") == "ROR"), "")


def _year(message: object) -> int | None:
    """The earliest year that is given: nothing is held against a work that may be older than a measure."""
    dates = [message.get(name) if isinstance(message, Mapping) else None for name in _DATES]
    parts = [each for date in dates for each in items(date, "date-parts")[:1] if isinstance(each, list) and each]
    return min((year for each in parts if (year := year_of(each[0]))), default=None)
