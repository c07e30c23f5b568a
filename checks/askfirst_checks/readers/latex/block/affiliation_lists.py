"""Several affiliations in one macro: items that count, groups, one for each author."""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.bindings.families import signature_of
from askfirst_checks.readers.latex.block.affiliation_lines import read_institutes, read_place, split_and
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import closing

_ITEM = pattern(r"\\item(?![A-Za-z])\s*(?:\[[^\[\]]{0,20}\])?")


def read_several(book: Book, strip: Strip, macro: str, people: list[int], macros: Mapping[str, str]) -> bool:
    """Enter the affiliations of a *macro* that holds those of several people; whether it is one.

    *people* are the authors of the latest author macro.
    """
    signature = signature_of(macro)
    if signature == "{list}":
        _read_groups(book, strip, macros)
        return True
    if signature == "{items}" and "\\item" in strip.text:
        _read_items(book, strip, macros)
        return True
    if signature not in ("{institutes}", "{addresses}"):
        return False
    row = items(strip, macros)
    if signature == "{addresses}" and has(row, "and"):
        _read_addresses(book, strip, row, macro, people, macros)
        return True
    if signature == "{institutes}" and has(row, "and", "at"):
        read_institutes(book, strip, row, macros)
        return True
    return False


def _read_items(book: Book, strip: Strip, macros: Mapping[str, str]) -> None:
    r"""``\begin{affiliations}\item``: the items count."""
    found = [*_ITEM.finditer(strip.text)]
    stops = [*(m.start() for m in found[1:]), len(strip.text)]
    for number, (match, stop) in enumerate(zip(found, stops, strict=True), 1):
        inner = strip.cut(match.end(), stop)
        for place in read_place(book, inner, items(inner, macros), owners=[], macros=macros):
            place.ordinal = number


def _read_addresses(
    book: Book, strip: Strip, row: list[Item], macro: str, last: list[int], macros: Mapping[str, str]
) -> None:
    r"""AISTATS: an address for each author of the latest macro, with ``\And`` between them as between those."""
    parts = split_and(row)
    people = last if len(parts) == len(last) else []
    for number, part in enumerate(parts):
        owners = [people[number]] if people else []
        for place in read_place(book, strip, part, owners=owners, macros=macros, macro=macro):
            place.group = place.group if people else -1  # not everybody's where the numbers differ


def _read_groups(book: Book, strip: Strip, macros: Mapping[str, str]) -> None:
    """apa7: all affiliations in one argument, a group each."""
    here, number = 0, 0
    while (opened := strip.text.find("{", here)) >= 0 and (close := closing(strip.text, opened)) > 0:
        inner = strip.cut(opened + 1, close)
        number += 1
        for place in read_place(book, inner, items(inner), owners=[], macros=macros):
            place.labels = [str(number)]
        here = close + 1
