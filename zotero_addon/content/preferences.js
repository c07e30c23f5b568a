// The buttons of the preference pane. Zotero loads this before the pane is there, so the document listens for them.
"use strict";

const AskFirstPreferences = {
  get parts() {
    return /** @type {any} */ (Zotero).AskFirst;
  },

  say(id, args, place = "askfirst-outcome") {
    document.getElementById(place).textContent = this.parts.words.say(id, args);
  },

  /** Choose a program, a folder or a file in the system's own dialog. */
  async browse(name) {
    const path = await this.parts.files.open(window, name === "folder");
    if (path) this.parts.settings.set(name, path);
  },

  /** Look in the usual places, and keep what was found. */
  async detect() {
    const { settings, checker } = this.parts;
    const before = settings.get("command");
    settings.set("command", "");
    const path = await checker.find();
    settings.set("command", path ?? before);
    if (path) return this.say("askfirst-prefs-found", { path });
    this.say(checker.isConfined() ? "askfirst-problem-confined" : "askfirst-problem-missing", { says: "" });
  },

  /** Start the checker once and show what it says of itself. */
  async test() {
    this.say("askfirst-prefs-testing");
    const { checker, pure } = this.parts;
    const { reply, problem, says, took } = await checker.ask("hello");
    if (!reply) this.say(problem, { says: says || "" });
    else this.say("askfirst-prefs-works", { version: pure.line(reply.askfirst), folder: pure.line(reply.folder), took });
  },

  unmute() {
    this.parts.results.unmuteAll();
    this.say("askfirst-prefs-unmuted", {}, "askfirst-done");
  },

  /** Delete everything that was looked up, here and in the checker's cache. */
  async forget() {
    const { problem, says, said } = await this.parts.lookUp.forget();
    document.getElementById("askfirst-done").textContent = problem ? this.parts.words.say(problem, { says: says || "" }) : said;
  },

  BUTTONS: {
    "askfirst-detect": "detect",
    "askfirst-test": "test",
    "askfirst-unmute": "unmute",
    "askfirst-forget": "forget",
  },
};

document.addEventListener("command", (event) => {
  const [, name] = /^askfirst-browse-(\w+)$/.exec(/** @type {Element} */ (event.target).id) ?? [];
  if (name) AskFirstPreferences.browse(name).catch(Zotero.logError);
  const act = AskFirstPreferences.BUTTONS[/** @type {Element} */ (event.target).id];
  if (act) Promise.resolve(AskFirstPreferences[act]()).catch(Zotero.logError);
});
