"""The closed sets an answer is made of: kinds, outcomes, and what they are called."""

from __future__ import annotations

from askfirst_checks.words import Text

EXPLAINED = {
    "bafa-nullbescheid": Text(
        "BAFA says of one transaction that it needs no licence",
        "Das BAFA bescheinigt für einen Vorgang, dass er keine Genehmigung braucht",
    ),
    "bafa-voranfrage": Text(
        "BAFA says beforehand whether a planned transaction would be licensed",
        "Das BAFA sagt vorab, ob ein geplanter Vorgang genehmigt würde",
    ),
    "bafa-auskunft-gueterliste": Text(
        "BAFA says whether goods are on a control list, and nothing about a recipient",
        "Das BAFA sagt, ob Güter auf einer Kontrollliste stehen, und nichts über einen Empfänger",
    ),
    "bafa-sonstige-anfrage": Text(
        "BAFA answers any other question, for instance about technical assistance",
        "Das BAFA beantwortet eine andere Frage, etwa zu technischer Unterstützung",
    ),
    "bafa-licence": Text("BAFA grants a licence", "Das BAFA erteilt eine Genehmigung"),
    "state-decision": Text(
        "the State or the competent committee decides about an exception",
        "Der Staat oder der zuständige Ausschuss entscheidet über eine Ausnahme",
    ),
    "export-control-office": Text(
        "your institution's office answers, or instructs you in writing",
        "Die Stelle Ihrer Einrichtung antwortet oder gibt eine schriftliche Weisung",
    ),
    "own-assessment": Text("you assess it yourself, with reasons", "Sie schätzen es selbst ein, mit Begründung"),
    "not-this-institution": Text(
        "the words mean another institution than the one read",
        "Die Wörter meinen eine andere Einrichtung als die erkannte",
    ),
}
"""What each kind of answer is, in a line"""

KINDS = {
    "bafa-nullbescheid": Text("BAFA Nullbescheid (one transaction)", "Nullbescheid des BAFA (für einen Vorgang)"),
    "bafa-voranfrage": Text("BAFA Voranfrage", "Voranfrage beim BAFA"),
    "bafa-auskunft-gueterliste": Text("BAFA Auskunft zur Güterliste", "Auskunft des BAFA zur Güterliste"),
    "bafa-sonstige-anfrage": Text("BAFA Sonstige Anfrage", "sonstige Anfrage beim BAFA"),
    "bafa-licence": Text("BAFA licence", "Genehmigung des BAFA"),
    "state-decision": Text("decision of the competent authority", "Entscheidung der zuständigen Behörde"),
    "export-control-office": Text("answer of the export-control office", "Antwort der Exportkontrollstelle"),
    "own-assessment": Text("own assessment", "eigene Einschätzung"),
    "not-this-institution": Text("not this institution", "nicht diese Einrichtung"),
}
"""Kinds of answer, and how they are called"""

OUTCOMES = {
    "pending": Text("asked, not answered yet", "angefragt, noch nicht beantwortet"),
    "no-licence-needed": Text(
        "no licence needed, or decided in favour", "keine Genehmigung erforderlich oder zustimmend entschieden"
    ),
    "licence-granted": Text("licence granted", "Genehmigung erteilt"),
    "licence-needed": Text("licence needed", "Genehmigung erforderlich"),
    "refused": Text("refused", "abgelehnt"),
    "not-competent": Text("authority not competent", "Behörde nicht zuständig"),
    "go-ahead": Text("the office's written go-ahead", "schriftliche Freigabe der Stelle"),
    "hold": Text("the office's written instruction to wait", "schriftliche Weisung der Stelle, zu warten"),
}
"""Outcomes, and how they are called"""

GROUNDS = {
    "basic-research": Text("basic research", "Grundlagenforschung"),
    "public": Text("already public", "bereits öffentlich"),
    "beyond-no-threshold": Text("no value of the lists is reached", "kein Wert der Listen wird erreicht"),
    "other": Text("another reason", "ein anderer Grund"),
}
"""What an own assessment rests on"""

OWN = ("own-assessment", "not-this-institution")
"""Kinds that someone gives alone: they need a reason, and have no outcome"""

OFFICE = "export-control-office"
INSTRUCTIONS = frozenset({"go-ahead", "hold"})
"""Outcomes that only the export-control office gives, in writing"""

POSITIVE = frozenset({"no-licence-needed", "licence-granted"})
NEGATIVE = frozenset({"licence-needed", "refused"})
