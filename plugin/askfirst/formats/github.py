"""Workflow commands of GitHub Actions: the question as an annotation on its line.

Source: docs.github.com, "Workflow commands for GitHub Actions" (``::error file=...,line=...::message``).
"""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, shown
from askfirst.formats.clean import clean
from askfirst.formats.command import answer_command
from askfirst.formats.phrases import summary
from askfirst.formats.sarif import head_of, message
from askfirst_checks.model import Finding

_COMMANDS = {"stop": "error", "ask": "warning", "note": "notice"}


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """One command a question, a notice for each instruction of the office, then the closing count as plain text."""
    lines = [_line(outcome, finding, options) for outcome in outcomes for finding in shown(outcome, options)]
    lines += [
        _notice(outcome, line.said(options.language)) for outcome in outcomes for line in outcome.report.instructed
    ]
    return "\n".join([*lines, *map(clean, summary(outcomes, options))]) + "\n"


def _line(outcome: Outcome, finding: Finding, options: Options) -> str:
    span, language = finding.span, options.language
    facts = {"file": outcome.place(span.file), "line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:
        facts |= {"col": span.column, "endColumn": span.end_column}
    facts["title"] = clean(f"{finding.code} {finding.name.said(language)}")
    command = "notice" if finding.state == "answered" else _COMMANDS[finding.level]
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in facts.items())
    said = message(outcome, finding, language) + "\n" + clean(answer_command(outcome, finding, options))
    return f"::{command} {properties}::{_data(said)}"


def _notice(outcome: Outcome, said: str) -> str:
    """A stop that is quiet by the office's written instruction."""
    span = head_of(outcome)
    return f"::notice file={_property(outcome.place(span.file))},line={span.line},title=askfirst::{_data(clean(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """*text* as a property's value: a control character in a file name must reach neither a terminal nor a log."""
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
