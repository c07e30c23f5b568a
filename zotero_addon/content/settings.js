// The preferences, and the pane that shows them.
"use strict";

AskFirst.settings = {
  async start() {
    this.pane = await Zotero.PreferencePanes.register({
      pluginID: AskFirst.id,
      src: `${AskFirst.rootURI}content/preferences.xhtml`,
      scripts: [`${AskFirst.rootURI}content/preferences.js`],
      image: `${AskFirst.rootURI}content/icon.svg`,
      label: "askfirst",
    });
  },

  stop() {
    Zotero.PreferencePanes.unregister(this.pane);
  },

  get(name) {
    return Zotero.Prefs.get(`askfirst.${name}`);
  },

  set(name, value) {
    Zotero.Prefs.set(`askfirst.${name}`, value);
  },

  /** What a request says about them. */
  forRequest() {
    const chosen = this.get("language");
    return {
      language: chosen || (Zotero.locale.startsWith("de") ? "de" : "en"),
      folder: this.get("folder") || "",
      profile: this.get("profile") || "",
      contact: this.get("contact") || "",
    };
  },
};
