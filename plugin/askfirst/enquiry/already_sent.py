"""One screen for whoever has sent a draft already: what to leave as it is, and with whom to speak first."""

from __future__ import annotations

from askfirst.enquiry.values import Sentence
from askfirst.formats.clean import wrap
from askfirst_checks.words import Text

TITLE = Text("If a draft has already gone", "Wenn schon ein Entwurf verschickt wurde")
_OWN = "the screen's own words"
STEPS = (
    Sentence(
        "sent-no-more",
        Text(
            "Send nothing more for now: no new version, no data, no access to shared folders.",
            "Verschicken Sie vorerst nichts mehr: keine neue Fassung, keine Daten, keinen Zugang zu geteilten Ordnern.",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "sent-keep",
        Text(
            "Change nothing and delete nothing: messages, versions and folders stay as they are.",
            "Ändern Sie nichts und löschen Sie nichts: Nachrichten, Fassungen und Ordner bleiben, wie sie sind.",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "sent-speak",
        Text(
            "Speak with your export-control office before you write anything about it, to anybody.",
            "Sprechen Sie mit Ihrer Exportkontrollstelle, bevor Sie irgendwem etwas darüber schreiben.",
        ),
        _OWN,
        "wording",
    ),
    Sentence(
        "sent-letter",
        Text(
            "In the letter tick “please speak with me first”; it asks for nothing else about the past. askfirst "
            "records nothing of this.",
            "Kreuzen Sie im Brief „bitte sprechen Sie zuerst mit mir“ an; mehr fragt er zu Vergangenem nicht. "
            "askfirst hält davon nichts fest.",
        ),
        _OWN,
        "wording",
    ),
)


def screen(language: str, columns: int) -> str:
    """The screen, wrapped to *columns*."""
    lines = [TITLE.said(language)]
    for number, step in enumerate(STEPS, 1):
        lines += wrap(step.text.said(language), columns, f"{number}. ", "   ")
    return "\n".join(lines) + "\n"
