"""A title, an abstract and key words as places of stems: what stands side by side, what stands near, what is denied."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.patterns import pattern
from askfirst_checks.topics.stems import PAUSE, STOP, stems, tokens

_WITHIN = 8
"""words among which all words of a phrase stand"""
_GAP = 40
"""places between two sentences, so that no phrase crosses their border"""
_REACH = 4
"""words after a negation that it can deny"""
_NOT = frozenset(stems("no not without neither nor unlike instead nicht kein keine keinen ohne weder statt"))
_NAME = r"(?!(?:An?|The|On|We|In|This|Ein|Eine|Der|Die|Das)\b)[A-ZÄÖÜ][\w'’-]{0,40}"
_SEAT = (
    r"(?:University|Universität|Université|Institute|Institut|Academy|Akademie|Ministry|Hochschule|College|Forschungszentrum"
    r"|(?:Cent(?:er|re)|Laboratory|Organi[sz]ation|Corporation|Company|Bureau|Association|Group|School|Foundation)"
    r"(?= of | for |,|$))"
)
_BODY = pattern(
    rf"\b(?:{_NAME} (?:(?:of|for|the|and|de|di|der|für|und) )?){{0,5}}{_SEAT}\b(?: {_NAME}){{0,2}}"
    rf"(?: (?:of|for|in|and|&|für|der|von)(?: the)?(?: {_NAME}){{1,4}}){{0,4}}"
)
"""a body's name: what it is called says nothing about what the text is about"""

_RIGHTS = pattern(r"(?:\([Cc]\)|©|\bCopyright) .{0,200}?(?:\.|$)")


class Reading:
    """The stems of a text with their places.

    Names of bodies are left out: "Institute for Nuclear Research" in an abstract is an address, no topic.
    """

    def __init__(self, text: str) -> None:
        self.at: dict[str, list[int]] = {}
        """stem to its places, ascending"""
        self._printed: dict[int, str] = {}
        self._denied: set[int] = set()
        place, until = 0, -1
        for stem, printed in tokens(_BODY.sub(" , ", _RIGHTS.sub(" . ", " ".join(text.split())))):
            if stem == STOP:
                place, until = place + _GAP, -1
            elif stem == PAUSE:
                until = -1
            else:
                place += 1
                self.at.setdefault(stem, []).append(place)
                self._printed[place] = printed
                if place <= until:
                    self._denied.add(place)
                elif stem in _NOT:
                    until = place + _REACH

    def beside(self, stems: Sequence[str]) -> str:
        """The printed words where *stems* stand side by side in this order and are not denied; else empty."""
        for start in self.at.get(stems[0], ()):
            if start not in self._denied and all(
                start + step in self.at.get(stem, ()) for step, stem in enumerate(stems)
            ):
                return " ".join(self._printed[start + step] for step in range(len(stems)))
        return ""

    def within(self, stems: Sequence[str]) -> str:
        """The printed words where *stems* stand among a few words, in any order, not denied; else empty."""
        places = [self.at.get(stem, []) for stem in stems]
        if not all(places):
            return ""
        for start in places[0]:
            if start in self._denied:
                continue
            chosen = [next((each for each in other if abs(start - each) < _WITHIN), 0) for other in places[1:]]
            if all(chosen):
                return " ".join(self._printed[each] for each in sorted({start, *chosen}))
        return ""

    def printed(self, stem: str) -> str:
        """The word that stands for *stem* at its first place."""
        return self._printed[self.at[stem][0]]
