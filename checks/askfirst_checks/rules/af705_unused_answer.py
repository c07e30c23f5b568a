"""An answer is recorded for this work, and nothing here needs it any more.

What it sees. An answer that names this work (by its title, its file or the name it was checked under) and touches
no question of it: the institution has left the author list, or its name is now printed differently.

Why it matters. A forgotten answer would cover an institution that comes back later; and a name that is no longer
recognised deserves a look.

What to do. Check whether the author list is right. Keep the file: documents are kept for five years
after they expire (section 6(1) AWV).

Level: note; it never fails a check. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.answers.reach import touches
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case

CODE = "AF705"
NAME = Text("unused-answer", "ungenutzte-Antwort")
SEITE = """Zu dieser Arbeit ist eine Antwort festgehalten, und nichts hier braucht sie noch.

Was die Regel sieht. Eine Antwort, die diese Arbeit nennt (mit Titel, Datei oder dem Namen, unter dem geprüft wurde)
und keine ihrer Fragen berührt: Die Einrichtung steht nicht mehr in der Autorenliste, oder ihr Name ist nun anders
geschrieben.

Warum es darauf ankommt. Eine vergessene Antwort würde eine Einrichtung abdecken, die später wiederkommt; und ein
Name, der nicht mehr erkannt wird, verdient einen Blick.

Was zu tun ist. Prüfen Sie, ob die Autorenliste stimmt. Behalten Sie die Datei: Unterlagen
werden nach ihrem Ablauf fünf Jahre aufbewahrt (§ 6 Absatz 1 AWV).

Stufe: Hinweis; er lässt keine Prüfung scheitern. Arbeitet ohne Netz."""

_READS = Text("this answer matches nothing here any more", "diese Antwort passt hier zu nichts mehr")
_QUESTION = Text("Is the author list as you expect it?", "Ist die Autorenliste so, wie Sie sie erwarten?")


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One note for each answer about this work that touches none of its findings."""
    for answer in case.answers.all:
        used = any(touches(answer, finding.subject) for finding, _ in judged)
        if not used and plain(answer.work) in case.names_of_work:
            span = Span(answer.path, 1, 1, 1, 1)
            yield Finding(CODE, NAME, "note", span, answer.work, _READS, _QUESTION, answer=answer.path)
