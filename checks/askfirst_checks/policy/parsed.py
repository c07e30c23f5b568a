"""The TOML of measures and jurisdictions as it was parsed before, so that a check with a question needs no `tomllib`.

``data/parsed.json`` holds, by path, the checksum of the TOML text and its values. It counts only where that checksum is
the text's: whoever edits a measure is read as they wrote it. Made by `askfirst_checks.policy.build.parsed`.
"""

from __future__ import annotations

import os
from functools import lru_cache
from zlib import crc32

from askfirst_checks.light import Any
from askfirst_checks.strict import Day, Table, parse

NAME = "parsed.json"


def table(path: str, source: str, known: dict[str, tuple[int, dict[str, Any]]]) -> Table:
    """The table of the TOML file *path*, whose text is *source*; from what is *known* where that is this text.

    Raises `BrokenData`.
    """
    checksum, values = known.get(path, (None, {}))
    return Table(values, path, source) if checksum == checksum_of(source) else parse(path, source)


def checksum_of(source: str) -> int:
    """The number by which a text is known again."""
    return crc32(source.encode())


def loaded(text: str) -> dict[str, tuple[int, dict[str, Any]]]:
    """By path, checksum and values. A text of another shape raises `ValueError`, `TypeError` or `AttributeError`."""
    from json import loads

    return {path: (checksum, values) for path, (checksum, values) in loads(text, object_hook=_day).items()}


def _day(values: dict[str, Any]) -> dict[str, Any] | Day:
    """JSON has no dates: one stands as ``{"day": "2016-11-30"}``."""
    return Day(values["day"]) if values.keys() == {"day"} else values


@lru_cache(maxsize=2)
def kept(folder: str) -> dict[str, tuple[int, dict[str, Any]]]:
    """What `NAME` in *folder* holds; nothing where it cannot be read, and the TOML itself is then."""
    try:
        with open(os.path.join(folder, NAME), encoding="utf-8") as file:
            return loaded(file.read())
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
