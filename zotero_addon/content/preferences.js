// The buttons of the preference pane.
"use strict";

{
  const AskFirst = /** @type {any} */ (Zotero).AskFirst;
  const outcome = (id, args) => {
    document.getElementById("askfirst-outcome").textContent = AskFirst.words.say(id, args);
  };

  const detect = async () => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById("askfirst-command"));
    const before = AskFirst.settings.get("command");
    AskFirst.settings.set("command", "");
    const path = await AskFirst.checker.find();
    AskFirst.settings.set("command", path ?? before);
    input.value = path ?? before;
    outcome(path ? "askfirst-prefs-found" : "askfirst-problem-missing", { path: path ?? "", says: "" });
  };

  const test = async () => {
    outcome("askfirst-prefs-testing");
    const { reply, problem, says, took } = await AskFirst.checker.ask("hello");
    if (!reply) outcome(problem, { says: says || "" });
    else outcome("askfirst-prefs-works", { version: AskFirst.pure.line(reply.askfirst), folder: AskFirst.pure.line(reply.folder), took });
  };

  const connect = (id, act) => {
    document.getElementById(id).addEventListener("command", () => Promise.resolve(act()).catch(Zotero.logError));
  };
  connect("askfirst-detect", detect);
  connect("askfirst-test", test);
  connect("askfirst-unmute", () => {
    AskFirst.results.unmuteAll();
    outcome("askfirst-prefs-unmuted");
  });
}
