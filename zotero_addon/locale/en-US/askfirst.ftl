# What the add-on says itself. The checker's sentences come from the checker, in the language chosen in the settings.

# One name for the thing, wherever it is shown; "askfirst" is the program that checks.
askfirst-name = Export Control
askfirst-column = Export Control
askfirst-state-open = open
askfirst-state-hinted = a look-up asks
askfirst-state-waiting = waiting
askfirst-state-answered = answered
askfirst-state-none = none
askfirst-state-unknown = affiliation unknown
askfirst-state-unreadable = unreadable
askfirst-state-unchecked = not checked

askfirst-menu =
    .label = Export Control
askfirst-menu-check =
    .label = Check for Questions
askfirst-menu-draft =
    .label = Draft a Letter to the Export-Control Office…
askfirst-menu-look =
    .label = Look Up Affiliations…
askfirst-menu-report =
    .label = Save Report…
askfirst-menu-open =
    .label = Show Open Questions
askfirst-menu-library =
    .label = Check This Library
askfirst-menu-stop =
    .label = Stop the Check

askfirst-section =
    .label = Export Control
askfirst-sidenav =
    .tooltiptext = Export Control
askfirst-section-check =
    .tooltiptext = Check This Work
askfirst-info = Export Control

askfirst-unchecked = Not checked yet.
askfirst-checked-on = Checked on { $day }, on this computer.
askfirst-stale = The item has changed since, and could not be checked again. This is what was said before.
askfirst-whom = Whom to ask: { $whom }
askfirst-is-answered = Answered
askfirst-is-waiting = Asked, and waiting for the answer
askfirst-check = Check
askfirst-checking = Checking…
askfirst-stop = Stop
askfirst-more = More
askfirst-leg = A second question, under an act of its own
askfirst-draft = Draft a Letter…
askfirst-record = Record an Answer…
askfirst-not-this = Not This Institution…
askfirst-gone = No, or Already Sent…
askfirst-source = Open the Source
askfirst-mute-item = Do Not Announce This Item
askfirst-unmute-item = Announce This Item Again
askfirst-mute-kind = Do Not Announce Questions of This Kind
askfirst-unmute-kind = Announce Questions of This Kind Again
askfirst-correct = Correct…
askfirst-came = The Answer Has Come…
askfirst-withdraw = Withdraw…
askfirst-withdraw-what = The answer is taken out of use: its file stays where it is, renamed to end in “.withdrawn”, and the question is asked again.
askfirst-withdraw-now = Withdraw It
askfirst-show-file = Show the File

askfirst-write-note = Write Into a Note…
askfirst-note-title = askfirst: questions about this work
askfirst-note-what = A note is part of the library: it goes with synchronisation, to everybody in a group, and as “annote” into a BibTeX export that you may hand on.
askfirst-note-now = Write the Note
askfirst-note-read-only = This group's library is read-only for you: no note can be written.
askfirst-note-there = This item has such a note already. Delete it first, to have a new one written.

askfirst-letter-unsent = A draft for you to complete. Nothing was sent, attached or recorded. Do not attach the manuscript.
askfirst-letter-copy = Copy
askfirst-letter-save = Save As…
askfirst-letter-gone = If a Draft Has Already Gone…
askfirst-letter-asked = Sent It: Record That I Asked…
askfirst-letter-close = Close
askfirst-letter-copied = The letter is on the clipboard.
askfirst-letter-saved = Saved as { $path }

askfirst-look = Look Up Affiliations…
askfirst-look-title = Look up affiliations
askfirst-look-what =
    { $count ->
        [0] There is nothing to look up here.
        [one] Affiliations of 1 work are to be looked up by its DOI.
       *[other] Affiliations of { $count } works are to be looked up by their DOIs.
    } { $without ->
        [0] { "" }
        [one] 1 work has no DOI.
       *[other] { $without } works have no DOI.
    } { $known ->
        [0] { "" }
        [one] Of 1 the affiliation is known already.
       *[other] Of { $known } the affiliation is known already.
    } { $later ->
        [0] { "" }
       *[other] { $later } more come with the next look-up.
    }
askfirst-look-preparing = Asking what would be sent…
askfirst-look-send = Send This
askfirst-look-cancel = Cancel
askfirst-look-asking = Asking…
askfirst-look-progress = { $service }: { $done } of { $total }
askfirst-look-stop = Stop
askfirst-look-stopped = Stopped. What had come in by then is kept, and is not asked for again.
askfirst-look-forget = Forget What Was Looked Up
askfirst-look-close = Close
askfirst-looked = Looked up, not the paper's own words
askfirst-looked-hint = See first what the paper itself prints. If it is so, put it into a note of this item as a line “Affiliation: …”: the question can be answered then, and the answer kept.

askfirst-choose = Choose…
askfirst-field-kind = Kind
askfirst-field-outcome = Outcome
askfirst-field-reference = Reference
askfirst-field-asked = Asked on
askfirst-field-answered = Answered on
askfirst-field-valid-until = Valid until
askfirst-field-by = Given by
askfirst-field-reason = Reason
askfirst-field-file = File
askfirst-save = Record
askfirst-cancel = Cancel
askfirst-others =
    { $count ->
        [one] The same question is open about 1 other work
       *[other] The same question is open about { $count } other works
    }
askfirst-form-kind = Choose what kind of answer it is.
askfirst-form-outcome = Choose what the answer says.
askfirst-form-empty = An answer needs at least its reference, or the day on which it was asked or answered.
askfirst-form-reason = Give the reason.
askfirst-form-order = The day of the answer lies before the day on which it was asked.
askfirst-form-some = Recorded for { $recorded } of { $of } works. Then: { $why }
askfirst-form-all = Recorded for { $count } works, in a file for each.

askfirst-progress = { $checked } of { $total } items checked
askfirst-progress-stop = Tools > Export Control > Stop the Check ends it.
askfirst-so-far = { $checked } of { $total } items were checked.
askfirst-done =
    { $checked ->
        [one] 1 item checked.
       *[other] { $checked } items checked.
    } In all libraries now: { $open } open, { $unknown } with affiliation unknown.
askfirst-open =
    { $open ->
        [0] No question is open here.
        [one] 1 work with an open question.
       *[other] { $open } works with an open question.
    } { $unknown ->
        [0] { "" }
        [one] Of 1 the affiliation is unknown.
       *[other] Of { $unknown } the affiliation is unknown.
    } { $unchecked ->
        [0] { "" }
        [one] 1 was not checked.
       *[other] { $unchecked } were not checked.
    }

askfirst-report-title = Save a report
askfirst-report-what = A page to read and print (HTML), or a table (CSV): works by year, with the institutions, the acts and what was answered. It is written to a file of yours and sent to nobody.
askfirst-report-names = With the names of authors
askfirst-report-empty = There is no work here to report on.

askfirst-banner =
    { $count ->
        [one] Export control: a question has come up about a work in your library.
       *[other] Export control: questions have come up about { $count } works in your library.
    }
askfirst-banner-show = Show
askfirst-banner-close = Close

askfirst-problem-missing = The program “askfirst” was not found on this computer. Install it with “pipx install /path/to/askfirst” (the folder of a checkout), then press Detect in Settings > Export Control.
askfirst-problem-path-none = There is nothing at { $says }. See Settings > Export Control for the path of askfirst.
askfirst-problem-path-folder = { $says } is a folder, not the program askfirst.
askfirst-problem-path-program = { $says } is no program that can be started.
askfirst-problem-old = This askfirst is too old for the add-on. Update it with “pipx upgrade askfirst”.
askfirst-problem-confined = This Zotero comes as a Flatpak or Snap and cannot start programs of this computer. Use the Zotero from zotero.org, or run “askfirst zotero” in a terminal.
askfirst-problem-failed = askfirst ended without an answer. { $says }
askfirst-problem-unreadable = askfirst answered something that could not be read. { $says }
askfirst-problem-version = askfirst speaks another version ({ $says }). Update the older of the two.
askfirst-problem-says = { $says }
askfirst-problem-slow = askfirst took too long and was ended. The time limit can be changed in extensions.zotero.askfirst.timeout.
askfirst-problem-stopped = The check was stopped.
askfirst-problem-withdraw = The file of the answer could not be renamed: { $says }

askfirst-browse = Browse…
askfirst-prefs-browse =
    .label = Browse…
askfirst-prefs-checker = The program askfirst
askfirst-prefs-command = Its path (empty: look in the usual places)
askfirst-prefs-detect =
    .label = Detect
askfirst-prefs-test =
    .label = Test
askfirst-prefs-testing = Asking…
askfirst-prefs-found = Found: { $path }
askfirst-prefs-works = askfirst { $version } answered within { $took } ms. Answers are kept in { $folder }
askfirst-prefs-answers = Questions and answers
askfirst-prefs-language = Language of the questions
askfirst-prefs-language-zotero =
    .label = as in Zotero
askfirst-prefs-contact = Whom to ask at your institution (shown with every question)
askfirst-prefs-folder = Folder of the answers, if a group shares one
askfirst-prefs-profile = Institution profile (a file from your export-control office)
askfirst-prefs-library = Library
askfirst-prefs-watch =
    .label = Check items that are added or changed
askfirst-prefs-tag =
    .label = Tag works with an open question as “askfirst: open”, for saved searches
askfirst-prefs-tag-what = Tags are part of the library: they go with synchronisation, to everybody in a group, and as “keywords” into a BibTeX export. Switched off, the tag is taken from every work again.
askfirst-prefs-unmute =
    .label = Announce Everything Again
askfirst-prefs-unmuted = Nothing is muted any more.
askfirst-prefs-forget =
    .label = Forget What Was Looked Up
