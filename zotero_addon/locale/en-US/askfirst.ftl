# What the add-on says itself. The checker's sentences come from the checker, in the language chosen in the settings.

askfirst-column = askfirst
askfirst-state-open = open
askfirst-state-pending = waiting
askfirst-state-answered = answered
askfirst-state-none = none
askfirst-state-unknown = affiliation unknown
askfirst-state-unreadable = unreadable
askfirst-state-unchecked = not checked

askfirst-menu-items =
    .label = Ask First About This…
askfirst-menu-draft =
    .label = Draft a Letter to the Export-Control Office…
askfirst-menu-collection =
    .label = Ask First About These Items…
askfirst-menu-library =
    .label = askfirst: Check This Library
askfirst-menu-stop =
    .label = askfirst: Stop the Check

askfirst-section =
    .label = Ask First
askfirst-sidenav =
    .tooltiptext = Ask First

askfirst-unchecked = Not checked yet.
askfirst-checked-on = Checked on { $day }, on this computer.
askfirst-whom = Whom to ask: { $whom }
askfirst-is-answered = Answered: { $file }
askfirst-is-pending = Asked, and waiting for the answer: { $file }
askfirst-check = Check
askfirst-leg = A second question, under an act of its own ({ $code })
askfirst-draft = Draft a Letter…
askfirst-record = Record an Answer…
askfirst-not-this = Not This Institution…
askfirst-gone = No, or Already Sent…
askfirst-source = Open the Source
askfirst-mute-item = Do Not Announce This Item
askfirst-unmute-item = Announce This Item Again
askfirst-mute-kind = Do Not Announce { $code }
askfirst-unmute-kind = Announce { $code } Again
askfirst-write-note = Write Into a Note
askfirst-note-title = askfirst: questions about this work

askfirst-letter-unsent = A draft for you to complete. Nothing was sent, attached or recorded. Do not attach the manuscript.
askfirst-letter-copy = Copy
askfirst-letter-save = Save As…
askfirst-letter-gone = If a Draft Has Already Gone…
askfirst-letter-asked = Sent It: Record That I Asked…
askfirst-letter-close = Close
askfirst-letter-copied = The letter is on the clipboard.
askfirst-letter-saved = Saved as { $path }

askfirst-field-kind = Kind
askfirst-field-outcome = Outcome
askfirst-field-reference = Reference
askfirst-field-asked = Asked on
askfirst-field-answered = Answered on
askfirst-field-valid-until = Valid until
askfirst-field-by = Given by
askfirst-field-reason = Reason
askfirst-save = Record
askfirst-cancel = Cancel

askfirst-progress = { $checked } of { $total } items checked
askfirst-progress-stop = Tools > “askfirst: Stop the Check” ends it.
askfirst-done =
    { $checked ->
        [one] 1 item checked.
       *[other] { $checked } items checked.
    } In the library now: { $open } open, { $unknown } with affiliation unknown.

askfirst-banner =
    { $count ->
        [one] A question has come up about a work in your library.
       *[other] Questions have come up about { $count } works in your library.
    }
askfirst-banner-show = Show
askfirst-banner-close = Close

askfirst-problem-missing = The checker “askfirst” was not found on this computer. Install it with “pipx install /path/to/askfirst” (the folder of a checkout), then press Detect in Settings > askfirst.
askfirst-problem-confined = This Zotero comes as a Flatpak or Snap and cannot start programs of this computer. Use the Zotero from zotero.org, or run “askfirst zotero” in a terminal.
askfirst-problem-failed = The checker ended without an answer. { $says }
askfirst-problem-unreadable = The checker answered something that could not be read. { $says }
askfirst-problem-version = The checker speaks another version ({ $says }). Update the older of the two.
askfirst-problem-says = { $says }
askfirst-problem-slow = The checker took too long and was ended. The time limit can be changed in extensions.zotero.askfirst.timeout.
askfirst-problem-stopped = The check was stopped.

askfirst-prefs-checker = Checker
askfirst-prefs-command = Path of askfirst (empty: look in the usual places)
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
askfirst-prefs-watch =
    .label = Check items that are added or changed
askfirst-prefs-unmute =
    .label = Announce Everything Again
askfirst-prefs-unmuted = Nothing is muted any more.
