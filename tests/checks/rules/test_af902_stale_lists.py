"""AF902: the age of each list that has legal effect, by its own date and at the date of the work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.checks.conftest import BEIHANG, BERLIN, KISU, Judge, line

from askfirst_checks.model import ListDate, Problem
from askfirst_checks.policy import Policy, load
from askfirst_checks.words import Text

SAYS = Text("it is there", "es ist da")


def lists(*days: str) -> Policy:
    """The policy data with one legal list for each of *days*."""
    policy = Policy()
    policy._dates = tuple(
        ListDate(f"list-{n}", day, Text(f"list {n}", f"Liste {n}")) for n, day in enumerate(sorted(days), 1)
    )
    return policy


def after(day: str, days: int) -> str:
    return str(date.fromisoformat(day) + timedelta(days=days))


@pytest.mark.parametrize("days", [-3000, -1, 0, 29])
def test_a_fresh_list_is_silent(judge: Judge, days: int) -> None:
    assert not judge(BERLIN, policy=lists("2026-02-27"), today=after("2026-02-27", days)).findings


@pytest.mark.parametrize(("days", "stale"), [(30, False), (89, False), (90, True), (91, True), (1000, True)])
def test_an_old_list_is_a_note(judge: Judge, days: int, stale: bool) -> None:
    report = judge(BERLIN, policy=lists("2026-02-27"), today=after("2026-02-27", days))
    (finding,) = report.findings
    assert (finding.code, finding.level, finding.span) == ("AF902", "note", line(1))
    assert finding.reads.en == f"list 1 is {days} days old here (as of 27 Feb 2026)"
    assert finding.reads.de == f"Liste 1 ist hier {days} Tage alt (Stand 27.2.2026)"
    assert ("out of date" in finding.question.en) is ("veraltet" in finding.question.de) is stale
    assert not report.open


def test_each_list_counts_by_itself(judge: Judge) -> None:
    (finding,) = judge(BERLIN, policy=lists("2026-02-27", "2026-10-30"), today="2026-11-23").findings
    assert finding.reads.en == "list 1 is 269 days old here (as of 27 Feb 2026)"


@pytest.mark.parametrize(
    ("old", "tail"), [(3, ""), (4, "1 more legal list is 30 days"), (9, "6 more legal lists are 30 days old or older")]
)
def test_the_oldest_are_named_and_the_others_counted(judge: Judge, old: int, tail: str) -> None:
    (finding,) = judge(BERLIN, policy=lists(*["2026-02-27"] * old, "2026-11-20"), today="2026-11-23").findings
    assert finding.reads.en.count("days old here") == finding.reads.de.count("Tage alt (Stand") == 3
    assert tail in finding.reads.en
    assert ("weitere" in finding.reads.de) is (old > 3)


def test_the_day_of_reading_has_no_say(judge: Judge) -> None:
    read_today = lists("2026-02-27")
    read_today._lists_of = "2026-11-23"
    assert [each.code for each in judge(BERLIN, policy=read_today, today="2026-11-23").findings] == ["AF902"]
    read_long_ago = lists("2026-11-01")
    read_long_ago._lists_of = "2020-01-01"
    assert not judge(BERLIN, policy=read_long_ago, today="2026-11-23").findings


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_assessment_lists_are_never_counted(jurisdiction: str) -> None:
    policy = load(jurisdiction)
    counted = {each.id for each in policy.dates}
    assert {policy.measure(each).layer for each in counted} == {"listing"}
    assert not counted & {"aspi-military", "ca-nro", "us-1286-fy2025"}
    assert counted <= set(policy.chosen), "only what asks in this jurisdiction"


def test_an_old_assessment_list_is_silent(judge: Judge) -> None:
    report = judge(BEIHANG, policy=lists("2026-11-20"), today="2026-11-23")
    assert "AF902" not in [each.code for each in report.findings]


def test_the_lists_that_ship_are_judged_by_their_own_dates(judge: Judge, policy: Policy) -> None:
    oldest = policy.dates[0]
    assert not judge(BERLIN, policy=policy, today=after(oldest.as_of, 29)).findings
    (finding,) = judge(BERLIN, policy=policy, today=after(oldest.as_of, 91)).findings
    assert finding.reads.en.startswith(f"{oldest.name.en} is 91 days old here")


@pytest.mark.parametrize("printed", [[], [KISU], [BERLIN, KISU]])
def test_one_note_beside_whatever_else_is_asked(judge: Judge, printed: list[str]) -> None:
    found = judge(*printed, policy=lists("2020-01-01"), problems=[Problem("entry", SAYS, line(3), "x")]).findings
    assert [each.code for each in found].count("AF902") == 1
    assert [each.level for each in found if each.code == "AF902"] == ["note"]


def test_what_is_no_manuscript_hears_nothing_of_lists(judge: Judge) -> None:
    assert not judge(policy=lists("2020-01-01"), block=False).findings
    problems = [Problem("entry", SAYS, line(3), "x")]
    found = judge(policy=lists("2020-01-01"), block=False, problems=problems).findings
    assert [each.code for each in found] == ["AF901"]
