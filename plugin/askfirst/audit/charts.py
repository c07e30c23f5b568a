"""The report's two drawings as hand-written SVG: 400 wide, black on white, each mark with its words in a title.

Sizes are pixels of a page 400 wide, so that they can be read on a telephone; a wider page enlarges them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from askfirst.audit.tally import Matrix
from askfirst.formats.clean import clean
from askfirst_checks.words import Text

WIDTH = 400
_HIGH = 110
"""height of the highest bar of a year"""
_MOST_YEARS = 60
_WIDE_ENOUGH = 15
"""pixels of a year from which a number or a year fits above or below its bar"""
_LETTERS = 62
"""letters of a line of text"""
_TILE, _ROW = 28, 36
_LINE, _LONGEST_BAR = 29, 360
"""height of a partner's line, and its longest bar, where no institution of our own is known"""
STYLE = (
    "svg{width:100%;max-width:640px;height:auto;background:#fff}svg text{font:11px system-ui,sans-serif;fill:#111}"
    "rect{fill:#345;stroke:#111}rect.m{fill:#999}"
)
"""of a page that shows the drawings: black on white on a dark screen, too"""
_SMALL = ' style="font-size:9px"'
_DARK = 0.55
"""shade from which the number on a tile is white"""
_WORKS = Text("{year}: {n} works", "{year}: {n} Arbeiten")
_ONE_WORK = Text("{year}: 1 work", "{year}: 1 Arbeit")
_YEARS = Text(
    "Bars: works with a question at their date, by year: {years}. Below, since when each measure holds: {acts}.",
    "Balken: Arbeiten mit einer Frage zu ihrem Datum, je Jahr: {years}. Darunter, seit wann Maßnahmen gelten: {acts}.",
)
_HOLDS = Text("{act}: from {begin}", "{act}: ab {begin}")
_HELD = Text("{act}: {begin} to {end}", "{act}: {begin} bis {end}")
_TILES = Text(
    "Works by partner, a row each, and our own institution, a column each. In all: {partners}.",
    "Arbeiten nach Partner, je Zeile, und eigener Einrichtung, je Spalte. Zusammen: {partners}.",
)
_BARS = Text("Bars: works by partner: {partners}.", "Balken: Arbeiten nach Partner: {partners}.")
_OTHERS = Text("others", "übrige")
_ALL = Text("all", "alle")


class Span(NamedTuple):
    """A measure, and when it holds."""

    act: str
    begin: str
    """ISO date"""
    end: str
    """ISO date, or empty"""


def timeline(works: dict[str, int], spans: Sequence[Span], language: str) -> str:
    """One bar a year with its number, and under the axis one bar a measure. Empty without a year."""
    known = sorted(year for year in works if year)
    if not known:
        return ""
    years = [str(year) for year in range(int(known[0]), int(known[-1]) + 1)][-_MOST_YEARS:]
    step = WIDTH / len(years)
    most = max(works.values())
    marks = [
        mark for at, year in enumerate(years) for mark in _year(at, year, works.get(year, 0), most, step, language)
    ]
    axis = _HIGH + 14
    marks.append(f'<path d="M0 {axis}H{WIDTH}" stroke="#111"/>')
    top = axis + 20
    for number, span in enumerate(spans):
        marks += _span(span, top + 26 * number, years, step, language)
    told = ", ".join(f"{year}: {works[year]}" for year in known)
    acts = "; ".join(_when(span).said(language) for span in spans)
    return _drawing(_YEARS.fill(years=told, acts=acts), top + 26 * len(spans), marks, language)


def _year(at: int, year: str, n: int, most: int, step: float, language: str) -> list[str]:
    left, high = at * step, round(_HIGH * n / most)
    middle = left + step / 2
    base = _HIGH + 14
    words = (_ONE_WORK if n == 1 else _WORKS).fill(year=year, n=n)
    found = []
    if n:
        found.append(_rect(left + 1, base - high, max(step - 2, 1), high, _said(words, language)))
    if n and step >= _WIDE_ENOUGH:
        found.append(_middle(middle, base - high - 3, str(n)))
    every = 1 if step >= 2 * _WIDE_ENOUGH else 2 if step >= _WIDE_ENOUGH else 5 if step >= _WIDE_ENOUGH / 2 else 10
    if int(year) % every == 0 or every == 1:
        found.append(_middle(min(max(middle, 13), WIDTH - 13), base + 13, year))
    return found


def _span(span: Span, top: int, years: Sequence[str], step: float, language: str) -> list[str]:
    """The measure's words, and below them a bar over the days on which it holds."""
    first, last = int(years[0]), int(years[-1]) + 1
    begin = _place(span.begin, first, step) if span.begin else 0.0
    end = _place(span.end, first, step) if span.end else (last - first) * step
    begin, end = max(begin, 0.0), min(end, float(WIDTH))
    return [
        f'<text x="0" y="{top + 10}">{_cut(f"{span.begin} {span.act}")}</text>',
        _rect(begin, top + 14, max(end - begin, 2), 5, _said(_when(span), language), ' class="m"'),
    ]


def _place(day: str, first: int, step: float) -> float:
    """Where a *day* (ISO, or its beginning) stands."""
    month = int(day[5:7] or 1) if day[5:7].isdigit() else 1
    return (int(day[:4]) - first + (month - 1) / 12) * step


def _when(span: Span) -> Text:
    return (_HELD if span.end else _HOLDS).fill(act=span.act, begin=span.begin, end=span.end)


def tiles(matrix: Matrix, language: str) -> str:
    """Partners down, own institutions across by number, the rest summed, and all in the last column."""
    if not matrix.partners:
        return ""
    if not matrix.own:
        return _bars(matrix, language)
    own = [str(number + 1) for number in range(len(matrix.own))]
    heads = [*own, _OTHERS.said(language), _ALL.said(language)]
    names = _partners(matrix, language)
    marks = [
        _middle(_TILE * at + _TILE / 2 - 1, 10, escape(head), "" if head in own else _SMALL)
        for at, head in enumerate(heads)
    ]
    most = max(matrix.counts.values(), default=1)
    for row, name in enumerate(names):
        top = 16 + _ROW * row
        marks.append(f'<text x="0" y="{top + 11}">{_cut(name)}<title>{escape(clean(name))}</title></text>')
        for column, head in enumerate(heads):
            last = column == len(heads) - 1
            n = matrix.sums[row] if last else matrix.counts.get((row, column), 0)
            marks += _tile(_TILE * column, top + 14, n, 0 if last else n / most, f"{name}, {head}: {n}")
    legend = "".join(f"<li>{escape(clean(name))}</li>" for name in matrix.own)
    sums = ", ".join(f"{name}: {n}" for name, n in zip(names, matrix.sums, strict=True))
    drawn = _drawing(_TILES.fill(partners=sums), 16 + _ROW * len(names), marks, language)
    return drawn + (f"<ol>{legend}</ol>" if legend else "")


def _partners(matrix: Matrix, language: str) -> list[str]:
    return [*matrix.partners, *([_OTHERS.said(language)] if matrix.rest else [])]


def _bars(matrix: Matrix, language: str) -> str:
    """Partners where no institution of our own is known: a line each with its bar, and the number behind it."""
    names = _partners(matrix, language)
    most = max(matrix.sums)
    marks: list[str] = []
    for row, (name, n) in enumerate(zip(names, matrix.sums, strict=True)):
        top, long = _LINE * row, max(_LONGEST_BAR * n / most, 2)
        marks.append(f'<text x="0" y="{top + 11}">{_cut(name)}<title>{escape(clean(name))}</title></text>')
        marks.append(_rect(0, top + 15, long, 7, escape(clean(f"{name}: {n}")), ' class="m"'))
        marks.append(f'<text x="{long + 5:.1f}" y="{top + 22}">{n}</text>')
    sums = ", ".join(f"{name}: {n}" for name, n in zip(names, matrix.sums, strict=True))
    return _drawing(_BARS.fill(partners=sums), _LINE * len(names), marks, language)


def _tile(left: int, top: int, n: int, shade: float, words: str) -> list[str]:
    fill = f"#{round(255 - 215 * shade):02x}" + f"{round(255 - 215 * shade):02x}" * 2
    found = [_rect(left, top, _TILE - 2, 18, escape(clean(words)), f' style="fill:{fill}"')]
    if n:
        ink = ' style="fill:#fff"' if shade >= _DARK else ""
        found.append(_middle(left + _TILE / 2 - 1, top + 13, str(n), ink))
    return found


def _drawing(words: Text, high: float, marks: Iterable[str], language: str) -> str:
    head = f'<svg viewBox="0 0 {WIDTH} {high}" role="img" aria-label="{_said(words, language)}">'
    return f"{head}{''.join(marks)}</svg>"


def _rect(x: float, y: float, width: float, high: float, title: str, more: str = "") -> str:
    size = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="{high}"'
    return f"<rect{more} {size}><title>{title}</title></rect>"


def _middle(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="middle"{more}>{text}</text>'


def _cut(text: str) -> str:
    shown = clean(text)
    return escape(shown if len(shown) <= _LETTERS else shown[: _LETTERS - 1] + "…")


def _said(text: Text, language: str) -> str:
    return escape(clean(text.said(language)))
