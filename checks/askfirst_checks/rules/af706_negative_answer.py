"""An answer says that a licence is needed, or that it was refused, and the work goes on.

What it sees. An answer with the outcome `licence-needed` or `refused` that names the institution, people or country
and this work, with no later answer that says otherwise.

Why it matters. The question was put and answered. Sending the draft now would go against that answer.

What to do. Do not send the draft before a licence is there, and record the licence (kind `bafa-licence`, outcome
`licence-granted`). Where the part in question has left the draft, ask again about what remains.

Level: stop. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.days import written
from askfirst_checks.kinds import OUTCOMES
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.about_answers import beside
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding

CODE = "AF706"
NAME = Text("negative-answer", "ablehnende-Antwort")
SEITE = """Eine Antwort sagt, dass eine Genehmigung erforderlich ist oder abgelehnt wurde, und die Arbeit geht
weiter.

Was die Regel sieht. Eine Antwort mit dem Ergebnis `licence-needed` oder `refused`, die Einrichtung, Personen oder
Land und diese Arbeit nennt, ohne spätere Antwort, die anderes sagt.

Warum es darauf ankommt. Die Frage wurde gestellt und beantwortet. Den Entwurf jetzt zu verschicken ginge gegen
diese Antwort.

Was zu tun ist. Verschicken Sie den Entwurf nicht, bevor eine Genehmigung da ist, und halten Sie sie fest (Art
`bafa-licence`, Ergebnis `licence-granted`). Steht der betroffene Teil nicht mehr im Entwurf, fragen Sie erneut nach
dem, was bleibt.

Stufe: Stopp. Arbeitet ohne Netz."""

_READS = Text("the answer {path} of {day} says: {outcome}", "die Antwort {path} vom {day} sagt: {outcome}")
_QUESTION = Text(
    "Is there a later decision? Until then the draft should not be sent.",
    "Gibt es eine spätere Entscheidung? Bis dahin sollte der Entwurf nicht verschickt werden.",
)


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One finding beside each that a negative answer reaches."""
    for finding, verdict in judged:
        if verdict.negative and finding.level != "note":
            last = max(verdict.negative, key=lambda answer: answer.answered)
            reads = _READS.fill(path=last.path, day=written(last.answered), outcome=OUTCOMES[last.outcome])
            yield beside(finding, CODE, NAME, "stop", reads, _QUESTION, last)
