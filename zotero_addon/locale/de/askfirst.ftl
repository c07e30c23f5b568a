# Was das Add-on selbst sagt. Die Sätze der Prüfung kommen von der Prüfung, in der Sprache aus den Einstellungen.

askfirst-column = askfirst
askfirst-state-open = offen
askfirst-state-pending = wartet
askfirst-state-answered = beantwortet
askfirst-state-none = keine
askfirst-state-unknown = Affiliation unbekannt
askfirst-state-unreadable = nicht lesbar
askfirst-state-unchecked = nicht geprüft

askfirst-menu-items =
    .label = Hierzu erst fragen …
askfirst-menu-draft =
    .label = Brief an die Exportkontrollstelle entwerfen …
askfirst-menu-collection =
    .label = Zu diesen Einträgen erst fragen …
askfirst-menu-library =
    .label = askfirst: Diese Bibliothek prüfen
askfirst-menu-stop =
    .label = askfirst: Prüfung anhalten

askfirst-section =
    .label = Erst fragen
askfirst-sidenav =
    .tooltiptext = Erst fragen

askfirst-unchecked = Noch nicht geprüft.
askfirst-checked-on = Geprüft am { $day }, auf diesem Rechner.
askfirst-whom = Auskunft: { $whom }
askfirst-is-answered = Beantwortet: { $file }
askfirst-is-pending = Angefragt, die Antwort steht aus: { $file }
askfirst-check = Prüfen
askfirst-leg = Eine zweite Frage, nach einer eigenen Vorschrift ({ $code })
askfirst-draft = Brief entwerfen …
askfirst-record = Antwort festhalten …
askfirst-not-this = Nicht diese Einrichtung …
askfirst-gone = Nein, oder schon verschickt …
askfirst-source = Quelle öffnen
askfirst-mute-item = Diesen Eintrag nicht melden
askfirst-unmute-item = Diesen Eintrag wieder melden
askfirst-mute-kind = { $code } nicht melden
askfirst-unmute-kind = { $code } wieder melden
askfirst-write-note = In eine Notiz schreiben
askfirst-note-title = askfirst: Fragen zu dieser Arbeit

askfirst-letter-unsent = Ein Entwurf zum Ergänzen. Es wurde nichts verschickt, angehängt oder festgehalten. Hängen Sie das Manuskript nicht an.
askfirst-letter-copy = Kopieren
askfirst-letter-save = Speichern unter …
askfirst-letter-gone = Falls schon ein Entwurf verschickt wurde …
askfirst-letter-asked = Verschickt: festhalten, dass ich gefragt habe …
askfirst-letter-close = Schließen
askfirst-letter-copied = Der Brief liegt in der Zwischenablage.
askfirst-letter-saved = Gespeichert als { $path }

askfirst-field-kind = Art
askfirst-field-outcome = Ergebnis
askfirst-field-reference = Aktenzeichen
askfirst-field-asked = Angefragt am
askfirst-field-answered = Beantwortet am
askfirst-field-valid-until = Gültig bis
askfirst-field-by = Gegeben von
askfirst-field-reason = Begründung
askfirst-save = Festhalten
askfirst-cancel = Abbrechen

askfirst-progress = { $checked } von { $total } Einträgen geprüft
askfirst-progress-stop = „Werkzeuge > askfirst: Prüfung anhalten“ beendet sie.
askfirst-done =
    { $checked ->
        [one] 1 Eintrag geprüft.
       *[other] { $checked } Einträge geprüft.
    } In der Bibliothek jetzt: { $open } offen, { $unknown } mit unbekannter Affiliation.

askfirst-banner =
    { $count ->
        [one] Zu einer Arbeit in Ihrer Bibliothek ist eine Frage aufgekommen.
       *[other] Zu { $count } Arbeiten in Ihrer Bibliothek sind Fragen aufgekommen.
    }
askfirst-banner-show = Anzeigen
askfirst-banner-close = Schließen

askfirst-problem-missing = Das Prüfprogramm „askfirst“ wurde auf diesem Rechner nicht gefunden. Installieren Sie es mit „pipx install /pfad/zu/askfirst“ (dem Ordner einer Kopie) und drücken Sie dann unter Einstellungen > askfirst auf „Suchen“.
askfirst-problem-confined = Dieses Zotero kommt als Flatpak oder Snap und kann keine Programme dieses Rechners starten. Nehmen Sie das Zotero von zotero.org, oder rufen Sie „askfirst zotero“ im Terminal auf.
askfirst-problem-failed = Das Prüfprogramm hat ohne Antwort aufgehört. { $says }
askfirst-problem-unreadable = Das Prüfprogramm hat etwas geantwortet, das nicht lesbar war. { $says }
askfirst-problem-version = Das Prüfprogramm spricht eine andere Version ({ $says }). Aktualisieren Sie das ältere von beiden.
askfirst-problem-says = { $says }
askfirst-problem-slow = Das Prüfprogramm hat zu lange gebraucht und wurde beendet. Die Zeitgrenze steht in extensions.zotero.askfirst.timeout.
askfirst-problem-stopped = Die Prüfung wurde angehalten.

askfirst-prefs-checker = Prüfprogramm
askfirst-prefs-command = Pfad von askfirst (leer: an den üblichen Orten suchen)
askfirst-prefs-detect =
    .label = Suchen
askfirst-prefs-test =
    .label = Testen
askfirst-prefs-testing = Wird gefragt …
askfirst-prefs-found = Gefunden: { $path }
askfirst-prefs-works = askfirst { $version } hat in { $took } ms geantwortet. Antworten liegen in { $folder }
askfirst-prefs-answers = Fragen und Antworten
askfirst-prefs-language = Sprache der Fragen
askfirst-prefs-language-zotero =
    .label = wie in Zotero
askfirst-prefs-contact = Auskunft an Ihrer Einrichtung (steht bei jeder Frage)
askfirst-prefs-folder = Ordner der Antworten, falls eine Gruppe einen teilt
askfirst-prefs-profile = Profil der Einrichtung (eine Datei Ihrer Exportkontrollstelle)
askfirst-prefs-watch =
    .label = Einträge prüfen, die hinzukommen oder sich ändern
askfirst-prefs-unmute =
    .label = Alles wieder melden
askfirst-prefs-unmuted = Nichts ist mehr stumm geschaltet.
