"""Two legs: the suspension addresses the State, Regulation (EU) 2017/1509 binds persons; each has its own answer."""

from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, KISU, SHARIF, YEREVAN, Judge, answer

from askfirst_checks.model import Report

DECIDED = answer("state-decision")
ASSESSED = answer("bafa-sonstige-anfrage")
GO_AHEAD = answer("export-control-office", "go-ahead")


def asked(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.level) for each in report.questions]


def test_two_numbered_questions_under_one_finding(judge: Judge) -> None:
    report = judge(KISU)
    assert [finding.code for finding in report.open] == ["AF101"]
    assert asked(report) == [("AF101", "stop"), ("AF103", "ask")]
    state, persons = report.questions
    assert "paragraph 11" in state.question.en
    assert "BAFA" not in state.question.en + state.question.de
    assert "BAFA" in persons.question.en
    assert persons.grounds[0].measure == "eu-2017-1509-items"


@pytest.mark.parametrize(
    ("recorded", "left"),
    [
        ([DECIDED], [("AF103", "ask")]),
        ([ASSESSED], [("AF101", "stop")]),
        ([DECIDED, ASSESSED], []),
        ([GO_AHEAD], []),
    ],
)
def test_each_leg_has_an_answer_of_its_own(judge: Judge, recorded: list[str], left: list[tuple[str, str]]) -> None:
    assert asked(judge(KISU, answers_of=recorded)) == left


@pytest.mark.parametrize("printed", [BERLIN, YEREVAN])
def test_no_leg_where_nothing_is_asked(judge: Judge, printed: str) -> None:
    assert asked(judge(printed)) == []


def test_other_countries_have_one_question(judge: Judge) -> None:
    report = judge(SHARIF)
    assert [finding.legs for finding in report.findings] == [()] * len(report.findings)


def test_stops_are_numbered_first(judge: Judge) -> None:
    levels = [level for _, level in asked(judge("Moscow State University, Moscow, Russia", KISU))]
    assert levels[0] == "stop"


def test_before_the_suspension_there_is_no_question_about_it(judge: Judge) -> None:
    assert asked(judge(KISU, today="2016-11-29")) == []


def test_a_note_is_no_leg(judge: Judge) -> None:
    assert all(leg.level != "note" for finding in judge(KISU).findings for leg in finding.legs)


def test_bafa_is_named_for_items_and_never_for_paragraph_11(judge: Judge) -> None:
    both, state_alone = judge(KISU), judge(KISU, answers_of=[ASSESSED])
    assert any("BAFA" in line.en for line in both.contact)
    assert not any("BAFA" in line.en + line.de for line in state_alone.contact)
    assert state_alone.contact
