"""The answer file that a code action creates: what is known is filled in, what is missing keeps the question open."""

from __future__ import annotations

import json
import os

from askfirst import answer_files, recording
from askfirst.documents import Document
from askfirst.files import write_new
from askfirst.formats.clean import clean
from askfirst.lsp.present import grounded
from askfirst_checks.answers import Answer, covering
from askfirst_checks.kinds import GROUNDS, OUTCOMES
from askfirst_checks.model import Finding, Report
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

_FILL = Text(
    "Not yet an answer: fill in what is empty, then save. Until then the question stays open.",
    "Noch keine Antwort: Füllen Sie aus, was leer ist, und speichern Sie. Bis dahin bleibt die Frage offen.",
)
_WRONG = Text(
    "These words were read wrongly. Say which institution is meant instead, and why it is another one.",
    "Diese Wörter wurden falsch gelesen. Sagen Sie, welche Einrichtung gemeint ist und warum es eine andere ist.",
)
_ASSESS = Text(
    'With kind = "own-assessment", take the # away here, as far as the first sound reason; goods always:',
    'Mit kind = "own-assessment" hier das # wegnehmen, bis zum ersten tragfähigen Grund; Waren immer:',
)
_ONE_OF = Text("one of: {these}", "eines von: {these}")
_DAY = Text("a day such as {today}", "ein Tag wie {today}")


def text(
    report: Report, finding: Finding, language: str, *, not_this: bool = False, reason: str = "", document: str = ""
) -> str:
    """A TOML text for *finding*; `askfirst_checks.answers` refuses it until a person has completed it.

    *document* is the file the answer is about, seen from the folder that holds ``.askfirst``.
    """
    kinds = [kind for kind in recording.reaching(finding) if kind != recording.NOT_THIS]
    kind = recording.NOT_THIS if not_this else kinds[0] if len(kinds) == 1 else ""
    lines = [f"# {clean(finding.question.said(language))}"]
    lines += [f"# {clean(grounded(ground, language))}" for ground in finding.grounds]
    lines += [f"# {(_WRONG if not_this else _FILL).said(language)}", ""]
    choice = "" if kind else f"  # {_ONE_OF.fill(these=', '.join(kinds)).said(language)}"
    lines.append(f"kind = {_quoted(kind)}{choice}")
    lines += _not_this(report, reason) if not_this else _answer(report, language)
    lines += _assessment(report, finding, language) if "own-assessment" in kinds and not not_this else []
    return "\n".join([*lines, "", *_covers(report, finding, kind, document)]) + "\n"


def _not_this(report: Report, reason: str) -> list[str]:
    return [f"answered = {report.today}", 'by = ""', f"reason = {_quoted(reason)}"]


def _answer(report: Report, language: str) -> list[str]:
    day = f"  # {_DAY.fill(today=report.today).said(language)}"
    outcomes = _ONE_OF.fill(these=", ".join(OUTCOMES)).said(language)
    return [
        'reference = ""',
        f"# asked ={day}",
        f"# answered ={day}",
        f'outcome = ""  # {outcomes}',
        f"# valid_until ={day}",
        'by = ""',
        'reason = ""',
    ]


def _assessment(report: Report, finding: Finding, language: str) -> list[str]:
    """BAFA's questions as comments: whoever assesses the content takes the # away as far as the first sound reason."""
    if not any(ground.layer == "item" for ground in finding.grounds):
        return []
    from askfirst_checks.answers.assessment import GOODS, content_of, questions

    asked = [
        f'# {each.id} = ""  # yes, no: {clean(each.asks.said(language))} ({clean(each.example.said(language))})'
        for each in (*questions(report.manuscript), GOODS)
    ]
    content = f'# content = "{content_of(report.manuscript)}"'
    return [
        "",
        f"# {_ASSESS.said(language)}",
        f'# ground = ""  # {", ".join(GROUNDS)}',
        content,
        "# [assessment]",
        *asked,
    ]


def _covers(report: Report, finding: Finding, kind: str, document: str) -> list[str]:
    lists = [f"{key} = [{', '.join(map(_quoted, names))}]" for key, names in _covered(finding, kind).items() if names]
    file = [f"document = {_quoted(document)}"] if document else []
    return ["[covers]", *lists, f"work = {_quoted(recording.work_of(report))}", *file]


def _covered(finding: Finding, kind: str = "") -> dict[str, tuple[str, ...]]:
    answer = covering(Answer("", kind, ""), finding)
    return {"institutions": answer.institutions, "people": answer.people, "countries": answer.countries}


def _quoted(value: str) -> str:
    """*value* as a TOML basic string: JSON's escapes are TOML's, but for DEL and lone surrogates."""
    kept = value.encode("utf-8", "replace").decode()
    return json.dumps(kept, ensure_ascii=False).replace("\x7f", "\\u007f")


def write(document: Document, finding: Finding, today: str, content: str) -> str:
    """Write *content* as a new answer of *document*; its absolute path. Raises OSError; never replaces a file."""
    folder = os.path.join(document.top, answer_files.folder_for(document))
    name = f"{today}-{_slug(finding)}"
    for number in range(1, 100):
        path = os.path.join(folder, f"{name}-{number}.toml" if number > 1 else f"{name}.toml")
        try:
            write_new(path, content.encode())
        except FileExistsError:
            continue
        return path
    raise FileExistsError(path)


def _slug(finding: Finding) -> str:
    named = [name for names in _covered(finding).values() for name in names]
    words = plain((named or [finding.code])[0].removeprefix("printed:"))
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in words).lower().split())[:60] or "answer"


def to_fill(content: str) -> int:
    """The line (from 0) where writing goes on: the first value that is empty."""
    lines = content.split("\n")
    return next((number for number, line in enumerate(lines) if '= ""' in line), 0)
