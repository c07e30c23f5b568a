"""What is asked: of the institution's own office, and of BAFA through it."""

from __future__ import annotations

from askfirst.enquiry.values import Sentence
from askfirst_checks.words import Text

_OWN = "the letter's own words"
_BAFA_FORMS = "BAFA, forms of application, undated page (law-3 D)"

OFFICE = (
    Sentence(
        "kp-decision",
        Text(
            "Is a decision under paragraph 11 needed, and if so, who requests it, and where? Which German authority "
            "is competent, I have not found.",
            "Ist eine Entscheidung nach Absatz 11 nötig, und wenn ja: Wer holt sie ein, und wo? Welche deutsche "
            "Stelle zuständig ist, habe ich nicht gefunden.",
        ),
        "UN Security Council Resolution 2321 (2016), paragraph 11; no competent authority found (law-3 D)",
        "inference",
        "measure:un-2321-11 in:de",
        "https://platform.opennuclear.org/sanctions/details?page=23",
    ),
    Sentence(
        "kp-decision-elsewhere",
        Text(
            "Is a decision under paragraph 11 needed, and if so, who requests it, and where? The competent authority "
            "I have not found.",
            "Ist eine Entscheidung nach Absatz 11 nötig, und wenn ja: Wer holt sie ein, und wo? Die zuständige "
            "Stelle habe ich nicht gefunden.",
        ),
        "UN Security Council Resolution 2321 (2016), paragraph 11 (law A1)",
        "inference",
        "measure:un-2321-11 !in:de",
        "https://platform.opennuclear.org/sanctions/details?page=23",
    ),
    Sentence(
        "kp-2022",
        Text(
            "In 2022 the Federal Government held scientific exchange with the DPRK to be “derzeit nicht für "
            "angezeigt” (not appropriate at present; Bundestag paper 20/1396).",
            "2022 sah die Bundesregierung den wissenschaftlichen Austausch mit der DVRK als „derzeit nicht für "
            "angezeigt“ an (Bundestagsdrucksache 20/1396).",
        ),
        "Bundestag paper 20/1396, as reported by hib 890794 (law-3 A5)",
        "official-excerpt",
        "measure:un-2321-11 in:de",
        "https://dserver.bundestag.de/btd/20/013/2001396.pdf",
    ),
    Sentence(
        "recommendations",
        Text(
            "In view of the recommendations above, what does our institution's own rule say about a joint publication?",
            "Was sagt die Regelung unserer Einrichtung mit Blick auf die Empfehlungen oben zu einer gemeinsamen "
            "Veröffentlichung?",
        ),
        _OWN,
        "wording",
        "advised",
    ),
    Sentence(
        "listing",
        Text(
            "What does the listing mean for this work: for what may be sent, and for fees, equipment, samples, "
            "computing time or licences?",
            "Was bedeutet die Listung für diese Arbeit: für das, was verschickt werden kann, und für Gebühren, Geräte, "
            "Proben, Rechenzeit oder Lizenzen?",
        ),
        _OWN,
        "wording",
        "layer:listing",
    ),
    Sentence(
        "end-use",
        Text(
            "Do you need anything about the purpose at the partner or the end-use before you can look at it?",
            "Brauchen Sie noch etwas zum Zweck beim Partner oder zur Endverwendung, bevor Sie es ansehen können?",
        ),
        _OWN,
        "wording",
        "layer:assessment !layer:listing !layer:country",
    ),
    Sentence(
        "bafa",
        Text(
            "For goods, technology and technical assistance: should the institution ask BAFA, with a “Sonstige "
            "Anfrage” or a “Voranfrage”, or apply for technical assistance?",
            "Zu Gütern, Technologie und technischer Hilfe: Sollte die Einrichtung das BAFA fragen, mit einer "
            "Sonstigen Anfrage oder einer Voranfrage, oder einen Antrag für technische Unterstützung stellen?",
        ),
        _BAFA_FORMS,
        "official-excerpt",
        "in:de",
        "https://www.bafa.de",
    ),
    Sentence(
        "bafa-elsewhere",
        Text(
            "For goods, technology and technical assistance: which authority should the institution ask, and how?",
            "Zu Gütern, Technologie und technischer Hilfe: Welche Behörde sollte die Einrichtung fragen, und wie?",
        ),
        _OWN,
        "wording",
        "!in:de",
    ),
    Sentence(
        "bafa-not-11",
        Text(
            "As I read it, the authority's answer would concern these alone and take no decision under paragraph 11.",
            "Die Antwort der Behörde beträfe nach meinem Verständnis nur diese; über Absatz 11 entscheidet sie nicht.",
        ),
        "AWV and AWG, read without finding such a power (law-3 D)",
        "inference",
        "measure:un-2321-11 in:de",
        "https://www.gesetze-im-internet.de/awg_2013/",
    ),
    Sentence(
        "hold",
        Text(
            "Should the draft, data and shared folders stay with me until you answer? How long may that take, and "
            "what reference does this case have with you?",
            "Sollen Entwurf, Daten und geteilte Ordner bis zu Ihrer Antwort bei mir bleiben? Wie lange kann das "
            "dauern, und welches Aktenzeichen hat der Vorgang bei Ihnen?",
        ),
        _OWN,
        "wording",
    ),
)
BAFA = (
    Sentence(
        "bafa-form",
        Text(
            "Which form fits: a “Sonstige Anfrage”, a “Voranfrage” for a transfer that is planned, or an application "
            "for technical assistance?",
            "Welche Antragsart passt: eine Sonstige Anfrage, eine Voranfrage zu einem geplanten Vorhaben oder ein "
            "Antrag für technische Unterstützung?",
        ),
        _BAFA_FORMS,
        "official-excerpt",
        "",
        "https://www.bafa.de",
    ),
    Sentence(
        "bafa-need",
        Text(
            "Does what is described below need a licence, as goods, software, technology or technical assistance, "
            "under the acts named above?",
            "Braucht das unten Beschriebene als Ware, Software, Technologie oder technische Hilfe nach den oben "
            "genannten Vorschriften eine Genehmigung?",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "bafa-papers",
        Text(
            "Which papers do you need from the institution, and how long may the answer take?",
            "Welche Unterlagen brauchen Sie von der Einrichtung, und wie lange kann die Antwort dauern?",
        ),
        _OWN,
        "wording",
    ),
)
