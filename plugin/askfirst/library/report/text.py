"""The report as text: nine works of four years fit one screen."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst.formats.clean import clean, columns, wrap
from askfirst.formats.phrases import day
from askfirst.library.report import shown as words
from askfirst.library.report.laws import Law, letters, with_last
from askfirst.library.report.rows import Row
from askfirst.library.report.shown import Shown, counted, own
from askfirst.library.report.sums import MOST_YEARS, Line, Sums, sums
from askfirst.terminal import width

MOST_ROWS = 200
_MOST_NAME, _LEAST_NAME = 34, 18
"""columns of an institution's name in the sums"""


def as_text(report: Shown) -> str:
    """Heading, counts, sums, rows by date, the law once."""
    lines = [clean(report.title()), *wrap(report.said(counted(report.counts)), width())]
    lines += [*(line for note in report.notes for line in wrap(report.said(note), width())), ""]
    if report.sums.lines:
        lines += [*_sums(report), ""]
    if report.rows:
        lines += [*_rows(report), "", *_laws(report), *wrap(report.meaning(), width()), ""]
    return "\n".join(lines) + "\n"


def fit(text: str, room: int) -> str:
    """*text* in exactly *room* columns, cut with an ellipsis or filled with blanks."""
    text = clean(text)
    if columns(text) > room:
        while text and columns(text) > room - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * max(0, room - columns(text))


def _sums(report: Shown) -> Iterator[str]:
    found, widths = next(fitting for most in range(MOST_YEARS, -1, -1) if (fitting := _fitting(report, most)))
    name = max(_LEAST_NAME, min(_MOST_NAME, width() - sum(widths) - len(widths)))
    name = min(name, max(columns(own(line, report)) for line in found.lines))
    yield fit("", name) + "".join(f" {head:>{n}}" for head, n in zip(_heads(found, report), widths, strict=True))
    for line in found.lines:
        yield fit(own(line, report), name) + "".join(f" {c:>{n}}" for c, n in zip(_cells(line), widths, strict=True))
    if found.others:
        yield report.said(words.OTHERS.fill(n=found.others))
    if any(line.whole.before for line in found.lines):
        yield from wrap(report.said(words.IN_BRACKETS), width())


def _fitting(report: Shown, most_years: int) -> tuple[Sums, list[int]] | None:
    """The sums with so many years and the widths of their columns; None where the line would be too long."""
    found = sums(report.every, max(1, most_years))
    rows = [_heads(found, report), *map(_cells, found.lines)]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    is_short = sum(widths) + len(widths) + _LEAST_NAME <= width()
    return (found, widths) if is_short or not most_years else None


def _heads(found: Sums, report: Shown) -> list[str]:
    return [*map(report.year, found.years), *map(report.said, (words.SINCE_HEAD, words.BEFORE_HEAD, words.OPEN_HEAD))]


def _cells(line: Line) -> list[str]:
    return [*map(str, line.cells), str(line.whole.since), str(line.whole.before or ""), str(line.open or "")]


def _rows(report: Shown) -> Iterator[str]:
    shown = report.rows[:MOST_ROWS]
    heads = [report.said(words.HEADS[key]) for key in ("day", "state", "letters", "partner", "title", "key")]
    rows = [_row(row, report) for row in shown]
    widths = [max(columns(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    rest = width() - sum(widths[:3]) - widths[5] - 10
    widths[3] = min(widths[3], max(12, rest // 2))
    widths[4] = max(12, rest - widths[3])
    yield "  ".join(fit(cell, n) for cell, n in zip(heads, widths, strict=True)).rstrip()
    for row, cells in zip(shown, rows, strict=True):
        yield "  ".join(fit(cell, n) for cell, n in zip(cells, widths, strict=True)).rstrip()
        if report.names:
            yield from wrap(", ".join(row.work.authors[:20]), width(), "            ", "            ")
    if len(report.rows) > MOST_ROWS:
        yield report.said(words.MORE.fill(n=len(report.rows) - MOST_ROWS))


def _row(row: Row, report: Shown) -> list[str]:
    return [
        row.work.date or row.year or "?",
        report.said(words.STATES[row.state]),
        letters(row, report.laws),
        report.partner(row),
        row.work.title or report.said(words.UNTITLED),
        clean(row.keys[0]),
    ]


def _laws(report: Shown) -> Iterator[str]:
    for law, is_last in with_last(report.laws.values()):
        yield from wrap(report.said(law.ground.act) + _since(law, report), width(), f"{law.letter}  ", "   ")
        yield from wrap(report.said(words.SOURCE.fill(url=law.ground.url or law.ground.source)), width(), "   ", "   ")
        for question in law.questions if is_last else ():
            yield from wrap(report.said(question), width(), "   ? ", "     ")
    yield ""


def _since(law: Law, report: Shown) -> str:
    since = words.SINCE.fill(day=day(law.since, report.language)) if law.since else words.SINCE_EACH
    return f", {report.said(since)} ({law.code})"
