"""Works that EndNote keeps inside its citation fields, with the addresses of their authors (``auth-address``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.model import Affiliation, Bibliography, Reference, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.word.elements import parse
from askfirst_checks.readers.word.package import Broken
from askfirst_checks.readers.word.paragraph import Paragraph

_MOST_WORKS = 2_000
_MOST_ADDRESSES = 50
_LONGEST_ADDRESS = 2_000
_XML = pattern(r"<EndNote>.*</EndNote>", 16)
_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")
_BETWEEN = pattern(r"[;\r\n]+")
_SIGNS = pattern(r"[\x00-\x1f\x7f]+")
_KEPT = {
    "author": "author",
    "auth-address": "address",
    "title": "title",
    "year": "year",
    "electronic-resource-num": "doi",
}


def bibliography(paragraphs: Sequence[Paragraph], path: str) -> tuple[Bibliography, ...]:
    """The works with addresses that *paragraphs* cite, each once; its place is the paragraph that cites it first."""
    found: dict[tuple[str, int | None], Reference] = {}
    for number, each in enumerate(paragraphs, 1):
        span = Span(path, number, 1, number, 1 + len(each.text))
        for field in each.fields:
            for work in _works(field, span):
                found.setdefault((work.title.casefold(), work.year), work)
            if len(found) >= _MOST_WORKS:
                break
    works = tuple(found.values())[:_MOST_WORKS]
    return (Bibliography(path, len(works), works),) if works else ()


def _works(field: str, span: Span) -> Iterable[Reference]:
    found = _XML.search(field)
    if found is None or "<auth-address>" not in found[0]:
        return ()
    records = _Records()
    try:
        parse(found[0].encode("utf-8", "replace"), records)
    except Broken:
        return ()
    return [work for each in records.found if (work := _work(each, span)).affiliations]


class _Records:
    """Takes the elements of one field: of each record the texts that are `_KEPT`."""

    passed: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.found: list[dict[str, list[str]]] = []
        self._taking = ""

    def opened(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        if name == "record":
            self.found.append({kept: [] for kept in _KEPT.values()})
        elif self.found and name in _KEPT:
            self._taking = _KEPT[name]
            self.found[-1][self._taking].append("")

    def closed(self, name: str) -> None:
        """An element ends; styles inside a text do not end it."""
        if name in _KEPT:
            self._taking = ""

    def words(self, text: str) -> None:
        """Characters."""
        if self._taking:
            self.found[-1][self._taking][-1] += text


def _work(record: dict[str, list[str]], span: Span) -> Reference:
    texts = {key: [_SIGNS.sub(" ", one).strip() for one in said] for key, said in record.items() if key != "address"}
    lines = [line for one in record["address"] for line in _BETWEEN.split(one[:_LONGEST_ADDRESS])]
    addresses = [clean for line in lines[:_MOST_ADDRESSES] if (clean := " ".join(_SIGNS.sub(" ", line).split()))]
    year = _YEAR.search(" ".join(texts["year"]))
    title = next(iter(texts["title"]), "")
    return Reference(
        key=title[:80],
        span=span,
        title=title,
        year=int(year[0]) if year else None,
        doi=next(iter(texts["doi"]), None) or None,
        authors=tuple(_in_order(name) for name in texts["author"] if name),
        affiliations=tuple(Affiliation(address, span) for address in addresses),
    )


def _in_order(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else name
