"""Dates as ISO texts: they compare as they stand; only differences need counting."""

from __future__ import annotations

FRESH_DAYS = 30
"""Lists younger than this raise nothing"""

STALE_DAYS = 90
"""Lists older than this are called out of date"""


def days_between(first: str, last: str) -> int:
    """Days from *first* to *last* (ISO), negative when *last* is earlier."""
    return _ordinal(last) - _ordinal(first)


def _ordinal(day: str) -> int:
    """Days since a fixed day, in the proleptic Gregorian calendar; importing datetime would cost 2 ms."""
    year, month, date = (int(part) for part in day.split("-"))
    if month <= 2:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + date
