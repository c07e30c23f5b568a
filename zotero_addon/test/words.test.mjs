import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { fluent, root } from "./load.mjs";

const [en, de] = [fluent("en-US"), fluent("de")];
const sources = ["bootstrap.js", ...readdirSync(join(root, "content")).map((name) => `content/${name}`)]
  .filter((name) => /\.(js|xhtml)$/.test(name))
  .map((name) => [name, readFileSync(join(root, name), "utf8")]);

test("every sentence exists in English and German, with the same variables and attributes", () => {
  assert.deepEqual([...en.keys()], [...de.keys()]);
  for (const [id, { variables, attributes }] of en) {
    assert.deepEqual(variables, de.get(id).variables, id);
    assert.deepEqual(attributes, de.get(id).attributes, id);
  }
});

test("every id that the scripts use exists", () => {
  const used = new Set(sources.flatMap(([, text]) => [...text.matchAll(/(?:say|l10n|button|_entry|problem|setAttributes)\b[^"`\n]{0,60}["`](askfirst-[\w-]+)["`]|l10n-?ID?(?:: |=)"(askfirst-[\w-]+)"|"(askfirst-(?:problem|form|note|report)-[\w-]+)"/g)].map((m) => m[1] ?? m[2] ?? m[3])));
  const elements = new Set(["askfirst-banner", "askfirst-problem", ...sources.flatMap(([, text]) => [...text.matchAll(/ id="(askfirst-[\w-]+)"/g)].map((m) => m[1]))]);
  assert.ok(used.size > 90, String(used.size));
  const missing = [...used].filter((id) => !en.has(id) && !elements.has(id) && !id.endsWith("-"));
  assert.deepEqual(missing, []);
});

const BANNED = /\b(suspicious|concerning|violations?|cleared|compliant|forbidden|verdächtig|bedenklich|verstoß|unbedenklich|konform|verboten)/i;

test("nothing accuses, and nothing absolves", () => {
  for (const [id, { text }] of [...en, ...de]) assert.doesNotMatch(text, BANNED, id);
});

test("what the checker says goes in as text, never as markup", () => {
  for (const [name, text] of sources) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/, name);
    assert.doesNotMatch(text, /\beval\(|new Function\(/, name);
  }
});

test("nothing opens a connection or a port", () => {
  for (const [name, text] of sources) {
    assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|WebSocket|Zotero\.HTTP|Zotero\.Server|Endpoints|nsIServerSocket/, name);
  }
});

test("every sentence is used", () => {
  const whole = sources.map(([, text]) => text).join("\n");
  const parts = /^askfirst-(state|is|field)-/;
  for (const id of en.keys()) assert.ok(whole.includes(id) || parts.test(id), id);
});

test("the thing has one name in each language, and the program another", () => {
  for (const [words, name] of [[en, "Export Control"], [de, "Exportkontrolle"]]) {
    for (const id of ["askfirst-name", "askfirst-column", "askfirst-menu", "askfirst-section", "askfirst-sidenav", "askfirst-info"]) {
      assert.equal(words.get(id).text.split("=").pop().trim(), name, id);
    }
  }
});
