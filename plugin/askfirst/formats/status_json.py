"""``askfirst status --format json``: schema ``askfirst/status/1``."""

from __future__ import annotations

from askfirst.formats import Options
from askfirst.formats.fingerprint import fingerprint
from askfirst.formats.remembered import Memory


def render(memory: Memory, options: Options) -> str:
    """One object: ``answers``, ``ending`` (paths), ``open``; dates are ISO, ``days_left`` is null without an end."""
    import json

    told = {
        "schema": "askfirst/status/1",
        "today": memory.today,
        "answers": [
            {
                "file": answer.path,
                "kind": answer.kind,
                "outcome": answer.outcome,
                "reference": answer.reference,
                "asked": answer.asked or None,
                "answered": answer.answered or None,
                "ends": None if memory.left(answer) is None else answer.ends,
                "days_left": memory.left(answer),
                "valid_until": answer.valid_until or None,
                "by": answer.by,
                "superseded_by": later.path if (later := memory.later(answer)) else None,
                "covers": {
                    "institutions": answer.institutions,
                    "people": answer.people,
                    "countries": answer.countries,
                    "work": answer.work,
                    "document": answer.document,
                },
            }
            for answer in memory.answers
        ],
        "ending": [answer.path for answer in memory.soon()],
        "broken": [{"file": e.path, "line": e.line, "says": e.text.said(options.language)} for e in memory.broken],
        "notices": [each.said(options.language) for each in memory.notices],
        "open": [
            {
                "file": outcome.place(finding.span.file),
                "line": finding.span.line,
                "column": finding.span.column,
                "code": finding.code,
                "level": finding.level,
                "printed": finding.printed,
                "question": finding.question.said(options.language),
                "fingerprint": fingerprint(outcome, finding),
            }
            for outcome in memory.outcomes
            for finding in outcome.report.questions
        ],
    }
    return json.dumps(told, ensure_ascii=True, indent=1) + "\n"
