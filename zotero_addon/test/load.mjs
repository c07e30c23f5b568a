// The add-on's plain scripts, loaded as Zotero loads them, with a stand-in for what they find there.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {any} AskFirst with the given parts */
export function load(parts, globals = {}) {
  const context = vm.createContext({ AskFirst: {}, console, ...globals });
  for (const part of parts) vm.runInContext(readFileSync(join(root, "content", `${part}.js`), "utf8"), context, part);
  return context.AskFirst;
}

/** Ids of a Fluent file, with the variables each uses. */
export function fluent(locale) {
  const text = readFileSync(join(root, "locale", locale, "askfirst.ftl"), "utf8");
  const ids = new Map();
  let id = "";
  for (const line of text.split("\n")) {
    const found = /^([a-z][\w-]*) =/.exec(line);
    if (found) ids.set((id = found[1]), { variables: new Set(), attributes: new Set(), text: "" });
    if (!id || line.startsWith("#")) continue;
    for (const [, name] of line.matchAll(/\{ \$(\w+)/g)) ids.get(id).variables.add(name);
    const attribute = /^ +\.(\w+) =/.exec(line);
    if (attribute) ids.get(id).attributes.add(attribute[1]);
    ids.get(id).text += `${line}\n`;
  }
  return ids;
}
