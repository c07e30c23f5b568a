"""The lists and measures that this check used are getting old.

What it sees. The date on which the lists inside the package were last read against their sources, and the date of
the work.

Why it matters. Lists change every few weeks. A question that a newer list would ask is not asked by an old one.

What to do. Install the newest release; the lists come with it. A check itself never goes online.

Level: note, from 30 days on; from 90 days on it says that the lists are out of date. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.days import FRESH_DAYS, STALE_DAYS, days_between, written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Span
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case

CODE = "AF902"
NAME = Text("stale-lists", "veraltete-Listen")
SEITE = """Die Listen und Maßnahmen, die diese Prüfung benutzt hat, werden alt.

Was die Regel sieht. Das Datum, an dem die Listen im Paket zuletzt mit ihren Quellen verglichen wurden, und das
Datum der Arbeit.

Warum es darauf ankommt. Listen ändern sich alle paar Wochen. Eine Frage, die eine neuere Liste stellen würde,
stellt eine alte nicht.

Was zu tun ist. Installieren Sie die neueste Version; die Listen kommen mit ihr. Eine Prüfung selbst geht nie ins
Netz.

Stufe: Hinweis, ab 30 Tagen; ab 90 Tagen sagt er, dass die Listen veraltet sind. Arbeitet ohne Netz."""

_READS = Text("lists of {day}: {days} days old on {today}", "Listen vom {day}: am {today} {days} Tage alt")
_AGING = Text("Is there a newer release with newer lists?", "Gibt es eine neuere Version mit neueren Listen?")
_STALE = Text(
    "These lists are out of date: can you install a newer release before the draft travels?",
    "Diese Listen sind veraltet: Können Sie eine neuere Version installieren, bevor der Entwurf verschickt wird?",
)


def ask(case: Case) -> Iterator[Finding]:
    """At most one note, at the head of the document."""
    day = case.policy.lists_of
    age = days_between(day, case.today)
    if age >= FRESH_DAYS:
        span = case.manuscript.author_block or Span(case.manuscript.root, 1, 1, 1, 1)
        reads = _READS.fill(day=written(day), days=age, today=written(case.today))
        yield Finding(CODE, NAME, "note", span, day, reads, _STALE if age > STALE_DAYS else _AGING)
