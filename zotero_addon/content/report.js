// A report on a library, a collection or some works: written by the checker, saved where the user says.
"use strict";

AskFirst.report = {
  SECONDS: 900,

  /** @returns {Promise<{path?: string, problem?: string, says?: string}>} */
  async save(works, name) {
    if (!works.length) return this.tell({ problem: "askfirst-report-empty", says: "" });
    const chosen = this.choose(Zotero.getMainWindows()[0]);
    if (!chosen) return {};
    const path = await AskFirst.files.save(Zotero.getMainWindows()[0], `askfirst-${AskFirst.pure.today()}.${chosen.format}`, chosen.format);
    if (!path) return {};
    return this.tell(await this.write(works, name, chosen, path));
  },

  /** HTML or CSV, with or without names: asked in one of Zotero's own dialogs. */
  choose(window) {
    const { prompt } = Services;
    const named = { value: false };
    const titles = prompt.BUTTON_TITLE_IS_STRING;
    const flags = prompt.BUTTON_POS_0 * titles + prompt.BUTTON_POS_1 * prompt.BUTTON_TITLE_CANCEL + prompt.BUTTON_POS_2 * titles;
    const say = (id) => AskFirst.words.say(id);
    const pressed = prompt.confirmEx(window, say("askfirst-report-title"), say("askfirst-report-what"), flags, "HTML…", null, "CSV…", say("askfirst-report-names"), named);
    return pressed === 1 ? null : { format: pressed === 0 ? "html" : "csv", names: named.value };
  },

  async write(works, name, { format, names }, path) {
    const progress = new AskFirst.Progress(works.length);
    const settings = AskFirst.settings.forRequest();
    const lines = [];
    for (let at = 0; at < works.length; at += AskFirst.pure.MOST_BATCH) {
      const entries = await AskFirst.checking.entries(works.slice(at, at + AskFirst.pure.MOST_BATCH));
      for (const batch of AskFirst.pure.batches(entries)) lines.push(AskFirst.pure.request(AskFirst.checker.schema, "check", settings, batch, { library: name }));
      progress.at(at);
    }
    const given = ["zotero", "--stdin", "--lang", settings.language, "--format", format, ...(names ? ["--names"] : [])];
    const done = await AskFirst.checker.run(given, { input: `${lines.join("\n")}\n`, seconds: this.SECONDS });
    progress.window?.close();
    if (done.problem) return done;
    const refused = this._refusal(done);
    if (refused) return refused;
    await IOUtils.writeUTF8(path, done.stdout, { tmpPath: `${path}.tmp` });
    return { path };
  },

  /** Where no report came: why. A checker that knows no reports says so in its own usage. */
  _refusal({ stdout, stderr, exitCode }) {
    if (exitCode < 2 && stdout && !stdout.startsWith("{")) return null;
    if (/unrecognized arguments|invalid choice/.test(stderr) || stdout.startsWith("{")) {
      const { problem, says } = AskFirst.pure.reply({ stdout, stderr, exitCode });
      return { problem: problem === "askfirst-problem-says" ? problem : "askfirst-problem-old", says: says ?? "" };
    }
    return { problem: "askfirst-problem-failed", says: AskFirst.pure.line(stderr) };
  },

  tell(outcome) {
    const window = new Zotero.ProgressWindow({ closeOnClick: true });
    window.changeHeadline(AskFirst.words.say("askfirst-name"));
    const { problem, says, path } = outcome;
    window.addDescription(problem ? AskFirst.words.say(problem, { says: says || "" }) : AskFirst.words.say("askfirst-letter-saved", { path }));
    window.show();
    window.startCloseTimer(problem ? 15000 : 8000);
    return outcome;
  },
};

/** Zotero's own dialogs for files. */
AskFirst.files = {
  async save(window, name, format) {
    return this._pick(window, Ci.nsIFilePicker.modeSave, "askfirst-letter-save", name, format);
  },

  async open(window, isFolder) {
    return this._pick(window, isFolder ? Ci.nsIFilePicker.modeGetFolder : Ci.nsIFilePicker.modeOpen, "askfirst-browse", "", "");
  },

  /** @returns {Promise<string>} the path, or empty where the user chose none */
  async _pick(window, mode, title, name, format) {
    const picker = Cc["@mozilla.org/filepicker;1"].createInstance(Ci.nsIFilePicker);
    picker.init(window.browsingContext, AskFirst.words.say(title), mode);
    if (format === "html") picker.appendFilters(Ci.nsIFilePicker.filterHTML);
    else if (format === "csv") picker.appendFilter("CSV", "*.csv");
    else if (format === "txt") picker.appendFilters(Ci.nsIFilePicker.filterText);
    if (name) picker.defaultString = name;
    const chosen = await new Promise((resolve) => picker.open(resolve));
    return chosen === Ci.nsIFilePicker.returnCancel ? "" : picker.file.path;
  },
};
