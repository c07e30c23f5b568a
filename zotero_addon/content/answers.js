// Answers that are there: what their file says, correcting and withdrawing one, and one answer for several works.
"use strict";

AskFirst.answers = {
  /** Where the file of a finding's answer lies, or empty where its name leads elsewhere. */
  place(finding) {
    const { answer } = finding;
    if (!answer || !answer.endsWith(".toml") || answer.split(/[\\/]/).includes("..")) return "";
    if (PathUtils.isAbsolute(answer)) return answer;
    const folder = AskFirst.settings.path("folder") || AskFirst.results.kept.sets?.folder;
    return folder && PathUtils.isAbsolute(folder) ? PathUtils.join(folder, ...answer.split("/")) : "";
  },

  /** @returns {Promise<Record<string, string>>} the fields of the answer; none where its file cannot be read */
  async read(finding) {
    const place = this.place(finding);
    try {
      const bytes = place ? await IOUtils.read(place, { maxBytes: 65536 }) : new Uint8Array();
      return AskFirst.pure.answerFields(new TextDecoder().decode(bytes));
    }
    catch (error) {
      Zotero.debug(`askfirst: an answer was not read: ${error}`);
      return {};
    }
  },

  /** What was answered: outcome, kind, days, reference, by whom; filled as soon as the file was read. */
  block(ui, item, finding) {
    const block = ui.make("div", "askfirst-answer");
    block.append(ui.l10n("strong", `askfirst-is-${finding.state}`));
    const list = ui.make("dl");
    block.append(list);
    this.read(finding).then((fields) => this._rows(ui, list, fields, finding)).catch(Zotero.logError);
    block.append(this.actions(ui, item, finding));
    if (AskFirst.section.of(item).withdraws === finding.id) block.append(this.asked(ui, item, finding));
    return block;
  },

  _rows(ui, list, fields, finding) {
    const { kinds = {}, outcomes = {} } = AskFirst.results.kept.sets ?? {};
    const told = { ...fields, outcome: outcomes[fields.outcome] ?? fields.outcome, kind: kinds[fields.kind] ?? fields.kind };
    for (const day of ["asked", "answered", "valid_until"]) if (fields[day]) told[day] = AskFirst.pure.day(fields[day], AskFirst.settings.language());
    for (const name of ["outcome", "kind", "reference", "asked", "answered", "valid_until", "by", "reason"]) {
      if (!told[name]) continue;
      list.append(ui.l10n("dt", `askfirst-field-${name.replace("_", "-")}`), ui.text("dd", AskFirst.pure.line(told[name])));
    }
    if (!list.childElementCount) list.append(ui.l10n("dt", "askfirst-field-file"), ui.text("dd", finding.answer));
  },

  actions(ui, item, finding) {
    const row = ui.make("div", "askfirst-actions");
    row.append(
      ui.button(finding.state === "waiting" ? "askfirst-came" : "askfirst-correct", () => this.correct(item, finding)),
      ui.button("askfirst-withdraw", () => this.toggle(item, finding)),
      ui.button("askfirst-show-file", () => this.reveal(finding))
    );
    return row;
  },

  reveal(finding) {
    const place = this.place(finding);
    if (place) Zotero.File.reveal(place);
  },

  /** The form, filled with what was recorded. The new record takes the place of the old one. */
  async correct(item, finding) {
    const fields = await this.read(finding);
    await AskFirst.section.openForm(item, finding, "", { values: fields, corrects: this.place(finding) });
  },

  toggle(item, finding) {
    const passing = AskFirst.section.of(item);
    passing.withdraws = passing.withdraws === finding.id ? "" : finding.id;
    AskFirst.section.refresh();
  },

  /** Before it is done, what it does. */
  asked(ui, item, finding) {
    const block = ui.make("div", "askfirst-gone");
    const row = ui.make("div", "askfirst-actions");
    row.append(
      ui.button("askfirst-withdraw-now", () => this.withdraw(item, finding)),
      ui.button("askfirst-cancel", () => this.toggle(item, finding))
    );
    block.append(ui.l10n("p", "askfirst-withdraw-what"), row);
    return block;
  },

  /** The file is renamed, never deleted: it is a document of the user. */
  async withdraw(item, finding) {
    const passing = AskFirst.section.of(item);
    const place = this.place(finding);
    passing.withdraws = "";
    if (!place || !(await this.retire(place))) {
      return AskFirst.section.problem(item, { problem: "askfirst-problem-withdraw", says: AskFirst.pure.line(finding.answer) });
    }
    await this.checkAgain(item, finding.answer);
  },

  /** @returns {Promise<boolean>} whether the file at *place* is out of use now */
  async retire(place) {
    try {
      for (let n = 1; n < 100; n++) {
        const aside = `${place}.withdrawn${n > 1 ? `-${n}` : ""}`;
        if (await IOUtils.exists(aside)) continue;
        await IOUtils.move(place, aside, { noOverwrite: true });
        return true;
      }
    }
    catch (error) {
      Zotero.logError(error);
    }
    return false;
  },

  /** Check the item, and every other work that the same file answered. */
  async checkAgain(item, file) {
    const items = new Map([[item.id, item]]);
    for (const [id, result] of Object.entries(AskFirst.results.kept.items)) {
      if (!AskFirst.pure.withLegs(result.findings).some((each) => each.answer === file)) continue;
      const other = AskFirst.items.byId(id);
      if (other) items.set(other.id, other);
    }
    const outcome = await AskFirst.checking.check([...items.values()], { quiet: true });
    if (outcome.problem) AskFirst.section.problem(item, outcome);
  },

  /** Other works of the same library about which the same is open. */
  others(item, finding) {
    const found = [];
    for (const [id, result] of Object.entries(AskFirst.results.kept.items)) {
      if (Number(id.split("/")[0]) !== item.libraryID || id === AskFirst.items.id(item)) continue;
      const same = AskFirst.pure.questions(result).find((each) => AskFirst.pure.isSame(each, finding));
      const work = same && AskFirst.items.byId(id);
      if (work && !work.deleted) found.push({ work, finding: same });
      if (found.length >= AskFirst.pure.MOST_OTHERS) break;
    }
    const year = ({ work }) => AskFirst.pure.year(work.toJSON().date);
    return found.sort((a, b) => year(a).localeCompare(year(b)));
  },

  /**
   * Record *answer* about *item*, then about each of *others*: a file for each work.
   * @returns {Promise<{problem?: string, says?: string, remark?: string, recorded: number, of: number}>}
   */
  async record(item, finding, answer, others) {
    const all = [{ work: item, finding }, ...others];
    let recorded = 0;
    let remark = "";
    for (const { work, finding: asked } of all) {
      const done = await AskFirst.checking.answer(work, asked, answer);
      if (done.problem) return { problem: done.problem, says: done.says, recorded, of: all.length };
      remark = done.remark || remark;
      recorded++;
    }
    return { remark, recorded, of: all.length };
  },
};
