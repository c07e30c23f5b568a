"""What a question is about, as a short stable number: it survives edits, and never covers another question."""

from __future__ import annotations

from askfirst.formats import Outcome
from askfirst_checks.model import Finding
from askfirst_checks.names.normalise import plain


def fingerprint(outcome: Outcome, finding: Finding) -> str:
    """SHA-256 (64 hex digits) over rule, document and subject; no line, no column, no date."""
    from hashlib import sha256

    about = finding.subject
    parts = [
        finding.code,
        outcome.report.manuscript.root,
        *sorted(about.institutions),
        *sorted(about.countries),
        *sorted(about.people),
        plain(finding.printed),
    ]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
