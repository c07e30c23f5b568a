"""The one way in: a manuscript, the measures, the answers and the date of the work, to a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from askfirst_checks.answers import Answers
from askfirst_checks.case import Case, Place, Resolves
from askfirst_checks.days import FRESH_DAYS, days_between
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Affiliation, Finding, Ground, Manuscript, Report, Resolution
from askfirst_checks.names.normalise import plain
from askfirst_checks.policy import Policy
from askfirst_checks.policy.touched import touched
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.policy.profile import Profile
    from askfirst_checks.topics import Hit

_plain = lru_cache(maxsize=2048)(plain)
RANK = {"stop": 0, "ask": 1, "note": 2}
LONG = 4000
"""Code points from which a printed text is resolved piece by piece"""
_OFFICE = Text("the export-control office of your institution", "die Exportkontrollstelle Ihrer Einrichtung")
_AS_SHARED = Text("{line} (says {file} of this repository)", "{line} (laut {file} dieses Repositoriums)")
_FIRST = {"AF101": 0, "AF201": 1}
_AGE = "AF902"


def check(
    manuscript: Manuscript,
    policy: Policy,
    answers: Answers,
    today: str,
    *,
    resolver: Resolves | None = None,
    profile: Profile | None = None,
    works: Sequence[str] = (),
) -> Report:
    """Judge *manuscript* at the date *today* (ISO).

    *works* are names under which an answer may know this work besides its title: a Zotero collection, say.
    Raises `BrokenData` when a data file of the policy cannot be relied on.
    """
    case = _case(manuscript, policy, answers, str(today), resolver or _resolver(), profile, tuple(works))
    findings = sorted(_findings(case), key=_order)
    return Report(
        manuscript,
        tuple(findings),
        case.today,
        policy.lists_of,
        policy.jurisdiction,
        _contact(policy, profile, findings),
        tuple(answer.path for answer in answers.all),
        _instructed(answers, findings),
        next(iter(policy.dates), None),
    )


def _case(
    manuscript: Manuscript,
    policy: Policy,
    answers: Answers,
    today: str,
    resolver: Resolves,
    profile: Profile | None,
    works: tuple[str, ...],
) -> Case:
    def matters(resolution: Resolution) -> bool:
        own = profile.countries if profile else {}
        if any(hit.code in own for hit in resolution.countries) or touched(policy, resolution):
            return True
        return _is_watched(profile, resolution)

    def judge(place: Place) -> list[Finding]:
        return sorted(_ask(("1", "2"), place, case), key=_strength) if matters(place.resolution) else []

    affiliations = _places(manuscript, manuscript.affiliations, resolver)
    notes = _places(manuscript, manuscript.notes, resolver)
    case = Case(
        manuscript, policy, profile, today, answers, works, resolver, affiliations, notes, judge=judge, matters=matters
    )
    return case


def _is_watched(profile: Profile | None, resolution: Resolution) -> bool:
    if profile is None or not profile.watched:
        return False
    from askfirst_checks.watched import watched_in

    return bool(watched_in(profile, resolution))


def _resolver() -> Resolves:
    from askfirst_checks.names.resolve import Resolver

    return Resolver()


def _places(manuscript: Manuscript, printed: Iterable[Affiliation], resolver: Resolves) -> tuple[Place, ...]:
    """The distinct texts, each resolved once: a collaboration prints the same ones hundreds of times."""
    groups: dict[tuple[str, str], list[Affiliation]] = {}
    for each in printed:
        groups.setdefault((_plain(each.text) if len(each.text) < LONG else plain(each.text), each.kind), []).append(
            each
        )
    return tuple(_place(manuscript, group, resolver) for group in groups.values())


def _place(manuscript: Manuscript, group: list[Affiliation], resolver: Resolves) -> Place:
    owners = dict.fromkeys(owner for each in group for owner in each.owners if owner < len(manuscript.authors))
    spans = tuple(dict.fromkeys(each.span for each in group))
    people = tuple(dict.fromkeys(manuscript.authors[owner].name for owner in sorted(owners)))
    return Place(group[0].text, group[0].kind, spans, people, _resolved(resolver, group[0].text))


def _resolved(resolver: Resolves, text: str) -> Resolution:
    if len(text) <= LONG:
        return resolver.resolve(text)
    from askfirst_checks.long_texts import resolve

    return resolve(resolver, text)


def _findings(case: Case) -> list[Finding]:
    found = [finding for place in case.affiliations for finding in case.judge(place)]
    found += _ask(("3", "4", "5") if _has_traces(case) else ("3", "5"), case)
    found += _ask(("9",), case) if case.manuscript.problems or case.manuscript.passages else _age_of_lists(case)
    if not case.answers.all and all(each.code == _AGE for each in found):
        return _about_content(case, found)
    findings = _as_the_house_asks(case, grouped(_answered(case, found)))
    return _about_content(case, findings)


def _about_content(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, and beside an open question what the work itself is about (AF601)."""
    asked = case.profile.topics if case.profile else ""
    is_open = any(each.level != "note" and each.state != "answered" and each.grounds for each in findings)
    if asked == "never" or (not is_open and asked != "always"):
        return findings
    notes = _ask(("6",), case)
    named = tuple(hit for note in notes for hit in note.topics if hit.strength == "named")
    return [*(_concrete(each, named) for each in findings), *notes]


def _concrete(finding: Finding, named: tuple[Hit, ...]) -> Finding:
    """A question that turns on the content (AF103), with what the text names."""
    if finding.code != "AF103" or finding.level == "note" or not named:
        return finding
    from askfirst_checks.rules.af601_topic_of_the_work import named_in

    reads = named_in(named)
    question = Text(f"{finding.question.en} {reads.en}", f"{finding.question.de} {reads.de}")
    return finding._replace(question=question)


def _as_the_house_asks(case: Case, findings: list[Finding]) -> list[Finding]:
    if case.profile is None:
        return findings
    from askfirst_checks import house_rules

    return house_rules.apply(case, findings)


def _ask(digits: tuple[str, ...], *given: object) -> list[Finding]:
    from askfirst_checks import rules

    return [finding for rule in rules.family(*digits) for finding in rule.ask(*given)]


def _answered(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings with their state, followed by what the answers themselves raise (AF7xx)."""
    works, content = case.names_of_work, case.content
    judged = [_judged(case, finding, works, content) for finding in findings]
    return [each.finding for each in judged] + _ask(("7",), case, judged)


def _judged(case: Case, finding: Finding, works: frozenset[str], content: str) -> Judged:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.answers.reach import verdict as weigh

    verdict = weigh(finding, case.answers.all, works, case.today, case.manuscript.root, content)
    path = verdict.answer.path if verdict.answer else ""
    return Judged(finding._replace(state=verdict.state, answer=path), verdict)


def _instructed(answers: Answers, findings: list[Finding]) -> tuple[Text, ...]:
    """One line for each written go-ahead of the office under which a stop is quiet."""
    if not any(answer.outcome == "go-ahead" for answer in answers.all):
        return ()
    from askfirst_checks.rules.about_answers import instructed

    return instructed(answers.all, findings)


def grouped(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for one printed text: the strongest open rule speaks, the others and the legs stand under it."""
    groups: dict[str, list[Finding]] = {}
    for number, finding in enumerate(findings):
        groups.setdefault(finding.subject.printed or f"#{number}", []).append(finding)
    return [finding for group in groups.values() for finding in _with_legs(sorted(group, key=_strength))]


_RECORDED = ("AF706", "AF702", "AF703")
"""Rules whose question follows on what is recorded already: who has asked is not asked again whether they have"""


def _merged(group: list[Finding]) -> Finding:
    first, *others = group
    if not others:
        return first
    follow = (each for code in _RECORDED for each in others if each.code == code and each.subject == first.subject)
    question = next((each.question for each in follow), first.question)
    return first._replace(also=tuple(others), question=question)


def _with_legs(group: list[Finding]) -> list[Finding]:
    """One finding with its open legs under it; apart from it where one of the two is answered."""
    apart = [each for each in group if _asks_apart(each)]
    rest = [each for each in group if each not in apart]
    if not rest or not apart:
        return [_merged(group)]
    if any(each.level != "note" and each.state != "answered" and not _is_about_answers(each) for each in rest):
        opened = tuple(each for each in apart if each.state != "answered")
        return [_merged(rest)._replace(legs=opened), *(each for each in apart if each not in opened)]
    follow = [each for each in rest if _is_about_answers(each)]
    rest = [each for each in rest if each not in follow]
    return [*([_merged(rest)] if rest else []), _merged(sorted([*apart, *follow], key=_strength))]


def _is_about_answers(finding: Finding) -> bool:
    return finding.code.startswith("AF7")


def _asks_apart(finding: Finding) -> bool:
    """Whether a measure under *finding* asks a question of its own beside the strongest rule."""
    return finding.level != "note" and any(ground.separate for ground in finding.grounds)


def _strength(finding: Finding) -> tuple[bool, int, int, str]:
    """Open questions first, by level; at one level the suspension, then a list that names the institution."""
    quiet = finding.level == "note" or finding.state == "answered"
    return quiet, RANK[finding.level], _FIRST.get(finding.code, len(_FIRST)), finding.code


def _order(finding: Finding) -> tuple[bool, str, int, int, str, str]:
    """As in the source; what is about the lists comes last."""
    span = finding.span
    return finding.code == _AGE, span.file, span.line, span.column, finding.code, finding.subject.printed


def _has_traces(case: Case) -> bool:
    if any(case.matters(note.resolution) or case.names_funder(note.text) for note in case.notes):
        return True
    if any(case.matters(case.resolver.address(each.text)) for each in case.manuscript.all_addresses()):
        return True
    references = (each for bibliography in case.manuscript.bibliographies for each in bibliography.references)
    return any(case.matters(case.resolver.resolve(each.text)) for work in references for each in work.affiliations)


def _age_of_lists(case: Case) -> list[Finding]:
    """The note on old lists alone: a manuscript without anything to ask loads no other rule."""
    oldest = next(iter(case.policy.dates), None)
    if oldest is None or days_between(oldest.as_of, case.today) < FRESH_DAYS:
        return []
    from askfirst_checks.rules.af902_stale_lists import ask

    return list(ask(case))


def _contact(policy: Policy, profile: Profile | None, findings: list[Finding]) -> tuple[Text, ...]:
    """Whom to ask: the institution's own office, and the authority where a question rests on law."""
    own = _own_contact(profile) if profile else ()
    asked = [f for f in findings if f.level != "note" and f.state != "answered"]
    spoken = (each for finding in asked for each in (finding, *finding.also, *finding.legs))
    grounds = [ground for each in spoken for ground in each.grounds]
    if any(map(_is_law, grounds)):
        return (*own, *policy.authority)
    return own or ((_OFFICE,) if grounds else ())


def _own_contact(profile: Profile) -> tuple[Text, ...]:
    """The lines of the profile's contact; those that a repository gives are marked as such."""
    if not profile.contact_of or not profile.contact:
        return profile.contact
    first, *rest = profile.contact
    return (_AS_SHARED.fill(line=first, file=profile.contact_of), *rest)


def _is_law(ground: Ground) -> bool:
    """Whether an act binds here: no assessment, no rule of a house, no recommendation that the house decides about."""
    if ground.layer == "assessment" or ground.measure == "institution-profile":
        return False
    if ground.quieted_by == ("state-decision",):
        return False  # paragraph 11 is for the State to decide: no authority for items is named for it
    return ground.layer != "country" or "export-control-office" not in ground.quieted_by
