"""The add-on as shipped in Debian's Firefox, which has Zotero's Gecko: stub Zotero, real Subprocess and checker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .firefox import KISU


def test_everything_is_registered_and_taken_back(started: Any) -> None:
    before, after, parts = started("""
      const count = () => Object.fromEntries(Object.entries(registered).map(([name, map]) => [name, map.size]));
      const before = count();
      await sandbox.shutdown();
      return [before, count(), typeof Zotero.AskFirst];""")
    assert before == {"menus": 3, "sections": 1, "columns": 1, "rows": 1, "panes": 1, "observers": 1}
    assert after == dict.fromkeys(before, 0)
    assert parts == "undefined"


def test_an_item_is_checked_by_the_real_checker_and_shown(started: Any) -> None:
    state, text, word, took = started("""
      const item = add({ title: "Routers", date: "2019", extra: `Affiliation: ${KISU}` });
      const outcome = await AskFirst.menus.items([item]);
      if (outcome.problem) throw new Error(outcome.problem + outcome.says + log.join());
      render(item);
      return [AskFirst.results.of(item).state, body.textContent, AskFirst.column.state(item), outcome.took];""")
    assert state == word == "open"
    assert KISU in text
    assert "Was it clarified before this was published whether a decision under paragraph 11 was needed" in text
    assert "Export Control Office" in text
    assert took > 0


def test_words_come_from_fluent_in_the_language_of_zotero(started: Any) -> None:
    assert started('return AskFirst.words.say("askfirst-done", { checked: 1, open: 2, unknown: 3 })').startswith(
        "1 item checked."
    )


def test_hostile_text_becomes_text(started: Any) -> None:
    pwned, elements, text = started("""
      const extra = `Affiliation: ${HOSTILE} Kim Il Sung University, Pyongyang`;
      const item = add({ title: HOSTILE, date: "2020", extra }, [HOSTILE]);
      await AskFirst.menus.items([item]);
      render(item);
      return [window.pwned ?? null, body.querySelectorAll("img, script").length, body.textContent];""")
    assert (pwned, elements) == (None, 0)
    assert "<img src=x" in text
    assert "\u202e" not in text


def test_an_answer_is_recorded_through_the_form(started: Any, tmp_path: Path) -> None:
    state, text = started("""
      const item = add({ title: "Routers", date: "2019", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      const finding = AskFirst.results.of(item).findings[0];
      await AskFirst.section.openForm(item, finding, "not-this-institution");
      render(item);
      type("reason", "a namesake");
      type("by", "A. Author");
      body.querySelector("button[data-askfirst='askfirst-save']").click();
      for (let n = 0; n < 300 && AskFirst.results.of(item).state !== "answered"; n++) await Zotero.Promise.delay(50);
      render(item);
      return [AskFirst.results.of(item).state, body.textContent];""")
    assert state == "answered"
    assert "Answered" in text
    assert len(list((tmp_path / "answers").rglob("*.toml"))) == 1


def test_after_a_restart_the_form_offers_every_outcome(started: Any) -> None:
    outcomes = started("""
      const item = add({ title: "Routers", date: "2019", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      delete AskFirst.results.kept.sets;
      await AskFirst.section.openForm(item, AskFirst.results.of(item).findings[0], "");
      render(item);
      return [...body.querySelectorAll("#askfirst-input-outcome option")].map((option) => option.value);""")
    assert "pending" in outcomes
    assert "no-licence-needed" in outcomes


def test_a_library_of_a_thousand_goes_in_batches_and_shows_how_far_it_is(started: Any) -> None:
    asked, states, said = started("""
      let asked = 0;
      const ask = AskFirst.checker.ask.bind(AskFirst.checker);
      AskFirst.checker.ask = (...given) => (asked++, ask(...given));
      const extra = (n) => (n % 100 ? "" : `Affiliation: ${KISU}`);
      const items = Array.from({ length: 1001 }, (_, n) => add({ title: `T${n}`, date: "2020", extra: extra(n) }));
      await AskFirst.checking.check(items, { announce: true });
      const states = items.map((item) => AskFirst.results.of(item).state);
      const count = (state) => states.filter((each) => each === state).length;
      return [asked, [count("open"), count("unknown")], log.filter((line) => line.startsWith("said"))];""")
    assert asked == 3
    assert states == [11, 990]
    assert any("1,001 items checked" in line or "1001 items checked" in line for line in said)


def test_one_item_that_throws_never_stops_the_others(started: Any) -> None:
    assert started("""
      const bad = add({ title: "Bad" });
      bad.toJSON = () => { throw new Error("bad item"); };
      const good = add({ title: "Good", date: "2020", extra: `Affiliation: ${KISU}` });
      await AskFirst.checking.check([bad, good], { quiet: true });
      return [AskFirst.results.of(bad).state, AskFirst.results.of(good).state];""") == ["unknown", "open"]


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("#!/bin/sh\nexec sleep 60\n", "askfirst-problem-slow"),
        ("#!/bin/sh\necho boom >&2; exit 3\n", "askfirst-problem-failed"),
        ("#!/bin/sh\nexec 0<&-; echo noise\n", "askfirst-problem-unreadable"),
        ('#!/bin/sh\ncat >/dev/null; echo \'{"schema": "askfirst/zotero/7"}\'\n', "askfirst-problem-version"),
        ("no program at all", "askfirst-problem-failed"),
        ("#!/bin/sh\necho \"error: argument command: invalid choice: 'zotero'\" >&2; exit 2\n", "askfirst-problem-old"),
        (None, "askfirst-problem-path-none"),
    ],
)
def test_a_checker_that_fails_is_a_sentence(started: Any, tmp_path: Path, script: str | None, problem: str) -> None:
    program = tmp_path / "program"
    if script:
        program.write_text(script)
        program.chmod(0o755)
    found, sentence, running = started(
        """
      const item = add({ title: "T", notes: [] }, ["x".repeat(10000000)]);
      const outcome = await AskFirst.menus.items([item]);
      render(item);
      return [outcome.problem, body.querySelector(".askfirst-problem")?.textContent, AskFirst.checker.running.size];""",
        **{"askfirst.command": str(program), "askfirst.timeout": 5},
    )
    assert found == problem
    assert sentence
    assert running == 0


def test_a_check_is_stopped_with_its_program_when_the_addon_goes(started: Any, tmp_path: Path) -> None:
    program = tmp_path / "slow"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    took = started(
        """
      const check = AskFirst.checking.check([add({ title: "T" })], { quiet: true });
      while (!AskFirst.checker.running.size) await Zotero.Promise.delay(10);
      const began = Date.now();
      await sandbox.shutdown();
      await check.catch(() => {});
      return Date.now() - began;""",
        **{"askfirst.command": str(program)},
    )
    assert took < 5000


def test_removed_it_takes_its_file_along_and_updated_it_keeps_it(started: Any, tmp_path: Path) -> None:
    kept, gone = started("""
      await AskFirst.results.save();
      await sandbox.shutdown();
      await sandbox.uninstall({}, 7);
      const kept = await IOUtils.exists(`${folder}/askfirst.json`);
      await sandbox.uninstall({}, 6);
      return [kept, await IOUtils.exists(`${folder}/askfirst.json`)];""")
    assert (kept, gone) == (True, False)


def test_both_legs_are_shown_with_their_acts_and_answered_apart(started: Any) -> None:
    legs, acts, text, after = started("""
      const item = add({ title: "Routers", date: "2024", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      const [finding] = AskFirst.results.of(item).findings;
      render(item);
      const acts = [...body.querySelectorAll(".askfirst-leg .askfirst-ground summary")].map((each) => each.textContent);
      const legs = [...body.querySelectorAll(".askfirst-leg")].map((each) => each.querySelectorAll("button").length);
      const text = body.textContent;
      await AskFirst.section.openForm(item, finding.legs[0], "");
      render(item);
      type("kind", "own-assessment");
      type("by", "A. Author");
      type("reason", "theory only");
      body.querySelector(".askfirst-leg button[data-askfirst='askfirst-save']").click();
      const answered = () => AskFirst.results.of(item).findings.filter((each) => each.state === "answered");
      const failed = () => AskFirst.section.of(item).problem;
      for (let n = 0; n < 300 && !answered().length && !failed(); n++) await Zotero.Promise.delay(50);
      if (AskFirst.section.of(item).problem) throw new Error(AskFirst.section.of(item).says);
      return [legs, acts, text, [AskFirst.results.of(item).state, answered().map((each) => each.code)]];""")
    assert len(legs) == 1
    assert legs[0] >= 4
    assert any("2017/1509" in act for act in acts)
    assert not any("2321" in act for act in acts)
    assert "A second question, under an act of its own" in text
    assert after == ["open", ["AF103"]]


@pytest.mark.parametrize(
    ("affiliation", "date"),
    [
        ("Department of Physics, Sharif University of Technology, Tehran, Iran", "2024"),
        ("Freie Universität Berlin, Germany", "2024"),
        ("Seoul National University, Seoul, Republic of Korea", "2024"),
        (KISU, "2014"),
    ],
)
def test_no_second_question_where_there_is_one_act(started: Any, affiliation: str, date: str) -> None:
    count = started(
        f"""
      const item = add({json.dumps({"title": "Routers", "date": date, "extra": f"Affiliation: {affiliation}"})});
      await AskFirst.menus.items([item]);
      render(item);
      return body.querySelectorAll(".askfirst-leg").length;"""
    )
    assert count == 0


def test_a_go_ahead_under_a_stop_leaves_one_line_in_the_section(started: Any) -> None:
    lines = started("""
      const item = add({ title: "Routers", date: "2024", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      const [finding] = AskFirst.results.of(item).findings;
      const answered = AskFirst.pure.today();
      const given = { kind: "export-control-office", outcome: "go-ahead", reference: "EK-7", answered, by: "O" };
      const { problem, says } = await AskFirst.checking.answer(item, finding, given);
      if (problem) throw new Error(says);
      render(item);
      return [...body.querySelectorAll(".askfirst-instructed")].map((each) => each.textContent);""")
    assert len(lines) == 1
    assert "EK-7" in lines[0]


LETTER = """
      const item = add({ title: "Routers", date: "2024", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      const letter = await AskFirst.menus.draft([item]);
      const text = letter.document.querySelector("textarea");
      const press = (id) => letter.document.querySelector(`button[data-askfirst='${id}']`).click();
      const status = async () => {
        const line = letter.document.querySelector(".askfirst-status");
        for (let n = 0; n < 100 && !line.textContent; n++) await Zotero.Promise.delay(20);
        return line.textContent;
      };"""


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ["clarified before this was published", "Nothing was sent, attached or recorded", "Save As"]),
        ("de", ["vor der Veröffentlichung geklärt", "Es wurde nichts verschickt", "Speichern unter"]),
    ],
)
def test_the_letter_opens_in_a_window(started: Any, tmp_path: Path, language: str, says: list[str]) -> None:
    title, text, words, closed = started(
        f"""{LETTER}
      const shown = [letter.document.title, text.value, letter.document.querySelector(".askfirst-letter").textContent];
      press("askfirst-letter-close");
      for (let n = 0; n < 100 && !letter.closed; n++) await Zotero.Promise.delay(20);
      return [...shown, letter.closed];""",
        **{"askfirst.language": language},
    )
    assert title
    assert says[0] in " ".join(text.split())
    assert KISU in " ".join(text.split())
    assert all(each in words for each in says[1:])
    assert closed
    assert not list(tmp_path.rglob("*.toml"))


def test_what_was_completed_is_copied_and_saved(started: Any, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    copied, saved, clip = started(f"""{LETTER}
      text.value = text.value.replace("[...]", "completed by hand");
      let clip = "";
      const copy = AskFirst.letter.copy;
      AskFirst.letter.copy = (given) => {{ clip = given; copy.call(AskFirst.letter, given); }};
      press("askfirst-letter-copy");
      const copied = await status();
      letter.document.querySelector(".askfirst-status").textContent = "";
      AskFirst.files.save = async () => {json.dumps(str(path))};
      press("askfirst-letter-save");
      const saved = await status();
      return [copied, saved, clip];""")
    assert "clipboard" in copied
    assert str(path) in saved
    assert "completed by hand" in clip
    assert path.read_text(encoding="utf-8") == clip


def test_no_place_chosen_nothing_is_saved(started: Any, tmp_path: Path) -> None:
    assert (
        started(f"""{LETTER}
      AskFirst.files.save = async () => "";
      press("askfirst-letter-save");
      await Zotero.Promise.delay(300);
      return letter.document.querySelector(".askfirst-status").textContent;""")
        == ""
    )
    assert not list(tmp_path.rglob("*.txt"))


def test_behind_the_letters_box_stands_what_to_do_when_a_draft_has_gone(started: Any) -> None:
    shown, again = started(f"""{LETTER}
      press("askfirst-letter-gone");
      const shown = letter.document.querySelector(".askfirst-gone")?.textContent;
      press("askfirst-letter-gone");
      return [shown, letter.document.querySelector(".askfirst-gone")];""")
    assert "Send nothing more for now" in shown
    assert "Change nothing and delete nothing" in shown
    assert "Speak with your export-control office before you write" in shown
    assert again is None


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Change nothing and delete nothing"), ("de", "Ändern Sie nichts und löschen Sie nichts")],
)
def test_no_shows_the_screen_and_keeps_nothing(started: Any, tmp_path: Path, language: str, says: str) -> None:
    shown, again, state, kept = started(
        """
      const item = add({ title: "Routers", date: "2024", extra: `Affiliation: ${KISU}` });
      await AskFirst.menus.items([item]);
      const [finding] = AskFirst.results.of(item).findings;
      const before = JSON.stringify(AskFirst.results.kept);
      await AskFirst.letter.gone(item, finding);
      render(item);
      const shown = body.querySelector(".askfirst-gone")?.textContent;
      await AskFirst.letter.gone(item, finding);
      render(item);
      const again = body.querySelectorAll(".askfirst-gone").length;
      return [shown, again, AskFirst.results.of(item).state, JSON.stringify(AskFirst.results.kept) === before];""",
        **{"askfirst.language": language},
    )
    assert says in shown
    assert again == 0
    assert state == "open"
    assert kept
    assert not list(tmp_path.rglob("*.toml"))


def test_once_it_was_sent_the_form_is_filled_with_asked(started: Any) -> None:
    values, state = started(f"""{LETTER}
      press("askfirst-letter-asked");
      for (let n = 0; n < 100 && !AskFirst.section.of(item).form; n++) await Zotero.Promise.delay(20);
      render(item);
      const value = (name) => body.querySelector(`#askfirst-input-${{name}}`).value;
      const values = [value("kind"), value("outcome"), value("asked") === AskFirst.pure.today()];
      body.querySelector("button[data-askfirst='askfirst-save']").click();
      const waits = () => AskFirst.results.of(item).state === "open" && !AskFirst.section.of(item).problem;
      for (let n = 0; n < 300 && waits(); n++) await Zotero.Promise.delay(50);
      if (AskFirst.section.of(item).problem) throw new Error(AskFirst.section.of(item).says);
      return [values, AskFirst.results.of(item).state];""")
    assert values == ["export-control-office", "pending", True]
    assert state == "waiting"


@pytest.mark.parametrize(
    "data",
    [
        {"extra": "Affiliation: Freie Universität Berlin, Germany"},
        {"extra": ""},
        {"extra": f"Affiliation: {KISU}", "date": "2014"},
    ],
)
def test_without_a_question_no_letter_but_a_sentence(started: Any, data: dict[str, str]) -> None:
    letter, says = started(f"""
      const item = add({{ title: "T", date: "2024", ...{json.dumps(data)} }});
      const letter = await AskFirst.menus.draft([item]);
      return [letter, AskFirst.section.of(item).says];""")
    assert letter is None
    assert "no question is open" in says


def test_the_letter_of_a_hostile_item_is_text(started: Any) -> None:
    pwned, elements, title = started("""
      const extra = `Affiliation: ${HOSTILE} Kim Il Sung University, Pyongyang`;
      const item = add({ title: HOSTILE, date: "2020", extra }, [HOSTILE]);
      const letter = await AskFirst.menus.draft([item]);
      const count = letter.document.querySelectorAll("img, script").length;
      return [window.pwned ?? letter.pwned ?? null, count, letter.document.title];""")
    assert (pwned, elements) == (None, 0)
    assert "\u202e" not in title


def test_open_letters_are_closed_when_the_addon_goes(started: Any) -> None:
    assert started(f"""{LETTER}
      await sandbox.shutdown();
      for (let n = 0; n < 100 && !letter.closed; n++) await Zotero.Promise.delay(20);
      return letter.closed;""")
