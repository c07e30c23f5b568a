"""A date as people type it, as the first day that it can mean: ``2016-12``, ``20.12.2016``, ``Dec 2016``."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_LAST = re.compile(r"(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})(?!\d)")
_MONTH_AND_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})[./](\d{4})(?!\d)")
_NAMED = re.compile(
    r"(?:(?<!\d)(?P<before>\d{1,2})(?:st|nd|rd|th)?[.\s]\s?(?:de\s)?)?(?P<name>[^\W\d_]{3,12})\.?,?\s"
    r"(?:(?P<behind>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?:de\s)?(?P<year>\d{4})(?!\d)"
)
_MONTHS = (
    ("jan", "ene", "янв"), ("feb", "fév", "фев"), ("mar", "mär", "мар"), ("apr", "avr", "abr", "апр"),
    ("may", "mai", "мая", "май"), ("jun", "juin", "июн"), ("jul", "juil", "июл"), ("aug", "aoû", "ago", "авг"),
    ("sep", "сен"), ("oct", "okt", "окт"), ("nov", "ноя"), ("dec", "dez", "déc", "dic", "дек"),
)  # fmt: skip


def earliest(date: str) -> str:
    """The first day (ISO) that *date* can mean; empty where it names no year, or no month of it.

    Where day and month may be either (``03/04/2018``), the earlier of the two.
    """
    text = date[:100]
    found = [day for day in (*_numbered(text), *_named(text)) if day]
    return min(found) if found else ""


def _numbered(text: str) -> list[str]:
    if found := _ISO.search(text):
        return [_day(found[1], found[2], found[3])]
    if found := _LAST.search(text):
        days = [_day(found[4], found[3], found[1])]
        return days if found[2] == "." else [*days, _day(found[4], found[1], found[3])]
    found = _MONTH_AND_YEAR.search(text)
    return [_day(found[2], found[1], None)] if found else []


def _named(text: str) -> list[str]:
    found = _NAMED.search(text)
    month = next((n for n, names in enumerate(_MONTHS, 1) if found and found["name"].lower().startswith(names)), 0)
    if not found or not month:
        return []
    return [_day(found["year"], str(month), found["before"] or found["behind"])]


def _day(year: str, month: str, day: str | None) -> str:
    """The ISO date, or empty where there is none; a day 0 is the first, a month 0 no date."""
    try:
        return datetime.date(int(year), int(month), int(day or 0) or 1).isoformat()
    except ValueError:
        return ""
