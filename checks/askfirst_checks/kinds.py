"""The closed sets an answer is made of: kinds, outcomes, and what they are called."""

from __future__ import annotations

from askfirst_checks.words import Text, same

KINDS = {
    "bafa-nullbescheid": same("BAFA Nullbescheid"),
    "bafa-voranfrage": same("BAFA Voranfrage"),
    "bafa-auskunft-gueterliste": same("BAFA Auskunft zur Güterliste"),
    "bafa-sonstige-anfrage": same("BAFA Sonstige Anfrage"),
    "bafa-licence": Text("BAFA licence", "BAFA-Genehmigung"),
    "state-decision": Text("decision of the competent authority", "Entscheidung der zuständigen Behörde"),
    "export-control-office": Text("answer of the export-control office", "Antwort der Exportkontrollstelle"),
    "own-assessment": Text("own assessment", "eigene Einschätzung"),
    "not-this-institution": Text("not this institution", "nicht diese Einrichtung"),
}
"""Kinds of answer, and how they are called"""

OUTCOMES = {
    "pending": Text("asked, not answered yet", "angefragt, noch nicht beantwortet"),
    "no-licence-needed": Text("no licence needed", "keine Genehmigung erforderlich"),
    "licence-granted": Text("licence granted", "Genehmigung erteilt"),
    "licence-needed": Text("licence needed", "Genehmigung erforderlich"),
    "refused": Text("refused", "abgelehnt"),
    "not-competent": Text("authority not competent", "Behörde nicht zuständig"),
}
"""Outcomes, and how they are called"""

POSITIVE = frozenset({"no-licence-needed", "licence-granted"})
NEGATIVE = frozenset({"licence-needed", "refused"})
