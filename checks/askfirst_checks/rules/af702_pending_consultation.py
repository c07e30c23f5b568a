"""The question has been asked, and the answer is not there yet.

What it sees. A recorded answer with the outcome `pending` that names the institution, people or country and this
work, or the export-control office's written instruction to wait (`hold`).

Why it matters. Until the answer comes, nothing has been decided, and sending the draft would go ahead of it. BAFA
can take months.

What to do. Wait for the decision before you send the draft. When it comes, write its day and outcome into the same
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
    from askfirst_checks.answers.values import Answer
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding

CODE = "AF702"
NAME = Text("pending-consultation", "ausstehende-Antwort")
SEITE = """Die Frage ist gestellt, und die Antwort ist noch nicht da.

Was die Regel sieht. Eine festgehaltene Antwort mit dem Ergebnis `pending`, die Einrichtung, Personen oder Land
und diese Arbeit nennt, oder die schriftliche Weisung der Exportkontrollstelle, zu warten (`hold`).

Warum es darauf ankommt. Bis die Antwort kommt, ist nichts entschieden, und wer den Entwurf vorher verschickt,
greift ihr vor. Das BAFA kann Monate brauchen.

Was zu tun ist. Warten Sie die Entscheidung ab, bevor der Entwurf verschickt wird. Kommt sie, tragen Sie Tag und
Ergebnis in dieselbe Datei ein oder halten Sie eine neue Antwort fest.

Stufe: Frage. Arbeitet ohne Netz."""

_READS = Text("asked{day}, not answered yet ({path})", "angefragt{day}, noch nicht beantwortet ({path})")
_HELD = Text(
    "the export-control office wrote on {day} that it is to wait ({reference}, {path})",
    "die Exportkontrollstelle hat am {day} geschrieben, dass gewartet werden soll ({reference}, {path})",
)
_ON = Text(" on {day}", " am {day}")
_QUESTION = Text(
    "Has the answer come? Until then the draft should not be sent.",
    "Ist die Antwort inzwischen da? Bis dahin sollte der Entwurf nicht verschickt werden.",
)


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One finding for each printed text that waits for an answer, however many rules ask about it."""
    said: set[tuple[object, str]] = set()
    for finding, verdict in judged:
        answer = verdict.answer
        if verdict.state != "pending" or not answer or finding.level == "note":
            continue
        if (finding.subject.printed or finding.subject, answer.path) not in said:
            said.add((finding.subject.printed or finding.subject, answer.path))
            yield beside(finding, CODE, NAME, "ask", _reads(answer), _QUESTION, answer, "pending")


def _reads(answer: Answer) -> Text:
    if answer.outcome == "hold":
        return _HELD.fill(day=written(answer.answered), reference=answer.reference, path=answer.path)
    since = _ON.fill(day=written(answer.asked)) if answer.asked else same("")
    return _READS.fill(day=since, path=answer.path)
