"""Help while an answer file is written: mistakes where they stand, what can be written, and a word before it ends."""

from __future__ import annotations

import datetime
import re

from lsprotocol import types

from askfirst.formats.holding import shortened
from askfirst.formats.phrases import day
from askfirst.lsp.document import Document
from askfirst.lsp.present import SOURCE
from askfirst_checks.answers import Answer, read
from askfirst_checks.kinds import GROUNDS, KINDS, OUTCOMES
from askfirst_checks.words import Text

SOON = 30
"""days before its end from which an answer is announced to end (DESIGN, AF703)"""

KEYS = {
    "kind": Text("what kind of answer it is", "welche Art von Antwort es ist"),
    "reference": Text("reference of the letter or decision", "Aktenzeichen des Schreibens oder der Entscheidung"),
    "asked": Text("day on which it was asked", "Tag der Anfrage"),
    "answered": Text("day on which it was answered", "Tag der Antwort"),
    "outcome": Text("what the answer says", "was die Antwort besagt"),
    "valid_until": Text("last day on which it holds", "letzter Tag, an dem sie gilt"),
    "by": Text("who is responsible for this record (name)", "wer für diese Angabe verantwortlich ist (Name)"),
    "reason": Text("reasons, for an own assessment", "Gründe, bei einer eigenen Einschätzung"),
    "ground": Text("what an own assessment rests on", "worauf eine eigene Einschätzung beruht"),
    "second_reader": Text(
        "who read it too, when, and whether they agree", "wer es auch gelesen hat und mit welchem Ergebnis"
    ),
}
COVERS = {
    "institutions": Text("institutions it covers", "Einrichtungen, die sie abdeckt"),
    "people": Text("people it covers", "Personen, die sie abdeckt"),
    "countries": Text("countries it covers, as two letters", "Länder, die sie abdeckt, mit zwei Buchstaben"),
    "work": Text("the work it is about, or “this repository”", "die Arbeit, um die es geht, oder „this repository“"),
    "document": Text("its file, seen from the folder that holds .askfirst", "ihre Datei, vom Ordner mit .askfirst aus"),
}
_ENDS = Text("this answer holds until {day}: {left} days from now", "diese Antwort gilt bis {day}: noch {left} Tage")
_ENDED = Text(
    "this answer held until {day}, and is asked for again", "diese Antwort galt bis {day} und wird wieder erfragt"
)
_KEY = re.compile(r"^\s*(\w*)$")
_VALUE = re.compile(r"""^\s*(\w+)\s*=\s*(?:\[[^\]#]*)?(["']?)([^"'#]*)$""")


def mistakes(
    path: str, document: Document, language: str, today: datetime.date | None = None
) -> list[types.Diagnostic]:
    """What is wrong with the answer, or that it ends soon: by the day it names, or before that where it cannot hold."""
    found = read([(path, document.text)])
    shown = [_on_line(document, error.line, error.text.said(language), stop=True) for error in found.broken]
    for answer in found.all:
        if words := _ending(answer, today or datetime.date.today()):
            line = next((n for n, text in enumerate(document.lines, 1) if text.lstrip().startswith("valid_until")), 1)
            shown.append(_on_line(document, line, words.said(language), stop=False))
    return shown


def _ending(answer: Answer, today: datetime.date) -> Text | None:
    if not answer.valid_until:
        return None
    left = (datetime.date.fromisoformat(answer.ends) - today).days
    if left > SOON:
        return None
    if cut := shortened(answer):
        return cut
    words = _ENDED if left < 0 else _ENDS
    return Text(
        *(getattr(words, language).format(day=day(answer.ends, language), left=left) for language in ("en", "de"))
    )


def _on_line(document: Document, line: int, words: str, stop: bool) -> types.Diagnostic:
    number = min(max(line, 1), len(document.lines)) - 1
    text = document.lines[number].split("  #")[0].rstrip()
    start = len(text) - len(text.lstrip())
    severity = types.DiagnosticSeverity.Error if stop else types.DiagnosticSeverity.Warning
    return types.Diagnostic(
        types.Range(types.Position(number, start), types.Position(number, max(len(text), start))),
        words,
        severity=severity,
        source=SOURCE,
        code="answer" if stop else "AF703",
    )


def complete(
    document: Document,
    line: int,
    column: int,
    institutions: dict[str, str],
    language: str,
    jurisdiction: str = "de",
) -> list[types.CompletionItem]:
    """What can stand at that place: keys, kinds, outcomes, or *institutions* (id to name). *column* in code points."""
    if not 0 <= line < len(document.lines):
        return []
    before = document.lines[line][:column].rstrip("\r\n")
    if _KEY.match(before):
        return _keys(document, line, language)
    value = _VALUE.match(before)
    if not value:
        return []
    choices = _choices(value[1], institutions, language, jurisdiction)
    return [_item(word, said, "" if value[2] else '"', types.CompletionItemKind.EnumMember) for word, said in choices]


def _keys(document: Document, line: int, language: str) -> list[types.CompletionItem]:
    inside = any(text.strip().startswith("[covers]") for text in document.lines[:line])
    known = COVERS if inside else KEYS
    there = {text.partition("=")[0].strip() for number, text in enumerate(document.lines) if number != line}
    items = [
        types.CompletionItem(
            key, detail=said.said(language), insert_text=f"{key} = ", kind=types.CompletionItemKind.Property
        )
        for key, said in known.items()
        if key not in there
    ]
    if not inside and "[covers]" not in there:
        items.append(types.CompletionItem("[covers]", kind=types.CompletionItemKind.Struct))
    return items


def _choices(key: str, institutions: dict[str, str], language: str, jurisdiction: str) -> list[tuple[str, str]]:
    if key == "kind":
        from askfirst_checks.policy import load
        from askfirst_checks.policy.wording import called

        policy = load(jurisdiction)
        return [(kind, called(policy, kind).said(language)) for kind in KINDS]
    if key == "outcome":
        return [(outcome, said.said(language)) for outcome, said in OUTCOMES.items()]
    if key == "ground":
        return [(ground, said.said(language)) for ground, said in GROUNDS.items()]
    if key == "institutions":
        return list(institutions.items())
    return [("this repository", "")] if key == "work" else []


def _item(word: str, said: str, quote: str, kind: types.CompletionItemKind) -> types.CompletionItem:
    text = f"{quote}{word}{quote}"
    return types.CompletionItem(word, detail=said or None, insert_text=text, kind=kind, filter_text=word)
