// `npm run build`: dist/askfirst-<version>.xpi, and dist/update.json, which tells installed add-ons about it.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { zip } from "./zip.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SHIPPED = ["bootstrap.js", "manifest.json", "prefs.js", "content", "locale"];

/** @returns {[string, Buffer][]} */
export function files(names = SHIPPED, folder = "") {
  return names.flatMap((name) => {
    const path = folder + name;
    const entries = /\.\w+$/.test(name) ? null : readdirSync(join(root, path));
    return entries ? files(entries, `${path}/`) : [[path, readFileSync(join(root, path))]];
  });
}

/** What Zotero reads at the manifest's update_url. */
export function updates(manifest, xpi) {
  const { id, update_url, strict_min_version, strict_max_version } = manifest.applications.zotero;
  const update = {
    version: manifest.version,
    update_link: new URL(`askfirst-${manifest.version}.xpi`, update_url).href,
    update_hash: `sha512:${createHash("sha512").update(xpi).digest("hex")}`,
    applications: { zotero: { strict_min_version, strict_max_version } },
  };
  return { addons: { [id]: { updates: [update] } } };
}

function main() {
  const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  if (version !== manifest.version) throw new Error(`package.json says ${version}, manifest.json says ${manifest.version}`);
  const xpi = zip(files());
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", `askfirst-${version}.xpi`), xpi);
  writeFileSync(join(root, "dist", "update.json"), JSON.stringify(updates(manifest, xpi), null, 2) + "\n");
  console.log(`dist/askfirst-${version}.xpi  ${xpi.length} bytes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
