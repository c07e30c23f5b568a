"""What every format of the report shows, in words that all of them share."""

from __future__ import annotations

from typing import NamedTuple

from askfirst.audit.tally import partner_of
from askfirst.formats.phrases import WHOM, number, oldest_list
from askfirst.library.report.laws import Law, laws
from askfirst.library.report.rows import BEFORE, Collected, Counts, Row
from askfirst.library.report.sums import Line, Sums, sums
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text

STATES = {
    "open": Text("open", "offen"),
    "waiting": Text("asked, waiting", "angefragt, wartet"),
    "answered": Text("answered", "beantwortet"),
}
TITLE = Text("Works with a question: {library}", "Arbeiten mit einer Frage: {library}")
RUNNING = Text("Zotero", "Zotero")
SUMS = Text("Institutions and years", "Einrichtungen und Jahre")
BY_DATE = Text("By date", "Nach Datum")
LAW = Text("What the letters stand for", "Wofür die Buchstaben stehen")
HEADS = {
    "day": Text("earliest", "frühestens"),
    "date": Text("earliest date", "frühestes Datum"),
    "state": Text("state", "Stand"),
    "letters": Text("act", "Akt"),
    "partner": Text("institution", "Einrichtung"),
    "title": Text("work", "Arbeit"),
    "key": Text("key", "Schlüssel"),
    "doi": Text("DOI", "DOI"),
    "printed": Text("printed affiliation", "gedruckte Affiliation"),
    "rule": Text("rule", "Regel"),
    "act": Text("act", "Rechtsakt"),
    "since": Text("since", "seit"),
    "answer": Text("answer", "Antwort"),
    "authors": Text("authors", "Autorinnen und Autoren"),
}
SINCE_HEAD = Text("since", "seither")
BEFORE_HEAD = Text("before", "vorher")
OPEN_HEAD = Text("open", "offen")
UNTIL = Text("until {year}", "bis {year}")
UNDATED = Text("no year", "ohne Jahr")
OTHERS = Text("{n} more institutions: --format csv", "{n} weitere Einrichtungen: --format csv")
IN_BRACKETS = Text(
    "A number counts works that had a question at their date; works older than the measure stand in brackets.",
    "Eine Zahl zählt Arbeiten, zu denen es an ihrem Datum eine Frage gab; in Klammern stehen Arbeiten, die älter als "
    "die Maßnahme sind.",
)
MEANING = Text(
    "Each row is a question that somebody could have asked at the time, no statement about anyone. No person was "
    "looked for.",
    "Jede Zeile ist eine Frage, die damals jemand hätte stellen können, keine Aussage über jemanden. Nach Personen "
    "wurde nicht gesucht.",
)
MEANING_OF_OURS = Text(
    "Each row is an earlier work by somebody in your manuscript or list, and a question about it; no statement about "
    "anyone.",
    "Jede Zeile ist eine frühere Arbeit von jemandem aus Ihrem Manuskript oder Ihrer Liste und eine Frage dazu, keine "
    "Aussage über jemanden.",
)
NOTHING = Text("No work had a question at its date.", "Keine Arbeit hatte zu ihrem Datum eine Frage.")
MORE = Text("... and {n} more rows: --format csv", "... und {n} weitere Zeilen: --format csv")
SINCE = Text("since {day}", "seit {day}")
SINCE_EACH = Text("since a day that differs by institution", "seit einem Tag, der von der Einrichtung abhängt")
SOURCE = Text("source: {url}", "Quelle: {url}")
UNTITLED = Text("untitled", "ohne Titel")
_WORKS = (Text("1 work", "1 Arbeit"), Text("{n} works", "{n} Arbeiten"))
_TWICE = (
    Text(" ({n} entry more is a duplicate)", " ({n} Eintrag mehr ist ein Duplikat)"),
    Text(" ({n} entries more are duplicates)", " ({n} Einträge mehr sind Duplikate)"),
)
_ASKED = Text("{n} had a question at their date", "bei {n} gab es an ihrem Datum eine Frage")
_ASKED_ONE = Text("1 had a question at its date", "bei 1 gab es an ihrem Datum eine Frage")
_OLDER = (
    Text("1 is older than the measure that would ask", "1 ist älter als die Maßnahme, die fragen würde"),
    Text("{n} are older than the measure that would ask", "{n} sind älter als die Maßnahme, die fragen würde"),
)
_SILENT = Text("{n} give affiliations and ask nothing", "{n} nennen Affiliationen und werfen keine Frage auf")
_SILENT_ONE = Text("1 gives affiliations and asks nothing", "1 nennt Affiliationen und wirft keine Frage auf")
_UNKNOWN = (
    Text(
        "of 1 no affiliation is known, and its silence means nothing",
        "bei 1 ist keine Affiliation bekannt, und ihr Schweigen besagt nichts",
    ),
    Text(
        "of {n} no affiliation is known, and their silence means nothing",
        "bei {n} ist keine Affiliation bekannt, und ihr Schweigen besagt nichts",
    ),
)


class Shown(NamedTuple):
    """A report."""

    library: str
    counts: Counts
    rows: tuple[Row, ...]
    """works with a question, by date"""
    every: tuple[Row, ...]
    """those and the works that are older than the measure"""
    sums: Sums
    laws: dict[str, Law]
    policy: Policy
    today: str
    language: str
    names: bool = False
    """whether authors are named"""
    notes: tuple[Text, ...] = ()
    """what else is to be said of what was read"""
    contact: tuple[Text, ...] = ()
    """whom to ask about what is open"""
    is_local: bool = True
    """whether nothing was fetched from zotero.org"""
    is_of_ours: bool = False
    """whether the works were chosen by the names of a manuscript or list"""

    def said(self, text: Text) -> str:
        """*text* in the language of the report."""
        return text.said(self.language)

    def partner(self, row: Row) -> str:
        """What the institution of *row* is called."""
        return partner_of(row.finding, self.policy, self.language)

    def meaning(self) -> str:
        """What a row is, and what it is not."""
        return self.said(MEANING_OF_OURS if self.is_of_ours else MEANING)

    def closing(self) -> list[str]:
        """Whom to ask, and how old the oldest list is."""
        contact = "; ".join(self.said(line) for line in self.contact)
        oldest = next(iter(self.policy.dates), None)
        lines = [self.said(WHOM.fill(contact=contact))] if contact else []
        return [*lines, *([self.said(oldest_list(oldest, self.today))] if oldest else [])]

    def title(self) -> str:
        """The heading."""
        return self.said(TITLE.fill(library=self.library))

    def year(self, year: str) -> str:
        """The head of a column of the sums."""
        if not year:
            return self.said(UNDATED)
        return self.said(UNTIL.fill(year=year[3:])) if year.startswith("<=") else year


def shown(collected: Collected, policy: Policy, library: str, today: str, language: str, names: bool = False) -> Shown:
    """The report on what was *collected*."""
    rows = collected.rows()
    asked = tuple(row for row in rows if row.state != BEFORE)
    made = Shown(
        library, collected.counts(), asked, tuple(rows), sums(rows), laws(asked), policy, today, language, names
    )
    return made._replace(contact=tuple(collected.contact))


def counted(counts: Counts) -> Text:
    """How many works were read, and how many of them had a question, are older, ask nothing, or are not known."""
    twice = counts.entries - counts.works
    parts = [
        _ASKED_ONE if counts.asked == 1 else _ASKED.fill(n=counts.asked),
        number(counts.before, _OLDER) if counts.before else None,
        _SILENT_ONE if counts.silent == 1 else _SILENT.fill(n=counts.silent) if counts.silent else None,
        number(counts.unknown, _UNKNOWN) if counts.unknown else None,
    ]
    kept = [part for part in parts if part is not None]
    head = number(counts.works, _WORKS)
    more = (_TWICE[0] if twice == 1 else _TWICE[1]).fill(n=twice) if twice else Text("", "")
    return Text(
        f"{head.en}{more.en}: {'; '.join(part.en for part in kept)}.",
        f"{head.de}{more.de}: {'; '.join(part.de for part in kept)}.",
    )


def own(line: Line, report: Shown) -> str:
    """What the institution of a line of the sums is called."""
    return report.partner(line.row)
