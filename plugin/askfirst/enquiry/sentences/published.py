"""The sentences that differ where the letter is about a work that has appeared: it asks what was clarified before."""

from __future__ import annotations

from askfirst.enquiry.sentences import opening, questions
from askfirst.enquiry.values import Sentence
from askfirst_checks.words import Text

_OWN = "the letter's own words"
_PARAGRAPH_11 = "https://platform.opennuclear.org/sanctions/details?page=23"
_SHARED = {sentence.id: sentence for sentence in (*opening.CLOSING, *questions.OFFICE)}

SUBJECTS = (
    Sentence(
        "published-subject-country",
        Text(
            "Request for review: published work with an affiliation {where}",
            "Bitte um Prüfung: veröffentlichte Arbeit mit einer Affiliation {where}",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "published-subject-list",
        Text(
            "Request for review: published work, an affiliation that lists name",
            "Bitte um Prüfung: veröffentlichte Arbeit, eine in Listen genannte Affiliation",
        ),
        _OWN,
        "wording",
    ),
)
HEAD = (
    Sentence(
        "published-confidential",
        Text("Confidential. Nothing is enclosed.", "Vertraulich. Es ist nichts beigefügt."),
        _OWN,
        "wording",
    ),
)
OPENING = (
    Sentence(
        "published-work",
        Text(
            "I am writing about a work that has appeared: “{title}” ({appeared}).",
            "es geht um eine erschienene Arbeit: „{title}“ ({appeared}).",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "published-please-help",
        Text(
            "Could you tell me whether the points below were clarified before this was published, and with what "
            "result?",
            "Können Sie mir sagen, ob die Punkte unten vor der Veröffentlichung geklärt wurden, und mit welchem "
            "Ergebnis?",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "published-only-held",
        Text(
            "I have only passed on what my reference library holds. I have classified nothing, and I judge nobody.",
            "Ich gebe nur wieder, was in meiner Literaturverwaltung steht; eingestuft habe ich nichts, und ich "
            "urteile über niemanden.",
        ),
        _OWN,
        "wording",
    ),
)
OFFICE = (
    Sentence(
        "published-kp-decision",
        Text(
            "Was it clarified before this was published whether a decision under paragraph 11 was needed, and who "
            "was to take it? Which German authority is competent, I have not found.",
            "Wurde vor der Veröffentlichung geklärt, ob eine Entscheidung nach Absatz 11 nötig war und wer sie "
            "zu treffen hatte? Welche deutsche Stelle zuständig ist, habe ich nicht gefunden.",
        ),
        "UN Security Council Resolution 2321 (2016), paragraph 11; no competent authority found (law-3 D)",
        "inference",
        "measure:un-2321-11 in:de",
        _PARAGRAPH_11,
    ),
    Sentence(
        "published-kp-decision-elsewhere",
        Text(
            "Was it clarified before this was published whether a decision under paragraph 11 was needed, and who "
            "was to take it? The competent authority I have not found.",
            "Wurde vor der Veröffentlichung geklärt, ob eine Entscheidung nach Absatz 11 nötig war und wer sie "
            "zu treffen hatte? Die zuständige Stelle habe ich nicht gefunden.",
        ),
        "UN Security Council Resolution 2321 (2016), paragraph 11 (law A1)",
        "inference",
        "measure:un-2321-11 !in:de",
        _PARAGRAPH_11,
    ),
    _SHARED["kp-2022"],
    Sentence(
        "published-recommendations",
        Text(
            "In view of the recommendations above, what did our institution's own rule say about joint "
            "publications at the time?",
            "Was sagte die Regelung unserer Einrichtung damals mit Blick auf die Empfehlungen oben zu gemeinsamen "
            "Veröffentlichungen?",
        ),
        _OWN,
        "wording",
        "advised",
    ),
    Sentence(
        "published-listing",
        Text(
            "Was it clarified before this was published what the listing means for this work?",
            "Wurde vor der Veröffentlichung geklärt, was die Listung für diese Arbeit bedeutet?",
        ),
        _OWN,
        "wording",
        "layer:listing",
    ),
    _SHARED["end-use"],
    Sentence(
        "published-bafa",
        Text(
            "For goods, technology and technical assistance: did the institution ask BAFA before this was "
            "published? If not, what is to be asked now?",
            "Zu Gütern, Technologie und technischer Hilfe: Hat die Einrichtung vor der Veröffentlichung das BAFA "
            "gefragt? Falls nicht, was ist jetzt zu fragen?",
        ),
        _OWN,
        "wording",
        "in:de",
    ),
    Sentence(
        "published-bafa-elsewhere",
        Text(
            "For goods, technology and technical assistance: did the institution ask the competent authority "
            "before this was published? If not, what is to be asked now?",
            "Zu Gütern, Technologie und technischer Hilfe: Hat die Einrichtung vor der Veröffentlichung die "
            "zuständige Behörde gefragt? Falls nicht, was ist jetzt zu fragen?",
        ),
        _OWN,
        "wording",
        "!in:de",
    ),
    _SHARED["bafa-not-11"],
    Sentence(
        "published-hold",
        Text(
            "Is there anything that I should leave as it is, or not send, until you answer? How long may that take, "
            "and what reference does this case have with you?",
            "Gibt es etwas, das ich bis zu Ihrer Antwort so lassen oder nicht verschicken soll? Wie lange kann das "
            "dauern, und welches Aktenzeichen hat der Vorgang bei Ihnen?",
        ),
        _OWN,
        "wording",
    ),
)
CLOSING = (
    _SHARED["regards"],
    Sentence(
        "published-prepared",
        Text(
            "Prepared with askfirst from what a reference library holds and from lists of the dates given. It is no "
            "legal advice, and no statement about whom anybody works with or does not.",
            "Mit askfirst aus den Angaben einer Literaturverwaltung und aus Listen der genannten Stände vorbereitet. "
            "Es ist keine Rechtsberatung und sagt nichts darüber, mit wem jemand zusammenarbeitet oder nicht.",
        ),
        _OWN,
        "wording",
    ),
)
