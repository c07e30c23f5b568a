# Was das Add-on selbst sagt. Die Sätze der Prüfung kommen von der Prüfung, in der Sprache aus den Einstellungen.

# Ein Name für die Sache, wo immer sie steht; „askfirst“ heißt das Programm, das prüft.
askfirst-name = Exportkontrolle
askfirst-column = Exportkontrolle
askfirst-state-open = offen
askfirst-state-hinted = Nachgeschlagenes fragt
askfirst-state-waiting = wartet
askfirst-state-answered = beantwortet
askfirst-state-none = keine
askfirst-state-unknown = Affiliation unbekannt
askfirst-state-unreadable = nicht lesbar
askfirst-state-unchecked = nicht geprüft

askfirst-menu =
    .label = Exportkontrolle
askfirst-menu-check =
    .label = Auf Fragen prüfen
askfirst-menu-draft =
    .label = Brief an die Exportkontrollstelle entwerfen …
askfirst-menu-look =
    .label = Affiliationen nachschlagen …
askfirst-menu-report =
    .label = Bericht speichern …
askfirst-menu-open =
    .label = Offene Fragen zeigen
askfirst-menu-library =
    .label = Diese Bibliothek prüfen
askfirst-menu-stop =
    .label = Prüfung anhalten

askfirst-section =
    .label = Exportkontrolle
askfirst-sidenav =
    .tooltiptext = Exportkontrolle
askfirst-section-check =
    .tooltiptext = Diese Arbeit prüfen
askfirst-info = Exportkontrolle

askfirst-unchecked = Noch nicht geprüft.
askfirst-checked-on = Geprüft am { $day }, auf diesem Rechner.
askfirst-stale = Der Eintrag hat sich seitdem geändert und konnte nicht neu geprüft werden. Hier steht, was vorher galt.
askfirst-whom = Auskunft: { $whom }
askfirst-is-answered = Beantwortet
askfirst-is-waiting = Angefragt, die Antwort steht aus
askfirst-check = Prüfen
askfirst-checking = Wird geprüft …
askfirst-stop = Anhalten
askfirst-more = Mehr
askfirst-leg = Eine zweite Frage, nach einer eigenen Vorschrift
askfirst-draft = Brief entwerfen …
askfirst-record = Antwort festhalten …
askfirst-not-this = Nicht diese Einrichtung …
askfirst-gone = Nein, oder schon verschickt …
askfirst-source = Quelle öffnen
askfirst-mute-item = Diesen Eintrag nicht melden
askfirst-unmute-item = Diesen Eintrag wieder melden
askfirst-mute-kind = Fragen dieser Art nicht melden
askfirst-unmute-kind = Fragen dieser Art wieder melden
askfirst-correct = Berichtigen …
askfirst-came = Die Antwort ist da …
askfirst-withdraw = Zurückziehen …
askfirst-withdraw-what = Die Antwort gilt dann nicht mehr: Ihre Datei bleibt, wo sie ist, bekommt die Endung „.withdrawn“, und die Frage wird wieder gestellt.
askfirst-withdraw-now = Jetzt zurückziehen
askfirst-show-file = Datei zeigen

askfirst-write-note = In eine Notiz schreiben …
askfirst-note-title = askfirst: Fragen zu dieser Arbeit
askfirst-note-what = Eine Notiz gehört zur Bibliothek: Sie wird mit abgeglichen, ist in einer Gruppe für alle zu sehen und steht als „annote“ in einem BibTeX-Export, den Sie vielleicht weitergeben.
askfirst-note-now = Notiz schreiben
askfirst-note-read-only = In dieser Gruppe dürfen Sie nur lesen: Eine Notiz kann nicht geschrieben werden.
askfirst-note-there = Zu diesem Eintrag gibt es schon eine solche Notiz. Löschen Sie sie, wenn eine neue geschrieben werden soll.

askfirst-letter-unsent = Ein Entwurf zum Ergänzen. Es wurde nichts verschickt, angehängt oder festgehalten. Hängen Sie das Manuskript nicht an.
askfirst-letter-copy = Kopieren
askfirst-letter-save = Speichern unter …
askfirst-letter-gone = Falls schon ein Entwurf verschickt wurde …
askfirst-letter-asked = Verschickt: festhalten, dass ich gefragt habe …
askfirst-letter-close = Schließen
askfirst-letter-copied = Der Brief liegt in der Zwischenablage.
askfirst-letter-saved = Gespeichert als { $path }

askfirst-look = Affiliationen nachschlagen …
askfirst-look-title = Affiliationen nachschlagen
askfirst-look-what =
    { $count ->
        [0] Hier gibt es nichts nachzuschlagen.
        [one] Zu 1 Arbeit sollen die Affiliationen über ihre DOI nachgeschlagen werden.
       *[other] Zu { $count } Arbeiten sollen die Affiliationen über ihre DOIs nachgeschlagen werden.
    } { $without ->
        [0] { "" }
        [one] 1 Arbeit hat keine DOI.
       *[other] { $without } Arbeiten haben keine DOI.
    } { $known ->
        [0] { "" }
        [one] Bei 1 ist die Affiliation schon bekannt.
       *[other] Bei { $known } ist die Affiliation schon bekannt.
    } { $later ->
        [0] { "" }
       *[other] { $later } weitere kommen beim nächsten Nachschlagen dran.
    }
askfirst-look-preparing = Es wird ermittelt, was gesendet würde …
askfirst-look-send = Das senden
askfirst-look-cancel = Abbrechen
askfirst-look-asking = Wird gefragt …
askfirst-look-progress = { $service }: { $done } von { $total }
askfirst-look-stop = Anhalten
askfirst-look-stopped = Angehalten. Was bis dahin da war, bleibt aufbewahrt und wird nicht noch einmal gefragt.
askfirst-look-forget = Nachgeschlagenes vergessen
askfirst-look-close = Schließen
askfirst-looked = Nachgeschlagen, nicht der Wortlaut der Arbeit
askfirst-looked-hint = Sehen Sie zuerst nach, was die Arbeit selbst angibt. Stimmt es, tragen Sie es in einer Notiz zum Eintrag als Zeile „Affiliation: …“ ein: Dann lässt sich die Frage beantworten und die Antwort festhalten.

askfirst-choose = Bitte wählen …
askfirst-field-kind = Art
askfirst-field-outcome = Ergebnis
askfirst-field-reference = Aktenzeichen
askfirst-field-asked = Angefragt am
askfirst-field-answered = Beantwortet am
askfirst-field-valid-until = Gültig bis
askfirst-field-by = Gegeben von
askfirst-field-reason = Begründung
askfirst-field-file = Datei
askfirst-save = Festhalten
askfirst-cancel = Abbrechen
askfirst-others =
    { $count ->
        [one] Dieselbe Frage ist zu 1 weiteren Arbeit offen
       *[other] Dieselbe Frage ist zu { $count } weiteren Arbeiten offen
    }
askfirst-form-kind = Wählen Sie, welche Art von Antwort es ist.
askfirst-form-outcome = Wählen Sie, was die Antwort besagt.
askfirst-form-empty = Zu einer Antwort gehört mindestens das Aktenzeichen oder der Tag, an dem angefragt oder geantwortet wurde.
askfirst-form-reason = Geben Sie die Begründung an.
askfirst-form-order = Der Tag der Antwort liegt vor dem Tag der Anfrage.
askfirst-form-some = Für { $recorded } von { $of } Arbeiten festgehalten. Dann: { $why }
askfirst-form-all = Für { $count } Arbeiten festgehalten, je in einer eigenen Datei.

askfirst-progress = { $checked } von { $total } Einträgen geprüft
askfirst-progress-stop = „Werkzeuge > Exportkontrolle > Prüfung anhalten“ beendet sie.
askfirst-so-far = { $checked } von { $total } Einträgen wurden geprüft.
askfirst-done =
    { $checked ->
        [one] 1 Eintrag geprüft.
       *[other] { $checked } Einträge geprüft.
    } In allen Bibliotheken jetzt: { $open } offen, { $unknown } mit unbekannter Affiliation.
askfirst-open =
    { $open ->
        [0] Hier ist keine Frage offen.
        [one] 1 Arbeit mit einer offenen Frage.
       *[other] { $open } Arbeiten mit einer offenen Frage.
    } { $unknown ->
        [0] { "" }
        [one] Bei 1 ist die Affiliation unbekannt.
       *[other] Bei { $unknown } ist die Affiliation unbekannt.
    } { $unchecked ->
        [0] { "" }
        [one] 1 wurde nicht geprüft.
       *[other] { $unchecked } wurden nicht geprüft.
    }

askfirst-report-title = Bericht speichern
askfirst-report-what = Eine Seite zum Lesen und Drucken (HTML) oder eine Tabelle (CSV): Arbeiten nach Jahren, mit den Einrichtungen, den Vorschriften und den Antworten. Der Bericht wird in eine Datei bei Ihnen geschrieben und an niemanden geschickt.
askfirst-report-names = Mit den Namen der Autorinnen und Autoren
askfirst-report-empty = Hier gibt es keine Arbeit, über die zu berichten wäre.

askfirst-banner =
    { $count ->
        [one] Exportkontrolle: Zu einer Arbeit in Ihrer Bibliothek ist eine Frage aufgekommen.
       *[other] Exportkontrolle: Zu { $count } Arbeiten in Ihrer Bibliothek sind Fragen aufgekommen.
    }
askfirst-banner-show = Anzeigen
askfirst-banner-close = Schließen

askfirst-problem-missing = Das Programm „askfirst“ wurde auf diesem Rechner nicht gefunden. Installieren Sie es mit „pipx install /pfad/zu/askfirst“ (dem Ordner einer Kopie) und drücken Sie dann unter Einstellungen > Exportkontrolle auf „Suchen“.
askfirst-problem-path-none = Unter { $says } liegt nichts. Den Pfad von askfirst finden Sie unter Einstellungen > Exportkontrolle.
askfirst-problem-path-folder = { $says } ist ein Ordner, nicht das Programm askfirst.
askfirst-problem-path-program = { $says } ist kein Programm, das sich starten lässt.
askfirst-problem-old = Dieses askfirst ist für das Add-on zu alt. Aktualisieren Sie es mit „pipx upgrade askfirst“.
askfirst-problem-confined = Dieses Zotero kommt als Flatpak oder Snap und kann keine Programme dieses Rechners starten. Nehmen Sie das Zotero von zotero.org, oder rufen Sie „askfirst zotero“ im Terminal auf.
askfirst-problem-failed = askfirst hat ohne Antwort aufgehört. { $says }
askfirst-problem-unreadable = askfirst hat etwas geantwortet, das nicht lesbar war. { $says }
askfirst-problem-version = askfirst spricht eine andere Version ({ $says }). Aktualisieren Sie das ältere von beiden.
askfirst-problem-says = { $says }
askfirst-problem-slow = askfirst hat zu lange gebraucht und wurde beendet. Die Zeitgrenze steht in extensions.zotero.askfirst.timeout.
askfirst-problem-stopped = Die Prüfung wurde angehalten.
askfirst-problem-withdraw = Die Datei der Antwort ließ sich nicht umbenennen: { $says }

askfirst-browse = Auswählen …
askfirst-prefs-browse =
    .label = Auswählen …
askfirst-prefs-checker = Das Programm askfirst
askfirst-prefs-command = Sein Pfad (leer: an den üblichen Orten suchen)
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
askfirst-prefs-library = Bibliothek
askfirst-prefs-watch =
    .label = Einträge prüfen, die hinzukommen oder sich ändern
askfirst-prefs-tag =
    .label = Arbeiten mit offener Frage das Schlagwort „askfirst: open“ geben, für gespeicherte Suchen
askfirst-prefs-tag-what = Schlagwörter gehören zur Bibliothek: Sie werden mit abgeglichen, sind in einer Gruppe für alle zu sehen und stehen als „keywords“ in einem BibTeX-Export. Ausgeschaltet, verschwindet das Schlagwort wieder von allen Arbeiten.
askfirst-prefs-unmute =
    .label = Alles wieder melden
askfirst-prefs-unmuted = Nichts ist mehr stumm geschaltet.
askfirst-prefs-forget =
    .label = Nachgeschlagenes vergessen
