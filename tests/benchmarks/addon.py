"""The add-on in a real Zotero with a large library: how long it keeps the window, and what it takes to sort and keep.

    ASKFIRST_ZOTERO_APP=… python tests/benchmarks/addon.py [ITEMS [SECONDS]]

A timer in the window fires every 5 ms; where it comes late, the window stood still. Beside the time on the clock stands
the time that Zotero's main thread worked meanwhile: on a busy computer only that is its own. Bound (DESIGN, 9 and
issue 14): no stall over 100 ms while idle.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from zotero_addon.conftest import RealZotero

ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 60
KISU = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
PROBE = """
  const timers = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const probe = (Zotero.askfirstProbe = { late: [], on: true });
  let last = Date.now();
  const tick = () => {
    const now = Date.now();
    if (now - last > 25) probe.late.push([last, now]);
    last = now;
    if (probe.on) timers.setTimeout(tick, 5);
  };
  timers.setTimeout(tick, 5);"""
SORT = """
  const columns = win.ZoteroPane.itemsView.tree._columns;
  const key = name === "mark" ? Zotero.AskFirst.column.key : name;
  const at = columns._columns.findIndex((column) => column.dataKey === key);
  if (columns._columns[at].hidden) columns.toggleHidden(at);
  await Zotero.Promise.delay(300);
  columns.toggleSort(at);
  await Zotero.Promise.delay(3000);"""
ALL = """
  const A = Zotero.AskFirst;
  Zotero.askfirstRun = null;
  A.menus.library().then(({ checked, problem }) => (Zotero.askfirstRun = [checked, problem ?? ""]));"""
ONE = """
  const A = Zotero.AskFirst;
  const [id] = Object.entries(A.results.kept.items).find(([, result]) => result.state === from) ?? [];
  if (id) A.results.take({ [id]: { ...A.results.kept.items[id], state: to, findings: [] } });
  await Zotero.Promise.delay(4000);
  return !!id;"""
ADDED = """
  const item = new Zotero.Item("journalArticle");
  item.setField("title", "A work that came later");
  await item.saveTx({ skipSelect: true });
  await Zotero.Promise.delay(6000);"""


class Worked(threading.Thread):
    """Nanoseconds that the main thread of a process ran, looked at every 5 ms."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.place = f"/proc/{pid}/task/{pid}/schedstat"
        self.seen: list[tuple[float, float]] = []

    def run(self) -> None:
        while True:
            try:
                self.seen.append((time.time() * 1000, int(Path(self.place).read_text().split()[0]) / 1e6))
            except OSError:
                return
            time.sleep(0.005)

    def between(self, begin: float, end: float) -> float:
        """Milliseconds of work between two times, each in milliseconds since 1970."""
        inside = [at for at, each in enumerate(self.seen) if begin - 8 <= each[0] <= end + 8]
        return self.seen[inside[-1]][1] - self.seen[inside[0]][1] if inside else 0.0


def run(zotero: RealZotero, worked: Worked, name: str, act: Any) -> None:
    """Print the longest stalls while *act* runs."""
    zotero.js("Zotero.askfirstProbe.late.length = 0")
    began = time.perf_counter()
    found = act()
    took = time.perf_counter() - began
    late = zotero.js("return Zotero.askfirstProbe.late")
    each = sorted(((end - begin, worked.between(begin, end)) for begin, end in late), reverse=True)
    own = sorted((work for _, work in each), reverse=True)
    over = sum(work > 100 for work in own)
    print(f"{name:42} {took:7.1f} s  late by at most {each[0][0] if each else 0:5.0f} ms, of its own work", end=" ")
    print(f"{own[0] if own else 0:5.0f} ms (over 100: {over}; {[round(w) for w in own[:6]]})  {found or ''}")
    sys.stdout.flush()


def checked(zotero: RealZotero) -> Any:
    """Check the library as the menu does, and wait for the end."""
    zotero.js(ALL)
    while not (done := zotero.js("return Zotero.askfirstRun")):
        time.sleep(1)
    return done


def fill(database: Path) -> None:
    """Put the items into a library that Zotero made and has left: much faster than it would itself."""
    base = sqlite3.connect(database)
    (kind,) = base.execute("SELECT itemTypeID FROM itemTypes WHERE typeName = 'journalArticle'").fetchone()
    (author,) = base.execute("SELECT creatorTypeID FROM creatorTypes WHERE creatorType = 'author'").fetchone()
    names = "'title', 'date', 'abstractNote', 'extra'"
    fields = dict(base.execute(f"SELECT fieldName, fieldID FROM fields WHERE fieldName IN ({names})"))
    values: dict[str, int] = {}
    rows: dict[str, list[tuple[object, ...]]] = {"items": [], "itemData": [], "itemCreators": []}
    for n in range(1, ITEMS + 1):
        day = "2026-11-01 00:00:00"
        rows["items"].append((n, kind, day, day, day, 1, f"{n:08d}".translate(KEYS), 0, 0))
        for name, value in item(n).items():
            rows["itemData"].append((n, fields[name], values.setdefault(value, len(values) + 1)))
        rows["itemCreators"] += [(n, 1 + (n + each) % 997, author, each) for each in range(3)]
    base.executemany(
        "INSERT INTO creators (creatorID, firstName, lastName, fieldMode) VALUES (?, 'Anna', ?, 0)",
        [(n, f"Abel{n}") for n in range(1, 998)],
    )
    base.executemany(
        "INSERT INTO itemDataValues (valueID, value) VALUES (?, ?)", [(n, value) for value, n in values.items()]
    )
    for table, given in rows.items():
        marks = ", ".join("?" * len(given[0]))
        base.executemany(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({marks})", given)
    base.commit()
    base.close()


COLUMNS = {
    "items": "itemID, itemTypeID, dateAdded, dateModified, clientDateModified, libraryID, key, version, synced",
    "itemData": "itemID, fieldID, valueID",
    "itemCreators": "itemID, creatorID, creatorTypeID, orderIndex",
}
KEYS = str.maketrans("01", "YZ")
"""keys of Zotero have neither a nought nor a one"""


def item(n: int) -> dict[str, str]:
    """The fields of one item; one in a hundred says an affiliation."""
    year = 1990 + n % 36
    said = {
        "title": f"Switchable plasmonic routers in layered media, part {n * 7919 % 100003}",
        "date": f"{year}-00-00 {year}",
        "abstractNote": "We show that light goes where it is sent. " * 25,
    }
    if n % 100 == 0:
        said["extra"] = f"Affiliation: {'Max Born Institute, Berlin, Germany' if n % 1000 else KISU}"
    return said


def main() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        app, place = Path(os.environ["ASKFIRST_ZOTERO_APP"]), Path(folder) / "z"
        zotero = RealZotero(app, place, **{"extensions.zotero.askfirst.timeout": 600})
        with zotero:
            zotero.js("Services.tm.dispatchToMainThread(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit))")
            zotero.process.wait(60)
        fill(place / "data" / "zotero.sqlite")
        began = time.perf_counter()
        with zotero:
            print(f"{ITEMS} items, Zotero ready after {time.perf_counter() - began:.1f} s", flush=True)
            zotero.js("await win.ZoteroPane.collectionsView.selectLibrary(Zotero.Libraries.userLibraryID)")
            time.sleep(20)
            print(f"{zotero.js('return win.ZoteroPane.itemsView.rowCount')} rows", flush=True)
            worked = Worked(zotero.process.pid)
            worked.start()
            zotero.js(PROBE)
            measure(zotero, worked)


def measure(zotero: RealZotero, worked: Worked) -> None:
    """All that is measured, in an order in which each needs what is before it."""
    run(zotero, worked, "idle, nothing checked yet", lambda: time.sleep(SECONDS))
    run(zotero, worked, "sorted by title (Zotero's own)", lambda: zotero.js(SORT, name="title"))
    run(zotero, worked, "the whole library checked", lambda: checked(zotero))
    run(zotero, worked, "sorted by the mark", lambda: zotero.js(SORT, name="mark"))
    run(zotero, worked, "idle, all checked, sorted by the mark", lambda: time.sleep(SECONDS))
    run(zotero, worked, "one answered", lambda: zotero.js(ONE, **{"from": "open", "to": "answered"}))
    run(zotero, worked, "one item added", lambda: zotero.js(ADDED))
    run(zotero, worked, "the file of the results written", lambda: zotero.js("await Zotero.AskFirst.results.save()"))
    size = zotero.js("return (await IOUtils.stat(Zotero.AskFirst.results.path)).size")
    print(f"the file of the results: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
