"""The text of ``askfirst status``: answers, what lapses soon, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst.formats import Options
from askfirst.formats.clean import clean, wrap
from askfirst.formats.holding import shortened
from askfirst.formats.phrases import day, level, number
from askfirst.formats.remembered import SOON_DAYS, Memory
from askfirst_checks.answers import Answer
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.words import Text

_ANSWERS = (Text("1 answer", "1 Antwort"), Text("{n} answers", "{n} Antworten"))
_NONE = Text("No answers are recorded here.", "Hier sind keine Antworten festgehalten.")
_REFERENCE = Text("reference {reference}", "Aktenzeichen {reference}")
_SUPERSEDED = Text("superseded by {path}", "ersetzt durch {path}")
_COVERS = Text("covers {what}", "gilt für {what}")
_UNTIL = Text("valid until {day}", "gültig bis {day}")
_ENDED = Text("ended on {day}: is it to be renewed?", "endete am {day}: Soll sie erneuert werden?")
_OPEN_END = Text("no end date", "ohne Enddatum")
_BY = Text("by {who}", "von {who}")
_SOON = Text("Ends within {n} days", "Endet binnen {n} Tagen")
_DAYS = (Text("in 1 day", "in 1 Tag"), Text("in {n} days", "in {n} Tagen"))
_OPEN = Text("Open questions", "Offene Fragen")
_ALL_ANSWERED = Text("No question is open.", "Keine Frage ist offen.")


def render(memory: Memory, options: Options) -> str:
    """Three short lists, each only where it has something in it."""
    language = options.language
    lines = [number(len(memory.answers), _ANSWERS).said(language)] if memory.answers else [_NONE.said(language)]
    for answer in memory.answers:
        lines += _answer(memory, answer, options)
    if soon := memory.soon():
        lines += ["", _SOON.fill(n=SOON_DAYS).said(language)]
        lines += [clean(f"  {answer.path}  {_left(memory, answer, language)}") for answer in soon]
    lines += ["", *_open(memory, options)]
    lines += [line for each in memory.notices for line in wrap(each.said(language), options.width)]
    return "\n".join(lines) + "\n"


def _answer(memory: Memory, answer: Answer, options: Options) -> Iterator[str]:
    language = options.language
    kind, outcome = KINDS[answer.kind].said(language), OUTCOMES.get(answer.outcome, Text("", "")).said(language)
    yield clean(f"  {answer.path}")
    facts = [": ".join(part for part in (kind, outcome) if part)]
    if answer.reference:
        facts.append(_REFERENCE.fill(reference=answer.reference).said(language))
    if later := memory.later(answer):
        facts.append(_SUPERSEDED.fill(path=later.path).said(language))
    if cut := shortened(answer):
        facts.append(cut.said(language))
    if answer.outcome != "pending" or memory.left(answer) is not None:
        facts.append(_end(memory, answer, language))
    if answer.by:
        facts.append(_BY.fill(who=answer.by).said(language))
    yield from wrap(", ".join(facts), options.width, "    ", "    ")
    named = ", ".join((*answer.institutions, *answer.people, *answer.countries))
    covers = f"{named} ({answer.work})" if answer.work else named
    yield from wrap(_COVERS.fill(what=covers).said(language), options.width, "    ", "    ")


def _end(memory: Memory, answer: Answer, language: str) -> str:
    left = memory.left(answer)
    if left is None:
        return _OPEN_END.said(language)
    return (_ENDED if left < 0 else _UNTIL).fill(day=day(answer.ends, language)).said(language)


def _left(memory: Memory, answer: Answer, language: str) -> str:
    left = memory.left(answer) or 0
    return f"{day(answer.ends, language)} ({number(left, _DAYS).said(language)})"


def _open(memory: Memory, options: Options) -> Iterator[str]:
    language = options.language
    asked = [(outcome, finding) for outcome in memory.outcomes for finding in outcome.report.questions]
    if not asked:
        yield _ALL_ANSWERED.said(language)
        return
    yield _OPEN.said(language)
    for outcome, finding in asked:
        place = f"{outcome.place(finding.span.file)}:{finding.span.line}"
        title = f"{finding.code} {finding.name.said(language)}"
        yield clean(
            f"  {place}  {level(finding).said(language)}  {title}" + (f": {finding.printed}" if finding.printed else "")
        )
