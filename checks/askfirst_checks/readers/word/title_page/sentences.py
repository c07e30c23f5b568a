"""Sentences that say where authors work: ``Ada Feld and Bo Ri are with the University of Bonn, Germany.``"""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds

_WITH = pattern(
    rf"(?P<who>[^@\n]{{3,200}}?)\s+(?:(?:is|are|was|were)\s+(?:currently\s+|now\s+)?(?:with|at)\s+(?:the\s+)?|{line_kinds.IS_WITH})"
    r"(?P<place>[^@\n]{5,300}?)\s*(?=[.;]\s*$|[.;]?\s*\(?e-?mails?\b|[.;,]?\s*\(|\.\s|$)"
)
_EVERYBODY = pattern(r"(?i)\b(?:all|both|the)\b.{0,20}\bauthors\b|\bautoren\b")


class Told(NamedTuple):
    """Whose the stretch of a line is."""

    authors: tuple[int, ...]
    start: int
    end: int


def is_with(text: str, names: Sequence[str]) -> Told | None:
    """The place that the sentence *text* gives to people of *names*; None where it is another sentence."""
    found = _WITH.match(text)
    if not found or not line_kinds.affiliation(found["place"]):
        return None
    who = found["who"]
    if _EVERYBODY.search(who):
        return Told(tuple(range(len(names))), *found.span("place"))
    whose = tuple(
        number for number, name in enumerate(names) if name.split()[-1] in who or name.split()[0] in who.split()
    )
    return Told(whose, *found.span("place")) if whose else None
