import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";

const { pure } = load(["pure"]);
const open = (id, more = {}) => ({ id, code: "AF101", level: "stop", state: "open", ...more });
const result = (...findings) => ({ state: "open", says: "", findings });
const mutes = (items = {}, kinds = {}) => ({ items, kinds });
const plain = (value) => JSON.parse(JSON.stringify(value));

test("an entry carries the fields that are read and nothing else", () => {
  const entry = pure.entry("1/A", { key: "A", title: "T", abstractNote: "private", tags: [1], url: "https://x" }, [], "");
  assert.deepEqual(plain(entry), { id: "1/A", data: { key: "A", title: "T" }, notes: [], fulltext: "" });
});

test("long notes and pages are cut, and there are at most fifty notes", () => {
  const entry = pure.entry("1/A", {}, Array(60).fill("x".repeat(10_000_000 / 10)), "p".repeat(100_000));
  assert.equal(entry.notes.length, 50);
  assert.equal(entry.notes[0].length, pure.MOST_NOTE);
  assert.equal(entry.fulltext.length, pure.MOST_PAGE);
});

test("the digest changes with what is read, and with nothing else", () => {
  const one = pure.entry("1/A", { title: "T", extra: "a" }, ["n"], "page");
  assert.equal(pure.digest(one), pure.digest(pure.entry("1/A", { title: "T", extra: "a", tags: [1] }, ["n"], "other page")));
  assert.notEqual(pure.digest(one), pure.digest(pure.entry("1/A", { title: "T", extra: "b" }, ["n"], "page")));
  assert.notEqual(pure.digest(one), pure.digest(pure.entry("1/A", { title: "T", extra: "a" }, ["n"], "")));
  assert.notEqual(pure.digest(one), pure.digest(pure.entry("1/A", { title: "T", extra: "a" }, ["m"], "page")));
});

test("a request says which exchange it speaks", () => {
  const request = JSON.parse(pure.request("check", { language: "de", folder: "/f", profile: "", contact: "c" }, [], { finding: "x" }));
  assert.deepEqual(request, { schema: "askfirst/zotero/1", action: "check", language: "de", answers: "/f", profile: "", contact: "c", items: [], finding: "x" });
});

for (const [name, given, expected] of [
  ["an answer", ['{"schema":"askfirst/zotero/1","items":{}}', "", 0], { reply: { schema: "askfirst/zotero/1", items: {} } }],
  ["a refusal", ['{"schema":"askfirst/zotero/1","error":"no \\u202esuch"}', "", 2], { problem: "askfirst-problem-says", says: "no  such" }],
  ["another version", ['{"schema":"askfirst/zotero/2"}', "", 0], { problem: "askfirst-problem-version", says: "askfirst/zotero/2" }],
  ["a crash", ["", "Traceback\nboom", 1], { problem: "askfirst-problem-failed", says: "Traceback boom" }],
  ["noise", ["<b>hi</b>", "", 0], { problem: "askfirst-problem-unreadable", says: "<b>hi</b>" }],
  ["a bare word of JSON", ["null", "", 0], { problem: "askfirst-problem-unreadable", says: "" }],
]) {
  test(`reply: ${name}`, () => assert.deepEqual(plain(pure.reply(...given)), expected));
}

test("a shown line has no control or bidirectional characters and an end", () => {
  assert.equal(pure.line("a\u0000b\u202ec\u2066d\u200be\nf"), "a b c d e f");
  assert.equal(pure.line("x".repeat(1000)).length, 300);
  assert.equal(pure.line(undefined), "");
});

test("batches keep every entry once, in order, and within their bounds", () => {
  const entries = Array.from({ length: 1203 }, (_, n) => ({ id: String(n), data: { extra: "x".repeat(n % 7 === 0 ? 50_000 : 10) } }));
  const batches = pure.batches(entries);
  assert.deepEqual(plain(batches.flat().map((entry) => entry.id)), entries.map((entry) => entry.id));
  for (const batch of batches) {
    assert.ok(batch.length <= pure.MOST_BATCH);
    assert.ok(batch.length === 1 || JSON.stringify(batch).length < pure.MOST_BYTES * 1.1);
  }
  assert.deepEqual(plain(pure.batches([])), []);
});

test("one entry larger than a batch still travels, alone", () => {
  const big = { id: "b", data: { extra: "x".repeat(5_000_000) } };
  assert.deepEqual(plain(pure.batches([{ id: "a" }, big, { id: "c" }]).map((batch) => batch.length)), [1, 1, 1]);
});

test("news are findings that are open now and were not known before", () => {
  assert.deepEqual(plain(pure.news({ "1/A": result() }, { "1/A": result(open("k")) }, mutes())), ["1/A"]);
  assert.deepEqual(plain(pure.news({}, { "1/A": result(open("k")) }, mutes(), true)), ["1/A"]);
  assert.deepEqual(plain(pure.news({ "1/A": result(open("k")) }, { "1/A": result(open("k"), open("l")) }, mutes())), ["1/A"]);
});

for (const [name, before, after, muted] of [
  ["known already", { "1/A": result(open("k")) }, { "1/A": result(open("k")) }, mutes()],
  ["answered", { "1/A": result() }, { "1/A": result(open("k", { state: "answered" })) }, mutes()],
  ["pending", { "1/A": result() }, { "1/A": result(open("k", { state: "pending" })) }, mutes()],
  ["a note", { "1/A": result() }, { "1/A": result(open("k", { level: "note" })) }, mutes()],
  ["a muted item", { "1/A": result() }, { "1/A": result(open("k")) }, mutes({ "1/A": true })],
  ["a muted kind", { "1/A": result() }, { "1/A": result(open("k")) }, mutes({}, { AF101: true })],
  ["never checked before", {}, { "1/A": result(open("k")) }, mutes()],
  ["nothing found", { "1/A": result() }, { "1/A": result() }, mutes()],
]) {
  test(`no news: ${name}`, () => assert.deepEqual(plain(pure.news(before, after, muted)), []));
}

test("a mute of one kind leaves the other kinds loud", () => {
  const after = { "1/A": result(open("k"), open("m", { code: "AF201" })) };
  assert.deepEqual(plain(pure.news({ "1/A": result() }, after, mutes({}, { AF101: true }))), ["1/A"]);
});

test("the checker is looked for where it was said to be, and only there", () => {
  assert.deepEqual(plain(pure.places({ windows: false, home: "/h", given: "/opt/askfirst" })), ["/opt/askfirst"]);
  assert.equal(pure.places({ windows: false, home: "/h", given: "" })[0], "/h/.local/bin/askfirst");
  assert.ok(pure.places({ windows: true, home: "C:\\U", given: "" }).every((place) => place.endsWith(".exe")));
});

test("the column has a word for every state, and for none", () => {
  for (const state of ["open", "pending", "answered", "none", "unknown", "unreadable"]) {
    assert.equal(pure.columnWord({ state }), `askfirst-state-${state}`);
  }
  assert.equal(pure.columnWord(undefined), "askfirst-state-unchecked");
  assert.equal(pure.columnWord({ state: "<img>" }), "askfirst-state-unchecked");
});

test("a note escapes whatever the checker said", () => {
  const hostile = '<img src=x onerror="alert(1)">&';
  const finding = { code: "AF101", printed: hostile, reads: hostile, question: hostile, grounds: [{ act: hostile, since: "", url: hostile }] };
  const note = pure.note(hostile, { says: hostile, findings: [finding] });
  assert.ok(!note.includes("<img"));
  assert.equal(note.match(/&lt;img/g).length, 7);
});

test("a leg is news of its own, once", () => {
  const one = { "1/A": result(open("k")) };
  const two = { "1/A": result(open("k", { legs: [open("m", { code: "AF103", level: "ask" })] })) };
  assert.deepEqual(plain(pure.news(one, two, mutes())), ["1/A"]);
  assert.deepEqual(plain(pure.news(two, two, mutes())), []);
  assert.deepEqual(plain(pure.news(two, one, mutes())), []);
  assert.deepEqual(plain(pure.news(one, two, mutes({}, { AF103: true }))), []);
});

test("the questions of an item are those that are open or wait, each with its legs behind it", () => {
  const found = result(
    open("k", { legs: [open("l"), open("m", { state: "answered" })] }),
    open("n", { level: "note" }),
    open("o", { state: "pending" }),
    open("p", { state: "answered" })
  );
  assert.deepEqual(plain(pure.questions(found).map((finding) => finding.id)), ["k", "l", "o"]);
  assert.deepEqual(plain(pure.questions(undefined)), []);
  assert.deepEqual(plain(pure.questions({ state: "none", says: "" })), []);
});

test("a result that was kept before there were legs is read as it is", () => {
  assert.deepEqual(plain(pure.withLegs([open("k")]).map((finding) => finding.id)), ["k"]);
  assert.deepEqual(plain(pure.withLegs(undefined)), []);
});

test("today is the day on this computer's calendar", () => {
  assert.equal(pure.today(new Date(2026, 0, 5, 0, 10)), "2026-01-05");
  assert.equal(pure.today(new Date(2026, 10, 29, 23, 50)), "2026-11-29");
});

test("a note holds each leg and the line of a written go-ahead, escaped", () => {
  const leg = { code: "AF103", printed: "P", reads: "", question: "Q2 <b>", grounds: [{ act: "Act 2", since: "", url: "" }] };
  const finding = { code: "AF101", printed: "P", reads: "", question: "Q1", grounds: [], legs: [leg] };
  const note = pure.note("T", { says: "S", findings: [finding], instructed: ["EK-7 <i>"] });
  for (const words of ["Q1", "Q2 &lt;b&gt;", "Act 2", "EK-7 &lt;i&gt;"]) assert.ok(note.includes(words), words);
  assert.ok(!pure.note("T", { says: "S", findings: [] }).includes("undefined"));
});
