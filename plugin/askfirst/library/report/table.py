"""The report as CSV: every row, one institution on one work; no cell is a formula."""

from __future__ import annotations

import csv
import io

from askfirst.formats.csv_cell import cell
from askfirst.library.report.rows import Row
from askfirst.library.report.shown import HEADS, STATES, Shown


def as_csv(report: Shown) -> str:
    """The rows by date, with a head."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    keys = [key for key in HEADS if key not in ("day", "letters") and (key != "authors" or report.names)]
    table.writerow([report.said(HEADS[key]) for key in keys])
    for row in report.rows:
        cells = _cells(row, report)
        table.writerow([cell(cells[key]) for key in keys])
    return out.getvalue()


def _cells(row: Row, report: Shown) -> dict[str, str]:
    return {
        "date": row.work.date or row.year,
        "state": report.said(STATES[row.state]),
        "partner": report.partner(row),
        "title": row.work.title,
        "key": " ".join(row.keys),
        "doi": row.work.doi,
        "printed": row.finding.printed,
        "rule": row.finding.code,
        "act": " | ".join(report.said(ground.act) for ground in row.grounds),
        "since": " | ".join(ground.since for ground in row.grounds),
        "answer": " ".join(row.answers),
        "authors": "; ".join(row.work.authors),
    }
