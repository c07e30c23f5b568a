// Words of the add-on's own, from Fluent. The checker's sentences come finished.
"use strict";

AskFirst.words = {
  /** @type {Map<string, any>} */
  spoken: new Map(),

  /** In the language chosen for the questions, so that a section does not mix two; else in Zotero's. */
  say(id, args, language = AskFirst.settings.get("language")) {
    const chosen = { de: "de", en: "en-US" }[language] ?? "";
    if (!this.spoken.has(chosen)) {
      const locales = chosen ? [chosen] : undefined;
      this.spoken.set(chosen, new Localization(["askfirst.ftl"], true, undefined, locales));
    }
    return this.spoken.get(chosen).formatValueSync(id, args) ?? id;
  },
};
