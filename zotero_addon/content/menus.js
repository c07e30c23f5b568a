// The context menus of items and collections, and the entry under Tools: each a submenu of one name.
"use strict";

AskFirst.menus = {
  start() {
    this.ids = [
      this._register("items", "main/library/item", this._items()),
      this._register("collection", "main/library/collection", this._collection()),
      this._register("tools", "main/menubar/tools", this._tools()),
    ];
  },

  _entry(l10nID, onCommand, isShown = null) {
    const entry = { menuType: "menuitem", l10nID, onCommand };
    return isShown ? { ...entry, onShowing: (_event, context) => context.setVisible(!!isShown(context)) } : entry;
  },

  _items() {
    const works = (context) => AskFirst.items.works(context.items ?? []);
    return {
      isShown: (context) => works(context).length,
      menus: [
        this._entry("askfirst-menu-check", (_event, context) => this.items(context.items)),
        this._entry("askfirst-menu-look", (_event, context) => AskFirst.lookUp.open(context.items)),
        this._entry("askfirst-menu-draft", (_event, context) => this.draft(context.items), (context) => works(context).length === 1),
        this._entry("askfirst-menu-report", (_event, context) => AskFirst.report.save(works(context), "")),
      ],
    };
  },

  _collection() {
    const rows = (context) => this._rows(context);
    return {
      isShown: (context) => rows(context).some((row) => row.isCollection() || row.isLibrary(true) || row.isSearch()),
      menus: [
        this._entry("askfirst-menu-check", (_event, context) => this.rows(rows(context))),
        this._entry("askfirst-menu-open", async (_event, context) => this.showOpen(await this.works(rows(context)))),
        this._entry("askfirst-menu-look", async (_event, context) => AskFirst.lookUp.open(await this.works(rows(context)))),
        this._entry("askfirst-menu-report", async (_event, context) => AskFirst.report.save(await this.works(rows(context)), rows(context)[0]?.getName?.() ?? "")),
      ],
    };
  },

  _tools() {
    return {
      isShown: () => true,
      menus: [
        this._entry("askfirst-menu-library", () => this.library(), () => !AskFirst.checking.current),
        this._entry("askfirst-menu-stop", () => AskFirst.checking.stop(), () => AskFirst.checking.current),
        this._entry("askfirst-menu-open", async () => this.showOpen(await this.ofChosenLibrary(), true)),
        this._entry("askfirst-menu-look", async () => AskFirst.lookUp.open(await this.ofChosenLibrary())),
        this._entry("askfirst-menu-report", async () => AskFirst.report.save(await this.ofChosenLibrary(), Zotero.Libraries.getName?.(this.libraryID()) ?? "")),
      ],
    };
  },

  _register(name, target, { menus, isShown }) {
    const submenu = /** @type {any} */ ({
      menuType: "submenu",
      l10nID: "askfirst-menu",
      icon: `${AskFirst.rootURI}content/icon.svg`,
      onShowing: (_event, context) => context.setVisible(!!isShown(context)),
      menus,
    });
    const id = Zotero.MenuManager.registerMenu({ menuID: `askfirst-${name}`, pluginID: AskFirst.id, target, menus: [submenu] });
    if (!id) Zotero.debug(`askfirst: the menu ${name} was not registered`);
    return id;
  },

  stop() {
    for (const id of this.ids) if (id) Zotero.MenuManager.unregisterMenu(id);
    for (const window of Zotero.getMainWindows()) {
      // Zotero takes an entry out of a menu only when that menu opens the next time
      /** @type {any} */
      const entries = window.document.querySelectorAll('[data-l10n-id^="askfirst-menu"]');
      for (const entry of entries) entry.remove();
    }
  },

  /** Zotero 10 has several rows, 8 and 9 have one; reading the name of the other throws in 10. */
  _rows(context) {
    const rows = "collectionTreeRows" in context ? context.collectionTreeRows : [context.collectionTreeRow];
    return [...(rows ?? [])].filter(Boolean);
  },

  /** @returns {Promise<any>} resolved when it is on the screen */
  async items(items) {
    const works = AskFirst.items.works(items);
    if (works.length === 1) AskFirst.section.reveal();
    const outcome = await AskFirst.checking.check(works, { quiet: works.length === 1 });
    if (works.length === 1) {
      Object.assign(AskFirst.section.of(works[0]), { problem: outcome.problem ?? "", says: outcome.says ?? "" });
      AskFirst.section.refresh();
      AskFirst.section.reveal();
    }
    return outcome;
  },

  /** @returns {Promise<any>} the window with the letter, or null where there is none to write */
  async draft(items) {
    const [work] = AskFirst.items.works(items);
    return work ? AskFirst.letter.draft(work) : null;
  },

  async works(rows) {
    const works = new Map();
    for (const row of rows) for (const work of await AskFirst.items.ofRow(row)) works.set(work.id, work);
    return [...works.values()];
  },

  async rows(rows) {
    return AskFirst.checking.check(await this.works(rows), { announce: true });
  },

  libraryID() {
    const pane = Zotero.getActiveZoteroPane();
    const chosen = pane?.getSelectedLibraryIDs?.()?.[0] ?? (pane?.getSelectedLibraryIDs ? undefined : pane?.getSelectedLibraryID?.());
    return chosen ?? Zotero.Libraries.userLibraryID;
  },

  ofChosenLibrary() {
    return AskFirst.items.ofLibrary(this.libraryID());
  },

  async library() {
    return AskFirst.checking.check(await this.ofChosenLibrary(), { announce: true });
  },

  /** Select the works with an open question among *works*; where there is none, that, and what is not known. */
  async showOpen(works, inLibraryRoot = false) {
    const states = works.map((work) => AskFirst.column.state(work));
    const open = works.filter((_work, n) => states[n] === "open" || states[n] === "hinted");
    const count = (state) => states.filter((each) => each === state).length;
    const window = new Zotero.ProgressWindow({ closeOnClick: true });
    window.changeHeadline(AskFirst.words.say("askfirst-name"));
    window.addDescription(AskFirst.words.say("askfirst-open", { open: open.length, unknown: count("unknown"), unchecked: count("unchecked") }));
    window.show();
    window.startCloseTimer(8000);
    const pane = /** @type {any} */ (Zotero.getActiveZoteroPane());
    // Zotero 10 takes an object, 8 and 9 take the bare value
    const how = pane?.getSelectedLibraryIDs ? { inLibraryRoot } : inLibraryRoot;
    if (open.length) await pane?.selectItems(open.map((work) => work.id), how);
    return open;
  },
};
