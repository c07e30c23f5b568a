"""The question has been asked, and the answer is not there yet.

What it sees. A recorded answer with the outcome `pending` that names the institution, people or country and this
work.

Why it matters. Until the answer comes, nothing has been decided, and sending the draft would go ahead of it. BAFA
can take months.

What to do. Wait for the decision before the draft travels. When it comes, write its day and outcome into the same
file or record a new answer.

Level: ask. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.days import written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.about_answers import beside
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding

CODE = "AF702"
NAME = Text("pending-consultation", "ausstehende-Antwort")
SEITE = """Die Frage ist gestellt, und die Antwort ist noch nicht da.

Was die Regel sieht. Eine festgehaltene Antwort mit dem Ergebnis `pending`, die Einrichtung, Personen oder Land und
diese Arbeit nennt.

Warum es darauf ankommt. Bis die Antwort kommt, ist nichts entschieden, und den Entwurf zu verschicken griffe ihr
vor. Das BAFA kann Monate brauchen.

Was zu tun ist. Warten Sie die Entscheidung ab, bevor der Entwurf verschickt wird. Kommt sie, tragen Sie Tag und
Ergebnis in dieselbe Datei ein oder halten Sie eine neue Antwort fest.

Stufe: Frage. Arbeitet ohne Netz."""

_READS = Text("asked{day}, not answered yet ({path})", "angefragt{day}, noch nicht beantwortet ({path})")
_ON = Text(" on {day}", " am {day}")
_QUESTION = Text(
    "Has the answer come, and can the draft wait until it does?",
    "Ist die Antwort inzwischen da, und kann der Entwurf so lange warten?",
)


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One finding beside each that waits for an answer."""
    for finding, verdict in judged:
        if verdict.state == "pending" and verdict.answer and finding.level != "note":
            day = verdict.answer.asked
            since = _ON.fill(day=written(day)) if day else same("")
            reads = _READS.fill(day=since, path=verdict.answer.path)
            yield beside(finding, CODE, NAME, "ask", reads, _QUESTION, verdict.answer, "pending")
