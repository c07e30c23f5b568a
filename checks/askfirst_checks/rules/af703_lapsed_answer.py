"""The time for which an answer was given has ended, or ends within 30 days.

What it sees. An answer that names the institution, people or country and this work, whose last day lies before the
date of the work. An answer without `valid_until` holds for a year from the day it was answered. In the last 30 days
before its end the same is said as a note, so that no deadline passes unnoticed.

Why it matters. A *Nullbescheid* or a licence is given for a time, an *Auskunft zur Güterliste* for a year; rules
and lists move on meanwhile.

What to do. Ask again, and record the new answer. The old file stays: documents are kept for five years after they
expire (section 6(1) AWV).

Level: ask when it has ended, note in the 30 days before. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.days import days_between, written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.about_answers import beside
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding

CODE = "AF703"
NAME = Text("lapsed-answer", "abgelaufene-Antwort")
SEITE = """Die Zeit, für die eine Antwort gegeben wurde, ist zu Ende oder endet innerhalb von 30 Tagen.

Was die Regel sieht. Eine Antwort, die Einrichtung, Personen oder Land und diese Arbeit nennt und deren letzter Tag
vor dem Datum der Arbeit liegt. Eine Antwort ohne `valid_until` gilt ein Jahr ab dem Tag der Antwort. In den letzten
30 Tagen davor wird dasselbe als Hinweis gesagt, damit keine Frist unbemerkt abläuft.

Warum es darauf ankommt. Ein Nullbescheid oder eine Genehmigung gilt auf Zeit, eine Auskunft zur Güterliste ein
Jahr; Regeln und Listen ändern sich inzwischen.

Was zu tun ist. Fragen Sie erneut, und halten Sie die neue Antwort fest. Die alte Datei bleibt: Unterlagen werden
nach ihrem Ablauf fünf Jahre aufbewahrt (§ 6 Absatz 1 AWV).

Stufe: Frage nach dem Ende, Hinweis in den 30 Tagen davor. Arbeitet ohne Netz."""

ANNOUNCED_DAYS = 30
"""Days before its end from which an answer's end is announced"""

_ENDED = Text("the answer {path} ended on {day}", "die Antwort {path} galt bis {day}")
_ENDS = Text("the answer {path} ends on {day}", "die Antwort {path} gilt noch bis {day}")
_AGAIN = Text(
    "Has anyone asked again since this answer ended?",
    "Wurde erneut gefragt, seit diese Antwort abgelaufen ist?",
)
_SOON = Text(
    "Will the draft still be sent after that day? Then ask again before it.",
    "Wird der Entwurf auch nach diesem Tag noch verschickt? Dann fragen Sie vorher erneut.",
)


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One finding beside each whose answer has ended, and one note for each answer that is about to."""
    announced: set[str] = set()
    for finding, verdict in judged:
        if verdict.state == "open" and verdict.lapsed and finding.level != "note":
            last = max(verdict.lapsed, key=lambda answer: answer.ends)
            reads = _ENDED.fill(path=last.path, day=written(last.ends))
            yield beside(finding, CODE, NAME, "ask", reads, _AGAIN, last)
        answer = verdict.answer
        if verdict.state == "answered" and answer and answer.path not in announced:
            announced.add(answer.path)
            if days_between(case.today, answer.ends) <= ANNOUNCED_DAYS:
                reads = _ENDS.fill(path=answer.path, day=written(answer.ends))
                note = beside(finding, CODE, NAME, "note", reads, _SOON, answer)
                yield note._replace(subject=note.subject._replace(printed=""))
