"""Zotero's own file, read without Zotero: ``zotero.sqlite`` and the indexed texts beside it. Nothing is ever written.

A running Zotero holds the file locked and keeps what is new in a log beside it. Where there is such a log, both are
copied into a folder of this program's own, which is removed at the end; else the file is read as it lies there.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from askfirst.errors import Failure
from askfirst.zotero import Page, Scope, Where
from askfirst_checks.words import Text

FILE = "zotero.sqlite"
MOST_PAGE = 2_000
MOST_TEXT = 200_000
"""bytes of an indexed text that are read: the first pages"""
_KEY = re.compile(r"[A-Z0-9]{8}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d ")
"""before a date as typed Zotero keeps the day that it means"""
_FIELDS = ("title", "date", "DOI", "extra", "institution", "university", "place")

_NOT_THERE = Text(
    "no Zotero library is there: give Zotero's data folder (Settings > Advanced > Files and Folders) or its {file}",
    "dort ist keine Zotero-Bibliothek: Geben Sie Zoteros Datenordner an (Einstellungen > Erweitert > Dateien und "
    "Ordner) oder seine {file}",
)
_UNREADABLE = Text(
    "this {file} cannot be read: {why}. A running Zotero can be asked instead: leave the path out",
    "diese {file} ist nicht lesbar: {why}. Ein laufendes Zotero lässt sich stattdessen fragen: Lassen Sie den Pfad weg",
)
_NO_GROUP = Text("there is no group {number} in it", "eine Gruppe {number} gibt es darin nicht")
_NO_COLLECTION = Text("there is no collection {name} in it", "eine Sammlung {name} gibt es darin nicht")
_NO_ITEM = Text("there is no item {key} in it", "einen Eintrag {key} gibt es darin nicht")

_ITEMS = """
SELECT i.itemID, i.key, t.typeName, coalesce(n.note, ''), coalesce(a.contentType, ''),
       coalesce((SELECT key FROM items WHERE itemID = coalesce(n.parentItemID, a.parentItemID)), '')
FROM items i JOIN itemTypesCombined t USING (itemTypeID)
LEFT JOIN itemNotes n ON n.itemID = i.itemID LEFT JOIN itemAttachments a ON a.itemID = i.itemID
WHERE i.itemID IN ({ids}) AND t.typeName <> 'annotation'
"""
_DATA = """
SELECT d.itemID, f.fieldName, v.value FROM itemData d JOIN fieldsCombined f USING (fieldID)
JOIN itemDataValues v USING (valueID) WHERE d.itemID IN ({ids}) AND f.fieldName IN ({fields})
"""
_CREATORS = """
SELECT itemID, firstName, lastName, fieldMode FROM itemCreators JOIN creators USING (creatorID)
WHERE itemID IN ({ids}) ORDER BY itemID, orderIndex
"""
_LIVING = """
CREATE TEMP TABLE living AS SELECT itemID, key FROM items
WHERE libraryID = ? AND itemID NOT IN (SELECT itemID FROM deletedItems)
"""
_CHILDREN = """
SELECT itemID FROM living JOIN (
  SELECT itemID, parentItemID FROM itemNotes UNION ALL SELECT itemID, parentItemID FROM itemAttachments
) USING (itemID) WHERE parentItemID = ?
"""
_INSIDE = """
WITH RECURSIVE inside(id) AS (
  SELECT collectionID FROM collections WHERE libraryID = ? AND (key = ? OR collectionName = ?)
  UNION SELECT collectionID FROM collections JOIN inside ON parentCollectionID = inside.id
) SELECT id FROM inside
"""
_COLLECTED = "SELECT itemID FROM living JOIN collectionItems USING (itemID) WHERE collectionID = ?"
_TAGGED = "SELECT itemID FROM living JOIN itemTags USING (itemID) JOIN tags USING (tagID) WHERE name = ?"
_FOUND = """
SELECT itemID FROM living JOIN itemData USING (itemID) JOIN itemDataValues USING (valueID)
JOIN fieldsCombined USING (fieldID) WHERE fieldName = 'title' AND instr(lower(value), lower(?))
"""


class Database:
    """A library in a file; what `gather` asks of an open library."""

    def __init__(self, path: str, where: Where) -> None:
        """Open the library *where* of the data folder or file *path*. Raises `Failure`."""
        self.where = where
        self._file = _file_of(path)
        self._folder = os.path.dirname(self._file)
        self._copy = ""
        self.version = 0
        try:
            self._base = self._opened()
            self._library = self._number()
            self._base.execute(_LIVING, (self._library,))
        except (sqlite3.DatabaseError, OSError) as error:
            self.close()
            raise self._failure(error) from error
        except Failure:
            self.close()
            raise

    def pages(self, scope: Scope, since: int = 0) -> Iterator[Page]:
        """The items of *scope* with their notes and files, page by page. Raises `Failure`."""
        try:
            ids = self._ids(scope)
            for at in range(0, max(1, len(ids)), MOST_PAGE):
                yield Page(list(self._items(ids[at : at + MOST_PAGE])), len(ids))
        except sqlite3.DatabaseError as error:
            raise self._failure(error) from error

    def children(self, key: str) -> list[dict[str, Any]]:
        """Notes and files of the item *key*."""
        found = self._numbers("SELECT itemID FROM living WHERE key = ?", key)
        return [item for number in found for item in self._items(self._numbers(_CHILDREN, number))]

    def keys(self) -> frozenset[str]:
        """The keys of everything in the library."""
        return frozenset(key for (key,) in self._base.execute("SELECT key FROM living"))

    def fulltext(self, attachment: str) -> str:
        """The indexed text of a file, or empty where there is none."""
        if not _KEY.fullmatch(attachment):
            return ""
        path = os.path.join(self._folder, "storage", attachment, ".zotero-ft-cache")
        try:
            number = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            return ""
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            return ""
        with os.fdopen(number, "rb") as file:
            return file.read(MOST_TEXT).decode("utf-8", "ignore")

    def counts_changes(self) -> bool:
        """Whether its version tells of every change: it is read anew each time."""
        return False

    def close(self) -> None:
        """Close the file, and remove what was copied."""
        if base := getattr(self, "_base", None):
            base.close()
        if self._copy:
            shutil.rmtree(self._copy, ignore_errors=True)

    def _opened(self) -> sqlite3.Connection:
        log = f"{self._file}-wal"
        if not os.path.exists(log) or not os.path.getsize(log):
            return _connected(self._file, "mode=ro&immutable=1")
        self._copy = tempfile.mkdtemp(prefix="askfirst-")
        copied = os.path.join(self._copy, FILE)
        for name in ("", "-wal"):
            shutil.copyfile(self._file + name, copied + name)
        return _connected(copied, "mode=rw")

    def _number(self) -> int:
        """The number of the library in the file. Raises `Failure`."""
        if self.where.kind == "group":
            row = self._base.execute("SELECT libraryID FROM groups WHERE groupID = ?", (self.where.number,)).fetchone()
        else:
            row = self._base.execute("SELECT libraryID FROM libraries WHERE type = 'user'").fetchone()
        if row is None:
            raise Failure(_NO_GROUP.fill(number=self.where.number), self._file)
        return int(row[0])

    def _ids(self, scope: Scope) -> list[int]:
        """The numbers of the items of *scope*, each with those of its notes and files behind it. Raises `Failure`."""
        if scope.is_whole():
            return self._numbers("SELECT itemID FROM living ORDER BY itemID")
        every = [each for number in self._chosen(scope) for each in (number, *self._numbers(_CHILDREN, number))]
        return list(dict.fromkeys(every))

    def _chosen(self, scope: Scope) -> list[int]:
        if scope.items:
            return [self._one(key) for key in scope.items]
        if scope.collection:
            inside = self._numbers(_INSIDE, self._library, scope.collection, scope.collection)
            if not inside:
                raise Failure(_NO_COLLECTION.fill(name=repr(scope.collection[:100])), self._file)
            return [number for each in inside for number in self._numbers(_COLLECTED, each)]
        return self._numbers(_TAGGED, scope.tag) if scope.tag else self._numbers(_FOUND, scope.search)

    def _one(self, key: str) -> int:
        found = self._numbers("SELECT itemID FROM living WHERE key = ?", key)
        if not found:
            raise Failure(_NO_ITEM.fill(key=repr(key[:40])), self._file)
        return found[0]

    def _numbers(self, asked: str, *given: str | int) -> list[int]:
        return [number for (number,) in self._base.execute(asked, given)]

    def _items(self, ids: Iterable[int]) -> Iterator[dict[str, Any]]:
        """The items of those numbers as Zotero's JSON, as far as `work.read` looks at it."""
        listed = ",".join(map(str, ids))
        data: dict[int, dict[str, Any]] = {}
        fields = ",".join(f"'{name}'" for name in _FIELDS)
        for number, name, value in self._base.execute(_DATA.format(ids=listed, fields=fields)):
            text = str(value)
            kept = data.setdefault(number, {})
            kept[name] = text[11:] if name == "date" and _DATE.match(text) else text
        for number, first, last, mode in self._base.execute(_CREATORS.format(ids=listed)):
            creator = {"name": last or ""} if mode == 1 else {"firstName": first or "", "lastName": last or ""}
            data.setdefault(number, {}).setdefault("creators", []).append(creator)
        for number, key, kind, note, content, parent in self._base.execute(_ITEMS.format(ids=listed)):
            given = {"key": key, "itemType": kind, "note": note, "contentType": content, "parentItem": parent}
            yield {"key": key, "data": {**data.get(number, {}), **given}}

    def _failure(self, error: Exception) -> Failure:
        return Failure(_UNREADABLE.fill(file=FILE, why=str(error)[:100]), self._file)


def _file_of(path: str) -> str:
    path = os.path.expanduser(path)
    file = os.path.join(path, FILE) if os.path.isdir(path) else path
    if not os.path.isfile(file):
        raise Failure(_NOT_THERE.fill(file=FILE), path)
    return os.path.abspath(file)


def _connected(path: str, options: str) -> sqlite3.Connection:
    from urllib.request import pathname2url

    base = sqlite3.connect(f"file:{pathname2url(path)}?{options}", uri=True)
    base.executescript("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;")
    return base
