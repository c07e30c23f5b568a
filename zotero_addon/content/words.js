// Words of the add-on's own, from Fluent. The checker's sentences come finished.
"use strict";

AskFirst.words = {
  start() {
    this.l10n = new Localization(["askfirst.ftl"], true);
  },

  say(id, args) {
    return this.l10n.formatValueSync(id, args) ?? id;
  },
};
