"""An answer never covers what it does not name."""

from __future__ import annotations

import pytest
from hypothesis import assume, event, find, given, settings
from hypothesis import strategies as st
from tests.checks.conftest import line

from askfirst_checks.answers.reach import verdict
from askfirst_checks.answers.values import Answer
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.model import Finding, Ground, Subject
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import same

TODAY = "2026-11-23"
INSTITUTIONS = ("kp-one", "kp-two", "ir-three")
RORS = {"kp-one": "01aaaaaaa", "kp-two": "", "ir-three": "03ccccccc"}
COUNTRIES = ("KP", "IR")
PEOPLE = ("A. One", "B. Two", "C. Three")
WORKS = ("This work", "That work", "this repository")
PRINTED = ("institute one city", "institute two city")
DAYS = st.sampled_from(["2025-01-01", "2026-01-01", "2026-11-23", "2026-11-24", "2027-11-23"])

some = {"max_size": 2, "unique": True}
answers = st.builds(
    Answer,
    st.just("a.toml"),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(sorted(OUTCOMES)),
    answered=DAYS,
    valid_until=st.one_of(st.just(""), DAYS),
    institutions=st.lists(
        st.sampled_from([*INSTITUTIONS, "ror:01aaaaaaa", *(f"printed:{text}" for text in PRINTED)]), **some
    ).map(tuple),
    people=st.lists(st.sampled_from(PEOPLE), **some).map(tuple),
    countries=st.lists(st.sampled_from(COUNTRIES), **some).map(tuple),
    work=st.sampled_from(WORKS),
)
subjects = st.builds(
    lambda ids, countries, people, printed: Subject(
        tuple(ids), tuple(countries), tuple(people), tuple(RORS[each] for each in ids), printed
    ),
    st.lists(st.sampled_from(INSTITUTIONS), **some),
    st.lists(st.sampled_from(COUNTRIES), **some),
    st.lists(st.sampled_from(PEOPLE), **some),
    st.sampled_from([*PRINTED, ""]),
)
LAYERS = {
    "country": ("state-decision",),
    "listing": ("bafa-nullbescheid", "bafa-licence", "export-control-office"),
    "item": ("own-assessment", "bafa-nullbescheid"),
    "assessment": ("own-assessment",),
}


def ground(layer: str) -> Ground:
    return Ground(layer, layer, same("act"), "", same("says"), "source", "", LAYERS[layer])


findings = st.builds(
    lambda subject, layers: Finding(
        "AF000",
        same("x"),
        "stop",
        line(1),
        "x",
        same("x"),
        same("?"),
        subject,
        subject.people,
        tuple(map(ground, layers)),
    ),
    subjects,
    st.lists(st.sampled_from(sorted(LAYERS)), min_size=1, max_size=3, unique=True),
)


@st.composite
def findings_with_answers(draw: st.DrawFn) -> tuple[Finding, list[Answer]]:
    """A finding with answers that mostly fit it: each has up to three of its fields from another answer."""
    finding = draw(findings)
    subject = finding.subject
    fitting = Answer(
        "a.toml",
        draw(st.sampled_from(finding.grounds[0].quieted_by)),
        "no-licence-needed",
        answered="2026-01-01",
        valid_until="2027-01-01",
        institutions=subject.institutions or (f"printed:{subject.printed}",),
        people=subject.people,
        work="This work",
    )
    recorded = [fitting._replace(kind=kind) for each in finding.grounds for kind in each.quieted_by[:1]]
    for number in range(len(recorded)):
        other = draw(answers)
        for field in draw(st.lists(st.sampled_from(Answer._fields[1:]), max_size=2)):
            recorded[number] = recorded[number]._replace(**{field: getattr(other, field)})
    return finding, recorded


def names(answer: Answer, subject: Subject) -> bool:
    """The rule in the words of the design, apart from the code: every institution, or the printed text itself,
    or, where the answer names no institution, every person or country; and nothing beyond what it lists."""
    if answer.kind == "not-this-institution":
        return bool(subject.printed) and f"printed:{subject.printed}" in answer.institutions
    if answer.people and not (subject.people and set(subject.people) <= set(answer.people)):
        return False
    if answer.countries and not set(subject.countries) <= set(answer.countries):
        return False
    if answer.institutions:
        if subject.people and not answer.people:
            return False
        by_id = [
            each in answer.institutions or (bool(ror) and f"ror:{ror}" in answer.institutions)
            for each, ror in zip(subject.institutions, subject.rors, strict=True)
        ]
        return (bool(by_id) and all(by_id)) or f"printed:{subject.printed}" in answer.institutions
    if subject.institutions or subject.printed:
        return False
    return bool(answer.people) or bool(answer.countries and subject.countries)


@settings(max_examples=300)
@given(findings_with_answers())
def test_what_is_answered_is_named_in_time_for_this_work_by_a_kind_that_reaches(
    case: tuple[Finding, list[Answer]],
) -> None:
    finding, recorded = case
    outcome = verdict(finding, recorded, frozenset({plain("This work")}), TODAY)
    event(outcome.state)
    if outcome.state != "answered":
        return
    reaching = [
        each
        for each in recorded
        if names(each, finding.subject)
        and each.work in ("This work", "this repository")
        and each.answered <= TODAY <= each.ends
        and each.is_yes
        and not each.has_two_readings
    ]
    if any(each.outcome == "go-ahead" for each in reaching):
        return
    for each in finding.grounds:
        kinds = {answer.kind for answer in reaching if answer.institutions or each.layer != "listing"}
        assert kinds & {*each.quieted_by, "not-this-institution"}


@given(findings, answers)
def test_a_country_or_a_person_by_itself_never_answers_a_listing(finding: Finding, recorded: Answer) -> None:
    bare = recorded._replace(institutions=())
    outcome = verdict(finding, [bare], frozenset({plain("This work")}), TODAY)
    if any(each.layer == "listing" for each in finding.grounds) and bare.kind != "not-this-institution":
        assert outcome.state != "answered"


@given(findings, answers, st.sampled_from(["Another work", "", "This work, part 2"]))
def test_another_work_is_never_covered(finding: Finding, recorded: Answer, title: str) -> None:
    assume(recorded.work != "this repository")
    assert verdict(finding, [recorded], frozenset({plain(title)}), TODAY).state == "open"


@given(findings, st.lists(answers, max_size=4))
def test_the_order_of_the_files_does_not_matter(finding: Finding, recorded: list[Answer]) -> None:
    works = frozenset({plain("This work")})
    first, last = (verdict(finding, each, works, TODAY) for each in (recorded, recorded[::-1]))
    assert first.state == last.state
    assert set(first.negative) == set(last.negative)
    assert set(first.lapsed) == set(last.lapsed)


@given(findings, st.lists(answers, max_size=3), answers)
def test_a_refusal_is_never_outweighed_by_an_older_yes(finding: Finding, recorded: list[Answer], no: Answer) -> None:
    refused = no._replace(outcome="refused", answered="2026-11-23", valid_until="")
    outcome = verdict(finding, [*recorded, refused], frozenset({plain("This work")}), TODAY)
    alone = verdict(finding, [refused], frozenset({plain("This work")}), TODAY)
    if alone.negative:
        assert outcome.state != "answered"


def waiting(kind: str = "export-control-office", asked: str = "2025-01-11") -> Answer:
    return Answer(
        "p.toml", kind, "pending", asked=asked, institutions=("kp-one",), people=("A. One",), work="This work"
    )


def came(kind: str = "export-control-office", outcome: str = "go-ahead", day: str = "2025-04-12") -> Answer:
    return waiting(kind)._replace(path="c.toml", outcome=outcome, answered=day)


def _of_two(pending: Answer, later: Answer, today: str) -> str:
    subject = Subject(("kp-one",), ("KP",), ("A. One",), ("",), PRINTED[0])
    asked = Finding("AF000", same("x"), "stop", line(1), "x", same("x"), same("?"), subject)
    asked = asked._replace(grounds=(ground("country"),))
    works = frozenset({plain("This work")})
    first, last = (verdict(asked, each, works, today).state for each in ([pending, later], [later, pending]))
    assert first == last
    return first


@pytest.mark.parametrize(
    ("pending", "later", "today", "state"),
    [
        (waiting(), came(), "2025-05-01", "answered"),
        (waiting(), came(), "2026-04-13", "open"),  # the go-ahead has ended, and the asking with it
        (waiting("state-decision"), came(), "2026-04-13", "open"),  # whatever kind closed it
        (waiting(), came("state-decision", "no-licence-needed"), "2026-04-13", "open"),
        (waiting("state-decision"), came("state-decision", "not-competent"), "2025-05-01", "open"),
        (waiting("bafa-sonstige-anfrage"), came("bafa-sonstige-anfrage", "no-licence-needed"), "2025-05-01", "open"),
        (waiting(), came(outcome="hold"), "2025-05-01", "pending"),
        (waiting(), came(outcome="refused"), "2025-05-01", "open"),
        (came(outcome="hold"), came(day="2025-06-01"), "2025-07-01", "answered"),
        (came(outcome="hold"), came(day="2025-06-01"), "2026-06-02", "open"),
        (came(outcome="hold"), came("state-decision", "no-licence-needed", "2025-06-01"), "2026-06-02", "open"),
        (came(outcome="hold"), came(day="2025-02-01"), "2025-05-01", "pending"),
        (came(outcome="hold"), came(outcome="hold", day="2025-06-01"), "2026-07-01", "pending"),
        # still waiting: asked again, or what came is about something else, alone, or too little
        (waiting(asked="2026-04-14"), came(), "2026-04-14", "pending"),
        (waiting(), came(), "2025-04-11", "pending"),
        (waiting(), came()._replace(people=("B. Two",)), "2026-04-13", "pending"),
        (waiting(), came()._replace(work="That work"), "2026-04-13", "pending"),
        (waiting(), came("own-assessment", ""), "2026-04-13", "pending"),
        (waiting("state-decision"), came("bafa-nullbescheid", "no-licence-needed"), "2025-05-01", "pending"),
        (waiting(), waiting(asked="2025-04-12"), "2026-04-13", "pending"),
    ],
)
def test_a_pending_answer_does_not_outlive_what_it_waited_for(
    pending: Answer, later: Answer, today: str, state: str
) -> None:
    assert _of_two(pending, later, today) == state


def test_an_older_yes_does_not_come_back_when_the_end_of_a_hold_has_ended() -> None:
    yes = came("state-decision", "no-licence-needed", "2025-01-02")._replace(valid_until="2030-01-01")
    subject = Subject(("kp-one",), ("KP",), ("A. One",), ("",), PRINTED[0])
    asked = Finding("AF000", same("x"), "stop", line(1), "x", same("x"), same("?"), subject)
    recorded = [yes, came(outcome="hold"), came(day="2025-06-01")]
    found = verdict(
        asked._replace(grounds=(ground("country"),)), recorded, frozenset({plain("This work")}), "2026-06-02"
    )
    assert found.state == "open"


@given(findings)
def test_nothing_recorded_answers_nothing(finding: Finding) -> None:
    assert verdict(finding, [], frozenset({plain("This work")}), TODAY).state == "open"


@pytest.mark.long
def test_the_cases_above_do_reach_every_state() -> None:
    for state in ("answered", "pending", "open"):
        find(findings_with_answers(), lambda case, state=state: _state(case) == state)


def _state(case: tuple[Finding, list[Answer]]) -> str:
    return verdict(case[0], case[1], frozenset({plain("This work")}), TODAY).state
