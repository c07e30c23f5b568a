// The column: a mark for each work, sorted open, look-up, waiting, unknown, unreadable, answered, none, not checked.
"use strict";

AskFirst.column = {
  /** How long a list waits for the end of a check before it looks again, in ms. */
  WAIT: 250,
  /** How many rows are placed one by one; more are sorted in at once. */
  MOST_PLACED: 10,
  RANK: ["open", "hinted", "waiting", "unknown", "unreadable", "answered", "none", "unchecked"],

  /** Not awaited at start-up, where Zotero waits for us before it draws its list. */
  start() {
    this.stopped = false;
    this.waiting = new Set();
    this.timer = null;
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
    // on a busy computer a list can be half made for a minute: what is half is waited for, whatever it takes
    for (let tries = 0; !this.stopped && (windows().some(isHalf) || (tries < 300 && !windows().every(isReady))); tries++) {
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

  /** Works whose mark changed: a list that is sorted by the mark is sorted again, once nothing is being checked. */
  moved(ids) {
    for (const id of ids) this.waiting.add(id);
    if (this.timer || this.stopped) return;
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    this.timer = setTimeout(() => this._move().catch(Zotero.logError), AskFirst.checking.current ? this.WAIT : 0);
  },

  async _move() {
    this.timer = null;
    if (this.stopped) return;
    // rows that wander off under the pointer while a long check runs are worse than a list that is sorted at its end
    if (AskFirst.checking.current) return this.moved([]);
    const ids = [...this.waiting];
    this.waiting.clear();
    for (const window of Zotero.getMainWindows()) await this._sortIn(window, ids);
  },

  /** Put the rows of *ids* where they belong, as Zotero does with an item that was changed: selection and place stay. */
  async _sortIn(window, ids) {
    const view = /** @type {any} */ (window.ZoteroPane?.itemsView);
    if (!view?.tree || !view.rowCount || view.getSortField?.() !== this.key) return;
    const shown = ids.filter((id) => Number.isInteger(view._rowMap?.[id]));
    if (!shown.length) return;
    if (this._canPlace(view, shown)) return this._place(view, shown);
    const place = view._saveScrollPosition?.();
    await view.sort(shown);
    if (place) (view._restoreScrollPosition ?? view._rememberScrollPosition)?.call(view, place);
  },

  /** Whether this Zotero (10) lets a few closed rows be placed: its own sort takes a second for one row of 20,000. */
  _canPlace(view, ids) {
    const { rowProvider: rows } = view;
    const knows = ["_compareRows", "_initSortState", "refreshRowMap", "runListeners"].every((name) => typeof rows?.[name] === "function");
    return knows && Array.isArray(rows._rows) && typeof view._cacheState === "function" && ids.length <= this.MOST_PLACED
      && !ids.some((id) => view.isContainerOpen(view._rowMap[id]));
  },

  async _place(view, ids) {
    const rows = view.rowProvider;
    view._cacheState();
    rows._initSortState();
    const moved = ids.map((id) => rows._rows[view._rowMap[id]]);
    const rest = rows._rows.filter((row) => !moved.includes(row));
    for (const row of moved) {
      const tops = rest.flatMap((each, n) => (each.level ? [] : [n]));
      const at = AskFirst.pure.place(tops.length, (n) => rows._compareRows(rest[tops[n]], row) > 0);
      rest.splice(tops[at] ?? rest.length, 0, row);
    }
    rest.forEach((row, n) => (rows._rows[n] = row));
    rows.refreshRowMap();
    await rows.runListeners("update", true, { restoreSelection: true, restoreScroll: true });
  },

  async stop() {
    this.stopped = true;
    if (this.timer) ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs").clearTimeout(this.timer);
    this.timer = null;
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
