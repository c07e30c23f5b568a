// From Zotero's items to what the checker is given. Read only.
"use strict";

AskFirst.items = {
  id(item) {
    return `${item.libraryID}/${item.key}`;
  },

  /** The item that a result is about, or null. */
  byId(id) {
    const [libraryID, key] = id.split("/");
    return Zotero.Items.getByLibraryAndKey(Number(libraryID), key) || null;
  },

  /** The works among *items*: a note or file stands for its parent; nothing twice, nothing from the trash. */
  works(items) {
    const works = new Map();
    for (const item of items) {
      const work = item.isRegularItem() ? item : item.parentItem;
      if (work?.isRegularItem() && !work.deleted) works.set(work.id, work);
    }
    return [...works.values()];
  },

  /** @returns {Promise<Entry>} */
  async entry(item) {
    const json = item.toJSON();
    const notes = [];
    for (const id of item.getNotes().slice(0, AskFirst.pure.MOST_NOTES)) {
      const note = Zotero.Items.get(id);
      if (note) notes.push(note.getNote().slice(0, AskFirst.pure.MOST_NOTE));
    }
    return AskFirst.pure.entry(this.id(item), json, notes, await this.firstPage(item));
  },

  /** Whether a PDF is attached to *item*. */
  hasPDF(item) {
    return item.getAttachments().some((id) => {
      const attachment = Zotero.Items.get(id);
      return attachment && attachment.attachmentContentType === "application/pdf";
    });
  },

  /** The beginning of the indexed text of the first PDF, as Zotero keeps it; nothing is indexed for this. */
  async firstPage(item) {
    for (const id of item.getAttachments()) {
      const attachment = Zotero.Items.get(id);
      if (!attachment || attachment.attachmentContentType !== "application/pdf") continue;
      try {
        const path = Zotero.FullText.getItemCacheFile(attachment).path;
        if (!(await IOUtils.exists(path))) continue;
        const bytes = await IOUtils.read(path, { maxBytes: 4 * AskFirst.pure.MOST_PAGE });
        return new TextDecoder().decode(bytes);
      }
      catch (error) {
        Zotero.debug(`askfirst: full text of ${attachment.key} not read: ${error}`);
      }
    }
    return "";
  },

  /** The works of a row of the left pane: collection with all inside it, library, group or saved search. */
  async ofRow(row) {
    if (row.isCollection()) {
      const found = new Map();
      const waiting = [row.ref];
      const seen = new Set();
      while (waiting.length) {
        const collection = waiting.pop();
        if (seen.has(collection.id)) continue;
        seen.add(collection.id);
        for (const item of collection.getChildItems()) found.set(item.id, item);
        waiting.push(...collection.getChildCollections());
      }
      return this.works([...found.values()]);
    }
    if (row.isLibrary(true)) return this.ofLibrary(row.ref.libraryID);
    return this.works(await row.getItems());
  },

  async ofLibrary(libraryID) {
    return this.works(await Zotero.Items.getAll(libraryID, true, false));
  },
};
