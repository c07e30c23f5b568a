"""The lists and measures as one HTML page without script: for an officer who keeps it in a file."""

from __future__ import annotations

from askfirst.formats import Options
from askfirst.formats.page import PAGE, lists_and_regimes, safe
from askfirst.formats.phrases import LEVELS, day
from askfirst.formats.sources import AS_OF, MEASURES, SINCE, SOURCE, read, size
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.measures import Measure

_TITLE = Text("askfirst: lists and measures", "askfirst: Listen und Maßnahmen")


def render(policy: Policy, measures: Sequence[Measure], today: str, language: str) -> str:
    """The page. Raises `BrokenData`."""
    title = safe(_TITLE.said(language))
    as_of = AS_OF.fill(day=day(policy.lists_of, language), code=policy.jurisdiction).said(language)
    options = Options(language=language, lists=policy.lists, regimes=policy.regimes)
    body = [f"<h1>{title}</h1>", f"<p>{safe(as_of)}</p>", *lists_and_regimes(options, today)]
    body += ["<section>", f"<h2>{safe(MEASURES.said(language).rstrip(':'))}</h2>"]
    body += [line for measure in measures for line in _measure(measure, policy, language)]
    return PAGE.format(language=language, title=title, body="\n".join([*body, "</section>"]))


def _measure(measure: Measure, policy: Policy, language: str) -> Iterator[str]:
    counted = size(measure.id, policy)
    names = f" ({safe(counted.said(language))})" if counted else ""
    level = f'<span class="level">{safe(LEVELS[measure.level].said(language))}</span>'
    yield f'<article class="{safe(measure.level)}">'
    yield f"<h3>{safe(measure.act.said(language))}</h3>"
    yield f"<p>{safe(measure.rule)}, {level}{names} <code>{safe(measure.id)}</code></p>"
    if measure.from_day:
        yield f"<p>{safe(SINCE.fill(day=day(measure.from_day, language)).said(language))}</p>"
    source = safe(SOURCE.fill(source=measure.titled).said(language))
    url = safe(measure.url)
    yield f'<p class="read">{source}; {safe(read(measure, language))}<br>'
    yield f'<a href="{url}" rel="noreferrer">{url}</a></p>'
    yield "</article>"
