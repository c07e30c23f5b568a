import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { inflateRawSync } from "node:zlib";

import { files, manifest as shippedWith, updateUrl, updates } from "../tools/build.mjs";
import { zip } from "../tools/zip.mjs";
import { root } from "./load.mjs";

const manifest = shippedWith("https://updates.example/askfirst/update.json");

function unzip(bytes) {
  const found = {};
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const [packed, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    found[bytes.toString("utf8", at + 30, start)] = inflateRawSync(bytes.subarray(start, start + packed)).toString("utf8");
    at = start + packed;
  }
  return found;
}

test("the archive holds what was put in, and is the same every time", () => {
  const given = [["b.js", Buffer.from("ü".repeat(5000))], ["a/c.txt", Buffer.from("")]];
  assert.deepEqual(unzip(zip(given)), { "a/c.txt": "", "b.js": "ü".repeat(5000) });
  assert.deepEqual(zip(given), zip([...given].reverse()));
});

test("everything that bootstrap loads is shipped, and no test is", () => {
  const names = files(manifest).map(([name]) => name);
  const bootstrap = readFileSync(join(root, "bootstrap.js"), "utf8");
  const parts = /PARTS = \[([^\]]+)\]/.exec(bootstrap)[1].match(/[a-z]+/g);
  for (const part of parts) assert.ok(names.includes(`content/${part}.js`), part);
  for (const name of ["manifest.json", "LICENSE", "prefs.js", "content/icon.svg", "content/preferences.xhtml", "locale/de/askfirst.ftl"]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(!names.some((name) => /test|tools|node_modules|\.d\.ts/.test(name)));
});

test("update.json names the same versions as the manifest, and the hash of the archive", () => {
  const xpi = zip(files(manifest));
  const [id] = Object.keys(updates(manifest, xpi).addons);
  const [update] = updates(manifest, xpi).addons[id].updates;
  assert.equal(id, manifest.applications.zotero.id);
  assert.equal(update.version, manifest.version);
  assert.equal(update.update_hash, `sha512:${createHash("sha512").update(xpi).digest("hex")}`);
  assert.deepEqual(update.applications.zotero, { strict_min_version: "8.0", strict_max_version: "10.0.*" });
  assert.match(update.update_link, /^https:.*\.xpi$/);
});

test("Zotero's own conditions: an update address over https, and a highest version", () => {
  const { zotero } = manifest.applications;
  assert.match(zotero.update_url, /^https:\/\//);
  assert.ok(zotero.strict_max_version);
});

test("the licence is shipped as it stands", () => {
  assert.equal(unzip(zip(files(manifest))).LICENSE, readFileSync(join(root, "..", "LICENSE"), "utf8"));
});

test("two builds are the same bytes", () => {
  assert.deepEqual(zip(files(manifest)), zip(files(shippedWith("https://updates.example/askfirst/update.json"))));
});

for (const given of [undefined, "", "http://updates.example/update.json", "updates.example/update.json", "ftp://a/update.json", "https://a@b.example/update.json", "https://updates.example/"]) {
  test(`no build with the address ${given}`, () => assert.throws(() => updateUrl({ ASKFIRST_UPDATE_URL: given }), /ASKFIRST_UPDATE_URL/));
}

test("an address of one's own is taken", () => {
  assert.equal(updateUrl({ ASKFIRST_UPDATE_URL: "https://updates.example/askfirst/update.json" }), "https://updates.example/askfirst/update.json");
});

test("the project's own manifest names no address", () => {
  assert.doesNotMatch(readFileSync(join(root, "manifest.json"), "utf8"), /https?:/);
});
