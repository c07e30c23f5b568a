"""What ``askfirst lists update`` says."""

from __future__ import annotations

from askfirst_checks.words import Text

HEAD = Text("This would be fetched:", "Das würde geladen:")
WHAT = Text("the {name} from {publisher}: {address}", "die {name} von {publisher}: {address}")
WHAT_ROR = Text(
    "the newest dump of the ROR register (some 60 MB) from Zenodo: {address}",
    "der neueste Datensatz des ROR-Verzeichnisses (etwa 60 MB) von Zenodo: {address}",
)
FROM = {
    "un": Text("the UN Security Council", "den Vereinten Nationen"),
    "eu": Text("the European Commission", "der Europäischen Kommission"),
}
ELSE = Text(
    "Nothing of yours is sent. Like every web server they see the address of your computer and which program asks "
    "(askfirst). Not yet tried: this is written to the service's documentation.",
    "Von Ihnen wird nichts gesendet. Wie jeder Webserver sehen sie die Adresse Ihres Rechners und welches Programm "
    "fragt (askfirst). Noch nicht erprobt: Dies ist nach der Dokumentation des Dienstes geschrieben.",
)
SLOW = Text(
    "The EU's service makes the file while one waits: that takes a minute or more.",
    "Der Dienst der EU erzeugt die Datei erst auf Anfrage: Das dauert eine Minute oder länger.",
)
ASK = Text("Fetch it? [y/n] ", "Laden? [j/n] ")
NOT_WITHOUT_YES = Text(
    "nothing was fetched: without a terminal to ask on, --yes says that it may be",
    "nichts wurde geladen: Ohne Terminal für die Rückfrage erlaubt es --yes",
)
NOTHING = Text("Nothing was fetched.", "Nichts wurde geladen.")
FROM_ONE = Text(
    "--from takes the file of one list: say which with --only",
    "--from nimmt die Datei einer Liste: Nennen Sie sie mit --only",
)
ONLY = Text(
    "{value} is no list that is brought up to date here; there are: {known}",
    "{value} ist keine Liste, die hier aktualisiert wird; es gibt: {known}",
)
FEW = Text(
    "this is not the whole {name}: {n} entities, and at least {fewest} are expected; the list in force stays",
    "das ist nicht die ganze {name}: {n} Einträge von Einrichtungen, erwartet werden mindestens {fewest}; die geltende "
    "Liste bleibt",
)
SHRUNK = Text(
    "this {name} has {n} entities, and the one in force has {before}: so many at once are not dropped; the list in "
    "force stays",
    "diese {name} hat {n} Einträge von Einrichtungen, die geltende hat {before}: So viele fallen nicht auf einmal weg; "
    "die geltende Liste bleibt",
)
OLDER = Text(
    "this {name} is of {day}, and the one in force is of {before}; the list in force stays",
    "diese {name} ist vom {day}, die geltende vom {before}; die geltende Liste bleibt",
)
FUTURE = Text(
    "this {name} is dated {day}, a day to come; the list in force stays",
    "diese {name} trägt das Datum {day}, und das liegt in der Zukunft; die geltende Liste bleibt",
)
NOT_KEPT = Text(
    "the {name} cannot be written ({why}); the list in force stays",
    "die {name} lässt sich nicht schreiben ({why}); die geltende Liste bleibt",
)
DONE = Text(
    "{name} of {day}: {n} entities read, written to {path}. Persons on it were passed over: {persons}.",
    "{name} vom {day}: {n} Einträge von Einrichtungen gelesen, nach {path} geschrieben. "
    "Übergangene Personen: {persons}.",
)
JOINED = Text(
    "Asked about from now on, beside the institutions of this version: {n}.",
    "Danach wird ab jetzt gefragt, neben den Einrichtungen dieser Version: {n}.",
)
LEFT_OUT = Text(
    "Not asked about by name, because their names tell no research body (companies, banks, shipping) or are too short "
    "to be told apart: {n}.",
    "Nicht namentlich erfragt, weil ihr Name keine Forschungseinrichtung nennt (Firmen, Banken, Reedereien) oder zu "
    "kurz ist, um sie zu unterscheiden: {n}.",
)
NOTED = Text(
    "It makes notes only (AF202), beside the country of its address: it has no legal effect in the EU. Noted from now "
    "on: {n}.",
    "Sie ergibt nur Hinweise (AF202), und nur neben dem Land ihrer Anschrift: In der EU hat sie keine Rechtswirkung. "
    "Hinweise gibt es ab jetzt zu: {n}.",
)
ONLY_SAVED = Text(
    "the {name} is not fetched; save it and read it in: askfirst lists update --only {only} --from FILE ({address})",
    "die {name} wird nicht geladen; speichern Sie sie und lesen Sie sie ein: askfirst lists update --only {only} "
    "--from DATEI ({address})",
)
COMPARED = Text(
    "It is compared and reported only. A check does not ask by it: the file does not say in which annex an entity "
    "stands, and it lags behind the Official Journal.",
    "Sie wird nur verglichen und berichtet. Eine Prüfung fragt nicht danach: Die Datei nennt den Anhang nicht, in dem "
    "ein Eintrag steht, und hinkt dem Amtsblatt hinterher.",
)
FIRST = Text("There was no earlier one to compare with.", "Es lag keine frühere vor, mit der sie zu vergleichen wäre.")
ADDED = Text("New since {day}: {n}", "Neu seit dem {day}: {n}")
DROPPED = Text("Dropped since {day}: {n}", "Weggefallen seit dem {day}: {n}")
ITEM = Text("  {reference}  {name}", "  {reference}  {name}")
MORE = Text("  and {n} more", "  und {n} weitere")
STANDS = Text(
    "What this version itself lists is still asked about. What only an earlier update had brought, and is dropped "
    "here, is not: the earlier list lies beside this one as {old}.",
    "Was diese Version selbst führt, wird weiter erfragt. Was nur eine frühere Aktualisierung gebracht hatte und hier "
    "wegfällt, nicht: Die frühere Liste liegt neben dieser als {old}.",
)
TOUCHED = Text(
    "Named in a file of this folder: {name} ({reference}) in {files}. askfirst check asks anew.",
    "In einer Datei dieses Ordners genannt: {name} ({reference}) in {files}. askfirst check fragt neu.",
)
UNTOUCHED = Text(
    "No file directly in this folder names one of them word for word.",
    "Keine Datei direkt in diesem Ordner nennt einen davon wörtlich.",
)
