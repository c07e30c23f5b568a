"""One slice of a .bib to its fields, through bibtexparser; what it gives up on is read field by field."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.bibtex.slicing import START, end_of_block

_CAP = 1_000_000
_KEPT = 20_000
_SALVAGED = 100
_LONGEST = 50_000
_KEY = pattern(r"\s*([^\s,={}\"'()#%\\]*)\s*(,)?")
_GAP = pattern(r"[\s,]*")
_EQUALS = pattern(r"\s*=\s*")
_TELLING = pattern(
    r"(?i)(?<![\w-])(author|editor|title|year|date|doi|crossref|xdata|publisher|address|school|institution|organization"
    r"|affiliations?|author[_-]?(?:email|address)|e-?mail|correspondence_address1?|unique-id)\s*=\s*"
)
_LEFT_OVER = pattern(r"[ \t,})]{0,9}\n?[ \t,})]{0,9}[A-Za-z][\w-]*\s*=\s*[{\"\d]")
_QUOTED = pattern(r'"[^"]*"')
_NEXT_FIELD = pattern(r"\s*[A-Za-z][\w:+-]*\s*=\s*[{\"\w]")


class Value(NamedTuple):
    """A field's value as it stands in the slice, delimiters included."""

    text: str
    start: int
    """offset in the slice"""


class Entry(NamedTuple):
    """One entry; offsets count from the start of its slice."""

    kind: str
    key: str
    fields: dict[str, tuple[Value, ...]]
    """by field name in lower case; more than one value where a field is repeated"""
    broken: str = ""
    """why bibtexparser gave up, or empty"""
    end: int = 0
    """offset just after what belongs to the entry"""


_remembered: dict[str, Entry] = {}


def entry(text: str, kind: str) -> Entry:
    """The entry that the slice *text* holds. Never raises; remembered by content."""
    known = _remembered.get(text)
    if known is not None:
        return known
    if len(_remembered) >= _KEPT:
        _remembered.clear()
    _remembered[text] = parsed = _parsed(text[:_CAP], kind)
    return parsed


def forget() -> None:
    """Drop every remembered slice (benchmarks and tests)."""
    _remembered.clear()


@cache
def _splitter() -> Any:
    """bibtexparser's splitter, its warnings about broken blocks silenced: they come back as values and are reported."""
    import logging

    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return Splitter


def _parsed(text: str, kind: str) -> Entry:
    start = START.match(text)
    opened = start.end() - 1 if start else 0
    head = f"@{kind}{text[opened : opened + 1]}"
    try:
        blocks: list[Any] = _splitter()(head + text[opened + 1 :]).split().blocks
    except Exception as error:  # bibtexparser asks for reports of whatever else it raises; here the fields are salvaged
        return _salvaged(text, kind, opened, str(error) or type(error).__name__)
    block: Any = blocks[0] if blocks else None
    block = getattr(block, "ignore_error_block", None) or block
    if not hasattr(block, "fields"):
        return _salvaged(
            text, kind, opened, str(getattr(getattr(block, "error", None), "abort_reason", "") or "no entry found")
        )
    located = _located(text, opened + 1, [(field.key, field.value) for field in block.fields])
    if located is None or any(_runs_on(value.text) for values in located.values() for value in values):
        return _salvaged(text, kind, opened, "a comma or a delimiter is missing between its fields")
    end = opened - len(head) + 1 + len(block.raw or "")
    if _LEFT_OVER.match(text, end):
        return _salvaged(text, kind, opened, "a delimiter closes it before its last field")
    return Entry(kind, block.key, located, "", end)


def _located(text: str, at: int, fields: list[tuple[str, str]]) -> dict[str, tuple[Value, ...]] | None:
    """Where each field's value stands: bibtexparser keeps their order and text, so they are walked through once."""
    at = text.find(",", at)
    found: dict[str, list[Value]] = {}
    for name, value in fields:
        at = _skip(_GAP, text, at)
        if not text.startswith(name, at):
            return None
        at = _skip(_EQUALS, text, at + len(name))
        if not text.startswith(value, at):
            return None
        found.setdefault(name.lower(), []).append(Value(value, at))
        at += len(value)
    return {name: tuple(values) for name, values in found.items()}


def _runs_on(value: str) -> bool:
    """Whether a value holds what can only be the next field: bibtexparser reads on where a comma is missing."""
    return "=" in value and bool(_NEXT_FIELD.search(value)) and _closes_early(value)


def _closes_early(value: str) -> bool:
    if value.startswith("{"):
        closed = end_of_block(value, 0, len(value))
        return closed is not None and bool(_NEXT_FIELD.match(value, closed))
    quoted = _QUOTED.match(value)
    return bool(quoted and _NEXT_FIELD.match(value, quoted.end()))


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _salvaged(text: str, kind: str, opened: int, why: str) -> Entry:
    """The fields that can matter, each found by its name, up to where it closes or the next one begins."""
    key = _KEY.match(text, opened + 1)
    named = bool(key and (key.group(2) or text[key.end() : key.end() + 1] == "\n"))
    matches = list(islice(_TELLING.finditer(text, opened), _SALVAGED))
    fields: dict[str, tuple[Value, ...]] = {}
    end = opened
    for place, match in enumerate(matches):
        if match.start() < end:
            continue
        limit = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        value = _value(text, match.end(), limit)
        name = match.group(1).lower()
        fields[name] = (*fields.get(name, ()), value)
        end = value.start + len(value.text)
    return Entry(kind, key.group(1) if key and named else "", fields, why, end)


def _value(text: str, start: int, limit: int) -> Value:
    if text[start : start + 1] == "{":
        closed = end_of_block(text, start, min(start + _LONGEST, len(text)))
        if closed is not None:
            return Value(text[start:closed], start)
    quoted = _QUOTED.match(text, start, limit)
    if quoted:
        return Value(quoted.group(), start)
    line_end = text.find("\n", start, limit)
    end = limit if line_end < 0 else line_end
    open_text = text[start:end].lstrip('{"').rstrip()
    return Value(open_text.rstrip(',"})'), text.find(open_text, start))
