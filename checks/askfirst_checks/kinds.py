"""The closed sets an answer is made of: kinds, outcomes, and what they are called."""

from __future__ import annotations

from askfirst_checks.words import Text

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
}
"""Outcomes, and how they are called"""

POSITIVE = frozenset({"no-licence-needed", "licence-granted"})
NEGATIVE = frozenset({"licence-needed", "refused"})
