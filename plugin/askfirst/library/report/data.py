"""The report as fields of ``askfirst/library/2``: counts, sums, rows by date, the measures once."""

from __future__ import annotations

from typing import Any

from askfirst.library import shape
from askfirst.library.report.rows import Row
from askfirst.library.report.shown import Shown, own


def as_data(report: Shown) -> dict[str, Any]:
    """``counts``, ``sums``, ``rows`` (works with a question, by date) and ``acts`` by measure."""
    counts = report.counts._asdict()
    return {
        "counts": {**counts, "duplicates": report.counts.entries - report.counts.works},
        "sums": [
            {
                "institution": shape.line(own(line, report)),
                "years": {
                    year: {"since": cell.since, "before": cell.before}
                    for year, cell in zip(report.sums.years, line.cells, strict=True)
                    if any(cell)
                },
                "since": line.whole.since,
                "before": line.whole.before,
                "open": line.open,
            }
            for line in report.sums.lines
        ],
        "rows": [_row(row, report) for row in report.rows],
        "acts": {
            measure: {
                "act": report.said(law.ground.act),
                "since": law.since or None,
                "url": law.ground.url if law.ground.url.startswith("https://") else "",
                "code": law.code,
                "questions": [shape.said(question, report.language) for question in law.questions],
            }
            for measure, law in report.laws.items()
        },
    }


def _row(row: Row, report: Shown) -> dict[str, Any]:
    return {
        "date": row.work.date or row.year or None,
        "keys": list(row.keys),
        "doi": shape.line(row.work.doi),
        "title": shape.line(row.work.title),
        "institution": shape.line(report.partner(row)),
        "printed": shape.line(row.finding.printed),
        "code": row.finding.code,
        "state": row.state,
        "acts": [ground.measure for ground in row.grounds],
        "answers": [shape.line(answer) for answer in row.answers],
    }
