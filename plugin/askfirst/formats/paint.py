"""Colours, by hand: a few ANSI sequences, and none at all where they are not wanted."""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.model import Finding

_CODES = {"stop": "1;31", "ask": "1;33", "note": "1;36", "answered": "32", "dim": "2", "bold": "1"}


def painter(color: bool) -> Callable[[str, str], str]:
    """A function ``paint(words, style)``; it leaves the words alone where there is no *color*."""
    if not color:
        return lambda words, style: words
    return lambda words, style: f"\x1b[{_CODES[style]}m{words}\x1b[0m" if words else words


def style_of(finding: Finding) -> str:
    """The style of a finding: its level, or ``answered``."""
    return "answered" if finding.state == "answered" else finding.level
