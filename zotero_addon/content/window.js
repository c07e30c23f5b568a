// Windows of the add-on's own: an empty one, filled by who opens it, and closed when the add-on goes.
"use strict";

AskFirst.windows = {
  /** @type {Set<any>} */
  open: new Set(),

  /**
   * @param {(window: any, ui: any, box: any) => void} fill puts everything into the window's document, once
   * @returns {Promise<any>} the window
   */
  async show(fill, { width = 720, height = 800 } = {}) {
    const size = `width=${width},height=${height}`;
    const main = /** @type {any} */ (Zotero.getMainWindows()[0]);
    const window = main.openDialog("about:blank", "", `chrome,centerscreen,resizable,dialog=no,${size}`);
    this.open = new Set([...this.open].filter((each) => !each.closed)).add(window);
    // an empty window of Gecko 140 is there at once and tells of no load; one that loads late is filled then
    const once = () => {
      if (window.document.querySelector(".askfirst-window")) return;
      const ui = new AskFirst.Ui(window.document);
      const box = ui.make("div", "askfirst-window");
      window.document.documentElement.lang = AskFirst.settings.language();
      (window.document.body ?? window.document.documentElement).append(ui.style(), this.style(ui), box);
      fill(window, ui, box);
    };
    window.addEventListener("load", once);
    window.addEventListener("keydown", (event) => event.key === "Escape" && window.close());
    await Zotero.Promise.delay(0);
    once();
    return window;
  },

  style(ui) {
    const style = ui.make("style");
    style.textContent = `
:root, body { height: 100%; margin: 0; overflow: hidden; font: message-box; background: Field; color: FieldText; color-scheme: light dark; }
.askfirst-window { box-sizing: border-box; height: 100vh; display: flex; flex-direction: column; gap: 8px; padding: 12px; }
.askfirst-window p { margin: 0; overflow-wrap: anywhere; }
.askfirst-window textarea { flex: 1; min-height: 8em; font-family: monospace; resize: none; padding: 8px; background: Field; color: FieldText; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 5px; }
.askfirst-window textarea, .askfirst-window .askfirst-scroll { scrollbar-color: color-mix(in srgb, FieldText 45%, Field) Field; }
.askfirst-window .askfirst-scroll { flex: 1; min-height: 8em; overflow: auto; display: flex; flex-direction: column; gap: 8px; user-select: text; }
.askfirst-window .askfirst-scroll:empty { display: none; }
.askfirst-window .askfirst-status { min-height: 1.4em; }`;
    return style;
  },

  stop() {
    for (const window of this.open) if (!window.closed) window.close();
  },
};
