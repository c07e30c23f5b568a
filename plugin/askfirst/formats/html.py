"""The check as one HTML page: no script, nothing to load, all text escaped; it can be mailed, printed and archived.

Stops first, the legs of a finding right behind it; then what is answered and the notes, folded; then the lists with
their dates, and the regimes of law about which silence means nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from askfirst.formats import Options, Outcome, number_of
from askfirst.formats.command import answer_command, may_be_misread, quoted
from askfirst.formats.excerpt import Line, excerpt
from askfirst.formats.grounds import NOBODY_ASKED, act_since, beneath, read_in
from askfirst.formats.page import LISTS, PAGE, lists_and_regimes, safe
from askfirst.formats.phrases import level, summary, whom_to_ask
from askfirst_checks.days import written
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text

_TITLE = Text("Questions before this draft is sent", "Fragen, bevor dieser Entwurf verschickt wird")
_NOTHING = Text("No question is open here.", "Hier ist keine Frage offen.")
_JUDGED = Text("judged at {day}, jurisdiction {code}", "beurteilt zum {day}, Rechtsraum {code}")
_BY = Text("for {people}", "bei {people}")
_SOURCE = Text("source: ", "Quelle: ")
_LEG = Text("a further question about the same words", "eine weitere Frage zu denselben Wörtern")
_ANSWERED = (
    Text("1 answered question", "1 beantwortete Frage"),
    Text("{n} answered questions", "{n} beantwortete Fragen"),
)
_NOTES = (Text("1 note", "1 Hinweis"), Text("{n} notes", "{n} Hinweise"))
_IN = Text("answered in {file}", "beantwortet in {file}")
_WAYS = {
    "draft": Text("not asked yet", "noch nicht gefragt"),
    "answer": Text("asked already", "schon gefragt"),
    "not": Text("not this institution", "nicht diese Einrichtung"),
}
_WIDTH = 300
"""columns of a line of the source that are shown"""


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """The page."""
    language = options.language
    title = _TITLE.said(language)
    files = ", ".join(outcome.place(outcome.report.manuscript.root) for outcome in outcomes[:3])
    body = [
        f"<h1>{safe(title)}</h1>",
        *(f'<p class="read">{safe(line)}</p>' for line in summary(outcomes, options._replace(notes=True))),
        *(f'<p class="whom">{safe(line)}</p>' for line in _asked(outcomes, language)),
        *(line for outcome in outcomes for line in _document(outcome, options)),
        *lists_and_regimes(options, max((outcome.report.today for outcome in outcomes), default="")),
        f"<footer><p>{safe(LISTS['left'].said(language))}</p></footer>",
    ]
    head = f"{title}: {files}" + (" …" if len(outcomes) > 3 else "") if files else title
    return PAGE.format(language=safe(language), title=safe(head), body="\n".join(body))


def _asked(outcomes: Sequence[Outcome], language: str) -> Iterator[str]:
    """That nobody has asked, once, and whom to ask."""
    questions = (each for outcome in outcomes for each in outcome.report.questions)
    unasked = next((weaker for each in questions for weaker in each.also if weaker.code == NOBODY_ASKED), None)
    if unasked:
        yield f"{unasked.code} {unasked.name.said(language)}: {unasked.reads.said(language)}"
    if whom := whom_to_ask(outcomes, language):
        yield whom


def _document(outcome: Outcome, options: Options) -> Iterator[str]:
    report, language = outcome.report, options.language
    yield f"<section>\n<h2>{safe(outcome.place(report.manuscript.root))}</h2>"
    judged = _JUDGED.fill(day=written(report.today), code=report.jurisdiction)
    yield f'<p class="read">{safe(judged.said(language))}</p>'
    legs = [leg for finding in report.findings for leg in finding.legs]
    told: set[Ground] = set()
    for finding in report.questions:
        yield from _question(outcome, finding, options, told, is_leg=finding in legs)
        told.update(finding.grounds)
    if not report.questions:
        yield f"<p>{safe(_NOTHING.said(language))}</p>"
    answered = [each for each in report.findings if each.state == "answered"]
    notes = [each for each in report.findings if each.level == "note" and each.state != "answered"]
    for group, words in ((answered, _ANSWERED), (notes, _NOTES)):
        if group:
            said = words[0] if len(group) == 1 else words[1].fill(n=len(group))
            yield f"<details>\n<summary>{safe(said.said(language))}</summary>"
            for finding in group:
                yield from _question(outcome, finding, options, told)
            yield "</details>"
    yield "</section>"


def _question(
    outcome: Outcome, finding: Finding, options: Options, told: Collection[Ground], *, is_leg: bool = False
) -> Iterator[str]:
    """One question; of grounds that were *told* before only the act is named."""
    language = options.language
    kind = "answered" if finding.state == "answered" else finding.level
    number = number_of(outcome, finding)
    mark = f'<span class="number">[{number}]</span> ' if number else ""
    title = f"{finding.code} {finding.name.said(language)}"
    yield f'<article class="{kind}{" leg" if is_leg else ""}">'
    yield f'<h3>{mark}<strong class="level">{safe(level(finding).said(language))}</strong> {safe(title)}</h3>'
    yield f'<p class="place">{safe(_place(outcome, finding))}</p>'
    if is_leg:
        yield f'<p class="reads">{safe(_LEG.said(language))}</p>'
    else:
        yield from _words(outcome, finding, language)
    grounds = [_ground(ground, language, briefly=ground in told) for ground in finding.grounds]
    grounds += [safe(beneath(weaker, finding).said(language)) for weaker in _others(finding)]
    if grounds:
        yield "<ul>\n" + "\n".join(f"<li>{each}</li>" for each in grounds) + "\n</ul>"
    yield f'<p class="question">{safe(finding.question.said(language))}</p>'
    yield from _ways(outcome, finding, options)
    yield "</article>"


def _others(finding: Finding) -> list[Finding]:
    return [weaker for weaker in finding.also if weaker.code != NOBODY_ASKED]


def _place(outcome: Outcome, finding: Finding) -> str:
    spans = [finding.span, *finding.elsewhere[:5]]
    places = [f"{outcome.place(span.file)}:{span.line}:{span.column}" for span in spans]
    return ", ".join(places) + (" …" if len(finding.elsewhere) > 5 else "")


def _words(outcome: Outcome, finding: Finding, language: str) -> Iterator[str]:
    """The words in their source, and how they were read."""
    source = outcome.report.manuscript.sources.get(finding.span.file)
    if source is not None and (lines := excerpt(source, finding.span, _WIDTH)):
        yield "<pre>" + "\n".join(map(_line, lines)) + "</pre>"
    people = ", ".join(finding.people[:5]) + (" …" if len(finding.people) > 5 else "")
    parts = [finding.reads.said(language), _BY.fill(people=people).said(language) if people else ""]
    if said := ", ".join(part for part in parts if part):
        yield f'<p class="reads">{safe(said)}</p>'


def _line(line: Line) -> str:
    """One line of the source with its words marked."""
    marks = line.characters()
    before, words, after = line.text[: marks[0]], line.text[marks[0] : marks[1]], line.text[marks[1] :]
    marked = f"<mark>{safe(words)}</mark>" if words else ""
    return f'<span class="n">{line.number}</span> <bdi>{safe(before)}{marked}{safe(after)}</bdi>'


def _ground(ground: Ground, language: str, *, briefly: bool) -> str:
    parts = [f"<b>{safe(act_since(ground).said(language))}</b>"]
    if briefly:
        return parts[0]
    if says := ground.says.said(language):
        parts.append(safe(says))
    if ground.source or ground.url:
        parts.append(safe(_SOURCE.said(language)) + _link(ground) + safe(read_in(ground).said(language)))
    return "<br>".join(parts)


def _link(ground: Ground) -> str:
    """The source, as a link where its address is one of the web."""
    said = safe(ground.source or ground.url)
    if not ground.url.startswith("https://"):
        return said
    return f'<a href="{safe(ground.url)}" rel="noreferrer">{said}</a>'


def _ways(outcome: Outcome, finding: Finding, options: Options) -> Iterator[str]:
    """What can be typed to go on."""
    language = options.language
    if finding.state == "answered":
        yield f'<p class="place">{safe(_IN.fill(file=outcome.place(finding.answer)).said(language))}</p>'
        return
    if finding.level == "note":
        return
    command = answer_command(outcome, finding, options)
    ways = [("answer", command)]
    if finding.state == "open" and finding.grounds:
        ways.insert(0, ("draft", f"askfirst draft {quoted(outcome.place(outcome.report.manuscript.root))}"))
    if may_be_misread(finding):
        ways.append(("not", f"{command} --not-this"))
    rows = (f"<dt>{safe(_WAYS[way].said(language))}</dt><dd><code>{safe(typed)}</code></dd>" for way, typed in ways)
    yield "<dl>" + "".join(rows) + "</dl>"
