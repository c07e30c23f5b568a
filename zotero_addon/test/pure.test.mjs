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
  const request = JSON.parse(pure.request(pure.SCHEMAS[0], "check", { language: "de", folder: "/f", profile: "", contact: "c" }, [], { finding: "x" }));
  assert.deepEqual(request, { schema: "askfirst/zotero/2", action: "check", language: "de", answers: "/f", profile: "", contact: "c", items: [], finding: "x" });
});

for (const [name, given, expected] of [
  ["an answer", ['{"schema":"askfirst/zotero/1","items":{}}', "", 0], { reply: { schema: "askfirst/zotero/1", items: {} } }],
  ["an answer of the newer exchange", ['{"schema":"askfirst/zotero/2","items":{}}', "", 0], { reply: { schema: "askfirst/zotero/2", items: {} } }],
  ["a refusal", ['{"schema":"askfirst/zotero/1","error":"no \\u202esuch"}', "", 2], { problem: "askfirst-problem-says", says: "no  such", speaks: "askfirst/zotero/1" }],
  ["another version", ['{"schema":"askfirst/zotero/3"}', "", 0], { problem: "askfirst-problem-version", says: "askfirst/zotero/3" }],
  ["a checker without the command", ["", "askfirst: error: argument command: invalid choice: 'zotero' (choose from check)", 2], { problem: "askfirst-problem-old", says: "" }],
  ["a checker without the command, its names unquoted", ["", "askfirst: error: argument command: invalid choice: zotero (choose from check)", 2], { problem: "askfirst-problem-old", says: "" }],
  ["a crash", ["", "Traceback\nboom", 1], { problem: "askfirst-problem-failed", says: "Traceback boom" }],
  ["noise", ["<b>hi</b>", "", 0], { problem: "askfirst-problem-unreadable", says: "<b>hi</b>" }],
  ["a bare word of JSON", ["null", "", 0], { problem: "askfirst-problem-unreadable", says: "" }],
]) {
  test(`reply: ${name}`, () => assert.deepEqual(plain(pure.reply({ stdout: given[0], stderr: given[1], exitCode: given[2] })), expected));
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
  ["waiting", { "1/A": result() }, { "1/A": result(open("k", { state: "waiting" })) }, mutes()],
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
  for (const state of ["open", "waiting", "answered", "none", "unknown", "unreadable"]) {
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
    open("o", { state: "waiting" }),
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

test("what an older checker calls pending is waiting, in items, findings and legs", () => {
  const item = { state: "pending", findings: [open("k", { state: "pending", legs: [open("l", { state: "pending" })] }), open("m")] };
  const { reply } = pure.reply({ stdout: JSON.stringify({ schema: "askfirst/zotero/1", items: { "1/A": item } }), stderr: "", exitCode: 0 });
  const [first, second] = reply.items["1/A"].findings;
  assert.deepEqual([reply.items["1/A"].state, first.state, first.legs[0].state, second.state], ["waiting", "waiting", "waiting", "open"]);
});

for (const [name, json, expected] of [
  ["its field", { DOI: "10.1000/abc" }, "10.1000/abc"],
  ["a link in its field", { DOI: " https://doi.org/10.1000/Abc " }, "10.1000/Abc"],
  ["an old link", { DOI: "http://dx.doi.org/10.1000/abc" }, "10.1000/abc"],
  ["a line of Extra", { extra: "tex.type: a\nDOI: 10.1000/abc\n" }, "10.1000/abc"],
  ["signs a DOI may have", { DOI: "10.1002/(SICI)1099-1409<1::AID>3.0.CO;2-W" }, "10.1002/(SICI)1099-1409<1::AID>3.0.CO;2-W"],
  ["none", {}, ""],
  ["no DOI at all", { DOI: "see there" }, ""],
  ["two in one field", { DOI: "10.1000/a 10.1000/b" }, ""],
  ["letters outside ASCII", { DOI: "10.1000/ä" }, ""],
  ["a title in the field", { DOI: "On secret plans" }, ""],
]) {
  test(`a DOI that is sent: ${name}`, () => assert.equal(pure.doi(json), expected));
}

test("the last line of progress counts, in both languages", () => {
  assert.deepEqual(plain(pure.farther("OpenAlex: 1 of 9. Ctrl-C stops.\nCrossref: 3 of 9. Ctrl-C stops.\n")), { service: "Crossref", done: 3, total: 9 });
  assert.deepEqual(plain(pure.farther("OpenAlex: 2 von 4. Strg-C bricht ab.")), { service: "OpenAlex", done: 2, total: 4 });
  assert.equal(pure.farther("Nothing to tell."), null);
});

test("what would be sent, broken for a terminal, becomes paragraphs again", () => {
  const text = "OpenAlex is not asked: it wants a key (free, https://openalex.org/\nsettings/api), in the\nkeyring.\nThis would be sent:\nto Crossref (api.crossref.org): 3\nDOIs\n10.1000/a, 10.1000/b,\n10.1000/c\nNothing else: no name, no\ntitle.\nThis was a dry run: nothing was sent.\n";
  assert.deepEqual(plain(pure.paragraphs(text)), [
    "OpenAlex is not asked: it wants a key (free, https://openalex.org/settings/api), in the keyring.",
    "This would be sent:",
    "to Crossref (api.crossref.org): 3 DOIs",
    "10.1000/a, 10.1000/b, 10.1000/c",
    "Nothing else: no name, no title.",
  ]);
  assert.deepEqual(plain(pure.paragraphs("")), []);
});

test("a look-up that wrote no result is none", () => {
  for (const stdout of ["", "null", "{}", '{"schema":"askfirst/look-up/1"}', "<b>"]) assert.equal(pure.looked(stdout), null, stdout);
  for (const [schema, state] of [["askfirst/look-up/1", "pending"], ["askfirst/look-up/2", "waiting"]]) {
    const result = { schema, works: [{ doi: "10.1000/a", state, findings: [] }] };
    assert.equal(pure.looked(JSON.stringify(result)).works[0].state, "waiting");
  }
});

for (const [typed, expected] of [
  ["/opt/askfirst", "/opt/askfirst"],
  ["  /opt/askfirst \n", "/opt/askfirst"],
  ['"/opt/my tools/askfirst"', "/opt/my tools/askfirst"],
  ["'/opt/askfirst'", "/opt/askfirst"],
  ["~/bin/askfirst", "/home/a/bin/askfirst"],
  ['"~/bin/askfirst"', "/home/a/bin/askfirst"],
  ["~", "/home/a"],
  ["~other/askfirst", "~other/askfirst"],
  ["", ""],
  [undefined, ""],
]) {
  test(`a path as it is typed: ${typed}`, () => assert.equal(pure.typedPath(typed, "/home/a"), expected));
}

test("what changed and was not checked again is free of nothing, and what is open stays open", () => {
  const shown = (state) => pure.state({ state, stale: true });
  assert.deepEqual(["none", "unknown", "open", "waiting", "answered"].map(shown), ["unchecked", "unchecked", "open", "waiting", "answered"]);
});

test("days as people write them", () => {
  assert.deepEqual([pure.day("2026-09-04", "en"), pure.day("2026-09-04", "de"), pure.day("", "en"), pure.day("soon", "de")], ["4 Sep 2026", "4.9.2026", "", "soon"]);
});

test("the same question is one of the same rule about the same institution", () => {
  const finding = (id, code = "AF101") => ({ id, code });
  const one = finding("AF101|kp-x|KP|department a");
  assert.ok(pure.isSame(one, finding("AF101|kp-x|KP|department b")));
  for (const other of [finding("AF101|kp-y|KP|department a"), finding("AF103|kp-x|KP|department a", "AF103")]) assert.ok(!pure.isSame(one, other));
  assert.ok(!pure.isSame(finding("AF201|some words", "AF201"), finding("AF201|other words", "AF201")), "words alone are not the same institution");
});

test("the fields of an answer file", () => {
  const text = 'kind        = "state-decision"\nreference = "a \\"b\\" \\u00e4"  # c\nasked = 2026-09-14\nopen = [1]\n\n[covers]\nwork = "T"\n';
  assert.deepEqual(plain(pure.answerFields(text)), { kind: "state-decision", reference: 'a "b" ä', asked: "2026-09-14" });
  assert.deepEqual(plain(pure.answerFields("")), {});
  assert.deepEqual(plain(pure.answerFields('by = "\\U0001F600"')), { by: "\\U0001F600" });
});

test("a year is taken from a date as Zotero keeps it", () => {
  assert.deepEqual(["2019-05", "May 2019", "c. 1998", "in press", undefined].map((date) => pure.year(date)), ["2019", "2019", "1998", "", ""]);
});

test("a place is found between what is before and what is behind", () => {
  const among = (list, value) => pure.place(list.length, (n) => list[n] > value);
  assert.equal(among([], 1), 0);
  assert.equal(among([1, 3, 5], 0), 0);
  assert.equal(among([1, 3, 5], 3), 2);
  assert.equal(among([1, 3, 5], 4), 2);
  assert.equal(among([1, 3, 5], 9), 3);
  assert.equal(among([2, 2, 2], 2), 3);
});
