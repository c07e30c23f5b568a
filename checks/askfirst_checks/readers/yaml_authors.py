"""The author block that Markdown front matter and ``CITATION.cff`` write in YAML, in the forms their tools document.

Quarto (``author``, ``affiliations`` with ``id`` and ``ref``), MyST, JOSS (``affiliation: "1, 2"`` with ``index``),
pandoc's scholarly metadata (``institute``), the rticles templates (``address`` with ``code``) and CFF 1.2.0.
"""

from __future__ import annotations

import re

from askfirst_checks.model import Address, Span
from askfirst_checks.readers import printed_block, tex_authors
from askfirst_checks.readers.author_list import UNTIED, AuthorList, is_yes, mail_places, orcid
from askfirst_checks.readers.marked_names import SUPERSCRIPT, named, several, within
from askfirst_checks.readers.printed_words import name_of
from askfirst_checks.readers.yaml_nodes import Node
from askfirst_checks.readers.yaml_places import LABELS, NAMES, PARTS, PLACES, Marks, around, is_mark, joined, parts_of

AFFILIATIONS = (
    "affiliations",
    "affiliation",
    "institutes",
    "institute",
    "institutions",
    "institution",
    "organizations",
)
_OWN = (*AFFILIATIONS, "organization", "organisation", "affil", "affils", "address", "num")

_GIVEN = (
    "given", "given-names", "given-name", "givenname", "givennames", "first", "firstname", "first-name", "fname",
    "forename", "forenames", "othernames", "other-names",
)  # fmt: skip
_FAMILY = (
    "family", "family-names", "family-name", "familyname", "surname", "surnames", "last", "lastname", "last-name",
    "lname",
)  # fmt: skip


def read_authors(node: Node, marks: Marks, into: AuthorList) -> None:
    """Add every author of the value of ``author`` or ``authors``."""
    if node.kind == "scalar":
        _string(node, marks, into)
        return
    if node.kind == "mapping" and not _is_person(node) and all(v.kind != "scalar" or not v.text for _, v in node.pairs):
        for key, value in node.pairs:
            _author(value, key, marks, into)
        return
    if any(item.kind == "scalar" and printed_block.begins(item.text) for item in node.items):
        printed_block.read([(item.text, item.span) for item in node.items if item.kind == "scalar"], marks, into)
        return
    for item in node.each():
        if item.kind == "scalar" and tex_authors.in_tex(item.text):
            tex_authors.read(item.text, item.span, marks, into)
        elif item.kind == "scalar":
            crowded = len(SUPERSCRIPT.findall(item.text)) > 1 and re.search(r"[,;&]|\b(?:and|und)\b", item.text)
            for name, span in several(item.text, item.span) if crowded else [(item.text, item.span)]:
                named(name, span, marks, into)
        elif item.kind == "mapping":
            _author(item, "", marks, into)


def _string(node: Node, marks: Marks, into: AuthorList) -> None:
    """All authors in one value: lines of a title page, TeX, or names in a list."""
    lines = node.text.split("\n")
    if any(map(printed_block.begins, lines)):
        printed_block.read([(line.strip(), node.span) for line in lines], marks, into)
    elif tex_authors.in_tex(node.text):
        tex_authors.read(node.text, node.span, marks, into)
    else:
        for name, span in several(node.text, node.span):
            named(name, span, marks, into)


def _is_person(node: Node) -> bool:
    return node.get("name", "literal", *_GIVEN, *_FAMILY) is not None


def _author(node: Node, name: str, marks: Marks, into: AuthorList) -> None:
    span = node.span
    if not name:
        name, span = _name(node)
    if not name and node.pairs and (node.pairs[0][1].kind == "mapping" or " " in node.pairs[0][0].strip()):
        name, inner = node.pairs[0]
        node = inner if inner.kind == "mapping" else node
    words = name_of(name)
    if not words.text:
        return
    into.person(
        words.text,
        span,
        _tied(node, words.text, marks, into),
        _addresses(node),
        orcid(node.said("orcid", "orcid-id")) or words.orcid or None,
        words.corresponding or _corresponding(node),
    )


def _name(node: Node) -> tuple[str, Span]:
    whole = node.get("name", "literal")
    if whole is not None and whole.kind == "mapping":
        return _name(whole) if whole.get("name") is None else (whole.said("name"), whole.span)
    if whole is not None and whole.text:
        return whole.text, whole.span
    parts = [
        node.get(*_GIVEN),
        node.get("dropping-particle", "non-dropping-particle", "name-particle", "particle"),
        node.get(*_FAMILY),
        node.get("suffix", "name-suffix"),
    ]
    said = [part for part in parts if part is not None and part.text]
    return " ".join(part.text for part in said), around(said) if said else node.span


def _tied(node: Node, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    own = [value for key in _OWN if (value := node.get(key)) is not None]
    items = [item for value in own[:1] for item in value.each()]
    tied: list[int | None] = []
    if len(items) == 1 and items[0].kind == "scalar" and not marks.among(items[0].text)[0]:
        return _literal(node, items[0], name, marks, into)
    for item in items:
        tied.extend(_one(item, name, marks, into))
    if not items and (parts := _printed_parts(node)):
        tied.append(marks.enter(joined(parts), around(parts)))
    return tied


def _literal(node: Node, item: Node, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    """One affiliation in words, with the department, town and country that templates set apart; or several by ``;``."""
    if ";" in item.text:
        return [marks.enter(part, item.span) for part in item.text.split(";")]
    if is_mark(item.text):
        into.problem("untied", UNTIED.fill(name=name, mark=item.text), item.span, name)
        return []
    parts = [*(part for part in _printed_parts(node) if part.text != item.text), item]
    ordered = sorted(parts, key=lambda part: (_rank(node, part), part.span))
    return [marks.enter(joined(ordered), around(ordered))]


def _rank(node: Node, part: Node) -> int:
    key = next((name.lower() for name, value in node.pairs if value is part), "")
    return 0 if key in PARTS else 2 if key in PLACES else 1


def _printed_parts(node: Node) -> list[Node]:
    found = [node.get(key) for key in (*PARTS, *PLACES)]
    return [part for part in found if part is not None and part.kind == "scalar" and part.text]


def _one(item: Node, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    if item.kind == "mapping":
        label = item.said(*LABELS)
        if item.get(*NAMES, *PARTS, *PLACES) is None:
            return _pointed(label, item.span, name, marks, into)
        return [marks.enter(joined([item]), around(parts_of(item) or [item]))]
    return _pointed(item.text, item.span, name, marks, into)


def _pointed(text: str, span: Span, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    found, missing = marks.among(text)
    for mark in missing if found else ():
        into.problem("untied", UNTIED.fill(name=name, mark=mark), span, name)
    if found:
        return found
    if is_mark(text):
        into.problem("untied", UNTIED.fill(name=name, mark=text), span, name)
        return []
    return [marks.enter(text, span)]


def _addresses(node: Node) -> list[Address]:
    found: list[Address] = []
    value = node.get("email", "emails", "e-mail", "mail")
    for item in value.each() if value else ():
        for first, last in mail_places(item.text):
            found.append(Address(item.text[first:last], within(item.text, item.span, first, last)))
    return found


def _corresponding(node: Node) -> bool:
    value = node.get("corresponding", "corresponding-author", "correspondence")
    if value is not None:
        return is_yes(value.text) or bool(mail_places(value.text)) or value.kind != "scalar"
    attributes = node.get("attributes")
    if attributes is None:
        return False
    return is_yes(attributes.said("corresponding")) or any(item.text == "corresponding" for item in attributes.items)
