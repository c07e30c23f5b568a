"""Names in one string, with their marks and notes: ``Ada Example^1,2^ and Bo Muster^[Institute, City]``."""

from __future__ import annotations

import re

from askfirst_checks.model import Address, Span
from askfirst_checks.readers.author_list import AuthorList
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.printed_words import name_of
from askfirst_checks.readers.yaml_places import Marks

_INLINE = re.compile(r"\^\[([^\]]*)\]")
SUPERSCRIPT = re.compile(
    r"\^([^\^\[\]]{1,20})\^|<sup>([^<]{1,20})</sup>|\\textsuperscript\{([^{}]{1,20})\}|([¹²³⁰⁴-⁹](?:[,;]?[¹²³⁰⁴-⁹])*)"
)
_COMMA = re.compile(r"\s*,\s*")
BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|und|&)\s+|\s*<br\s*/?>\s*|\n+")


def several(text: str, span: Span) -> list[tuple[str, Span]]:
    """The names of one string, each with its place where it stands on one line as it is."""
    bounds = _cut(BETWEEN, text, [(0, len(text))])
    apart = _cut(_COMMA, text, bounds)
    if all(" " in text[start:end] for start, end in apart):
        bounds = apart
    return [(text[start:end], within(text, span, start, end)) for start, end in bounds]


def _cut(pattern: re.Pattern[str], text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*bounds* cut where *pattern* matches outside marks and notes, empty stretches left out."""
    masked = SUPERSCRIPT.sub(lambda m: "^" * len(m.group()), _INLINE.sub(lambda m: "^" * len(m.group()), text))
    cut: list[tuple[int, int]] = []
    for first, last in bounds:
        start = first
        for match in pattern.finditer(masked, first, last):
            cut.append((start, match.start()))
            start = match.end()
        cut.append((start, last))
    return [(start, end) for start, end in cut if text[start:end].strip()]


def named(text: str, span: Span, marks: Marks, into: AuthorList) -> None:
    """An author given as a string: ``Ada Example^1,2^`` or ``Ada Example^[Institute, City]``."""
    notes = _INLINE.findall(text)
    tied: list[int | None] = [marks.enter(note, span) for note in notes if not looks.remark(note)]
    text = _INLINE.sub("", text)
    for found in SUPERSCRIPT.findall(text):
        tied.extend(marks.among("".join(found).strip(" ,"))[0])
    words = name_of(SUPERSCRIPT.sub("", text).strip(" ,*"))
    if any(c.isalpha() for c in words.text):
        corresponding = any("correspond" in note.lower() for note in notes)
        into.person(words.text, span, tied, [Address(m, span) for m in words.mails], words.orcid or None, corresponding)


def within(text: str, span: Span, first: int, last: int) -> Span:
    """Where ``text[first:last]`` stands, if *text* stands on one line as it is; else all of *span*."""
    if span.line != span.end_line or span.end_column - span.column != len(text):
        return span
    return span._replace(column=span.column + first, end_column=span.column + last)
