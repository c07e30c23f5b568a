"""Which answers reach a finding. An answer never reaches what it does not name."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.answers.values import Answer
from askfirst_checks.kinds import INSTRUCTIONS, KINDS, NEGATIVE, OFFICE, OWN
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding, Ground, State, Subject
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

READING = ("own-assessment", "export-control-office")
"""Kinds that reach a finding without a measure: an author block that could not be read (AF901)"""

HERE = frozenset({"this repository", "dieses repository"})
"""What `work` says, normalised, when it means every manuscript beside the answer"""

MOST_PEOPLE = 30
"""authors of one institution that an answer names one by one"""

_SHOWN = 5

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


def verdict(
    finding: Finding,
    answers: Sequence[Answer],
    works: frozenset[str],
    today: str,
    document: str = "",
    content: str = "",
) -> Verdict:
    """Weigh *answers* for *finding*, on the date *today* (ISO).

    The work is known by *works*, its normalised names, and by *document*, its path in the tree of the answers;
    *content*, where given, is `assessment.content_of` the manuscript: an assessment of another content does not reach.
    """
    reaching: list[Answer] = []
    lapsed: list[Answer] = []
    near: list[tuple[Answer, Text]] = []
    for answer in answers:
        reason = falls_short(answer, finding, works, today, document, content)
        if reason is None:
            (lapsed if answer.ends < today else reaching).append(answer)
        elif touches(answer, finding.subject):
            near.append((answer, reason))
    given = [answer for answer in answers if _is_given(answer, finding, works, today, document)]
    waits = [answer for answer in reaching if _waits(answer, finding, given)]
    return _weigh(finding, reaching, lapsed, near, waits)


def _is_given(answer: Answer, finding: Finding, works: frozenset[str], today: str, document: str) -> bool:
    """Whether somebody else answered about this subject and work by *today*, whatever it says, ended or not."""
    if answer.kind in OWN or answer.outcome == "pending" or not "" < answer.answered <= today:
        return False
    return _names(answer, finding.subject) and is_of_work(answer, works, document)


def _waits(answer: Answer, finding: Finding, given: Sequence[Answer]) -> bool:
    """Whether it waits, for an answer or by instruction, and nothing newer among *given* has ended that.

    What ends it is of its kind, or enough of any kind; ended or not.
    """
    if answer.outcome not in ("pending", "hold"):
        return False
    if answer.outcome == "hold":
        newer = [each for each in given if each.answered > answer.answered and each.outcome != "hold"]
    else:
        newer = [each for each in given if each.answered >= answer.asked]
    decided = [each for each in newer if each.is_yes]
    return not any(each.kind == answer.kind for each in newer) and not (decided and _all_quiet(finding, decided))


def _weigh(
    finding: Finding,
    reaching: list[Answer],
    lapsed: list[Answer],
    near: list[tuple[Answer, Text]],
    waits: list[Answer],
) -> Verdict:
    """What says no outlasts every yes that is not newer; a yes that has ended is none."""
    against = [answer for answer in reaching if answer.is_no]
    newest = max((answer.answered for answer in against), default="")
    yes = [answer for answer in reaching if answer.is_yes and answer.answered > newest]
    no = () if yes else tuple(answer for answer in against if answer.outcome in NEGATIVE)
    if no:
        return Verdict("open", None, tuple(lapsed), no, tuple(near))
    if yes and _all_quiet(finding, yes):
        return Verdict("answered", max(yes, key=_firmness), tuple(lapsed), (), tuple(near))
    if waits:
        return Verdict(
            "pending", max(waits, key=lambda each: each.answered or each.asked), tuple(lapsed), (), tuple(near)
        )
    return Verdict("open", None, tuple(lapsed), (), (*near, *_halfway(finding, yes)))


def _firmness(answer: Answer) -> tuple[bool, str]:
    """A decision stands before an instruction, then what holds longest."""
    return answer.outcome != "go-ahead", answer.ends


def _all_quiet(finding: Finding, answers: list[Answer]) -> bool:
    """Every measure under the finding needs an answer of a kind that reaches it."""
    if not finding.grounds:
        return True
    return all(any(_reaches_ground(answer, ground) for answer in answers) for ground in finding.grounds)


def _halfway(finding: Finding, answers: list[Answer]) -> list[tuple[Answer, Text]]:
    """The answers that reach one measure under the finding and not another, each with the reason."""
    grounds = [each for each in finding.grounds if not any(_reaches_ground(answer, each) for answer in answers)]
    return [(answer, _short_of(answer, ground)) for answer in answers for ground in grounds[:1]]


def _reaches_ground(answer: Answer, ground: Ground) -> bool:
    if answer.kind == "not-this-institution":
        return True
    if answer.is_yes and answer.answered < ground.since:
        return False
    if answer.kind == OFFICE and answer.outcome in INSTRUCTIONS:
        return True
    return answer.kind in ground.quieted_by and (bool(answer.institutions) or ground.layer != "listing")


def falls_short(
    answer: Answer, finding: Finding, works: frozenset[str], today: str, document: str = "", content: str = ""
) -> Text | None:
    """Why *answer* does not reach *finding*, its end apart; None when it does."""
    if not _names(answer, finding.subject):
        return _who_is_missing(answer, finding.subject)
    if not is_of_work(answer, works, document):
        return (_MOVED if answer.document else _OTHER_WORK).fill(work=answer.work, document=answer.document)
    if answer.content and content and answer.content != content:
        return _CHANGED
    if answer.has_two_readings:
        return _TWO_READINGS
    if answer.outcome == "not-competent":
        return _NOT_COMPETENT
    if (answer.answered or answer.asked) > today:
        return _LATER.fill(day=answer.answered or answer.asked)
    if not _kind_reaches(answer, finding):
        return _short_of(answer, *finding.grounds[:1])
    return None


def is_of_work(answer: Answer, works: frozenset[str], document: str = "") -> bool:
    """Whether it is about the work: by one of its names, or by the path of its document."""
    return plain(answer.work) in works | HERE or bool(document and answer.place == document)


def _kind_reaches(answer: Answer, finding: Finding) -> bool:
    if answer.outcome == "pending" and answer.asked and answer.kind not in OWN:
        return True  # who has asked may say so, whoever decides in the end
    if not finding.grounds:
        return answer.kind in READING
    return any(_reaches_ground(answer, ground) for ground in finding.grounds)


def _short_of(answer: Answer, ground: Ground | None = None) -> Text:
    """Why its kind or its day does not reach the measure."""
    if answer.kind == "bafa-auskunft-gueterliste":
        return _GOODS
    if ground and answer.kind in ground.quieted_by and answer.answered < ground.since:
        return _NEWER.fill(day=ground.since, act=ground.act)
    return _OTHER_KIND.fill(kind=KINDS[answer.kind])


def _names(answer: Answer, subject: Subject) -> bool:
    """Whether it names the subject: each institution by id or as printed, and the people there.

    “Not this institution” reaches the printed words only. People or countries by themselves reach what has no
    institution and no printed words.
    """
    if answer.kind == "not-this-institution":
        return bool(subject.printed) and subject.printed in _printed(answer)
    if answer.countries and not set(subject.countries) <= set(answer.countries):
        return False
    if answer.people and not _people(answer, subject):
        return False
    if answer.institutions:
        return _institutions(answer, subject) and not _names_nobody(answer, subject)
    if subject.institutions or subject.printed:
        return False
    return bool(answer.people and subject.people) or bool(answer.countries and subject.countries)


def _names_nobody(answer: Answer, subject: Subject) -> bool:
    """Whether it would reach whoever joins later: no author is named, and there are no more than can be."""
    return not answer.people and 0 < len(subject.people) <= MOST_PEOPLE


def _people(answer: Answer, subject: Subject) -> bool:
    return bool(subject.people) and not _unnamed(answer, subject)


def _unnamed(answer: Answer, subject: Subject) -> list[str]:
    named = {plain(person) for person in answer.people}
    return [person for person in subject.people if plain(person) not in named]


def _institutions(answer: Answer, subject: Subject) -> bool:
    named = set(answer.institutions)
    if subject.printed and subject.printed in _printed(answer):
        return True
    rors = subject.rors or ("",) * len(subject.institutions)
    pairs = zip(subject.institutions, rors, strict=True)
    return bool(subject.institutions) and all(each in named or (ror and f"ror:{ror}" in named) for each, ror in pairs)


def _who_is_missing(answer: Answer, subject: Subject) -> Text:
    if not answer.institutions and answer.kind != "not-this-institution":
        return _OTHER_SUBJECT if not (subject.institutions or subject.printed) else _TOO_WIDE
    if answer.kind == "not-this-institution" or not _institutions(answer, subject):
        return _OTHER_SUBJECT
    if _names_nobody(answer, subject):
        return _NOBODY.fill(people=", ".join(subject.people[:_SHOWN]))
    if answer.people and (missing := _unnamed(answer, subject)):
        left = [person for person in answer.people if plain(person) not in set(map(plain, subject.people))]
        named = ", ".join((left or answer.people)[:_SHOWN])
        return _OTHER_PEOPLE.fill(named=named, missing=", ".join(missing[:_SHOWN]))
    return _OTHER_SUBJECT


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
_OTHER_PEOPLE = Text("it covers {named}, not {missing}", "sie gilt für {named}, nicht für {missing}")
_NOBODY = Text(
    "it names no authors, so it would cover whoever joins: name {people}",
    "sie nennt keine Autoren und gälte so für jeden, der dazukommt: {people} nennen",
)
_TOO_WIDE = Text(
    "it names no institution, so it would cover every other one: name the institution and its authors",
    "sie nennt keine Einrichtung und gälte so für jede andere: die Einrichtung und ihre Autoren nennen",
)
_MOVED = Text(
    "title changed and document moved: it is about “{work}” in {document}",
    "Titel geändert und Dokument verschoben: sie gilt für „{work}“ in {document}",
)
_NEWER = Text("it is older than the rule: {act}, since {day}", "sie ist älter als die Regel: {act}, seit {day}")
_OTHER_WORK = Text("it is about another work, “{work}”", "sie gilt für eine andere Arbeit, „{work}“")
_TWO_READINGS = Text(
    "its two readers differ: askfirst draft writes to your export-control office",
    "zwei haben es verschieden gelesen: askfirst draft schreibt an Ihre Exportkontrollstelle",
)
_CHANGED = Text(
    "title, abstract or funding have changed since the content was assessed",
    "Titel, Zusammenfassung oder Förderung haben sich seit dieser Einschätzung geändert",
)
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
