// Looking up affiliations by DOI, only when asked: first what would go to whom, then a yes, then the answers as hints.
"use strict";

AskFirst.lookUp = {
  /** Heights of the window: while it says what would be sent, and with answers in it. */
  LOW: 320,
  HIGH: 560,

  /** A service may ask to wait; the user can stop at any time. */
  SECONDS: 3600,

  /** What can be asked about *items*: one work as it is; of several those whose affiliation is not known. */
  chosen(items) {
    const works = AskFirst.items.works(items);
    const withDoi = works.map((work) => ({ work, doi: AskFirst.pure.doi(work.toJSON()) })).filter(({ doi }) => doi);
    const wanted = works.length === 1 ? withDoi : withDoi.filter(({ work }) => this._isUnknown(work));
    const fresh = wanted.filter(({ work }) => !AskFirst.results.looked(work));
    const whole = fresh.length ? fresh : wanted;
    const asked = whole.slice(0, AskFirst.pure.MOST_DOIS);
    return { asked, without: works.length - withDoi.length, known: withDoi.length - wanted.length, later: whole.length - asked.length };
  },

  _isUnknown(work) {
    return ["unknown", undefined].includes(AskFirst.results.of(work)?.state);
  },

  /** @returns {Promise<any>} the window: it shows what would be sent, and sends it on its button */
  async open(items) {
    const chosen = this.chosen(items);
    return AskFirst.windows.show((window, ui, box) => this.fill(window, ui, box, chosen), { width: 600, height: this.LOW });
  },

  /** The answers can be forgotten alone, too: here and in the checker's cache. */
  async forget() {
    const { problem, says, stderr, stdout, exitCode } = await AskFirst.checker.run(["look-up", "--lang", AskFirst.settings.language(), "--forget"]);
    if (problem) return { problem, says };
    if (exitCode) return { problem: "askfirst-problem-says", says: AskFirst.pure.line(stderr) };
    AskFirst.results.forgetLooked();
    return { said: AskFirst.pure.line(stdout) || AskFirst.pure.line(stderr) };
  },

  fill(window, ui, box, chosen) {
    const view = { window, ui, chosen, list: ui.make("div", "askfirst-scroll"), status: ui.make("p", "askfirst-status"), row: ui.make("div", "askfirst-actions") };
    view.status.setAttribute("role", "status");
    window.document.title = AskFirst.words.say("askfirst-look-title");
    window.addEventListener("unload", () => this.stop(view));
    box.append(ui.l10n("p", "askfirst-look-what", this._counts(chosen)), view.list, view.status, view.row);
    this.preview(view).catch(Zotero.logError);
  },

  _counts({ asked, without, known, later }) {
    return { count: asked.length, without, known, later };
  },

  /** What would go to whom, in the checker's words; the button that sends it comes only behind them. */
  async preview(view) {
    const { ui, chosen } = view;
    this.buttons(view, ui.button("askfirst-look-cancel", () => view.window.close()));
    view.row.firstChild.classList.remove("askfirst-main");
    if (!chosen.asked.length) return;
    view.status.textContent = AskFirst.words.say("askfirst-look-preparing");
    const { problem, says } = await AskFirst.checker.ask("hello");
    if (problem) return this.failed(view, { problem, says });
    const done = await this._run(view, ["--dry-run"], AskFirst.settings.get("timeout"));
    view.status.textContent = "";
    if (done.problem || done.exitCode) return this.failed(view, done);
    for (const line of AskFirst.pure.paragraphs(done.stderr)) view.list.append(ui.text("p", line));
    this.buttons(view, ui.button("askfirst-look-send", () => this.send(view)), ui.button("askfirst-look-cancel", () => view.window.close()));
  },

  async send(view) {
    const { ui } = view;
    this.buttons(view, ui.button("askfirst-look-stop", () => this.stop(view)));
    view.status.textContent = AskFirst.words.say("askfirst-look-asking");
    const heard = (part) => {
      const far = AskFirst.pure.farther(part);
      if (far && !view.window.closed) view.status.textContent = AskFirst.words.say("askfirst-look-progress", far);
    };
    const done = await this._run(view, ["--yes", "--format", "json"], this.SECONDS, heard);
    if (view.window.closed) return;
    view.list.replaceChildren();
    this.buttons(view, ui.button("askfirst-look-close", () => view.window.close()), ui.button("askfirst-look-forget", () => this._forgetHere(view)));
    const result = done.problem ? null : AskFirst.pure.looked(done.stdout);
    if (!result) return this.failed(view, done);
    AskFirst.results.takeLooked(this.results(view.chosen.asked, result));
    this.show(view, result);
  },

  _run(view, options, seconds, heard = null) {
    const folder = AskFirst.settings.path("folder");
    const profile = AskFirst.settings.path("profile");
    const given = ["look-up", "--lang", AskFirst.settings.language(), ...options];
    if (folder) given.push("--answers", folder);
    if (profile) given.push("--profile", profile);
    const dois = view.chosen.asked.map(({ doi }) => doi);
    // a checker of the newer exchange reads them from its standard input, where no list of processes shows them
    const byInput = AskFirst.checker.schema === AskFirst.pure.SCHEMAS[0];
    if (byInput) given.push("--doi", "-");
    else for (const doi of dois) given.push("--doi", doi);
    view.isRunning = true;
    return AskFirst.checker.run(given, { input: byInput ? `${dois.join("\n")}\n` : "", seconds, heard }).finally(() => (view.isRunning = false));
  },

  stop(view) {
    if (view.isRunning) AskFirst.checker.stop();
  },

  failed(view, { problem = "", says = "", stderr = "" }) {
    if (problem === "askfirst-problem-stopped") view.status.textContent = AskFirst.words.say("askfirst-look-stopped");
    else if (problem) view.status.textContent = AskFirst.words.say(problem, { says: says || "" });
    else view.status.textContent = AskFirst.pure.lines(stderr).join(" ") || AskFirst.words.say("askfirst-problem-failed", { says: "" });
  },

  async _forgetHere(view) {
    const { problem, says, said } = await this.forget();
    view.list.replaceChildren();
    view.status.textContent = problem ? AskFirst.words.say(problem, { says }) : said;
  },

  /** What is kept of an answer, by item: lines with source and day, what they ask, and whom to ask. */
  results(asked, result) {
    const works = new Map(result.works.map((work) => [work.doi, work]));
    const kept = {};
    for (const { work, doi } of asked) {
      const found = works.get(doi.toLowerCase()) ?? works.get(doi);
      if (!found || found.state === "not-asked") continue;
      kept[AskFirst.items.id(work)] = { state: found.state, says: found.says, findings: found.findings, contact: found.contact, on: AskFirst.pure.today() };
    }
    return kept;
  },

  /** Questions first; of each work what was said, by whom and when. */
  show(view, result) {
    const { window, ui, list, status } = view;
    if (window.outerHeight < this.HIGH) window.resizeTo(window.outerWidth, this.HIGH);
    const asks = (work) => (["open", "waiting"].includes(work.state) ? 0 : 1);
    for (const work of [...result.works].sort((a, b) => asks(a) - asks(b))) {
      const block = ui.make("div", `askfirst-finding askfirst-${asks(work) ? "note" : "ask"}`);
      block.append(ui.text("strong", this._title(view, work)));
      for (const line of work.says) block.append(ui.text("p", line));
      for (const finding of work.findings) block.append(ui.text("p", finding.question));
      list.append(block);
    }
    for (const notice of result.notices ?? []) list.append(ui.text("p", notice));
    status.textContent = AskFirst.pure.line(result.says);
  },

  _title(view, found) {
    const here = view.chosen.asked.find(({ doi }) => doi.toLowerCase() === found.doi.toLowerCase());
    return here ? AskFirst.pure.line(here.work.getDisplayTitle?.() || here.work.toJSON().title || found.doi) : found.doi;
  },

  buttons(view, ...buttons) {
    view.row.replaceChildren(...buttons);
    buttons[0].classList.add("askfirst-main");
    buttons[0].focus();
  },

  /** In the section: what others say of this work, apart from what it prints itself. */
  block(ui, item) {
    const looked = AskFirst.results.looked(item);
    if (!looked) return [];
    const block = ui.make("div", "askfirst-looked");
    block.append(ui.l10n("strong", "askfirst-looked"));
    for (const line of looked.says) block.append(ui.text("p", line));
    for (const finding of looked.findings) {
      const question = ui.text("p", finding.question);
      question.className = "askfirst-question";
      block.append(question, ...finding.grounds.map((ground) => AskFirst.section.ground(ui, ground)));
    }
    if (looked.findings.length) block.append(ui.l10n("p", "askfirst-looked-hint"));
    return [block];
  },
};
