"""JATS (ANSI/NISO Z39.96): ``contrib`` with ``xref`` to ``aff``, or with an ``aff`` inside."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Address, Affiliation
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import UNTIED, AuthorList, is_yes, orcid
from askfirst_checks.readers.light_markup.emails import owner
from askfirst_checks.readers.xml_papers.front import Front, divided, mails, place
from askfirst_checks.readers.xml_papers.nodes import Element

SKIPPED = frozenset({"body", "ref-list", "sub-article", "response", "floats-group", "related-article", "permissions"})
_OTHERS = pattern(r"(?i)editor|review|referee|translator|illustrator")
"""contributors who did not write it"""
_PARTS = frozenset({"aff", "xref", "contrib-id", "email", "address", "bio", "role", "degrees", "uri"})
_GROUPS = frozenset({"contrib"})
_MOST_KEYS = 500
"""affiliations and notes that one author points to"""


class _Defined:
    """What an ``id`` of the front matter stands for."""

    def __init__(self, meta: Element, into: AuthorList) -> None:
        self.places: dict[str, list[int | None]] = {}
        self.mails: dict[str, list[Address]] = {}
        """also of affiliations: a single address there is the author's"""
        self._into = into
        foreign = _foreign(meta)
        for one in meta.all("aff-alternatives", "aff", under=frozenset({"contrib", "aff-alternatives"})):
            if id(one) not in foreign and one.attributes.get("id", "") not in foreign:
                self._define(one)
        for one in meta.all("corresp", "fn"):
            if key := one.attributes.get("id", ""):
                self.mails.setdefault(key, []).extend(mails(one, into.path))

    def _define(self, one: Element) -> None:
        inner = one if one.name == "aff" else one.first("aff")
        if inner is None:
            return
        found = affiliation(inner, self._into)
        for key in {one.attributes.get("id", ""), inner.attributes.get("id", "")} - {""}:
            self.places[key] = [found]
            self.mails.setdefault(key, []).extend(mails(inner, self._into.path))


def _foreign(meta: Element) -> set[str | int]:
    """Affiliations of editors and reviewers alone: their ids, and the elements of groups without an author."""
    ours: set[str | int] = set()
    theirs: set[str | int] = set()
    for contrib in meta.all("contrib"):
        keys = {key for xref in contrib.all("xref") for key in xref.attributes.get("rid", "").split()}
        (ours if _writes(contrib) else theirs).update(keys)
    for group in meta.each("contrib-group"):
        people = [*group.all("contrib")]
        if people and (_is_of_others(group) or not any(map(_writes, people))):
            theirs.update(id(one) for one in group.all("aff", "aff-alternatives"))
    return theirs - ours


def _writes(contrib: Element) -> bool:
    return not _OTHERS.search(contrib.attributes.get("contrib-type", "author"))


def _is_of_others(group: Element) -> bool:
    return bool(_OTHERS.search(group.attributes.get("content-type", "")))


def affiliation(one: Element, into: AuthorList) -> int | None:
    """The affiliation *one*: as printed, where it says both that and its normal form (SciELO)."""
    printed = next((each for each in one.each("institution") if each.attributes.get("content-type") == "original"), one)
    return place(printed if printed.text() else one, into)


def front(root: Element, into: AuthorList) -> Front:
    """Enter the authors of the article *root*; its front matter."""
    outer = root.first("front")
    meta = (outer.first("article-meta") or outer) if outer else root.first("front-stub") or root
    defined = _Defined(meta, into)
    for group in [*meta.each("contrib-group")] or [meta]:
        people = _authors_of(group)
        shared = _shared(group, people, into)
        for contrib in people:
            _person(contrib, defined, shared, into)
    into.share()
    _loose(meta, into)
    _notes(root, meta, into)
    return _matter(meta, (outer or root).end[0])


def _matter(meta: Element, end: int) -> Front:
    """Title, abstract and keywords; *end* is the last line of the front matter."""
    title = next(meta.all("article-title"), None)
    abstract = meta.first("abstract")
    return Front(
        title.text(frozenset({"xref", "fn"})) if title else "",
        abstract.text() if abstract else "",
        tuple(word for one in meta.all("kwd") if (word := one.text())),
        end,
    )


def _authors_of(group: Element) -> list[Element]:
    """The contributors of *group* who wrote it."""
    return [] if _is_of_others(group) else [one for one in group.all("contrib") if _writes(one)]


def _shared(group: Element, people: list[Element], into: AuthorList) -> list[int | None]:
    """The affiliations of a group in which nobody points to one, nor has one."""
    pointing = (one for each in people for one in each.all("aff", "xref"))
    if not people or any(one.attributes.get("ref-type", "aff") == "aff" for one in pointing):
        return []
    return [affiliation(one, into) for one in group.each("aff")]


def _person(contrib: Element, defined: _Defined, shared: list[int | None], into: AuthorList) -> None:
    name, named = _name(contrib)
    if not name:
        return
    inside = contrib.by_name(_GROUPS)
    tied: list[int | None] = [*shared, *(affiliation(one, into) for one in inside.get("aff", ()))]
    own = [address for one in inside.get("email", ()) for address in mails(one, into.path)]
    corresponding = is_yes(contrib.attributes.get("corresp", ""))
    span = named.span(into.path, _PARTS)
    for xref in inside.get("xref", ()):
        kind = xref.attributes.get("ref-type", "")
        corresponding |= kind == "corresp"
        for key in xref.attributes.get("rid", "").split()[:_MOST_KEYS]:
            if kind == "aff" and key not in defined.places:
                into.problem("untied", UNTIED.fill(name=name, mark=key), span, name)
            tied += defined.places.get(key, ())
            own += _own(defined.mails.get(key, []), name)
    known = next((found for one in inside.get("contrib-id", ()) if (found := orcid(one.text()))), None)
    into.person(name, span, tied, {one.text.casefold(): one for one in own}.values(), known, corresponding)


def _own(addresses: list[Address], name: str) -> list[Address]:
    """Those of the addresses of a note that are *name*'s: a single one, else by the name in it."""
    if len(addresses) < 2:
        return addresses
    return [each for each in addresses if owner(each.text, [name, ""]) == 0]


def _name(contrib: Element) -> tuple[str, Element]:
    """The name as it is spoken, and the element that holds it."""
    found = next(contrib.all("name", "string-name", "collab", under=frozenset({"collab", "aff"})), None)
    if found is None:
        return "", contrib
    given, family = found.first("given-names"), found.first("surname")
    if family is not None:
        suffix = found.first("suffix")
        parts = (given.text() if given else "", family.text(), suffix.text() if suffix else "")
        return " ".join(part for part in parts if part), found
    without = frozenset({"contrib-group", "contrib", "aff", "xref", "email", "address"})
    return found.text(without)[:300], found


def _loose(meta: Element, into: AuthorList) -> None:
    """E-mail addresses of the notes that nobody points to."""
    known = {address.text.casefold() for person in into.authors for address in person.addresses}
    for one in meta.all("author-notes", "corresp"):
        into.addresses.extend(address for address in mails(one, into.path) if address.text.casefold() not in known)


def _notes(root: Element, meta: Element, into: AuthorList) -> None:
    """Present addresses, acknowledgements and funding."""
    for one in meta.all("fn"):
        if one.attributes.get("fn-type", "") in ("present-address", "current-aff"):
            _note(one, "present-address", into)
    for one in meta.all("funding-statement", "funding-source"):
        _note(one, "funding", into)
    for back in root.each("back"):
        for one in back.all("ack"):
            for part in [*one.all("p")] or [one]:
                _note(part, "acknowledgement", into)


def _note(one: Element, kind: Literal["present-address", "funding", "acknowledgement"], into: AuthorList) -> None:
    marks = frozenset({"label", "title", "email"})
    said = divided(one, marks) if one.name == "funding-source" else one.text(marks)
    if said:
        into.notes.append(Affiliation(said, one.span(into.path, marks), kind))
