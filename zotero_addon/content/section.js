// The section in the item pane: what was read, the question with its evidence, the state, and what can be done.
"use strict";

AskFirst.section = {
  PANE: "askfirst",

  start() {
    /** @type {Set<() => void>} */
    this.refreshers = new Set();
    /** @type {Map<string, {problem?: string, says?: string, form?: string, kind?: string, asked?: boolean, gone?: string}>} */
    this.passing = new Map();
    this.byBody = new WeakMap();
    this.key = Zotero.ItemPaneManager.registerSection({
      paneID: this.PANE,
      pluginID: AskFirst.id,
      header: { l10nID: "askfirst-section", icon: `${AskFirst.rootURI}content/icon.svg` },
      sidenav: { l10nID: "askfirst-sidenav", icon: `${AskFirst.rootURI}content/icon.svg` },
      onInit: ({ body, refresh }) => {
        this.byBody.set(body, refresh);
        this.refreshers.add(refresh);
      },
      onDestroy: ({ body }) => this.refreshers.delete(this.byBody.get(body)),
      onItemChange: ({ item, setEnabled }) => {
        setEnabled(!!item?.isRegularItem());
        return true;
      },
      onRender: (given) => this.render(given),
    });
    if (!this.key) Zotero.debug("askfirst: the section was not registered");
    this.listener = () => this.refresh();
    AskFirst.results.listeners.add(this.listener);
  },

  stop() {
    AskFirst.results.listeners.delete(this.listener);
    if (this.key) Zotero.ItemPaneManager.unregisterSection(this.key);
    this.refreshers.clear();
  },

  refresh() {
    for (const refresh of this.refreshers) {
      Promise.resolve(refresh()).catch((error) => Zotero.debug(`askfirst: a section was not refreshed: ${error}`));
    }
  },

  /** What is on the screen for this item until something else is: an error, an open form. */
  of(item) {
    const id = AskFirst.items.id(item);
    if (!this.passing.has(id)) this.passing.set(id, {});
    return this.passing.get(id);
  },

  problem(item, { problem, says }) {
    Object.assign(this.of(item), { problem, says });
    this.refresh();
  },

  reveal() {
    for (const window of Zotero.getMainWindows()) {
      const details = /** @type {any} */ (window.document.querySelector("#zotero-item-details, item-details"));
      details?.scrollToPane?.(this.key);
    }
  },

  render({ doc, body, item, setSectionSummary }) {
    const ui = new AskFirst.Ui(doc);
    body.replaceChildren();
    body.classList.add("askfirst-section");
    if (!item?.isRegularItem()) return;
    const result = AskFirst.results.of(item);
    setSectionSummary(AskFirst.words.say(AskFirst.pure.columnWord(result)));
    const passing = this.of(item);
    const box = ui.make("div", "askfirst-box");
    if (passing.problem) box.append(this.problemLine(ui, passing));
    if (!result) box.append(ui.l10n("p", "askfirst-unchecked"), this.buttons(ui, item, null));
    else this.resultInto(ui, box, item, result);
    body.append(ui.style(), box);
  },

  problemLine(ui, { problem, says }) {
    const line = ui.l10n("p", problem, { says: says || "" });
    line.className = "askfirst-problem";
    line.setAttribute("role", "alert");
    return line;
  },

  resultInto(ui, box, item, result) {
    const head = ui.make("p", "askfirst-says");
    head.append(ui.text("strong", AskFirst.words.say(AskFirst.pure.columnWord(result))), ui.text("span", ` ${result.says}`));
    box.append(head);
    for (const finding of result.findings) box.append(this.finding(ui, item, finding));
    for (const line of result.instructed ?? []) {
      const said = ui.text("p", line);
      said.className = "askfirst-instructed";
      box.append(said);
    }
    if (result.findings.length && result.contact?.length) {
      box.append(ui.l10n("p", "askfirst-whom", { whom: result.contact.slice(0, 2).join("; ") }));
    }
    box.append(this.buttons(ui, item, result), ui.l10n("p", "askfirst-checked-on", { day: result.on ?? "" }));
  },

  /** One question. Every word of it is the checker's, and goes in as text. */
  finding(ui, item, finding) {
    const block = ui.make("div", `askfirst-finding askfirst-${["stop", "ask"].includes(finding.level) ? finding.level : "note"}`);
    const title = ui.make("p", "askfirst-title");
    title.append(ui.text("strong", finding.printed), ui.text("span", ` (${finding.code} ${finding.name})`));
    block.append(title, ui.text("p", finding.reads));
    this.asked(ui, item, finding, block);
    for (const weaker of finding.also ?? []) {
      const also = ui.text("p", `${weaker.code} ${weaker.name}: ${weaker.reads}`);
      also.className = "askfirst-also";
      block.append(also);
    }
    for (const leg of finding.legs ?? []) block.append(this.leg(ui, item, leg));
    return block;
  },

  /** A further question about the same words, under another act and answered apart. */
  leg(ui, item, finding) {
    const block = ui.make("div", `askfirst-leg askfirst-finding askfirst-${["stop", "ask"].includes(finding.level) ? finding.level : "note"}`);
    const title = ui.l10n("p", "askfirst-leg", { code: finding.code });
    title.className = "askfirst-title";
    block.append(title);
    this.asked(ui, item, finding, block);
    return block;
  },

  /** The acts, the question, what became of it, what can be done. */
  asked(ui, item, finding, block) {
    for (const ground of finding.grounds) block.append(this.ground(ui, ground));
    const question = ui.text("p", finding.question);
    question.className = "askfirst-question";
    block.append(question);
    if (finding.state === "answered" || finding.state === "pending") block.append(ui.l10n("p", `askfirst-is-${finding.state}`, { file: finding.answer }));
    if (finding.state !== "answered" && finding.level !== "note") block.append(this.actions(ui, item, finding));
    if (this.of(item).gone === finding.id) block.append(AskFirst.letter.steps(ui, AskFirst.letter.screen));
    if (this.of(item).form === finding.id) block.append(AskFirst.form.make(ui, item, finding));
  },

  /** The act and since when, on one line; what it says and where that was read, behind it. */
  ground(ui, ground) {
    const line = ui.make("details", "askfirst-ground");
    line.append(ui.text("summary", [ground.act, ground.since].filter(Boolean).join(", ")));
    line.append(ui.text("p", ground.says), ui.text("cite", ground.source));
    return line;
  },

  actions(ui, item, finding) {
    const row = ui.make("div", "askfirst-actions");
    row.append(
      ui.button("askfirst-draft", () => AskFirst.letter.draft(item, finding)),
      ui.button("askfirst-record", () => this.openForm(item, finding, "")),
      ui.button("askfirst-not-this", () => this.openForm(item, finding, "not-this-institution")),
      ui.button("askfirst-gone", () => AskFirst.letter.gone(item, finding))
    );
    const source = finding.grounds.map((ground) => ground.url).find((url) => url.startsWith("https://"));
    if (source) row.append(ui.button("askfirst-source", () => Zotero.launchURL(source)));
    const muted = !!AskFirst.results.kept.mutes.kinds[finding.code];
    row.append(ui.button(muted ? "askfirst-unmute-kind" : "askfirst-mute-kind", () => AskFirst.results.muteKind(finding.code, !muted), { code: finding.code }));
    return row;
  },

  /** *asked*: filled with the office, asked today. Opened again in the same way, the form closes. */
  async openForm(item, finding, kind, asked = false) {
    const passing = this.of(item);
    const { problem, says } = await AskFirst.checking.learn();
    if (problem) return this.problem(item, { problem, says });
    const again = passing.form === finding.id && passing.kind === kind && !asked;
    Object.assign(passing, { form: again ? "" : finding.id, kind, asked, problem: "", says: "" });
    this.refresh();
    for (const window of Zotero.getMainWindows()) {
      window.requestAnimationFrame(() => window.document.querySelector(".askfirst-form")?.scrollIntoView({ block: "nearest" }));
    }
  },

  buttons(ui, item, result) {
    const row = ui.make("div", "askfirst-actions");
    row.append(ui.button("askfirst-check", () => this.check(item)));
    if (result?.findings.length) {
      const id = AskFirst.items.id(item);
      const muted = !!AskFirst.results.kept.mutes.items[id];
      row.append(
        ui.button(muted ? "askfirst-unmute-item" : "askfirst-mute-item", () => AskFirst.results.muteItem(id, !muted)),
        ui.button("askfirst-write-note", () => this.writeNote(item, result))
      );
    }
    return row;
  },

  async check(item) {
    Object.assign(this.of(item), { problem: "", says: "", form: "", gone: "" });
    const outcome = await AskFirst.checking.check([item], { quiet: true });
    if (outcome.problem) this.problem(item, outcome);
  },

  /** The one thing that is written to the library, and only on this button. */
  async writeNote(item, result) {
    const note = new Zotero.Item("note");
    note.libraryID = item.libraryID;
    note.parentID = item.id;
    note.setNote(AskFirst.pure.note(AskFirst.words.say("askfirst-note-title"), result));
    await note.saveTx();
  },
};

/** Elements for a section: text goes in as text, words of our own by their Fluent id. */
AskFirst.Ui = class {
  constructor(doc) {
    this.doc = doc;
  }

  make(tag, name = "") {
    const element = this.doc.createElementNS("http://www.w3.org/1999/xhtml", tag);
    if (name) element.className = name;
    return element;
  }

  text(tag, text) {
    const element = this.make(tag);
    element.textContent = String(text);
    element.setAttribute("dir", "auto");
    return element;
  }

  l10n(tag, id, args) {
    const element = this.make(tag);
    element.textContent = AskFirst.words.say(id, args);
    element.dataset.askfirst = id;
    return element;
  }

  button(id, act, args) {
    const button = this.l10n("button", id, args);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => Promise.resolve(act()).catch(Zotero.logError));
    return button;
  }

  style() {
    const style = this.make("style");
    style.textContent = `
.askfirst-section .askfirst-box { display: flex; flex-direction: column; gap: 6px; padding: 4px 8px; user-select: text; overflow-wrap: anywhere; }
.askfirst-section p { margin: 0; }
.askfirst-finding { display: flex; flex-direction: column; gap: 4px; border-inline-start: 3px solid #888; padding-inline-start: 8px; }
.askfirst-stop { border-color: #c9372c; }
.askfirst-ask { border-color: #d98a00; }
.askfirst-ground, .askfirst-also { color: var(--fill-secondary, #666); font-size: 0.92em; }
.askfirst-ground summary { cursor: pointer; }
.askfirst-question { font-weight: 600; }
.askfirst-leg { margin-block-start: 6px; }
.askfirst-gone { border: 1px solid #d98a00; border-radius: 4px; padding: 6px 8px; }
.askfirst-gone ol { margin: 4px 0 0; padding-inline-start: 1.6em; }
.askfirst-instructed { border-inline-start: 3px solid #888; padding-inline-start: 8px; }
.askfirst-problem { border: 1px solid #d98a00; border-radius: 4px; padding: 4px 6px; }
.askfirst-actions { display: flex; flex-wrap: wrap; gap: 4px; }
.askfirst-form { display: grid; grid-template-columns: max-content 1fr; gap: 4px 8px; align-items: center; }
.askfirst-form .askfirst-actions { grid-column: 1 / 3; }
.askfirst-form input, .askfirst-form select, .askfirst-form textarea { min-width: 0; font: inherit; }`;
    return style;
  }
};
