// The life of the add-on: what is registered here is taken back here, and nowhere else.
"use strict";

/** @type {any} */
var AskFirst;
/** What the types of Zotero do not know: its profile, and our own place in it. @type {any} */
const Z = Zotero;

/** The parts, in the order in which they need each other. */
const PARTS = ["pure", "words", "settings", "items", "checker", "results", "checking", "ui", "section", "form", "window", "answers", "note", "letter", "lookup", "report", "tag", "icons", "column", "info", "menus", "banner", "watch"];
const UNINSTALL = 6;

function install() {}

async function startup({ id, rootURI }) {
  await Zotero.initializationPromise;
  AskFirst = { id, rootURI };
  for (const part of PARTS) Services.scriptloader.loadSubScript(`${rootURI}content/${part}.js`);
  Z.AskFirst = AskFirst;
  await AskFirst.results.start();
  AskFirst.column.start();
  await AskFirst.settings.start();
  for (const window of Zotero.getMainWindows()) onMainWindowLoad({ window });
  AskFirst.menus.start();
  AskFirst.section.start();
  AskFirst.info.start();
  AskFirst.tag.start();
  AskFirst.watch.start();
}

function onMainWindowLoad({ window }) {
  window.MozXULElement.insertFTLIfNeeded("askfirst.ftl");
  AskFirst.banner.show(window);
}

function onMainWindowUnload({ window }) {
  window.document.querySelector('[href="askfirst.ftl"]')?.remove();
  AskFirst.banner.hide(window);
}

async function shutdown() {
  if (!AskFirst) return;
  for (const part of ["watch", "checking", "windows", "column", "info", "tag", "section", "menus", "settings"]) {
    try {
      await AskFirst[part].stop();
    }
    catch (error) {
      Zotero.logError(error);
    }
  }
  for (const window of Zotero.getMainWindows()) onMainWindowUnload({ window });
  await AskFirst.results.stop();
  delete Z.AskFirst;
  AskFirst = undefined;
}

/** What was kept about the library goes with the add-on. Recorded answers are the user's documents and stay. */
async function uninstall(data, reason) {
  if (reason !== UNINSTALL) return;
  await IOUtils.remove(PathUtils.join(Z.Profile.dir, "askfirst.json"), { ignoreAbsent: true });
  Services.prefs.deleteBranch("extensions.zotero.askfirst.");
}
