"""The result of a look-up as text: what a service says, named as such, and what it asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from askfirst.formats.clean import wrap
from askfirst.formats.phrases import LEVELS, WHOM, level, number
from askfirst.library import shape
from askfirst.online.judging import LookedUp
from askfirst.online.looking import CANCELLED, Found
from askfirst.online.record import Hint, Record
from askfirst.online.services import SERVICES
from askfirst.online.wanted import Selection
from askfirst.terminal import width
from askfirst_checks.days import written
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text, same

MOST_WORKS = 20
"""works up to which those without a question are shown, too"""
MOST_HINTS = 12
_SAYS = Text("{service} says ({day}){whom}: {text}", "{service} sagt ({day}){whom}: {text}")
_ASSIGNS = Text(
    "{service} assigns ({day}), without printed words{whom}: {text}",
    "{service} ordnet zu ({day}), ohne Wortlaut aus der Arbeit{whom}: {text}",
)
_NUMBER = Text(
    "{service} names a number only ({day}){whom}: {text}; askfirst look-up --ror asks which institution that is",
    "{service} nennt nur eine Nummer ({day}){whom}: {text}; askfirst look-up --ror fragt, welche Einrichtung das ist",
)
_WHOM = Text(", for {who}", ", bei {who}")
_MORE = (
    Text("and 1 more affiliation", "und 1 weitere Affiliation"),
    Text("and {n} more affiliations", "und {n} weitere Affiliationen"),
)
_GROUP = Text("{service} names as an author ({day}): {text}", "{service} nennt als Autor ({day}): {text}")
_OTHER = Text("{service} answers for another DOI: {doi}", "{service} antwortet zu einer anderen DOI: {doi}")
_OTHERS = Text(
    "{service} names none of the authors of your entry: is this its DOI?",
    "{service} nennt niemanden aus Ihrem Eintrag: Ist das seine DOI?",
)
_NOT_FOUND = Text("{service} does not know this number ({day})", "{service} kennt diese Nummer nicht ({day})")
_NO_AFFILIATION = Text("{service} names no affiliation ({day})", "{service} nennt keine Affiliation ({day})")
_PARTLY = Text(
    "{service} names no affiliation for {n} of {all} authors",
    "{service} nennt bei {n} von {all} Autorinnen und Autoren keine Affiliation",
)
_CUT = Text("{service}: not every author was read", "{service}: nicht alle Autorinnen und Autoren wurden gelesen")
_NONE = Text("No question by what was found.", "Keine Frage nach dem, was gefunden wurde.")
_CHECK = Text(
    "A hint, not the paper's own words: see first what the paper itself prints. {then}",
    "Ein Hinweis, nicht der Wortlaut der Arbeit: Sehen Sie zuerst nach, was die Arbeit selbst angibt. {then}",
)
_THEN = {
    "library": Text(
        "If it is so, a line “Affiliation: …” in a note of the item lets askfirst zotero ask, and keep your answer.",
        "Stimmt es, fragt askfirst zotero mit einer Zeile „Affiliation: …“ in einer Notiz zum Eintrag danach und "
        "hält Ihre Antwort fest.",
    ),
    "bib": Text(
        "If it is so, affiliation = {{…}} in the entry lets askfirst check ask, and askfirst answer keep your answer.",
        "Stimmt es, fragt askfirst check mit affiliation = {{…}} im Eintrag danach, und askfirst answer hält Ihre "
        "Antwort fest.",
    ),
    "typed": Text(
        "If it is so, it is a question for your export-control office.",
        "Stimmt es, ist es eine Frage für Ihre Exportkontrollstelle.",
    ),
}
_WORKS = (Text("1 looked up", "1 nachgeschlagen"), Text("{n} looked up", "{n} nachgeschlagen"))
_OPEN = (Text("1 question open", "1 Frage offen"), Text("{n} questions open", "{n} Fragen offen"))
_CLOSING = Text("{works}: {open}, {answered} answered", "{works}: {open}, {answered} beantwortet")
_UNKNOWN = Text(", affiliation still unknown for {n}", ", Affiliation weiter unbekannt bei {n}")
_NOT_ASKED = Text(", no answer for {n}", ", keine Antwort zu {n}")
_WITHOUT = Text(", {n} without a DOI", ", {n} ohne DOI")
_PRINTED = (
    Text(
        ", 1 not asked about because its affiliation is known", ", 1 nicht gefragt, weil ihre Affiliation bekannt ist"
    ),
    Text(
        ", {n} not asked about because their affiliation is known",
        ", {n} nicht gefragt, weil ihre Affiliation bekannt ist",
    ),
)
_REFUSED = Text(
    "Not sent, because it is no plain DOI: {numbers}", "Nicht gesendet, weil keine schlichte DOI: {numbers}"
)
_TIMES = Text("{says} ({n} times)", "{says} ({n}-mal)")
_LISTS = Text(". Lists of {day}.", ". Listen vom {day}.")


class Result(NamedTuple):
    """One run."""

    selection: Selection
    found: Found
    works: tuple[LookedUp, ...]
    lists_of: str


def as_text(result: Result, language: str) -> str:
    """Works with a question first, whom to ask, what went wrong, and the closing line."""
    asking = [each for each in result.works if each.state in ("open", "waiting")]
    shown = result.works if len(result.works) <= MOST_WORKS else asking
    lines: list[str] = []
    for work in shown:
        lines += [*_block(work, language), ""]
    if contact := dict.fromkeys(line.said(language) for each in asking for line in each.judged.contact):
        lines += [*wrap(WHOM.fill(contact="; ".join(contact)).said(language), width(), "", "  "), ""]
    if asking:
        lines += [*wrap(_CHECK.fill(then=_THEN[result.selection.origin].fill()).said(language), width()), ""]
    for text in notices(result):
        lines += wrap(text.said(language), width(), "", "  ")
    lines += wrap(closing(result).said(language), width())
    return "\n".join(lines) + "\n"


def _block(work: LookedUp, language: str) -> Iterator[str]:
    item = work.item
    head = f"doi:{item.doi}" if item.doi else f"https://ror.org/{item.ror}"
    title = f"  {item.title}" if item.title else ""
    key = f"  [{item.key}]" if item.key else ""
    year = f"{work.year}  " if work.year else ""
    yield from wrap(f"{year}{head}{title}{key}", width(), "", "      ")
    for line in said_of(work):
        yield from wrap(line.said(language), width(), "      ", "        ")
    for finding in work.judged.findings:
        yield from _question(finding, language)


def said_of(work: LookedUp) -> list[Text]:
    """What each service said, one line each; why there is nothing, where there is nothing."""
    lines: list[Text] = []
    for record in work.records:
        lines += _of_record(record, work)
    lines += work.failures
    return [*lines, _NONE] if work.state == "none" else lines


def _of_record(record: Record, work: LookedUp) -> Iterator[Text]:
    named: dict[str, str | Text] = {"service": SERVICES[record.service].name, "day": written(record.day)}
    if not record.found:
        yield _NOT_FOUND.fill(**named)
        return
    if record.doi and work.item.doi and record.doi != work.item.doi:
        yield _OTHER.fill(**named, doi=record.doi)
    if work.names_others(record):
        yield _OTHERS.fill(**named)
    yield from _hints(record, work)
    if not record.hints:
        yield _NO_AFFILIATION.fill(**named)
    elif record.without:
        yield _PARTLY.fill(**named, n=record.without, all=record.authors)
    for group in record.groups[:MOST_HINTS]:
        yield _GROUP.fill(**named, text=group)
    if record.is_cut:
        yield _CUT.fill(**named)


def _hints(record: Record, work: LookedUp) -> Iterator[Text]:
    """What asks stands first."""
    asked = {text for finding in work.judged.findings for text in _printed(finding)}
    hints = sorted(record.hints, key=lambda hint: hint.text not in asked)
    for hint in hints[:MOST_HINTS]:
        yield says(record, hint)
    if len(hints) > MOST_HINTS:
        yield number(len(hints) - MOST_HINTS, _MORE)


def _printed(finding: Finding) -> Iterator[str]:
    yield finding.printed
    for weaker in finding.also:
        yield weaker.printed


def says(record: Record, hint: Hint) -> Text:
    """``OpenAlex says (29 Nov 2026), for B. Beispiel: Example Institute, Pyongyang``."""
    whom = _WHOM.fill(who=_some(hint.people)) if hint.people else same("")
    form = _NUMBER if hint.is_number else _ASSIGNS if hint.assigned else _SAYS
    return form.fill(
        service=SERVICES[record.service].name, day=written(record.day), whom=whom, text=shape.line(hint.text)
    )


def _some(people: Sequence[str]) -> str:
    return ", ".join(map(shape.line, people[:4])) + (f" (+{len(people) - 4})" if len(people) > 4 else "")


def _question(finding: Finding, language: str) -> Iterator[str]:
    word = LEVELS[finding.level] if finding.state == "open" else level(finding)
    yield from wrap(
        f"{word.said(language)}  {finding.code}: {finding.reads.said(language)}", width(), "      ", "        "
    )
    for ground in finding.grounds:
        yield from wrap(_ground(ground, language), width(), "      = ", "        ")
    yield from wrap(finding.question.said(language), width(), "      ? ", "        ")
    for weaker in finding.also:
        yield from _question(weaker, language)


_SINCE = Text("since {day}: {act}; source: {url}", "seit {day}: {act}; Quelle: {url}")
_ACT = Text("{act}; source: {url}", "{act}; Quelle: {url}")


def _ground(ground: Ground, language: str) -> str:
    url = ground.url or ground.source
    form = _SINCE if ground.since else _ACT
    return form.fill(day=written(ground.since), act=ground.act, url=url).said(language)


def notices(result: Result) -> list[Text]:
    """What could not be asked, and why."""
    texts = [asked.stopped for asked in result.found.asked if asked.stopped and asked.stopped is not CANCELLED]
    if result.found.is_cancelled:
        texts.append(CANCELLED)
    if len(result.works) > MOST_WORKS:  # else they stand beside the work
        counted = Counter(text for work in result.works for text in work.failures)
        texts += [_TIMES.fill(says=text, n=n) for text, n in counted.most_common(5)]
    if refused := result.selection.refused:
        more = f" (+{len(refused) - 10})" if len(refused) > 10 else ""
        texts.append(_REFUSED.fill(numbers=", ".join(shape.line(each[:100]) for each in refused[:10]) + more))
    return list(dict.fromkeys(texts))


def closing(result: Result) -> Text:
    """How many were looked up, what is open, of how many nothing is known still."""
    findings = [each for work in result.works for first in work.judged.findings for each in (first, *first.also)]
    opened = sum(each.level != "note" and each.state != "answered" for each in findings)
    answered = sum(each.state == "answered" for each in findings)
    there = [work for work in result.works if work.state != "not-asked"]
    parts = [
        _CLOSING.fill(works=number(len(there), _WORKS), open=number(opened, _OPEN), answered=answered),
        _if(_UNKNOWN, sum(work.state == "unknown" for work in there)),
        _if(_NOT_ASKED, len(result.works) - len(there)),
        _if(_WITHOUT, result.selection.without_number),
        number(result.selection.printed, _PRINTED) if result.selection.printed else same(""),
        _LISTS.fill(day=written(result.lists_of)),
    ]
    return Text("".join(part.en for part in parts), "".join(part.de for part in parts))


def _if(text: Text, n: int) -> Text:
    return text.fill(n=n) if n else same("")
