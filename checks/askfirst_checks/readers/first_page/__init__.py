"""The first page of a work's indexed full text: the affiliations printed there, and e-mail addresses.

Zotero joins the lines of a paragraph, so that a block of affiliations arrives as one line; pages stand apart by form
feeds. What is read: the lines before the abstract; behind it only what cannot be a sentence of the text (addresses at
the foot, ``A. Muster is with ...``, marked lines). A line of the text, of a publisher or an editor is no affiliation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from askfirst_checks.readers.first_page import blocks, employed, marks, partial, sheets
from askfirst_checks.readers.first_page.people import Names
from askfirst_checks.readers.first_page.pieces import Piece

MOST_FOUND = 300
"""affiliations of one page that are kept"""
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")


class Page(NamedTuple):
    """What a first page holds."""

    affiliations: tuple[Piece, ...] = ()
    """as printed, each with the author it was printed for, where one was named"""
    addresses: tuple[str, ...] = ()
    is_partial: bool = False
    """whether there are more affiliations than could be read on it"""


NOTHING = Page()


def read(fulltext: object, title: str = "", authors: Iterable[str] = ()) -> Page:
    """The `Page` of a *fulltext* of the work called *title* by *authors* (``Given Family``), which help to find it."""
    if not isinstance(fulltext, str) or not fulltext.strip():
        return NOTHING
    names = Names(authors)
    pages = sheets.pages(fulltext)
    found: list[Piece] = []
    addresses: list[str] = []
    is_partial = False
    for number, page in enumerate(pages):
        goes_on = bool(found)
        found += blocks.marked_at_top(page, _last(found)) if goes_on else _of_page(page, title, names)
        if not goes_on:
            addresses += _EMAIL.findall(page)
            is_partial = _is_cut(page, title)
        if found and number:
            break
    is_partial = is_partial or partial.is_partial("\n".join(pages), _heads(pages, title), names, found)
    return Page(_once(found), tuple(dict.fromkeys(addresses))[:50], is_partial)


def _is_cut(page: str, title: str) -> bool:
    """Whether the end of a long *page* was not looked at, and no abstract came before it."""
    return sheets.is_cut(page) and not blocks.parted(page, title)[1]


def _heads(pages: Iterable[str], title: str) -> list[str]:
    return [line for page in pages for line in blocks.parted(page, title)[0]]


def _last(found: list[Piece]) -> Piece:
    """The marked piece with the highest number or letter."""
    return max((piece for piece in found if piece.mark), key=lambda piece: marks.value(piece.mark), default=found[-1])


def _of_page(page: str, title: str, names: Names) -> list[Piece]:
    head, body = blocks.parted(page, title)
    head = [*blocks.before_title(page, title, names), *head]
    found = blocks.of_head(head, names)
    behind, noted = blocks.of_body(body, names, head), employed.read(page, names)
    sure = [*found, *(piece for piece in behind if piece.owner), *noted]
    return [*found, *(piece for piece in behind if partial.may_mark(piece, head, names, sure)), *noted]


def _once(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Each text once, with the owner if only one was named for it."""
    owners: dict[str, str] = {}
    for piece in found:
        known = owners.get(piece.text)
        owners[piece.text] = piece.owner if known is None else known if known == piece.owner else ""
    return tuple(Piece(text, owner) for text, owner in owners.items())[:MOST_FOUND]
