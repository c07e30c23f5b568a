/* eslint-disable no-undef */
pref("extensions.zotero.askfirst.command", "");
pref("extensions.zotero.askfirst.language", "");
pref("extensions.zotero.askfirst.contact", "");
pref("extensions.zotero.askfirst.folder", "");
pref("extensions.zotero.askfirst.profile", "");
pref("extensions.zotero.askfirst.watch", true);
pref("extensions.zotero.askfirst.tag", false);
pref("extensions.zotero.askfirst.timeout", 60);
