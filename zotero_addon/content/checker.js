// The checker: a program on this computer, started for one request, given JSON, and gone again. No port, no network.
"use strict";

AskFirst.checker = {
  /** @type {Set<any>} */
  running: new Set(),

  /** The version of the exchange that this checker spoke last. */
  schema: AskFirst.pure.SCHEMAS[0],

  get Subprocess() {
    return ChromeUtils.importESModule("resource://gre/modules/Subprocess.sys.mjs").Subprocess;
  },

  get home() {
    return Services.dirsvc.get("Home", Ci.nsIFile).path;
  },

  /** Absolute path of the checker, or null. */
  async find() {
    const given = AskFirst.settings.path("command");
    for (const place of AskFirst.pure.places({ windows: Zotero.isWin, home: this.home, given })) {
      if (!(await this._trouble(place))) return place;
    }
    if (given) return null;
    try {
      return await this.Subprocess.pathSearch("askfirst");
    }
    catch (error) {
      return null;
    }
  },

  /** What keeps *path* from being started, as a Fluent id; empty where nothing does. */
  async _trouble(path) {
    if (!PathUtils.isAbsolute(path)) return "askfirst-problem-path-none";
    try {
      const { type, permissions } = await IOUtils.stat(path);
      if (type !== "regular") return "askfirst-problem-path-folder";
      return Zotero.isWin || permissions & 0o111 ? "" : "askfirst-problem-path-program";
    }
    catch (error) {
      return "askfirst-problem-path-none";
    }
  },

  /** Why no checker was found: the path in the settings, a confined Zotero, or none installed. */
  async missing() {
    const given = AskFirst.settings.path("command");
    if (given) return { problem: await this._trouble(given), says: AskFirst.pure.line(given) };
    return { problem: this.isConfined() ? "askfirst-problem-confined" : "askfirst-problem-missing", says: "" };
  },

  /** Whether this Zotero is closed off from the programs of the computer. */
  isConfined() {
    return Services.env.exists("FLATPAK_ID") || Services.env.exists("SNAP");
  },

  /**
   * One request. Never rejects. A checker that speaks an older version, which is known here, is asked again in that.
   * @returns {Promise<{reply?: any, problem?: string, says?: string, took: number}>}
   */
  async ask(action, items = [], more = {}) {
    const began = Date.now();
    const settings = AskFirst.settings.forRequest();
    let outcome;
    for (const _version of AskFirst.pure.SCHEMAS) {
      const input = AskFirst.pure.request(this.schema, action, settings, items, more);
      const done = await this.run(["zotero", "--stdin"], { input });
      outcome = done.problem ? done : AskFirst.pure.reply(done);
      const spoken = outcome.reply?.schema ?? outcome.speaks ?? this.schema;
      const isRefused = !outcome.reply && spoken !== this.schema;
      this.schema = spoken;
      if (!isRefused) break;
    }
    return { ...outcome, took: Date.now() - began };
  },

  /**
   * Start the program once. Never rejects. *heard* is told each line of its standard error as it comes.
   * @returns {Promise<{stdout?: string, stderr?: string, exitCode?: number, problem?: string, says?: string}>}
   */
  async run(given, { input = "", seconds = 0, heard = null } = {}) {
    const command = await this.find();
    if (!command) return this.missing();
    try {
      return await this._run(command, given, input, seconds || AskFirst.settings.get("timeout"), heard);
    }
    catch (error) {
      Zotero.logError(error);
      const bad = error?.errorCode === this.Subprocess.ERROR_BAD_EXECUTABLE;
      return { problem: bad ? "askfirst-problem-path-program" : "askfirst-problem-failed", says: bad ? command : AskFirst.pure.line(error?.message) };
    }
  },

  async _run(command, given, input, seconds, heard) {
    const process = await this.Subprocess.call({ command, arguments: given, stderr: "pipe", environmentAppend: true, environment: { PYTHONIOENCODING: "utf-8" } });
    const state = { process, stopped: "" };
    this.running.add(state);
    const { setTimeout, clearTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    const timer = setTimeout(() => this._kill(state, "askfirst-problem-slow"), 1000 * Math.max(5, seconds));
    try {
      const [, stdout, stderr] = await Promise.all([
        this._write(process, input),
        this._read(process.stdout, 64000000),
        this._read(process.stderr, 1000000, heard),
      ]);
      const { exitCode } = await process.wait();
      if (state.stopped) return { problem: state.stopped, says: "" };
      return { stdout, stderr, exitCode };
    }
    finally {
      clearTimeout(timer);
      this.running.delete(state);
    }
  },

  async _write(process, input) {
    try {
      await process.stdin.write(input);
      await process.stdin.close();
    }
    catch (error) {
      Zotero.debug(`askfirst: the checker stopped reading: ${error}`); // its own words on stderr say why
    }
  },

  /** Everything is drained, so that the program never waits for us; what is more than *most* is not kept. */
  async _read(stream, most, heard = null) {
    const parts = [];
    let length = 0;
    let part;
    while ((part = await stream.readString())) {
      if (length < most) parts.push(part);
      length += part.length;
      if (heard) heard(part);
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
