"""The report as one HTML page: no script, nothing from outside, legible in black and white and on a narrow screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from askfirst.audit import charts, tally
from askfirst.audit.reporting import HEADS, MEANING, ONLY_NEW, Report, cells, counted
from askfirst.audit.tally import Tally
from askfirst.formats.clean import clean
from askfirst.formats.page import PAGE
from askfirst_checks.days import written
from askfirst_checks.words import Text

ROWS, BYTES = 150, 55_000
"""rows of the page, and how much they may take; the CSV has all"""
_SHORT = ("date", "rule", "state")
_CELL = 160
"""characters of one cell"""
_TITLE = Text("Look-back: {source}", "Rückblick: {source}")
_UNREAD = Text("What was not read", "Was nicht gelesen wurde")
_TIME = Text("Works a year", "Arbeiten je Jahr")
_WHOM = Text("Institutions", "Einrichtungen")
_MEASURES = Text("Measures and years", "Maßnahmen und Jahre")
_LIST = Text("By date", "Nach Datum")
_REST = Text("{n} more: see the CSV", "{n} weitere: siehe CSV")
_FURTHER = Text("{n} further measures: see the table below", "{n} weitere Maßnahmen: siehe die Tabelle unten")
_ONE_FURTHER = Text("1 further measure: see the table below", "1 weitere Maßnahme: siehe die Tabelle unten")
_MOST_SPANS = 10
_NONE = Text("No work had a question at its date.", "Keine Arbeit hatte zu ihrem Datum eine Frage.")
_STYLE = charts.STYLE + ".dated td:not(.short){overflow-wrap:anywhere}"
"""what the frame of the other pages lacks"""


def as_html(report: Report) -> str:
    """The page, in the frame of the others."""
    language = report.wanted.language
    title = _said(_TITLE.fill(source=report.task.source), language)
    not_read, summary = counted(report)
    unread = "".join(f"<li>{_text(each.place)} ({each.why})</li>" for each in report.found.unread[:20])
    parts = [
        f'<h1>{title}</h1><p class="read">{_said(written(report.task.today), language)}</p>',
        f"<section><h2>{_said(_UNREAD, language)}</h2><p>{_said(not_read, language)}</p>",
        f"<ul>{unread}</ul></section>" if unread else "</section>",
        f"<p>{_said(summary if report.rows else _NONE, language)}</p>",
        f"<p>{_said(ONLY_NEW, language)}</p>" if report.wanted.new else "",
        *(_rest(report, language) if report.rows else ()),
    ]
    page = PAGE.format(language=language, title=title, body="".join(parts))
    return page.replace("</style>", f"{_STYLE}</style>", 1)


def _rest(report: Report, language: str) -> Iterator[str]:
    sums = tally.tally(report.rows)
    yield f"<p>{_said(MEANING, language)}</p>"
    yield f"<h2>{_said(_TIME, language)}</h2>{_years(report, sums, language)}"
    yield f"<h2>{_said(_WHOM, language)}</h2>{charts.tiles(tally.matrix(report.rows), language)}"
    yield f"<h2>{_said(_MEASURES, language)}</h2>{_measures(report, sums, language)}"
    yield f"<h2>{_said(_LIST, language)}</h2>{_rows(report, language)}"


def _text(text: str) -> str:
    shown = clean(text)
    return escape(shown if len(shown) <= _CELL else shown[:_CELL] + "…")


def _said(text: Text, language: str) -> str:
    return escape(clean(text.said(language)))


def _years(report: Report, sums: Tally, language: str) -> str:
    """Works a year, against the measures that most of them fall under."""
    works: Counter[str] = Counter()
    acts = {row.ground.measure: row.ground.act.said(language) for row in report.rows}
    for (measure, _), n in sums.by_measure.items():
        works[measure] += n
    shown = works.most_common(_MOST_SPANS)
    spans = sorted({_span(report, measure, acts[measure]) for measure, _ in shown}, key=_begin)
    further = len(works) - len(shown)
    said = (_ONE_FURTHER if further == 1 else _FURTHER).fill(n=further)
    more = f"<p>{_said(said, language)}</p>" if further > 0 else ""
    return charts.timeline(dict(sums.by_year), spans, language) + more


def _span(report: Report, measure: str, act: str) -> charts.Span:
    found = report.policy.measure(measure)
    return charts.Span(act, found.from_day or found.known_from, found.until)


def _begin(span: charts.Span) -> tuple[str, str]:
    return span.begin, span.act


def _measures(report: Report, sums: Tally, language: str) -> str:
    """Works by act and year: measures of one act, as it is printed, are one line."""
    works: dict[str, dict[str, set[str]]] = {}
    for row in report.rows:
        years_of = works.setdefault(_said(row.ground.act, language), {})
        years_of.setdefault(row.work.date[:4], set()).add(row.work.id)
    years = sorted({year for _, year in sums.by_measure if year})[-15:]
    head = "".join(f'<th class="n">{year}</th>' for year in years)
    body = "".join(
        f"<tr><td>{act}</td>"
        + "".join(f'<td class="n">{len(found.get(year, ())) or ""}</td>' for year in years)
        + "</tr>"
        for act, found in sorted(works.items())
    )
    return f'<div class="grid"><table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _rows(report: Report, language: str) -> str:
    shown = [cells(report, row) for row in report.rows[:ROWS]]
    heads = [key for key in HEADS if key not in ("work", "since") and any(row.get(key) for row in shown)]
    head = "".join(f"<th>{_said(HEADS[key], language)}</th>" for key in heads)
    body = []
    left = BYTES
    for row in shown:
        row_of = (
            f'<td class="short">{_text(row[key])}</td>' if key in _SHORT else f"<td>{_text(row[key])}</td>"
            for key in heads
        )
        line = "<tr>" + "".join(row_of) + "</tr>"
        left -= len(line.encode())
        if left < 0:
            break
        body.append(line)
    more = len(report.rows) - len(body)
    rest = f"<p>{_said(_REST.fill(n=more), language)}</p>" if more > 0 else ""
    return f'<table class="dated"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>{rest}'
