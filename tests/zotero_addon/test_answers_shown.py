"""Answers in the section: what they say, corrected, withdrawn, one for several works; and a form that loses nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

ITEM = """
      const make = (n, year = "2019") => add({ title: `Routers ${n}`, date: year, extra: `Affiliation: ${KISU}` });
      const item = make(1);
      const others = [make(2, "2020"), make(3, "2018")];
      const berlin = add({ title: "Berlin", date: "2020", extra: "Affiliation: Freie Universität Berlin, Germany" });
      await AskFirst.checking.check([item, ...others, berlin], { quiet: true });
      const finding = () => AskFirst.results.of(item).findings[0];
      const press = (id) => body.querySelector(`button[data-askfirst='${id}']`).click();
      const until = async (test) => { for (let n = 0; n < 300 && !test(); n++) await Zotero.Promise.delay(50);
        render(item); return test(); };
      const open = async () => (await AskFirst.section.openForm(item, finding(), ""), render(item));
      const fill = () => {
        type("kind", "state-decision");
        type("outcome", "no-licence-needed");
        type("reference", "AZ 12/26");
        type("asked", "2026-09-14");
        type("answered", "2026-10-01");
      };
      const state = (each) => AskFirst.results.of(each).state;"""


def files(folder: Path) -> list[str]:
    return sorted(path.name.partition(".toml")[2] for path in folder.rglob("*.toml*"))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ["no licence needed", "decision of the competent authority", "AZ 12/26", "14 Sep 2026", "1 Oct 2026"]),
        ("de", ["keine Genehmigung", "Entscheidung der zuständigen", "AZ 12/26", "14.9.2026", "1.10.2026"]),
    ],
)
def test_an_answer_is_shown_with_outcome_kind_reference_and_days(started: Any, language: str, says: list[str]) -> None:
    text = started(
        f"""{ITEM}
      await open();
      fill();
      press("askfirst-save");
      await until(() => state(item) === "answered");
      await until(() => body.querySelector(".askfirst-answer dd"));
      await Zotero.Promise.delay(200);
      return body.querySelector(".askfirst-answer").textContent;""",
        **{"askfirst.language": language},
    )
    assert all(each in text for each in says), text


def test_one_answer_for_those_that_are_ticked_and_no_other(started: Any, tmp_path: Path) -> None:
    offered, states, said = started(f"""{ITEM}
      await open();
      fill();
      const offered = [...body.querySelectorAll(".askfirst-other")].map((each) => each.textContent);
      body.querySelectorAll(".askfirst-other input")[1].click();
      press("askfirst-save");
      await until(() => state(others[0]) === "answered" && !AskFirst.section.of(item).saving);
      return [offered, [item, ...others].map(state), body.querySelector(".askfirst-problem").textContent];""")
    assert offered == ["2018  Routers 3", "2020  Routers 2"]
    assert states == ["answered", "answered", "open"]
    assert "Recorded for 2 works" in said
    works = {tomllib.loads(path.read_text("utf-8"))["covers"]["work"] for path in tmp_path.rglob("*.toml")}
    assert works == {"Routers 1", "Routers 2"}


def test_a_correction_takes_the_place_of_the_answer(started: Any, tmp_path: Path) -> None:
    values, shown = started(f"""{ITEM}
      await open();
      fill();
      press("askfirst-save");
      await until(() => state(item) === "answered" && !AskFirst.section.of(item).saving);
      press("askfirst-correct");
      await until(() => body.querySelector(".askfirst-form"));
      const values = {{ ...AskFirst.section.of(item).values }};
      type("reference", "AZ 13/26");
      press("askfirst-save");
      await until(() => !AskFirst.section.of(item).form);
      await Zotero.Promise.delay(300);
      return [values, body.querySelector(".askfirst-answer").textContent];""")
    assert values == {
        "kind": "state-decision",
        "outcome": "no-licence-needed",
        "reference": "AZ 12/26",
        "asked": "2026-09-14",
        "answered": "2026-10-01",
    }
    assert "AZ 13/26" in shown
    assert "AZ 12/26" not in shown
    assert files(tmp_path) == ["", ".withdrawn"]


def test_withdrawn_the_question_is_asked_again_and_the_file_stays(started: Any, tmp_path: Path) -> None:
    before, told, after = started(f"""{ITEM}
      await open();
      fill();
      press("askfirst-save");
      await until(() => state(item) === "answered" && !AskFirst.section.of(item).saving);
      press("askfirst-withdraw");
      await until(() => body.querySelector("button[data-askfirst='askfirst-withdraw-now']"));
      const [before, told] = [state(item), body.querySelector(".askfirst-gone").textContent];
      press("askfirst-withdraw-now");
      await until(() => state(item) === "open");
      return [before, told, state(item)];""")
    assert (before, after) == ("answered", "open")
    assert "its file stays" in told
    assert files(tmp_path) == [".withdrawn"]


@pytest.mark.parametrize("answer", ["../../elsewhere.toml", "/etc/passwd", "answers/../../x.toml", "", "note.txt"])
def test_no_file_elsewhere_is_read_or_renamed(started: Any, answer: str) -> None:
    place = started("return AskFirst.answers.place({ answer: given })".replace("given", repr(answer)))
    assert place == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Choose what kind of answer it is."),
        ('type("kind", "state-decision");', "Choose what the answer says."),
        ('type("kind", "state-decision"); type("outcome", "pending");', "at least its reference, or the day"),
        (
            'type("kind", "state-decision"); type("outcome", "pending"); type("by", "A"); type("reason", "B");',
            "at least",
        ),
        ('fill(); type("answered", "2026-01-01");', "lies before the day"),
    ],
)
def test_an_incomplete_form_records_nothing_and_says_why(started: Any, tmp_path: Path, typed: str, says: str) -> None:
    said, state, asked = started(f"""{ITEM}
      await open();
      {typed}
      let asked = 0;
      AskFirst.checker.ask = async () => (asked++, {{ problem: "askfirst-problem-failed" }});
      press("askfirst-save");
      await until(() => AskFirst.section.of(item).formProblem);
      return [body.querySelector(".askfirst-form .askfirst-problem").textContent, state(item), asked];""")
    assert says in said
    assert (state, asked) == ("open", 0)
    assert not list(tmp_path.rglob("*.toml"))


def test_what_was_typed_stays_when_the_section_is_drawn_again(started: Any) -> None:
    values, focus, caret = started(f"""{ITEM}
      await open();
      fill();
      type("reason", "half a sen");
      const reason = body.querySelector("#askfirst-input-reason");
      reason.focus();
      reason.setSelectionRange(4, 4);
      await AskFirst.checking.check([berlin], {{ quiet: true }});
      render(berlin);
      render(item);
      const again = body.querySelector("#askfirst-input-reason");
      again.focus();
      again.setSelectionRange(4, 4);
      render(item);
      const values = Object.fromEntries([...body.querySelectorAll("[id^=askfirst-input-]")].map((each) => [each.name,
        each.value]));
      return [values, window.document.activeElement.id, window.document.activeElement.selectionStart];""")
    assert values["reference"] == "AZ 12/26"
    assert values["reason"] == "half a sen"
    assert values["answered"] == "2026-10-01"
    assert values["outcome"] == "no-licence-needed"
    assert (focus, caret) == ("askfirst-input-reason", 4)


def test_what_the_checker_refuses_stays_in_the_form(started: Any) -> None:
    said, kept = started(f"""{ITEM}
      await open();
      fill();
      AskFirst.checker.ask = async () => ({{ problem: "askfirst-problem-says", says: "no such day", took: 1 }});
      press("askfirst-save");
      await until(() => AskFirst.section.of(item).formProblem);
      return [body.querySelector(".askfirst-form .askfirst-problem").textContent,
        body.querySelector("#askfirst-input-reference").value];""")
    assert said == "no such day"
    assert kept == "AZ 12/26"


def test_the_focus_goes_into_the_form_and_escape_leaves_it(started: Any, tmp_path: Path) -> None:
    into, gone, back = started(f"""{ITEM}
      await open();
      const into = window.document.activeElement.id;
      fill();
      body.querySelector("#askfirst-input-by").dispatchEvent(new window.KeyboardEvent("keydown", {{ key: "Escape",
        bubbles: true }}));
      render(item);
      const gone = !body.querySelector(".askfirst-form");
      await open();
      return [into, gone, body.querySelector("#askfirst-input-reference").value];""")
    assert into == "askfirst-input-kind"
    assert gone
    assert back == ""
    assert not list(tmp_path.rglob("*.toml"))


def test_an_own_assessment_asks_for_reason_and_name_only(started: Any) -> None:
    names, said = started(f"""{ITEM}
      const routers = make(4, "2024");
      await AskFirst.checking.check([routers], {{ quiet: true }});
      await AskFirst.section.openForm(routers, AskFirst.results.of(routers).findings[0].legs[0], "");
      render(routers);
      type("kind", "own-assessment");
      render(routers);
      const names = [...body.querySelectorAll("[id^=askfirst-input-]")].map((each) => each.name);
      press("askfirst-save");
      render(routers);
      return [names, body.querySelector(".askfirst-form .askfirst-problem").textContent];""")
    assert names == ["kind", "by", "reason"]
    assert said == "Give the reason."


def test_the_question_comes_before_its_acts_and_the_law_is_folded(started: Any) -> None:
    order, folded, main = started(f"""{ITEM}
      render(item);
      const block = body.querySelector(".askfirst-finding");
      const order = [...block.children].map((each) => each.className).filter((name) => /question|ground/.test(name));
      return [order, [...block.querySelectorAll(".askfirst-ground")].every((each) => !each.open),
        [...body.querySelectorAll(".askfirst-main")].map((each) => each.dataset.askfirst)];""")
    assert order[0] == "askfirst-question"
    assert folded
    assert main.count("askfirst-record") >= 1
    assert set(main) == {"askfirst-record"}
