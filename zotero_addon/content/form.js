// Recording an answer: the fields of an answer file, in the section itself. The checker judges what was filled in.
"use strict";

AskFirst.form = {
  FIELDS: [
    ["reference", "text"],
    ["asked", "date"],
    ["answered", "date"],
    ["valid_until", "date"],
    ["by", "text"],
    ["reason", "textarea"],
  ],

  make(ui, item, finding) {
    const { kind, asked } = AskFirst.section.of(item);
    const form = ui.make("form", "askfirst-form");
    const inputs = {};
    const kinds = kind ? [kind] : [...finding.kinds, ...(finding.asked_of ?? [])].filter((name) => name !== "not-this-institution");
    inputs.kind = this.choice(ui, kinds, AskFirst.checking.kinds ?? {});
    inputs.outcome = this.choice(ui, Object.keys(AskFirst.checking.outcomes ?? { pending: "" }), AskFirst.checking.outcomes ?? {});
    this.row(ui, form, "askfirst-field-kind", inputs.kind);
    if (!kind) this.row(ui, form, "askfirst-field-outcome", inputs.outcome);
    for (const [name, type] of this.FIELDS) {
      if (kind && name !== "by" && name !== "reason") continue;
      inputs[name] = ui.make(type === "textarea" ? "textarea" : "input");
      if (type !== "textarea") inputs[name].type = type;
      inputs[name].name = name;
      this.row(ui, form, `askfirst-field-${name.replace("_", "-")}`, inputs[name]);
    }
    if (asked) this.preset(inputs, { kind: "export-control-office", outcome: "pending", asked: AskFirst.pure.today() });
    const actions = ui.make("div", "askfirst-actions");
    actions.append(
      ui.button("askfirst-save", () => this.save(item, finding, inputs)),
      ui.button("askfirst-cancel", () => AskFirst.section.openForm(item, finding, kind))
    );
    form.append(actions);
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  },

  preset(inputs, values) {
    for (const [name, value] of Object.entries(values)) if (inputs[name]) inputs[name].value = value;
  },

  choice(ui, names, labels) {
    const select = ui.make("select");
    for (const name of names) {
      const option = ui.text("option", labels[name] ?? name);
      option.value = name;
      select.append(option);
    }
    return select;
  },

  row(ui, form, l10nID, input) {
    const label = ui.l10n("label", l10nID);
    input.id = `askfirst-input-${l10nID.replace("askfirst-field-", "")}`;
    label.setAttribute("for", input.id);
    form.append(label, input);
  },

  async save(item, finding, inputs) {
    const answer = {};
    for (const [name, input] of Object.entries(inputs)) answer[name] = input.value;
    if (answer.kind === "not-this-institution") delete answer.outcome;
    const passing = AskFirst.section.of(item);
    const { problem, says, remark } = await AskFirst.checking.answer(item, finding, answer);
    const said = remark ? { problem: "askfirst-problem-says", says: remark } : { problem: "", says: "" };
    Object.assign(passing, problem ? { problem, says } : { ...said, form: "" });
    AskFirst.section.refresh();
  },
};
