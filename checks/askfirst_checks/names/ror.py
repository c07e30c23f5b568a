"""The optional ROR index: a read-only SQLite file built from a dump, asked word by word.

With it institutions that stand on no list are recognised too: they give their country, and a longer name of another
body silences a listed one that only shares its first words. ROR data are CC0 (https://ror.org, schema v2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.model import Unreadable
from askfirst_checks.names.matching import Name, parsed
from askfirst_checks.words import Text

FORMAT = 2
_REMEMBERED = 20_000


class Organisation(NamedTuple):
    """One record of ROR."""

    ror: str
    """the nine characters"""
    name: str
    country: str
    """ISO 3166-1 alpha-2"""
    places: tuple[tuple[str, ...], ...]
    """its town, as comparable words"""
    parents: tuple[str, ...]
    """ROR ids of what it is a part of"""


class NoIndexError(Unreadable):
    """The file is no ROR index of this version of askfirst; its path stands in the sentence."""


_FOREIGN = Text("{path}: this is no ROR index of askfirst", "{path}: das ist kein ROR-Index von askfirst")
_OTHER = Text(
    "{path}: this ROR index was made by another version: build it again with askfirst lists --build-ror",
    "{path}: Diesen ROR-Index hat eine andere Version gebaut: Bauen Sie ihn neu mit askfirst lists --build-ror",
)
_DAMAGED = Text(
    "{path}: this ROR index is damaged: build it again with askfirst lists --build-ror",
    "{path}: Dieser ROR-Index ist beschädigt: Bauen Sie ihn neu mit askfirst lists --build-ror",
)


class RorIndex:
    """An index that `ror_build.build` wrote. Opening takes milliseconds, a word microseconds, and little memory."""

    def __init__(self, path: str) -> None:
        """Raises `NoIndexError`."""
        import sqlite3

        escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        try:
            self._db = sqlite3.connect(f"file:{escaped}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._db.execute("PRAGMA cache_size = -2000")
            self._db.execute("PRAGMA mmap_size = 134217728")
            version = self._db.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
        except sqlite3.Error as error:
            raise NoIndexError(_FOREIGN.fill(path=path)) from error
        if version is None or version[0] != str(FORMAT):
            raise NoIndexError(_OTHER.fill(path=path))
        self._path = path
        self._broken = (sqlite3.Error, ValueError, IndexError)
        self._organisations: dict[int, Organisation] = {}

    def about(self) -> dict[str, str]:
        """What the index was built from: ``format``, ``records``, ``names``, ``dump``."""
        return dict(self._db.execute("SELECT key, value FROM about"))

    def get(self, anchor: str) -> tuple[Name, ...]:
        """The names that are found by *anchor*; their `body` is the negative number of the record."""
        try:
            row = self._db.execute("SELECT entries FROM names WHERE anchor = ?", (anchor,)).fetchone()
            return tuple(parsed(entry, anchor) for entry in row[0].split(";")) if row else ()
        except self._broken as error:
            raise NoIndexError(_DAMAGED.fill(path=self._path)) from error

    def names_in(self, countries: Collection[str]) -> Iterator[Name]:
        """Every name of the organisations in *countries* (ISO 3166-1 alpha-2)."""
        try:
            rows = self._db.execute("SELECT number, country FROM organisations")
            wanted = {-number for number, country in rows if country in countries}
            for anchor, entries in self._db.execute("SELECT anchor, entries FROM names"):
                for entry in entries.split(";"):
                    if int(entry.partition(":")[0][1:]) in wanted:
                        yield parsed(entry, anchor)
        except self._broken as error:
            raise NoIndexError(_DAMAGED.fill(path=self._path)) from error

    def organisation(self, number: int) -> Organisation:
        """Record *number* (negative, as in `Name.body`)."""
        known = self._organisations.get(number)
        if known is None:
            known = self._read(number)
            if len(self._organisations) >= _REMEMBERED:
                self._organisations.clear()
            self._organisations[number] = known
        return known

    def _read(self, number: int) -> Organisation:
        try:
            row: tuple[Any, ...] = self._db.execute(
                "SELECT ror, name, country, town, parents FROM organisations WHERE number = ?", (-number,)
            ).fetchall()[0]
            ror, name, country, printed, parents = row
        except self._broken as error:
            raise NoIndexError(_DAMAGED.fill(path=self._path)) from error
        town = tuple(printed.split(" ")) if printed else ()
        return Organisation(ror, name, country, (town,) if town else (), tuple(parents.split()))

    def close(self) -> None:
        """Close the file."""
        self._db.close()
