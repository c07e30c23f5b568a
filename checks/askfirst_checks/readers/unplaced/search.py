"""The passages of one text."""

from __future__ import annotations

from bisect import bisect_right

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Passage, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.unplaced.fold import apart, folded, squeezed
from askfirst_checks.readers.unplaced.outline import Outline, Zone, outline
from askfirst_checks.readers.unplaced.pieces import is_sentence, tells_origin, zone_of
from askfirst_checks.readers.unplaced.vocabulary import Hit, hits, may_hold

MOST = 2_000_000
"""signs of one text that are looked through"""
_TRIES = 60
"""words that are looked at in each zone; more of them say nothing new"""
_EDGE = {
    "latex": pattern(
        r"\n[ \t]*\n|\n[ \t]*(?=\\)|\\\\|\\(?:begin|end)\s*\{[^{}]*\}|&|"
        r"\\(?:node|par|newline|item|date|author|and|bigskip|medskip)(?![A-Za-z])"
    ),
}
_LINE = pattern(r"\n")
_PARAGRAPH = pattern(r"\n[ \t]*\n")
_SENTENCE = pattern(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[^\W\d_a-z])")
_BEFORE = pattern(r"(?:\n[ \t]*\n|\A)[ \t]*(?:\\[A-Za-z]+[ \t]*)*\Z")
_AFTER = pattern(r"\s*(?:\n[ \t]*\n|\Z|\\(?:end|begin|bibliography)|\\\\)")
_REST = pattern(r"[^\W\d_]*")
_LONGEST = 1_500
_SHOWN = 160


class _Found(NamedTuple):
    hit: Hit
    start: int
    end: int


def passages_in(path: str, text: str, form: str, *, is_root: bool) -> list[Passage]:
    """The passages of *text*, each zone's first ones."""
    text = text[:MOST]
    if "^^" not in text and not may_hold(squeezed(text), apart(text)):
        return []
    readings = folded(text, form)
    if form not in ("latex", "markdown") and tells_origin(readings[0].text[:_LONGEST]):
        return []
    found = [_Found(hit, r.offset(hit.start), r.offset(hit.end - 1) + 1) for r in readings for hit in hits(r.text)]
    if not found:
        return []
    drawn = outline(text, form, is_root=is_root)
    lines = [match.end() for match in _LINE.finditer(text)]
    out: dict[tuple[int, str], Passage] = {}
    left: dict[Zone, int] = {}
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        if each.start >= len(drawn.text) or not drawn.text[each.start : each.end].strip():
            continue
        zone = drawn.zone(each.start)
        left[zone] = left.get(zone, _TRIES) - 1
        if left[zone] >= 0:
            passage = _passage(path, text, form, drawn, each, lines)
            out.setdefault((passage.span.line, passage.zone), passage)
    return list(out.values())


def _passage(path: str, text: str, form: str, drawn: Outline, found: _Found, lines: list[int]) -> Passage:
    start, end = _around(drawn.text, form, found.start, found.end)
    zone = drawn.zone(found.start)
    if zone in ("biography", "acknowledgement"):
        start, end = _sentence(drawn.text, start, end, found.start)
    piece = folded(text[start:end], form)[0].text
    alone = drawn.is_defined(found.start) or (
        _stands_alone(drawn.text, form, start, end) and not is_sentence(drawn.text[start:end])
    )
    zone = zone_of(piece, found.hit.kind, zone, alone=alone)
    span = Span(path, *_at(lines, found.start), *_at(lines, max(found.end, found.start + 1)))
    whole = _REST.match(text, found.end)
    shown = " ".join(text[found.start : whole.end() if whole else found.end].split())[:_SHOWN]
    return Passage(found.hit.country, zone, shown, span)


def _around(text: str, form: str, start: int, end: int) -> tuple[int, int]:
    """The line, cell or paragraph that holds the words."""
    edge = _EDGE.get(form, _PARAGRAPH if form == "markdown" else _LINE)
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    left = max((m.end() for m in edge.finditer(text, low, start)), default=low)
    right = edge.search(text, end, high)
    return left, right.start() if right else high


def _sentence(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    left = max((m.end() for m in _SENTENCE.finditer(text, start, at)), default=start)
    right = _SENTENCE.search(text, at, end)
    return left, right.start() if right else end


def _stands_alone(text: str, form: str, start: int, end: int) -> bool:
    """Whether the piece is a paragraph, and no cell, item or line of one."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    return form in ("latex", "markdown") and bool(_BEFORE.search(before) and _AFTER.match(after))


def _at(lines: list[int], offset: int) -> tuple[int, int]:
    number = bisect_right(lines, offset)
    return number + 1, offset - (lines[number - 1] if number else 0) + 1
