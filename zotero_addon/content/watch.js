// Items that are added or changed: checked in the background where the user wants it, once a first check was made.
"use strict";

AskFirst.watch = {
  DELAY: 2000,
  /** How long and how often is waited for the text of a file: Zotero indexes it some seconds after it came. */
  LATER: 15000,
  MOST_LOOKS: 6,

  start() {
    this.waiting = new Set();
    this.looks = new Map();
    this.timer = null;
    this.observer = Zotero.Notifier.registerObserver({ notify: (...what) => this.notify(...what) }, ["item"], "askfirst");
  },

  stop() {
    Zotero.Notifier.unregisterObserver(this.observer);
    if (this.timer) this._timers.clearTimeout(this.timer);
  },

  get _timers() {
    return ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  },

  notify(event, _type, ids, extra) {
    if (event === "delete" || event === "trash") {
      if (event === "delete") AskFirst.results.forget(ids.map((id) => extra?.[id] && `${extra[id].libraryID}/${extra[id].key}`).filter(Boolean));
      return;
    }
    if ((event !== "add" && event !== "modify") || !AskFirst.results.kept.begun) return;
    for (const id of ids) this.waiting.add(id);
    if (this.timer) this._timers.clearTimeout(this.timer);
    this.timer = this._timers.setTimeout(() => this.run().catch(Zotero.logError), this.DELAY);
  },

  /** Look at *works* again a little later, some times: the text of their file is not there yet. */
  lookAgain(works) {
    for (const work of works) {
      const looks = (this.looks.get(work.id) ?? 0) + 1;
      this.looks.set(work.id, looks);
      if (looks <= this.MOST_LOOKS) this.waiting.add(work.id);
    }
    if (!this.waiting.size || this.timer) return;
    this.timer = this._timers.setTimeout(() => this.run().catch(Zotero.logError), this.LATER);
  },

  /** Check what changed in a way that the checker would see. Where that fails, or nobody wants it, its result is stale. */
  async run() {
    this.timer = null;
    if (AskFirst.checking.current) {
      this.timer = this._timers.setTimeout(() => this.run().catch(Zotero.logError), this.DELAY);
      return;
    }
    const ids = [...this.waiting];
    this.waiting.clear();
    const works = AskFirst.items.works((await Zotero.Items.getAsync(ids)).filter(Boolean));
    const changed = [];
    const unindexed = [];
    for (const work of works) {
      const known = AskFirst.results.of(work);
      const entry = await AskFirst.items.entry(work);
      if (!entry.fulltext && AskFirst.items.hasPDF(work)) unindexed.push(work);
      if (!known || known.digest !== AskFirst.pure.digest(entry)) changed.push(work);
    }
    this.lookAgain(unindexed);
    if (!changed.length) return;
    if (AskFirst.results.kept.begun && AskFirst.settings.get("watch")) {
      const outcome = await AskFirst.checking.check(changed, { quiet: true, announce: true, added: true });
      if (!outcome.problem) return;
      Zotero.debug(`askfirst: not checked in the background: ${outcome.problem}`);
    }
    AskFirst.results.stale(changed.map((work) => AskFirst.items.id(work)));
  },
};
