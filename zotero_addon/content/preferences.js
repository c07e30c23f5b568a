// The buttons of the preference pane. Zotero loads this before the pane is there, so the document listens for them.
"use strict";

const AskFirstPreferences = {
  get parts() {
    return /** @type {any} */ (Zotero).AskFirst;
  },

  say(id, args) {
    document.getElementById("askfirst-outcome").textContent = this.parts.words.say(id, args);
  },

  /** Look in the usual places, and keep what was found. */
  async detect() {
    const { settings, checker } = this.parts;
    const before = settings.get("command");
    settings.set("command", "");
    const path = await checker.find();
    settings.set("command", path ?? before);
    this.say(path ? "askfirst-prefs-found" : "askfirst-problem-missing", { path: path ?? "", says: "" });
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
    this.say("askfirst-prefs-unmuted");
  },

  BUTTONS: { "askfirst-detect": "detect", "askfirst-test": "test", "askfirst-unmute": "unmute" },
};

document.addEventListener("command", (event) => {
  const act = AskFirstPreferences.BUTTONS[/** @type {Element} */ (event.target).id];
  if (act) Promise.resolve(AskFirstPreferences[act]()).catch(Zotero.logError);
});
