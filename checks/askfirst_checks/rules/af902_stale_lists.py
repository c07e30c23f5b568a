"""Lists with legal effect that this check used are getting old, each by its own date.

What it sees. The date of each list of institutions that has legal effect in the EU (the date of the list itself or of
the version that was read, not the day on which it was read), and the date of the work. Assessment lists of other
States and of research institutes are not counted: they have no legal effect in the EU.

Why it matters. Lists change every few weeks. A question that a newer list would ask is not asked by an old one.

What to do. Install the newest release; the lists come with it. `askfirst lists update` fetches a newer UN list, once
you say yes. `askfirst lists` shows every list with its date. A list that its publisher has not changed keeps its date:
then the note only says how old it is. A check never goes online.

Level: note, once a list is 30 days old; from 90 days on it asks whether they are out of date, and the closing line of
a check gives the age of the oldest. One note a run, however many documents. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.days import FRESH_DAYS, STALE_DAYS, days_between, written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Span
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.model import ListDate

CODE = "AF902"
NAME = Text("stale-lists", "veraltete-Listen")
SEITE = """Listen mit Rechtswirkung, die diese Prüfung benutzt hat, werden alt, jede nach ihrem eigenen Stand.

Was die Regel sieht. Den Stand jeder Liste von Einrichtungen, die in der EU Rechtswirkung hat (den der Liste selbst
oder der gelesenen Fassung, nicht den Tag, an dem sie gelesen wurde), und das Datum der Arbeit. Bewertungslisten
anderer Staaten und von Forschungsinstituten zählen nicht mit: Sie haben in der EU keine Rechtswirkung.

Warum es darauf ankommt. Listen ändern sich alle paar Wochen. Eine Frage, die eine neuere Liste stellen würde,
stellt eine alte nicht.

Was zu tun ist. Installieren Sie die neueste Version; die Listen kommen mit ihr. Eine neuere UN-Liste lädt
`askfirst lists update`, sobald Sie zustimmen. `askfirst lists` zeigt jede Liste mit ihrem Stand. Eine Liste, an der
ihr Herausgeber nichts geändert hat, behält ihren Stand: Dann sagt der Hinweis nur, wie alt sie ist.
Eine Prüfung geht nie ins Netz.

Stufe: Hinweis, sobald eine Liste 30 Tage alt ist; ab 90 Tagen fragt er, ob sie veraltet sind, und die
Schlusszeile einer Prüfung nennt das Alter der ältesten. Ein Hinweis je Lauf, auch bei vielen Dokumenten.
Arbeitet ohne Netz."""

SHOWN = 3
"""Lists that the note names one by one, oldest first"""

_IS_OLD = Text("{name} is {days} days old here (as of {day})", "{name} ist hier {days} Tage alt (Stand {day})")
_MORE = (
    Text("1 more legal list is 30 days old or older", "1 weitere Liste mit Rechtswirkung ist 30 Tage alt oder älter"),
    Text(
        "{n} more legal lists are 30 days old or older",
        "{n} weitere Listen mit Rechtswirkung sind 30 Tage alt oder älter",
    ),
)
_AGING = Text("Is there a newer release with newer lists?", "Gibt es eine neuere Version mit neueren Listen?")
_STALE = Text(
    "Can you install a newer release before you send the draft? These lists may be out of date.",
    "Können Sie eine neuere Version installieren, bevor Sie den Entwurf verschicken? Diese Listen sind vielleicht "
    "veraltet.",
)


def ask(case: Case) -> Iterator[Finding]:
    """At most one note, at the head of a document in which there is something to ask about."""
    aged = [each for each in case.policy.dates if days_between(each.as_of, case.today) >= FRESH_DAYS]
    if not aged or not (case.manuscript.has_author_block or case.manuscript.form == "bibtex"):
        return
    span = case.manuscript.author_block or Span(case.manuscript.root, 1, 1, 1, 1)
    is_stale = days_between(aged[0].as_of, case.today) >= STALE_DAYS
    yield Finding(CODE, NAME, "note", span, "", _reads(aged, case.today), _STALE if is_stale else _AGING)


def _reads(aged: list[ListDate], today: str) -> Text:
    """The oldest lists by name, and how many more there are."""
    parts = [
        _IS_OLD.fill(name=each.name, days=days_between(each.as_of, today), day=written(each.as_of))
        for each in aged[:SHOWN]
    ]
    more = len(aged) - SHOWN
    if more > 0:
        parts.append(_MORE[0] if more == 1 else _MORE[1].fill(n=more))
    return Text("; ".join(part.en for part in parts), "; ".join(part.de for part in parts))
