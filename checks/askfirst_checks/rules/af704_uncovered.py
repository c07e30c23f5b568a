"""An answer is recorded, and it does not reach this question.

What it sees. An answer that names the same institution, country or person and yet falls short: it names another
institution, other people or another work; it is of a kind that does not reach this question; it is dated after the
work; or it says that the authority asked is not competent.

Why it matters. An answer covers what it names and nothing else. An *Auskunft zur Güterliste* says only whether
goods are listed: it never answers an affiliation. A *Nullbescheid* covers one transaction. No answer of BAFA by
itself reaches the decision that UN Security Council Resolution 2321, paragraph 11, asks of the State.

What to do. Ask for what is missing, and record that answer beside the first.

Level: ask. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.about_answers import beside
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.answers.reach import Judged
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding

CODE = "AF704"
NAME = Text("uncovered", "nicht-abgedeckt")
SEITE = """Eine Antwort ist festgehalten, und sie reicht nicht bis zu dieser Frage.

Was die Regel sieht. Eine Antwort, die dieselbe Einrichtung, dasselbe Land oder dieselbe Person nennt und doch nicht
reicht: Sie nennt eine andere Einrichtung, andere Personen oder eine andere Arbeit; sie ist von einer Art, die bis
zu dieser Frage nicht reicht; sie ist nach der Arbeit datiert; oder sie besagt, dass die angefragte Stelle nicht
zuständig ist.

Warum es darauf ankommt. Eine Antwort deckt ab, was sie nennt, und sonst nichts. Eine Auskunft zur Güterliste sagt
nur, ob Güter gelistet sind: Eine Affiliation beantwortet sie nie. Ein Nullbescheid gilt für einen Vorgang. Keine
Antwort des BAFA reicht für sich allein bis zu der Entscheidung, die Resolution 2321 des UN-Sicherheitsrats, Absatz
11, vom Staat erwartet.

Was zu tun ist. Fragen Sie nach dem, was fehlt, und halten Sie diese Antwort neben der ersten fest.

Stufe: Frage. Arbeitet ohne Netz."""

_READS = Text("the answer {path} does not reach it: {reason}", "die Antwort {path} reicht nicht bis hierher: {reason}")
_QUESTION = Text(
    "Has anyone asked about what this answer leaves open?", "Wurde auch nach dem gefragt, was diese Antwort offenlässt?"
)


def ask(case: Case, judged: Sequence[Judged]) -> Iterator[Finding]:
    """One finding beside each open one that some answer touches and none reaches."""
    from askfirst_checks.policy.wording import naming

    for finding, verdict in judged:
        if verdict.state == "open" and finding.level != "note" and not verdict.lapsed and not verdict.negative:
            for answer, reason in verdict.near[:1]:
                reads = _READS.fill(path=answer.path, reason=naming(case.policy, reason, answer.kind))
                yield beside(finding, CODE, NAME, "ask", reads, _QUESTION, answer)
