"""Lists as tables or JSON: their text, and the places they give. Nothing in them is run or followed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from askfirst.fresh.entities import Refused
from askfirst_checks.words import Text

NO_TEXT = Text(
    "this is no {name}: it is not UTF-8 text; save the file as the publisher gives it",
    "das ist keine {name}: Es ist kein UTF-8-Text; speichern Sie die Datei so, wie die Stelle sie herausgibt",
)
WEB_PAGE = Text("this is no {name}: a web page", "das ist keine {name}: eine Webseite")
OTHER_HEAD = Text(
    "this is no {name}: the column {column} is missing",
    "das ist keine {name}: Die Spalte {column} fehlt",
)
CUT_OFF = Text(
    "this {name} ends in the middle of a row (line {line}): it is not whole",
    "diese {name} endet mitten in einer Zeile (Zeile {line}): Sie ist nicht vollständig",
)
NO_JSON = Text(
    "this is no {name}: it cannot be read as JSON, or is not whole",
    "das ist keine {name}: Sie lässt sich nicht als JSON lesen oder ist nicht vollständig",
)
COUNTRIES = {
    "AE": "United Arab Emirates",
    "AM": "Armenia",
    "BY": "Belarus",
    "CN": "China",
    "CU": "Cuba",
    "HK": "Hong Kong",
    "IL": "Israel",
    "IN": "India",
    "IQ": "Iraq",
    "IR": "Iran",
    "KP": "North Korea",
    "MM": "Myanmar",
    "PK": "Pakistan",
    "RU": "Russia",
    "SD": "Sudan",
    "SY": "Syria",
    "TR": "Turkey",
    "UA": "Ukraine",
    "VE": "Venezuela",
}
"""what a list that gives codes means, as far as research bodies on one lie there"""


def text_of(content: bytes, name: Text) -> str:
    """*content* as text. Raises `Refused`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(NO_TEXT.fill(name=name)) from error
    if text.lstrip()[:1] == "<":
        raise Refused(WEB_PAGE.fill(name=name))
    return text


def rows_of(text: str, needed: tuple[str, ...], name: Text) -> list[dict[str, str]]:
    """The rows of a table with a head, by column. Raises `Refused`."""
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[dict[str, str]] = []
    try:
        head = [each.strip() for each in next(reader, [])]
        for column in needed:
            if column not in head:
                raise Refused(OTHER_HEAD.fill(name=name, column=column))
        for row in filter(None, reader):
            if len(row) < len(head):
                raise Refused(CUT_OFF.fill(name=name, line=reader.line_num))
            rows.append(dict(zip(head, row, strict=False)))
    except csv.Error as error:
        raise Refused(CUT_OFF.fill(name=name, line=reader.line_num)) from error
    return rows


def results_of(text: str, name: Text) -> list[dict[str, Any]]:
    """The records under ``results`` of a JSON text. Raises `Refused`."""
    try:
        found = json.loads(text)["results"]
        return [each for each in found if isinstance(each, dict)]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(NO_JSON.fill(name=name)) from error
