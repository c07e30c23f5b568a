// The context menus of items and collections, and the entry under Tools.
"use strict";

AskFirst.menus = {
  start() {
    const icon = `${AskFirst.rootURI}content/icon.svg`;
    const entry = (l10nID, onCommand, onShowing) => ({ menuType: "menuitem", l10nID, icon, onCommand, onShowing });
    this.ids = [
      this._register("items", "main/library/item", [
        entry("askfirst-menu-items", (_event, context) => this.items(context.items), (_event, context) => {
          context.setVisible(AskFirst.items.works(context.items ?? []).length > 0);
        }),
        entry("askfirst-menu-draft", (_event, context) => this.draft(context.items), (_event, context) => {
          context.setVisible(AskFirst.items.works(context.items ?? []).length === 1);
        }),
      ]),
      this._register("collection", "main/library/collection", [
        entry("askfirst-menu-collection", (_event, context) => this.rows(this._rows(context)), (_event, context) => {
          context.setVisible(this._rows(context).some((row) => row.isCollection() || row.isLibrary(true) || row.isSearch()));
        }),
      ]),
      this._register("tools", "main/menubar/tools", [
        entry("askfirst-menu-library", () => this.library(), (_event, context) => context.setVisible(!AskFirst.checking.current)),
        entry("askfirst-menu-stop", () => AskFirst.checking.stop(), (_event, context) => context.setVisible(!!AskFirst.checking.current)),
      ]),
    ];
  },

  _register(name, target, menus) {
    const id = Zotero.MenuManager.registerMenu({ menuID: `askfirst-${name}`, pluginID: AskFirst.id, target, menus });
    if (!id) Zotero.debug(`askfirst: the menu ${name} was not registered`);
    return id;
  },

  stop() {
    for (const id of this.ids) if (id) Zotero.MenuManager.unregisterMenu(id);
    for (const window of Zotero.getMainWindows()) {
      // Zotero takes an entry out of a menu only when that menu opens the next time
      /** @type {any} */
      const entries = window.document.querySelectorAll('menuitem[data-l10n-id^="askfirst-menu-"]');
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
    const outcome = await AskFirst.checking.check(works, { quiet: works.length === 1 });
    if (works.length === 1) {
      if (outcome.problem) AskFirst.section.problem(works[0], outcome);
      AskFirst.section.reveal();
    }
    return outcome;
  },

  /** @returns {Promise<any>} the window with the letter, or null where there is none to write */
  async draft(items) {
    const [work] = AskFirst.items.works(items);
    return work ? AskFirst.letter.draft(work) : null;
  },

  async rows(rows) {
    const works = new Map();
    for (const row of rows) for (const work of await AskFirst.items.ofRow(row)) works.set(work.id, work);
    return AskFirst.checking.check([...works.values()], { announce: true });
  },

  async library() {
    const pane = Zotero.getActiveZoteroPane();
    const chosen = pane?.getSelectedLibraryIDs?.()?.[0] ?? (pane?.getSelectedLibraryIDs ? undefined : pane?.getSelectedLibraryID?.());
    const works = await AskFirst.items.ofLibrary(chosen ?? Zotero.Libraries.userLibraryID);
    return AskFirst.checking.check(works, { announce: true });
  },
};
