"""The add-on in a real Zotero, from installing to removing. The tests build on each other, in this order."""

from __future__ import annotations

import json
import os
import subprocess
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

import askfirst

from .conftest import ADDON_ID, PORT, RealZotero, packed
from .firefox import CHECKER

KP = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
HOSTILE = '<img src=x onerror="Zotero.pwned=1"><script>Zotero.pwned=1</script>\u202eevil\u0007'
LIBRARY = [
    {
        "title": "Switchable plasmonic routers",
        "date": "2019-05",
        "extra": f"Affiliation: Institute of Optics, Berlin, Germany\nAffiliation (Ri): {KP}",
    },
    {"title": "Older joint work", "date": "2014", "extra": f"Affiliation: {KP}"},
    {"title": "Nothing known", "date": "2020", "extra": ""},
    {"title": "Harmless", "date": "2021", "extra": "Affiliation: Freie Universität Berlin, Germany"},
    {
        "title": HOSTILE,
        "date": "2022",
        "extra": f"Affiliation: {HOSTILE} Kim Il Sung University, Pyongyang, North Korea",
    },
]
MAKE = """
  const ids = [];
  const collection = new Zotero.Collection({ name: "Drafts" });
  await collection.saveTx();
  for (const given of library) {
    const item = new Zotero.Item("journalArticle");
    for (const field of ["title", "date", "extra"]) item.setField(field, given[field]);
    const author = (firstName, lastName) => ({ firstName, lastName, creatorType: "author" });
    item.setCreators([author("Max", "Schmidt"), author("B.", "Ri")]);
    item.addToCollection(collection.id);
    ids.push(await item.saveTx());
  }
  const note = new Zotero.Item("note");
  note.parentID = ids[2];
  note.setNote("<p>" + "x".repeat(10_000_000) + "</p>");
  await note.saveTx();
  Zotero.Items.get(ids[0]).addRelatedItem(Zotero.Items.get(ids[1]));
  await Zotero.Items.get(ids[0]).saveTx();
  Zotero.Items.get(ids[1]).addRelatedItem(Zotero.Items.get(ids[0]));
  await Zotero.Items.get(ids[1]).saveTx();
  return ids;"""
SECTION = (
    "[...win.document.querySelectorAll('.askfirst-section .askfirst-box')].map((box) => box.textContent).join('|')"
)


@pytest.fixture(scope="module")
def ids(zotero: RealZotero) -> list[int]:
    """Items of the example library."""
    made: list[int] = zotero.js(MAKE, library=LIBRARY)
    return made


def until(zotero: RealZotero, body: str, seconds: float = 20, **values: object) -> Any:
    """What *body* returns as soon as that is true."""
    end = time.monotonic() + seconds
    while not (found := zotero.js(body, **values)):
        assert time.monotonic() < end, body
        time.sleep(0.1)
    return found


def select(zotero: RealZotero, item: int) -> None:
    zotero.js("await win.ZoteroPane.selectItems([id]); await Zotero.Promise.delay(300)", id=item)


def picture(zotero: RealZotero, name: str, part: str = ".askfirst-section") -> None:
    """A picture with a *part* of the section in view."""
    zotero.js("win.document.querySelector(part).scrollIntoView(); await Zotero.Promise.delay(500)", part=part)
    zotero.shot(name)


def press(zotero: RealZotero, l10n: str) -> None:
    """Press a button of the section."""
    zotero.js(
        "win.document.querySelector(`button[data-askfirst='${l10n}']`).click(); await Zotero.Promise.delay(200)",
        l10n=l10n,
    )


def test_everything_registers(zotero: RealZotero) -> None:
    found = zotero.js(
        "const A = Zotero.AskFirst;return [A.section.key, A.column.key, A.info.key, A.settings.pane, ...A.menus.ids]"
    )
    assert len(found) == 7
    assert all(found)


def test_before_a_check_the_column_says_so_and_nothing_ran(zotero: RealZotero, ids: list[int]) -> None:
    assert word(zotero, ids[0]) == "unchecked"
    select(zotero, ids[0])
    assert "Not checked yet." in zotero.js(f"return {SECTION}")


def word(zotero: RealZotero, item: int) -> str:
    said: str = zotero.js(
        "return Zotero.ItemTreeManager.getCustomCellData(Zotero.Items.get(id), Zotero.AskFirst.column.key)", id=item
    )
    return said.partition(" ")[2]


ASK_BY_MENU = """
  const popup = win.document.getElementById("zotero-itemmenu");
  const shown = new Promise((resolve) => popup.addEventListener("popupshown", resolve, { once: true }));
  await win.ZoteroPane.onItemsContextMenuOpen({ target: popup, preventDefault() {} }, 100, 100);
  await shown;
  const menu = popup.querySelector("menu[data-l10n-id='askfirst-menu']");
  const unfolded = new Promise((resolve) => menu.menupopup.addEventListener("popupshown", resolve, { once: true }));
  menu.openMenu(true);
  await unfolded;
  const entry = menu.menupopup.querySelector("menuitem[data-l10n-id='askfirst-menu-check']");
  const A = Zotero.AskFirst;
  for (const old of win.document.querySelectorAll(".askfirst-finding")) old.remove();
  const check = A.checker.ask.bind(A.checker);
  let checker = -1;
  A.checker.ask = async (...given) => { const reply = await check(...given); checker = reply.took; return reply; };
  const began = Date.now();
  menu.menupopup.activateItem(entry);
  while (checker < 0 || A.checking.busy.size ||
    !win.document.querySelector(".askfirst-finding")) await Zotero.Promise.delay(5);
  A.checker.ask = check;
  return [Date.now() - began, checker];"""


def test_the_context_menu_asks_about_one_item(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[0])
    took = [zotero.js(ASK_BY_MENU) for _ in range(5)]
    print("context menu to result, and the checker's own time of it (ms):", took)
    said = zotero.js(f"return {SECTION}")
    assert KP in said
    assert "Was it clarified before this was published whether a decision under paragraph 11 was needed" in said
    assert "since 30 Nov 2016" in said
    assert "Export Control Office" in said
    assert word(zotero, ids[0]) == "open"
    picture(zotero, "section")


def test_the_first_run_shows_no_banner(zotero: RealZotero) -> None:
    assert zotero.js("return win.document.getElementById('askfirst-banner') === null")


def test_a_collection_is_checked_from_its_menu(zotero: RealZotero, ids: list[int]) -> None:
    zotero.js("""
      const collection = Zotero.Collections.getByLibrary(Zotero.Libraries.userLibraryID)[0];
      await win.ZoteroPane.collectionsView.selectCollection(collection.id);
      await Zotero.Promise.delay(300);
      const popup = win.document.getElementById("zotero-collectionmenu");
      const shown = new Promise((resolve) => popup.addEventListener("popupshown", resolve, { once: true }));
      await win.ZoteroPane.onCollectionsContextMenuOpen({ target: popup, preventDefault() {} }, 100, 100);
      await shown;
      const menu = popup.querySelector("menu[data-l10n-id='askfirst-menu']");
      const unfolded = new Promise((resolve) => menu.menupopup.addEventListener("popupshown", resolve, { once: true }));
      menu.openMenu(true);
      await unfolded;
      menu.menupopup.activateItem(menu.menupopup.querySelector("menuitem[data-l10n-id='askfirst-menu-check']"));""")
    until(
        zotero,
        "return Zotero.AskFirst.results.of(Zotero.Items.get(id)) !== undefined && !Zotero.AskFirst.checking.current",
        id=ids[4],
    )
    assert [word(zotero, item) for item in ids] == ["open", "none", "unknown", "none", "open"]
    assert zotero.js("return win.document.getElementById('askfirst-banner') === null")


def test_an_older_work_is_not_held_against_anyone(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[1])
    assert "No question." in zotero.js(f"return {SECTION}")


def test_an_unknown_affiliation_is_said(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[2])
    assert "affiliation unknown" in zotero.js(f"return {SECTION}")


def test_hostile_text_stays_text(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[4])
    state = zotero.js(
        "const box = win.document.querySelector('.askfirst-section');"
        "return [Zotero.pwned ?? null, box.querySelectorAll('img, script').length, box.textContent]"
    )
    assert state[0] is None
    assert state[1] == 0
    assert "<img src=x" in state[2]
    assert "\u202e" not in state[2]
    assert "\u0007" not in state[2]


def test_nothing_was_written_to_the_library(zotero: RealZotero, ids: list[int]) -> None:
    found = zotero.js(
        "return ids.map((id) => Zotero.Items.get(id)).map((item) => [item.getTags().length, item.getNotes().length])",
        ids=ids,
    )
    assert found == [[0, 0], [0, 0], [0, 1], [0, 0], [0, 0]]


def test_a_new_finding_is_announced_once(zotero: RealZotero, ids: list[int]) -> None:
    zotero.js(
        "const item = Zotero.Items.get(id); item.setField('extra', extra); await item.saveTx()",
        id=ids[3],
        extra=f"Affiliation: {KP}",
    )
    until(zotero, "return !!win.document.getElementById('askfirst-banner')")
    zotero.js("await Zotero.Promise.delay(300)")
    assert "a question has come up" in zotero.js("return win.document.getElementById('askfirst-banner').textContent")
    zotero.shot("banner")
    zotero.js("win.document.querySelector('#askfirst-banner .link').click()")
    until(zotero, "return win.ZoteroPane.getSelectedItems(true)[0] === id", id=ids[3])
    assert zotero.js("return win.document.getElementById('askfirst-banner') === null")


def test_a_muted_item_is_not_announced_and_stays_marked(zotero: RealZotero, ids: list[int]) -> None:
    body = """
      const A = Zotero.AskFirst, item = Zotero.Items.get(id), key = A.items.id(item);
      const news = async () => {
        A.results.forget([key]);
        const { news } = await A.checking.check([item], { quiet: true, announce: true, added: true });
        A.banner.seen();
        return news.length;
      };
      A.results.muteItem(key, true);
      const counts = [await news()];
      A.results.muteItem(key, false);
      A.results.muteKind("AF101", true);
      counts.push(await news());
      A.results.unmuteAll();
      counts.push(await news());
      return [...counts, A.results.of(item).state, !!win.document.getElementById("askfirst-banner")];"""
    assert zotero.js(body, id=ids[3]) == [0, 0, 1, "open", False]


def test_an_incomplete_answer_is_refused_with_its_reason(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[0])
    press(zotero, "askfirst-not-this")
    press(zotero, "askfirst-save")
    until(zotero, f"return {SECTION}.includes('reason')")
    assert word(zotero, ids[0]) == "open"
    assert not list(zotero.answers.rglob("*.toml"))


def test_an_answer_is_recorded_and_the_question_is_gone(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[0])
    press(zotero, "askfirst-record")
    zotero.js("""
      const type = (name, value) => {
        const input = win.document.getElementById(`askfirst-input-${name}`);
        input.value = value;
        input.dispatchEvent(new win.Event("input"));
      };
      type("kind", "state-decision");
      type("outcome", "no-licence-needed");
      type("reference", "1718/2026-7");
      type("asked", "2026-09-14");
      type("answered", Zotero.AskFirst.pure.today());
      type("by", "Export Control Office");
      type("reason", "medical exchange");""")
    picture(zotero, "answer", ".askfirst-form")
    press(zotero, "askfirst-save")
    until(zotero, "return Zotero.AskFirst.results.of(Zotero.Items.get(id)).state === 'answered'", id=ids[0])
    assert word(zotero, ids[0]) == "answered"
    files = list(zotero.answers.rglob("*.toml"))
    assert len(files) == 1
    answer = tomllib.loads(files[0].read_text(encoding="utf-8"))
    assert answer["kind"] == "state-decision"
    assert answer["covers"]["work"] == "Switchable plasmonic routers"
    until(zotero, "return !win.document.querySelector(\"button[data-askfirst='askfirst-record']\")")
    until(zotero, f"return {SECTION}.includes('1718/2026-7')")
    picture(zotero, "answered")


def test_the_answer_covers_no_other_work(zotero: RealZotero, ids: list[int]) -> None:
    zotero.js("await Zotero.AskFirst.checking.check([Zotero.Items.get(id)], { quiet: true })", id=ids[3])
    assert word(zotero, ids[3]) == "open"


def test_a_note_is_written_on_request_only(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[4])
    press(zotero, "askfirst-write-note")
    assert "annote" in zotero.js(f"return {SECTION}")
    press(zotero, "askfirst-note-now")
    note = until(
        zotero, "return Zotero.Items.get(id).getNotes().map((n) => Zotero.Items.get(n).getNote())[0]", id=ids[4]
    )
    assert "&lt;img" in note
    assert "<img" not in note


def test_the_whole_library_from_the_tools_menu_with_the_column_shown(zotero: RealZotero, ids: list[int]) -> None:
    zotero.js("""
      await win.ZoteroPane.collectionsView.selectLibrary(Zotero.Libraries.userLibraryID);
      const columns = win.ZoteroPane.itemsView.tree._columns;
      const at = columns._columns.findIndex((column) => column.dataKey === Zotero.AskFirst.column.key);
      if (columns._columns[at].hidden) columns.toggleHidden(at);
      await Zotero.Promise.delay(300);""")
    outcome = zotero.js("const { reply, ...rest } = await Zotero.AskFirst.menus.library(); return rest")
    assert outcome["checked"] == 5
    assert "problem" not in outcome
    select(zotero, ids[4])
    zotero.js("await Zotero.Promise.delay(1500)")
    zotero.shot("column")


def test_the_command_reads_the_running_zotero(zotero: RealZotero, ids: list[int], tmp_path: Path) -> None:
    command = [str(CHECKER), "zotero", "--endpoint", f"http://127.0.0.1:{PORT}/api", "--format", "json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}

    def run(*options: str) -> dict[str, Any]:
        done = subprocess.run([*command, *options], capture_output=True, text=True, env=environment, timeout=60)
        assert done.returncode == 1, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    first = run()
    assert first["works"] == 5
    assert first["unreadable"] == 0
    assert {each["title"] for each in first["found"]} >= {"Switchable plasmonic routers", "Harmless"}
    zotero.js(
        "const item = Zotero.Items.get(id); item.setField('extra', extra); await item.saveTx()",
        id=ids[2],
        extra=f"Affiliation: {KP}",
    )
    second = run()
    assert {each["title"] for each in second["found"]} == {each["title"] for each in first["found"]} | {"Nothing known"}
    zotero.js("const item = Zotero.Items.get(id); item.setField('extra', ''); await item.saveTx()", id=ids[2])
    assert {each["title"] for each in run()["found"]} == {each["title"] for each in first["found"]}
    assert run("--collection", "Drafts")["works"] == 5


def test_a_check_can_be_stopped(zotero: RealZotero, ids: list[int], tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    outcome = zotero.js(
        """const A = Zotero.AskFirst, was = A.settings.get("command");
        A.settings.set("command", slow);
        const check = A.checking.check([Zotero.Items.get(id)], { quiet: true });
        while (!A.checker.running.size) await Zotero.Promise.delay(20);
        const began = Date.now();
        A.checking.stop();
        const { problem } = await check;
        A.settings.set("command", was);
        return [problem, Date.now() - began]""",
        slow=str(slow),
        id=ids[0],
    )
    assert outcome[0] == "askfirst-problem-stopped"
    assert outcome[1] < 3000


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("#!/bin/sh\nexec sleep 60\n", "askfirst-problem-slow"),
        ("#!/bin/sh\necho boom >&2; exit 3\n", "askfirst-problem-failed"),
        ("#!/bin/sh\necho '<script>x</script>'\n", "askfirst-problem-unreadable"),
        ("#!/bin/sh\nexec 0<&-; head -c 3000000 /dev/zero | tr '\\0' x; exit 0\n", "askfirst-problem-unreadable"),
        (None, "askfirst-problem-path-none"),
    ],
)
def test_a_checker_that_fails_is_said_in_the_section(
    zotero: RealZotero, ids: list[int], tmp_path: Path, script: str | None, problem: str
) -> None:
    program = tmp_path / "askfirst"
    if script:
        program.write_text(script)
        program.chmod(0o755)
    select(zotero, ids[2])
    found = zotero.js(
        """const A = Zotero.AskFirst, was = A.settings.get("command");
        A.settings.set("command", program);
        A.settings.set("timeout", 5);
        const outcome = await A.menus.items([Zotero.Items.get(id)]);
        A.settings.set("command", was);
        A.settings.set("timeout", 60);
        await Zotero.Promise.delay(200);
        return [outcome.problem, win.document.querySelector(".askfirst-problem")?.textContent]""",
        program=str(program),
        id=ids[2],
    )
    assert found[0] == problem
    assert found[1]
    if problem == "askfirst-problem-path-none":
        assert str(program) in found[1]
        picture(zotero, "missing")
    press(zotero, "askfirst-check")
    until(zotero, "return !win.document.querySelector('.askfirst-problem')")


def test_the_preferences_find_and_test_the_checker(zotero: RealZotero) -> None:
    found = zotero.js("""
      const opened = Zotero.Utilities.Internal.openPreferences(Zotero.AskFirst.settings.pane);
      let prefs;
      const found = () => (prefs = Services.wm.getMostRecentWindow("zotero:pref"))?.document;
      while (!found()?.getElementById("askfirst-test")) await Zotero.Promise.delay(50);
      await Zotero.Promise.delay(300);
      prefs.document.getElementById("askfirst-test").doCommand();
      const outcome = prefs.document.getElementById("askfirst-outcome");
      while (!/within/.test(outcome.textContent)) await Zotero.Promise.delay(50);
      return [outcome.textContent, prefs.document.getElementById("askfirst-contact").value];""")
    assert found[0].startswith("askfirst ")
    assert found[1] == "Export Control Office, export@institute.example"
    zotero.shot("preferences", 'Services.wm.getMostRecentWindow("zotero:pref")')
    zotero.js('Services.wm.getMostRecentWindow("zotero:pref").close()')


def test_the_questions_come_in_german(zotero: RealZotero, ids: list[int]) -> None:
    select(zotero, ids[4])
    zotero.js(
        "Zotero.AskFirst.settings.set('language', 'de');"
        "await Zotero.AskFirst.checking.check([Zotero.Items.get(id)], { quiet: true });"
        "await Zotero.Promise.delay(300)",
        id=ids[4],
    )
    assert "vor der Veröffentlichung geklärt" in zotero.js(f"return {SECTION}")
    picture(zotero, "german")
    zotero.js("Zotero.AskFirst.settings.set('language', 'en')")


TRACES = """
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const doc = win.document;
  return [
    typeof Zotero.AskFirst,
    doc.querySelectorAll(".askfirst-section, #askfirst-banner, [href='askfirst.ftl']").length,
    doc.querySelectorAll("[data-l10n-id^='askfirst'], [data-pane*='askfirst']").length,
    Zotero.ItemTreeManager.getCustomColumns("main").filter((column) => column.dataKey.includes("askfirst")).length,
  ];"""
GONE = f"""const left = await (async () => {{ {TRACES} }})(); return left.join() === "undefined,0,0,0";"""
"""Zotero takes a section out a moment after the add-on has gone"""


def test_switched_off_it_leaves_no_trace_and_comes_back(zotero: RealZotero) -> None:
    switch = """
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const addon = await AddonManager.getAddonByID(id);
      await addon[what]();
      await Zotero.Promise.delay(1000);"""
    zotero.js(switch, id=ADDON_ID, what="disable")
    until(zotero, GONE)
    zotero.js(switch, id=ADDON_ID, what="enable")
    until(zotero, "return typeof Zotero.AskFirst === 'object' && !!Zotero.AskFirst.column?.key")


def test_the_built_archive_installs_and_uninstalls_without_a_trace(zotero: RealZotero) -> None:
    xpi = packed(zotero.folder)
    version = zotero.js(
        """const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        const install = await AddonManager.getInstallForFile(Zotero.File.pathToFile(xpi));
        const addon = await install.install();
        const there = () => Zotero.AskFirst?.column?.key && Zotero.AskFirst.rootURI.startsWith("jar:");
        while (!there()) await Zotero.Promise.delay(100);
        return [addon.version, addon.isActive, Zotero.AskFirst.rootURI];""",
        xpi=str(xpi),
    )
    assert version[:2] == [askfirst.__version__, True]
    zotero.js(
        """const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        await (await AddonManager.getAddonByID(id)).uninstall();
        await Zotero.Promise.delay(1500);""",
        id=ADDON_ID,
    )
    until(zotero, GONE)
    left = zotero.js(
        "return [await IOUtils.exists(PathUtils.join(Zotero.Profile.dir, 'askfirst.json')),"
        " Services.prefs.getChildList('extensions.zotero.askfirst.')"
        ".filter((name) => Services.prefs.prefHasUserValue(name))]"
    )
    assert left == [False, []]
    assert list(zotero.answers.rglob("*.toml")), "recorded answers are documents of the user and stay"
