"""OpenAlex (https://developers.openalex.org/guides/get): one work by its DOI, one institution by its ROR number.

A single record by an identifier is free; a key is needed since 13 Feb 2026. An identifier with a comma or an ampersand
is answered with 403, which elsewhere means that one has been shut out, so such a DOI is never sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from askfirst.online.identifiers import doi_of
from askfirst.online.record import MOST_AUTHORS, Collected, Record, items, word, year_in, year_of

Named = Callable[[str], str]
"""from a country's code to its name; empty where it has none"""


def takes(doi: str) -> bool:
    """Whether *doi* may be asked for."""
    return not set(doi) & {",", "&", "|"}


def work_path(doi: str) -> str:
    """The path of a work."""
    return f"works/doi:{quote(doi, safe='/:;()')}"


def institution_path(ror: str) -> str:
    """The path of an institution."""
    return f"institutions/ror:{quote(ror, safe='')}"


def work(body: Mapping[str, Any], day: str, country: Named) -> Record:
    """The `Record` in a work's answer. Fields of a wrong type read as missing."""
    found = Collected()
    authorships = items(body, "authorships")
    for authorship in authorships[:MOST_AUTHORS]:
        author = authorship.get("author") if isinstance(authorship, Mapping) else None
        name = word(authorship, "raw_author_name") or word(author, "display_name")
        printed = _printed(authorship)
        found.author(name, printed or _assigned(authorship, country), assigned=not printed)
    return Record(
        "openalex",
        day,
        doi=doi_of(word(body, "doi")),
        year=year_of(body.get("publication_year")) or year_in(word(body, "publication_date")),
        authors=found.authors,
        without=found.without,
        names=tuple(found.names),
        is_cut=found.is_cut or body.get("is_authors_truncated") is True or len(authorships) > MOST_AUTHORS,
        hints=found.hints(),
    )


def _printed(authorship: object) -> list[str]:
    """The affiliations as the paper prints them, in either of the two places that hold them."""
    raw = [each for each in items(authorship, "raw_affiliation_strings") if isinstance(each, str)]
    also = [word(each, "raw_affiliation_string") for each in items(authorship, "affiliations")]
    texts = (word({"text": each}, "text") for each in (*raw, *also))
    return list(dict.fromkeys(text for text in texts if text))


def _assigned(authorship: object, country: Named) -> list[str]:
    """The institutions, or else the countries, that OpenAlex gives an author of whom it holds no printed words."""
    institutions = [_institution(each, country) for each in items(authorship, "institutions")]
    if any(institutions):
        return list(dict.fromkeys(filter(None, institutions)))
    codes = (each for each in items(authorship, "countries") if isinstance(each, str))
    return list(dict.fromkeys(filter(None, map(country, codes))))


def _institution(data: object, country: Named) -> str:
    name, code = word(data, "display_name"), word(data, "country_code")
    return ", ".join(filter(None, (name, country(code) or code))) if name else ""


def institution(body: Mapping[str, Any], day: str, country: Named) -> Record:
    """The `Record` in an institution's answer: its name, town and country as one assigned affiliation."""
    place = body.get("geo")
    name, code = word(body, "display_name"), word(body, "country_code")
    land = country(code) or word(place, "country") or code
    found = Collected()
    if name:
        found.author("", [", ".join(filter(None, (name, word(place, "city"), land)))], assigned=True)
    return Record("openalex", day, hints=found.hints())
