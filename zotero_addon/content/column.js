// The column: a mark for each work, sorted open, look-up, waiting, unknown, unreadable, answered, none, not checked.
"use strict";

AskFirst.column = {
  RANK: ["open", "hinted", "waiting", "unknown", "unreadable", "answered", "none", "unchecked"],

  /** Not awaited at start-up, where Zotero waits for us before it draws its list. */
  start() {
    this.stopped = false;
    this.starting = this._register().catch(Zotero.logError);
  },

  async _register() {
    await this._listsAreReady();
    if (this.stopped) return;
    this.key = await Zotero.ItemTreeManager.registerColumn({
      dataKey: "askfirst",
      label: AskFirst.words.say("askfirst-column"),
      iconPath: `${AskFirst.rootURI}content/icon.svg`,
      pluginID: AskFirst.id,
      enabledTreeIDs: ["main"],
      width: "32",
      fixedWidth: true,
      dataProvider: (item) => this.sortKey(item),
      renderCell: (_index, data, column, _isFirst, doc) => this.cell(data, column, doc),
      zoteroPersist: ["hidden", "sortDirection"],
    });
    if (!this.key) return Zotero.debug("askfirst: the column was not registered");
    this.sorting = this._sortAgain().catch(Zotero.logError);
  },

  /** A list that is half made when a column comes to it fails to load ("this.tree is undefined"): none, or all of it. */
  async _listsAreReady() {
    const isHalf = (window) => window.ZoteroPane?.itemsView && !window.ZoteroPane.itemsView.tree;
    const isReady = (window) => window.ZoteroPane?.itemsView?.tree;
    const windows = () => Zotero.getMainWindows();
    if (!windows().length) return;
    await Zotero.uiReadyPromise;
    for (let tries = 0; tries < 300 && !this.stopped && (windows().some(isHalf) || !windows().every(isReady)); tries++) {
      await Zotero.Promise.delay(100);
    }
  },

  /** A list that was sorted by this column when Zotero was closed comes up without it: it is sorted once it is there. */
  async _sortAgain() {
    for (let tries = 0; tries < 50 && !this.stopped; tries++) {
      await Zotero.Promise.delay(200);
      for (const window of Zotero.getMainWindows()) {
        const view = /** @type {any} */ (window.ZoteroPane?.itemsView);
        if (!view?.tree || !view.rowCount || view.getSortField?.() !== this.key) continue;
        await view.sort();
        view.tree.invalidate();
        return;
      }
    }
  },

  async stop() {
    this.stopped = true;
    if (this.key) await Zotero.ItemTreeManager.unregisterColumn(this.key);
  },

  /** The state that is shown: a question of a look-up marks a work of which nothing else is known. */
  state(item) {
    const state = AskFirst.pure.state(AskFirst.results.of(item));
    const looked = ["unknown", "unchecked"].includes(state) ? AskFirst.results.looked(item)?.state : "";
    return ["open", "waiting"].includes(looked) ? "hinted" : state;
  },

  /** @returns {string} a Fluent id */
  word(item) {
    return `askfirst-state-${this.state(item)}`;
  },

  /** What Zotero sorts by, and hands back to draw: a digit and the state. */
  sortKey(item) {
    if (!item.isRegularItem?.()) return "";
    const state = this.state(item);
    return `${this.RANK.indexOf(state) + 1} ${state}`;
  },

  cell(data, column, doc) {
    const state = String(data).split(" ")[1] ?? "";
    const cell = doc.createElementNS("http://www.w3.org/1999/xhtml", "span");
    cell.className = `cell ${column.className ?? ""}`;
    if (!state) return cell;
    const word = AskFirst.words.say(`askfirst-state-${state}`);
    cell.title = word;
    cell.append(AskFirst.icons.make(doc, state, word));
    return cell;
  },
};
