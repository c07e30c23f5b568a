"""SARIF 2.1.0 (OASIS): for code-scanning views. Answered questions are there, marked as suppressed by their answer."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, with_legs
from askfirst.formats.clean import clean
from askfirst.formats.fingerprint import fingerprint
from askfirst.formats.grounds import NOBODY_ASKED, act_since, beneath
from askfirst.formats.phrases import whom_to_ask
from askfirst_checks.light import Any
from askfirst_checks.model import Finding, Ground, Span

LEVELS = {"stop": "error", "ask": "warning", "note": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """One run with every finding; the regions count code points, as the manuscript's own spans do."""
    import json

    from askfirst import __version__

    found = [(outcome, finding) for outcome in outcomes for finding in with_legs(outcome.report.findings)]
    codes = sorted({finding.code for _, finding in found})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "askfirst",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, outcomes, options.language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": options.language,
        "results": [_result(outcome, finding, codes, options) for outcome, finding in found],
    }
    told = (notice for outcome in outcomes for notice in _instructed(outcome, options.language))
    if notices := [*_notices(options), *told]:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notices}]
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1) + "\n"


def _instructed(outcome: Outcome, language: str) -> list[dict[str, Any]]:
    """A notification for each stop that is quiet by the office's instruction: a viewer hides what is answered."""
    span = head_of(outcome)
    return [
        {"level": "note", "message": {"text": clean(line.said(language))}, "locations": [_location(outcome, span)]}
        for line in outcome.report.instructed
    ]


def head_of(outcome: Outcome) -> Span:
    """Where something stands that is about the whole document."""
    manuscript = outcome.report.manuscript
    return manuscript.author_block or Span(manuscript.root, 1, 1, 1, 1)


def _notices(options: Options) -> list[dict[str, Any]]:
    """What the repository keeps from being asked, as notifications of the tool."""
    return [{"level": "note", "message": {"text": clean(each.said(options.language))}} for each in options.notices]


def _rule(code: str, outcomes: Sequence[Outcome], language: str) -> dict[str, Any]:
    from askfirst_checks import rules
    from askfirst_checks.policy import load

    told = rules.page_in(load(outcomes[0].report.jurisdiction), code)
    text = told.page.said(language)
    first = " ".join(text.partition("\n\n")[0].split())
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in told.name.en.split("-")),
        "shortDescription": {"text": told.name.said(language)},
        "fullDescription": {"text": first},
        "help": {"text": text, "markdown": text},
    }


def _result(outcome: Outcome, finding: Finding, codes: list[str], options: Options) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVELS[finding.level],
        "message": {"text": message(outcome, finding, options.language)},
        "locations": [_location(outcome, finding.span)],
        "partialFingerprints": {"askfirst/v1": fingerprint(outcome, finding)},
    }
    if finding.elsewhere:
        result["relatedLocations"] = [_location(outcome, span) for span in finding.elsewhere]
    if finding.state == "answered":
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": clean(finding.answer)}]
    return result


def message(outcome: Outcome, finding: Finding, language: str) -> str:
    """What was printed, what it rests on, the question, and whom to ask: the text of one result, a sentence a line."""
    lines = [finding.printed, finding.reads.said(language), *(_ground(ground, language) for ground in finding.grounds)]
    lines += [beneath(weaker, finding).said(language) for weaker in finding.also if weaker.code != NOBODY_ASKED]
    lines += [finding.question.said(language), contact(outcome, finding, language)]
    return "\n".join(clean(line) for line in lines if line)


def contact(outcome: Outcome, finding: Finding, language: str) -> str:
    """Whom to ask, where *finding* asks something that is not answered."""
    asks = finding.level != "note" and finding.state != "answered"
    return whom_to_ask([outcome], language) if asks else ""


def _ground(ground: Ground, language: str) -> str:
    return ": ".join(part for part in (act_since(ground).said(language), ground.says.said(language)) if part)


def _location(outcome: Outcome, span: Span) -> dict[str, Any]:
    from urllib.parse import quote

    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": max(span.end_line, span.line),
        "endColumn": max(span.end_column, 1),
    }
    uri = quote(outcome.place(span.file).encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
