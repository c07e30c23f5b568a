// The column: open, waiting, answered, none, affiliation unknown, not checked.
"use strict";

AskFirst.column = {
  async start() {
    this.key = await Zotero.ItemTreeManager.registerColumn({
      dataKey: "askfirst",
      label: AskFirst.words.say("askfirst-column"),
      pluginID: AskFirst.id,
      enabledTreeIDs: ["main"],
      dataProvider: (item) => this.word(item),
      zoteroPersist: ["width", "hidden", "sortDirection"],
    });
    if (!this.key) Zotero.debug("askfirst: the column was not registered");
  },

  async stop() {
    if (this.key) await Zotero.ItemTreeManager.unregisterColumn(this.key);
  },

  word(item) {
    if (!item.isRegularItem?.()) return "";
    return AskFirst.words.say(AskFirst.pure.columnWord(AskFirst.results.of(item)));
  },
};
