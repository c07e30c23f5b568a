// What needs no Zotero: requests, replies, batches, what is new. Tested with node.
"use strict";

/**
 * @typedef {{id: string, data: object, notes: string[], fulltext: string}} Entry one item of a request
 * @typedef {{id: string, code: string, level: string, state: string, [key: string]: any}} Finding
 * @typedef {{state: string, says: string, findings: Finding[], digest?: string, on?: string}} Result
 */

AskFirst.pure = {
  /** Versions of the exchange that are understood, the newest first. */
  SCHEMAS: ["askfirst/zotero/2", "askfirst/zotero/1"],
  MOST_DOIS: 500,
  MOST_OTHERS: 50,
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

  request(schema, action, settings, items, more = {}) {
    return JSON.stringify({
      schema,
      action,
      language: settings.language,
      answers: settings.folder,
      profile: settings.profile,
      contact: settings.contact,
      items,
      ...more,
    });
  },

  /** @returns {{reply?: any, problem?: string, says?: string, speaks?: string}} *problem* is a Fluent id. */
  reply({ stdout, stderr, exitCode }) {
    let reply;
    try {
      reply = JSON.parse(stdout);
    }
    catch (error) {
      if (/invalid choice: '?zotero/.test(stderr)) return { problem: "askfirst-problem-old", says: "" };
      const says = this.line(stderr) || this.line(stdout);
      return { problem: exitCode ? "askfirst-problem-failed" : "askfirst-problem-unreadable", says };
    }
    if (!reply || typeof reply !== "object") return { problem: "askfirst-problem-unreadable", says: "" };
    if (!this.SCHEMAS.includes(reply.schema)) {
      return { problem: "askfirst-problem-version", says: this.line(String(reply.schema)) };
    }
    if (reply.error) return { problem: "askfirst-problem-says", says: this.line(reply.error), speaks: reply.schema };
    for (const item of Object.values(reply.items ?? {})) this.renamed(item);
    return { reply };
  },

  /** A result in today's words: before `askfirst/zotero/2`, *waiting* was called *pending*. */
  renamed(result) {
    if (result.state === "pending") result.state = "waiting";
    for (const finding of this.withLegs(result.findings)) this.renamed(finding);
    return result;
  },

  /** The lines of a text, each as it may be shown; none is empty. */
  lines(text, most = 2000) {
    return String(text ?? "").split("\n").map((line) => this.line(line)).filter(Boolean).slice(0, most);
  },

  /** Paragraphs of a text that was broken for a terminal; a list of DOIs is one of its own. Its last word on a trial run is none here. */
  paragraphs(text) {
    const isList = (line) => line.startsWith("10.");
    const isEnd = (last, line) => /[.:;]$/.test(last) || isList(last) !== isList(line);
    const said = [];
    for (const line of this.lines(text)) {
      const last = said[said.length - 1];
      if (last === undefined || isEnd(last, line)) said.push(line);
      else said[said.length - 1] = last.endsWith("/") ? last + line : `${last} ${line}`;
    }
    return said.filter((each) => !/^(This was a dry run|Das war ein Probelauf)\b/.test(each));
  },

  /** The DOI of an item's JSON: its field, or a line of Extra; empty where there is none that can be sent. */
  doi(json) {
    const given = json.DOI || /^\s*DOI:\s*(\S+)/im.exec(json.extra ?? "")?.[1] || "";
    const doi = given.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "");
    return /^10\.\d{4,9}\/[\x21-\x7e]+$/.test(doi) ? doi : "";
  },

  /** The result of a look-up, or null where the program wrote none. */
  looked(stdout) {
    try {
      const result = JSON.parse(stdout);
      if (!["askfirst/look-up/2", "askfirst/look-up/1"].includes(result?.schema) || !Array.isArray(result.works)) return null;
      for (const work of result.works) this.renamed(work);
      return result;
    }
    catch (error) {
      return null;
    }
  },

  /** How far a look-up is, by the last line that the checker wrote: "Crossref: 3 of 40". */
  farther(part) {
    const found = [...String(part).matchAll(/([A-Z]\w+): (\d+) (?:of|von) (\d+)/g)].pop();
    return found ? { service: found[1], done: Number(found[2]), total: Number(found[3]) } : null;
  },

  /** A path as somebody types or pastes it: blanks around it, quotes, a tilde for the home folder. */
  typedPath(text, home) {
    const path = String(text ?? "").trim().replace(/^(["'“„])(.*)(["'”“])$/, "$2").trim();
    return /^~(?=$|[\\/])/.test(path) ? home + path.slice(1) : path;
  },

  /** One line that may be shown: no control and no bidirectional characters, at most 300 of them. */
  line(text) {
    return String(text ?? "")
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, " ")
      .trim()
      .slice(0, 300);
  },

  /** The first of *count* places in order of which *isBehind* is true; *count* where it is true of none. */
  place(count, isBehind) {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
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

  /** The state to be shown. What has changed since, and could not be checked again, is said to be free of nothing. */
  state(result) {
    const known = ["open", "waiting", "answered", "none", "unknown", "unreadable"];
    if (!result || !known.includes(result.state)) return "unchecked";
    return result.stale && ["none", "unknown"].includes(result.state) ? "unchecked" : result.state;
  },

  /** The same as a Fluent id. */
  columnWord(result) {
    return `askfirst-state-${this.state(result)}`;
  },

  /** A day as it is written in the language of the questions. */
  day(iso, language) {
    const [year, month, day] = String(iso).split("-").map(Number);
    if (!day) return String(iso);
    if (language === "de") return `${day}.${month}.${year}`;
    return `${day} ${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]} ${year}`;
  },

  year(date) {
    return /\b(1[5-9]|20)\d\d\b/.exec(date ?? "")?.[0] ?? "";
  },

  /** The same rule about the same institution: only the printed words may differ. */
  isSame(one, other) {
    const about = (finding) => finding.id.slice(0, finding.id.lastIndexOf("|"));
    return one.code === other.code && about(one) !== one.code && about(one) === about(other);
  },

  /** The fields of an answer file that stand before its first table: texts in quotes, and days. */
  answerFields(text) {
    const fields = {};
    for (const line of String(text).split(/\r?\n/)) {
      if (line.startsWith("[")) break;
      const found = /^(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(\d{4}-\d\d-\d\d))\s*(?:#.*)?$/.exec(line.trim());
      if (found) fields[found[1]] = found[3] ?? this._unquoted(found[2]);
    }
    return fields;
  },

  _unquoted(text) {
    try {
      return JSON.parse(`"${text}"`);
    }
    catch (error) {
      return text; // an escape that only TOML knows
    }
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
