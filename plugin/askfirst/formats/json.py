"""The check as one JSON object, ``askfirst/check/1``: README.md in this folder says what each field means."""

from __future__ import annotations

import json
from collections.abc import Sequence

from askfirst.formats import Options, Outcome, number_of
from askfirst.formats.command import answer_command
from askfirst_checks.light import TYPE_CHECKING, Any
from askfirst_checks.model import Finding, Ground, ListDate, Problem, Span

if TYPE_CHECKING:
    from askfirst_checks.policy.jurisdiction import Regime

SCHEMA = "askfirst/check/1"


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """Everything, notes and answered questions included, whatever the options hide elsewhere."""
    findings = [finding for outcome in outcomes for finding in outcome.report.findings]
    whole = {
        "schema": SCHEMA,
        "language": options.language,
        "open": sum(len(outcome.report.questions) for outcome in outcomes),
        "answered": sum(finding.state == "answered" for finding in findings),
        "notes": sum(finding.level == "note" and finding.state != "answered" for finding in findings),
        "earlier": sum(outcome.earlier for outcome in outcomes),
        "unfinished": list(options.unfinished),
        "notices": [each.said(options.language) for each in options.notices],
        "documents": [_document(outcome, options) for outcome in outcomes],
        "lists": [_list_date(each, options) for each in options.lists],
        "regimes": [_regime(each, options) for each in options.regimes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _document(outcome: Outcome, options: Options) -> dict[str, Any]:
    report, manuscript = outcome.report, outcome.report.manuscript
    return {
        "file": outcome.place(manuscript.root),
        "form": manuscript.form,
        "date": report.today,
        "lists_of": report.lists_of,
        "oldest_list": _list_date(report.oldest, options),
        "jurisdiction": report.jurisdiction,
        "has_author_block": manuscript.has_author_block,
        "read": {
            "authors": len(manuscript.authors),
            "affiliations": len({affiliation.text for affiliation in manuscript.affiliations}),
            "references": sum(bibliography.entries for bibliography in manuscript.bibliographies),
            "files": [outcome.place(file) for file in sorted(manuscript.sources)],
        },
        "problems": [_problem(outcome, problem, options) for problem in manuscript.problems],
        "contact": [line.said(options.language) for line in report.contact],
        "answers": [outcome.place(path) for path in report.answers],
        "instructed": [line.said(options.language) for line in report.instructed],
        "findings": [_finding(outcome, finding, options) for finding in report.findings],
    }


def _list_date(each: ListDate | None, options: Options) -> dict[str, str] | None:
    if each is None:
        return None
    return {"id": each.id, "kind": each.kind, "as_of": each.as_of, "name": each.name.said(options.language)}


def _regime(each: Regime, options: Options) -> dict[str, str]:
    name, silence = each.name.said(options.language), each.silence.said(options.language)
    return {"id": each.id, "coverage": each.coverage, "name": name, "silence": silence}


def _finding(outcome: Outcome, finding: Finding, options: Options) -> dict[str, Any]:
    language = options.language
    return {
        "code": finding.code,
        "name": finding.name.said(language),
        "level": finding.level,
        "state": finding.state,
        "span": _span(outcome, finding.span),
        "elsewhere": [_span(outcome, span) for span in finding.elsewhere],
        "printed": finding.printed,
        "reads": finding.reads.said(language),
        "question": finding.question.said(language),
        "command": answer_command(outcome, finding, options),
        "people": list(finding.people),
        "subject": {key: list(getattr(finding.subject, key)) for key in ("institutions", "countries", "people")},
        "grounds": [_ground(ground, language) for ground in finding.grounds],
        "also": [
            {
                "code": weaker.code,
                "name": weaker.name.said(language),
                "level": weaker.level,
                "reads": weaker.reads.said(language),
            }
            for weaker in finding.also
        ],
        "answer": outcome.place(finding.answer) if finding.answer else None,
        "number": number_of(outcome, finding) or None,
        "entries": [
            {"code": hit.entry.code, "strength": hit.strength, "words": list(hit.words)} for hit in finding.topics
        ],
        "legs": [_finding(outcome, leg, options) for leg in finding.legs],
    }


def _ground(ground: Ground, language: str) -> dict[str, Any]:
    return {
        "measure": ground.measure,
        "layer": ground.layer,
        "act": ground.act.said(language),
        "since": ground.since or None,
        "says": ground.says.said(language),
        "source": ground.source,
        "url": ground.url,
        "read_in": ground.read_in.said(language) or None,
        "quieted_by": list(ground.quieted_by),
    }


def _problem(outcome: Outcome, problem: Problem, options: Options) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "says": problem.says.said(options.language),
        "subject": problem.subject,
        "span": _span(outcome, problem.span),
    }


def _span(outcome: Outcome, span: Span) -> dict[str, Any]:
    return {**span._asdict(), "file": outcome.place(span.file)}
