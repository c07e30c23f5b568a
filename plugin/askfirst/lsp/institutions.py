"""Institutions an answer can name: those the open works print."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst.formats.clean import clean
from askfirst_checks.model import Report


def named_in(reports: Iterable[Report]) -> dict[str, str]:
    """Id to printed words of every institution that a question of *reports* is about."""
    return {
        institution: clean(finding.printed)
        for report in reports
        for finding in report.findings
        for each in (finding, *finding.also)
        for institution in each.subject.institutions
    }
