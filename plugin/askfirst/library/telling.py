"""The result of ``askfirst zotero`` as text or JSON, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from askfirst.formats.clean import wrap
from askfirst.formats.phrases import WHOM, day, level, number, oldest_list
from askfirst.library import shape
from askfirst.library.judging import Judged
from askfirst.library.report import page, table, text
from askfirst.library.report.data import as_data
from askfirst.library.report.shown import Shown, shown
from askfirst.library.task import Result
from askfirst.terminal import width
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text, same

SCHEMA = "askfirst/library/2"
MOST_IN_FULL = 3
"""works with a question that are shown each with its questions, as they are numbered for an answer"""
_WITH = Text("with {who}", "mit {who}")
_AT = Text("at {where} ({source})", "Affiliation: {where} ({source})")
_UNKNOWN = Text("affiliation unknown", "Affiliation unbekannt")
_PARTLY = Text("further affiliations unknown", "weitere Affiliationen unbekannt")
_SINCE = Text("since {day}: {act}", "seit {day}: {act}")
_SOURCE = Text("source: {url}", "Quelle: {url}")
_YES = Text("answer: repeat with --answer {key} --kind …", "Antwort: noch einmal mit --answer {key} --kind …")
_YES_ONE = Text(
    "answer: repeat with --answer {key} --for NUMBER --kind …",
    "Antwort: noch einmal mit --answer {key} --for NUMMER --kind …",
)
_NUMBERED = "[{n}] {reads}"
_UNTITLED = Text("untitled", "ohne Titel")
_WORKS = (Text("1 work", "1 Arbeit"), Text("{n} works", "{n} Arbeiten"))
_OURS = (
    Text("1 of our authors", "1 von unseren Autorinnen und Autoren"),
    Text("{n} of our authors", "{n} von unseren Autorinnen und Autoren"),
)
_READ = Text("Read {works}", "{works} gelesen")
_NOBODY = Text(", affiliation unknown for {unknown}", ", Affiliation unbekannt bei {unknown}")
_OPEN = (Text("1 question open", "1 Frage offen"), Text("{n} questions open", "{n} Fragen offen"))
_REST = Text(". {open}, {answered} answered", ". {open}, {answered} beantwortet")
_NOTES = (Text(", 1 note", ", 1 Hinweis"), Text(", {n} notes", ", {n} Hinweise"))
_UNREAD = (
    Text(", 1 item unreadable", ", 1 Eintrag nicht lesbar"),
    Text(", {n} items unreadable", ", {n} Einträge nicht lesbar"),
)


def write(result: Result, language: str, form: str, names: bool) -> str:
    """*result* as *form*; text, html and csv name persons only if *names*, JSON holds what the library holds."""
    if form == "json":
        return as_json(result, language)
    report = shown(result.collected, result.policy, result.task.called(language), result.today, language, names)
    report = report._replace(is_of_ours=result.ours is not None, is_local=not result.task.where.web)
    if form == "text":
        return as_text(result, report)
    return page.as_html(report) if form == "html" else table.as_csv(report)


def as_text(result: Result, report: Shown) -> str:
    """The report, each work in full where they are few, whom to ask, and the closing line."""
    language = report.language
    lines = text.as_text(report).splitlines()
    works = [judged for judged in result.judged if judged.findings]
    for judged in works if len(works) <= MOST_IN_FULL else ():
        lines += [*_block(judged, result, report), ""]
    asking = [judged for judged in result.judged if judged.state in ("open", "waiting")]
    if contact := dict.fromkeys(line.said(language) for judged in asking for line in judged.contact):
        lines += [*wrap(WHOM.fill(contact="; ".join(contact)).said(language), width(), "", "  "), ""]
    lines += wrap(_closing(result).said(language), width())
    for line in result.instructed:
        lines += wrap(line.said(language), width())
    return "\n".join(lines) + "\n"


def _block(judged: Judged, result: Result, report: Shown) -> Iterator[str]:
    work, language = judged.work, report.language
    doi = f"  doi:{work.doi}" if work.doi else ""
    title = work.title or _UNTITLED.said(language)
    yield from wrap(f"{work.year or '----'}  {title}{doi}  [{work.key}]", width(), "", "      ")
    others = result.ours.others(work) if result.ours else work.authors if report.names else ()
    if others:
        yield from _indented(_WITH.fill(who=_some(others)), language)
    for printed in work.affiliations[:20]:
        yield from _indented(_AT.fill(where=printed.text, source=shape.SOURCES[printed.source]), language)
    if not work.known():
        yield from _indented(_PARTLY if work.is_partial else _UNKNOWN, language)
    for finding in (each for first in judged.findings for each in (first, *first.legs)):
        yield from _question(finding, judged.questions, language)
    if judged.questions:
        yield from _indented((_YES_ONE if len(judged.questions) > 1 else _YES).fill(key=work.key), language)


def _question(finding: Finding, questions: tuple[Finding, ...], language: str) -> Iterator[str]:
    reads = f"{shape.said(level(finding), language)}  {finding.code}: {finding.reads.said(language)}"
    number_of = next((n for n, each in enumerate(questions, 1) if each is finding), 0)
    if number_of and len(questions) > 1:
        reads = _NUMBERED.format(n=number_of, reads=reads)
    yield from wrap(reads, width(), "      ", "        ")
    for ground in finding.grounds:
        yield from wrap(_ground(ground, language), width(), "      = ", "        ")
    yield from wrap(finding.question.said(language), width(), "      ? ", "        ")


def _ground(ground: Ground, language: str) -> str:
    act = ground.act.said(language)
    since = _SINCE.fill(day=day(ground.since, language), act=act).said(language) if ground.since else act
    return f"{since}; {_SOURCE.fill(url=ground.url or ground.source).said(language)}"


def _indented(text: Text, language: str) -> list[str]:
    return wrap(text.said(language), width(), "      ", "        ")


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:8]) + (f" (+{len(names) - 8})" if len(names) > 8 else "")


def _closing(result: Result) -> Text:
    """What was read, of how many works no affiliation is known, what is open."""
    findings = [finding for judged in result.judged for finding in judged.findings]
    opened = sum(len(judged.questions) for judged in result.judged)
    notes = sum(each.level == "note" and each.state != "answered" for each in findings)
    answered = sum(each.state == "answered" for each in findings)
    parts = [_READ.fill(works=number(result.counts.works, _WORKS))]
    if result.ours:
        parts.append(Text(", {n}", ", {n}").fill(n=number(result.looked_at, _OURS)))
    if result.unknown:
        parts.append(_NOBODY.fill(unknown=result.unknown))
    if result.counts.unreadable:
        parts.append(number(result.counts.unreadable, _UNREAD))
    parts.append(_REST.fill(open=number(opened, _OPEN), answered=answered))
    if notes:
        parts.append(number(notes, _NOTES))
    parts.append(same("." if result.oldest is None else ". "))
    if result.oldest:
        parts.append(oldest_list(result.oldest, result.today))
    return Text("".join(part.en for part in parts), "".join(part.de for part in parts))


def as_json(result: Result, language: str) -> str:
    """The same as one JSON object, ``askfirst/library/2``."""
    whole = {
        "schema": SCHEMA,
        "library": result.task.where.name,
        "works": result.counts.works,
        "looked_at": result.looked_at,
        "unknown": result.unknown,
        "unreadable": result.counts.unreadable,
        "lists_of": result.lists_of,
        "says": _closing(result).said(language),
        "instructed": [shape.said(line, language) for line in result.instructed],
        **as_data(shown(result.collected, result.policy, result.task.called(language), result.today, language)),
        "found": [_work(judged, result, language) for judged in result.judged],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _work(judged: Judged, result: Result, language: str) -> dict[str, Any]:
    work = judged.work
    return {
        "key": work.key,
        "title": shape.line(work.title),
        "year": work.year,
        "doi": shape.line(work.doi),
        "with": [shape.line(name) for name in (result.ours.others(work) if result.ours else work.authors)],
        "affiliations": [
            {"text": shape.line(each.text), "from": each.source, "of": shape.line(each.owner)}
            for each in work.affiliations
        ],
        **shape.item(judged, language),
    }
