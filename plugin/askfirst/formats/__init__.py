"""From reports to text, and nothing else: a format is one file with ``render(outcomes, options) -> str``."""

from __future__ import annotations

from typing import NamedTuple

from askfirst_checks.model import Finding, Report

FORMATS = ("full", "concise", "json")
"""modules of this package that render a check"""


class Outcome(NamedTuple):
    """The report on one document, and where its files lie as seen by the reader."""

    report: Report
    folder: str = ""
    """stands before every path of the report: empty, or ending in ``/``"""

    def place(self, file: str) -> str:
        """*file* of the report as the reader would type it."""
        parts: list[str] = []
        for part in (self.folder + file).split("/"):
            if part == ".." and parts and parts[-1] not in ("..", ""):
                parts.pop()
            elif part != ".":
                parts.append(part)
        return "/".join(parts)


class Options(NamedTuple):
    """How to say it."""

    language: str = "en"
    color: bool = False
    width: int = 80
    """columns of the terminal"""
    notes: bool = False
    answered: bool = False
    paths: tuple[str, ...] = ()
    """the paths that were given, for the command that answers"""
    unfinished: tuple[str, ...] = ()
    """folders that were too large to look at in full"""


def shown(outcome: Outcome, options: Options) -> list[Finding]:
    """The findings of *outcome* that the options ask for: open ones always, notes and answered ones on request."""
    return [
        finding
        for finding in outcome.report.findings
        if (options.notes or finding.level != "note") and (options.answered or finding.state != "answered")
    ]
