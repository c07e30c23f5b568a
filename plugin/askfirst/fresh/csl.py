"""The US Consolidated Screening List, CSV or JSON: of its lists those of the export rules (EL, MEU, UVL)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from askfirst.fresh.entities import Entity, Export, iso_day, joined
from askfirst.fresh.tables import COUNTRIES, results_of, rows_of, text_of
from askfirst_checks.words import Text

NAME = Text("US Consolidated Screening List", "US Consolidated Screening List")
_TAKEN = {"Entity List": "EL", "Military End User": "MEU", "Unverified List": "UVL"}
_NEEDED = ("source", "name", "addresses", "end_date", "alt_names")


def read(content: bytes) -> Export:
    """The list in *content*; it gives no date of its own. Raises `Refused`."""
    text = text_of(content, NAME)
    if text.lstrip()[:1] in ("{", "["):
        records = [_of_json(each) for each in results_of(text, NAME)]
    else:
        records = [_of_row(each) for each in rows_of(text, _NEEDED, NAME)]
    found = {each.reference: each for each in records if each is not None}
    return Export("", tuple(found.values()), 0)


def _of_row(row: dict[str, str]) -> Entity | None:
    places = [part.rsplit(",", 1)[-1].strip() for part in row["addresses"].split(";")]
    names = (row["name"], *row["alt_names"].split(";"))
    return _entity(row["source"], names, places, row.get("start_date") or "", row["end_date"])


def _of_json(record: dict[str, Any]) -> Entity | None:
    addresses = record.get("addresses")
    places = [str(each.get("country") or "") for each in addresses or [] if isinstance(each, dict)]
    other = record.get("alt_names")
    names = (str(record.get("name") or ""), *(map(str, other) if isinstance(other, list) else ()))
    days = (str(record.get(key) or "") for key in ("start_date", "end_date"))
    return _entity(str(record.get("source") or ""), names, places, *days)


def _entity(source: str, names: Iterable[str], places: list[str], start: str, end: str) -> Entity | None:
    """None for another list, for an entry that has ended, and for one without a name."""
    short = next((code for begins, code in _TAKEN.items() if source.startswith(begins)), "")
    name, *other = map(joined, names)
    if not short or not name or (iso_day(end) and iso_day(end) < datetime.date.today().isoformat()):
        return None
    code = next((each for each in places if len(each) == 2), "")
    return Entity(
        f"{short}: {name}", name, tuple(filter(None, other)), short, iso_day(start), COUNTRIES.get(code, code)
    )
