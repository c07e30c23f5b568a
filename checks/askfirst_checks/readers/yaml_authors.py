"""The author block that Markdown front matter and ``CITATION.cff`` write in YAML, in the forms their tools document.

Quarto (``author``, ``affiliations`` with ``id`` and ``ref``), MyST, JOSS (``affiliation: "1, 2"`` with ``index``),
pandoc's scholarly metadata (``institute``), the rticles templates (``address`` with ``code``) and CFF 1.2.0.
"""

from __future__ import annotations

import re

from askfirst_checks.model import Address, Span
from askfirst_checks.readers.author_list import UNTIED, AuthorList, is_yes, mail_places, orcid
from askfirst_checks.readers.yaml_nodes import Node

AFFILIATIONS = (
    "affiliations",
    "affiliation",
    "institutes",
    "institute",
    "institutions",
    "institution",
    "organizations",
)
_OWN = (*AFFILIATIONS, "organization", "organisation", "affil", "affils", "address")
_LABELS = ("index", "id", "ref", "code", "key", "num", "number", "label")
_NAMES = ("name", "institution", "institute", "organization", "organisation", "affiliation", "text")
_PARTS = ("department", "dept", "division", "group", "laboratory", "unit")
_PLACES = ("address", "street", "location", "postal-code", "postcode", "city", "region", "state", "country")
_MARKS = re.compile(r"\s*(?:[,;&+\s]|\band\b|\bund\b)\s*")
_INLINE = re.compile(r"\^\[([^\]]*)\]")
_SUPERSCRIPT = re.compile(r"\^([^\^\[\]]{1,20})\^|<sup>([^<]{1,20})</sup>|\\textsuperscript\{([^{}]{1,20})\}")
_COMMA = re.compile(r"\s*,\s*")
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|und|&)\s+|\s*<br\s*/?>\s*|\n+")


class Marks:
    """The affiliations a document defines once, by the label authors point with."""

    def __init__(self, into: AuthorList) -> None:
        self._into = into
        self._known: dict[str, int | None] = {}

    def define(self, node: Node) -> None:
        """Every affiliation of a top-level list, mapping or string."""
        if node.kind == "mapping" and not _is_affiliation(node):
            for key, value in node.pairs:
                self._known[key.strip()] = self._one(value)
            return
        for place, item in enumerate(node.each(), 1):
            self._define(item, place)

    def _define(self, item: Node, place: int) -> None:
        if item.kind == "mapping" and not _is_affiliation(item):
            for key, value in item.pairs:
                self._known[key.strip()] = self._one(value)
            return
        index = self._one(item)
        label = item.said(*_LABELS).strip()
        for mark in [label] if label else [str(place)]:
            self._known[mark] = index

    def _one(self, node: Node) -> int | None:
        return self._into.affiliation(_joined([node]), _around(_parts_of(node) or [node]))

    def find(self, text: str) -> list[int | None] | None:
        """The affiliations that ``1, 2`` or ``mbi`` points to, or None where it is no such mark."""
        text = text.strip().lstrip("#").strip("[]")
        if text in self._known:
            return [self._known[text]]
        parts = [part for part in _MARKS.split(text) if part]
        if parts and all(part in self._known for part in parts):
            return [self._known[part] for part in parts]
        return None


def _is_affiliation(node: Node) -> bool:
    """Whether a mapping is one affiliation, rather than labels with an affiliation each."""
    return node.get(*_NAMES, *_PARTS, *_LABELS, *_PLACES) is not None


def read_authors(node: Node, marks: Marks, into: AuthorList) -> None:
    """Add every author of the value of ``author`` or ``authors``."""
    if node.kind == "scalar":
        for name, span in _several(node):
            _named(name, span, marks, into)
        return
    if node.kind == "mapping" and not _is_person(node) and all(v.kind != "scalar" or not v.text for _, v in node.pairs):
        for key, value in node.pairs:
            _author(value, key, marks, into)
        return
    for item in node.each():
        if item.kind == "scalar":
            _named(item.text, item.span, marks, into)
        elif item.kind == "mapping":
            _author(item, "", marks, into)


def _is_person(node: Node) -> bool:
    return node.get("name", "given", "given-names", "family", "family-names", "literal", "first", "last") is not None


def _several(node: Node) -> list[tuple[str, Span]]:
    """The names of one string, each with its place where it stands on one line as it is."""
    text = node.text
    bounds = _cut(_BETWEEN, text, [(0, len(text))])
    apart = _cut(_COMMA, text, bounds)
    if all(" " in text[start:end] for start, end in apart):
        bounds = apart
    return [(text[start:end], _within(node, start, end)) for start, end in bounds]


def _cut(pattern: re.Pattern[str], text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*bounds* cut where *pattern* matches outside marks and notes, empty stretches left out."""
    masked = _SUPERSCRIPT.sub(lambda m: "^" * len(m.group()), _INLINE.sub(lambda m: "^" * len(m.group()), text))
    cut: list[tuple[int, int]] = []
    for first, last in bounds:
        start = first
        for match in pattern.finditer(masked, first, last):
            cut.append((start, match.start()))
            start = match.end()
        cut.append((start, last))
    return [(start, end) for start, end in cut if text[start:end].strip()]


def _named(text: str, span: Span, marks: Marks, into: AuthorList) -> None:
    """An author given as a string: ``Ada Example^1,2^`` or ``Ada Example^[Institute, City]``."""
    tied: list[int | None] = [into.affiliation(note, span) for note in _INLINE.findall(text)]
    text = _INLINE.sub("", text)
    for found in _SUPERSCRIPT.findall(text):
        tied.extend(marks.find("".join(found).replace("*", "").strip(" ,")) or [])
    name = _SUPERSCRIPT.sub("", text).strip(" ,*")
    if name:
        into.person(name, span, tied)


def _author(node: Node, name: str, marks: Marks, into: AuthorList) -> None:
    span = node.span
    if not name:
        name, span = _name(node)
    if not name and node.pairs:
        name, inner = node.pairs[0]
        node = inner if inner.kind == "mapping" else node
    if not name:
        return
    into.person(
        name,
        span,
        _tied(node, name, marks, into),
        _addresses(node),
        orcid(node.said("orcid", "orcid-id")),
        _corresponding(node),
    )


def _name(node: Node) -> tuple[str, Span]:
    whole = node.get("name", "literal")
    if whole is not None and whole.kind == "mapping":
        return _name(whole) if whole.get("name") is None else (whole.said("name"), whole.span)
    if whole is not None and whole.text:
        return whole.text, whole.span
    parts = [
        node.get("given", "given-names", "given-name", "first", "firstname", "first-name"),
        node.get("dropping-particle", "non-dropping-particle", "name-particle", "particle"),
        node.get("family", "family-names", "family-name", "surname", "last", "lastname", "last-name"),
        node.get("suffix", "name-suffix"),
    ]
    said = [part for part in parts if part is not None and part.text]
    return " ".join(part.text for part in said), _around(said) if said else node.span


def _tied(node: Node, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    own = [value for key in _OWN if (value := node.get(key)) is not None]
    items = [item for value in own[:1] for item in value.each()]
    tied: list[int | None] = []
    if len(items) == 1 and items[0].kind == "scalar" and marks.find(items[0].text) is None:
        return _literal(node, items[0], name, into)
    for item in items:
        tied.extend(_one(item, name, marks, into))
    if not items and (parts := _printed_parts(node)):
        tied.append(into.affiliation(_joined(parts), _around(parts)))
    return tied


def _literal(node: Node, item: Node, name: str, into: AuthorList) -> list[int | None]:
    """One affiliation in words, with the department, town and country that templates set apart; or several by ``;``."""
    if ";" in item.text:
        return [into.affiliation(part, item.span) for part in item.text.split(";")]
    if _is_mark(item.text):
        into.problem("untied", UNTIED.fill(name=name, mark=item.text), item.span, name)
        return []
    parts = [*(part for part in _printed_parts(node) if part.text != item.text), item]
    ordered = sorted(parts, key=lambda part: (_rank(node, part), part.span))
    return [into.affiliation(_joined(ordered), _around(ordered))]


def _rank(node: Node, part: Node) -> int:
    key = next((name.lower() for name, value in node.pairs if value is part), "")
    return 0 if key in _PARTS else 2 if key in _PLACES else 1


def _printed_parts(node: Node) -> list[Node]:
    found = [node.get(key) for key in (*_PARTS, *_PLACES)]
    return [part for part in found if part is not None and part.kind == "scalar" and part.text]


def _one(item: Node, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    if item.kind == "mapping":
        label = item.said(*_LABELS)
        if item.get(*_NAMES, *_PARTS, *_PLACES) is None:
            return _pointed(label, item.span, name, marks, into)
        return [into.affiliation(_joined([item]), _around(_parts_of(item) or [item]))]
    return _pointed(item.text, item.span, name, marks, into)


def _pointed(text: str, span: Span, name: str, marks: Marks, into: AuthorList) -> list[int | None]:
    found = marks.find(text)
    if found is not None:
        return found
    if _is_mark(text):
        into.problem("untied", UNTIED.fill(name=name, mark=text), span, name)
        return []
    return [into.affiliation(text, span)]


def _is_mark(text: str) -> bool:
    """Whether it can only be meant as a mark: figures, single small letters, symbols."""
    return all(part.isdigit() or (len(part) <= 1 and not part.isupper()) for part in _MARKS.split(text.strip()))


def _joined(nodes: list[Node]) -> str:
    """The words of scalars and of the parts of mappings, from the smallest unit to the country."""
    words: list[str] = []
    for node in nodes:
        if node.kind == "mapping":
            words.extend(_joined([part]) for part in _parts_of(node) if part.kind != "mapping")
        elif node.kind == "list":
            words.extend(_joined([part]) for part in node.items[:20] if part.kind == "scalar")
        elif node.text.strip():
            words.append(node.text.strip())
    return ", ".join(dict.fromkeys(word for word in words if word))


def _parts_of(node: Node) -> list[Node]:
    """What a mapping prints of its affiliation, in the order of an address; nothing of a scalar."""
    found = [node.get(key) for key in (*_PARTS, *_NAMES, *_PLACES)]
    return list({id(part): part for part in found if part is not None and (part.text or part.items)}.values())


def _around(nodes: list[Node]) -> Span:
    first, last = min(node.span for node in nodes), max(node.span for node in nodes)
    return first._replace(end_line=last.end_line, end_column=last.end_column)


def _addresses(node: Node) -> list[Address]:
    found: list[Address] = []
    value = node.get("email", "emails", "e-mail", "mail")
    for item in value.each() if value else ():
        for first, last in mail_places(item.text):
            found.append(Address(item.text[first:last], _within(item, first, last)))
    return found


def _within(item: Node, first: int, last: int) -> Span:
    span = item.span
    if span.line != span.end_line or span.end_column - span.column != len(item.text):
        return span
    return span._replace(column=span.column + first, end_column=span.column + last)


def _corresponding(node: Node) -> bool:
    value = node.get("corresponding", "corresponding-author", "correspondence")
    if value is not None:
        return is_yes(value.text) or bool(mail_places(value.text)) or value.kind != "scalar"
    attributes = node.get("attributes")
    if attributes is None:
        return False
    return is_yes(attributes.said("corresponding")) or any(item.text == "corresponding" for item in attributes.items)
