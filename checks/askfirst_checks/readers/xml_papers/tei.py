"""TEI P5 as GROBID and HAL write it: ``author`` with ``affiliation`` inside, or pointing to an ``org``."""

from __future__ import annotations

from askfirst_checks.model import Address, Affiliation
from askfirst_checks.readers.author_block.author_list import UNTIED, AuthorList, orcid
from askfirst_checks.readers.xml_papers.front import Front, mails, place
from askfirst_checks.readers.xml_papers.nodes import Element

SKIPPED = frozenset({"encodingDesc", "revisionDesc", "facsimile"})
REFERENCES = SKIPPED | {"listBibl"}
"""where the work itself is not listed like one (HAL does that)"""
_PARTS = frozenset({"affiliation", "email", "idno", "note", "ref"})
_ANOTHER = frozenset({"editor", "respStmt"})


def front(root: Element, into: AuthorList) -> Front:
    """Enter the authors of the text *root*; its front matter."""
    header = next(root.all("teiHeader"), root)
    where = _holder(header) or _holder(root) or header
    places = _places(root)
    for author in where.all("author", under=_ANOTHER):
        if author.attributes.get("role", "aut") not in ("edt", "trl", "ctb"):
            _person(author, places, into)
    into.share()
    _acknowledgements(root, into)
    abstract = next(root.all("abstract"), None)
    words = tuple(word for one in header.all("keywords") for part in one.all("term", "item") if (word := part.text()))
    text = root.first("text")
    return Front(
        _title(where, header),
        abstract.text() if abstract else "",
        words,
        text.line if text is not None else root.end[0],
    )


def _title(where: Element, header: Element) -> str:
    """The title of the work, else the first one of the header."""
    title = next((one for one in where.all("title") if one.text()), None) or next(header.all("title"), None)
    return title.text() if title else ""


def _holder(header: Element) -> Element | None:
    """The part that lists the authors of this work: of its source, else of its title; HAL says both."""
    for name in ("analytic", "monogr", "titleStmt"):
        for one in header.all(name):
            if next(one.all("author", under=_ANOTHER), None) is not None:
                return one
    return None


def _places(root: Element) -> dict[str, Element]:
    """Organisations by their ids, as HAL lists them behind the text."""
    return {key: one for one in root.all("org") if (key := one.attributes.get("xml:id", ""))}


def _person(author: Element, places: dict[str, Element], into: AuthorList) -> None:
    named = author.first("persName", "name", "orgName") or author
    name = _name(named)
    if not name:
        _nobody(author, into)
        return
    span = named.span(into.path, _PARTS)
    tied: list[int | None] = []
    for one in author.each("affiliation"):
        for key in one.attributes.get("ref", "").replace("#", " ").split():
            if key not in places:
                into.problem("untied", UNTIED.fill(name=name, mark=key), span, name)
            else:
                tied.append(_organisation(places[key], into))
        tied.append(_affiliation(one, into))
    own: list[Address] = []
    for one in author.each("email"):
        own += mails(one, into.path) if one.attributes.get("type", "") not in ("md5", "domain") else []
    known = next((found for one in author.each("idno", "ptr") if (found := orcid(one.text()))), None)
    into.person(name, span, tied, own, known, author.attributes.get("role", "") in ("corresp", "crp"))


def _nobody(author: Element, into: AuthorList) -> None:
    """Affiliations without a name: they are kept, tied to nobody."""
    for one in author.each("affiliation"):
        _affiliation(one, into)


def _name(named: Element) -> str:
    parts = [one.text() for one in named.each("forename")] + [one.text() for one in named.each("nameLink", "surname")]
    said = " ".join(part for part in parts if part)
    return said or named.text(_PARTS)[:300]


def _affiliation(one: Element, into: AuthorList) -> int | None:
    """The affiliation from its parts; as printed where GROBID found no parts."""
    if one.first("orgName", "address") is None:
        for note in one.each("note"):
            return place(note, into, frozenset({"label"}))
    return place(one, into)


def _organisation(org: Element, into: AuthorList) -> int | None:
    return place(org, into, frozenset({"idno", "listRelation", "relation", "date", "ref", "note"}))


def _acknowledgements(root: Element, into: AuthorList) -> None:
    for one in root.all("div"):
        if (kind := one.attributes.get("type", "")) in (
            "acknowledgement",
            "acknowledgements",
            "acknowledgment",
            "funding",
        ):
            for part in [*one.all("p")] or [one]:
                if said := part.text(frozenset({"head"})):
                    span = part.span(into.path, frozenset({"head"}))
                    into.notes.append(Affiliation(said, span, "funding" if kind == "funding" else "acknowledgement"))
