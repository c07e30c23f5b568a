"""The report as one HTML page, in the frame of the others: no script, nothing to load, legible on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst.formats.page import LISTS, PAGE, safe
from askfirst.formats.phrases import day
from askfirst.library.report import shown as words
from askfirst.library.report.laws import Law, letters, with_last
from askfirst.library.report.rows import Row
from askfirst.library.report.shown import Shown, counted, own
from askfirst_checks.days import written
from askfirst_checks.words import Text

MOST_ROWS, MOST_BYTES = 200, 60_000
"""of the list; the CSV has all of it"""
_MOST_TITLE = 160
_MOST_NAMES = 20


def as_html(report: Shown) -> str:
    """The page; all rows are in the CSV."""
    language = report.language
    left = f"<p>{_said(LISTS['left'], report)}</p>" if report.is_local else ""
    body = [
        f"<h1>{safe(report.title())}</h1>",
        f'<p class="read">{safe(written(report.today).said(language))}</p>',
        f"<p>{_said(counted(report.counts), report)}</p>",
        *(f"<p>{_said(note, report)}</p>" for note in report.notes),
        *(_sums(report) if report.sums.lines else ()),
        *(_rows(report) if report.rows else (f"<p>{_said(words.NOTHING, report)}</p>",)),
        *(_laws(report) if report.rows else ()),
        *(f'<p class="read">{safe(line)}</p>' for line in report.closing()),
        f"<footer><p>{safe(report.meaning())}</p>{left}</footer>",
    ]
    return PAGE.format(language=safe(language), title=safe(report.title()), body="\n".join(body))


def _said(text: Text, report: Shown) -> str:
    return safe(report.said(text))


def _sums(report: Shown) -> Iterator[str]:
    totals = (words.SINCE_HEAD, words.BEFORE_HEAD, words.OPEN_HEAD)
    heads = [*map(report.said, totals), *map(report.year, report.sums.years)]
    yield f"<section><h2>{_said(words.SUMS, report)}</h2>"
    yield '<div class="grid"><table><thead><tr><th></th>' + "".join(
        f'<th class="n">{safe(head)}</th>' for head in heads
    )
    yield "</tr></thead><tbody>"
    for line in report.sums.lines:
        cells = (str(line.whole.since), str(line.whole.before or ""), str(line.open or ""), *map(str, line.cells))
        numbers = "".join(f'<td class="n">{safe(cell)}</td>' for cell in cells)
        yield f"<tr><td>{safe(own(line, report))}</td>{numbers}</tr>"
    yield "</tbody></table></div>"
    if report.sums.others:
        yield f'<p class="read">{_said(words.OTHERS.fill(n=report.sums.others), report)}</p>'
    if any(line.whole.before for line in report.sums.lines):
        yield f'<p class="read">{_said(words.IN_BRACKETS, report)}</p>'
    yield "</section>"


def _rows(report: Shown) -> Iterator[str]:
    heads = ("day", "state", "letters", "partner", "title")
    yield f'<section><h2>{_said(words.BY_DATE, report)}</h2><table class="dated"><thead><tr>'
    yield "".join(f"<th>{_said(words.HEADS[key], report)}</th>" for key in heads) + "</tr></thead><tbody>"
    shown, size = 0, 0
    for row in report.rows[:MOST_ROWS]:
        size += len(line := _row(row, report))
        if size > MOST_BYTES:
            break
        shown += 1
        yield line
    yield "</tbody></table>"
    if len(report.rows) > shown:
        yield f'<p class="read">{_said(words.MORE.fill(n=len(report.rows) - shown), report)}</p>'
    yield "</section>"


def _row(row: Row, report: Shown) -> str:
    title = row.work.title or report.said(words.UNTITLED)
    title = title if len(title) <= _MOST_TITLE else title[:_MOST_TITLE] + "…"
    doi = f' <span class="place">doi:{safe(row.work.doi[:80])}</span>' if row.work.doi else ""
    authors = row.work.authors
    named = ", ".join(authors[:_MOST_NAMES]) + (f" (+{len(authors) - _MOST_NAMES})" if authors[_MOST_NAMES:] else "")
    names = f'<br><span class="place">{safe(named)}</span>' if report.names and named else ""
    short = (row.work.date or row.year or "?", report.said(words.STATES[row.state]), letters(row, report.laws))
    cells = "".join(f'<td class="short">{safe(cell)}</td>' for cell in short)
    return f"<tr>{cells}<td>{safe(report.partner(row))}</td><td>{safe(title)}{doi}{names}</td></tr>"


def _laws(report: Shown) -> Iterator[str]:
    yield f"<section><h2>{_said(words.LAW, report)}</h2><dl>"
    for law, is_last in with_last(report.laws.values()):
        yield f"<dt>{safe(law.letter)}</dt><dd>{_law(law if is_last else law._replace(questions=()), report)}</dd>"
    yield "</dl></section>"


def _law(law: Law, report: Shown) -> str:
    since = words.SINCE.fill(day=day(law.since, report.language)) if law.since else words.SINCE_EACH
    source = law.ground.url or law.ground.source
    shown = f'<a href="{safe(source)}">{safe(source)}</a>' if source.startswith("https://") else safe(source)
    asked = "".join(f'<br><span class="question">{_said(question, report)}</span>' for question in law.questions)
    said = f"{report.said(law.ground.act)}, {report.said(since)} ({law.code})"
    return f'{safe(said)}<br><span class="place">{shown}</span>{asked}'
