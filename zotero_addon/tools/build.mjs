// `npm run build`: dist/askfirst-<version>.xpi, and dist/update.json, which tells installed add-ons about it.
// ASKFIRST_UPDATE_URL names the https address at which that update.json will be found: whoever holds it can send code to
// every installed add-on, so it has to be one that the builder owns, and stands nowhere in this project.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { zip } from "./zip.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SHIPPED = ["bootstrap.js", "prefs.js", "content", "locale"];

/** The address from the environment. Throws where there is none that can be used. */
export function updateUrl(environment = process.env) {
  const given = environment.ASKFIRST_UPDATE_URL ?? "";
  if (!given) throw new Error("set ASKFIRST_UPDATE_URL to the https address of your update.json: Zotero installs no add-on without one");
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== "https:" || url.username || url.password) throw new Error(`ASKFIRST_UPDATE_URL is no https address: ${given}`);
  if (!url.pathname.endsWith(".json")) throw new Error(`ASKFIRST_UPDATE_URL names no .json file: ${given}`);
  return url.href;
}

/** The manifest as it is shipped: with the address. */
export function manifest(url) {
  const given = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const { zotero } = given.applications;
  return { ...given, applications: { zotero: { id: zotero.id, update_url: url, ...zotero } } };
}

/** @returns {[string, Buffer][]} */
export function files(shipped) {
  return [
    ["manifest.json", Buffer.from(`${JSON.stringify(shipped, null, 2)}\n`)],
    ["LICENSE", readFileSync(join(root, "..", "LICENSE"))],
    ...listed(SHIPPED, ""),
  ];
}

function listed(names, folder) {
  return names.flatMap((name) => {
    const path = folder + name;
    const entries = /\.\w+$/.test(name) ? null : readdirSync(join(root, path));
    return entries ? listed(entries, `${path}/`) : [[path, readFileSync(join(root, path))]];
  });
}

/** What Zotero reads at the manifest's update_url. */
export function updates(shipped, xpi) {
  const { id, update_url, strict_min_version, strict_max_version } = shipped.applications.zotero;
  const update = {
    version: shipped.version,
    update_link: new URL(`askfirst-${shipped.version}.xpi`, update_url).href,
    update_hash: `sha512:${createHash("sha512").update(xpi).digest("hex")}`,
    applications: { zotero: { strict_min_version, strict_max_version } },
  };
  return { addons: { [id]: { updates: [update] } } };
}

function main() {
  const shipped = manifest(updateUrl());
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  if (version !== shipped.version) throw new Error(`package.json says ${version}, manifest.json says ${shipped.version}`);
  const xpi = zip(files(shipped));
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", `askfirst-${version}.xpi`), xpi);
  writeFileSync(join(root, "dist", "update.json"), `${JSON.stringify(updates(shipped, xpi), null, 2)}\n`);
  console.log(`dist/askfirst-${version}.xpi  ${xpi.length} bytes, sha512 ${createHash("sha512").update(xpi).digest("hex").slice(0, 16)}…`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  }
  catch (error) {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  }
}
