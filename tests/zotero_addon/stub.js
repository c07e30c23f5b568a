// A stand-in for Zotero, for a Firefox that has the same Gecko: it records what the add-on registers and takes back.
// Everything else is real: bootstrap.js as shipped, Subprocess, Fluent, XUL, the file system, the checker.
"use strict";

function stub(window, folder, preferences) {
  const registered = { menus: new Map(), sections: new Map(), columns: new Map(), rows: new Map(), panes: new Map(), observers: new Map() };
  const log = [];
  let last = 0;
  const register = (map, prefix) => (options) => {
    const id = `${options.pluginID}-${options.menuID ?? options.paneID ?? options.dataKey ?? options.rowID ?? prefix}`;
    map.set(id, options);
    return id;
  };
  const items = new Map();
  const watched = new Map();
  const stubbed = {
    initializationPromise: Promise.resolve(),
    uiReadyPromise: Promise.resolve(),
    locale: preferences.locale ?? "en-US",
    isWin: false,
    Profile: { dir: folder },
    Promise: { delay: (ms) => new Promise((resolve) => window.setTimeout(resolve, ms)) },
    debug: (text) => log.push(String(text)),
    logError: (error) => log.push(`error: ${error}`),
    getMainWindows: () => [window],
    Prefs: {
      get: (name) => preferences[name],
      set: (name, value) => ((preferences[name] = value), watched.get(name)?.()),
      registerObserver: (name, act) => (watched.set(name, act), name),
      unregisterObserver: (name) => watched.delete(name),
    },
    Libraries: { userLibraryID: 1, isEditable: (id) => id !== 2, getName: () => "My Library" },
    DB: { executeTransaction: (act) => act() },
    File: { reveal: (path) => log.push(`shown: ${path}`) },
    MenuManager: { registerMenu: register(registered.menus), unregisterMenu: (id) => registered.menus.delete(id) },
    ItemPaneManager: {
      registerSection: register(registered.sections),
      unregisterSection: (id) => registered.sections.delete(id),
      registerInfoRow: register(registered.rows),
      unregisterInfoRow: (id) => registered.rows.delete(id),
      refreshInfoRow: () => {},
    },
    ItemTreeManager: { registerColumn: register(registered.columns), unregisterColumn: (id) => registered.columns.delete(id) },
    PreferencePanes: { register: async (options) => register(registered.panes, "pane")(options), unregister: (id) => registered.panes.delete(id) },
    Notifier: {
      registerObserver: (observer, types, name) => (registered.observers.set(name, observer), name),
      unregisterObserver: (name) => registered.observers.delete(name),
      trigger: async () => {},
    },
    Items: {
      get: (id) => items.get(id) ?? false,
      getIDFromLibraryAndKey: (library, key) => [...items.values()].find((item) => item.key === key)?.id ?? false,
      getByLibraryAndKey: (library, key) => [...items.values()].find((item) => item.key === key) ?? false,
    },
    FullText: { getItemCacheFile: (attachment) => ({ path: `${folder}/${attachment.key}.txt` }) },
  };
  class ItemProgress {
    setText(text) {
      log.push(`said: ${text}`);
    }
    setProgress() {}
  }
  stubbed.ProgressWindow = class {
    ItemProgress = ItemProgress;
    changeHeadline() {}
    addDescription(text) {
      log.push(`said: ${text}`);
    }
    show() {}
    close() {}
    startCloseTimer() {}
  };
  window.ZoteroPane = { getSelectedLibraryIDs: () => [1], itemsView: { tree: {} }, selected: [], selectItems: async (ids, how) => ((window.ZoteroPane.selected = ids), (window.ZoteroPane.how = how)) };
  stubbed.getActiveZoteroPane = () => window.ZoteroPane;
  stubbed.Item = class {
    setNote(text) {
      this.text = text;
    }
    async saveTx() {
      items.set(++last, { id: last, key: `NOTE${last}`, getNote: () => this.text, isRegularItem: () => false });
      items.get(this.parentID).noteIDs.push(last);
    }
  };
  const add = (json, notes = [], libraryID = 1) => {
    const id = ++last;
    const key = `KEY${id}`;
    const noteIDs = notes.map((text) => {
      items.set(++last, { id: last, key: `NOTE${last}`, getNote: () => text, isRegularItem: () => false });
      return last;
    });
    const tags = new Set();
    const item = {
      id, key, libraryID, noteIDs, deleted: false,
      hasTag: (tag) => tags.has(tag),
      addTag: (tag) => tags.add(tag),
      removeTag: (tag) => tags.delete(tag),
      save: async () => {},
      isRegularItem: () => true,
      toJSON: () => ({ key, itemType: "journalArticle", ...json }),
      getNotes: () => noteIDs,
      getAttachments: () => [],
    };
    items.set(id, item);
    return item;
  };
  return { Zotero: stubbed, registered, log, add };
}

async function load(window, addon, folder, preferences) {
  const source = new L10nFileSource("askfirst", "app", ["en-US", "de"], `${addon}locale/{locale}/`);
  L10nRegistry.getInstance().registerSources([source]);
  const stubbed = stub(window, folder, preferences);
  const sandbox = new Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), {
    wantGlobalProperties: ["ChromeUtils", "IOUtils", "PathUtils", "TextDecoder"],
  });
  Object.assign(sandbox, { Zotero: stubbed.Zotero, Services, Localization, IOUtils, PathUtils, console });
  Services.scriptloader.loadSubScript(`${addon}bootstrap.js`, sandbox);
  return { ...stubbed, sandbox, source };
}
