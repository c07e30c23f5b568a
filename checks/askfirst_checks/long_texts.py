"""Resolving a text of any length in bounded time: a very long one goes piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Evidence, Resolution
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.case import Resolves

PIECE = 4000
"""Code points that are resolved at once; an affiliation is shorter, an acknowledgement mostly"""

_GAP = pattern(r"[;.\n]\s|,\s|\s")


def resolve(resolver: Resolves, text: str) -> Resolution:
    """What *text* resolves to; of a long one, what its pieces do, cut where a sentence, a segment or a word ends."""
    if len(text) <= PIECE:
        return resolver.resolve(text)
    found = Resolution(text)
    for start, end in _pieces(text):
        found = _joined(found, resolver.resolve(text[start:end]), start)
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = start + PIECE
        if end < len(text):
            gaps = [match.end() for match in _GAP.finditer(text, end - PIECE // 10, end)]
            end = gaps[-1] if gaps else end
        yield start, min(end, len(text))
        start = end


def _joined(first: Resolution, then: Resolution, start: int) -> Resolution:
    """*first*, with what it does not have yet from *then*, whose evidence moves by *start*."""
    codes = {hit.code for hit in first.countries}
    ids = {hit.id for hit in (*first.institutions, *first.resembles)}
    countries = [h._replace(evidence=_moved(h.evidence, start)) for h in then.countries if h.code not in codes]
    institutions = [h._replace(evidence=_moved(h.evidence, start)) for h in then.institutions if h.id not in ids]
    resembles = [h._replace(evidence=_moved(h.evidence, start)) for h in then.resembles if h.id not in ids]
    return Resolution(
        first.text,
        (*first.countries, *countries),
        (*first.institutions, *institutions),
        (*first.resembles, *resembles),
        first.undecided,
    )


def _moved(evidence: tuple[Evidence, ...], start: int) -> tuple[Evidence, ...]:
    return tuple(each._replace(start=each.start + start, end=each.end + start) for each in evidence)
