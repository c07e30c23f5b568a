"""Strict reading of TOML that people wrote: what is unknown, missing or of the wrong kind is an error with its line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from functools import lru_cache

from askfirst_checks.light import Any
from askfirst_checks.patterns import pattern
from askfirst_checks.words import Text

_AT_LINE = pattern(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

_BOTH = Text(
    """'{key}' must say it in both languages: {{ en = "...", de = "..." }}""",
    """'{key}' muss es in beiden Sprachen sagen: {{ en = "...", de = "..." }}""",
)


class BrokenData(Exception):
    """A data, profile or answer file that cannot be relied on. ``str()`` is ``path:line: what is wrong``."""

    def __init__(self, path: str, line: int, text: Text) -> None:
        super().__init__(f"{path}:{line}: {text.en}")
        self.path = path
        self.line = line
        self.text = text


class Day(str):
    """A TOML date that was read before, as ISO text."""

    __slots__ = ()


def parse(path: str, source: str) -> Table:
    """The TOML text *source* as a strict table. Raises `BrokenData`."""
    import tomllib

    from askfirst_checks.toml_bounds import beyond

    source = source.removeprefix("\ufeff")  # some editors on Windows write it
    if found := beyond(source):
        raise BrokenData(path, *found)
    try:
        values = tomllib.loads(source)
    except ValueError as error:  # a number of thousands of digits is one, too, and no TOMLDecodeError
        raise BrokenData(path, _line_of_error(str(error), source), _not_toml(str(error))) from error
    except RecursionError as error:
        raise BrokenData(path, 1, _not_toml("nested too deeply")) from error
    return Table(values, path, source)


def _line_of_error(message: str, source: str) -> int:
    found = _AT_LINE.search(message)
    if found and found.group(1):
        return int(found.group(1))
    return source.count("\n") + 1 if found else 1


def _not_toml(message: str) -> Text:
    reason = _AT_LINE.sub("", message)
    return Text("not readable as TOML: {reason}", "nicht als TOML lesbar: {reason}").fill(reason=reason)


_KEYS = pattern(r"\s*+\[*+\s*+([^=\]#]*+)[=\]]")


@lru_cache(maxsize=4)
def _lines_of(source: str) -> dict[str, list[int]]:
    """The lines at whose head each key is set or named, in order."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(source.split("\n"), 1):
        if head := _KEYS.match(line):
            for part in head[1].split("."):
                found.setdefault(part.strip().strip("\"'"), []).append(number)
    return found


class Table:
    """One TOML table that remembers which keys were asked for; `done` reports the rest as unknown."""

    def __init__(self, values: Mapping[str, Any], path: str, source: str, name: str = "", first_line: int = 1) -> None:
        self.values = values
        self.path = path
        self.source = source
        self.name = name
        self.first_line = first_line
        self._asked: set[str] = set()

    def line_of(self, key: str) -> int:
        """The line on which *key* is set, searched from the head of this table; else the table's own line."""
        lines = _lines_of(self.source).get(key, [])
        at = bisect_left(lines, self.first_line)
        return lines[at] if at < len(lines) else self.first_line

    def wrong(self, key: str, text: Text) -> BrokenData:
        """The error for *key*, with its line."""
        return BrokenData(self.path, self.line_of(key), text)

    def has(self, key: str) -> bool:
        """Whether *key* is set."""
        self._asked.add(key)
        return key in self.values

    def _get(self, key: str) -> Any:
        if not self.has(key):
            where = Text(f" in [{self.name}]", f" in [{self.name}]") if self.name else Text("", "")
            missing = Text("'{key}' is missing{where}", "'{key}' fehlt{where}").fill(key=key, where=where)
            raise BrokenData(self.path, self.first_line, missing)
        return self.values[key]

    def word(self, key: str, among: Collection[str] = (), *, default: str | None = None) -> str:
        """A non-empty string, one of *among* where given."""
        if default is not None and not self.has(key):
            return default
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, Text("'{key}' must be a text", "'{key}' muss ein Text sein").fill(key=key))
        if among and value not in among:
            raise self.wrong(
                key,
                Text(
                    "'{key}' is '{value}', and can only be one of: {among}",
                    "'{key}' ist '{value}', möglich sind nur: {among}",
                ).fill(key=key, value=value, among=", ".join(among)),
            )
        return value.strip()

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty when *key* is not set."""
        value = self.values.get(key, []) if self.has(key) else []
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise self.wrong(
                key, Text("'{key}' must be a list of texts", "'{key}' muss eine Liste von Texten sein").fill(key=key)
            )
        return tuple(word.strip() for word in value)

    def date(self, key: str, *, required: bool = False) -> str:
        """A date without time or quotes, as ISO text; empty when *key* is not set."""
        if not required and not self.has(key):
            return ""
        value = self._get(key)
        if type(value).__name__ not in ("date", "Day"):
            raise self.wrong(
                key,
                Text(
                    "'{key}' must be a date such as 2026-09-14, without quotes and time",
                    "'{key}' muss ein Datum wie 2026-09-14 sein, ohne Anführungszeichen und Uhrzeit",
                ).fill(key=key),
            )
        return str(value)

    def number(self, key: str, default: int) -> int:
        """A whole number of at least 1."""
        value = self._get(key) if self.has(key) else default
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(
                key, Text("'{key}' must be a whole number", "'{key}' muss eine ganze Zahl sein").fill(key=key)
            )
        return value

    def is_true(self, key: str) -> bool:
        """``true`` or ``false``; false when *key* is not set."""
        value = self._get(key) if self.has(key) else False
        if not isinstance(value, bool):
            raise self.wrong(
                key, Text("'{key}' must be true or false", "'{key}' muss true oder false sein").fill(key=key)
            )
        return value

    def text(self, key: str) -> Text:
        """A sentence in both languages: ``key = { en = "...", de = "..." }`` or a table of that name."""
        if self.has(key) and isinstance(self.values[key], str):
            raise self.wrong(key, _BOTH.fill(key=key))
        table = self.table(key)
        text = Text(table.word("en"), table.word("de"))
        table.done()
        return text

    def table(self, key: str) -> Table:
        """The table *key*."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, Text("'{key}' must be a table", "'{key}' muss eine Tabelle sein").fill(key=key))
        return Table(value, self.path, self.source, key, self.line_of(key))

    def tables(self, key: str) -> list[Table]:
        """The tables of an array ``[[key]]``; empty when not set."""
        value = self._get(key) if self.has(key) else []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(
                key, Text("'{key}' must be a list of tables", "'{key}' muss eine Liste von Tabellen sein").fill(key=key)
            )
        heads, first = self._heads(key), self.line_of(key)
        lines = [heads.get(number, first) for number in range(len(value))]
        return [Table(each, self.path, self.source, key, line) for each, line in zip(value, lines, strict=True)]

    def _heads(self, key: str) -> dict[int, int]:
        pattern = re.compile(rf"^\s*\[\[\s*{re.escape(key)}\s*\]\]")
        found = (number for number, line in enumerate(self.source.split("\n"), 1) if pattern.match(line))
        return dict(enumerate(found))

    def done(self) -> None:
        """Raise `BrokenData` for the first key that nothing asked for."""
        for key in self.values:
            if key not in self._asked:
                raise self.wrong(
                    key,
                    Text(
                        "unknown key '{key}'; known here: {known}",
                        "unbekannter Schlüssel '{key}'; bekannt sind: {known}",
                    ).fill(key=key, known=", ".join(sorted(self._asked))),
                )
