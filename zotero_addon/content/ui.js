// Elements for a section or window: text goes in as text, words of our own by their Fluent id.
"use strict";

AskFirst.Ui = class {
  constructor(doc) {
    this.doc = doc;
  }

  make(tag, name = "") {
    const element = this.doc.createElementNS("http://www.w3.org/1999/xhtml", tag);
    if (name) element.className = name;
    return element;
  }

  text(tag, text) {
    const element = this.make(tag);
    element.textContent = String(text);
    element.setAttribute("dir", "auto");
    return element;
  }

  l10n(tag, id, args) {
    const element = this.make(tag);
    element.textContent = AskFirst.words.say(id, args);
    element.dataset.askfirst = id;
    return element;
  }

  button(id, act, args) {
    const button = this.l10n("button", id, args);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => Promise.resolve(act()).catch(Zotero.logError));
    return button;
  }

  /** Something folded, which stays as it was left when the section of *item* is drawn again. */
  details(item, key, summary) {
    const details = this.make("details");
    details.append(summary);
    if (!item) return details;
    const opened = (AskFirst.section.of(item).opened ??= {});
    if (opened[key]) details.open = true;
    details.addEventListener("toggle", () => (opened[key] = details.open));
    return details;
  }

  /** Where the focus is inside *body*, so that drawing it anew leaves it there. */
  focused(body) {
    const active = this.doc.activeElement;
    if (!active || active === body || !body.contains(active)) return null;
    const selector = active.id ? `#${active.id}` : active.dataset?.askfirst ? `[data-askfirst='${active.dataset.askfirst}']` : "";
    let caret = null;
    try {
      if (/^(text|textarea)$/.test(active.type ?? "")) caret = [active.selectionStart, active.selectionEnd];
    }
    catch (error) {
      caret = null; // a field without a caret
    }
    return selector ? { selector, caret } : null;
  }

  focus(body, place) {
    const element = place && body.querySelector(place.selector);
    if (!element) return;
    element.focus({ preventScroll: true });
    if (place.caret) element.setSelectionRange(...place.caret);
  }

  style() {
    const style = this.make("style");
    style.textContent = `
.askfirst-section .askfirst-box { display: flex; flex-direction: column; gap: 8px; padding: 4px 8px; user-select: text; overflow-wrap: anywhere; }
.askfirst-section p, .askfirst-window p { margin: 0; }
.askfirst-says { display: flex; align-items: center; gap: 6px; }
.askfirst-finding { display: flex; flex-direction: column; gap: 6px; border-inline-start: 3px solid #888; padding-inline-start: 8px; }
.askfirst-stop { border-color: #c9372c; }
.askfirst-ask { border-color: #d98a00; }
.askfirst-done { border-color: #2b8a3e; }
.askfirst-title { font-weight: 600; }
.askfirst-aside, .askfirst-ground { color: color-mix(in srgb, currentColor 75%, transparent); }
.askfirst-section summary { cursor: pointer; }
.askfirst-actions + details { margin-block-start: 8px; }
.askfirst-ground p, .askfirst-ground cite { display: block; margin-block: 4px; }
.askfirst-question { font-weight: 600; }
.askfirst-leg { margin-block-start: 6px; }
.askfirst-gone, .askfirst-problem { border: 1px solid #d98a00; border-radius: 4px; padding: 6px 8px; }
.askfirst-gone ol { margin: 4px 0 0; padding-inline-start: 1.6em; }
.askfirst-instructed, .askfirst-looked { border-inline-start: 3px solid #888; padding-inline-start: 8px; }
.askfirst-looked { display: flex; flex-direction: column; gap: 4px; }
.askfirst-answer dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 10px; margin: 4px 0; }
.askfirst-answer dt { color: color-mix(in srgb, currentColor 75%, transparent); }
.askfirst-answer dd { margin: 0; }
.askfirst-actions { display: flex; flex-wrap: wrap; gap: 6px; }
.askfirst-section { container-type: inline-size; }
@container (max-width: 380px) { .askfirst-actions > button { flex: 1 1 auto; padding-inline: 6px; } }
.askfirst-answer > .askfirst-actions { margin-block-start: 6px; }
.askfirst-section button, .askfirst-window button { font: inherit; padding: 3px 10px; border-radius: 5px; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); background: color-mix(in srgb, currentColor 6%, transparent); color: inherit; }
.askfirst-section button:hover:enabled, .askfirst-window button:hover:enabled { background: color-mix(in srgb, currentColor 14%, transparent); }
.askfirst-section button:focus-visible, .askfirst-window button:focus-visible { outline: 2px solid #4072e5; outline-offset: 1px; }
.askfirst-section button:disabled { opacity: 0.6; }
.askfirst-section button.askfirst-main, .askfirst-window button.askfirst-main { background: #1f5fb0; border-color: #1f5fb0; color: #fff; }
.askfirst-section button.askfirst-main:hover:enabled, .askfirst-window button.askfirst-main:hover:enabled { background: #184d90; }
.askfirst-section details > .askfirst-actions { margin-block-start: 6px; }
.askfirst-form { display: flex; flex-direction: column; gap: 2px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 5px; padding: 8px; }
.askfirst-form > label { margin-block-start: 6px; }
.askfirst-form > input, .askfirst-form > select, .askfirst-form > textarea { width: 100%; box-sizing: border-box; min-width: 0; min-height: 26px; font: inherit; }
.askfirst-form > .askfirst-actions, .askfirst-form > details, .askfirst-form > p { margin-block-start: 8px; }
.askfirst-form > * { margin-inline: 0; }
.askfirst-other input { flex: none; }
.askfirst-other { display: flex; align-items: baseline; gap: 6px; margin-block-start: 4px; }`;
    return style;
  }
};
