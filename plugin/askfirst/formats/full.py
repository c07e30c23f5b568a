"""The format for a terminal: the words in their source, what the question rests on, and the command that answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from askfirst.formats import Options, Outcome, is_leg, number_of, shown
from askfirst.formats.clean import clean, columns, wrap
from askfirst.formats.command import answer_command, may_be_misread, quoted
from askfirst.formats.excerpt import excerpt
from askfirst.formats.grounds import NOBODY_ASKED, act_since, beneath, read_in, source_of
from askfirst.formats.paint import painter, style_of
from askfirst.formats.phrases import level, summary, whom_to_ask
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text

_SOURCE = Text("source: {where}", "Quelle: {where}")
_NOT_YET = Text("not yet: {command}", "noch nicht: {command}")
_YES = Text("asked already: {command}", "schon gefragt: {command}")
_NOT = Text("not this institution: {command}", "nicht diese Einrichtung: {command}")
_WHY = Text("why: {command}", "warum: {command}")
_BY = Text("for {people}", "bei {people}")
_UNASKED = Text("{code} {name}: {reads} so far", "{code} {name}: {reads}")
_ELSEWHERE = Text("also at {places}", "auch bei {places}")
_ANSWERED = Text("answered by {file}", "beantwortet durch {file}")
_IN_FULL = 2
_INDENT = "      "


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """All that is open, one block a question, and the closing count."""
    lines: list[str] = []
    told: set[Ground] = set()
    for outcome in outcomes:
        for finding in shown(outcome, options):
            lines += [*_block(outcome, finding, options, told), ""]
            told.update(finding.grounds)
    if last := [*_unasked(outcomes, options), *_contact(outcomes, options)]:
        lines += [*last, ""]
    closing = [part for line in summary(outcomes, options) for part in _by_sentence(line, options.width)]
    return "".join(line + "\n" for line in (*lines, *closing))


def _by_sentence(line: str, width: int) -> list[str]:
    """*line* as it stands where it fits, else a sentence a line."""
    if columns(line) <= width:
        return wrap(line, width)
    return [part for sentence in line.replace(". ", ".\n").split("\n") for part in wrap(sentence, width)]


def question_block(
    outcome: Outcome, finding: Finding, options: Options, told: Collection[Ground] = ()
) -> Iterator[str]:
    """One question with everything it rests on, without the commands that answer it.

    Of grounds that were *told* before, of the third and later ones, and of one whose sentence stands above, only the
    act is named.
    """
    language = options.language
    yield _head(outcome, finding, options)
    if not is_leg(outcome, finding):  # else its words are shown already
        yield from _source(outcome, finding, options)
    for number, ground in enumerate(finding.grounds):
        said_before = any(other.says == ground.says for other in finding.grounds[:number])
        yield from _ground(ground, options, briefly=number >= _IN_FULL or said_before or ground in told)
    for weaker in finding.also:
        if weaker.code != NOBODY_ASKED:
            yield from _entry("=", beneath(weaker, finding).said(language), options)
    if finding.elsewhere:
        yield from _entry("=", _elsewhere(outcome, finding).said(language), options)
    yield from _question(outcome, finding, options)


def _head(outcome: Outcome, finding: Finding, options: Options) -> str:
    paint, language = painter(options.color), options.language
    number = number_of(outcome, finding)
    place = f"{outcome.place(finding.span.file)}:{finding.span.line}:{finding.span.column}"
    marked = f"[{number}] {clean(place)}" if number else clean(place)
    title = clean(f"{finding.code} {finding.name.said(language)}")
    return f"{paint(marked, 'bold')}  {paint(level(finding).said(language), style_of(finding))}  {title}"


def _block(outcome: Outcome, finding: Finding, options: Options, told: Collection[Ground]) -> Iterator[str]:
    yield from question_block(outcome, finding, options, told)
    if finding.state != "answered":
        yield from _commands(outcome, finding, options)


def _source(outcome: Outcome, finding: Finding, options: Options) -> Iterator[str]:
    source = outcome.report.manuscript.sources.get(finding.span.file)
    says = finding.reads.said(options.language)
    if finding.people:
        people = ", ".join(finding.people[:3]) + (" ..." if len(finding.people) > 3 else "")
        says = (
            f"{says}, {_BY.fill(people=people).said(options.language)}"
            if says
            else _BY.fill(people=people).said(options.language)
        )
    if source is None:
        yield from _entry("=", says, options)
        return
    paint = painter(options.color)
    lines = excerpt(source, finding.span, max(options.width - 8, 20))
    for line in lines:
        yield f"{paint(f'{line.number:5} |', 'dim')} {line.text}"
        if line.under:
            label = _beside(line.before, line.under, says, options) if line is lines[-1] else [("^" * line.under, "")]
            for marks, words in label:
                yield (
                    f"      {paint('|', 'dim')} "
                    + (" " * line.before + paint(marks, style_of(finding)) if marks else "")
                    + words
                )


def _beside(before: int, under: int, says: str, options: Options) -> list[tuple[str, str]]:
    """The underline with its label: beside it where that fits on the line, else under it."""
    if not says:
        return [("^" * under, "")]
    says = clean(says)
    if 8 + before + under + 1 + columns(says) <= options.width:
        return [("^" * under, " " + says)]
    return [("^" * under, ""), *(("", line) for line in wrap(says, options.width - 8))]


def _entry(mark: str, said: str, options: Options) -> Iterator[str]:
    if said:
        paint = painter(options.color)
        first, *rest = wrap(said, options.width, f"{_INDENT}{mark} ", f"{_INDENT}  ")
        yield _INDENT + paint(mark, "dim") + first[len(_INDENT) + len(mark) :]
        yield from rest


def _ground(ground: Ground, options: Options, briefly: bool) -> Iterator[str]:
    """The act, and unless *briefly* its sentence and source: a bare host would say less than the title."""
    language = options.language
    yield from _entry("=", act_since(ground).said(language), options)
    if briefly:
        return
    yield from _entry("=", ground.says.said(language), options)
    if where := source_of(ground):
        yield from _entry("=", _SOURCE.fill(where=where).said(language) + read_in(ground).said(language), options)


def _elsewhere(outcome: Outcome, finding: Finding) -> Text:
    places = [f"{outcome.place(span.file)}:{span.line}" for span in finding.elsewhere[:5]]
    return _ELSEWHERE.fill(places=", ".join(places) + (" ..." if len(finding.elsewhere) > 5 else ""))


def _question(outcome: Outcome, finding: Finding, options: Options) -> Iterator[str]:
    language = options.language
    if finding.state == "answered":
        yield from _entry("=", _ANSWERED.fill(file=outcome.place(finding.answer)).said(language), options)
        return
    paint = painter(options.color)
    for line in wrap(finding.question.said(language), options.width, f"{_INDENT}? ", f"{_INDENT}  "):
        yield paint(line, "bold")


def _commands(outcome: Outcome, finding: Finding, options: Options) -> Iterator[str]:
    language = options.language
    command = answer_command(outcome, finding, options)
    ways = []
    if finding.level != "note":
        root = quoted(outcome.place(outcome.report.manuscript.root))
        ways = [(_NOT_YET, f"askfirst draft {root}"), (_YES, command)]
        if finding.state == "pending" or not finding.grounds:
            ways = [(_YES, command)]
    if may_be_misread(finding):
        ways.append((_NOT, f"{command} --not-this"))
    ways.append((_WHY, f"askfirst explain {finding.code}"))
    yield from _side_by_side([(way.said(language), clean(typed)) for way, typed in ways], options.width)


def _side_by_side(ways: list[tuple[str, str]], width: int) -> Iterator[str]:
    """The ways to go on, as many on a line as fit; a command stays on one line, under its words where it must."""
    line = ""
    for said, command in ways:
        part = said.format(command=command)
        if columns(part) + 8 > width:
            part = said.format(command="").rstrip() + f"\n{_INDENT}    {command}"
        if line and columns(line) + 5 + columns(part) > width:
            yield line
            line = ""
        line = f"{line}     {part}" if line else f"{_INDENT}  {part}"
    yield line


def _unasked(outcomes: Sequence[Outcome], options: Options) -> Iterator[str]:
    """That nobody has asked yet, once for all the questions it is true of."""
    open_ones = (
        each for outcome in outcomes for finding in outcome.report.questions for each in (finding, *finding.also)
    )
    for each in open_ones:
        if each.code == NOBODY_ASKED:
            said = _UNASKED.fill(code=each.code, name=each.name, reads=each.reads).said(options.language)
            yield from wrap(said, options.width, "", "  ")
            return


def _contact(outcomes: Sequence[Outcome], options: Options) -> Iterator[str]:
    if said := whom_to_ask(outcomes, options.language):
        yield from wrap(said, options.width, "", "  ")
