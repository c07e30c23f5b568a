"""Dates as people type them: ``28.11.2026``, ``2026-09-14``, ``14 Sep 2026``, ``today``, ``gestern``."""

from __future__ import annotations

import re

_AGO = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1}
_MONTHS = ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)", re.ASCII)
_GERMAN = re.compile(r"(?P<day>\d\d?)\.\s*(?P<month>\d\d?)\.\s*(?P<year>\d{4})", re.ASCII)
_NAMED = re.compile(r"(?P<day>\d\d?)\.?\s+(?P<name>[a-zä]{3,9})\.?\s+(?P<year>\d{4})")


def iso(typed: str, today: str) -> str | None:
    """The ISO date that *typed* means on the day *today*; empty for nothing typed, None for no date."""
    from datetime import date, timedelta

    words = typed.strip().casefold()
    if not words:
        return ""
    try:
        if words in _AGO:
            return str(date.fromisoformat(today) - timedelta(days=_AGO[words]))
        found = _ISO.fullmatch(words) or _GERMAN.fullmatch(words)
        if found:
            return str(date(int(found["year"]), int(found["month"]), int(found["day"])))
        named = _NAMED.fullmatch(words)
        return str(date(int(named["year"]), _month(named["name"]), int(named["day"]))) if named else None
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    """1 to 12, or 0 where it is no month."""
    return next((n for n, known in enumerate(_MONTHS, 1) if name[:3] in known.split()), 0)
