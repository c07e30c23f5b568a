"""Dates as ISO texts: they compare as they stand; only differences need counting."""

from __future__ import annotations

from askfirst_checks.words import Text, same

FRESH_DAYS = 30
"""Lists younger than this raise nothing"""

STALE_DAYS = 90
"""Lists of this age and older are called out of date"""


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def written(iso: str) -> Text:
    """``2016-11-30`` as people write it, ``30 Nov 2016`` and ``30.11.2016``; anything else as it stands."""
    parts = iso.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not (iso.isascii() and "".join(parts).isdigit()):
        return same(iso)
    year, month, date = parts[0], int(parts[1]), int(parts[2])
    if not 1 <= month <= 12:
        return same(iso)
    return Text(f"{date} {_MONTHS[month - 1]} {year}", f"{date}.{month}.{year}")


def days_between(first: str, last: str) -> int:
    """Days from *first* to *last* (ISO), negative when *last* is earlier."""
    return _ordinal(last) - _ordinal(first)


def _ordinal(day: str) -> int:
    """Days since a fixed day, in the proleptic Gregorian calendar; importing datetime would cost 2 ms."""
    year, month, date = (int(part) for part in day.split("-"))
    if month <= 2:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + date
