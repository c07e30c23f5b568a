"""The fields of the letter: those that the manuscript fills, the author, or the institution."""

from __future__ import annotations

from askfirst.enquiry.values import Facts, Given
from askfirst_checks.answers import Answer
from askfirst_checks.days import written
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.words import Text

BLANK = "[...]"
_MOST = 20

_NONE = Text("none stated", "keine angegeben")
_NO_OTHER = Text("none", "keine")
_CONTENT = Text("Abstract: {text}", "Zusammenfassung: {text}")
_FUNDING = Text("Funding, as acknowledged: {text}", "Förderung laut Danksagung: {text}")
_OTHERS = Text("Other institutions: {text}", "Weitere Einrichtungen: {text}")
_COUNTRIES = Text("Destination: an institution {text}", "Wohin: eine Einrichtung {text}")
_PLACES = Text("About: an institution {text}", "Worum es geht: eine Einrichtung {text}")
_EARLIER = Text("Asked before: {text}", "Schon gefragt: {text}")
_ANSWER = Text("{kind}{outcome}{reference}{asked}", "{kind}{outcome}{reference}{asked}")
_OUTCOME = Text(": {outcome}", ": {outcome}")
_REFERENCE = Text(", reference {reference}", ", Aktenzeichen {reference}")
_ASKED = Text(", asked on {day}", ", gefragt am {day}")

QUESTIONS: dict[str, tuple[Text, Text]] = {
    "what": (
        Text(
            "What would be sent (text, data, code, samples, computing time)",
            "Was verschickt würde (Text, Daten, Code, Proben, Rechenzeit)",
        ),
        Text(
            "What would be sent: text, data, code, samples, computing time?",
            "Was soll verschickt werden: Text, Daten, Code, Proben, Rechenzeit?",
        ),
    ),
    "when": (
        Text("How, and on which day", "Auf welchem Weg, an welchem Tag"),
        Text(
            "How, and on which day (e-mail, shared folder, in person)?",
            "Auf welchem Weg und wann (E-Mail, geteilter Ordner, persönlich)?",
        ),
    ),
    "public": (
        Text("Public already, and since when", "Bereits öffentlich, und seit wann"),
        Text("If it is public already: since when?", "Falls es schon öffentlich ist: seit wann?"),
    ),
    "basic_research": (
        Text("Basic research, with my reasons", "Grundlagenforschung, mit meinen Gründen"),
        Text("If it is basic research: for which reasons?", "Falls es Grundlagenforschung ist: aus welchen Gründen?"),
    ),
    "purpose": (
        Text("Purpose at the partner, as far as I know it", "Zweck beim Partner, soweit ich ihn kenne"),
        Text(
            "What does the partner want it for, as far as you know?", "Wofür braucht es der Partner, soweit Sie wissen?"
        ),
    ),
    "payments": (
        Text("Payments, equipment, other benefits", "Zahlungen, Geräte, sonstige Leistungen"),
        Text(
            "Do payments, equipment or other benefits go along?", "Gehen Zahlungen, Geräte oder andere Leistungen mit?"
        ),
    ),
    "deadline": (
        Text("Date I work towards", "Termin, auf den ich hinarbeite"),
        Text("Which date do you work towards?", "Auf welchen Termin arbeiten Sie hin?"),
    ),
    "field": (
        Text(
            "Field under paragraph 11 (nuclear, aerospace, advanced manufacturing, other), or medical exchange",
            "Fachgebiet nach Absatz 11 (Kerntechnik, Luft- und Raumfahrt, fortgeschrittene Fertigung, anderes) oder "
            "medizinischer Austausch",
        ),
        Text(
            "Which field under paragraph 11: nuclear, aerospace, advanced manufacturing, other, or a medical exchange?",
            "Welches Fachgebiet nach Absatz 11: Kerntechnik, Luft- und Raumfahrt, fortgeschrittene Fertigung, anderes, "
            "oder medizinischer Austausch?",
        ),
    ),
    "phone": (
        Text("Phone", "Telefon"),
        Text("At which phone number can the office reach you?", "Unter welcher Telefonnummer sind Sie erreichbar?"),
    ),
}
"""By the name in `Given`: as the letter prints it, and as a terminal asks it"""

_SENT = Text(
    "Sent so far: [ ] nothing  [ ] please speak with me first",
    "Bisher verschickt: [ ] nichts  [ ] bitte sprechen Sie zuerst mit mir",
)
_GOES_ON = Text(
    "Joint work with those named above that goes on: {blank}",
    "Gemeinsame Arbeit mit den oben Genannten, die weitergeht: {blank}",
)
_BEYOND = Text(
    "Beyond this publication: [ ] nothing to add  [ ] please speak with me first",
    "Über diese Veröffentlichung hinaus: [ ] nichts zu ergänzen  [ ] bitte sprechen Sie zuerst mit mir",
)
_ABOUT_PUBLISHED = ("basic_research", "field")
_HOUSE = (
    Text("Person responsible for exports: {blank}", "Ausfuhrverantwortliche Person: {blank}"),
    Text("End user and place of end-use: {blank}", "Endverwender und Ort des Endverbleibs: {blank}"),
    Text(
        "Entry of a control list, where there is one: {blank}", "Nummer einer Güterliste, falls es eine gibt: {blank}"
    ),
    Text(
        "Technical data against the thresholds of that entry: {blank}",
        "Technische Daten zu den Schwellen dieser Nummer: {blank}",
    ),
    Text("Value: {blank}", "Wert: {blank}"),
)
_ADD = Text("[to be added by the institution]", "[von der Einrichtung zu ergänzen]")


def asked(facts: Facts, to: str = "office") -> list[str]:
    """Names of what only the author knows, at most eight: the field only under paragraph 11, else the phone number."""
    under_11 = facts.holds("measure:un-2321-11 to:office", to)
    return [name for name in QUESTIONS if name != ("phone" if under_11 else "field")]


def known(facts: Facts, language: str, longest: int) -> list[str]:
    """Lines with what was read."""
    places = ", ".join(place.said(language) for place in facts.places)
    printed = [
        _CONTENT.fill(text=_quoted(facts.abstract, language, longest) or BLANK),
        _FUNDING.fill(text=_quoted(" ".join(facts.funding), language, longest) or _NONE),
    ]
    lines = [*([] if facts.published else printed), _OTHERS.fill(text=_counted(facts.others) or _NO_OTHER)]
    if places:
        lines.append((_PLACES if facts.published else _COUNTRIES).fill(text=places))
    if facts.answers:
        lines.append(_EARLIER.fill(text="; ".join(_told(answer).said(language) for answer in facts.answers)))
    return [line.said(language) for line in lines]


def wanted(facts: Facts, given: Given, language: str, to: str) -> list[str]:
    """Lines that the author fills; a visible blank where nothing is given."""
    under_11 = facts.holds("measure:un-2321-11 to:office", to)
    names = [name for name in QUESTIONS if name != "phone" and (under_11 or name != "field")]
    values = given._asdict()
    if facts.published:
        about = [f"{QUESTIONS[n][0].said(language)}: {values[n] or BLANK}" for n in names if n in _ABOUT_PUBLISHED]
        return [*about, _GOES_ON.fill(blank=BLANK).said(language), _BEYOND.said(language)]
    lines = [f"{QUESTIONS[name][0].said(language)}: {values[name] or BLANK}" for name in names]
    return [*lines, _SENT.said(language)] if to == "office" else lines


def by_the_house(language: str) -> tuple[str, ...]:
    """Lines that the export-control office fills for BAFA."""
    return tuple(line.fill(blank=_ADD).said(language) for line in _HOUSE)


def _quoted(text: str, language: str, longest: int) -> str:
    text = " ".join(text.split())
    if not text:
        return ""
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"„{text}“" if language == "de" else f"“{text}”"


def _counted(texts: tuple[str, ...]) -> str:
    """The first of *texts*, and how many more there are."""
    more = f"; (+{len(texts) - _MOST})" if len(texts) > _MOST else ""
    return "; ".join(texts[:_MOST]) + more


def _told(answer: Answer) -> Text:
    return _ANSWER.fill(
        kind=KINDS[answer.kind],
        outcome=_OUTCOME.fill(outcome=OUTCOMES[answer.outcome]) if answer.outcome in OUTCOMES else "",
        reference=_REFERENCE.fill(reference=answer.reference) if answer.reference else "",
        asked=_ASKED.fill(day=written(answer.asked)) if answer.asked else "",
    )
