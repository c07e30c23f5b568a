// The letter to the export-control office, in a window of its own: to read, to complete, to copy, to save. Nothing is
// sent, attached or recorded. And the screen for whoever has sent a draft already, or answers a question with no.
"use strict";

AskFirst.letter = {
  NAME: "askfirst-enquiry.txt",

  /**
   * Write the letter about an item and show it; what stands in the way is said in the section.
   * @returns {Promise<any>} the window, or null
   */
  async draft(item, finding = null) {
    const entry = await AskFirst.items.entry(item);
    const { reply, problem, says } = await AskFirst.checker.ask("draft", [entry], finding ? { finding: finding.id } : {});
    if (!reply) {
      AskFirst.section.problem(item, { problem, says });
      AskFirst.section.reveal();
      return null;
    }
    this.screen = reply.already_sent;
    return this.show(item, finding, reply.letter);
  },

  /** @returns {Promise<any>} the window */
  show(item, finding, letter) {
    return AskFirst.windows.show((window, ui, box) => this.fill(window, ui, box, { item, finding, letter }));
  },

  fill(window, ui, box, { item, finding, letter }) {
    box.classList.add("askfirst-letter");
    const text = ui.make("textarea");
    text.value = letter.text;
    text.setAttribute("aria-label", letter.subject);
    text.setAttribute("spellcheck", "false");
    const status = ui.make("p", "askfirst-status");
    status.setAttribute("role", "status");
    const say = (id, args) => (status.textContent = AskFirst.words.say(id, args));
    const row = ui.make("div", "askfirst-actions");
    row.append(
      ui.button("askfirst-letter-copy", () => (this.copy(text.value), say("askfirst-letter-copied"))),
      ui.button("askfirst-letter-save", async () => {
        const path = await this.save(window, text.value);
        if (path) say("askfirst-letter-saved", { path });
      }),
      ui.button("askfirst-letter-gone", () => this.toggle(ui, box, row)),
      ui.button("askfirst-letter-asked", () => this.recordAsked(window, item, finding)),
      ui.button("askfirst-letter-close", () => window.close())
    );
    box.append(ui.l10n("p", "askfirst-letter-unsent"), text, row, status);
    window.document.title = letter.subject;
  },

  /** The screen stands between the letter and its buttons until it is pressed away again. */
  toggle(ui, box, row) {
    const there = box.querySelector(".askfirst-gone");
    if (there) there.remove();
    else if (this.screen) box.insertBefore(this.steps(ui, this.screen), row);
  },

  /** What to do when a draft has gone: the checker's words, as text. */
  steps(ui, screen) {
    const block = ui.make("div", "askfirst-gone");
    block.setAttribute("role", "note");
    block.append(ui.text("strong", screen.title));
    const list = ui.make("ol");
    for (const step of screen.steps) list.append(ui.text("li", step));
    block.append(list);
    return block;
  },

  /** The same screen in the section, when a question is answered with no. Nothing about it is kept. */
  async gone(item, finding) {
    const passing = AskFirst.section.of(item);
    if (passing.gone === finding.id) {
      passing.gone = "";
      return AskFirst.section.refresh();
    }
    const { reply, problem, says } = await AskFirst.checker.ask("hello");
    if (!reply?.already_sent) return AskFirst.section.problem(item, { problem: problem ?? "askfirst-problem-unreadable", says });
    this.screen = reply.already_sent;
    Object.assign(passing, { gone: finding.id, problem: "", says: "" });
    AskFirst.section.refresh();
  },

  copy(text) {
    Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(text);
  },

  /** @returns {Promise<string>} the path, or empty where the user chose none */
  async save(window, text) {
    const path = await AskFirst.files.save(window, this.NAME, "txt");
    if (path) await IOUtils.writeUTF8(path, text, { tmpPath: `${path}.tmp` });
    return path;
  },

  /** The form of the question the letter is about, filled with: asked, of the office, today. */
  async recordAsked(window, item, finding) {
    if (!AskFirst.results.of(item)) await AskFirst.checking.check([item], { quiet: true });
    const asked = finding ?? AskFirst.pure.questions(AskFirst.results.of(item))[0];
    window.close();
    const values = { kind: "export-control-office", outcome: "pending", asked: AskFirst.pure.today() };
    if (asked) await AskFirst.section.openForm(item, asked, "", { values });
    AskFirst.section.reveal();
  },
};
