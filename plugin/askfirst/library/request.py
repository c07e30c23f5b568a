"""A request of the add-on, checked in shape, and the work that one of its items is."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from askfirst.config import data_folder
from askfirst.errors import Failure
from askfirst.language import LANGUAGES
from askfirst.library import shape
from askfirst.library.work import Work, is_work, read
from askfirst_checks.words import Text

SCHEMA = "askfirst/zotero/2"
_READ = (SCHEMA, "askfirst/zotero/1")
"""what a request may speak; version 1 called a question that waits ``pending``, in replies alone"""
LARGEST = 64 * 1024 * 1024
MOST_ITEMS = 5_000

_NOT_JSON = Text("the request is no JSON object", "die Anfrage ist kein JSON-Objekt")
_OTHER = Text(
    "the request speaks {schema}, this askfirst speaks {own}: update the one that is older",
    "die Anfrage spricht {schema}, dieses askfirst spricht {own}: Aktualisieren Sie das ältere von beiden",
)
_LARGE = Text("the request is larger than {most} MB", "die Anfrage ist größer als {most} MB")
_MANY = Text("more than {most} items in one request", "mehr als {most} Einträge in einer Anfrage")


class Request(NamedTuple):
    """A request, checked in shape."""

    action: str
    language: str
    folder: str
    """where answers are kept"""
    items: tuple[Mapping[str, Any], ...]
    rest: Mapping[str, Any]

    def word(self, key: str) -> str:
        """The text field *key*, or empty."""
        value = self.rest.get(key)
        return value if isinstance(value, str) else ""


def usual_folder() -> str:
    """Where the answers of a library are kept unless a group shares a folder."""
    return os.path.join(data_folder(), "zotero")


def request(content: bytes) -> Request:
    """The request in *content*. Raises `Failure`."""
    if len(content) > LARGEST:
        raise Failure(_LARGE.fill(most=LARGEST // 1024 // 1024))
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Failure(_NOT_JSON) from error
    if not isinstance(given, dict):
        raise Failure(_NOT_JSON)
    if given.get("schema") not in _READ:
        raise Failure(_OTHER.fill(schema=shape.line(str(given.get("schema")))[:40], own=SCHEMA))
    items = given.get("items")
    items = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    if len(items) > MOST_ITEMS:
        raise Failure(_MANY.fill(most=MOST_ITEMS))
    language = given.get("language")
    folder = given.get("answers")
    return Request(
        action=str(given.get("action", "check")),
        language=language if language in LANGUAGES else "en",
        folder=os.path.expanduser(folder) if isinstance(folder, str) and folder else usual_folder(),
        items=tuple(items),
        rest=given,
    )


def work_of(item: Mapping[str, Any]) -> Work:
    """The work of one item of a request; an attachment or a note reads as a work without authors."""
    data = item.get("data")
    data = data if isinstance(data, dict) else {}
    notes = item.get("notes")
    fulltext = item.get("fulltext")
    if not is_work(data):
        return Work(str(data.get("key", ""))[:40], "", None, "", ())
    return read(data, notes if isinstance(notes, list) else (), fulltext if isinstance(fulltext, str) else "")
