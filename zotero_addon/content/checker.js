// The checker: a program on this computer, started for one request, given JSON, and gone again. No port, no network.
"use strict";

AskFirst.checker = {
  /** @type {Set<any>} */
  running: new Set(),

  get Subprocess() {
    return ChromeUtils.importESModule("resource://gre/modules/Subprocess.sys.mjs").Subprocess;
  },

  /** Absolute path of the checker, or null. */
  async find() {
    const given = AskFirst.settings.get("command");
    const home = Services.dirsvc.get("Home", Ci.nsIFile).path;
    for (const place of AskFirst.pure.places({ windows: Zotero.isWin, home, given })) {
      if (PathUtils.isAbsolute(place) && (await this._isProgram(place))) return place;
    }
    if (given) return null;
    try {
      return await this.Subprocess.pathSearch("askfirst");
    }
    catch (error) {
      return null;
    }
  },

  async _isProgram(path) {
    try {
      return (await IOUtils.stat(path)).type === "regular";
    }
    catch (error) {
      return false;
    }
  },

  /** Whether this Zotero is closed off from the programs of the computer. */
  isConfined() {
    return Services.env.exists("FLATPAK_ID") || Services.env.exists("SNAP");
  },

  /**
   * One request. Never rejects.
   * @returns {Promise<{reply?: any, problem?: string, says?: string, took: number}>}
   */
  async ask(action, items = [], more = {}) {
    const began = Date.now();
    const command = await this.find();
    if (!command) {
      return { problem: this.isConfined() ? "askfirst-problem-confined" : "askfirst-problem-missing", says: "", took: 0 };
    }
    const request = AskFirst.pure.request(action, AskFirst.settings.forRequest(), items, more);
    try {
      return { ...(await this._run(command, request)), took: Date.now() - began };
    }
    catch (error) {
      Zotero.logError(error);
      const missing = error?.errorCode === this.Subprocess.ERROR_BAD_EXECUTABLE;
      return { problem: missing ? "askfirst-problem-missing" : "askfirst-problem-failed", says: AskFirst.pure.line(error?.message), took: Date.now() - began };
    }
  },

  async _run(command, request) {
    const process = await this.Subprocess.call({ command, arguments: ["zotero", "--stdin"], stderr: "pipe", environmentAppend: true, environment: { PYTHONIOENCODING: "utf-8" } });
    const state = { process, stopped: "" };
    this.running.add(state);
    const { setTimeout, clearTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    const timer = setTimeout(() => this._kill(state, "askfirst-problem-slow"), 1000 * Math.max(5, AskFirst.settings.get("timeout")));
    try {
      const [, stdout, stderr] = await Promise.all([
        this._write(process, request),
        this._read(process.stdout, 64000000),
        this._read(process.stderr, 20000),
      ]);
      const { exitCode } = await process.wait();
      if (state.stopped) return { problem: state.stopped, says: "" };
      return AskFirst.pure.reply(stdout, stderr, exitCode);
    }
    finally {
      clearTimeout(timer);
      this.running.delete(state);
    }
  },

  async _write(process, request) {
    try {
      await process.stdin.write(request);
      await process.stdin.close();
    }
    catch (error) {
      Zotero.debug(`askfirst: the checker stopped reading: ${error}`); // its own words on stderr say why
    }
  },

  /** Everything is drained, so that the program never waits for us; what is more than *most* is not kept. */
  async _read(stream, most) {
    const parts = [];
    let length = 0;
    let part;
    while ((part = await stream.readString())) {
      if (length < most) parts.push(part);
      length += part.length;
    }
    return parts.join("");
  },

  _kill(state, why) {
    state.stopped = why;
    state.process.kill(500);
  },

  stop() {
    for (const state of this.running) this._kill(state, "askfirst-problem-stopped");
  },
};
