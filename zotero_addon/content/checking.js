// One check at a time: items in batches, progress on the screen, a way to stop, and what came of it.
"use strict";

AskFirst.checking = {
  /** @type {{cancelled: boolean} | null} */
  current: null,

  stop() {
    if (this.current) this.current.cancelled = true;
    AskFirst.checker.stop();
  },

  /**
   * Check *items*.
   * @param {{quiet?: boolean, announce?: boolean, added?: boolean}} how *quiet*: no window; *announce*: news go to the
   *   banner; *added*: an item that was never checked can be news
   * @returns {Promise<{news: string[], problem?: string, says?: string, checked: number, took: number}>}
   */
  check(items, how = {}) {
    const check = this.last.then(() => this._check(items, how));
    this.last = check.catch(() => {});
    return check;
  },

  /** The check before, whether it went well or not: one runs at a time, the next one waits. */
  last: Promise.resolve(),

  async _check(items, how) {
    const run = (this.current = { cancelled: false });
    const outcome = { news: [], checked: 0, took: 0 };
    const progress = how.quiet ? null : new AskFirst.Progress(items.length);
    try {
      for (let at = 0; at < items.length && !run.cancelled; at += AskFirst.pure.MOST_BATCH) {
        const entries = await this._entries(items.slice(at, at + AskFirst.pure.MOST_BATCH));
        for (const batch of AskFirst.pure.batches(entries)) {
          if (run.cancelled) break;
          if (!(await this._batch(batch, outcome, how))) return this._end(outcome, progress, how);
          progress?.at(outcome.checked);
        }
      }
      if (run.cancelled) outcome.problem = "askfirst-problem-stopped";
      return this._end(outcome, progress, how);
    }
    finally {
      this.current = null;
    }
  },

  /** An item that cannot be read never stops the others. */
  async _entries(items) {
    const entries = [];
    for (const item of items) {
      try {
        entries.push(await AskFirst.items.entry(item));
      }
      catch (error) {
        Zotero.logError(error);
        entries.push({ id: AskFirst.items.id(item), data: { key: item.key, itemType: "document" }, notes: [], fulltext: "" });
      }
    }
    return entries;
  },

  async _batch(batch, outcome, how) {
    const { reply, problem, says, took } = await AskFirst.checker.ask("check", batch);
    outcome.took += took;
    if (!reply) {
      Object.assign(outcome, { problem, says });
      return false;
    }
    outcome.news.push(...AskFirst.results.take(this.results(batch, reply), how.added));
    outcome.checked += batch.length;
    outcome.reply = reply;
    return true;
  },

  /** Results of a reply, with the digest of what was asked about and the day. */
  results(batch, reply) {
    this.kinds = reply.kinds;
    this.outcomes = reply.outcomes;
    const results = {};
    for (const entry of batch) {
      const item = reply.items[entry.id];
      if (!item) continue;
      const kept = item.findings.length || item.state === "unreadable" ? item : { state: item.state, says: item.says, findings: [] };
      results[entry.id] = { ...kept, contact: item.findings.length ? reply.contact : [], digest: AskFirst.pure.digest(entry), on: new Date().toISOString().slice(0, 10) };
    }
    return results;
  },

  _end(outcome, progress, how) {
    progress?.end(outcome);
    if (how.announce && outcome.news.length) AskFirst.banner.announce(outcome.news);
    return outcome;
  },

  /** The closed sets an answer is made of; after a restart the checker is asked for them. Empty when all is well. */
  async learn() {
    if (this.outcomes) return {};
    const { reply, problem, says } = await AskFirst.checker.ask("hello");
    if (!reply) return { problem, says };
    this.kinds = reply.kinds;
    this.outcomes = reply.outcomes;
    return {};
  },

  /** Record an answer and take in what the item looks like after it. */
  async answer(item, finding, answer) {
    const entry = await AskFirst.items.entry(item);
    const { reply, problem, says } = await AskFirst.checker.ask("answer", [entry], { finding: finding.id, answer });
    if (!reply) return { problem, says };
    AskFirst.results.take(this.results([entry], reply));
    return { recorded: reply.recorded, remark: AskFirst.pure.line(reply.remark) };
  },
};

/** A small window in the corner that never takes the focus. */
AskFirst.Progress = class {
  constructor(total) {
    this.total = total;
    this.began = Date.now();
    this.window = null;
  }

  at(checked) {
    if (checked >= this.total || Date.now() - this.began < 700) return;
    if (!this.window) {
      this.window = new Zotero.ProgressWindow({ closeOnClick: false });
      this.window.changeHeadline("askfirst");
      this.line = new this.window.ItemProgress("document", "");
      this.window.addDescription(AskFirst.words.say("askfirst-progress-stop"));
      this.window.show();
    }
    this.line.setText(AskFirst.words.say("askfirst-progress", { checked, total: this.total }));
    this.line.setProgress((100 * checked) / this.total);
  }

  end(outcome) {
    this.window?.close();
    const window = new Zotero.ProgressWindow({ closeOnClick: true });
    window.changeHeadline("askfirst");
    window.addDescription(this.sentence(outcome));
    window.show();
    window.startCloseTimer(outcome.problem ? 15000 : 6000);
  }

  sentence(outcome) {
    if (outcome.problem) return AskFirst.words.say(outcome.problem, { says: outcome.says || "" });
    const states = Object.values(AskFirst.results.kept.items).map((result) => result.state);
    return AskFirst.words.say("askfirst-done", {
      checked: outcome.checked,
      open: states.filter((state) => state === "open").length,
      unknown: states.filter((state) => state === "unknown").length,
    });
  }
};
