"""Questions are open and nothing is recorded: has anybody been asked?

What it sees. Open stop or ask findings of the manuscript for which no answer is recorded, not even a pending one.

Why it matters. In Germany the impetus comes from the scientist: the Federal Office for Economic Affairs and Export
Control (BAFA) does not come by itself, and a question put before you send the draft is worth more than one put after
it.

What to do. Ask your export-control office, or BAFA through it, and record that you asked (outcome `pending`).

It is the same questions seen from the whole work. So it stands once, at the author block, under the strongest of
them, and no question is counted twice; it falls quiet with the last of them.

Level: that of the strongest open question. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding
from askfirst_checks.rules.lists import RANK
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case

CODE = "AF701"
NAME = Text("no-consultation", "nicht-angefragt")
SEITE = """Fragen sind offen, und nichts ist festgehalten: Wurde jemand gefragt?

Was die Regel sieht. Offene Stopps oder Fragen des Manuskripts, zu denen keine Antwort festgehalten ist, auch keine
ausstehende.

Warum es darauf ankommt. In Deutschland muss der Anstoß aus der Wissenschaft kommen: Das Bundesamt für Wirtschaft
und Ausfuhrkontrolle (BAFA) kommt nicht von selbst, und eine Frage vor dem Verschicken ist mehr wert als eine
danach.

Was zu tun ist. Fragen Sie Ihre Exportkontrollstelle oder über sie das BAFA, und halten Sie fest, dass Sie gefragt
haben (Ergebnis `pending`).

Es sind dieselben Fragen, bezogen auf das ganze Manuskript. Daher steht die Regel einmal, am Autorenblock, unter der
stärksten von ihnen, und keine Frage wird doppelt gezählt; ist die letzte beantwortet, verstummt auch sie.

Stufe: die der stärksten offenen Frage. Arbeitet ohne Netz."""

_READS = Text("no answer is recorded", "keine Antwort ist festgehalten")


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """At most one finding, at the author block; it joins the strongest of the questions that nobody has asked."""
    unasked = [each.finding for each in judged if _unasked(each)]
    if unasked:
        first = min(unasked, key=lambda finding: (RANK[finding.level], finding.span.file, finding.span.line))
        span = case.manuscript.author_block or first.span
        question = case.policy.profile.consultation
        yield Finding(CODE, NAME, first.level, span, case.manuscript.title, _READS, question, first.subject)


def _unasked(each: Judged) -> bool:
    finding, verdict = each
    if finding.level == "note" or finding.state != "open" or finding.code[2] == "9":
        return False
    return not (verdict.lapsed or verdict.negative or verdict.near)
