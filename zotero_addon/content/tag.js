// A tag on works with an open question, for saved searches: only where the user wants it, and only where it may be set.
"use strict";

AskFirst.tag = {
  NAME: "askfirst: open",
  MOST: 200,

  start() {
    this.observer = Zotero.Prefs.registerObserver?.("askfirst.tag", () => this.all().catch(Zotero.logError));
  },

  stop() {
    if (this.observer) Zotero.Prefs.unregisterObserver(this.observer);
  },

  /** Set or take the tag on these items, by what is open now. */
  async sync(ids) {
    const isWanted = !!AskFirst.settings.get("tag");
    if (!isWanted) return;
    await this._each(ids, (item) => AskFirst.results.of(item)?.state === "open");
  },

  /** After the setting was changed: all that were checked. Switched off, the tag goes. */
  async all() {
    const isWanted = !!AskFirst.settings.get("tag");
    await this._each(Object.keys(AskFirst.results.kept.items), (item) => isWanted && AskFirst.results.of(item)?.state === "open");
  },

  async _each(ids, isTagged) {
    const changed = ids.map((id) => AskFirst.items.byId(id)).filter((item) => {
      if (!item || item.deleted || !Zotero.Libraries.isEditable(item.libraryID)) return false;
      return item.hasTag(this.NAME) !== isTagged(item);
    });
    for (let at = 0; at < changed.length; at += this.MOST) {
      await Zotero.DB.executeTransaction(async () => {
        for (const item of changed.slice(at, at + this.MOST)) {
          if (isTagged(item)) item.addTag(this.NAME, 1);
          else item.removeTag(this.NAME);
          await item.save({ skipDateModifiedUpdate: true });
        }
      });
    }
  },
};
