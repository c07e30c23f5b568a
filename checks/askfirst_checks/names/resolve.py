"""What one printed affiliation or address resolves to."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import CountryHit, Evidence, InstitutionHit, Resolution, Strength
from askfirst_checks.names import domains, postcodes
from askfirst_checks.names.countries import find
from askfirst_checks.names.glued import parted
from askfirst_checks.names.lexicon import Meaning
from askfirst_checks.names.printed import Printed
from askfirst_checks.names.verdict import ASKED, PLAINLY, Fact, Verdict, decide, part_of, weigh
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.added import Added
    from askfirst_checks.names.institutions import Gazetteer
    from askfirst_checks.names.ror import RorIndex

_REMEMBERED = 50_000
_PRINTED = 50
"""weight from which a country's own name is printed as the last word on it: no other sign is looked for"""
_WEIGHT_OF_INSTITUTION = 25
_SHORT_WORD = 5
"""letters up to which a word in small letters may be one of many, too"""
_MOST = 300
"""names of one text that are weighed, half of them from its end: no real affiliation has a tenth of them"""
_LONGEST = 20_000
"""signs of one text that are read"""
_DIGIT_OR_AT = pattern("[0-9@]")
_KINDS = {"unit": "place", "town": "place", "body": "institution", "demonym": "country"}
_KINDS |= dict.fromkeys(("word", "tongue", "hint"), "note")


class Reading(NamedTuple):
    """All that one text gave, before it is told."""

    text: str
    facts: list[Fact]
    verdict: Verdict
    institutions: tuple[InstitutionHit, ...] = ()
    resembles: tuple[InstitutionHit, ...] = ()


class Resolver:
    """Resolves printed texts, and remembers what it resolved."""

    def __init__(self, ror_index: str | None = None, added: Added | None = None) -> None:
        self.ror_index = ror_index
        self.added = added
        self._known: dict[str, Resolution] = {}
        self._addresses: dict[str, Resolution] = {}
        self._gazetteer: Gazetteer | None = None

    def resolve(self, text: str) -> Resolution:
        """Countries and institutions of one printed affiliation. Empty tuples mean unknown."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = _told(self.read(text))
            if len(text) > _LONGEST:
                known = known._replace(text=text)
            self._known[text] = known
        return known

    def address(self, text: str) -> Resolution:
        """Country and institution of the domain of one e-mail or web address."""
        known = self._addresses.get(text)
        if known is None:
            if len(self._addresses) >= _REMEMBERED:
                self._addresses.clear()
            known = self._addresses[text] = self._address(text)
        return known

    def _address(self, text: str) -> Resolution:
        host = domains.host_of(text)
        if host is None:
            return Resolution(text)
        start = max(text.lower().rfind(host), 0)
        end = start + len(host)
        meaning = domains.country_of(host)
        facts = [Fact(start, end, meaning, 38, 0)] if meaning else []
        body = self.gazetteer.by_domain(host)
        hits: tuple[InstitutionHit, ...] = ()
        if body is not None:
            evidence = Evidence("domain", text[start:end], body.id, "strong", start, end)
            hits = (InstitutionHit(body.id, body.name, body.country, body.ror, (evidence,)),)
            facts.append(_fact_of(hits[0], text))
        return _told(Reading(text, facts, decide(facts), hits))

    @property
    def gazetteer(self) -> Gazetteer:
        """The listed institutions, loaded when first asked for."""
        if self._gazetteer is None:
            from askfirst_checks.names.institutions import Gazetteer

            self._gazetteer = Gazetteer(ror=self._opened_ror(), added=self.added)
        return self._gazetteer

    def _opened_ror(self) -> RorIndex | None:
        if self.ror_index is None:
            return None
        from askfirst_checks.names.ror import RorIndex

        return RorIndex(self.ror_index)

    def read(self, text: str) -> Reading:
        """Facts and verdict of one text, as `explain` shows them."""
        text = text[:_LONGEST]
        printed = Printed(text)
        facts = _facts(printed)
        verdict = decide(facts)
        if (verdict.weight < _PRINTED or _may_be_a_town(facts)) and _has_signs(text):
            facts, verdict = _with_signs(text, facts, verdict)
        if not verdict.codes:
            facts, verdict = _second_chance(text, facts, verdict)
        bare = len(facts) == 1 and facts[0].meaning.kind != "country" and _is_bare_acronym(text, printed)
        hits, resembles = self.gazetteer.find(text, printed, () if bare else verdict.codes)
        if bare and not hits and (resembles or text.islower()):
            verdict = Verdict((), 0)
        if hits:
            facts, verdict = _with_institutions(text, facts, verdict, hits)
        if len(facts) > 1 and (not verdict.codes or any(_outweighed(fact, verdict) for fact in facts)):
            from askfirst_checks.names.brought import brought

            verdict = brought(printed, facts, verdict)
        return Reading(text, facts, verdict, hits, resembles)


def _facts(printed: Printed) -> list[Fact]:
    hits = find(printed.every)
    if len(hits) > _MOST:
        hits = hits[: _MOST // 2] + hits[-_MOST // 2 :]
    return weigh(printed, hits) if hits else []


def _outweighed(fact: Fact, verdict: Verdict) -> bool:
    """Whether the fact speaks for a country that is asked about first, and the verdict does not."""
    strong = fact.meaning.strong
    return bool(strong) and strong[0] in ASKED and strong[0] not in verdict.codes


def _is_bare_acronym(text: str, printed: Printed) -> bool:
    """Whether the text is an acronym, and at most a number: ``JINR``, ``MIPT 2025``."""
    named = [at for at, word in enumerate(printed.every) if not word.isdigit()]
    if len(named) != 1:
        return False
    word = text[printed.start(named[0]) : printed.end(named[0])]
    return sum(map(str.isupper, word)) > max(1, sum(map(str.islower, word))) or len(word) <= _SHORT_WORD


def _may_be_a_town(facts: list[Fact]) -> bool:
    """Whether the country's name that is printed is a town's elsewhere: ``Lebanon, NH 03756``."""
    return any(fact.weight >= _PRINTED and fact.meaning.suggests for fact in facts)


def _has_signs(text: str) -> bool:
    return bool(_DIGIT_OR_AT.search(text)) or "://" in text or "www." in text


def _with_signs(text: str, facts: list[Fact], verdict: Verdict) -> tuple[list[Fact], Verdict]:
    """Addresses and postal codes beside the names. What stands inside an address is no name."""
    mail = domains.find(text)
    if mail:
        facts = [fact for fact in facts if not any(start <= fact.start < end for start, end, _ in mail)]
    signs = [(start, end, domains.country_of(host), 38) for start, end, host in mail[:_MOST]]
    codes = [(start, end, meaning, 42) for start, end, meaning in postcodes.find(text)[:_MOST]]
    more = [Fact(s, e, m, w if m.strong else 0, part_of(text, s)) for s, e, m, w in (*signs, *codes) if m is not None]
    if not more and not mail:
        return facts, verdict
    every = sorted(facts + more)
    return every, decide(every)


def _second_chance(text: str, facts: list[Fact], verdict: Verdict) -> tuple[list[Fact], Verdict]:
    glued = parted(text)
    if glued is None:
        return facts, verdict
    split, origin = glued
    again = [fact._replace(start=origin[fact.start], end=origin[fact.end - 1] + 1) for fact in _facts(Printed(split))]
    telling = [fact for fact in again if fact.meaning.kind in ("country", "place", "unit", "body")]
    decided = decide(telling)
    several_seams = len(split) > len(text) + 1  # one is a brand's: "LimmaTech"
    agreed = several_seams and len({fact.meaning.strong for fact in telling if fact.meaning.strong}) == 1
    return (again, decided) if decided.codes and (decided.weight >= PLAINLY or agreed) else (facts, verdict)


def _with_institutions(
    text: str, facts: list[Fact], verdict: Verdict, hits: tuple[InstitutionHit, ...]
) -> tuple[list[Fact], Verdict]:
    """The country of an institution counts where none is printed plainly, or in a list of several affiliations."""
    more = [_fact_of(hit, text) for hit in hits if hit.country]
    facts = [fact for fact in facts if not any(_within(fact, other) for other in more)]
    every = sorted(facts + more)
    if verdict.weight < _WEIGHT_OF_INSTITUTION:
        decided = decide(every)
        return every, decided if decided.codes else verdict
    if ";" in text:
        plain_parts = {fact.part for fact in facts if fact.weight >= PLAINLY}
        extra = tuple(fact.meaning.strong[0] for fact in more if fact.part not in plain_parts)
        return every, Verdict(tuple(dict.fromkeys(verdict.codes + extra)), verdict.weight)
    return every, verdict


def _within(fact: Fact, other: Fact) -> bool:
    """Whether the institution's name says again what a part of it said."""
    same_code = fact.meaning.kind == "body" and fact.meaning.strong == other.meaning.strong
    return same_code and other.start <= fact.start and fact.end <= other.end


def _fact_of(hit: InstitutionHit, text: str) -> Fact:
    evidence = hit.evidence[0]
    meaning = Meaning("body", (hit.country,), (), ())
    return Fact(
        evidence.start, evidence.end, meaning, _WEIGHT_OF_INSTITUTION, part_of(text, evidence.start), True, True
    )


def _told(reading: Reading) -> Resolution:
    text, facts = reading.text, reading.facts
    countries = tuple([CountryHit(code, _all_evidence(text, facts, code)) for code in reading.verdict.codes])
    undecided: tuple[Evidence, ...] = ()
    if not countries and facts:
        undecided = tuple(
            evidence
            for fact in facts
            for code in fact.meaning.strong + fact.meaning.weak
            if fact.weight
            for evidence in _all_evidence(text, [fact], code)
        )
    return Resolution(text, countries, reading.institutions, reading.resembles, undecided)


def _all_evidence(text: str, facts: list[Fact], code: str) -> tuple[Evidence, ...]:
    told = []
    for start, end, (kind, strong, weak, suggests), *_ in facts:
        if code in strong:
            strength: Strength = "strong"
        elif code in weak:
            strength = "weak"
        elif code in suggests:
            strength = "suggests"
        else:
            continue
        told.append(Evidence(_KINDS.get(kind, kind), text[start:end], code, strength, start, end))  # type: ignore[arg-type]
    return tuple(told)
