// The column: open, waiting, answered, none, affiliation unknown, not checked.
"use strict";

AskFirst.column = {
  /** Not awaited at start-up, where Zotero waits for us before it draws its list. */
  start() {
    this.stopped = false;
    this.starting = this._register().catch(Zotero.logError);
  },

  async _register() {
    await this._listsAreThere();
    if (this.stopped) return;
    this.key = await Zotero.ItemTreeManager.registerColumn({
      dataKey: "askfirst",
      label: AskFirst.words.say("askfirst-column"),
      pluginID: AskFirst.id,
      enabledTreeIDs: ["main"],
      width: "120",
      dataProvider: (item) => this.word(item),
      zoteroPersist: ["width", "hidden", "sortDirection"],
    });
    if (!this.key) Zotero.debug("askfirst: the column was not registered");
  },

  /** A column that Zotero 10 is given before its list exists makes the list fail to load ("this.tree is undefined"). */
  async _listsAreThere() {
    await Zotero.uiReadyPromise;
    const ready = (window) => window.ZoteroPane?.itemsView?.tree;
    for (let tries = 0; tries < 300 && !this.stopped && !Zotero.getMainWindows().every(ready); tries++) {
      await Zotero.Promise.delay(100);
    }
  },

  async stop() {
    this.stopped = true;
    if (this.key) await Zotero.ItemTreeManager.unregisterColumn(this.key);
  },

  word(item) {
    if (!item.isRegularItem?.()) return "";
    return AskFirst.words.say(AskFirst.pure.columnWord(AskFirst.results.of(item)));
  },
};
