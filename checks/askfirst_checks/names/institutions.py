"""Institutions in a printed affiliation, by whole names: listed ones, and well-known bodies of restricted countries."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from askfirst_checks.model import Evidence, InstitutionHit, Strength
from askfirst_checks.names import context, signs
from askfirst_checks.names.abbreviations import CANONICAL, FILLERS
from askfirst_checks.names.matching import Match, Name, Printed, Shapes, found, holds, longest, overlap, parsed, shapes
from askfirst_checks.names.near import Nearby, resembling
from askfirst_checks.names.normalise import words

if TYPE_CHECKING:
    from askfirst_checks.names.ror import RorIndex

_INDEX = os.path.join(os.path.dirname(__file__), "data", "institutions.index")
_GLUED = re.compile(r"[a-z][A-Z]")
# Phrases of a country's own, which serve as the second fact of a weak name like the country itself.
_OF_COUNTRY = {
    "RU": (["russian", "acad", "sci"], ["ras"], ["ran"], ["kurchatov"], ["rosatom"], ["россииск", "академ", "наук"]),
    "CN": (["pla"], ["peoples", "liberation", "army"], ["chinese", "acad", "sci"]),
}
_LONG_WORD = 7
_ALSO_HOME = {"CN": ("HK", "MO")}

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


class Gazetteer:
    """The reviewed list, loaded once. *index* is the path of a file that `names.build.institutions` wrote.

    With *ror* it knows the institutions of that index as well: they are found beside the listed ones, under the id
    ``ror:`` and nine characters, and where theirs is the longer name they silence a listed one.
    """

    def __init__(self, index: str = _INDEX, ror: RorIndex | None = None) -> None:
        with open(index, encoding="utf-8") as file:
            records, hosts, self._vocabulary, names = file.read().rstrip("\n").split("\n\n")
        lines = names.split("\n")
        self._raw = dict(zip(lines[::2], lines[1::2], strict=True))
        self._keys = self._raw.keys()
        self._printed_keys = self._keys | {form for form, word in CANONICAL.items() if word in self._keys}
        self._shapes: dict[str, Shapes] = {}
        self._parsed: dict[str, tuple[Name, ...]] = {}
        self._records = records.split("\n")
        self._bodies: dict[int, Institution] = {}
        self._hosts = hosts
        self._nearby: Nearby | None = None
        self._ror = ror
        self._listed: set[str] = set()

    def get(self, anchor: str) -> tuple[Name, ...]:
        """The names that are found by *anchor* (a word, or two signs of a run)."""
        names = self._parsed.get(anchor)
        if names is None:
            raw = self._raw.get(anchor)
            names = tuple(parsed(entry, anchor) for entry in raw.split(";")) if raw else ()
            self._parsed[anchor] = names
        return names

    def shapes(self, anchor: str) -> Shapes:
        """The same, by their shape."""
        known = self._shapes.get(anchor)
        if known is None:
            known = self._shapes[anchor] = shapes(self.get(anchor))
        return known

    def anchors(self) -> Collection[str]:
        """All anchors."""
        return self._keys

    def institution(self, number: int) -> Institution:
        """Record *number*; a negative one is of the ROR index."""
        if number >= 0 or self._ror is None:
            body = self._bodies.get(number)
            if body is None:
                body = self._bodies[number] = _institution(self._records[number])
            return body
        organisation = self._ror.organisation(number)
        country, towns = organisation.country, organisation.places
        return Institution("ror:" + organisation.ror, organisation.name, country, organisation.ror, towns, False)

    def _unlisted(self, seq: list[str]) -> list[Match]:
        """Names of the ROR index. The names of a listed body are the reviewed list's business."""
        if self._ror is None:
            return []
        if not self._listed:
            self._listed = {record.split("\t")[3] for record in self._records}
        return [m for m in self._ror.find(seq) if self._ror.organisation(m.name.body).ror not in self._listed]

    def part_of(self, number: int, ror: str | None) -> bool:
        """Whether record *number* of the ROR index is a part of the body with the id *ror*."""
        return self._ror is not None and number < 0 and ror in self._ror.organisation(number).parents

    def all(self) -> list[Institution]:
        """Every body of the list, in its order."""
        return [_institution(record) for record in self._records]

    def by_domain(self, host: str) -> Institution | None:
        """The body that *host* or the domain above it belongs to."""
        labels = host.lower().rstrip(".").split(".")
        owners = dict(line.split("\t") for line in self._hosts.split("\n"))
        for start in range(len(labels) - 1):
            number = owners.get(".".join(labels[start:]))
            if number is not None:
                return self.institution(int(number))
        return None

    def find(
        self, text: str, printed: Sequence[str] | None, countries: Collection[str] = ()
    ) -> tuple[tuple[InstitutionHit, ...], tuple[InstitutionHit, ...]]:
        """The bodies that *text* names, and those that it only resembles.

        *printed* are the `normalise.words` of *text* if they are at hand; *countries* the ISO codes that its other
        words decide for. A name that needs a second fact finds it in *countries*, in its own town, or in a phrase of
        its country; a printed other country silences all but the names that decide alone.
        """
        every = words(text) if printed is None else list(printed)
        if self._ror is None and text.isascii() and self._printed_keys.isdisjoint(every) and not _GLUED.search(text):
            return (), self._resembling(text, every, countries)
        hits = self._find(Printed(text, every), countries)
        return hits, () if hits else self._resembling(text, every, countries)

    def _resembling(self, text: str, every: list[str], countries: Collection[str]) -> tuple[InstitutionHit, ...]:
        """Bodies whose name *text* has but for a letter in a long word, unless another country is printed."""
        if self._nearby is None:
            self._nearby = Nearby(self._vocabulary.split(" "))
        nearby = self._nearby
        if not nearby.any_like(every):
            return ()
        printed = Printed(text, every)
        matches = found(printed.seq, self, self._keys & set(printed.seq))
        for at, word in enumerate(printed.seq):
            for anchor in (word, *nearby.like(word)):
                near = (resembling(printed.seq, at, name, nearby) for name in self.get(anchor) if name.kind in "ahn")
                matches += [match for match in near if match is not None]
        return tuple(_Judge(self, printed, countries, None).suggest(matches)) if matches else ()

    def _find(self, printed: Printed, countries: Collection[str]) -> tuple[InstitutionHit, ...]:
        hits = self._in(printed, countries, None)
        if _GLUED.search(printed.text):
            split, origin, cuts = _unglued(printed.text)
            again = Printed(split, words(split))
            seen = {hit.id for hit in hits}
            hits += [
                hit
                for hit in self._in(again, countries, (printed.text, origin))
                if hit.id not in seen and any(hit.evidence[0].start <= cut <= hit.evidence[0].end for cut in cuts)
            ]
        return tuple(hits)

    def _in(self, printed: Printed, countries: Collection[str], glued: Glued | None) -> list[InstitutionHit]:
        matches = self.matches(printed)
        return _Judge(self, printed, countries, glued).judge(matches) if matches else []

    def matches(self, printed: Printed) -> list[Match]:
        """All names that stand in the text, before anything is judged."""
        seq = printed.seq
        anchors = self._keys & set(seq)
        matches = found(seq, self, anchors) if anchors else []
        if not printed.text.isascii():
            keys = self._keys & signs.runs(seq)
            if keys:
                matches += signs.found(seq, self, keys)
        return matches + self._unlisted(seq)


class _Judge:
    """Decides which matches of one text stand."""

    def __init__(self, gazetteer: Gazetteer, printed: Printed, countries: Collection[str], glued: Glued | None) -> None:
        self.gazetteer = gazetteer
        self.printed = printed
        self.countries = countries
        self.glued = glued
        self.where = printed.where

    def judge(self, matches: list[Match]) -> list[InstitutionHit]:
        whole = self._without_parts([match for match in matches if self._whole(match)])
        hits: dict[str, InstitutionHit] = {}
        for same in _by_place(longest(whole)):
            for match, body in self._chosen(same):
                hits.setdefault(body.id, self._hit(match, body))
        return list(hits.values())

    def suggest(self, matches: list[Match]) -> list[InstitutionHit]:
        """Of names that are nearly there, those that no other name covers and no other country speaks against."""
        hits: dict[str, InstitutionHit] = {}
        seq = self.printed.seq
        exact = [match for match in matches if seq[match.start : match.end] == match.name.words]
        for match in longest([match for match in matches if self._whole(match)]):
            body = self.gazetteer.institution(match.name.body)
            if match.name.kind not in "ah" or (self.countries and body.country not in self.countries):
                continue
            if any(overlap(match, other) and other.weight >= match.weight for other in exact):
                continue
            if self._itself(match, body):
                hits.setdefault(body.id, self._hit(match, body, "suggests"))
        return list(hits.values())

    def _without_parts(self, matches: list[Match]) -> list[Match]:
        """Without names of the ROR index for a part of a listed body that is printed in them: the body is meant."""
        if all(match.name.body >= 0 for match in matches):
            return matches
        listed = [(m, self.gazetteer.institution(m.name.body).ror) for m in matches if m.name.body >= 0]
        return [
            match
            for match in matches
            if "hosp" in match.name.words
            or not any(
                ror and overlap(match, other) and self.gazetteer.part_of(match.name.body, ror) for other, ror in listed
            )
        ]

    def _chosen(self, same: list[Match]) -> list[tuple[Match, Institution]]:
        """Of the bodies that bear one name, those that are meant; more than one of ROR are none."""
        if any(match.name.kind in "nx" for match in same):
            return []
        named = [(match, self.gazetteer.institution(match.name.body)) for match in same]
        bodies = {body.id: (match, body) for match, body in reversed(named) if self._stands(match, body)}
        listed = [pair for pair in bodies.values() if not pair[1].id.startswith("ror:")]
        if listed or len({body.id for _, body in named}) == 1:
            return listed or list(bodies.values())
        sure = [pair for pair in bodies.values() if self._second_fact(*pair)]
        if len(sure) > 1:
            sure = [pair for pair in sure if self._in_town(*pair)]
        return sure if len(sure) == 1 else []

    def _whole(self, match: Match) -> bool:
        """Within one segment, and with its partner printed where it needs one."""
        name = match.name
        if name.partner and not holds(self.printed.seq, name.partner, (match.start, match.end)):
            return False
        first, last = self.where[match.start], self.where[match.end - 1]
        return name.crosses or first == last or self._unbroken(first, last)

    def _unbroken(self, first: int, last: int) -> bool:
        """Within one segment, or with one comma beside a filler: ``University of, Science and Technology``."""
        cuts = self.printed.cuts(first, last)
        if cuts > 1:
            return False
        every = self.printed.every
        return cuts == 0 or any(
            self.printed.cuts(at, at + 1) and (every[at] in FILLERS or every[at + 1] in FILLERS)
            for at in range(first, last)
        )

    def _stands(self, match: Match, body: Institution) -> bool:
        name = match.name
        away = bool(self.countries) and body.country not in self.countries
        also = any(code in self.countries for code in _ALSO_HOME.get(body.country, ()))
        if away and not also and (name.kind != "a" or name.body < 0):
            return False
        if not self._itself(match, body):
            return False
        if name.kind in "ahw":
            return True
        if len(name.words) == 1 and not match.inner and not self._as_acronym(self.where[match.start]):
            return False
        if name.kind == "g" and holds(self.printed.seq, ["univ"], (match.start, match.end)):
            return False
        return self._second_fact(match, body)

    def _itself(self, match: Match, body: Institution) -> bool:
        """Whether nothing beside the name makes another body of it."""
        first, last = self.where[match.start], self.where[match.end - 1]
        own = frozenset(word for place in body.places for word in place)
        unit = (
            match.name.kind in "sgw" and match.name.body >= 0 and match.name.words[0] in ("inst", "ctr", "lab", "key")
        )
        return bool(match.inner) or not context.other_body(self.printed, first, last, own, unit)

    def _as_acronym(self, word: int) -> bool:
        """Whether the one word of a name is printed as a name: in capitals, or long and with a capital."""
        start, end = self.printed.places[word]
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
        start = self.printed.places[self.where[match.start]][0]
        end = self.printed.places[self.where[match.end - 1]][1]
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


def _institution(record: str) -> Institution:
    id_, name, country, ror, towns, flag = record.split("\t")
    spots = tuple(tuple(town.split(" ")) for town in towns.split(";") if town)
    return Institution(id_, name, country, ror or None, spots, flag == "unverified")


def _unglued(text: str) -> tuple[str, list[int], set[int]]:
    """*text* with a space between words that run together, for each sign its place in *text*, and where they were."""
    made: list[str] = []
    origin: list[int] = []
    cuts = {match.start() + 1 for match in _GLUED.finditer(text)}
    for at, sign in enumerate(text):
        if at in cuts:
            made.append(" ")
            origin.append(at)
        made.append(sign)
        origin.append(at)
    return "".join(made), origin, cuts
