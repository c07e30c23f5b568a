"""The affiliations that a YAML author block defines once, by the labels authors point with."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import UNTIED, AuthorList, mail_places
from askfirst_checks.readers.yaml.keys import LABELS, MAILS, around, is_affiliation, joined, parts_of, within
from askfirst_checks.readers.yaml.nodes import Node

_BETWEEN = pattern(r"\s*(?:[,;&+\s]|\band\b|\bund\b)\s*")
_SYMBOL = pattern(r"[*†‡§¶#✉∗]|\\[A-Za-z]+|\$[^$]{1,20}\$")
_PRINTS = pattern(r"[^\W_]")


class Found(NamedTuple):
    """What a mark points to."""

    places: tuple[int | None, ...]
    missing: tuple[str, ...] = ()
    """marks that nothing defines"""
    symbols: tuple[str, ...] = ()
    """marks that no affiliation has, as ``*``"""


class Marks:
    """The affiliations a document defines once, by the label authors point with."""

    def __init__(self, into: AuthorList) -> None:
        self._into = into
        self._known: dict[str, int | None] = {}
        self.mails: list[tuple[Address, int | None]] = []
        """e-mail addresses printed in an affiliation"""

    def define(self, node: Node) -> None:
        """Every affiliation of a top-level list, mapping or string."""
        if node.kind == "mapping" and not is_affiliation(node):
            self._by_label(node)
            return
        for place, item in enumerate(node.each(), 1):
            self._define(item, place)

    def _by_label(self, node: Node) -> None:
        for key, value in node.pairs:
            self._known[key.strip()] = self._one(value)

    def _define(self, item: Node, place: int) -> None:
        if item.kind == "mapping" and not is_affiliation(item):
            self._by_label(item)
            return
        label = item.said(*LABELS).strip()
        self._known[label or str(place)] = self._one(item)

    def remember(self, label: str, place: int | None) -> None:
        """An affiliation that an author defines and labels for those after."""
        if label.strip():
            self._known.setdefault(label.strip(), place)

    def _one(self, node: Node) -> int | None:
        parts = parts_of(node) or [node]
        place = self._into.affiliation(joined([node]), around(parts))
        mails = node.get(*MAILS) if node.kind == "mapping" else None
        for part in [*parts, *(mails.each() if mails else ())]:
            if "@" in part.text:
                found = [Address(part.text[a:b], within(part, a, b)) for a, b in mail_places(part.text)]
                self.mails.extend((address, place) for address in found)
        return place

    def find(self, text: str) -> list[int | None] | None:
        """The affiliations that ``1, 2`` or ``mbi`` points to, or None where it is no such mark."""
        found = self.look_up(text)
        return list(found.places) if found and found.places and not found.missing else None

    def look_up(self, text: str) -> Found | None:
        """What ``1, 2*`` points to; None where *text* is no mark at all, but words."""
        text = text.strip().lstrip("#").strip("[]")
        if text in self._known:
            return Found((self._known[text],))
        symbols = tuple(symbol for symbol in _SYMBOL.findall(text) if symbol not in self._known)
        bare = text
        for symbol in symbols:
            bare = bare.replace(symbol, " ")
        if bare.strip(" ,;") in self._known:
            return Found((self._known[bare.strip(" ,;")],), (), symbols)
        return self._among(bare, symbols)

    def _among(self, text: str, symbols: tuple[str, ...]) -> Found | None:
        """What the marks of *text* point to, which is without its *symbols*; None where words are among them."""
        parts = [part for part in _BETWEEN.split(text.strip()) if part]
        known = dict.fromkeys(part for part in parts if part in self._known)
        missing = tuple(dict.fromkeys(part for part in parts if part not in self._known))
        if not all(is_mark(part) for part in missing):
            return None
        return Found(tuple(self._known[part] for part in known), missing, symbols)

    def tied(self, found: Found, name: str, span: Span) -> list[int | None]:
        """The affiliations of *found*; what is missing is reported, and drops nothing else."""
        for mark in found.missing:
            self._into.problem("untied", UNTIED.fill(name=name, mark=mark), span, name)
        return list(found.places)


def is_mark(text: str) -> bool:
    """Whether it can only be meant as a mark: figures, a single small letter, symbols."""
    return text.isdigit() or (len(text) <= 1 and not text.isupper()) or not _PRINTS.search(text)
