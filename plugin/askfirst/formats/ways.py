"""The ways on from a question, in one line for a whole run: asked already, not yet, not this institution."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Outcome
from askfirst.formats.command import may_be_misread, quoted
from askfirst_checks.words import Text

_ANY_FILE = Text("FILE", "DATEI")
_WAYS = Text(
    "asked already: the command beside the question; not yet: askfirst draft {path}",
    "schon gefragt: der Befehl bei der Frage; noch nicht: askfirst draft {path}",
)
_NOT = Text(
    "; not this institution: the command with --not-this",
    "; nicht diese Einrichtung: der Befehl mit --not-this",
)


def ways_on(outcomes: Sequence[Outcome], language: str) -> list[str]:
    """One line for a whole run: what to type where it was asked already, not yet, or is not this institution."""
    opened = [
        (outcome, finding) for outcome in outcomes for finding in outcome.report.questions if finding.state == "open"
    ]
    if not any(finding.grounds for _, finding in opened):
        return []
    roots = {outcome.place(outcome.report.manuscript.root) for outcome, _ in opened}
    path = quoted(roots.pop()) if len(roots) == 1 else _ANY_FILE.said(language)
    ways = (_WAYS, _NOT) if any(may_be_misread(finding) for _, finding in opened) else (_WAYS,)
    return ["".join(way.fill(path=path).said(language) for way in ways)]
