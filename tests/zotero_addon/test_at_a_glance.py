"""What is open, at a glance: mark, line in the Info box, tag, report; notes; a check that runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ITEM = """
      const open = add({ title: "Routers", date: "2019", extra: `Affiliation: ${KISU}` });
      const none = add({ title: "Berlin", date: "2020", extra: "Affiliation: Freie Universität Berlin, Germany" });
      const unknown = add({ title: "Nothing", date: "2020", extra: "" });
      const unchecked = add({ title: "Later", date: "2020", extra: "" });
      const all = [open, none, unknown, unchecked];
      await AskFirst.checking.check(all.slice(0, 3), { quiet: true });
      const until = async (test) => { for (let n = 0; n < 300 && !test(); n++) await Zotero.Promise.delay(50);
        return test(); };"""


def test_the_column_sorts_what_is_open_first_and_draws_a_mark(started: Any) -> None:
    keys, order, titles, marks, width = started(f"""{ITEM}
      const column = registered.columns.values().next().value;
      const keys = all.map((each) => column.dataProvider(each));
      const cells = keys.map((key, n) => column.renderCell(n, key, {{ className: "c" }}, false, window.document));
      return [keys, [...keys].sort(), cells.map((cell) => cell.title), cells.map((cell) =>
        cell.querySelectorAll("path").length),
        [column.width, column.fixedWidth, typeof column.label]];""")
    assert keys == ["1 open", "7 none", "4 unknown", "8 unchecked"]
    assert order == ["1 open", "4 unknown", "7 none", "8 unchecked"]
    assert titles == ["open", "none", "affiliation unknown", "not checked"]
    assert marks == [1, 1, 1, 0]
    assert width == ["32", True, "string"]


LISTS = """
      const sorted = [];
      const view = (field, ids) => ({ tree: { invalidate() {} }, rowCount: ids.length, getSortField: () => field,
        _rowMap: Object.fromEntries(ids.map((id, n) => [id, n])), _saveScrollPosition: () => ({ id: 7 }),
        _restoreScrollPosition: (place) => sorted.push(["kept", place.id]), sort: async (ids) => sorted.push(ids) });"""


def test_a_list_sorted_by_the_mark_is_sorted_again_at_once_when_a_mark_changes(started: Any) -> None:
    first, again, same, answered = started(f"""{ITEM}{LISTS}
      await until(() => !AskFirst.column.timer);
      window.ZoteroPane.itemsView = view(AskFirst.column.key, all.map((item) => item.id));
      await AskFirst.column.sorting;
      sorted.splice(0);
      await AskFirst.checking.check([unchecked], {{ quiet: true }});
      await until(() => sorted.length === 2);
      const first = [sorted.splice(0), unchecked.id];
      AskFirst.results.stale([AskFirst.items.id(none)]);
      await until(() => sorted.length === 2);
      const again = [sorted.splice(0), none.id];
      await AskFirst.checking.check([open, unknown], {{ quiet: true }});
      await Zotero.Promise.delay(400);
      const same = sorted.splice(0);
      const finding = AskFirst.results.of(open).findings[0];
      await AskFirst.checking.answer(open, finding, {{ kind: "state-decision", outcome: "no-licence-needed",
        reference: "1/26", asked: "2026-01-02", answered: AskFirst.pure.today() }});
      await until(() => sorted.length === 2);
      return [first, again, same, [sorted.splice(0), open.id, AskFirst.results.of(open).state]];""")
    for calls, item in (first, again, answered[:2]):
        assert calls == [[item], ["kept", 7]]
    assert same == []
    assert answered[2] == "answered"


@pytest.mark.parametrize(
    "list_of", ["view('title', [unchecked.id])", "view(AskFirst.column.key, [])", "{ getSortField: () => 1 }", "null"]
)
def test_a_list_that_is_sorted_otherwise_or_does_not_show_the_work_stays(started: Any, list_of: str) -> None:
    state, calls = started(f"""{ITEM}{LISTS}
      await until(() => !AskFirst.column.timer);
      window.ZoteroPane.itemsView = {list_of};
      await AskFirst.checking.check([unchecked], {{ quiet: true }});
      await Zotero.Promise.delay(400);
      return [AskFirst.results.of(unchecked).state, sorted];""")
    assert (state, calls) == ("unknown", [])


def test_while_a_check_runs_no_row_moves(started: Any) -> None:
    during, after = started(f"""{ITEM}{LISTS}
      await until(() => !AskFirst.column.timer);
      window.ZoteroPane.itemsView = view(AskFirst.column.key, all.map((item) => item.id));
      await AskFirst.column.sorting;
      sorted.splice(0);
      AskFirst.checking.current = {{ cancelled: false }};
      AskFirst.column.moved([open.id]);
      AskFirst.column.moved([none.id]);
      await Zotero.Promise.delay(600);
      const during = sorted.length;
      AskFirst.checking.current = null;
      await until(() => sorted.length === 2);
      return [during, sorted[0].length];""")
    assert (during, after) == (0, 2)


def test_the_button_in_the_head_checks_and_rests_while_it_runs(started: Any) -> None:
    title, states, state = started(f"""{ITEM}
      const section = registered.sections.get("askfirst@askfirst.org-askfirst");
      const [button] = section.sectionButtons;
      const states = [];
      const draw = () => section.onRender({{ doc: window.document, body, item: unchecked, setSectionSummary() {{}},
        setSectionButtonStatus: (type, {{ disabled }}) => states.push([type === button.type, disabled]) }});
      draw();
      button.onClick({{ item: unchecked }});
      draw();
      await until(() => !AskFirst.checking.isRunning(unchecked));
      draw();
      return [!!button.l10nID && button.icon.endsWith("content/check.svg"), states,
        AskFirst.results.of(unchecked).state];""")
    assert title
    assert states == [[True, False], [True, True], [True, False]]
    assert state == "unknown"


def test_a_note_or_file_in_the_list_has_an_empty_cell(started: Any) -> None:
    key, text = started("""
      const column = registered.columns.values().next().value;
      const key = column.dataProvider({ isRegularItem: () => false });
      return [key, column.renderCell(0, key, {}, false, window.document).textContent];""")
    assert (key, text) == ("", "")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["open: Department of Physics, Kim Il Sung", "none", "affiliation unknown", "not checked"]),
        ("de", ["offen: Department of Physics, Kim Il Sung", "keine", "Affiliation unbekannt", "nicht geprüft"]),
    ],
)
def test_the_line_in_the_info_box(started: Any, language: str, lines: list[str]) -> None:
    found = started(
        f"""{ITEM}
      const row = registered.rows.values().next().value;
      return all.map((item) => row.onGetData({{ item }}));""",
        **{"askfirst.language": language},
    )
    assert all(text.startswith(line) for text, line in zip(found, lines, strict=True)), found


def test_open_questions_are_selected_and_what_is_not_known_is_said(started: Any) -> None:
    same, said, nothing = started(f"""{ITEM}
      await AskFirst.menus.showOpen(all, true);
      const same = window.ZoteroPane.selected.length === 1 && window.ZoteroPane.selected[0] === open.id &&
        window.ZoteroPane.how.inLibraryRoot;
      const said = log.filter((line) => line.startsWith("said")).pop();
      window.ZoteroPane.selected = [];
      await AskFirst.menus.showOpen([none, unknown], true);
      return [same, said, [window.ZoteroPane.selected.length, log.filter((line) => line.startsWith("said")).pop()]];""")
    assert same
    assert "1 work with an open question." in said
    assert "1 was not checked." in said
    assert nothing[0] == 0
    assert "No question is open here." in nothing[1]


def test_the_tag_is_set_only_where_it_is_wanted_and_goes_again(started: Any) -> None:
    off, on, gone = started(f"""{ITEM}
      const tagged = () => all.map((each) => each.hasTag("askfirst: open"));
      const off = tagged();
      AskFirst.settings.set("tag", true);
      await until(() => open.hasTag("askfirst: open"));
      const on = tagged();
      AskFirst.settings.set("tag", false);
      await until(() => !open.hasTag("askfirst: open"));
      return [off, on, tagged()];""")
    assert off == gone == [False] * 4
    assert on == [True, False, False, False]


def test_with_the_setting_on_a_check_sets_it_and_never_in_a_read_only_group(started: Any) -> None:
    tagged = started(
        """
      const make = (library) => add({ title: "R", date: "2019", extra: `Affiliation: ${KISU}` }, [], library);
      const items = [make(1), make(2)];
      await AskFirst.checking.check(items, { quiet: true });
      await Zotero.Promise.delay(300);
      return items.map((each) => each.hasTag("askfirst: open"));""",
        **{"askfirst.tag": True},
    )
    assert tagged == [True, False]


def test_a_note_is_written_after_it_was_said_where_notes_go_and_once(started: Any) -> None:
    told, before, after, again = started(f"""{ITEM}
      const press = (id) => (body.querySelector(`button[data-askfirst='${{id}}']`).click(), render(open));
      render(open);
      press("askfirst-write-note");
      const [told, before] = [body.querySelector(".askfirst-gone").textContent, open.getNotes().length];
      press("askfirst-note-now");
      await until(() => open.getNotes().length);
      await Zotero.Promise.delay(100);
      render(open);
      const after = open.getNotes().length;
      press("askfirst-write-note");
      return [told, before, after, [body.querySelector(".askfirst-gone").textContent,
        !!body.querySelector("[data-askfirst='askfirst-note-now']")]];""")
    assert "annote" in told
    assert (before, after) == (0, 1)
    assert "such a note already" in again[0]
    assert not again[1]


def test_a_read_only_group_says_so(started: Any) -> None:
    told, offered = started("""
      const item = add({ title: "R", date: "2019", extra: `Affiliation: ${KISU}` }, [], 2);
      await AskFirst.checking.check([item], { quiet: true });
      AskFirst.note.ask(item);
      render(item);
      return [body.querySelector(".askfirst-gone").textContent,
        !!body.querySelector("[data-askfirst='askfirst-note-now']")];""")
    assert "read-only" in told
    assert not offered


SLOW = "#!/bin/sh\nexec sleep 60\n"


@pytest.fixture
def slow(tmp_path: Path) -> str:
    program = tmp_path / "slow"
    program.write_text(SLOW)
    program.chmod(0o755)
    return str(program)


def test_check_is_disabled_while_it_runs_and_stop_stops_all_that_waits(started: Any, slow: str) -> None:
    disabled, problems, took, again = started(
        """
      const items = [add({ title: "A" }), add({ title: "B" }), add({ title: "C" })];
      const checks = items.map((item) => AskFirst.checking.check([item], { quiet: true }));
      while (!AskFirst.checker.running.size) await Zotero.Promise.delay(10);
      render(items[2]);
      const check = body.querySelector("button[data-askfirst='askfirst-checking']");
      const began = Date.now();
      body.querySelector("button[data-askfirst='askfirst-stop']").click();
      const outcomes = await Promise.all(checks);
      render(items[2]);
      return [check.disabled, outcomes.map((each) => each.problem), Date.now() - began,
        !!body.querySelector("button[data-askfirst='askfirst-check']:enabled")];""",
        **{"askfirst.command": slow},
    )
    assert disabled
    assert problems == ["askfirst-problem-stopped"] * 3
    assert took < 5000
    assert again


def test_a_stopped_check_says_how_many_of_how_many(started: Any) -> None:
    said = started("""
      return new AskFirst.Progress(2000).sentence({ problem: "askfirst-problem-stopped", checked: 500,
        total: 2000 });""")
    assert said.replace(",", "") == "The check was stopped. 500 of 2000 items were checked."


def test_a_failed_check_keeps_the_last_result(started: Any, slow: str) -> None:
    state, problem, text = started(f"""{ITEM}
      AskFirst.settings.set("askfirst.command", "x");
      Zotero.Prefs.set("askfirst.command", {json.dumps("/nowhere/askfirst")});
      await AskFirst.section.check(open);
      render(open);
      return [AskFirst.results.of(open).state, body.querySelector(".askfirst-problem").textContent,
        body.textContent];""")
    assert state == "open"
    assert "There is nothing at /nowhere/askfirst" in problem
    assert "Kim Il Sung University" in text


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        ("folder", "askfirst-problem-path-folder"),
        ("plain", "askfirst-problem-path-program"),
        ("none", "askfirst-problem-path-none"),
    ],
)
def test_a_wrong_path_is_named_for_what_it_is(started: Any, tmp_path: Path, make: str, problem: str) -> None:
    place = tmp_path / "askfirst here"
    if make == "folder":
        place.mkdir()
    elif make == "plain":
        place.write_text("text")
    found, says = started(
        "const { problem, says } = await AskFirst.checker.ask('hello'); return [problem, says];",
        **{"askfirst.command": f' "{place}" '},
    )
    assert found == problem
    assert str(place) in says


@pytest.mark.parametrize("form", ["{}", " {} ", '"{}"', "'{}'"])
def test_a_path_with_blanks_and_quotes_is_found(started: Any, tmp_path: Path, form: str) -> None:
    from .firefox import CHECKER

    place = tmp_path / "my tools" / "askfirst"
    place.parent.mkdir()
    place.symlink_to(CHECKER)
    version = started(
        "return (await AskFirst.checker.ask('hello')).reply?.askfirst ?? null",
        **{"askfirst.command": form.format(place)},
    )
    assert version


def reporter(tmp_path: Path, body: str) -> str:
    program = tmp_path / "reporter"
    program.write_text(f"#!/bin/sh\necho \"$@\" > '{tmp_path}/given'\ncat > '{tmp_path}/asked'\n{body}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize(("form", "names"), [("html", False), ("html", True), ("csv", False)])
def test_the_report_is_what_the_checker_writes_and_names_only_where_ticked(
    started: Any, tmp_path: Path, form: str, names: bool
) -> None:
    target = tmp_path / "report"
    outcome = started(
        f"""
      const items = Array.from({{ length: 620 }}, (_, n) => add({{ title: `T${{n}}` }}));
      AskFirst.report.choose = () => ({{ format: "{form}", names: {json.dumps(names)} }});
      AskFirst.files.save = async () => {json.dumps(str(target))};
      return await AskFirst.report.save(items, "My Library");""",
        **{"askfirst.command": reporter(tmp_path, "printf 'whole report ä'; exit 1")},
    )
    assert outcome == {"path": str(target)}
    assert target.read_text("utf-8") == "whole report ä"
    given = (tmp_path / "given").read_text().split()
    assert given[given.index("--format") + 1] == form
    assert ("--names" in given) == names
    asked = [json.loads(line) for line in (tmp_path / "asked").read_text("utf-8").splitlines()]
    assert [len(each["items"]) for each in asked] == [500, 120]
    assert {each["library"] for each in asked} == {"My Library"}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('echo \'{"schema": "askfirst/zotero/2", "error": "no"}\'; exit 2', "askfirst-problem-says"),
        ("echo 'error: unrecognized arguments: --names' >&2; exit 2", "askfirst-problem-old"),
        ('echo \'{"schema": "askfirst/zotero/1", "items": {}}\'', "askfirst-problem-old"),
        ("echo boom >&2; exit 3", "askfirst-problem-failed"),
        ("exit 0", "askfirst-problem-failed"),
    ],
)
def test_no_report_is_written_where_none_came(started: Any, tmp_path: Path, body: str, problem: str) -> None:
    target = tmp_path / "report"
    found = started(
        f"""
      AskFirst.report.choose = () => ({{ format: "html", names: false }});
      AskFirst.files.save = async () => {json.dumps(str(target))};
      return (await AskFirst.report.save([add({{ title: "T" }})], "")).problem;""",
        **{"askfirst.command": reporter(tmp_path, body)},
    )
    assert found == problem
    assert not target.exists()


def test_the_banner_is_readable_and_counts_only_what_it_shows(started: Any) -> None:
    left, colours = started("""
      const beside = window.document.createElementNS("http://www.w3.org/1999/xhtml", "div");
      beside.id = "retracted-items-container";
      window.document.documentElement.append(beside);
      const make = (library) => add({ title: "R", date: "2019", extra: `Affiliation: ${KISU}` }, [], library);
      const items = [make(1), make(2)];
      await AskFirst.checking.check(items, { quiet: true });
      AskFirst.banner.announce(items.map((each) => AskFirst.items.id(each)));
      const banner = window.document.getElementById("askfirst-banner");
      const colours = [banner.style.background, banner.style.color];
      banner.querySelector(".link").click();
      beside.remove();
      return [AskFirst.results.kept.banner, colours];""")
    assert [each.split("/")[0] for each in left] == ["2"]
    assert contrast(colours[0], colours[1]) > 4.5


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_another_language_is_spoken_at_once(started: Any) -> None:
    text = started(f"""{ITEM}
      AskFirst.settings.set("language", "de");
      render(open);
      await until(() => AskFirst.results.of(open).language === "de");
      render(open);
      return body.querySelector(".askfirst-question").textContent;""")
    assert "vor der Veröffentlichung geklärt" in text


def test_a_large_library_is_written_in_parts_and_read_back_the_same(started: Any) -> None:
    same, left = started(f"""{ITEM}
      AskFirst.results.PART = 2;
      AskFirst.results.kept.items["1/\\"quoted"] = {{ state: "none", says: "„ä“ \\u2028", findings: [] }};
      const kept = JSON.stringify(AskFirst.results.kept, Object.keys(AskFirst.results.kept).sort());
      await AskFirst.results.save();
      const again = await AskFirst.results._load();
      const read = JSON.stringify(again, Object.keys(again).sort());
      const items = JSON.stringify(again.items) === JSON.stringify(AskFirst.results.kept.items);
      return [read === kept && items, await IOUtils.exists(`${{AskFirst.results.path}}.tmp`)];""")
    assert same
    assert not left
