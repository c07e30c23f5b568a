"""Narrow the span of an affiliation to the printed words of an institution inside its source."""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.model import Span


def locate(sources: Mapping[str, str], span: Span, words: str) -> Span:
    """The stretch of *span* where *words* stand in its source, or *span* itself where they cannot be found."""
    return span
