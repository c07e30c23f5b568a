// What needs no Zotero: requests, replies, batches, what is new. Tested with node.
"use strict";

/**
 * @typedef {{id: string, data: object, notes: string[], fulltext: string}} Entry one item of a request
 * @typedef {{id: string, code: string, level: string, state: string, [key: string]: any}} Finding
 * @typedef {{state: string, says: string, findings: Finding[], digest?: string, on?: string}} Result
 */

AskFirst.pure = {
  SCHEMA: "askfirst/zotero/1",
  MOST_NOTE: 200000,
  MOST_NOTES: 50,
  MOST_PAGE: 30000,
  MOST_BATCH: 500,
  MOST_BYTES: 4000000,

  /** The fields of an item that the checker reads: nothing else leaves Zotero, not even for the next process. */
  FIELDS: ["key", "itemType", "title", "creators", "date", "DOI", "extra", "institution", "university", "place"],

  /** @returns {Entry} */
  entry(id, json, notes, fulltext) {
    const data = {};
    for (const field of this.FIELDS) if (json[field] !== undefined) data[field] = json[field];
    return {
      id,
      data,
      notes: notes.slice(0, this.MOST_NOTES).map((note) => String(note).slice(0, this.MOST_NOTE)),
      fulltext: String(fulltext || "").slice(0, this.MOST_PAGE),
    };
  },

  /** A short text that changes when what the checker reads of an item changes, or a text of its file is there at last. */
  digest(entry) {
    const text = JSON.stringify([entry.data, entry.notes, ...(entry.fulltext ? [1] : [])]);
    let a = 0x811c9dc5;
    let b = 5381;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193) >>> 0;
      b = (Math.imul(b, 33) + code) >>> 0;
    }
    return a.toString(36) + b.toString(36);
  },

  request(action, settings, items, more = {}) {
    return JSON.stringify({
      schema: this.SCHEMA,
      action,
      language: settings.language,
      answers: settings.folder,
      profile: settings.profile,
      contact: settings.contact,
      items,
      ...more,
    });
  },

  /** @returns {{reply?: any, problem?: string, says?: string}} *problem* is a Fluent id. */
  reply(stdout, stderr, exitCode) {
    let reply;
    try {
      reply = JSON.parse(stdout);
    }
    catch (error) {
      const says = this.line(stderr) || this.line(stdout);
      return { problem: exitCode ? "askfirst-problem-failed" : "askfirst-problem-unreadable", says };
    }
    if (!reply || typeof reply !== "object") return { problem: "askfirst-problem-unreadable", says: "" };
    if (reply.schema !== this.SCHEMA) {
      return { problem: "askfirst-problem-version", says: this.line(String(reply.schema)) };
    }
    if (reply.error) return { problem: "askfirst-problem-says", says: this.line(reply.error) };
    return { reply };
  },

  /** One line that may be shown: no control and no bidirectional characters, at most 300 of them. */
  line(text) {
    return String(text ?? "")
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, " ")
      .trim()
      .slice(0, 300);
  },

  /** @param {Entry[]} entries @returns {Entry[][]} */
  batches(entries) {
    const batches = [];
    let batch = [];
    let bytes = 0;
    for (const entry of entries) {
      const size = JSON.stringify(entry).length;
      if (batch.length && (batch.length >= this.MOST_BATCH || bytes + size > this.MOST_BYTES)) {
        batches.push(batch);
        batch = [];
        bytes = 0;
      }
      batch.push(entry);
      bytes += size;
    }
    if (batch.length) batches.push(batch);
    return batches;
  },

  /**
   * Items with findings that are open now, were not known before, and are not muted: what a banner is for.
   * An item that was never checked is news only among *added* ones: a first look at old items is no flood of news.
   */
  news(before, after, mutes, added = false) {
    const news = [];
    for (const [id, result] of Object.entries(after)) {
      if (mutes.items[id] || !(added || before[id])) continue;
      const known = new Set(this.withLegs(before[id]?.findings).map((finding) => finding.id));
      const fresh = this.withLegs(result.findings).some(
        (finding) => finding.state === "open" && finding.level !== "note" && !known.has(finding.id) && !mutes.kinds[finding.code]
      );
      if (fresh) news.push(id);
    }
    return news;
  },

  /** Findings, each with its legs behind it. @returns {Finding[]} */
  withLegs(findings) {
    return (findings ?? []).flatMap((finding) => [finding, ...(finding.legs ?? [])]);
  },

  /** What is still asked about an item. @returns {Finding[]} */
  questions(result) {
    return this.withLegs(result?.findings).filter((finding) => finding.level !== "note" && finding.state !== "answered");
  },

  /** The day on this computer's calendar, as an answer file has it. */
  today(now = new Date()) {
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },

  /** Where the checker may be, in the order in which it is looked for. *home* has no separator at its end. */
  places({ windows, home, given }) {
    if (given) return [given];
    if (windows) return [`${home}\\.local\\bin\\askfirst.exe`, `${home}\\pipx\\venvs\\askfirst\\Scripts\\askfirst.exe`];
    return [`${home}/.local/bin/askfirst`, "/opt/homebrew/bin/askfirst", "/usr/local/bin/askfirst", "/usr/bin/askfirst"];
  },

  /** What the column shows for a result, as a Fluent id; items that are no works have no entry at all. */
  columnWord(result) {
    const known = ["open", "pending", "answered", "none", "unknown", "unreadable"];
    return `askfirst-state-${result && known.includes(result.state) ? result.state : "unchecked"}`;
  },

  /** A note for the library, when the user asks for one. Everything of the checker is escaped. */
  note(title, result) {
    const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
    const parts = [`<h1>${escape(title)}</h1>`, `<p>${escape(result.says)}</p>`];
    for (const line of result.instructed ?? []) parts.push(`<p>${escape(line)}</p>`);
    for (const finding of this.withLegs(result.findings)) {
      parts.push(`<p><strong>${escape(finding.code)}: ${escape(finding.printed)}</strong><br/>${escape(finding.reads)}</p>`);
      for (const ground of finding.grounds) parts.push(`<p>${escape(ground.act)} (${escape(ground.since)}): ${escape(ground.url)}</p>`);
      parts.push(`<p>${escape(finding.question)}</p>`);
    }
    return parts.join("\n");
  },
};
