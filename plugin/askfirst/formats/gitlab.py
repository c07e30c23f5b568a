"""GitLab's code-quality report: a JSON array, one object a question.

Source: docs.gitlab.com, "Code Quality", report format (description, check_name, fingerprint, severity, location).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst.formats import Options, Outcome, shown
from askfirst.formats.clean import clean
from askfirst.formats.fingerprint import fingerprint
from askfirst.formats.sarif import contact
from askfirst_checks.model import Finding

_SEVERITIES = {"stop": "critical", "ask": "major", "note": "info"}


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """The array, without the byte order mark that GitLab refuses."""
    import json

    found = [_entry(outcome, finding, options) for outcome in outcomes for finding in shown(outcome, options)]
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
    whom = contact(outcome, finding, options.language)
    parts = (finding.printed, finding.question.said(options.language), f"({whom})" if whom else "")
    said = " ".join(part for part in parts if part)
    return {
        "description": clean(f"{finding.code} {finding.name.said(options.language)}: {said}"),
        "check_name": f"askfirst/{finding.code}",
        "fingerprint": fingerprint(outcome, finding),
        "severity": "info" if finding.state == "answered" else _SEVERITIES[finding.level],
        "location": {
            "path": clean(outcome.place(finding.span.file)),
            "lines": {"begin": finding.span.line, "end": max(finding.span.end_line, finding.span.line)},
        },
    }
