"""The three lines a hook prints for each open question: where, what it rests on, and the question with its command."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, shown
from askfirst.formats.clean import clean, wrap
from askfirst.formats.command import answer_command
from askfirst.formats.paint import painter, style_of
from askfirst.formats.phrases import cut_short, day, level, summary, whom_to_ask
from askfirst_checks.model import Finding
from askfirst_checks.words import Text

_SINCE = Text("since {day}: {act}", "seit {day}: {act}")
_YES = Text("yes: {command}", "ja: {command}")
_SKIP = Text("to go on this once without answering: SKIP=askfirst git {verb} ...",
             "um dieses eine Mal ohne Antwort fortzufahren: SKIP=askfirst git {verb} ...")  # fmt: skip


def render(outcomes: Sequence[Outcome], options: Options, verb: str = "commit") -> str:
    """Nothing at all where nothing is open and everything was looked at."""
    asked = [(outcome, finding) for outcome in outcomes for finding in shown(outcome, options)]
    lines = [line for outcome, finding in asked for line in _three(outcome, finding, options)]
    if not lines:
        return "".join(clean(line) + "\n" for line in cut_short(options))
    skip = _SKIP.fill(verb=verb).said(options.language)
    contact = whom_to_ask(outcomes, options.language)
    closing = [*([contact] if contact else []), *summary(outcomes, options)]
    return "\n".join([*lines, *map(clean, closing), skip]) + "\n"


def _three(outcome: Outcome, finding: Finding, options: Options) -> list[str]:
    paint, language = painter(options.color), options.language
    place = clean(f"{outcome.place(finding.span.file)}:{finding.span.line}:{finding.span.column}")
    word = paint(level(finding).said(language), style_of(finding))
    title = f"{finding.code} {finding.name.said(language)}" + (f": {finding.printed}" if finding.printed else "")
    command = _YES.fill(command=answer_command(outcome, finding, options)).said(language)
    asks = wrap(f"{finding.question.said(language)}  {command}", 10_000, "  ? ", "    ")
    return [f"{paint(place, 'bold')}  {word}  {clean(title)}", *_rests(finding, language), *asks]


def _rests(finding: Finding, language: str) -> list[str]:
    if not finding.grounds:
        return []
    ground = finding.grounds[0]
    act = ground.act.said(language)
    since = _SINCE.fill(day=day(ground.since, language), act=act).said(language) if ground.since else act
    return ["  = " + clean(since)]
