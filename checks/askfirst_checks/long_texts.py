"""Resolving a text of any length in bounded time: a very long one goes piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Evidence, Resolution
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.case import Resolves
    from askfirst_checks.model import CountryHit, InstitutionHit

PIECE = 2000
"""Code points that are resolved at once; an affiliation is shorter, an acknowledgement mostly"""

MARGIN = 300
"""Code points at either end of a piece that decide nothing: a name may be cut there, and the next piece has it whole"""

_GAP = pattern(r"[\s;,.]\s*")


def resolve(resolver: Resolves, text: str) -> Resolution:
    """What *text* resolves to; of a long one, what its pieces do, which overlap by more than a name is long."""
    if len(text) <= PIECE:
        return resolver.resolve(text)
    found = Resolution(text)
    for start, end in _pieces(text):
        low = start + MARGIN if start else 0
        high = end - MARGIN if end < len(text) else end
        found = _joined(found, _within(resolver.resolve(text[start:end]), low - start, high - start), start)
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        end = min(start + PIECE, len(text))
        yield start, end
        if end == len(text):
            return
        gap = _GAP.search(text, end - 2 * MARGIN - MARGIN // 4, end - 2 * MARGIN)
        start = gap.end() if gap else end - 2 * MARGIN


def _within(found: Resolution, low: int, high: int) -> Resolution:
    """The hits of which some evidence begins between *low* and *high*."""

    def kept(hit: CountryHit | InstitutionHit) -> bool:
        return any(low <= each.start < high for each in hit.evidence)

    return found._replace(
        countries=tuple(filter(kept, found.countries)),
        institutions=tuple(filter(kept, found.institutions)),
        resembles=tuple(filter(kept, found.resembles)),
        undecided=tuple(each for each in found.undecided if low <= each.start < high),
    )


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
        (*first.undecided, *_moved(then.undecided, start)),
    )


def _moved(evidence: tuple[Evidence, ...], start: int) -> tuple[Evidence, ...]:
    return tuple(each._replace(start=each.start + start, end=each.end + start) for each in evidence)
