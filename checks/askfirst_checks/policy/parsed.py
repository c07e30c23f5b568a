"""The TOML of measures and jurisdictions as it was parsed before, so that a check with a question needs no `tomllib`.

``data/parsed.json`` holds, by path, the checksum of the TOML text and its values. It counts only where that checksum is
the text's: whoever edits a measure is read as they wrote it. Made by `askfirst_checks.policy.build.parsed`.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from askfirst_checks.light import TYPE_CHECKING, Any
from askfirst_checks.strict import BrokenData, Day, Table, parse

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy

NAME = "parsed.json"


def table(policy: Policy, path: str) -> Table:
    """The table of the TOML file *path* of *policy*. Raises `BrokenData`."""
    source = policy.read(path)
    checksum, values = _all(policy.folder).get(path, (None, {}))
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
def _all(folder: str) -> dict[str, tuple[int, dict[str, Any]]]:
    from askfirst_checks.policy import Policy

    try:
        return loaded(Policy(folder=folder).read(NAME))
    except (BrokenData, ValueError, TypeError, AttributeError):  # the TOML itself is read then
        return {}
