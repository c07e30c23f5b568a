"""One line a question, as compilers write it, and the closing count."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, number_of, shown
from askfirst.formats.clean import clean
from askfirst.formats.command import answer_command, ways_on
from askfirst.formats.paint import painter, style_of
from askfirst.formats.phrases import level, summary, whom_to_ask
from askfirst_checks.model import Finding


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """``file:line:column: level: CODE name [n]: question [command]`` a line, the ways on, whom to ask, the count."""
    lines = [_line(outcome, finding, options) for outcome in outcomes for finding in shown(outcome, options)]
    contact = whom_to_ask(outcomes, options.language)
    ways = ways_on(outcomes, options.language)
    closing = [*ways, *([contact] if contact else []), *summary(outcomes, options)]
    return "".join(line + "\n" for line in (*lines, *map(clean, closing)))


def _line(outcome: Outcome, finding: Finding, options: Options) -> str:
    paint, language = painter(options.color), options.language
    place = f"{outcome.place(finding.span.file)}:{finding.span.line}:{finding.span.column}"
    number = number_of(outcome, finding)
    title = f"{finding.code} {finding.name.said(language)}" + (f" [{number}]" if number else "")
    tail = f"[{answer_command(outcome, finding, options)}]"
    if finding.level == "note":
        tail = f"[askfirst explain {finding.code}]"
    if finding.state == "answered":
        tail = f"[{outcome.place(finding.answer)}]"
    printed = "" if finding.code.startswith("AF9") else finding.printed  # about the reading itself: `reads` names it
    reads = "" if finding.grounds else finding.reads.said(language)
    says = ": ".join(part for part in (printed, reads, finding.question.said(language)) if part)
    word = paint(level(finding).said(language), style_of(finding))
    return f"{paint(clean(place), 'bold')}: {word}: {clean(title)}: {clean(says)} {paint(clean(tail), 'dim')}"
