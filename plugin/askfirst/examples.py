"""What stands at the end of each command's help: a few lines as one types them, and what they do."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text


class Example(NamedTuple):
    """One line and what it does."""

    typed: str
    does: Text


HEAD = Text("examples", "Beispiele")
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "answer": (
        Example("askfirst answer paper.tex", Text("goes through the open questions", "geht die offenen Fragen durch")),
        Example(
            "askfirst answer paper.tex 1 --kind export-control-office --outcome pending --asked today",
            Text("records that the office was asked today", "hält fest, dass die Stelle heute gefragt wurde"),
        ),
    ),
    "audit": (
        Example(
            "askfirst audit refs.bib",
            Text("which works had a question at their date", "welche Arbeiten an ihrem Tag eine Frage hatten"),
        ),
        Example(
            "askfirst audit refs.bib --since 2017 --format html -o report.html",
            Text("one page for the file, since 2017", "eine Seite für die Akte, ab 2017"),
        ),
    ),
    "check": (
        Example("askfirst check paper.tex", Text("asks about one manuscript", "fragt zu einem Manuskript")),
        Example("askfirst check", Text("asks about all in this folder", "fragt zu allen in diesem Ordner")),
        Example(
            "askfirst check --format html -o page.html paper.tex",
            Text("one page to mail or print", "eine Seite zum Mailen oder Drucken"),
        ),
        Example("askfirst check - < paper.tex", Text("reads standard input", "liest die Standardeingabe")),
    ),
    "completion": (
        Example(
            'eval "$(askfirst completion bash)"',
            Text("completes in this shell from now on", "ergänzt ab jetzt in dieser Shell"),
        ),
    ),
    "doctor": (
        Example("askfirst doctor", Text("what is set up here and works", "was hier eingerichtet ist und funktioniert")),
    ),
    "draft": (
        Example("askfirst draft paper.tex", Text("the letter to your office", "der Brief an Ihre Stelle")),
        Example(
            "askfirst draft paper.tex --to bafa --format eml -o letter.eml",
            Text("through it to BAFA, for your mail program", "über sie an das BAFA, für Ihr Mailprogramm"),
        ),
        Example("askfirst draft --already-sent", Text("if a draft has gone", "wenn schon etwas verschickt wurde")),
    ),
    "explain": (
        Example("askfirst explain", Text("all rules in a sentence each", "alle Regeln in je einem Satz")),
        Example("askfirst explain AF101", Text("the page of one rule", "die Seite einer Regel")),
    ),
    "hook": (
        Example("askfirst hook install", Text("asks at commits and pushes", "fragt bei Commit und Push")),
        Example("askfirst hook install --advise", Text("asks and never stops", "fragt und hält nie an")),
        Example("askfirst hook status", Text("which gates stand", "welche Stellen prüfen")),
    ),
    "init": (
        Example("askfirst init", Text("four questions", "vier Fragen")),
        Example(
            'askfirst init --institution "Universität Münster" --preset muenster',
            Text("without questions, from a preset", "ohne Fragen, nach einer Vorlage"),
        ),
    ),
    "lists": (
        Example("askfirst lists", Text("lists and measures with their dates", "Listen und Maßnahmen mit ihrem Stand")),
        Example("askfirst lists update --only un", Text("fetches one, after a yes", "lädt eine, nach einem Ja")),
        Example(
            "askfirst lists update --only uk --from UK-Sanctions-List.csv",
            Text("reads one that you saved, as notes", "liest eine gespeicherte ein, als Hinweise"),
        ),
    ),
    "look-up": (
        Example(
            "askfirst look-up --doi 10.1000/182 --dry-run",
            Text("what would be sent to whom", "was an wen gesendet würde"),
        ),
        Example(
            "askfirst look-up --bib refs.bib",
            Text("the works of a file", "die Arbeiten einer Datei"),
        ),
    ),
    "profile": (
        Example(
            "askfirst profile askfirst-profile.toml",
            Text("checks it, and shows what it changes", "prüft es und zeigt, was es ändert"),
        ),
    ),
    "read": (
        Example("askfirst read paper.tex", Text("what was read of it", "was darin gelesen wurde")),
        Example("askfirst read - < paper.tex", Text("from standard input", "von der Standardeingabe")),
    ),
    "resolve": (
        Example(
            'askfirst resolve --explain "Kim Il Sung University, Pyongyang"',
            Text("what it is read as, and why", "als was sie gelesen wird, und warum"),
        ),
    ),
    "server": (
        Example("askfirst server", Text("started by an editor, not by hand", "startet der Editor, nicht Sie selbst")),
    ),
    "status": (
        Example(
            "askfirst status",
            Text("answers, and what lapses soon", "Antworten, und was bald abläuft"),
        ),
    ),
    "topics": (Example("askfirst topics paper.tex", Text("which entries it touches", "welche Einträge sie berührt")),),
    "zotero": (
        Example("askfirst zotero --library", Text("the running Zotero, summed", "das laufende Zotero, in Summen")),
        Example(
            "askfirst zotero --manuscript paper.tex",
            Text("earlier works by its authors", "frühere Arbeiten seiner Autorinnen und Autoren"),
        ),
    ),
}


def shown(command: str, language: str) -> str:
    """The examples of *command*, each line and what it does below it; empty where there are none."""
    lines = [f"  {each.typed}\n      {each.does.said(language)}\n" for each in EXAMPLES.get(command, ())]
    return f"\n{HEAD.said(language)}:\n{''.join(lines)}" if lines else ""
