"""Affiliations as YAML front matter writes them, and the marks by which authors point to them."""

from __future__ import annotations

import re

from askfirst_checks.model import Address, Span
from askfirst_checks.readers.author_list import AuthorList
from askfirst_checks.readers.printed_words import place_of
from askfirst_checks.readers.yaml_nodes import Node

LABELS = ("index", "id", "ref", "code", "key", "num", "number", "label")
NAMES = ("name", "institution", "institute", "organization", "organisation", "affiliation", "text", "org")
PARTS = ("department", "dept", "division", "group", "laboratory", "unit")
PLACES = ("address", "street", "location", "postal-code", "postcode", "city", "region", "state", "country")
_MARKS = re.compile(r"\s*(?:[,;&+\s]|\band\b|\bund\b)\s*")
_RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_SYMBOLS = re.compile(r"[*†‡§¶#]|\\[*]")

_CROWD = 200
"""people beyond which an affiliation without a mark is tied to nobody"""


class Marks:
    """The affiliations a document defines once, by the label authors point with."""

    def __init__(self, into: AuthorList) -> None:
        self._into = into
        self._known: dict[str, int | None] = {}
        self.mails: list[Address] = []
        """addresses that stood in affiliations, or at no author"""
        self.hint = ""
        """what stood beside them"""

    def define(self, node: Node) -> None:
        """Every affiliation of a top-level list, mapping or string."""
        if node.kind == "mapping" and not is_affiliation(node):
            for key, value in node.pairs:
                self._known[key.strip()] = self._one(value)
            return
        for place, item in enumerate(node.each(), 1):
            self._define(item, place)

    def _define(self, item: Node, place: int) -> None:
        if item.kind == "mapping" and not is_affiliation(item):
            for key, value in item.pairs:
                self._known[key.strip()] = self._one(value)
            return
        index = self._one(item)
        label = item.said(*LABELS).strip()
        for mark in [label] if label else [str(place)]:
            self._known[mark] = index

    def _one(self, node: Node) -> int | None:
        return self.enter(joined([node]), around(parts_of(node) or [node]))

    def enter(self, text: str, span: Span) -> int | None:
        """Enter an affiliation as printed, apart from the addresses in it."""
        words = place_of(text)
        self.mails += [Address(mail, span) for mail in words.mails]
        return self._into.affiliation(words.text, span)

    def add(self, label: str, text: str, span: Span) -> None:
        """Define one affiliation by its mark."""
        self._known[label.translate(_RAISED)] = self.enter(text, span)

    def alone(self) -> None:
        """The document's only affiliation is everybody's, where nobody points anywhere."""
        pointing = any(problem.kind == "untied" for problem in self._into.problems)
        if len(self._known) == 1 and not pointing and not any(one.affiliations for one in self._into.authors):
            place = next(iter(self._known.values()))
            for number in range(self._into.people) if place is not None and self._into.people <= _CROWD else ():
                self._into.tie(number, place or 0)

    def among(self, text: str) -> tuple[list[int | None], list[str]]:
        """The affiliations that a mark points to, and the parts of it that point to none."""
        text = text.translate(_RAISED).strip().lstrip("#").strip("[]")
        text = (
            text if text in self._known else _SYMBOLS.sub(lambda m: m[0] if m[0] in self._known else "", text).strip()
        )
        if text in self._known:
            return [self._known[text]], []
        parts = [part for part in _MARKS.split(text) if part]
        if len(parts) == 1 and len(text) <= 8 and all(c in self._known for c in text):
            parts = list(text)
        missing = [p for p in parts if p not in self._known]
        if missing and not all(map(is_mark, missing)):
            return [], missing
        return [self._known[p] for p in parts if p in self._known], missing


def is_affiliation(node: Node) -> bool:
    """Whether a mapping is one affiliation, rather than labels with an affiliation each."""
    return node.get(*NAMES, *PARTS, *LABELS, *PLACES) is not None


def is_mark(text: str) -> bool:
    """Whether it can only be meant as a mark: figures, single small letters, symbols."""
    return all(part.isdigit() or (len(part) <= 1 and not part.isupper()) for part in _MARKS.split(text.strip()))


def joined(nodes: list[Node]) -> str:
    """The words of scalars and of the parts of mappings, from the smallest unit to the country."""
    words: list[str] = []
    for node in nodes:
        if node.kind == "mapping":
            words.extend(joined([part]) for part in parts_of(node) if part.kind != "mapping")
        elif node.kind == "list":
            words.extend(joined([part]) for part in node.items[:20] if part.kind == "scalar")
        elif node.text.strip():
            words.append(node.text.strip())
    return ", ".join(dict.fromkeys(word for word in words if word))


def parts_of(node: Node) -> list[Node]:
    """What a mapping prints of its affiliation, in the order of an address; nothing of a scalar."""
    found = [node.get(key) for key in (*PARTS, *NAMES, *PLACES)]
    return list({id(part): part for part in found if part is not None and (part.text or part.items)}.values())


def around(nodes: list[Node]) -> Span:
    first, last = min(node.span for node in nodes), max(node.span for node in nodes)
    return first._replace(end_line=last.end_line, end_column=last.end_column)
