"""Bodies of a list that the user brought up to date, beside those that the package brings: read from one file.

The file is written by ``askfirst lists update`` and has three lines: a mark of what follows (CRC-32: it tells damage,
and costs a check nothing), what a check needs, and what only the next update needs. Rows of the package are never
taken away by it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

SCHEMA = "askfirst/added/1"
LARGEST = 16 * 1024 * 1024
_BROKEN = Text(
    "this list is damaged and was not used; askfirst lists update --only {name} writes it anew, and without the file "
    "the lists of this version hold",
    "diese Liste ist beschädigt und wurde nicht benutzt; askfirst lists update --only {name} schreibt sie neu, und "
    "ohne die Datei gelten die Listen dieser Version",
)


class Added(NamedTuple):
    """What one list adds."""

    dates: dict[str, str]
    """measure id to the ISO date of the list"""
    listings: tuple[tuple[str, ...], ...]
    """rows as in listings.tsv"""
    records: tuple[str, ...]
    """as in institutions.index"""
    names: dict[str, str]
    """by anchor, as there, the records counted from 0"""
    lists: dict[str, tuple[str, str]]
    """measure id to the name, English and German, of a list that the package does not have"""

    def join(self, names: dict[str, str], records: str) -> str:
        """Put the names into *names*, and return *records* with those of this list at the end."""
        if not self.records:
            return records
        first = records.count("\n") + 1
        for anchor, line in self.names.items():
            moved = ";".join(_moved(entry, first) for entry in line.split(";"))
            names[anchor] = f"{names[anchor]};{moved}" if anchor in names else moved
        return "\n".join([records, *self.records])


def _moved(entry: str, first: int) -> str:
    mark, _, rest = entry.partition(":")
    return f"{mark[0]}{int(mark[1:]) + first}:{rest}"


def read(path: str) -> Added:
    """What the file at *path* adds. Raises `BrokenData` where it is not as it was written."""
    try:
        found, _ = parts(path)
        return Added(
            dict(found["dates"]),
            tuple(tuple(map(str, row)) for row in found["listings"]),
            tuple(found["records"]),
            dict(found["names"]),
            {str(key): (str(names[0]), str(names[1])) for key, names in found.get("lists", {}).items()},
        )
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        name = os.path.basename(path).partition(".")[0]
        raise BrokenData(path, 1, _BROKEN.fill(name=name)) from error


def together(lists: Sequence[Added]) -> Added:
    """Several lists as one, the records counted on. There is at least one."""
    whole = lists[0]
    for each in lists[1:]:
        names = dict(whole.names)
        records = each.join(names, "\n".join(whole.records)) if whole.records else "\n".join(each.records)
        if not whole.records:
            names = dict(each.names)
        whole = Added(
            {**whole.dates, **each.dates},
            (*whole.listings, *each.listings),
            tuple(records.split("\n")) if records else (),
            names,
            {**whole.lists, **each.lists},
        )
    return whole


def mark_of(body: bytes) -> bytes:
    """What the first line says of *body*."""
    from binascii import crc32

    return f"{len(body)} {crc32(body):08x}".encode()


def parts(path: str) -> tuple[dict[str, Any], str]:
    """The second line, parsed, and the third as it is. Raises OSError and ValueError."""
    import json

    with open(path, "rb") as file:
        content = file.read(LARGEST + 1)
    digest, _, body = content.partition(b"\n")
    if len(content) > LARGEST or digest != mark_of(body):
        raise ValueError(path)
    check, _, rest = body.decode("utf-8").partition("\n")
    found = json.loads(check)
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError(path)
    return found, rest
