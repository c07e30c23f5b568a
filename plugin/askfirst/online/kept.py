"""Answers kept in the user's cache folder, one small file a record, named by its URL without the key.

``{"schema": ..., "url": ..., "record": {"service": ..., "day": ..., ...}}``. What cannot be read counts as not kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from typing import Any

from askfirst.errors import Failure
from askfirst.files import read_regular
from askfirst.online.record import Hint, Record
from askfirst_checks.days import days_between
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

SCHEMA = "askfirst/kept/1"
DAYS = 90
"""age at which an answer is asked for again"""
DAYS_NOT_FOUND = 30
_LARGEST = 16 * 1024 * 1024
_NOT_KEPT = Text("the answers cannot be kept here: {why}", "die Antworten lassen sich hier nicht aufbewahren: {why}")


def usual_folder() -> str:
    """Where answers are kept."""
    import platformdirs

    return os.path.join(platformdirs.user_cache_dir("askfirst", appauthor=False), "look-up")


class Kept:
    """The answers in *folder*."""

    def __init__(self, folder: str, today: str) -> None:
        self.folder = folder
        self.today = today

    def get(self, url: str) -> Record | None:
        """The answer for *url*, unless it is missing, broken or too old."""
        try:
            whole = json.loads(read_regular(self._file(url), limit=_LARGEST))
            if whole["schema"] != SCHEMA or whole["url"] != url:
                return None
            record = _record(whole["record"])
            age = days_between(record.day, self.today)
        except (Unreadable, ValueError, KeyError, TypeError, RecursionError):
            return None
        return record if 0 <= age <= (DAYS if record.found else DAYS_NOT_FOUND) else None

    def put(self, url: str, record: Record) -> None:
        """Keep *record*: written beside and renamed, so that a run that is cut off leaves no half of one.

        Raises `Failure`.
        """
        file = self._file(url)
        beside = f"{file}.{os.getpid()}"
        whole = {"schema": SCHEMA, "url": url, "record": _plain(record)}
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with open(handle, "w", encoding="utf-8") as out:
                json.dump(whole, out, ensure_ascii=True)
            os.replace(beside, file)
        except OSError as error:
            raise Failure(_NOT_KEPT.fill(why=error.strerror or str(error)), self.folder) from error
        finally:
            if os.path.lexists(beside):
                os.unlink(beside)

    def forget(self) -> int:
        """Delete every answer, and return how many there were. Only files of this kind are touched."""
        names = [name for name in _names(self.folder) if _is_own(name)]
        for name in names:
            os.unlink(os.path.join(self.folder, name))
        return sum(name.endswith(".json") for name in names)

    def _file(self, url: str) -> str:
        return os.path.join(self.folder, hashlib.sha256(url.encode()).hexdigest() + ".json")


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def _is_own(name: str) -> bool:
    """``<64 hex digits>.json``, or the same with the process that did not come to rename it."""
    digest, _, rest = name.partition(".")
    process = rest.removeprefix("json").removeprefix(".")
    return len(digest) == 64 and rest.startswith("json") and (not process or process.isdigit())


def _plain(record: Record) -> dict[str, Any]:
    return {**record._asdict(), "hints": [hint._asdict() for hint in record.hints]}


def _record(plain: dict[str, Any]) -> Record:
    """Raises ValueError, KeyError or TypeError where *plain* is no kept record."""
    hints = tuple(
        Hint(_a(str, each["text"]), _words(each["people"]), _a(bool, each["assigned"])) for each in plain["hints"]
    )
    checked: dict[str, Any] = {name: _a(kind, plain[name]) for name, kind in _KINDS.items()}
    year = plain["year"]
    return Record(
        **checked,
        year=None if year is None else _a(int, year),
        hints=hints,
        groups=_words(plain["groups"]),
        names=_words(plain["names"]),
    )


_KINDS: dict[str, type] = {
    "service": str, "day": str, "found": bool, "doi": str, "authors": int, "without": int, "is_cut": bool,
}  # fmt: skip


def _a(kind: Callable[..., Any], value: object) -> Any:
    if type(value) is not kind:
        raise ValueError(value)
    return value


def _words(value: object) -> tuple[str, ...]:
    return tuple(_a(str, each) for each in _a(list, value))
