// What the checker said last about each item, and the mutes: one file in the profile, never in the library.
"use strict";

AskFirst.results = {
  /** Results that are made into text between two pauses. */
  PART: 2000,

  async start() {
    this.path = PathUtils.join(/** @type {any} */ (Zotero).Profile.dir, "askfirst.json");
    this.kept = await this._load();
    this.listeners = new Set();
    this.timer = null;
  },

  async _load() {
    const empty = { version: 1, begun: false, banner: [], mutes: { items: {}, kinds: {} }, items: {}, looked: {} };
    try {
      const kept = await IOUtils.readJSON(this.path);
      if (kept?.version !== 1 || !kept.items || !kept.mutes?.items || !kept.mutes?.kinds) return empty;
      for (const result of Object.values(kept.items)) AskFirst.pure.renamed(result);
      return { ...empty, ...kept };
    }
    catch (error) {
      return empty;
    }
  },

  async stop() {
    await this.save({ atOnce: true });
  },

  of(item) {
    return this.kept.items[AskFirst.items.id(item)];
  },

  /** Take in new results; the ids of items with news come back. There are none on the first run. */
  take(results, added = false) {
    const before = this.kept.items;
    const news = this.kept.begun ? AskFirst.pure.news(before, results, this.kept.mutes, added) : [];
    const moved = Object.keys(results).filter((id) => before[id]?.state !== results[id].state || before[id]?.stale);
    Object.assign(this.kept.items, results);
    this.kept.begun = true;
    this.changed();
    this.redraw(moved);
    AskFirst.tag.sync(Object.keys(results)).catch(Zotero.logError);
    return news;
  },

  /** What these items were said to be no longer holds for sure: what is open stays open, the rest counts as not checked. */
  stale(ids) {
    const known = ids.filter((id) => id in this.kept.items);
    for (const id of known) this.kept.items[id].stale = true;
    if (!known.length) return;
    this.changed();
    this.redraw(known);
  },

  /** What was looked up about *item*: never mixed with what it prints itself. */
  looked(item) {
    return this.kept.looked[AskFirst.items.id(item)];
  },

  takeLooked(results) {
    Object.assign(this.kept.looked, results);
    this.changed();
    this.redraw(Object.keys(results));
  },

  forgetLooked() {
    const ids = Object.keys(this.kept.looked);
    this.kept.looked = {};
    this.changed();
    this.redraw(ids);
  },

  forget(ids) {
    const known = ids.filter((id) => id in this.kept.items);
    for (const id of known) {
      delete this.kept.items[id];
      delete this.kept.looked[id];
    }
    if (!known.length) return;
    this.changed();
    this.redraw(known);
  },

  /** Have Zotero draw the rows of these items again; refreshing the columns would load the whole list anew. */
  redraw(ids) {
    const rows = ids.map((id) => Zotero.Items.getIDFromLibraryAndKey(Number(id.split("/")[0]), id.split("/")[1])).filter(Boolean);
    if (!rows.length) return;
    Zotero.Notifier.trigger("refresh", "item", rows).catch(Zotero.logError);
    AskFirst.column.moved(rows);
  },

  muteItem(id, muted) {
    if (muted) this.kept.mutes.items[id] = true;
    else delete this.kept.mutes.items[id];
    this.changed();
  },

  muteKind(code, muted) {
    if (muted) this.kept.mutes.kinds[code] = true;
    else delete this.kept.mutes.kinds[code];
    this.changed();
  },

  unmuteAll() {
    this.kept.mutes = { items: {}, kinds: {} };
    this.changed();
  },

  changed() {
    for (const listener of this.listeners) {
      try {
        listener();
      }
      catch (error) {
        Zotero.logError(error);
      }
    }
    if (this.timer) return;
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    this.timer = setTimeout(() => this.save().catch(Zotero.logError), 1000);
  },

  /** Written whole or not at all. A large library is made into text in parts, so that the window does not stand still. */
  async save({ atOnce = false } = {}) {
    if (this.timer) ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs").clearTimeout(this.timer);
    this.timer = null;
    const { items, ...rest } = this.kept;
    const texts = [];
    const entries = Object.entries(items);
    for (let at = 0; at < entries.length; at += this.PART) {
      if (at && !atOnce) await AskFirst.checking.pause();
      for (const [id, result] of entries.slice(at, at + this.PART)) texts.push(`${JSON.stringify(id)}:${JSON.stringify(result)}`);
    }
    await IOUtils.writeUTF8(this.path, `${JSON.stringify(rest).slice(0, -1)},"items":{${texts.join(",")}}}`, { tmpPath: `${this.path}.tmp` });
  },
};
