"""Which answers reach a finding. An answer never reaches what it does not name."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.answers.values import Answer
from askfirst_checks.kinds import KINDS, NEGATIVE, POSITIVE
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding, State, Subject
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

READING = ("own-assessment", "export-control-office")
"""Kinds that reach a finding without a measure: an author block that could not be read (AF901)"""

HERE = frozenset({"this repository", "dieses repository"})
"""What `work` says, normalised, when it means every manuscript beside the answer"""

PRINTED = "printed:"
"""Prefix under which an answer names a printed affiliation, where no institution is known"""


class Verdict(NamedTuple):
    """What the answers say to one finding."""

    state: State = "open"
    answer: Answer | None = None
    """the one that answers it, or is pending"""
    lapsed: tuple[Answer, ...] = ()
    """would reach it, and ended before the date of the work"""
    negative: tuple[Answer, ...] = ()
    """reach it and say no, and nothing later says otherwise"""
    near: tuple[tuple[Answer, Text], ...] = ()
    """touch it and do not reach it, each with the reason"""


class Judged(NamedTuple):
    """A finding and what the answers say to it: what the rules about answers look at."""

    finding: Finding
    verdict: Verdict


def verdict(finding: Finding, answers: Sequence[Answer], works: frozenset[str], today: str) -> Verdict:
    """Weigh *answers* for *finding*, on the date *today* (ISO); *works* are the normalised names of this work."""
    reaching: list[Answer] = []
    lapsed: list[Answer] = []
    near: list[tuple[Answer, Text]] = []
    for answer in answers:
        reason = falls_short(answer, finding, works, today)
        if reason is None:
            (lapsed if answer.ends < today else reaching).append(answer)
        elif touches(answer, finding.subject):
            near.append((answer, reason))
    return _weigh(finding, reaching, lapsed, near)


def _weigh(finding: Finding, reaching: list[Answer], lapsed: list[Answer], near: list[tuple[Answer, Text]]) -> Verdict:
    yes = [answer for answer in reaching if answer.outcome in POSITIVE]
    last = max((answer.answered for answer in yes), default="")
    no = tuple(answer for answer in reaching if answer.outcome in NEGATIVE and answer.answered >= last)
    waits = [answer for answer in reaching if answer.outcome == "pending"]
    if no:
        return Verdict("open", None, tuple(lapsed), no, tuple(near))
    if yes and _all_quiet(finding, yes):
        return Verdict("answered", max(yes, key=lambda each: each.ends), tuple(lapsed), (), tuple(near))
    if waits:
        return Verdict("pending", waits[-1], tuple(lapsed), (), tuple(near))
    return Verdict("open", None, tuple(lapsed), (), tuple(near))


def _all_quiet(finding: Finding, answers: list[Answer]) -> bool:
    """Every measure under the finding needs an answer of a kind that reaches it."""
    if not finding.grounds:
        return True
    return all(any(_reaches_ground(a, g.layer, g.quieted_by) for a in answers) for g in finding.grounds)


def _reaches_ground(answer: Answer, layer: str, quieted_by: tuple[str, ...]) -> bool:
    if answer.kind == "not-this-institution":
        return True
    return answer.kind in quieted_by and (bool(answer.institutions) or layer != "listing")


def falls_short(answer: Answer, finding: Finding, works: frozenset[str], today: str) -> Text | None:
    """Why *answer* does not reach *finding*, its end apart; None when it does."""
    if not _names(answer, finding.subject):
        return _OTHER_SUBJECT
    if plain(answer.work) not in works | HERE:
        return _OTHER_WORK.fill(work=answer.work)
    if answer.outcome == "not-competent":
        return _NOT_COMPETENT
    if answer.answered > today:
        return _LATER.fill(day=answer.answered)
    if not _kind_reaches(answer, finding):
        return _GOODS if answer.kind == "bafa-auskunft-gueterliste" else _OTHER_KIND.fill(kind=KINDS[answer.kind])
    return None


def _kind_reaches(answer: Answer, finding: Finding) -> bool:
    if not finding.grounds:
        return answer.kind in READING
    return any(_reaches_ground(answer, ground.layer, ground.quieted_by) for ground in finding.grounds)


def _names(answer: Answer, subject: Subject) -> bool:
    """Whether it names the subject: each institution by id or as printed; else the people; else the countries."""
    if answer.countries and not set(subject.countries) <= set(answer.countries):
        return False
    if answer.people and not _people(answer, subject):
        return False
    if answer.institutions:
        return _institutions(answer, subject)
    return bool(answer.people and subject.people) or bool(answer.countries and subject.countries)


def _people(answer: Answer, subject: Subject) -> bool:
    named = {plain(person) for person in answer.people}
    return bool(subject.people) and all(plain(person) in named for person in subject.people)


def _institutions(answer: Answer, subject: Subject) -> bool:
    named = set(answer.institutions)
    if subject.printed and subject.printed in _printed(answer):
        return True
    rors = subject.rors or ("",) * len(subject.institutions)
    pairs = zip(subject.institutions, rors, strict=True)
    return bool(subject.institutions) and all(each in named or (ror and f"ror:{ror}" in named) for each, ror in pairs)


def _printed(answer: Answer) -> set[str]:
    """The printed affiliations that the answer names, normalised."""
    return {plain(each[len(PRINTED) :]) for each in answer.institutions if each.startswith(PRINTED)}


def touches(answer: Answer, subject: Subject) -> bool:
    """Whether the answer is about something of the subject, without necessarily reaching it."""
    institutions = {*subject.institutions, *(f"ror:{ror}" for ror in subject.rors if ror)}
    people = {plain(person) for person in subject.people}
    return bool(
        institutions & set(answer.institutions)
        or subject.printed in _printed(answer)
        or set(subject.countries) & set(answer.countries)
        or people & {plain(person) for person in answer.people}
    )


_OTHER_SUBJECT = Text(
    "it does not name this institution, these people or this country",
    "sie nennt diese Einrichtung, diese Personen oder dieses Land nicht",
)
_OTHER_WORK = Text("it is about another work, “{work}”", "sie gilt für eine andere Arbeit, „{work}“")
_NOT_COMPETENT = Text(
    "it says that the authority asked is not competent", "sie besagt, dass die angefragte Stelle nicht zuständig ist"
)
_LATER = Text("it is dated {day}, after the date of this work", "sie ist vom {day}, nach dem Datum dieser Arbeit")
_OTHER_KIND = Text(
    "{kind}: that alone does not decide this question", "{kind}: das allein entscheidet diese Frage nicht"
)
_GOODS = Text(
    "it says only whether goods are on a list, and nothing about an affiliation",
    "sie sagt nur, ob Güter auf einer Liste stehen, und nichts über eine Affiliation",
)
