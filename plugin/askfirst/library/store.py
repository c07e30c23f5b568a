"""What was read of a library, kept between runs in the user's cache folder: titles, authors, affiliations, no texts."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from askfirst.library.work import Printed, Work
from askfirst_checks.readers.first_page import Page
from askfirst_checks.readers.first_page.pieces import Piece

SCHEMA = 3
_MAKE = """
CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, parent TEXT, kind TEXT, content TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (file TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS of_parent ON entry (parent) WHERE parent <> '';
"""

_FORGET_PAGE = "DELETE FROM page WHERE file = ? OR file IN (SELECT key FROM entry WHERE parent = ? AND parent <> '')"
"""of a file that changed, or of a work that did: its title and authors help to read the page"""


class Row(NamedTuple):
    """One entry: a work, or what belongs to one."""

    key: str
    parent: str
    """key of the work it belongs to, or empty"""
    kind: str
    """``work``, ``note``, ``pdf`` or ``other``"""
    work: Work


class Store:
    """A read library. *path* is a file, or ``:memory:`` where nothing is to be kept."""

    def __init__(self, path: str) -> None:
        if path != ":memory:":
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        self._base = _opened(path)
        self.left = 0
        """files whose text was not fetched, for there were too many"""

    @property
    def version(self) -> int:
        """Version of the library that was read; 0 where there is none to go on from."""
        found = self._base.execute("SELECT content FROM entry WHERE key = '' AND kind = 'version'").fetchone()
        return int(found[0]) if found else 0

    @version.setter
    def version(self, number: int) -> None:
        self._base.execute("INSERT OR REPLACE INTO entry VALUES ('', '', 'version', ?)", (str(number),))

    def clear(self) -> None:
        """Forget everything."""
        self._base.execute("DELETE FROM entry")
        self._base.execute("DELETE FROM page")

    def commit(self) -> None:
        """Keep what was put in."""
        self._base.commit()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def put(self, rows: Iterable[Row]) -> None:
        """Add entries, or replace those of the same key."""
        kept = [row for row in rows if row.key]
        if self._base.execute("SELECT 1 FROM page LIMIT 1").fetchone():
            keys = [(row.key, row.key) for row in kept]
            self._base.executemany(_FORGET_PAGE, keys)
        made = ((row.key, row.parent, row.kind, _text(row.work)) for row in kept)
        self._base.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", made)

    def keep_only(self, keys: frozenset[str]) -> None:
        """Drop what is not among *keys*."""
        known = {key for (key,) in self._base.execute("SELECT key FROM entry WHERE key <> ''")}
        self._base.executemany("DELETE FROM entry WHERE key = ?", ((key,) for key in known - keys))
        self._base.execute("DELETE FROM page WHERE file NOT IN (SELECT key FROM entry)")

    def works(self) -> Iterator[Work]:
        """All works, in the order of their keys."""
        for (content,) in self._base.execute("SELECT content FROM entry WHERE kind = 'work' ORDER BY key"):
            yield _work(content)

    def count(self) -> int:
        """How many works there are."""
        return int(self._base.execute("SELECT count(*) FROM entry WHERE kind = 'work'").fetchone()[0])

    def notes(self) -> dict[str, tuple[Printed, ...]]:
        """By work, what its notes say of affiliations."""
        found: dict[str, tuple[Printed, ...]] = {}
        rows = self._base.execute("SELECT parent, content FROM entry WHERE kind = 'note' ORDER BY key")
        for parent, content in rows:
            if printed := _work(content).affiliations:
                found[parent] = (*found.get(parent, ()), *printed)[:300]
        return found

    def files(self, work: str) -> list[str]:
        """Keys of the PDF files of a work."""
        return [
            key
            for (key,) in self._base.execute(
                "SELECT key FROM entry WHERE parent = ? AND parent <> '' AND kind = 'pdf'", (work,)
            )
        ]

    def page(self, file: str) -> Page | None:
        """What the first page of *file* said, if it was read and nothing has changed since."""
        found = self._base.execute("SELECT content FROM page WHERE file = ?", (file,)).fetchone()
        if found is None:
            return None
        pieces, addresses, is_partial = json.loads(found[0])
        return Page(tuple(Piece(*each) for each in pieces), tuple(addresses), is_partial)

    def keep_pages(self, pages: Mapping[str, Page]) -> None:
        """Keep *pages*, by file, for the next run."""
        made = ((file, json.dumps(page, separators=(",", ":"))) for file, page in pages.items())
        self._base.executemany("INSERT OR REPLACE INTO page VALUES (?, ?)", made)
        self._base.commit()


def _opened(path: str) -> sqlite3.Connection:
    """The base at *path*; one of another make, or a broken one, is begun afresh: it is a cache."""
    try:
        base = sqlite3.connect(path)
        base.executescript(f"PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-8000;{_MAKE}")
        if path != ":memory:":
            os.chmod(path, 0o600)
        if base.execute("PRAGMA user_version").fetchone()[0] not in (0, SCHEMA):
            base.execute("DELETE FROM entry")
            base.execute("DELETE FROM page")
        base.execute(f"PRAGMA user_version = {SCHEMA}")
    except sqlite3.DatabaseError:
        if path == ":memory:" or not os.path.isfile(path):
            raise
        os.unlink(path)
        return _opened(path)
    return base


def _text(work: Work) -> str:
    return json.dumps(work, ensure_ascii=True, separators=(",", ":"))


def _work(content: str) -> Work:
    key, title, year, doi, authors, affiliations, addresses, *rest = json.loads(content)
    printed = tuple(Printed(*each) for each in affiliations)
    return Work(key, title, year, doi, tuple(authors), printed, tuple(addresses), *rest)
