"""What the letter can fill in: from the report, the measures behind it, the answers, the profile and the offices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst.checking import Checked, Context
from askfirst.enquiry import offices
from askfirst.enquiry.values import Facts, Partner
from askfirst_checks.answers import Answer
from askfirst_checks.kinds import OWN
from askfirst_checks.model import Finding, Ground, Person, Report
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text

_LAYERS = ("country", "listing", "item", "assessment")
_NEVER = ("us-ofac", "us-csl", "ofac", "csl")
"""lists of US sanctions: they never enter a letter (Regulation (EC) No 2271/96)"""
_LISTS_OF = {
    "KP": ("un-1718-list", "eu-2017-1509-annex-xiii", "eu-2017-1509-annex-xv"),
    "IR": ("un-1737-list", "eu-267-2012-annex-viii", "eu-267-2012-annex-ix"),
    "RU": ("eu-269-2014-annex-i", "eu-833-2014-annex-iv"),
    "BY": ("eu-765-2006",),
}
_EARLIER = "AF501"
_OF_THIS_WORK = ("AF1", "AF2", "AF401")
"""rules about where the authors of the manuscript itself are"""
_HOMES = {"de": "DE", "at": "AT", "ch": "CH", "nl": "NL"}


def gather(
    checked: Checked,
    findings: Sequence[Finding],
    context: Context,
    answers: Iterable[Answer] = (),
    by: str = "",
) -> Facts:
    """The facts behind a letter about *findings* of *checked*; *by*: the author who writes, as printed."""
    report, policy = checked.outcome.report, context.policy
    related = _related(report, findings)
    grounds = _grounds(related)
    partners = _partners(policy, related)
    author = _writer(report, partners, context, by)
    own = _affiliations(report, author) if author else _shared_home(report, partners, context)
    name = by or (author.name if author else "")
    absent = _absent(policy, partners, grounds, report.today)
    return Facts(
        title=report.manuscript.title,
        abstract=report.manuscript.abstract,
        author=name,
        email=next((a.text for a in (author.addresses if author else ()) if a.kind == "email"), ""),
        own=own,
        partners=partners,
        others=_others(report, partners, own),
        funding=_once(n.text for n in report.manuscript.notes if n.kind in ("acknowledgement", "funding")),
        grounds=grounds,
        confidence={ground.measure: _confidence(policy, ground) for ground in grounds},
        titles=_titles(policy, grounds, absent),
        countries=_countries(policy, partners),
        not_found_on=absent,
        destinations=_countries(policy, _at_work(related, partners)),
        today=report.today,
        jurisdiction=report.jurisdiction,
        contact=context.profile.contact if context.profile else (),
        office=offices.lookup(own, offices.load()),
        answers=tuple(answer for answer in answers if _touches(answer, partners)),
        numbers=_numbers(report, findings),
        place=checked.outcome.place(report.manuscript.root),
    )


def _related(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """*findings*, and whatever else the report holds about the same words."""
    chosen = [finding for finding in findings if finding.grounds or finding.subject.printed]
    words = {finding.printed for finding in chosen if finding.grounds}
    more = [f for f in report.findings if f not in chosen and f.printed in words]
    return [each for finding in (*chosen, *more) for each in (finding, *finding.legs, *finding.also)]


def _grounds(findings: Iterable[Finding]) -> tuple[Ground, ...]:
    found = {g.measure: g for finding in findings for g in finding.grounds if not g.measure.startswith(_NEVER)}
    return tuple(sorted(found.values(), key=lambda ground: _rank(ground.layer)))


def _rank(layer: str) -> int:
    return _LAYERS.index(layer) if layer in _LAYERS else len(_LAYERS)


def _confidence(policy: Policy, ground: Ground) -> str:
    return policy.measure(ground.measure).confidence if ground.measure != "institution-profile" else "text-read"


def _partners(policy: Policy, findings: Iterable[Finding]) -> tuple[Partner, ...]:
    found: dict[str, Partner] = {}
    for finding in sorted(findings, key=lambda each: each.code == _EARLIER):
        if finding.grounds and finding.printed not in found:
            subject = finding.subject
            people = finding.people or subject.people
            listed = _listed(policy, subject.institutions, finding)
            before = finding.code == _EARLIER  # the affiliation may be a co-author's of then
            found[finding.printed] = Partner(
                finding.printed,
                () if before else people,
                finding.reads,
                subject.institutions,
                subject.countries,
                listed,
                people if before else (),
            )
    return tuple(found.values())


def _at_work(findings: Iterable[Finding], partners: Iterable[Partner]) -> list[Partner]:
    """The *partners* that an affiliation or an address of this manuscript names: no funder, no earlier work."""
    words = {finding.printed for finding in findings if finding.code.startswith(_OF_THIS_WORK)}
    return [partner for partner in partners if partner.printed in words]


def _listed(policy: Policy, institutions: Iterable[str], finding: Finding) -> tuple[tuple[str, str], ...]:
    named = {ground.measure for each in (finding, *finding.also) for ground in each.grounds}
    rows = [row for identifier in institutions for row in policy.listings(identifier) if row.measure in named]
    return tuple(dict.fromkeys((row.name, row.measure) for row in rows))


def _countries(policy: Policy, partners: Iterable[Partner]) -> dict[str, Text]:
    codes = dict.fromkeys(code for partner in partners for code in partner.countries)
    return {code: _inside(policy, code) for code in codes}


def _inside(policy: Policy, code: str) -> Text:
    if code in _INSIDE:
        return _INSIDE[code]
    return policy.countries[code].inside if code in policy.countries else _IN.fill(code=code)


_INSIDE = {
    "KP": Text("in the DPRK (North Korea)", "in der DVRK (Nordkorea)"),
    "CN": Text("in China", "in China"),
    "SY": Text("in Syria", "in Syrien"),
}
_IN = Text("in the country {code}", "im Land {code}")


def _absent(
    policy: Policy, partners: Iterable[Partner], grounds: Sequence[Ground], today: str
) -> tuple[tuple[Text, str], ...]:
    """Lists of the partners' countries that name no partner, with their dates."""
    if any(ground.layer == "listing" for ground in grounds):
        return ()
    known = [partner for partner in partners if partner.institutions]
    codes = dict.fromkeys(code for partner in known for code in partner.countries)
    measures = [name for code in codes for name in _LISTS_OF.get(code, ()) if name in policy.chosen]
    read = [policy.measure(name) for name in measures]
    return tuple((measure.act, measure.source) for measure in read if measure.holds(today))


def _titles(policy: Policy, grounds: Iterable[Ground], absent: Iterable[tuple[Text, str]]) -> dict[str, Text]:
    """The titles of sources that German words differently, by the English one."""
    wanted = {ground.source for ground in grounds} | {source for _, source in absent}
    known = (policy.measure(identifier) for identifier in policy.chosen)
    return {each.source: each.titled for each in known if each.source in wanted and each.source_de}


def _writer(report: Report, partners: Sequence[Partner], context: Context, by: str) -> Person | None:
    """The one author who can be the writer: named, else alone at home, else the corresponding author at home."""
    authors = report.manuscript.authors
    if by:
        return next((author for author in authors if author.name.casefold() == by.casefold()), None)
    home = _at_home(report, partners, context)
    marked = [author for author in home if author.corresponding]
    return home[0] if len(home) == 1 else marked[0] if len(marked) == 1 else None


def _at_home(report: Report, partners: Sequence[Partner], context: Context) -> list[Person]:
    abroad = {name for partner in partners for name in partner.people}
    code = _HOMES.get(report.jurisdiction, "")
    authors = [author for author in report.manuscript.authors if author.name not in abroad]
    return [author for author in authors if _is_in(code, _affiliations(report, author), context)]


def _is_in(code: str, printed: Iterable[str], context: Context) -> bool:
    return any(hit.code == code for text in printed for hit in context.resolver.resolve(text).countries)


def _affiliations(report: Report, author: Person) -> tuple[str, ...]:
    return tuple(report.manuscript.affiliations[index].text for index in author.affiliations)


def _shared_home(report: Report, partners: Sequence[Partner], context: Context) -> tuple[str, ...]:
    """The affiliations that all authors at home share, where nobody can be told to be the writer."""
    sets = {_affiliations(report, author) for author in _at_home(report, partners, context)}
    return next(iter(sets)) if len(sets) == 1 else ()


def _others(report: Report, partners: Iterable[Partner], own: Iterable[str]) -> tuple[str, ...]:
    told = {partner.printed for partner in partners} | set(own)
    return _once(each.text for each in report.manuscript.affiliations if each.text not in told)


def _touches(answer: Answer, partners: Iterable[Partner]) -> bool:
    """Whether somebody was asked about one of *partners*; what a person noted alone is nobody's answer."""
    return answer.kind not in OWN and any(
        set(answer.institutions) & {*partner.institutions, f"printed:{partner.printed}"}
        or set(answer.countries) & set(partner.countries)
        or set(answer.people) & set(partner.people)
        for partner in partners
    )


def _numbers(report: Report, findings: Sequence[Finding]) -> tuple[int, ...]:
    return tuple(number for number, finding in enumerate(report.questions, 1) if finding in findings) or (1,)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))
