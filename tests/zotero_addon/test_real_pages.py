"""PDFs in a real Zotero, indexed by it: never *none* where a listed institution is printed. And a restart."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import RealZotero
from .firefox import CHECKER
from .pdfs import Line, page, pdf

TITLE = "Layout test paper on waveguides"
BERLIN = "Institute for Ultrafast Examples, Example Street 2A, 12489 Berlin, Germany"
KISU = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
KIM_CHAEK = "School of Materials, Kim Chaek University of Technology, Pyongyang, DPR Korea"
TEHRAN = "Faculty of Materials, Malek-e-Ashtar University of Technology, Tehran, Iran"
NAMES = "Max Beispiel1, Nam-A Hwa2 and Jörg Probe1"
COVER = [
    Line(60, 760, "Downloaded from a repository of examples", 12),
    Line(60, 730, "Please cite the published version."),
]
ASKS = {
    "joined": [page(TITLE, [NAMES, f"1 {BERLIN}", f"2 {KISU}"])],
    "letters": [page(TITLE, ["Max Beispiel a,*, Nam-A Hwa b", f"a {BERLIN}", f"b {KIM_CHAEK}"])],
    "symbols": [page(TITLE, ["Max Beispiel* and Nam-A Hwa†", f"* {BERLIN}", f"† {KISU}"])],
    "gaps": [page(TITLE, [NAMES, f"1 {BERLIN}", f"2 {KISU}"], step=26)],
    "two lines": [
        page(
            TITLE,
            [
                NAMES,
                f"1 {BERLIN}",
                "2 Faculty of Energy Science, Kim Il Sung University,",
                "Taesong District, Pyongyang, DPR Korea",
            ],
        )
    ],
    "foot": [
        page(TITLE, ["M. Beispiel · N.-A. Hwa"], ["M. Beispiel", BERLIN, "e-mail: max@example.org", "N.-A. Hwa", KISU])
    ],
    "correspondence": [
        page(
            TITLE,
            ["Max Beispiel1* and Nam-A Hwa2"],
            ["*Correspondence: max@example.org", f"1{BERLIN}", f"2{KIM_CHAEK}"],
        )
    ],
    "is with": [
        page(
            TITLE,
            ["Max Beispiel, Member, and Nam-A Hwa"],
            [
                "M. Beispiel is with the Institute for Ultrafast Examples, 12489 Berlin, Germany.",
                "N.-A. Hwa is with Kim Il Sung University, Pyongyang, DPR Korea.",
            ],
        )
    ],
    "brackets": [page(TITLE, [NAMES, f"(1. {BERLIN};", f"2. {KISU})"])],
    "cover": [COVER, page(TITLE, [NAMES, f"1 {BERLIN}", f"2 {KISU}"])],
    "Iran": [page(TITLE, [NAMES, f"1 {TEHRAN}", f"2 {BERLIN}"])],
}
SILENT = {
    "Berlin": [page(TITLE, [NAMES, f"1 {BERLIN}", "2 Department of Physics, Freie Universität Berlin, Germany"])],
    "Seoul": [
        page(
            TITLE,
            [NAMES, f"1 {BERLIN}", "2 Department of Physics, Seoul National University, Seoul, Republic of Korea"],
        )
    ],
    "e-mail": [page(TITLE, ["Max Beispiel and Nam-A Hwa", "max@example.org"])],
    "none": [page(TITLE, ["Max Beispiel and Nam-A Hwa"])],
}
ADD = """
  const made = {};
  for (const [name, path] of Object.entries(files)) {
    const item = new Zotero.Item("journalArticle");
    item.setField("title", "Layout test paper on waveguides");
    item.setField("date", "2018-06");
    const author = (firstName, lastName) => ({ firstName, lastName, creatorType: "author" });
    item.setCreators([author("Max", "Beispiel"), author("Nam-A", "Hwa"), author("Jörg", "Probe")]);
    await item.saveTx();
    const file = await Zotero.Attachments.importFromFile({ file: path, parentItemID: item.id });
    await Zotero.FullText.indexItems([file.id], { complete: true });
    made[name] = item.id;
  }
  return made;"""
STATES = """
  const items = Object.values(made).map((id) => Zotero.Items.get(id));
  const { problem } = await Zotero.AskFirst.checking.check(items, { quiet: true });
  if (problem) throw new Error(problem);
  return Object.fromEntries(Object.entries(made).map(([name, id]) => [name,
    Zotero.AskFirst.results.of(Zotero.Items.get(id)).state]));"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def reader(place: Path) -> Iterator[RealZotero]:
    app = os.environ.get("ASKFIRST_ZOTERO_APP")
    if not app:
        pytest.skip("ASKFIRST_ZOTERO_APP names no Zotero to start")
    if not CHECKER.exists():
        pytest.skip("the checker is not installed")
    with RealZotero(Path(app), place / "zotero") as running:
        yield running


@pytest.fixture(scope="module")
def states(reader: RealZotero, place: Path) -> dict[str, str]:
    made: dict[str, int] = {}
    for name, pages in {**ASKS, **SILENT}.items():
        file = place / f"{name}.pdf"
        file.write_bytes(pdf(*pages))
        # one a request: a busy computer takes up to 18 s to index one
        made |= reader.js(ADD, files={name: str(file)})
    found: dict[str, str] = reader.js(STATES, made=made)
    return found


@pytest.mark.parametrize("name", ASKS)
def test_a_listed_institution_on_a_page_asks(states: dict[str, str], name: str) -> None:
    assert states[name] == "open"


@pytest.mark.parametrize("name", SILENT)
def test_another_page_does_not(states: dict[str, str], name: str) -> None:
    assert states[name] == ("none" if name in ("Berlin", "Seoul") else "unknown")


SORT = """
  await win.ZoteroPane.collectionsView.selectLibrary(Zotero.Libraries.userLibraryID);
  await Zotero.Promise.delay(500);
  const columns = win.ZoteroPane.itemsView.tree._columns;
  const at = () => columns._columns.findIndex((column) => column.dataKey === Zotero.AskFirst.column.key);
  if (columns._columns[at()].hidden) columns.toggleHidden(at());
  await Zotero.Promise.delay(300);
  columns.toggleSort(at());
  await Zotero.Promise.delay(500);"""
LIST = """
  const view = win.ZoteroPane.itemsView;
  const rows = Array.from({ length: view.rowCount }, (_, n) => view.getRow(n).ref).filter((item) =>
    item.isRegularItem());
  const key = Zotero.AskFirst.column.key;
  const column = view.tree._columns._columns.find((each) => each.dataKey === key);
  return [rows.map((item) => Zotero.AskFirst.column.sortKey(item)[0]).join(""), column.hidden, column.width,
    view.getSortField() === key];"""


def quit_by_itself(zotero: RealZotero) -> None:
    zotero.js("Services.tm.dispatchToMainThread(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit)); return 1")
    zotero.process.wait(30)


MIXED = """
  const items = [];
  for (let n = 0; n < 30; n++) {
    const item = new Zotero.Item("journalArticle");
    item.setField("title", `Paper ${String.fromCharCode(65 + ((n * 7) % 26))}${n}`);
    item.setField("date", "2019");
    item.setField("extra", ["", `Affiliation: ${listed}`, `Affiliation: ${other}`][n % 3]);
    await item.saveTx();
    items.push(item);
  }
  await Zotero.AskFirst.checking.check(items, { quiet: true });"""


def test_after_a_restart_the_list_is_sorted_as_it_says(reader: RealZotero) -> None:
    reader.js(MIXED, listed=KISU, other=BERLIN)
    reader.js(SORT)
    before: list[Any] = reader.js(LIST)
    assert before[0] == "".join(sorted(before[0]))
    assert len(set(before[0])) == 3
    quit_by_itself(reader)
    reader.__enter__()
    end = time.monotonic() + 15
    while (after := reader.js(LIST)) != before and time.monotonic() < end:
        time.sleep(0.5)
    assert after == before == [before[0], False, "32", True]


ONE_BY_ONE = """
  const A = Zotero.AskFirst;
  const id = Object.entries(A.results.kept.items).find(([, result]) => result.state === from)[0];
  const work = A.items.byId(id);
  await win.ZoteroPane.selectItems([work.id]);
  A.results.take({ [id]: { ...A.results.kept.items[id], state: to } });
  await Zotero.Promise.delay(1000);
  return [win.ZoteroPane.getSelectedItems(true), work.id];"""
TREE = """
  const view = win.ZoteroPane.itemsView;
  const rows = Array.from({ length: view.rowCount }, (_, n) => view.getRow(n));
  const good = rows.every((row, n) => view._rowMap[row.ref.treeViewID] === n &&
    (row.level === 0 || rows.slice(0, n).reverse().find((each) => each.level === 0).ref.id === row.ref.parentItemID));
  return [win.ZoteroPane.getSelectedItems(true)[0], good ? rows.filter((row) => row.level === 0).length : -1];"""
OPENED = "win.ZoteroPane.itemsView.expandAllRows?.(); await Zotero.Promise.delay(500);"


@pytest.mark.parametrize(
    ("first", "to"), [("open", "answered"), ("unknown", "open"), ("none", "waiting"), ("waiting", "none")]
)
@pytest.mark.parametrize("opened", ["", OPENED])
def test_one_work_moves_to_its_place_and_stays_selected(reader: RealZotero, opened: str, first: str, to: str) -> None:
    reader.js(opened + "return 1")
    selected, moved = reader.js(ONE_BY_ONE, **{"from": first, "to": to})
    assert selected == [moved]
    keys, *_ = reader.js(LIST)
    assert keys == "".join(sorted(keys))
    assert reader.js(TREE) == [moved, len(keys)]
