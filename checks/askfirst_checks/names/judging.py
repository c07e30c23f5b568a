"""Which of the names found in a text stand: second facts, other countries, longer names, words beside them."""

from __future__ import annotations

from collections.abc import Collection

from askfirst_checks.light import Literal, NamedTuple, Protocol
from askfirst_checks.model import Evidence, InstitutionHit, Strength
from askfirst_checks.names import context
from askfirst_checks.names.abbreviations import FILLERS
from askfirst_checks.names.matching import Match, holds, longest, overlap
from askfirst_checks.names.printed import Printed

# Phrases of a country's own, which serve as the second fact of a weak name like the country itself.
_OF_COUNTRY = {
    "RU": (["russian", "acad", "sci"], ["ras"], ["ran"], ["kurchatov"], ["rosatom"], ["россииск", "академ", "наук"]),
    "CN": (["pla"], ["peoples", "liberation", "army"], ["chinese", "acad", "sci"]),
}
_UNITS = ("inst", "ctr", "lab", "key")
_LONG_WORD = 7
_LONG_NAME = 3
"""words from which a name may be broken by a comma"""
_ANDS = frozenset(("and", "und", "et", "y", "e", "i", "и"))
_SHORT_ACRONYM = 3
"""letters up to which an acronym has namesakes in its own country: HNU in Changsha, Harbin and Huai'an"""
_ALSO_HOME = {"CN": ("HK", "MO")}

Reason = Literal["torn", "longer", "away", "beside", "unproven"]
"""why a name that is printed is none: a comma in it, a longer name, another country, words beside it, no second fact"""
Glued = tuple[str, list[int]]
"""A text whose words run together, and for each sign of its unglued form the place in it."""


class Institution(NamedTuple):
    """One body of the reviewed list."""

    id: str
    name: str
    country: str
    """ISO 3166-1 alpha-2"""
    ror: str | None
    places: tuple[tuple[str, ...], ...]
    """its towns, as comparable words"""
    unverified: bool
    """known from memory only: never raises more than a note"""


class Bodies(Protocol):
    """What names belong to."""

    def institution(self, number: int) -> Institution:
        """The body that `Name.body` means."""

    def part_of(self, number: int, ror: str | None) -> bool:
        """Whether body *number* is a part of the one with that ROR id."""


class Judge:
    """Decides which matches of one text stand."""

    def __init__(self, bodies: Bodies, printed: Printed, countries: Collection[str], glued: Glued | None) -> None:
        self.bodies = bodies
        self.printed = printed
        self.countries = countries
        self.glued = glued

    def judge(self, matches: list[Match]) -> list[InstitutionHit]:
        """The bodies that are named, in the order of the text."""
        whole = [match for match in matches if self._whole(match)]
        if len(whole) == 1:
            return [self._hit(match, body) for match, body in self._chosen(whole)]
        hits: dict[str, InstitutionHit] = {}
        for same in _by_place(longest(self._without_parts(whole))):
            for match, body in self._chosen(same):
                hits.setdefault(body.id, self._hit(match, body))
        return list(hits.values())

    def reason(self, match: Match, matches: list[Match]) -> Reason:
        """Why *match*, one of *matches*, was set aside."""
        if not self._whole(match):
            return "torn"
        longer = (m for m in matches if m.weight > match.weight and overlap(m, match))
        if any(map(self._whole, longer)):
            return "longer"
        body = self.bodies.institution(match.name.body)
        if (match.name.kind != "a" or match.name.body < 0) and self._away(body):
            return "away"
        return "unproven" if self._itself(match, body) else "beside"

    def suggest(self, matches: list[Match]) -> list[InstitutionHit]:
        """Of names that are nearly there, those that no other name covers and no other country speaks against."""
        hits: dict[str, InstitutionHit] = {}
        seq = self.printed.seq
        exact = [m for m in matches if seq[m.start : m.end] == m.name.words and self._whole(m)]
        for match in longest([match for match in matches if self._whole(match)]):
            body = self.bodies.institution(match.name.body)
            if match.name.kind not in "ah" or (self.countries and body.country not in self.countries):
                continue
            if any(overlap(match, other) and other.weight >= match.weight for other in exact):
                continue
            if self._itself(match, body):
                hits.setdefault(body.id, self._hit(match, body, "suggests"))
        return list(hits.values())

    def acronyms(self, matches: list[Match]) -> list[InstitutionHit]:
        """Bodies whose acronym fills a segment and lacks but its second fact, if no other listed body bears it."""
        single = [m for m in matches if m.end - m.start == 1 and not m.inner and m.name.kind in "sg"]
        hits: list[InstitutionHit] = []
        for same in _by_place(single):
            (match, *others), at = same, self.printed.where[same[0].start]
            long = len(match.name.words[0]) > _SHORT_ACRONYM and match.name.body >= 0
            if not others and long and self._is_alone(at) and self._as_acronym(at):
                hits.append(self._hit(match, self.bodies.institution(match.name.body), "weak"))
        return hits

    def _is_alone(self, at: int) -> bool:
        """Whether nothing but a number, or another name that "and" joins, shares the segment of word *at*."""
        if self.printed.alone(at, at):
            return True
        before, after = self.printed.before(at), self.printed.after(at)
        begun = not before or before[-1] in _ANDS or "&" in self.printed.gaps[at]
        ended = not after or after[0] in _ANDS or "&" in self.printed.gaps[at + 1] or all(map(str.isdigit, after))
        return begun and ended

    def _without_parts(self, matches: list[Match]) -> list[Match]:
        """Without names of the ROR index for a part of a listed body that is printed in them: the body is meant."""
        if all(match.name.body >= 0 for match in matches):
            return matches
        listed = [(m, self.bodies.institution(m.name.body).ror) for m in matches if m.name.body >= 0]
        return [
            match
            for match in matches
            if "hosp" in match.name.words
            or not any(
                ror and overlap(match, other) and self.bodies.part_of(match.name.body, ror) for other, ror in listed
            )
        ]

    def _chosen(self, same: list[Match]) -> list[tuple[Match, Institution]]:
        """Of the bodies that bear one name, those that are meant; more than one of ROR are none."""
        if any(match.name.kind in "nx" for match in same):
            return []
        named = [(match, self.bodies.institution(match.name.body)) for match in same]
        return [pair for pair in named if self._stands(*pair)] if len(named) == 1 else self._meant(named)

    def _meant(self, named: list[tuple[Match, Institution]]) -> list[tuple[Match, Institution]]:
        """Of several that bear one name the listed ones, by town where they are several; else the only sure one."""
        bodies = {body.id: (match, body) for match, body in reversed(named) if self._stands(match, body)}
        listed = [pair for pair in bodies.values() if not pair[1].id.startswith("ror:")]
        if len(listed) > 1:
            listed = self._in_their_town(listed) or listed
        if listed or len({body.id for _, body in named}) == 1:
            return listed or list(bodies.values())
        sure = [pair for pair in bodies.values() if self._second_fact(*pair)]
        if len(sure) > 1:
            sure = self._in_their_town(sure)
        return sure if len(sure) == 1 else []

    def _in_their_town(self, pairs: list[tuple[Match, Institution]]) -> list[tuple[Match, Institution]]:
        return [pair for pair in pairs if self._in_town(*pair)]

    def _whole(self, match: Match) -> bool:
        """Within one segment, and with its partner printed where it needs one."""
        name = match.name
        if name.partner and not holds(self.printed.seq, name.partner, (match.start, match.end)):
            return False
        if name.crosses or match.end - match.start == 1:
            return True
        first, last = self.printed.where[match.start], self.printed.where[match.end - 1]
        cuts = self.printed.cuts(first, last)
        return cuts == 0 or (cuts == 1 and (self._cut_at_filler(first, last) or self._cut_behind_town(match)))

    def _cut_at_filler(self, first: int, last: int) -> bool:
        """Whether the one comma stands beside a filler: ``University of, Science and Technology``."""
        every, marks = self.printed.every, self.printed.marks
        return any(marks[at + 1] and (every[at] in FILLERS or every[at + 1] in FILLERS) for at in range(first, last))

    def _cut_behind_town(self, match: Match) -> bool:
        """Whether the one comma stands behind the town that a name begins with: ``Harbin, Institute of Technology``."""
        name, where, marks = match.name, self.printed.where, self.printed.marks
        if name.kind != "a" or name.body < 0 or len(name.words) < _LONG_NAME or name.words[1] not in ("inst", "univ"):
            return False
        body = self.bodies.institution(name.body)
        if (name.words[0],) not in body.places or not set(self.countries) <= {body.country}:
            return False
        behind = sum(marks[where[match.start] + 1 : where[match.start + 1] + 1]) == 1
        return (
            behind and context.ends(self.printed, where[match.end - 1], body.places) and self._second_fact(match, body)
        )

    def _stands(self, match: Match, body: Institution) -> bool:
        name = match.name
        if (name.kind != "a" or name.body < 0) and self._away(body):
            return False
        if not self._itself(match, body):
            return False
        if name.kind in "ahw":
            return True
        if len(name.words) == 1 and not match.inner and not self._as_acronym(self.printed.where[match.start]):
            return False
        if name.kind == "g" and holds(self.printed.seq, ["univ"], (match.start, match.end)):
            return False
        if len(name.words) == 1 and len(name.words[0]) <= _SHORT_ACRONYM and name.words[0].isascii() and body.places:
            return self._in_town(match, body)
        return self._second_fact(match, body)

    def _away(self, body: Institution) -> bool:
        if not self.countries or body.country in self.countries:
            return False
        return not any(code in self.countries for code in _ALSO_HOME.get(body.country, ()))

    def _itself(self, match: Match, body: Institution) -> bool:
        """Whether nothing beside the name makes another body of it."""
        first, last = self.printed.where[match.start], self.printed.where[match.end - 1]
        if match.inner:
            return True
        if "hosp" in self.printed.seq and context.of_the_forces(match.name.words):
            return True
        if context.hospital(self.printed, first):
            return False
        if self.printed.alone(first, last):
            return True
        words, kind = match.name.words, match.name.kind
        if (
            kind == "h"
            and words[0] == "univ"
            and len(words) == 2
            and not context.turned(self.printed, first, last, body.places)
        ):
            return False
        unit = kind in "sgw" and match.name.body >= 0 and (words[0] in _UNITS or words[-1] in _UNITS)
        return not context.other_body(self.printed, first, last, body.places, unit)

    def _as_acronym(self, word: int) -> bool:
        """Whether the one word of a name is printed as a name: in capitals, or long and with a capital."""
        start, end = self.printed.start(word), self.printed.end(word)
        capitals = sum(sign.isupper() for sign in self.printed.text[start:end])
        return capitals >= 2 or (capitals == 1 and end - start >= _LONG_WORD)

    def _second_fact(self, match: Match, body: Institution) -> bool:
        if body.country in self.countries:
            return True
        span = (match.start, match.end)
        own = _OF_COUNTRY.get(body.country, ()) if match.name.body >= 0 else ()
        return self._in_town(match, body) or any(holds(self.printed.seq, phrase, span) for phrase in own)

    def _in_town(self, match: Match, body: Institution) -> bool:
        span = (match.start, match.end)
        return any(holds(self.printed.seq, list(town), span) for town in body.places)

    def _hit(self, match: Match, body: Institution, strength: Strength | None = None) -> InstitutionHit:
        start = self.printed.start(self.printed.where[match.start])
        end = self.printed.end(self.printed.where[match.end - 1])
        text = self.printed.text
        if self.glued:
            text, origin = self.glued
            start, end = origin[start], origin[end - 1] + 1
        strength = strength or ("strong" if match.name.kind in "ahw" else "weak")
        evidence = Evidence("institution", text[start:end], body.id, strength, start, end)
        return InstitutionHit(body.id, body.name, body.country, body.ror, (evidence,))


def _by_place(matches: list[Match]) -> list[list[Match]]:
    """*matches* in the order of the text, those of one place together."""
    places_: dict[tuple[int, int, tuple[int, int] | None], list[Match]] = {}
    for match in sorted(matches, key=lambda m: (m.start, m.inner or (0, 0))):
        places_.setdefault((match.start, match.end, match.inner), []).append(match)
    return list(places_.values())
