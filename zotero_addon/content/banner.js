// One line at the top of the window for news, until it is looked at or closed. Never on the first run.
"use strict";

AskFirst.banner = {
  ID: "askfirst-banner",

  announce(ids) {
    AskFirst.results.kept.banner = [...new Set([...AskFirst.results.kept.banner, ...ids])];
    AskFirst.results.changed();
    for (const window of Zotero.getMainWindows()) this.show(window);
  },

  /** The items it is about that are still there and still open. */
  items() {
    const items = [];
    for (const id of AskFirst.results.kept.banner) {
      const [libraryID, key] = id.split("/");
      const item = Zotero.Items.getByLibraryAndKey(Number(libraryID), key);
      if (item && !item.deleted && AskFirst.results.of(item)?.state === "open") items.push(item);
    }
    return items;
  },

  show(window) {
    this.hide(window);
    const items = this.items();
    const beside = window.document.getElementById("retracted-items-container");
    if (!items.length || !beside) return;
    const doc = window.document;
    // in the language of the questions, not of Zotero
    const html = (tag, name, id, args) => {
      const element = doc.createElementNS("http://www.w3.org/1999/xhtml", tag);
      if (name) element.className = name;
      if (id) element.textContent = AskFirst.words.say(id, args);
      return element;
    };
    const container = doc.createXULElement("vbox");
    container.id = this.ID;
    container.className = "banner-container";
    container.setAttribute("role", "status");
    container.style.background = "#1f5fb0";
    container.style.color = "#fff";
    const banner = html("div", "banner");
    const look = html("a", "link", "askfirst-banner-show");
    look.style.cssText = "cursor: pointer; text-decoration: underline";
    look.setAttribute("role", "button");
    look.setAttribute("tabindex", "0");
    look.style.color = "inherit";
    const close = html("button");
    close.textContent = "×";
    close.className = "askfirst-banner-close";
    close.setAttribute("aria-label", AskFirst.words.say("askfirst-banner-close"));
    close.title = close.getAttribute("aria-label");
    close.style.cssText = "margin-inline-start: 1em; border: none; background: none; color: inherit; font-size: 1.3em; line-height: 1; cursor: pointer";
    const seen = () => this.seen();
    look.addEventListener("click", () => {
      // Zotero selects in one library only; what is in another one stays announced
      const here = items.filter((item) => item.libraryID === items[0].libraryID);
      this.seen(here.map((item) => AskFirst.items.id(item)));
      window.ZoteroPane.selectItems(here.map((item) => item.id)).catch(Zotero.logError);
    });
    look.addEventListener("keydown", (event) => event.key === "Enter" && look.click());
    close.addEventListener("click", seen);
    banner.append(html("div", "message", "askfirst-banner", { count: items.length }), look, close);
    container.append(banner);
    beside.after(container);
  },

  hide(window) {
    window.document.getElementById(this.ID)?.remove();
  },

  /** *ids* were looked at; without them, all. */
  seen(ids = null) {
    AskFirst.results.kept.banner = ids ? AskFirst.results.kept.banner.filter((id) => !ids.includes(id)) : [];
    AskFirst.results.changed();
    for (const window of Zotero.getMainWindows()) this.show(window);
  },
};
