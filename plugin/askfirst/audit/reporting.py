"""A report of a look-back, as text, CSV or JSON; `page` has the HTML. First what was not read, then rows by date."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, NamedTuple

from askfirst.audit import tally
from askfirst.audit.running import Found, Task
from askfirst.audit.tally import Row
from askfirst.formats.clean import clean
from askfirst.formats.csv_cell import cell
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text

SCHEMA = "askfirst/audit/1"
SHOWN = 200
"""rows of the text; all are in csv and json"""
HEADS = {
    "date": Text("date", "Datum"),
    "work": Text("work", "Arbeit"),
    "title": Text("title", "Titel"),
    "partner": Text("institution", "Einrichtung"),
    "own": Text("our own institution", "eigene Einrichtung"),
    "printed": Text("printed affiliation", "gedruckte Affiliation"),
    "rule": Text("rule", "Regel"),
    "act": Text("act", "Rechtsakt"),
    "since": Text("since", "seit"),
    "state": Text("state", "Stand"),
    "answer": Text("answer", "Antwort"),
    "authors": Text("authors", "Autorinnen und Autoren"),
}
STATES = {
    "open": Text("open", "offen"),
    "pending": Text("asked, waiting", "angefragt, offen"),
    "answered": Text("answered", "beantwortet"),
}
NOT_READ = Text(
    "Not read: {without} of {works} works print no affiliation, {undated} have no date (judged as of {today}), "
    "{unread} records could not be read.",
    "Nicht gelesen: {without} von {works} Arbeiten nennen keine Affiliation, {undated} haben kein Datum (beurteilt zum "
    "{today}), {unread} Datensätze waren nicht lesbar.",
)
SUMMARY = Text(
    "Works with a question at their date: {found}; rows: {rows}; oldest list: {list}, {day}.",
    "Arbeiten mit einer Frage zu ihrem Datum: {found}; Zeilen: {rows}; älteste Liste: {list}, {day}.",
)
MEANING = Text(
    "A row is a question that somebody could have asked at the time, no statement about anyone. An institution stands "
    "under the name that a list gives it, where one does, with the printed words beside it; no person was looked for.",
    "Eine Zeile ist eine Frage, die damals jemand hätte stellen können, keine Aussage über jemanden. Eine Einrichtung "
    "steht unter dem Namen, den ihr eine Liste gibt, wenn sie auf einer steht, daneben die gedruckten Wörter; nach "
    "Personen wurde nicht gesucht.",
)
ONLY_NEW = Text(
    "Only what earlier reports on this source did not show.",
    "Nur, was frühere Berichte zu dieser Quelle nicht zeigten.",
)
_MORE = Text("... and {n} more rows: --format csv", "... und {n} weitere Zeilen: --format csv")


class Wanted(NamedTuple):
    """How the report is wanted."""

    language: str = "en"
    ours: str = ""
    names: bool = False
    new: bool = False
    notes: bool = False
    answers: str = ""


class Report(NamedTuple):
    """All that a format shows."""

    rows: tuple[Row, ...]
    states: dict[tuple[str, str, str], tuple[str, str]]
    """state and answer file of a row, by work, measure and printed words"""
    found: Found
    task: Task
    wanted: Wanted
    policy: Policy

    def state(self, row: Row) -> tuple[str, str]:
        """``open``, ``pending`` or ``answered``, and the answer's file."""
        return self.states.get(row_key(row), ("open", ""))


def row_key(row: Row) -> tuple[str, str, str]:
    """What the state of a row is kept by."""
    return row.work.id, row.ground.measure, row.finding.subject.printed


def counted(report: Report) -> tuple[Text, Text]:
    """What was not read, and what was found, in a sentence each."""
    counts = report.found.counts
    oldest = next(iter(report.policy.dates), None)
    not_read = NOT_READ.fill(
        without=counts.without_affiliation,
        works=counts.works,
        undated=counts.without_date,
        today=report.task.today,
        unread=counts.unread,
    )
    works = len({row.work.id for row in report.rows})
    summary = SUMMARY.fill(
        found=works,
        rows=len(report.rows),
        list=oldest.name if oldest else Text("none", "keine"),
        day=oldest.as_of if oldest else "",
    )
    return not_read, summary


def as_text(report: Report) -> str:
    """For a terminal: sentences, sums, and the rows by date."""
    language = report.wanted.language
    lines = [each.said(language) for each in (*counted(report), *((ONLY_NEW,) if report.wanted.new else ()))]
    sums = tally.tally(report.rows)
    years = ", ".join(f"{year or '?'}: {n}" for year, n in sorted(sums.by_year.items()))
    lines += [years, ""] if years else []
    lines += [f"{n:>5}  {clean(name)}" for name, n in sums.partners.most_common(tally.MOST)]
    lines += [""] if report.rows else []
    for row in report.rows[:SHOWN]:
        state = STATES[report.state(row)[0]].said(language)
        act = row.ground.act.said(language)
        head = f"{row.work.date or '?':<10}  {row.finding.code}  {row.finding.printed}"
        lines.append(clean(f"{head} ({act}; {state}): {row.work.title}"))
    if len(report.rows) > SHOWN:
        lines.append(_MORE.fill(n=len(report.rows) - SHOWN).said(language))
    return "\n".join([*lines, *([MEANING.said(language)] if report.rows else [])]) + "\n"


def cells(report: Report, row: Row) -> dict[str, str]:
    """One row, by the keys of `HEADS`."""
    language = report.wanted.language
    state, answer = report.state(row)
    found = {
        "date": row.work.date,
        "work": row.work.id,
        "title": row.work.title,
        "partner": row.partner,
        "own": row.own,
        "printed": row.finding.printed,
        "rule": row.finding.code,
        "act": row.ground.act.said(language),
        "since": row.ground.since,
        "state": STATES[state].said(language),
        "answer": answer,
    }
    if report.wanted.names:
        found["authors"] = "; ".join(row.work.authors)
    return found


def as_csv(report: Report) -> str:
    """Every row; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    heads = [key for key in HEADS if key != "authors" or report.wanted.names]
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([HEADS[key].said(report.wanted.language) for key in heads])
    for row in report.rows:
        shown = cells(report, row)
        table.writerow([cell(shown[key]) for key in heads])
    return out.getvalue()


def as_json(report: Report) -> str:
    """``askfirst/audit/1``: works with their findings, one a measure, and what was not read."""
    works: dict[str, dict[str, Any]] = {}
    for row in report.rows:
        work = works.setdefault(row.work.id, _work(report, row))
        state, answer = report.state(row)
        work["findings"].append(
            {
                "code": row.finding.code,
                "measure": row.ground.measure,
                "printed": row.finding.printed,
                "level": row.finding.level,
                "institutions": list(row.finding.subject.institutions),
                "countries": list(row.finding.subject.countries),
                "since": row.ground.since or None,
                "state": state,
                "answer": answer or None,
            }
        )
    counts = report.found.counts
    whole = {
        "schema": SCHEMA,
        "source": report.task.source,
        "date": report.task.today,
        "read": {"works": counts.works, "strings": counts.strings, "files": len(report.found.files)},
        "not_read": {
            "without_affiliation": counts.without_affiliation,
            "without_date": counts.without_date,
            "records": counts.unread,
            "places": [{"place": each.place, "why": each.why} for each in report.found.unread],
        },
        "works": list(works.values()),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _work(report: Report, row: Row) -> dict[str, Any]:
    work = row.work
    found: dict[str, Any] = {"id": work.id, "date": work.date or None, "title": work.title, "doi": work.doi or None}
    if row.own:
        found["own"] = row.own
    if report.wanted.names:
        found["authors"] = list(work.authors)
    return {**found, "findings": []}
