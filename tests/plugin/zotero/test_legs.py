"""Each leg of a question in the library: its act, its own answer, and the line that a written go-ahead leaves."""

from __future__ import annotations

import time
from typing import Any

import pytest

from askfirst.errors import Failure

from .asking import BEIHANG, BERLIN, KISU, MOSCOW, SEOUL, SHARIF, YONGBYON, Ask, ask, work

__all__ = ["ask"]
TODAY = time.strftime("%Y-%m-%d")
DECIDED = {
    "kind": "state-decision",
    "outcome": "no-licence-needed",
    "reference": "1718/7",
    "by": "Office",
    "asked": TODAY,
    "answered": TODAY,
}
OWN = {"kind": "own-assessment", "reason": "theory only", "by": "A. Author", "ground": "basic-research"}
GO_AHEAD = {
    "kind": "export-control-office",
    "outcome": "go-ahead",
    "reference": "EK-7",
    "by": "Office",
    "answered": TODAY,
}


def record(ask: Ask, item: dict[str, Any], finding: dict[str, Any], answer: dict[str, str]) -> dict[str, Any]:
    reply = ask(item, "answer", finding=finding["id"], answer=answer)
    found: dict[str, Any] = reply["item"]
    return found


def acts(finding: dict[str, Any]) -> list[str]:
    return [ground["act"] for ground in finding["grounds"]]


@pytest.mark.parametrize("affiliation", [KISU, YONGBYON, "평양, 김일성종합대학, DPR Korea"])
@pytest.mark.parametrize(("language", "eleven", "items"), [("en", "11", "2017/1509"), ("de", "Absatz 11", "2017/1509")])
def test_both_legs_with_the_act_of_each(ask: Ask, affiliation: str, language: str, eleven: str, items: str) -> None:
    found = ask(work(affiliation), language=language)["item"]
    (finding,) = found["findings"]
    (leg,) = finding["legs"]
    assert (finding["code"], leg["code"]) == ("AF101", "AF103")
    assert any(eleven in act for act in acts(finding))
    assert any(items in act for act in acts(leg))
    assert not set(acts(finding)) & set(acts(leg))
    assert finding["question"] != leg["question"]
    assert "BAFA" in leg["question"]
    assert found["state"] == "open"
    assert finding["id"] != leg["id"]


@pytest.mark.parametrize("affiliation", [SHARIF, MOSCOW, BEIHANG])
def test_one_leg_is_no_second_question(ask: Ask, affiliation: str) -> None:
    assert [finding["legs"] for finding in ask(work(affiliation))["item"]["findings"]] == [[]]


@pytest.mark.parametrize(
    "item", [work(BERLIN), work(SEOUL), work(KISU, date="2014"), work("Kim Il Sung Street 5, Potsdam, Germany")]
)
def test_nothing_asked_and_nothing_instructed(ask: Ask, item: dict[str, Any]) -> None:
    found = ask(item)["item"]
    assert [each for each in found["findings"] if each["level"] != "note"] == []
    assert found["instructed"] == []


def test_before_the_second_act_was_read_there_is_one_leg(ask: Ask) -> None:
    """The second regulation is known from 2022 on, and is not held against a work of 2018."""
    (finding,) = ask(work(KISU, date="2018"))["item"]["findings"]
    assert finding["code"] == "AF101"
    assert finding["legs"] == []


def test_each_leg_has_its_own_answer(ask: Ask) -> None:
    item = work(KISU)
    (finding,) = ask(item)["item"]["findings"]
    after = record(ask, item, finding["legs"][0], OWN)
    assert after["state"] == "open"
    open_one, answered = sorted(after["findings"], key=lambda each: each["state"] == "answered")
    assert (open_one["code"], open_one["state"], open_one["legs"]) == ("AF101", "open", [])
    assert (answered["code"], answered["state"]) == ("AF103", "answered")
    assert record(ask, item, open_one, DECIDED)["state"] == "answered"


def test_a_decision_of_the_state_leaves_the_items_open(ask: Ask) -> None:
    item = work(KISU)
    (finding,) = ask(item)["item"]["findings"]
    after = record(ask, item, finding, DECIDED)
    assert after["state"] == "open"
    assert [each["code"] for each in after["findings"] if each["state"] == "open"] == ["AF103"]
    assert after["instructed"] == []


@pytest.mark.parametrize(("language", "says"), [("en", "written instruction"), ("de", "schriftlicher Weisung")])
def test_a_go_ahead_under_a_stop_leaves_one_line(ask: Ask, language: str, says: str) -> None:
    item = work(KISU)
    (finding,) = ask(item)["item"]["findings"]
    record(ask, item, finding, GO_AHEAD)
    found = ask(item, language=language)["item"]
    (line,) = found["instructed"]
    assert says in line
    assert "EK-7" in line
    assert "AF101" in line


@pytest.mark.parametrize(
    ("affiliation", "answer"),
    [
        (KISU, DECIDED),
        (KISU, {"kind": "export-control-office", "outcome": "pending", "asked": TODAY}),
        (KISU, {**GO_AHEAD, "outcome": "hold"}),
        (MOSCOW, GO_AHEAD),
        (BEIHANG, OWN),
    ],
)
def test_no_line_where_no_stop_is_quiet_by_instruction(ask: Ask, affiliation: str, answer: dict[str, str]) -> None:
    item = work(affiliation)
    finding = ask(item)["item"]["findings"][0]
    assert record(ask, item, finding, answer)["instructed"] == []


def test_waiting_on_one_leg_the_work_is_still_open(ask: Ask) -> None:
    item = work(KISU)
    (finding,) = ask(item)["item"]["findings"]
    after = record(ask, item, finding, {"kind": "export-control-office", "outcome": "pending", "asked": TODAY})
    assert {each["state"] for each in (*after["findings"], *after["findings"][0]["legs"])} <= {"waiting", "open"}
    assert after["state"] in ("open", "waiting")


def test_an_answer_to_a_leg_that_is_gone_is_refused(ask: Ask) -> None:
    with pytest.raises(Failure):
        ask(work(KISU), "answer", finding="AF103|xx", answer=OWN)


@pytest.mark.parametrize(("affiliation", "asked_of"), [(KISU, ["export-control-office"]), (MOSCOW, []), (SHARIF, [])])
def test_the_office_can_be_recorded_as_asked_where_it_cannot_close_it(
    ask: Ask, affiliation: str, asked_of: list[str]
) -> None:
    (finding, *_) = ask(work(affiliation))["item"]["findings"]
    assert finding["asked_of"] == asked_of
    assert not set(asked_of) & set(finding["kinds"])


@pytest.mark.parametrize(("language", "says"), [("en", "five years at most"), ("de", "höchstens fünf Jahre")])
def test_an_end_that_is_too_far_away_is_told(ask: Ask, language: str, says: str) -> None:
    item = work(KISU)
    finding = ask(item)["item"]["findings"][0]
    far = ask(item, "answer", language=language, finding=finding["id"], answer={**DECIDED, "valid_until": "2099-01-01"})
    assert says in far["remark"]
    near = ask(item, "answer", finding=finding["id"], answer=DECIDED)
    assert near["remark"] == ""
