"""The rules about answers: AF701 to AF706, each with what raises it and what does not."""

from __future__ import annotations

import pytest
from tests.checks.conftest import BEIHANG, BERLIN, KISU, PEOPLE, SHARIF, TITLE, YEREVAN, Judge, answer, codes

from askfirst_checks.model import Finding, Report
from askfirst_checks.policy import Policy, load

WHO = f'institutions = ["kp-kim-il-sung-university"]\n{PEOPLE}'
PENDING = answer("state-decision", "pending", asked="2026-09-14", answered="", valid_until="")
DECIDED = answer("state-decision")
LAPSED = answer("state-decision", answered="2025-01-10", valid_until="2026-01-10")
GOODS = answer("bafa-auskunft-gueterliste")


@pytest.fixture(scope="module")
def policy() -> Policy:
    """One question about the DPRK: the second leg has tests of its own (test_legs.py)."""
    policy = load()
    policy.chosen["eu-2017-1509-items"] = "note"
    return policy


def found(report: Report, code: str) -> list[Finding]:
    return [each for finding in report.findings for each in (finding, *finding.also) if each.code == code]


def test_701_asks_once_under_the_strongest_at_the_author_block(judge: Judge) -> None:
    report = judge(BEIHANG, KISU, SHARIF)
    (finding,) = found(report, "AF701")
    assert (finding.level, finding.span.line) == ("stop", 1)
    assert [each.code for each in report.findings if finding in each.also] == ["AF101"]
    assert len(report.open) == 3


@pytest.mark.parametrize("printed", [BERLIN, YEREVAN])
def test_701_is_silent_where_nothing_is_open(judge: Judge, printed: str) -> None:
    assert not found(judge(printed), "AF701")


@pytest.mark.parametrize("recorded", [PENDING, DECIDED, LAPSED, GOODS])
def test_701_is_silent_where_something_is_recorded(judge: Judge, recorded: str) -> None:
    assert not found(judge(KISU, answers_of=[recorded]), "AF701")


def test_701_still_asks_about_what_the_recorded_answer_is_not_about(judge: Judge) -> None:
    recorded = answer(covers='institutions = ["kp-kim-il-sung-university"]\npeople = ["A. Author0"]')
    (finding,) = found(judge(KISU, BEIHANG, answers_of=[recorded]), "AF701")
    assert finding.level == "ask"


def test_702_says_that_the_draft_waits(judge: Judge) -> None:
    report = judge(KISU, answers_of=[PENDING])
    (finding,) = found(report, "AF702")
    assert finding.level == "ask"
    assert "14 Sep 2026" in finding.reads.en
    assert "14.9.2026" in finding.reads.de
    assert [each.state for each in report.open] == ["pending"]


@pytest.mark.parametrize("recorded", [None, DECIDED, LAPSED, GOODS])
def test_702_is_silent_where_nothing_is_pending(judge: Judge, recorded: str | None) -> None:
    assert not found(judge(KISU, answers_of=[recorded] if recorded else []), "AF702")


def test_703_asks_again_after_the_last_day(judge: Judge) -> None:
    report = judge(KISU, answers_of=[LAPSED])
    (finding,) = found(report, "AF703")
    assert (finding.level, finding.answer) == ("ask", "00.toml")
    assert [each.code for each in report.open] == ["AF101"]


@pytest.mark.parametrize(
    ("day", "codes_found", "is_open"),
    [
        ("2027-09-19", [], False),
        ("2027-09-20", ["note"], False),
        ("2027-10-20", ["note"], False),
        ("2027-10-21", ["ask"], True),
    ],
)
def test_703_announces_the_end_thirty_days_before(
    judge: Judge, day: str, codes_found: list[str], is_open: bool
) -> None:
    report = judge(KISU, answers_of=[DECIDED], today=day)
    assert [each.level for each in found(report, "AF703")] == codes_found
    assert bool(report.open) is is_open


def test_703_an_answer_without_an_end_lapses_after_a_year(judge: Judge) -> None:
    recorded = answer(valid_until="")
    assert not judge(KISU, answers_of=[recorded], today="2027-10-20").open
    assert judge(KISU, answers_of=[recorded], today="2027-10-21").open


@pytest.mark.parametrize(
    ("recorded", "code"),
    [
        (PENDING, "AF702"),
        (LAPSED, "AF703"),
        (answer(outcome="refused"), "AF706"),
        (GOODS, "AF101"),
    ],
)
def test_the_question_follows_on_what_is_recorded(judge: Judge, recorded: str, code: str) -> None:
    (asked,) = judge(KISU, answers_of=[recorded]).open
    said = {each.code: each.question for each in asked.also} | ({"AF101": asked.question} if code == "AF101" else {})
    assert asked.code == "AF101"
    assert asked.question == said[code]
    assert ("under paragraph 11" in asked.question.en) is (code == "AF101")


def test_703_a_newer_answer_silences_the_lapsed_one(judge: Judge) -> None:
    assert not found(judge(KISU, answers_of=[LAPSED, DECIDED]), "AF703")


@pytest.mark.parametrize(
    ("recorded", "reason"),
    [
        (GOODS, "only whether goods"),
        (answer("bafa-nullbescheid"), "BAFA Nullbescheid (one transaction): that alone"),
        (answer(work='"Another work"'), "another work"),
        (answer(covers='institutions = ["kp-kim-chaek"]\ncountries = ["KP"]'), "does not name"),
        (
            answer(covers='institutions = ["kp-kim-il-sung-university"]\npeople = ["Z. Nobody"]'),
            "covers Z. Nobody, not A. Author0",
        ),
        (answer(covers='institutions = ["kp-kim-il-sung-university"]'), "it names no authors"),
        (answer(covers='countries = ["KP"]'), "it names no institution"),
        (answer(covers='people = ["A. Author0"]'), "it names no institution"),
        (answer(answered="2016-11-01", valid_until=""), "it is older than the rule: "),
        (answer(work='"Another"', covers=f'{WHO}\ndocument = "old.tex"'), "title changed and document moved"),
        (answer(answered="2026-12-01"), "2026-12-01"),
        (answer(outcome="not-competent"), "not competent"),
    ],
)
def test_704_says_why_an_answer_does_not_reach(judge: Judge, recorded: str, reason: str) -> None:
    report = judge(KISU, answers_of=[recorded])
    (finding,) = found(report, "AF704")
    assert reason in finding.reads.en
    assert [each.code for each in report.open] == ["AF101"]


@pytest.mark.parametrize("recorded", [DECIDED, PENDING, LAPSED, answer(covers='institutions = ["de-elsewhere"]')])
def test_704_is_silent_where_an_answer_reaches_or_is_about_something_else(judge: Judge, recorded: str) -> None:
    assert not found(judge(KISU, answers_of=[recorded]), "AF704")


def test_705_notes_an_answer_that_nothing_needs(judge: Judge) -> None:
    report = judge(BERLIN, answers_of=[DECIDED])
    (finding,) = report.findings
    assert (finding.code, finding.level, finding.span.file) == ("AF705", "note", "00.toml")
    assert not report.open


@pytest.mark.parametrize("work", ['"Another work"', '"this repository"'])
def test_705_is_silent_about_answers_of_other_works(judge: Judge, work: str) -> None:
    assert not found(judge(BERLIN, answers_of=[answer(work=work)]), "AF705")


def test_705_is_silent_about_an_answer_in_use(judge: Judge) -> None:
    printed = answer("not-this-institution", covers=f'institutions = ["printed:{KISU}"]')
    assert not found(judge(KISU, answers_of=[DECIDED, GOODS, printed]), "AF705")


@pytest.mark.parametrize("outcome", ["licence-needed", "refused"])
def test_706_stops(judge: Judge, outcome: str) -> None:
    covers = f'institutions = ["cn-beihang-university"]\n{PEOPLE}'
    report = judge(BEIHANG, answers_of=[answer("bafa-nullbescheid", outcome, covers=covers)])
    (finding,) = report.findings
    assert (finding.code, finding.level) == ("AF706", "stop")
    assert "AF202" in codes(report)


def test_706_a_later_licence_ends_it_and_an_earlier_one_does_not(judge: Judge) -> None:
    covers = f'institutions = ["cn-beihang-university"]\n{PEOPLE}'
    no = answer("bafa-voranfrage", "refused", covers=covers, answered="2026-06-01")
    later = answer("bafa-licence", "licence-granted", covers=covers, answered="2026-07-01")
    earlier = answer("bafa-licence", "licence-granted", covers=covers, answered="2026-05-01")
    assert not judge(BEIHANG, answers_of=[no, later]).open
    assert "AF706" in codes(judge(BEIHANG, answers_of=[no, earlier]))


@pytest.mark.parametrize("recorded", [None, DECIDED, PENDING, LAPSED, GOODS])
def test_706_is_silent_where_nobody_said_no(judge: Judge, recorded: str | None) -> None:
    assert not found(judge(KISU, answers_of=[recorded] if recorded else []), "AF706")


def test_a_lapsed_refusal_does_not_turn_into_a_yes(judge: Judge) -> None:
    covers = f'institutions = ["cn-beihang-university"]\n{PEOPLE}'
    no = answer("bafa-nullbescheid", "refused", covers=covers, valid_until="2026-10-30")
    assert judge(BEIHANG, answers_of=[no]).open


def test_the_title_may_be_set_with_other_marks(judge: Judge) -> None:
    assert not judge(KISU, answers_of=[answer(work='"switchable PLASMONIC-routers"')], title=TITLE).open


def test_703_a_year_from_a_leap_day_ends_on_a_day_there_is(judge: Judge) -> None:
    recorded = answer(answered="2028-02-29", valid_until="")
    assert not judge(KISU, answers_of=[recorded], today="2029-02-28").open
    (finding,) = found(judge(KISU, answers_of=[recorded], today="2029-03-01"), "AF703")
    assert "28 Feb 2029" in finding.reads.en


def test_702_is_said_once_however_many_rules_wait(judge: Judge) -> None:
    covers = f'institutions = ["ir-sharif-university-of-technology"]\n{PEOPLE}'
    asked = answer("bafa-voranfrage", "pending", asked="2026-09-14", answered="", valid_until="", covers=covers)
    report = judge(SHARIF, answers_of=[asked])
    assert [each.state for each in report.open] == ["pending"]
    assert len(found(report, "AF702")) == 1


@pytest.mark.parametrize("kind", ["export-control-office", "bafa-voranfrage", "bafa-sonstige-anfrage"])
def test_whoever_was_asked_the_question_waits(judge: Judge, kind: str) -> None:
    asked = answer(kind, "pending", asked="2026-09-14", answered="", valid_until="")
    assert [each.state for each in judge(KISU, answers_of=[asked]).open] == ["pending"]


def test_asked_after_the_date_of_the_work_does_not_wait(judge: Judge) -> None:
    asked = answer("export-control-office", "pending", asked="2026-12-14", answered="", valid_until="")
    assert [each.state for each in judge(KISU, answers_of=[asked]).open] == ["open"]


GO_AHEAD = answer("export-control-office", "go-ahead", valid_until="")


def test_the_offices_go_ahead_quiets_a_stop_and_leaves_a_line(judge: Judge) -> None:
    report = judge(KISU, answers_of=[GO_AHEAD])
    assert not report.open
    (line,) = report.instructed
    assert "AF101" in line.en
    assert "Example 1, 20 Oct 2026" in line.en
    assert "20.10.2027" in line.de


@pytest.mark.parametrize(
    ("printed", "recorded"),
    [
        (KISU, DECIDED),
        (KISU, PENDING),
        (KISU, answer("export-control-office")),
        (BERLIN, GO_AHEAD),
        (BEIHANG, GO_AHEAD.replace("kp-kim-il-sung-university", "cn-beihang-university")),
    ],
)
def test_no_line_without_a_go_ahead_under_a_stop(judge: Judge, printed: str, recorded: str) -> None:
    assert judge(printed, answers_of=[recorded]).instructed == ()


def test_a_go_ahead_ends_after_a_year_whatever_it_says(judge: Judge) -> None:
    recorded = answer("export-control-office", "go-ahead", valid_until="2031-01-01")
    assert not judge(KISU, answers_of=[recorded], today="2027-10-20").open
    assert judge(KISU, answers_of=[recorded], today="2027-10-21").open


def test_the_offices_hold_waits_and_does_not_end(judge: Judge) -> None:
    held = answer("export-control-office", "hold", valid_until="")
    earlier = answer(answered="2026-09-01")
    for today in ("2026-11-23", "2028-11-23"):
        report = judge(KISU, answers_of=[held, earlier], today=today)
        assert [each.state for each in report.open] == ["pending"]
    assert "is to wait" in found(report, "AF702")[0].reads.en
    assert not judge(KISU, answers_of=[held, answer(answered="2026-11-01")]).open


def test_a_refusal_does_not_lapse_into_an_older_yes(judge: Judge) -> None:
    yes = answer(answered="2025-01-15", valid_until="2029-12-01")
    no = answer(outcome="refused", answered="2025-11-20", valid_until="")
    for today in ("2026-11-20", "2026-11-21", "2028-01-01"):
        assert judge(KISU, answers_of=[yes, no], today=today).open


def test_an_answer_holds_five_years_at_most(judge: Judge) -> None:
    recorded = answer(answered="2019-10-20", valid_until="9999-01-01")
    assert not judge(KISU, answers_of=[recorded], today="2024-10-20").open
    assert judge(KISU, answers_of=[recorded], today="2024-10-21").open


@pytest.mark.parametrize("document", ["paper.tex", "other.tex"])
@pytest.mark.parametrize("work", [TITLE, "A former title"])
def test_document_or_title_identifies_the_work(judge: Judge, document: str, work: str) -> None:
    recorded = answer(work=f'"{work}"', covers=f'{WHO}\ndocument = "{document}"')
    assert bool(judge(KISU, answers_of=[recorded]).open) is (document != "paper.tex" and work != TITLE)


def test_an_own_assessment_has_no_outcome(judge: Judge) -> None:
    covers = f'institutions = ["cn-beihang-university"]\n{PEOPLE}'
    recorded = answer("own-assessment", "", ground='"basic-research"', covers=covers)
    assert not judge(BEIHANG, answers_of=[recorded]).open
    assert judge(KISU, answers_of=[answer("own-assessment", "")]).open


def test_more_authors_than_can_be_named_need_no_names(judge: Judge) -> None:
    recorded = answer(covers='institutions = ["kp-kim-il-sung-university"]')
    assert judge(*[KISU] * 30, answers_of=[recorded]).open
    assert not judge(*[KISU] * 31, answers_of=[recorded]).open
