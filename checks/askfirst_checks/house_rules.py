"""What an institution's profile changes in the findings: its own questions, and its way with large collaborations."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding
    from askfirst_checks.policy.profile import Profile


def apply(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings as the profile of *case* asks for them."""
    profile = case.profile
    if profile is None:
        return findings
    if profile.large != "each" and len(case.manuscript.authors) >= profile.large_from:
        findings = _once(findings) if profile.large == "once" else [_quieted(finding) for finding in findings]
    return [_with_questions(finding, profile) for finding in findings]


def _quieted(finding: Finding) -> Finding:
    """*finding* and its legs, quieter; a leg that is a note asks nothing, and stands under it as further evidence."""
    legs = [_quieter(leg) for leg in finding.legs]
    notes = tuple(leg for leg in legs if leg.level == "note")
    kept = tuple(leg for leg in legs if leg.level != "note")
    return _quieter(finding)._replace(legs=kept, also=(*finding.also, *notes))


def _quieter(finding: Finding) -> Finding:
    """An ask of the affiliation rules as a note; a stop stays: no profile decides about it."""
    if finding.level != "ask" or finding.code[2] not in "1234":
        return finding
    return finding._replace(level="note")


def _once(findings: list[Finding]) -> list[Finding]:
    """One finding for each institution (or country, where none is known) and rule, the other places under it."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        about = finding.subject.institutions or finding.subject.countries
        alike = (finding.code, finding.state, about) if about and finding.code[2] in "1234" else number
        groups.setdefault(alike, []).append(finding)
    return [_joined(group) for group in groups.values()]


def _joined(group: list[Finding]) -> Finding:
    first = group[0]
    spans = [span for each in group for span in (each.span, *each.elsewhere)][1:]
    people = dict.fromkeys(person for each in group for person in each.people)
    legs = tuple(
        _joined([other for each in group for other in each.legs if other.code == leg.code]) for leg in first.legs
    )
    return first._replace(elsewhere=tuple(spans), people=tuple(people), legs=legs)


def _with_questions(finding: Finding, profile: Profile) -> Finding:
    if finding.level == "note" or finding.code[2] not in "1234":
        return finding
    own = [
        question.text
        for question in profile.questions
        if not question.countries or set(question.countries) & set(finding.subject.countries)
    ]
    if not own:
        return finding
    asked = [finding.question, *own]
    return finding._replace(question=Text(" ".join(text.en for text in asked), " ".join(text.de for text in asked)))
