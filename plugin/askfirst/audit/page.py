"""The report as one HTML page: no script, nothing from outside, legible in black and white and on a narrow screen."""

from __future__ import annotations

from html import escape

from askfirst.audit import tally
from askfirst.audit.reporting import HEADS, MEANING, Report, cells, counted
from askfirst.audit.tally import Tally
from askfirst.formats.clean import clean
from askfirst_checks.words import Text

ROWS = 150
"""rows of the page; the CSV has all"""
_SHORT = ("date", "rule", "state")
_CELL = 160
"""characters of one cell"""
_TITLE = Text("Look-back: {source}", "Rückblick: {source}")
_UNREAD = Text("What was not read", "Was nicht gelesen wurde")
_TIME = Text("Works a year", "Arbeiten je Jahr")
_WHOM = Text("Institutions", "Einrichtungen")
_MEASURES = Text("Measures and years", "Maßnahmen und Jahre")
_LIST = Text("By date", "Nach Datum")
_ALT = Text(
    "Bars: works with a question at their date, a year each: {years}.",
    "Balken: Arbeiten mit einer Frage zu ihrem Datum, je Jahr: {years}.",
)
_REST = Text("{n} more: see the CSV", "{n} weitere: siehe CSV")
_OTHERS = Text("others", "übrige")
_ALL = Text("all", "alle")
_NONE = Text("No work had a question at its date.", "Keine Arbeit hatte zu ihrem Datum eine Frage.")
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:.85rem}"
    "th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #bbb;overflow-wrap:anywhere}"
    "td.n,th.n{text-align:right}"
    "td.n,th.n,td.k,th{white-space:nowrap;overflow-wrap:normal}.scroll{overflow-x:auto}"
    ".scroll td:first-child{min-width:14rem;overflow-wrap:normal}.box{border:2px solid #111;padding:.5rem 1rem}"
    "svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#111}rect{fill:#345;stroke:#111}"
    "@media(max-width:30rem){table.rows thead{display:none}table.rows td{display:block;border:0;padding:.1rem 0}"
    "table.rows tr{display:block;border-bottom:1px solid #111;padding:.5rem 0}}"
    "@media print{body{max-width:none;margin:0}.scroll{overflow:visible}}"
)


def as_html(report: Report) -> str:
    """The page."""
    language = report.wanted.language
    title = _said(_TITLE.fill(source=report.task.source), language)
    not_read, summary = counted(report)
    sums = tally.tally(report.rows)
    unread = "".join(f"<li>{_text(each.place)} ({each.why})</li>" for each in report.found.unread[:20])
    parts = [
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><p>{report.task.today}</p>",
        f'<section class="box"><h2>{_said(_UNREAD, language)}</h2><p>{_said(not_read, language)}</p>',
        f"<ul>{unread}</ul></section>" if unread else "</section>",
        f"<p>{_said(summary if report.rows else _NONE, language)}</p>",
    ]
    if report.rows:
        parts += [
            f"<p>{_said(MEANING, language)}</p>",
            f"<h2>{_said(_TIME, language)}</h2>{_years(sums, language)}",
            f"<h2>{_said(_WHOM, language)}</h2>{_whom(report, sums, language)}",
            f"<h2>{_said(_MEASURES, language)}</h2>{_measures(report, sums, language)}",
            f"<h2>{_said(_LIST, language)}</h2>{_rows(report, language)}",
        ]
    return "".join([*parts, "</body></html>\n"])


def _text(text: str) -> str:
    shown = clean(text)
    return escape(shown if len(shown) <= _CELL else shown[:_CELL] + "…")


def _said(text: Text, language: str) -> str:
    return escape(clean(text.said(language)))


def _years(sums: Tally, language: str) -> str:
    """One bar a year, its number above it."""
    known = sorted(year for year in sums.by_year if year)
    if not known:
        return ""
    years = [str(year) for year in range(int(known[0]), int(known[-1]) + 1)][-80:]
    most = max(sums.by_year.values())
    step = max(18, 640 // len(years))
    bars = []
    for number, year in enumerate(years):
        n = sums.by_year[year]
        height, left = round(120 * n / most), 20 + number * step
        bars.append(
            f'<rect x="{left}" y="{140 - height}" width="{step - 6}" height="{height}">'
            f"<title>{year}: {n}</title></rect>"
            + (f'<text x="{left}" y="{134 - height}">{n}</text>' if n else "")
            + (f'<text x="{left}" y="156">{year[2:] if step < 30 else year}</text>')
        )
    alternative = _said(_ALT.fill(years=", ".join(f"{year}: {sums.by_year[year]}" for year in known)), language)
    width = 40 + len(years) * step
    return f'<svg viewBox="0 0 {width} 165" role="img" aria-label="{alternative}">{"".join(bars)}</svg>'


def _whom(report: Report, sums: Tally, language: str) -> str:
    """Our own institutions across, partners down, at most twelve each and the rest summed."""
    partners = [name for name, _ in sums.partners.most_common(tally.MOST)]
    own = sorted({row.own for row in report.rows if row.own})[: tally.MOST]
    head = "".join(f'<th class="n">{_text(name)}</th>' for name in own)
    whole = _said(_ALL, language)
    body = []
    for name in partners:
        counts = "".join(f'<td class="n">{sums.pairs[ours, name] or ""}</td>' for ours in own)
        body.append(f'<tr><td>{_text(name)}</td>{counts}<td class="n">{sums.partners[name]}</td></tr>')
    rest = {row.work.id for row in report.rows if row.partner not in partners}
    if rest:
        gap = "<td></td>" * len(own)
        body.append(f'<tr><td>{_said(_OTHERS, language)}</td>{gap}<td class="n">{len(rest)}</td></tr>')
    return f'<div class="scroll"><table><tr><th></th>{head}<th class="n">{whole}</th></tr>{"".join(body)}</table></div>'


def _measures(report: Report, sums: Tally, language: str) -> str:
    acts = {row.ground.measure: row.ground.act for row in report.rows}
    years = sorted({year for _, year in sums.by_measure if year})[-15:]
    head = "".join(f'<th class="n">{year}</th>' for year in years)
    body = "".join(
        f"<tr><td>{_said(act, language)}</td>"
        + "".join(f'<td class="n">{sums.by_measure[measure, year] or ""}</td>' for year in years)
        + "</tr>"
        for measure, act in sorted(acts.items())
    )
    return f'<div class="scroll"><table><tr><th></th>{head}</tr>{body}</table></div>'


def _rows(report: Report, language: str) -> str:
    shown = [cells(report, row) for row in report.rows[:ROWS]]
    heads = [key for key in HEADS if key not in ("work", "since") and any(row.get(key) for row in shown)]
    head = "".join(f"<th>{_said(HEADS[key], language)}</th>" for key in heads)
    body = []
    for row in shown:
        row_of = (
            f'<td class="k">{_text(row[key])}</td>' if key in _SHORT else f"<td>{_text(row[key])}</td>" for key in heads
        )
        body.append("<tr>" + "".join(row_of) + "</tr>")
    more = len(report.rows) - ROWS
    rest = f"<p>{_said(_REST.fill(n=more), language)}</p>" if more > 0 else ""
    return f'<table class="rows"><thead><tr>{head}</tr></thead>{"".join(body)}</table>{rest}'
