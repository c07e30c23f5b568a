/** What the extension itself says; questions come from the server. */

export interface Words {
  missing: string;
  install: string;
  copy: string;
  settings: string;
  copied: string;
  stopped: (why: string) => string;
  reason: string;
  reasonHint: string;
}

export const INSTALL = "pip install /path/to/askfirst";

const EN: Words = {
  missing: `askfirst is not installed here, so nothing is asked. Install it once with "${INSTALL}", or name it in the settings.`,
  install: "How to install",
  copy: "Copy the command",
  settings: "Open the settings",
  copied: `Copied: ${INSTALL}`,
  stopped: (why) => `The askfirst server could not be started, so nothing is asked: ${why}`,
  reason: "Which institution is meant, and why is it another one?",
  reasonHint: "The reason stays with the manuscript. It can be completed in the file.",
};

const DE: Words = {
  missing: `askfirst ist hier nicht installiert, daher wird nichts gefragt. Einmal installieren mit "${INSTALL}", oder in den Einstellungen angeben.`,
  install: "So wird es installiert",
  copy: "Befehl kopieren",
  settings: "Einstellungen öffnen",
  copied: `Kopiert: ${INSTALL}`,
  stopped: (why) => `Der askfirst-Server ließ sich nicht starten, daher wird nichts gefragt: ${why}`,
  reason: "Welche Einrichtung ist gemeint, und warum ist es eine andere?",
  reasonHint: "Die Begründung bleibt beim Manuskript. Sie lässt sich in der Datei ergänzen.",
};

export function words(language: string): Words {
  return language.toLowerCase().startsWith("de") ? DE : EN;
}
