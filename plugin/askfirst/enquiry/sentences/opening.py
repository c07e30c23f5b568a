"""How the letter begins and ends."""

from __future__ import annotations

from askfirst.enquiry.values import Sentence
from askfirst_checks.words import Text

_OWN = "the letter's own words"

SUBJECTS = (
    Sentence(
        "subject-country",
        Text(
            "Request for review: joint manuscript with an affiliation {where}",
            "Bitte um Prüfung: gemeinsames Manuskript mit einer Affiliation {where}",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "subject-list",
        Text(
            "Request for review: joint manuscript, an affiliation that lists name",
            "Bitte um Prüfung: gemeinsames Manuskript, eine in Listen genannte Affiliation",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "subject-link",
        Text(
            "Request for review: joint manuscript, a link to an institution abroad",
            "Bitte um Prüfung: gemeinsames Manuskript, Bezug zu einer Einrichtung im Ausland",
        ),
        _OWN,
        "wording",
    ),
)
HEAD = (
    Sentence(
        "through-the-office",
        Text(
            "This is a draft for our own export-control office: it decides whether to pass it on, through the "
            "institution's access to the portal ELAN-K2.",
            "Dies ist ein Entwurf für unsere Exportkontrollstelle: Sie entscheidet, ob sie ihn über den Zugang der "
            "Einrichtung zum Portal ELAN-K2 weitergibt.",
        ),
        "BAFA, forms of application; University of Würzburg, page on export control (law-3 D)",
        "official-excerpt",
        "to:bafa",
        "https://www.bafa.de",
    ),
    Sentence(
        "confidential",
        Text(
            "Confidential: unpublished work. The manuscript is not enclosed; I can show it to you in person.",
            "Vertraulich: unveröffentlichte Arbeit. Das Manuskript ist nicht beigefügt; gern zeige ich es Ihnen im "
            "Haus.",
        ),
        _OWN,
        "wording",
        "to:office",
    ),
    Sentence(
        "confidential-bafa",
        Text(
            "Confidential: unpublished work. The manuscript is not enclosed.",
            "Vertraulich: unveröffentlichte Arbeit. Das Manuskript ist nicht beigefügt.",
        ),
        _OWN,
        "wording",
        "to:bafa",
    ),
)
OPENING = (
    Sentence(
        "manuscript",
        Text(
            "I am preparing a manuscript with co-authors: “{title}”.",
            "gemeinsam mit anderen bereite ich ein Manuskript vor: „{title}“.",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "please-help",
        Text(
            "Could you tell me what has to be decided before it goes any further?",
            "Können Sie mir sagen, was zu entscheiden ist, bevor es weitergeht?",
        ),
        _OWN,
        "wording",
        "to:office",
    ),
    Sentence(
        "only-printed",
        Text(
            "I have only passed on what the manuscript prints. I have classified nothing, and I judge nobody.",
            "Ich gebe nur wieder, was im Manuskript steht; eingestuft habe ich nichts, und ich urteile über niemanden.",
        ),
        _OWN,
        "wording",
    ),
)
BOX = (
    Sentence(
        "box-stop",
        Text(
            "For anyone who knows that something is meant, wholly or partly, for weapons of mass destruction, their "
            "missiles or a military end-use: stop, and tell the export-control office, which notifies the authority; "
            "go on only after the authority has decided (Regulation (EU) 2021/821, Articles 4(2) and 8(2)).",
            "Für alle, denen bekannt ist, dass etwas ganz oder zum Teil für Massenvernichtungswaffen, deren "
            "Trägerraketen oder eine militärische Endverwendung gedacht ist: innehalten und die Exportkontrollstelle "
            "unterrichten, die es der Behörde meldet; weiter geht es erst nach deren Entscheidung (Verordnung (EU) "
            "2021/821, Artikel 4 Absatz 2 und Artikel 8 Absatz 2).",
        ),
        "Regulation (EU) 2021/821, Articles 4(2), 8(2) (law B)",
        "text-read",
        "",
        "https://eur-lex.europa.eu/eli/reg/2021/821",
    ),
    Sentence(
        "box-awv",
        Text(
            "In Germany the authority is BAFA; for technical assistance see sections 49 to 52 AWV.",
            "In Deutschland ist die Behörde das BAFA; für technische Unterstützung siehe §§ 49 bis 52 AWV.",
        ),
        "AWV, sections 49 to 52, text of 4 April 2026 (law C1)",
        "text-read",
        "in:de",
        "https://www.gesetze-im-internet.de/awv_2013/",
    ),
)
CLOSING = (
    Sentence(
        "regards",
        Text("Kind regards, {author}", "Mit freundlichen Grüßen, {author}"),
        _OWN,
        "wording",
    ),
    Sentence(
        "prepared",
        Text(
            "Prepared with askfirst from what the manuscript prints and from lists of the dates given. It is no "
            "legal advice, and no statement about whom anybody works with or does not.",
            "Mit askfirst aus den Angaben im Manuskript und aus Listen der genannten Stände vorbereitet. Es ist "
            "keine Rechtsberatung und sagt nichts darüber, mit wem jemand zusammenarbeitet oder nicht.",
        ),
        _OWN,
        "wording",
    ),
)
