// The section in the item pane: what was read, the question with its act, what became of it, and what can be done.
"use strict";

AskFirst.section = {
  PANE: "askfirst",
  /** The button in the head of the section. */
  AGAIN: "askfirst-again",

  start() {
    /** @type {Set<() => void>} */
    this.refreshers = new Set();
    /** @type {Map<string, any>} */
    this.passing = new Map();
    this.byBody = new WeakMap();
    const icon = `${AskFirst.rootURI}content/icon.svg`;
    this.key = Zotero.ItemPaneManager.registerSection({
      paneID: this.PANE,
      pluginID: AskFirst.id,
      header: { l10nID: "askfirst-section", icon },
      sidenav: { l10nID: "askfirst-sidenav", icon },
      sectionButtons: [{ type: this.AGAIN, icon: `${AskFirst.rootURI}content/check.svg`, l10nID: "askfirst-section-check", onClick: ({ item }) => this.check(item).catch(Zotero.logError) }],
      onInit: ({ body, refresh }) => {
        this.byBody.set(body, refresh);
        this.refreshers.add(refresh);
      },
      onDestroy: ({ body }) => this.refreshers.delete(this.byBody.get(body)),
      onItemChange: ({ item, setEnabled }) => {
        setEnabled(!!item?.isRegularItem() && !item.deleted);
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

  /** What is on the screen for this item until something else is: an error, an open form with what was typed into it. */
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

  render({ doc, body, item, setSectionSummary, setSectionButtonStatus }) {
    const ui = new AskFirst.Ui(doc);
    const focus = ui.focused(body);
    body.replaceChildren();
    body.classList.add("askfirst-section");
    if (!item?.isRegularItem() || item.deleted) return;
    const result = AskFirst.results.of(item);
    setSectionButtonStatus?.(this.AGAIN, { disabled: AskFirst.checking.isRunning(item) });
    setSectionSummary(AskFirst.words.say(AskFirst.column.word(item)));
    const passing = this.of(item);
    const box = ui.make("div", "askfirst-box");
    if (passing.problem) box.append(this.problemLine(ui, passing));
    if (!result) box.append(ui.l10n("p", "askfirst-unchecked"));
    else this.resultInto(ui, box, item, result);
    box.append(...AskFirst.lookUp.block(ui, item), this.buttons(ui, item, result));
    if (result) box.append(this.checkedOn(ui, result));
    body.append(ui.style(), box);
    ui.focus(body, passing.focus ? { selector: passing.focus } : focus);
    passing.focus = "";
    this.inLanguage(item, result);
  },

  checkedOn(ui, result) {
    const line = ui.l10n("p", "askfirst-checked-on", { day: AskFirst.pure.day(result.on ?? "", AskFirst.settings.language()) });
    line.className = "askfirst-aside";
    return line;
  },

  /** Sentences in a language that was chosen before: the item is checked again, once, so that a section speaks one. */
  inLanguage(item, result) {
    const passing = this.of(item);
    const language = AskFirst.settings.language();
    if (!result?.language || result.language === language || passing.respoken === language) return;
    passing.respoken = language;
    AskFirst.checking.check([item], { quiet: true }).catch(Zotero.logError);
  },

  problemLine(ui, { problem, says }) {
    const line = ui.l10n("p", problem, { says: says || "" });
    line.className = "askfirst-problem";
    line.setAttribute("role", "alert");
    return line;
  },

  resultInto(ui, box, item, result) {
    const head = ui.make("p", "askfirst-says");
    head.append(AskFirst.icons.make(ui.doc, AskFirst.pure.state(result)), ui.text("strong", AskFirst.words.say(AskFirst.pure.columnWord(result))));
    box.append(head, ui.text("p", result.says));
    if (result.stale) box.append(ui.l10n("p", "askfirst-stale"));
    for (const finding of result.findings) box.append(this.finding(ui, item, finding));
    for (const line of result.instructed ?? []) {
      const said = ui.text("p", line);
      said.className = "askfirst-instructed";
      box.append(said);
    }
    if (result.findings.length && result.contact?.length) {
      box.append(ui.l10n("p", "askfirst-whom", { whom: result.contact.slice(0, 2).join("; ") }));
    }
  },

  /** One question. Every word of it is the checker's, and goes in as text. */
  finding(ui, item, finding) {
    const block = ui.make("div", `askfirst-finding ${this.colour(finding)}`);
    const title = ui.text("p", finding.printed);
    title.className = "askfirst-title";
    block.append(title, ui.text("p", finding.reads));
    this.asked(ui, item, finding, block);
    for (const weaker of finding.also ?? []) {
      const also = ui.text("p", weaker.reads);
      also.className = "askfirst-aside";
      block.append(also);
    }
    for (const leg of finding.legs ?? []) block.append(this.leg(ui, item, leg));
    return block;
  },

  /** Of the line at its side: what is answered is calm. */
  colour({ level, state }) {
    if (state === "answered") return "askfirst-done";
    return `askfirst-${["stop", "ask"].includes(level) ? level : "note"}`;
  },

  /** A further question about the same words, under another act and answered apart. */
  leg(ui, item, finding) {
    const block = ui.make("div", `askfirst-leg askfirst-finding ${this.colour(finding)}`);
    const title = ui.l10n("p", "askfirst-leg");
    title.className = "askfirst-title";
    block.append(title);
    this.asked(ui, item, finding, block);
    return block;
  },

  /** The question, the acts that it rests on, what became of it, what can be done. */
  asked(ui, item, finding, block) {
    const question = ui.text("p", finding.question);
    question.className = "askfirst-question";
    block.append(question);
    for (const ground of finding.grounds) block.append(this.ground(ui, ground, item));
    const passing = this.of(item);
    if (["answered", "waiting"].includes(finding.state)) block.append(AskFirst.answers.block(ui, item, finding));
    if (finding.state !== "answered" && finding.level !== "note") block.append(this.actions(ui, item, finding));
    if (passing.gone === finding.id) block.append(AskFirst.letter.steps(ui, AskFirst.letter.screen));
    if (passing.form === finding.id) block.append(AskFirst.form.make(ui, item, finding));
  },

  /** The act and since when, on one line; what it says and where that was read, behind it. */
  ground(ui, ground, item = null) {
    const summary = ui.text("summary", [ground.act, ground.since].filter(Boolean).join(", "));
    const line = ui.details(item, `act-${ground.act}`, summary);
    line.classList.add("askfirst-ground");
    line.append(ui.text("p", ground.says), ui.text("cite", ground.source));
    if (ground.url?.startsWith("https://")) line.append(ui.button("askfirst-source", () => Zotero.launchURL(ground.url)));
    return line;
  },

  /** One main way on, two more, and the rest folded. */
  actions(ui, item, finding) {
    const row = ui.make("div", "askfirst-actions");
    const record = ui.button("askfirst-record", () => this.openForm(item, finding, ""));
    record.classList.add("askfirst-main");
    record.dataset.finding = finding.id;
    if (finding.state === "open") row.append(record);
    row.append(ui.button("askfirst-draft", () => AskFirst.letter.draft(item, finding)));
    if (finding.state === "open") row.append(ui.button("askfirst-gone", () => AskFirst.letter.gone(item, finding)));
    const more = ui.details(item, `more-${finding.id}`, ui.l10n("summary", "askfirst-more"));
    const rest = ui.make("div", "askfirst-actions");
    rest.append(ui.button("askfirst-not-this", () => this.openForm(item, finding, "not-this-institution")));
    const muted = !!AskFirst.results.kept.mutes.kinds[finding.code];
    rest.append(ui.button(muted ? "askfirst-unmute-kind" : "askfirst-mute-kind", () => AskFirst.results.muteKind(finding.code, !muted)));
    more.append(rest);
    const both = ui.make("div");
    both.append(row, more);
    return both;
  },

  /** *given*: values to fill in, and the file that the record will take the place of. Opened again, the form closes. */
  async openForm(item, finding, kind, given = {}) {
    const passing = this.of(item);
    const { problem, says } = await AskFirst.checking.learn();
    if (problem) return this.problem(item, { problem, says });
    const isAgain = passing.form === finding.id && passing.kind === kind && !given.values;
    if (isAgain) return this.closeForm(item);
    const { values, corrects = "" } = given;
    Object.assign(passing, { form: finding.id, kind, corrects, values: values ?? {}, also: {}, formProblem: "", problem: "", says: "" });
    passing.focus = ".askfirst-form select, .askfirst-form input";
    this.refresh();
    for (const window of Zotero.getMainWindows()) {
      window.requestAnimationFrame(() => window.document.querySelector(".askfirst-form")?.scrollIntoView({ block: "nearest" }));
    }
  },

  /** Nothing of a form stays. */
  closed(passing) {
    Object.assign(passing, { form: "", kind: "", corrects: "", values: {}, also: {}, formProblem: "" });
  },

  /** Cancelled: back to the button that opened it. */
  closeForm(item) {
    const passing = this.of(item);
    this.closed(passing);
    passing.focus = "button[data-askfirst='askfirst-record'], button[data-askfirst='askfirst-correct']";
    this.refresh();
  },

  buttons(ui, item, result) {
    const row = ui.make("div", "askfirst-actions");
    const isRunning = AskFirst.checking.isRunning(item);
    const check = ui.button(isRunning ? "askfirst-checking" : "askfirst-check", () => this.check(item));
    if (isRunning) check.setAttribute("disabled", "true");
    if (!result) check.classList.add("askfirst-main");
    row.append(check);
    if (isRunning) row.append(ui.button("askfirst-stop", () => AskFirst.checking.stop()));
    if (AskFirst.pure.doi(item.toJSON())) row.append(ui.button("askfirst-look", () => AskFirst.lookUp.open([item])));
    if (!result?.findings.length && !AskFirst.results.looked(item)) return row;
    const id = AskFirst.items.id(item);
    const muted = !!AskFirst.results.kept.mutes.items[id];
    const rest = ui.make("div", "askfirst-actions");
    if (result?.findings.length) {
      rest.append(
        ui.button(muted ? "askfirst-unmute-item" : "askfirst-mute-item", () => AskFirst.results.muteItem(id, !muted)),
        ui.button("askfirst-write-note", () => AskFirst.note.ask(item))
      );
    }
    if (AskFirst.results.looked(item)) rest.append(ui.button("askfirst-look-forget", () => this.forget(item)));
    const more = ui.details(item, "more", ui.l10n("summary", "askfirst-more"));
    more.append(rest);
    const both = ui.make("div");
    both.append(row, more);
    if (this.of(item).note) both.append(AskFirst.note.asked(ui, item, result));
    return both;
  },

  async forget(item) {
    const { problem, says, said } = await AskFirst.lookUp.forget();
    this.problem(item, problem ? { problem, says } : { problem: "askfirst-problem-says", says: said });
  },

  async check(item) {
    Object.assign(this.of(item), { problem: "", says: "", gone: "" });
    const outcome = await AskFirst.checking.check([item], { quiet: true });
    if (outcome.problem) this.problem(item, outcome);
  },
};
