"""A title, an abstract and key words as places of stems: what stands side by side, what stands near, what is denied."""

from __future__ import annotations

from itertools import pairwise

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.topics.stems import PAUSE, STOP, stems, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class Match(NamedTuple):
    """One place where all words of a term stand."""

    place: int
    words: str
    """as printed"""


class Reading:
    """The stems of a text with their places.

    Names of bodies are left out: "Institute for Nuclear Research" in an abstract is an address, no topic.
    """

    def __init__(self, front: str, rest: str = "") -> None:
        self.at: dict[str, list[int]] = {}
        """stem to its places, ascending"""
        self._printed: dict[int, str] = {}
        self._denied: set[int] = set()
        self._place = 0
        self._add(front)
        self.front = self._place
        """last place of title and key words: behind it stands the abstract"""
        self._add(rest)

    def _add(self, text: str) -> None:
        place, until = self._place + _GAP, -1
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
        self._place = place

    def beside(self, stems: Sequence[str]) -> list[Match]:
        """Where *stems* stand side by side in this order and are not denied."""
        return [
            Match(start, " ".join(self._printed[start + step] for step in range(len(stems))))
            for start in self.at.get(stems[0], ())
            if start not in self._denied
            and all(start + step in self.at.get(stem, ()) for step, stem in enumerate(stems))
        ]

    def within(self, stems: Sequence[str]) -> list[Match]:
        """Where *stems* stand among a few words, in any order, not denied."""
        places = [self.at.get(stem, []) for stem in stems]
        found = []
        for start in places[0] if all(places) else ():
            chosen = [next((each for each in other if abs(start - each) < _WITHIN), 0) for other in places[1:]]
            if start not in self._denied and all(chosen):
                found.append(Match(start, self._quoted(sorted({start, *chosen}))))
        return found

    def _quoted(self, places: list[int]) -> str:
        """The printed words at *places*, with an ellipsis where words between them are left out."""
        quoted = [self._printed[places[0]]]
        for before, after in pairwise(places):
            quoted += ["" if after == before + 1 else "…", self._printed[after]]
        return " ".join(filter(None, quoted))

    def has(self, words: Sequence[str]) -> bool:
        """Whether each stem of *words* stands somewhere."""
        return all(word in self.at for word in words)

    def is_in_front(self, word: str) -> bool:
        """Whether the stem *word* stands in the title or the key words."""
        return word in self.at and self.at[word][0] <= self.front

    def printed(self, stem: str) -> str:
        """The word that stands for *stem* at its first place."""
        return self._printed[self.at[stem][0]]
