"""Notes of an author block, and where their addresses stand."""

from __future__ import annotations

import itertools

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails
from askfirst_checks.readers.author_block.draft import Note
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.tokens.token import only
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip

_NOTE_ITEM = pattern(r"\\(?:" + "|".join(sorted(generic.NOTE_ITEMS)) + r")(?![A-Za-z])")


def note_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A note cut at the macros that begin a further one."""
    cuts = [m.start() for m in _NOTE_ITEM.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [(a, b) for a, b in itertools.pairwise(edges) if text[a:b].strip()] or [(start, end)]


def note_of(strip: Strip, start: int, end: int, owner: int | None, keys: list[str]) -> Note:
    """The stretch as a note, its addresses with it."""
    inner = strip.cut(start, end)
    row = items(inner)
    note = Note(
        printed(only(row, "text", "gap", "line", "part", "tab")),
        strip.span(start, end),
        owner,
        keys,
    )
    if "@" in inner.text:
        shown = [i._replace(kind="text") if i.kind in ("email", "web") else i for i in row]
        note.full = printed(only(shown, "text", "gap", "line", "part", "tab"))
    note.keys = [*keys, *(i.text for i in row if i.kind == "label")]
    note.mails = [(a, locate_in(strip, start, end, a)) for a in emails.addresses(inner.text)]
    return note


def locate_in(strip: Strip, start: int, end: int, address: str) -> Span:
    """Where *address* stands in the stretch; a grouped one stands where its local part does."""
    text = strip.text
    local = address.partition("@")[0]
    for written in (address, address.replace("_", "\\_"), local, local.replace("_", "\\_")):
        at = text.find(written, start, end)
        if at >= 0:
            return strip.span(at, at + len(written))
    return strip.span(start, end)
