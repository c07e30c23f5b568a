"""The list in force, in the user's data folder: written whole beside the old one, then put in its place."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from askfirst.fresh.entities import Export
from askfirst.fresh.taking import Taken, indexed
from askfirst_checks.added import LARGEST, SCHEMA, mark_of, parts

_OLD = 24 * 60 * 60
"""seconds"""


class Before(NamedTuple):
    """What was in force."""

    as_of: str
    entities: Mapping[str, str]
    """reference to name"""


def before(path: str) -> Before | None:
    """The list that lies at *path*; None where there is none, or a damaged one."""
    try:
        _, rest = parts(path)
        found = json.loads(rest)
        return Before(str(found["as_of"]), {str(key): str(name) for key, name in found["entities"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def content(
    export: Export,
    taken: Taken,
    dates: Mapping[str, str],
    origin: Mapping[str, str],
    lists: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """The file that puts *export* into force. *origin*: address or file, day, SHA-256 of what was read.

    *lists*: names in English and German of lists that the package does not have.
    """
    records, names = indexed(taken.text)
    check: dict[str, Any] = {
        "schema": SCHEMA,
        "dates": dict(dates),
        "listings": [list(row) for row in taken.listings],
        "records": records,
        "names": names,
        **({"lists": {key: list(names) for key, names in lists.items()}} if lists else {}),
    }
    rest = {"as_of": export.as_of, **origin, "entities": {each.reference: each.name for each in export.entities}}
    body = f"{json.dumps(check)}\n{json.dumps(rest)}".encode()
    made = mark_of(body) + b"\n" + body
    if len(made) > LARGEST:
        raise ValueError(len(made))
    return made


def put(path: str, made: bytes) -> None:
    """Write *made* beside *path*, keep what lay there as ``.before``, and rename. Raises OSError.

    Ended at any moment, *path* is the old list or the new one: never half of one, never none where there was one.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    _remove_leftovers(path)
    fresh, old = f"{path}.{os.getpid()}.part", f"{path}.{os.getpid()}.old"
    try:
        _write(fresh, made)
        if before(path) is not None:
            with open(path, "rb") as file:
                _write(old, file.read())
            os.replace(old, f"{path}.before")
        os.replace(fresh, path)
    finally:
        for each in (fresh, old):
            if os.path.lexists(each):
                os.unlink(each)


def _remove_leftovers(path: str) -> None:
    """Remove what runs left that were ended half way: nothing a day old is still being written."""
    folder, name = os.path.split(path)
    half = re.compile(rf"{re.escape(name)}\.\d+\.(?:part|old)")
    for each in os.scandir(folder):
        if half.fullmatch(each.name) and time.time() - each.stat(follow_symlinks=False).st_mtime > _OLD:
            os.unlink(each.path)


def _write(path: str, whole: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
