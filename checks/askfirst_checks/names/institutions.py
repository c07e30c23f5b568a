"""Institutions in a printed affiliation, by whole names: listed ones, and well-known bodies of restricted countries."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Evidence, InstitutionHit
from askfirst_checks.names import signs
from askfirst_checks.names.judging import Glued, Institution, Judge, Reason
from askfirst_checks.names.matching import ByAnchor, Match, Name, found, parsed
from askfirst_checks.names.near import Nearby, resembling
from askfirst_checks.names.printed import Printed
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.added import Added
    from askfirst_checks.names.ror import RorIndex

_INDEX = os.path.join(os.path.dirname(__file__), "data", "institutions.index")
_REMEMBERED = 40_000
_FEW_WORDS = 6
"""words of a text in which an acronym alone says something"""
_SHORTEST_GLUED = 8
_MOST_NAMES = 300
"""of one text: no affiliation or acknowledgement has as many, and hostile ones are bounded"""
GLUED = pattern(r"[A-Z](?<=[a-z][A-Z])")


class Gazetteer:
    """The reviewed list, loaded once. *index* is the path of a file that `names.build.institutions` wrote.

    With *ror* it knows the institutions of that index as well: they are found beside the listed ones, under the id
    ``ror:`` and nine characters, and where theirs is the longer name they silence a listed one. *added* are bodies of
    lists that the user brought up to date.
    """

    def __init__(self, index: str = _INDEX, ror: RorIndex | None = None, added: Added | None = None) -> None:
        with open(index, encoding="utf-8") as file:
            records, hosts, self._vocabulary, names = file.read().rstrip("\n").split("\n\n")
        lines = names.split("\n")
        self._raw = dict(zip(lines[::2], lines[1::2], strict=True))
        records = added.join(self._raw, records) if added else records
        self._keys = self._raw.keys()
        self._by_anchor = ByAnchor(self._named, None if ror else self._keys, _REMEMBERED)
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

    def _named(self, anchor: str) -> tuple[Name, ...]:
        """The names of *anchor* in the list and in the ROR index."""
        return self.get(anchor) + self._ror.get(anchor) if self._ror else self.get(anchor)

    def _without_listed(self, matches: list[Match]) -> list[Match]:
        """Without the ROR index's names of listed bodies: those are the reviewed list's business."""
        ror = self._ror
        if ror is None or not matches:
            return matches
        if not self._listed:
            self._listed = {record.split("\t")[3] for record in self._records}
        return [m for m in matches if m.name.body >= 0 or ror.organisation(m.name.body).ror not in self._listed]

    def part_of(self, number: int, ror: str | None) -> bool:
        """Whether record *number* of the ROR index is a part of the body with the id *ror*."""
        return self._ror is not None and number < 0 and ror in self._ror.organisation(number).parents

    def all(self) -> list[Institution]:
        """Every body of the list, in its order."""
        return [_institution(record) for record in self._records]

    @property
    def nearby(self) -> Nearby:
        """The long words of all names, made when first asked for."""
        if self._nearby is None:
            self._nearby = Nearby(self._vocabulary.split(" "))
        return self._nearby

    def every_name(self, codes: Collection[str]) -> Iterator[Name]:
        """Every spelling of the list, and of the ROR index those of bodies in *codes* (ISO 3166-1 alpha-2)."""
        for anchor in self._keys:
            yield from self.get(anchor)
        if self._ror is not None:
            yield from self._ror.names_in(codes)

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
        self, text: str, printed: Printed | None, countries: Collection[str] = ()
    ) -> tuple[tuple[InstitutionHit, ...], tuple[InstitutionHit, ...]]:
        """The bodies that *text* names, and those that it only resembles.

        *printed* is the text taken apart, if that is at hand; *countries* are the ISO codes that its other words
        decide for. A name that needs a second fact finds it in *countries*, in its own town, or in a phrase of its
        country; a printed other country silences all but the names that decide alone.
        """
        printed = printed or Printed(text)
        hits = self._find(printed, countries)
        return hits, () if hits else self._resembling(printed, countries) or self._bare(printed, countries)

    def _bare(self, printed: Printed, countries: Collection[str]) -> tuple[InstitutionHit, ...]:
        """The one body that an acronym means which fills a segment, where no country is decided: ``MIPT``."""
        if countries or len(printed.every) > _FEW_WORDS:
            return ()
        matches = self.matches(printed)
        return tuple(Judge(self, printed, countries, None).acronyms(matches)) if matches else ()

    def set_aside(self, text: str, countries: Collection[str]) -> list[tuple[int, int, str, Reason]]:
        """The names of bodies that stand in *text* and name none: start, end, id, and why not.

        *countries* as for `find`, whose hits are left out.
        """
        printed = Printed(text)
        matches = self.matches(printed)[:_MOST_NAMES]
        judge = Judge(self, printed, countries, None)
        named = {hit.id for hit in judge.judge(matches)}
        found: dict[str, tuple[int, int, str, Reason]] = {}
        for match in matches:
            body = self.institution(match.name.body)
            if match.name.kind not in "nx" and body.id not in named:
                start, end = printed.start(printed.where[match.start]), printed.end(printed.where[match.end - 1])
                found.setdefault(body.id, (start, end, body.id, judge.reason(match, matches)))
        return list(found.values())

    def _resembling(self, printed: Printed, countries: Collection[str]) -> tuple[InstitutionHit, ...]:
        """Bodies whose name the text has but for a letter in a long word, unless another country is printed."""
        nearby = self.nearby
        if not nearby.any_like(printed.every):
            return ()
        matches = self._without_listed(found(printed.seq, self._by_anchor))
        for at, word in enumerate(printed.seq):
            for anchor in (word, *nearby.like(word)):
                near = (resembling(printed.seq, at, name, nearby) for name in self.get(anchor) if name.kind in "ahn")
                matches += [match for match in near if match is not None]
        return tuple(Judge(self, printed, countries, None).suggest(matches[:_MOST_NAMES])) if matches else ()

    def _find(self, printed: Printed, countries: Collection[str]) -> tuple[InstitutionHit, ...]:
        hits = self._in(printed, countries, None)
        if GLUED.search(printed.text):
            split, origin, cuts = unglued(printed.text)
            again = Printed(split)
            seen = {hit.id for hit in hits}
            whole = list(hits)
            hits += [
                hit
                for hit in self._in(again, countries, (printed.text, origin))
                if hit.id not in seen and _spans_a_seam(hit.evidence[0], cuts) and not _inside(hit, whole)
            ]
        return tuple(hits)

    def _in(self, printed: Printed, countries: Collection[str], glued: Glued | None) -> list[InstitutionHit]:
        matches = self.matches(printed)
        return Judge(self, printed, countries, glued).judge(matches[:_MOST_NAMES]) if matches else []

    def matches(self, printed: Printed) -> list[Match]:
        """All names that stand in the text, before anything is judged."""
        seq = printed.seq
        matches = self._without_listed(found(seq, self._by_anchor))
        if not printed.text.isascii():
            keys = self._keys & signs.runs(seq)
            if keys:
                matches += signs.found(seq, self, keys)
        return matches


def _institution(record: str) -> Institution:
    id_, name, country, ror, towns, flag = record.split("\t")
    spots = tuple(tuple(town.split(" ")) for town in towns.split(";") if town)
    return Institution(id_, name, country, ror or None, spots, flag == "unverified")


def unglued(text: str) -> tuple[str, list[int], set[int]]:
    """*text* with a space between words that run together, for each sign its place in *text*, and where they were."""
    made: list[str] = []
    origin: list[int] = []
    cuts = {match.start() for match in GLUED.finditer(text)}
    for at, sign in enumerate(text):
        if at in cuts:
            made.append(" ")
            origin.append(at)
        made.append(sign)
        origin.append(at)
    return "".join(made), origin, cuts


def _spans_a_seam(evidence: Evidence, cuts: Collection[int]) -> bool:
    """Whether the words would not stand there but for a seam; an acronym cut out of a word ("shARIf") is none."""
    if len(evidence.words) < _SHORTEST_GLUED:
        return False
    return any(evidence.start <= cut <= evidence.end for cut in cuts)


def _inside(hit: InstitutionHit, others: list[InstitutionHit]) -> bool:
    """Whether the words of *hit* stand within those of another: what is read as printed comes first."""
    start, end = hit.evidence[0].start, hit.evidence[0].end
    return any(each.evidence[0].start <= start and end <= each.evidence[0].end for each in others)
