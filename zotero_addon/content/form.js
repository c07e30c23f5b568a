// Recording an answer, in the section itself. It keeps what was typed until it is recorded or cancelled.
"use strict";

AskFirst.form = {
  OWN: ["own-assessment", "not-this-institution"],
  FIELDS: [
    ["reference", "text"],
    ["asked", "date"],
    ["answered", "date"],
    ["valid_until", "date"],
    ["by", "text"],
    ["reason", "textarea"],
  ],

  make(ui, item, finding) {
    const passing = AskFirst.section.of(item);
    const values = (passing.values ??= {});
    const form = ui.make("form", "askfirst-form");
    const kinds = this.kinds(finding, passing.kind);
    if (kinds.length === 1) values.kind = kinds[0];
    const { kinds: names, outcomes } = AskFirst.results.kept.sets ?? {};
    this.row(ui, form, passing, "kind", this.choice(ui, kinds, names));
    const isOwn = this.OWN.includes(values.kind);
    if (!isOwn) this.row(ui, form, passing, "outcome", this.choice(ui, Object.keys(outcomes ?? { pending: "" }), outcomes));
    for (const [name, type] of this.FIELDS) {
      if (isOwn && !["by", "reason"].includes(name)) continue;
      const input = ui.make(type === "textarea" ? "textarea" : "input");
      if (type !== "textarea") input.type = type;
      this.row(ui, form, passing, name, input);
    }
    this.others(ui, form, item, finding, passing);
    this.end(ui, form, item, finding, passing);
    return form;
  },

  kinds(finding, kind) {
    return kind ? [kind] : [...finding.kinds, ...(finding.asked_of ?? [])].filter((name) => name !== "not-this-institution");
  },

  end(ui, form, item, finding, passing) {
    if (passing.formProblem) {
      const line = ui.text("p", passing.formProblem);
      line.className = "askfirst-problem";
      line.setAttribute("role", "alert");
      form.append(line);
    }
    const save = ui.button("askfirst-save", () => this.save(item, finding));
    save.classList.add("askfirst-main");
    if (passing.saving) save.setAttribute("disabled", "true");
    const actions = ui.make("div", "askfirst-actions");
    actions.append(save, ui.button("askfirst-cancel", () => AskFirst.section.closeForm(item)));
    form.append(actions);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      AskFirst.section.closeForm(item);
    });
  },

  choice(ui, names, labels = {}) {
    const select = ui.make("select");
    const first = ui.l10n("option", "askfirst-choose");
    first.value = "";
    if (names.length > 1) select.append(first);
    for (const name of names) {
      const option = ui.text("option", labels[name] ?? name);
      option.value = name;
      select.append(option);
    }
    return select;
  },

  /** A label with its control; what is typed is kept at once, so that no redrawing of the section loses it. */
  row(ui, form, passing, name, input) {
    const id = name.replace("_", "-");
    const label = ui.l10n("label", `askfirst-field-${id}`);
    input.id = `askfirst-input-${id}`;
    input.name = name;
    label.setAttribute("for", input.id);
    input.value = passing.values[name] ?? "";
    const keep = () => (passing.values[name] = input.value);
    input.addEventListener("input", keep);
    input.addEventListener("change", () => {
      const was = this.OWN.includes(passing.values.kind);
      keep();
      if (name === "kind") passing.formProblem = "";
      if (name === "kind" && (was || this.OWN.includes(input.value))) AskFirst.section.refresh();
    });
    form.append(label, input);
  },

  /** The same question about other works: one answer for all that are ticked, a file for each. */
  others(ui, form, item, finding, passing) {
    if (passing.corrects) return;
    const others = AskFirst.answers.others(item, finding);
    if (!others.length) return;
    passing.also ??= {};
    const box = ui.details(item, `others-${finding.id}`, ui.l10n("summary", "askfirst-others", { count: others.length }));
    for (const { work } of others) {
      const label = ui.make("label", "askfirst-other");
      const tick = ui.make("input");
      tick.type = "checkbox";
      tick.checked = !!passing.also[work.id];
      tick.addEventListener("change", () => (passing.also[work.id] = tick.checked));
      const { title, date } = work.toJSON();
      label.append(tick, ui.text("span", AskFirst.pure.line([AskFirst.pure.year(date), title].filter(Boolean).join("  "))));
      box.append(label);
    }
    form.append(box);
  },

  /** What is missing before the checker is asked, as a Fluent id: an empty form records nothing. */
  missing(values) {
    if (!values.kind) return "askfirst-form-kind";
    if (this.OWN.includes(values.kind)) return values.reason?.trim() ? "" : "askfirst-form-reason";
    if (!values.outcome) return "askfirst-form-outcome";
    if (![values.asked, values.answered, values.reference].some((value) => value?.trim())) return "askfirst-form-empty";
    if (values.asked && values.answered && values.answered < values.asked) return "askfirst-form-order";
    return "";
  },

  async save(item, finding) {
    const passing = AskFirst.section.of(item);
    if (passing.saving) return;
    const missing = this.missing(passing.values);
    passing.formProblem = missing ? AskFirst.words.say(missing) : "";
    if (missing) return AskFirst.section.refresh();
    passing.saving = true;
    AskFirst.section.refresh();
    try {
      await this._record(item, finding, passing);
    }
    finally {
      passing.saving = false;
      AskFirst.section.refresh();
    }
  },

  async _record(item, finding, passing) {
    const answer = { ...passing.values };
    if (this.OWN.includes(answer.kind)) for (const name of ["outcome", "reference", "asked", "valid_until"]) delete answer[name];
    const others = passing.corrects ? [] : AskFirst.answers.others(item, finding).filter(({ work }) => passing.also?.[work.id]);
    const done = await AskFirst.answers.record(item, finding, answer, others);
    if (done.problem) {
      const why = AskFirst.words.say(done.problem, { says: done.says || "" });
      passing.formProblem = done.recorded ? AskFirst.words.say("askfirst-form-some", { recorded: done.recorded, of: done.of, why }) : why;
      return;
    }
    await this._replace(item, finding, passing);
    const said = done.remark || (done.of > 1 ? AskFirst.words.say("askfirst-form-all", { count: done.of }) : "");
    AskFirst.section.closed(passing);
    Object.assign(passing, said ? { problem: "askfirst-problem-says", says: said } : { problem: "", says: "" });
  },

  /** A correction takes the old file out of use as soon as the new one is there. */
  async _replace(item, finding, passing) {
    if (!passing.corrects) return;
    const isOut = await AskFirst.answers.retire(passing.corrects);
    await AskFirst.answers.checkAgain(item, finding.answer);
    if (!isOut) AskFirst.section.problem(item, { problem: "askfirst-problem-withdraw", says: AskFirst.pure.line(finding.answer) });
  },
};
