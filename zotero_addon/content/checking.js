// One check at a time: items in batches, progress on the screen, a way to stop all of it, and what came of it.
"use strict";

AskFirst.checking = {
  /** @type {{cancelled: boolean} | null} */
  current: null,
  /** Items that are read between two pauses. */
  PART: 20,
  /** The check before, whether it went well or not: one runs at a time, the next one waits. */
  last: Promise.resolve(),
  /** Items that are being checked or wait for it, with how often. @type {Map<string, number>} */
  busy: new Map(),
  /** Every stop begins a new round; what waited in an older one does not begin any more. */
  round: 0,

  stop() {
    this.round++;
    if (this.current) this.current.cancelled = true;
    AskFirst.checker.stop();
  },

  isRunning(item) {
    return this.busy.has(AskFirst.items.id(item));
  },

  /**
   * Check *items*.
   * @param {{quiet?: boolean, announce?: boolean, added?: boolean}} how *quiet*: no window; *announce*: news go to the
   *   banner; *added*: an item that was never checked can be news
   * @returns {Promise<{news: string[], problem?: string, says?: string, checked: number, total: number, took: number}>}
   */
  check(items, how = {}) {
    const round = this.round;
    const ids = items.map((item) => AskFirst.items.id(item));
    this._mark(ids, 1);
    const check = this.last.then(() => this._check(items, how, round)).finally(() => this._mark(ids, -1));
    this.last = check.catch(() => {});
    return check;
  },

  _mark(ids, more) {
    for (const id of ids) {
      const count = (this.busy.get(id) ?? 0) + more;
      if (count > 0) this.busy.set(id, count);
      else this.busy.delete(id);
    }
    AskFirst.section.refresh();
  },

  async _check(items, how, round) {
    const run = (this.current = { cancelled: round !== this.round });
    const outcome = { news: [], checked: 0, total: items.length, took: 0 };
    const progress = how.quiet ? null : new AskFirst.Progress(items.length);
    try {
      for (let at = 0; at < items.length && !run.cancelled; at += AskFirst.pure.MOST_BATCH) {
        const entries = await this.entries(items.slice(at, at + AskFirst.pure.MOST_BATCH));
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

  /** Let the window breathe: what takes long is done in parts of some milliseconds. */
  pause() {
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    return new Promise((resolve) => setTimeout(resolve, 0));
  },

  /** An item that cannot be read never stops the others. */
  async entries(items) {
    const entries = [];
    for (const [n, item] of items.entries()) {
      if (n % this.PART === this.PART - 1) await this.pause();
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
    await this.pause();
    const results = this.results(batch, reply);
    await this.pause();
    outcome.news.push(...AskFirst.results.take(results, how.added));
    outcome.checked += batch.length;
    outcome.reply = reply;
    return true;
  },

  /** Results of a reply, with the digest of what was asked about, the day and the language. */
  results(batch, reply) {
    this._learned(reply);
    const about = { on: AskFirst.pure.today(), language: AskFirst.settings.language() };
    const results = {};
    for (const entry of batch) {
      const item = reply.items[entry.id];
      if (!item) continue;
      const kept = item.findings.length || item.state === "unreadable" ? item : { state: item.state, says: item.says, findings: [] };
      results[entry.id] = { ...kept, contact: item.findings.length ? reply.contact : [], digest: AskFirst.pure.digest(entry), ...about };
    }
    return results;
  },

  _end(outcome, progress, how) {
    progress?.end(outcome);
    if (how.announce && outcome.news.length) AskFirst.banner.announce(outcome.news);
    return outcome;
  },

  _learned({ kinds, outcomes, folder }) {
    AskFirst.results.kept.sets = { kinds, outcomes, folder, language: AskFirst.settings.language() };
  },

  /** The closed sets an answer is made of, in the language of the questions. Empty when all is well. */
  async learn() {
    if (AskFirst.results.kept.sets?.language === AskFirst.settings.language()) return {};
    const { reply, problem, says } = await AskFirst.checker.ask("hello");
    if (!reply) return { problem, says };
    this._learned(reply);
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
      this.window.changeHeadline(AskFirst.words.say("askfirst-name"));
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
    window.changeHeadline(AskFirst.words.say("askfirst-name"));
    window.addDescription(this.sentence(outcome));
    window.show();
    window.startCloseTimer(outcome.problem ? 15000 : 6000);
  }

  sentence({ problem, says, checked, total }) {
    if (problem) return AskFirst.words.say(problem, { says: says || "" }) + (total > 1 ? ` ${AskFirst.words.say("askfirst-so-far", { checked, total })}` : "");
    const states = Object.values(AskFirst.results.kept.items).map((result) => result.state);
    return AskFirst.words.say("askfirst-done", {
      checked,
      open: states.filter((state) => state === "open").length,
      unknown: states.filter((state) => state === "unknown").length,
    });
  }
};
