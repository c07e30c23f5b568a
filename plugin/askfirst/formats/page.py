"""The frame of the HTML page, and its closing part: the lists with their dates, and what silence means."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from askfirst.formats import Options
from askfirst.formats.clean import clean
from askfirst.formats.phrases import day, number
from askfirst_checks.days import days_between
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.model import ListDate
    from askfirst_checks.policy.jurisdiction import Regime

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #595959; --line: #c9c9c9;
  --stop: #a3140f; --ask: #7a4b00; --note: #0b5a78; --answered: #2c5e2e; --mark: #ffe9a8; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e8e8e8; --paper: #161616; --soft: #a8a8a8; --line: #454545;
  --stop: #ff8a80; --ask: #ffc266; --note: #7fd0f0; --answered: #9bd39d; --mark: #5a4a12; }} }}
body {{ max-width: 60em; margin: 0 auto; padding: 1.2em 1em 3em; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.5em; line-height: 1.2; margin: 0 0 .4em; }} h2 {{ font-size: 1.15em; margin: 1.8em 0 .2em; }}
h3 {{ font-size: 1em; margin: 0; font-weight: 600; }} p {{ margin: .35em 0; }} li {{ margin: .35em 0; }}
ul {{ padding-left: 1.2em; margin: .5em 0; }} .read, .place, .reads, footer, td, th {{ font-size: .92em; }}
.read, .place, footer {{ color: var(--soft); }}
article {{ border-left: .3em solid var(--note); padding: .1em 0 .1em .9em; margin: 1.2em 0; break-inside: avoid-page; }}
article.stop {{ border-color: var(--stop); }} article.ask {{ border-color: var(--ask); }}
article.answered {{ border-color: var(--answered); }} article.leg {{ margin-left: 1.2em; }}
.stop .level {{ color: var(--stop); }} .ask .level {{ color: var(--ask); }} .note .level {{ color: var(--note); }}
.answered .level {{ color: var(--answered); }} .number {{ font-variant-numeric: tabular-nums; }}
pre {{ margin: .5em 0; padding: .5em .6em; border: 1px solid var(--line); white-space: pre-wrap; font-size: .85em; }}
pre .n {{ color: var(--soft); user-select: none; }} mark {{ background: var(--mark); color: inherit; }}
.question {{ font-weight: 600; }} code {{ font-size: .9em; }} a {{ color: inherit; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .5em 0; font-size: .92em; }}
dt {{ color: var(--soft); }} dd {{ margin: 0; }} details {{ margin: 1em 0; }} summary {{ cursor: pointer; }}
table {{ border-collapse: collapse; width: 100%; }} thead th {{ color: var(--soft); }}
td, th {{ text-align: left; vertical-align: top; padding: .3em .8em .3em 0; font-weight: 400; overflow-wrap: break-word;
  border-bottom: 1px solid var(--line); }} .short {{ white-space: nowrap; }}
.grid {{ overflow-x: auto; }} .grid .n {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums;
  padding-right: .5em; }} .grid td:first-child {{ min-width: 11em; overflow-wrap: normal; }}
@media (max-width: 34em) {{ dl {{ grid-template-columns: 1fr; }} dd {{ margin-bottom: .4em; }}
  article.leg {{ margin-left: .6em; }} thead {{ display: none; }} tr {{ display: block; padding: .3em 0;
  border-bottom: 1px solid var(--line); }} td {{ display: block; border: 0; padding: 0; }}
  td:first-child {{ font-weight: 600; }} .grid thead {{ display: table-header-group; }}
  .dated td.short {{ display: inline; margin-right: .8em; }} .grid tr {{ display: table-row; }}
  .grid td {{ display: table-cell; padding: .3em .5em .3em 0;
  border-bottom: 1px solid var(--line); }} }}
@media print {{ body {{ max-width: none; padding: 0; font-size: 10.5pt; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
LISTS = {
    "title": Text("The lists, each with its own date", "Die Listen, jede mit ihrem eigenen Stand"),
    "list": Text("list", "Liste"),
    "kind": Text("kind", "Art"),
    "as_of": Text("as of", "Stand"),
    "age": Text("age", "Alter"),
    "legal": Text("with legal effect in the EU", "mit Rechtswirkung in der EU"),
    "assessment": Text("assessment, no legal effect in the EU", "Bewertung, ohne Rechtswirkung in der EU"),
    "left": Text(
        "Made by askfirst from files on this machine; nothing has left it. A question is no finding about anybody.",
        "Von askfirst aus Dateien auf diesem Rechner erstellt; nichts hat ihn verlassen. "
        "Eine Frage ist kein Befund über jemanden.",
    ),
}
_DAYS = (Text("1 day", "1 Tag"), Text("{n} days", "{n} Tage"))
_SILENT = Text("Where silence means nothing", "Wo Schweigen nichts besagt")
_OTHERS = Text("What is asked about, regime by regime", "Wonach gefragt wird, Bereich für Bereich")
COVERAGE = {
    "modelled": Text("modelled", "abgebildet"),
    "partly": Text("partly", "teilweise"),
    "pointer": Text("named only", "nur genannt"),
}


def safe(said: str) -> str:
    """*said* as HTML that is text and nothing else, on one line."""
    return escape(clean(said))


def lists_and_regimes(options: Options, today: str) -> Iterator[str]:
    """Where silence means nothing, what is asked about, the lists; *today* is the date of the work."""
    language = options.language
    pointers = [each for each in options.regimes if each.coverage == "pointer"]
    if pointers:
        items = (f"<li><b>{safe(r.name.said(language))}</b>: {safe(r.silence.said(language))}</li>" for r in pointers)
        yield from _section(_SILENT, language, "<ul>", *items, "</ul>")
    others = [each for each in options.regimes if each.coverage != "pointer"]
    if others:
        yield from _section(_OTHERS, language, "<table>", *(_regime(each, language) for each in others), "</table>")
    if options.lists:
        head = "".join(f"<th>{safe(LISTS[key].said(language))}</th>" for key in ("list", "kind", "as_of", "age"))
        rows = (_list(each, today, language) for each in sorted(options.lists, key=_as_of))
        table = ("<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>")
        yield from _section(LISTS["title"], language, *table)


def _section(title: Text, language: str, *lines: str) -> Iterator[str]:
    yield from ("<section>", f"<h2>{safe(title.said(language))}</h2>", *lines, "</section>")


def _regime(regime: Regime, language: str) -> str:
    name, coverage, silence = (
        safe(each.said(language)) for each in (regime.name, COVERAGE[regime.coverage], regime.silence)
    )
    return f'<tr><td>{name}</td><td class="short">{coverage}</td><td>{silence}</td></tr>'


def _list(each: ListDate, today: str, language: str) -> str:
    days = days_between(each.as_of, today)
    age = number(days, _DAYS).said(language) if days >= 0 else ""
    said = "".join(f"<td>{safe(cell.said(language))}</td>" for cell in (each.name, LISTS[each.kind]))
    dated = "".join(f'<td class="short">{safe(cell)}</td>' for cell in (day(each.as_of, language), age))
    return f"<tr>{said}{dated}</tr>"


def _as_of(each: ListDate) -> tuple[bool, str]:
    return each.kind != "legal", each.as_of
