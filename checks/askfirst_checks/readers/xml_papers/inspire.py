"""INSPIRE's ``author.xml`` of collaborations (author.dtd): ``Person`` pointing to ``Organization``."""

from __future__ import annotations

from askfirst_checks.model import Span
from askfirst_checks.readers.author_block.author_list import UNTIED, AuthorList, orcid
from askfirst_checks.readers.xml_papers.front import Front, mails
from askfirst_checks.readers.xml_papers.nodes import Element


def front(root: Element, into: AuthorList) -> Front:
    """Enter the authors of the list *root*; what the list says of the paper."""
    places = {one.attributes.get("id", ""): _place(one, into) for one in root.all("Organization")}
    for person in root.all("Person"):
        _person(person, places, into)
    into.share()
    title = next(root.all("publicationReference"), None)
    return Front(title.text() if title else "", last_line=root.end[0])


def _place(organization: Element, into: AuthorList) -> int | None:
    """The organisation with its address, as the paper prints it."""
    name, address = organization.first("name", "orgName"), organization.first("orgAddress")
    parts = [one for one in (name, address) if one is not None and one.text()]
    if not parts:
        return None
    first, last = parts[0].span(into.path), parts[-1].span(into.path)
    text = ", ".join(one.text().strip(" ,") for one in parts)
    if name is not None and address is not None and address.text().startswith(name.text()):
        text = address.text()
    return into.affiliation(text, first._replace(end_line=last.end_line, end_column=last.end_column))


def _person(person: Element, places: dict[str, int | None], into: AuthorList) -> None:
    name, span = _name(person, into.path)
    if not name:
        return
    tied: list[int | None] = []
    for one in person.all("authorAffiliation"):
        key = one.attributes.get("organizationid", "")
        if key not in places:
            into.problem("untied", UNTIED.fill(name=name, mark=key), span, name)
        tied.append(places.get(key))
    ids = [one.text() for one in person.all("authorID", "authorid")]
    own = [address for one in person.all("authorID", "mbox", "mail") for address in mails(one, into.path)]
    into.person(name, span, tied, own, next((found for one in ids if (found := orcid(one))), None))


def _name(person: Element, path: str) -> tuple[str, Span]:
    """The name in full, else as on the paper; where it stands."""
    given, family = (person.first(key) for key in ("givenName", "familyName"))
    for one in (person.first("name"), None if given and family else person.first("authorNamePaper")):
        if one is not None and one.text():
            return one.text(), one.span(path)
    parts = [one for one in (given, family) if one is not None and one.text()]
    place = (parts[-1] if parts else person).span(path)
    return " ".join(one.text() for one in parts), place
