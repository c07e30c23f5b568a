"""From findings to what an editor shows: diagnostics, hover, the line over the author block."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from lsprotocol import types

from askfirst.formats import ABOUT_LISTS
from askfirst.formats import clean as cleaning
from askfirst.formats.command import may_be_misread
from askfirst.formats.phrases import day, oldest_list
from askfirst_checks.model import Finding, Ground, Report, Span
from askfirst_checks.words import Text, same

clean = lru_cache(maxsize=512)(cleaning.clean)
"""as what is shown says the same at every keystroke"""
Locate = Callable[[Span], types.Location]
"""where a span lies, as the client counts"""

SOURCE = "askfirst"
SEVERITY = {
    "stop": types.DiagnosticSeverity.Error,
    "ask": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
CONSULTATION = "AF701"
_SINCE = Text("since {day}: {act}", "seit {day}: {act}")
_ELSEWHERE = Text("the same institution stands here too", "dieselbe Einrichtung steht auch hier")
_FURTHER = Text("further evidence", "weitere Hinweise")
_WHOM = Text("Whom to ask: {contact}", "Ansprechstellen: {contact}")
_ANSWERED = Text("Answered in `{file}`.", "Beantwortet in `{file}`.")
_PENDING = Text("Asked, not answered yet: `{file}`.", "Angefragt, noch nicht beantwortet: `{file}`.")
_WAYS = Text(
    "Ways on, as code actions: record an answer (asked already), draft the enquiry (not yet){other}.",
    "Weiter mit den Code-Aktionen: Antwort festhalten (schon gefragt), Anfrage entwerfen (noch nicht){other}.",
)
_OTHER = Text(", not this institution", ", nicht diese Einrichtung")
_LISTS = Text("{oldest} Nothing left this machine.", "{oldest} Nichts hat diesen Rechner verlassen.")
_OPEN = (Text("1 question open", "1 Frage offen"), Text("{n} questions open", "{n} Fragen offen"))
_ANSWERS = Text("{n} answered", "{n} beantwortet")


def concise(finding: Finding, language: str) -> str:
    """The question first, then how the words were read and on what it rests: what stands under the squiggle.

    With what the measure says, for a question may ask about "that decision"; and the question and act of each leg.
    """
    lines = [finding.question.said(language), finding.reads.said(language)]
    lines += [
        words for ground in finding.grounds[:1] for words in (grounded(ground, language), ground.says.said(language))
    ]
    for leg in finding.legs:
        lines += [leg.question.said(language), *(grounded(ground, language) for ground in leg.grounds[:1])]
    return "\n".join(clean(line) for line in lines if line)


def grounded(ground: Ground, language: str) -> str:
    """``since 30 Nov 2016: UN Security Council Resolution 2321, paragraph 11``"""
    act = ground.act.said(language)
    return _SINCE.fill(day=day(ground.since, language), act=act).said(language) if ground.since else act


def data(finding: Finding) -> dict[str, Any]:
    """What finds this question again when a code action comes back: what it is about, never a line."""
    return {
        "code": finding.code,
        "printed": finding.printed,
        "institutions": list(finding.subject.institutions),
        "countries": list(finding.subject.countries),
        "people": list(finding.subject.people),
    }


def diagnostic(finding: Finding, locate: Locate, language: str, page: str | None, document: str) -> types.Diagnostic:
    """The diagnostic of *finding*. *page* is the URI of its rule's page; *document* that of the root file."""
    return types.Diagnostic(
        range=locate(finding.span).range,
        message=concise(finding, language),
        severity=SEVERITY[finding.level],
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=_related(finding, locate, language) or None,
        data={"root": document, **data(finding)},
    )


def _related(finding: Finding, locate: Locate, language: str) -> list[types.DiagnosticRelatedInformation]:
    here = locate(finding.span)
    related = [
        types.DiagnosticRelatedInformation(here, clean(f"{grounded(ground, language)} — {ground.source}"))
        for each in (finding, *finding.legs)
        for ground in each.grounds
    ]
    related += [
        types.DiagnosticRelatedInformation(locate(span), _ELSEWHERE.said(language)) for span in finding.elsewhere
    ]
    return related


def visible(report: Report, notes: bool) -> list[Finding]:
    """The findings that are shown: all that no answer reaches, notes if wanted.

    How old the lists are is no remark on the author's words: the hover says it. The missing consultation, which the
    report keeps under the strongest question, stands at the author block as well.
    """
    told = (f for f in report.findings if f.code != ABOUT_LISTS)
    shown = [f for f in told if f.state != "answered" and (notes or f.level != "note")]
    block = [weaker for f in shown for weaker in f.also if weaker.code == CONSULTATION and weaker.span != f.span]
    return [*shown, *block[:1]]


def hover(finding: Finding, report: Report, language: str) -> str:
    """Everything about one question, as Markdown."""
    parts = [f"**{finding.code} {finding.name.said(language)}** · {_escaped(clean(finding.printed))}"]
    parts.append(_escaped(clean(finding.reads.said(language))))
    parts.append("\n".join(_evidence(ground, language) for ground in finding.grounds))
    if finding.also:
        parts.append(_FURTHER.said(language) + ":\n" + "\n".join(_also(weaker, language) for weaker in finding.also))
    parts.append(f"**{_escaped(clean(finding.question.said(language)))}**")
    for leg in finding.legs:
        parts.append(f"**{leg.code} {leg.name.said(language)}**")
        parts.append("\n".join(_evidence(ground, language) for ground in leg.grounds))
        parts.append(f"**{_escaped(clean(leg.question.said(language)))}**")
    parts.append(_state(finding, language) or _ways(finding, language))
    if report.contact:
        contact = "; ".join(line.said(language) for line in report.contact)
        parts.append(_WHOM.fill(contact=_escaped(clean(contact))).said(language))
    if report.oldest:
        parts.append(_LISTS.fill(oldest=oldest_list(report.oldest, report.today)).said(language))
    return "\n\n".join(part for part in parts if part)


def _state(finding: Finding, language: str) -> str:
    if not finding.answer or finding.state == "open":
        return ""
    return (_ANSWERED if finding.state == "answered" else _PENDING).fill(file=finding.answer).said(language)


def _ways(finding: Finding, language: str) -> str:
    if finding.level == "note" or not finding.grounds:
        return ""
    return _WAYS.fill(other=_OTHER if may_be_misread(finding) else same("")).said(language)


def _evidence(ground: Ground, language: str) -> str:
    source = f"[{_escaped(ground.source)}]({ground.url})" if ground.url else _escaped(ground.source)
    line = f"- {_escaped(clean(grounded(ground, language)))} ({source})"
    says = ground.says.said(language)
    return f"{line}  \n  {_escaped(clean(says))}" if says else line


def _also(finding: Finding, language: str) -> str:
    acts = "; ".join(grounded(ground, language) for ground in finding.grounds)
    words = f"{finding.code} {finding.name.said(language)}: {acts or finding.reads.said(language)}"
    return f"- {_escaped(clean(words))}"


def _escaped(text: str) -> str:
    """*text* with nothing in it that Markdown would act on: what a manuscript prints must stay print."""
    return "".join("\\" + character if character in "\\`*_{}[]<>#|~!" else character for character in text)


def overview(report: Report, language: str) -> str:
    """``askfirst: 2 questions open, 1 answered``"""
    answered = sum(finding.state == "answered" for finding in report.findings)
    number = len(report.questions)
    questions = _OPEN[0] if number == 1 else _OPEN[1].fill(n=number)
    return f"askfirst: {questions.said(language)}, {_ANSWERS.fill(n=answered).said(language)}"


def summary(report: Report, language: str) -> str:
    """The overview, and each open question on a line of its own."""
    lines = [f"{f.code} {clean(f.printed)}: {clean(f.question.said(language))}" for f in report.questions]
    lines += [clean(line.said(language)) for line in report.instructed]
    return "\n".join([overview(report, language), *lines])


def instructed(line: Text, report: Report, locate: Locate, language: str) -> types.Diagnostic:
    """A stop that is quiet by the office's written instruction, at the author block: it stays visible."""
    place, words = locate(head(report)).range, clean(line.said(language))
    return types.Diagnostic(place, words, severity=SEVERITY["note"], source=SOURCE, code="instructed")


def head(report: Report) -> Span:
    """Where something stands that is about the whole work."""
    return report.manuscript.author_block or Span(report.manuscript.root, 1, 1, 1, 1)


def mistake(line: int, words: str) -> types.Diagnostic:
    """A broken answer, configuration or profile: what is wrong, on its *line* (from 1)."""
    where = types.Position(max(line - 1, 0), 0)
    end = types.Position(where.line, 1000)  # a client stops at the line's end
    range_ = types.Range(where, end)
    return types.Diagnostic(range_, clean(words), severity=SEVERITY["stop"], source=SOURCE, code="file")
