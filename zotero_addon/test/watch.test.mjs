import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";

const Zotero = {
  Items: { getAsync: async (ids) => ids.map((id) => ({ id })) },
  logError(error) {
    throw error;
  },
  debug() {},
};

/** A watch over one work, whose file has no text for the first *without* looks; `pass` lets the next timer run. */
function watching(without, { pdf = true, wanted = true, problem = "" } = {}) {
  const AskFirst = load(["pure", "watch"], { Zotero });
  const timers = [];
  const checked = [];
  const stale = [];
  let looks = 0;
  const entry = () => AskFirst.pure.entry("1/A", { title: "T" }, [], looks++ < without ? "" : "page");
  AskFirst.items = { id: () => "1/A", works: (items) => items, hasPDF: () => pdf, entry: async () => entry() };
  AskFirst.results = { kept: { begun: true, works: {} }, known: null, of: () => AskFirst.results.known, forget() {}, stale(ids) { stale.push(...ids) } };
  AskFirst.checking = {
    current: null,
    async check() {
      checked.push(looks);
      if (problem) return { problem };
      AskFirst.results.known = { digest: AskFirst.pure.digest(AskFirst.pure.entry("1/A", { title: "T" }, [], looks > without ? "page" : "")) };
      return {};
    },
  };
  AskFirst.settings = { get: () => wanted };
  Object.defineProperty(AskFirst.watch, "_timers", { value: { setTimeout: (run) => timers.push(run), clearTimeout() {} } });
  Object.assign(AskFirst.watch, { waiting: new Set(), looks: new Map(), timer: null });
  const pass = async () => {
    const run = timers.shift();
    if (run) await run();
    return Boolean(run);
  };
  return { watch: AskFirst.watch, pass, checked, stale, looks: () => looks };
}

test("a work whose file is indexed later is checked again", async () => {
  const { watch, pass, checked } = watching(3);
  watch.notify("add", "item", [1]);
  while (await pass());
  assert.deepEqual(checked, [1, 4]);
});

test("a file that never gets a text is looked at some times and no more", async () => {
  const { watch, pass, checked, looks } = watching(Infinity);
  watch.notify("add", "item", [1]);
  while (await pass());
  assert.equal(looks(), watch.MOST_LOOKS + 1);
  assert.deepEqual(checked, [1]);
});

test("a work without a file is looked at once", async () => {
  const { watch, pass, looks } = watching(Infinity, { pdf: false });
  watch.notify("add", "item", [1]);
  while (await pass());
  assert.equal(looks(), 1);
});

test("a check that fails in the background makes the last result stale, and keeps it", async () => {
  const { watch, pass, checked, stale } = watching(0, { problem: "askfirst-problem-slow" });
  watch.notify("modify", "item", [1]);
  while (await pass());
  assert.deepEqual([checked.length, stale], [1, ["1/A"]]);
});

test("where nobody wants changes checked, the last result is stale", async () => {
  const { watch, pass, checked, stale } = watching(0, { wanted: false });
  watch.notify("modify", "item", [1]);
  while (await pass());
  assert.deepEqual([checked, stale], [[], ["1/A"]]);
});
