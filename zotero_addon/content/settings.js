// The preferences, and the pane that shows them.
"use strict";

AskFirst.settings = {
  async start() {
    this.pane = await Zotero.PreferencePanes.register({
      pluginID: AskFirst.id,
      src: `${AskFirst.rootURI}content/preferences.xhtml`,
      scripts: [`${AskFirst.rootURI}content/preferences.js`],
      image: `${AskFirst.rootURI}content/icon.svg`,
      label: AskFirst.words.say("askfirst-name"),
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

  /** A path from the settings, as it is meant. */
  path(name) {
    return AskFirst.pure.typedPath(this.get(name), AskFirst.checker.home);
  },

  /** The language of the questions. */
  language() {
    return this.get("language") || (Zotero.locale.startsWith("de") ? "de" : "en");
  },

  /** What a request says about them. */
  forRequest() {
    return {
      language: this.language(),
      folder: this.path("folder"),
      profile: this.path("profile"),
      contact: this.get("contact") || "",
    };
  },
};
