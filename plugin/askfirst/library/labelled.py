"""``Affiliation:`` lines, as people write them into Extra and into notes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_NOTE = 200_000
"""characters of a note that are looked at; notes of 10 MB exist"""
MOST_LINES = 2_000

_LABEL = re.compile(
    r"(?:authors?'?s?[ \t]+)?(?:affiliations?|affiliationen|addresse?s?)[ \t]*(?:\(([^()\n]{1,100})\))?"
    r"[ \t]*:[ \t]*(.+)",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"address", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,5000}>")


class Line(NamedTuple):
    """One affiliation of a labelled line."""

    text: str
    owner: str = ""
    """whose it is: ``Affiliation (Ri, B.): ...``"""


def affiliations(text: str) -> Iterator[Line]:
    """The affiliations of the labelled lines in *text*; several on one line stand apart by semicolons."""
    for line in text.splitlines()[:MOST_LINES]:
        found = _LABEL.match(line.strip())
        if not found or _BARE_ADDRESS.match(line.strip()):
            continue  # "Address: Berlin" is where a thing is, not where an author works
        for part in found[2].split(";"):
            if part.strip():
                yield Line(part.strip(), (found[1] or "").strip())


def text_of(note: object) -> str:
    """The words of a note, which Zotero keeps as HTML; never interpreted, only taken apart."""
    if not isinstance(note, str):
        return ""
    cut = _without(_without(note[:MOST_NOTE], "script"), "style")
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", cut)))


def _without(note: str, element: str) -> str:
    """*note* without what stands inside *element*; one pass, whatever the note holds."""
    lower, kept, at = note.lower(), [], 0
    if len(lower) != len(note):  # some letters grow in lower case, and positions would not agree
        lower = note
    while (start := lower.find(f"<{element}", at)) >= 0:
        end = lower.find(f"</{element}", start)
        kept.append(note[at:start])
        if end < 0:
            return "".join(kept)
        at = end
    return "".join(kept) + note[at:]
