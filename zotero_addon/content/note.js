// The one thing that is written to the library, on a button, after it was said where notes go.
"use strict";

AskFirst.note = {
  ask(item) {
    const passing = AskFirst.section.of(item);
    passing.note = !passing.note;
    AskFirst.section.refresh();
  },

  /** Before it is written: that a note leaves with an export. Where none can be written, that and why. */
  asked(ui, item, result) {
    const block = ui.make("div", "askfirst-gone");
    const row = ui.make("div", "askfirst-actions");
    const reason = this.obstacle(item);
    if (!reason) row.append(ui.button("askfirst-note-now", () => this.write(item, result)));
    row.append(ui.button("askfirst-cancel", () => this.ask(item)));
    block.append(ui.l10n("p", reason || "askfirst-note-what"), row);
    return block;
  },

  /** What keeps a note from being written, as a Fluent id; empty where nothing does. */
  obstacle(item) {
    if (!Zotero.Libraries.isEditable(item.libraryID)) return "askfirst-note-read-only";
    const heads = ["en", "de"].map((language) => `<h1>${AskFirst.words.say("askfirst-note-title", {}, language)}</h1>`);
    const isOurs = (id) => heads.some((head) => /** @type {any} */ (Zotero.Items.get(id))?.getNote().includes(head));
    return item.getNotes().some(isOurs) ? "askfirst-note-there" : "";
  },

  async write(item, result) {
    const note = new Zotero.Item("note");
    note.libraryID = item.libraryID;
    note.parentID = item.id;
    note.setNote(AskFirst.pure.note(AskFirst.words.say("askfirst-note-title"), result));
    await note.saveTx();
    AskFirst.section.of(item).note = false;
    AskFirst.section.refresh();
  },
};
