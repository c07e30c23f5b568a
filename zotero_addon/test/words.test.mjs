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
  const used = new Set(sources.flatMap(([, text]) => [...text.matchAll(/["`](askfirst-(?:menu|section|sidenav|unchecked|checked|whom|check|record|not|source|write|note|field|save|cancel|progress|done|problem|prefs|banner|column|draft|letter|gone|leg)[\w-]*)["`]/g)].map((m) => m[1])));
  const elements = new Set(["askfirst-banner", "askfirst-section", "askfirst-problem", "askfirst-checker", "askfirst-letter", "askfirst-instructed"]);
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
