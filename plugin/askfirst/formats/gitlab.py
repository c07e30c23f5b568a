"""GitLab's code-quality report: a JSON array, one object a question.

Source: docs.gitlab.com, "Code Quality", report format (description, check_name, fingerprint, severity, location).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst.formats import Options, Outcome, shown
from askfirst.formats.clean import clean
from askfirst.formats.fingerprint import fingerprint
from askfirst.formats.grounds import act_since
from askfirst.formats.sarif import contact, head_of
from askfirst_checks.model import Finding, Span

_SEVERITIES = {"stop": "critical", "ask": "major", "note": "info"}


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """The array, without the byte order mark that GitLab refuses."""
    import json

    found = [_entry(outcome, finding, options) for outcome in outcomes for finding in shown(outcome, options)]
    instructed = ((outcome, line.said(options.language)) for outcome in outcomes for line in outcome.report.instructed)
    found += [_instructed(outcome, line) for outcome, line in instructed]
    return json.dumps([*found, *_notices(options)], ensure_ascii=True, indent=1) + "\n"


def _notices(options: Options) -> Iterator[dict[str, object]]:
    """What the repository keeps from being asked: one entry a notice, at the first line of its settings."""
    from hashlib import sha256

    for each in options.notices:
        yield {
            "description": clean(each.said(options.language)),
            "check_name": "askfirst/notice",
            "fingerprint": sha256(each.en.encode("utf-8", "surrogateescape")).hexdigest(),
            "severity": "info",
            "location": {"path": "askfirst.toml", "lines": {"begin": 1, "end": 1}},
        }


def _entry(outcome: Outcome, finding: Finding, options: Options) -> dict[str, object]:
    language = options.language
    whom = contact(outcome, finding, language)
    acts = "; ".join(act_since(ground).said(language) for ground in finding.grounds)
    rests = f"({acts})" if acts else finding.reads.said(language)
    parts = (finding.printed, rests, finding.question.said(language), f"({whom})" if whom else "")
    said = " ".join(part for part in parts if part)
    return {
        "description": clean(f"{finding.code} {finding.name.said(language)}: {said}"),
        "check_name": f"askfirst/{finding.code}",
        "fingerprint": fingerprint(outcome, finding),
        "severity": "info" if finding.state == "answered" else _SEVERITIES[finding.level],
        "location": _location(outcome, finding.span),
    }


def _instructed(outcome: Outcome, line: str) -> dict[str, object]:
    """A stop that is quiet by the office's written instruction."""
    from hashlib import sha256

    return {
        "description": clean(line),
        "check_name": "askfirst/instructed",
        "fingerprint": sha256(f"{outcome.report.manuscript.root}\0{line}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "info",
        "location": _location(outcome, head_of(outcome)),
    }


def _location(outcome: Outcome, span: Span) -> dict[str, object]:
    lines = {"begin": span.line, "end": max(span.end_line, span.line)}
    return {"path": clean(outcome.place(span.file)), "lines": lines}
