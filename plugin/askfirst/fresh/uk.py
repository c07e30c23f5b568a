"""The UK Sanctions List, CSV: a line with the report's date, then a row for each name and address of an entry."""

from __future__ import annotations

import datetime

from askfirst.fresh.entities import NO_DATE, Entity, Export, Refused, joined
from askfirst.fresh.tables import rows_of, text_of
from askfirst_checks.words import Text

NAME = Text("UK Sanctions List", "britische Sanktionsliste")
_NEEDED = (
    "Unique ID",
    "Name 6",
    "Name type",
    "Alias strength",
    "Regime Name",
    "Designation Type",
    "Address Country",
    "Date Designated",
)


def read(content: bytes) -> Export:
    """The list in *content*. Raises `Refused`."""
    first, _, rest = text_of(content, NAME).partition("\n")
    head, _, printed = first.partition(":")
    as_of = _day(printed.strip().rstrip(",").strip(), "%d-%b-%Y")
    if head.strip().strip('"') != "Report Date" or not as_of:
        raise Refused(NO_DATE.fill(name=NAME))
    entries: dict[str, list[dict[str, str]]] = {}
    persons = set()
    for row in rows_of(rest, _NEEDED, NAME):
        number = joined(row["Unique ID"])
        if row["Designation Type"].strip() == "Entity" and number:
            entries.setdefault(number, []).append(row)
        elif row["Designation Type"].strip() == "Individual":
            persons.add(number)
    found = (_entity(number, rows) for number, rows in entries.items())
    return Export(as_of, tuple(each for each in found if each is not None), len(persons))


def _entity(number: str, rows: list[dict[str, str]]) -> Entity | None:
    """One entry from all of its rows; the entity's name stands in ``Name 6``."""
    primary = [joined(row["Name 6"]) for row in rows if row["Name type"].strip() == "Primary Name"]
    good = [joined(row["Name 6"]) for row in rows if row["Alias strength"].strip() == "Good quality"]
    names = list(dict.fromkeys(filter(None, [*primary, *good])))
    if not names:
        return None
    place = next(filter(None, (joined(row["Address Country"]) for row in rows)), "")
    day = _day(rows[0]["Date Designated"].strip(), "%d/%m/%Y")
    return Entity(number, names[0], tuple(names[1:]), joined(rows[0]["Regime Name"]), day, place)


def _day(printed: str, form: str) -> str:
    try:
        return datetime.datetime.strptime(printed, form).date().isoformat()
    except ValueError:
        return ""
