// One line in the Info box: the state, and what it is about.
"use strict";

AskFirst.info = {
  start() {
    this.key = Zotero.ItemPaneManager.registerInfoRow({
      rowID: "askfirst-line",
      pluginID: AskFirst.id,
      label: { l10nID: "askfirst-info" },
      position: "end",
      multiline: false,
      editable: false,
      onGetData: ({ item }) => this.line(item),
      onItemChange: ({ item, setEnabled }) => setEnabled(!!item?.isRegularItem?.() && !item.deleted),
    });
    if (!this.key) return Zotero.debug("askfirst: the line in the Info box was not registered");
    this.listener = () => Zotero.ItemPaneManager.refreshInfoRow(this.key);
    AskFirst.results.listeners.add(this.listener);
  },

  stop() {
    AskFirst.results.listeners.delete(this.listener);
    if (this.key) Zotero.ItemPaneManager.unregisterInfoRow(this.key);
  },

  line(item) {
    if (!item?.isRegularItem?.()) return "";
    const word = AskFirst.words.say(AskFirst.column.word(item));
    const [asked] = AskFirst.pure.questions(AskFirst.results.of(item));
    return asked ? `${word}: ${AskFirst.pure.line(asked.printed)}` : word;
  },
};
