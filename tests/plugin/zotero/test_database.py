"""`askfirst zotero FOLDER`: Zotero's own file, read without Zotero and never written to."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from askfirst import cli

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
BERLIN = "Institute for Invented Optics, 12489 Berlin, Germany"
PAGE = f"A made-up work on glass\nMax Beispiel1, Nam-Il Rim2\n1 {BERLIN} 2 {KISU}\nAbstract\nLight goes.\n\n\fMore."
SCHEMA = """
CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT);
CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT, name TEXT);
CREATE TABLE itemTypesCombined (itemTypeID INT, typeName TEXT);
CREATE TABLE fieldsCombined (fieldID INT, fieldName TEXT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, libraryID INT, key TEXT);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, contentType TEXT, path TEXT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT, parentCollectionID INT, libraryID INT,
                          key TEXT);
CREATE TABLE collectionItems (collectionID INT, itemID INT);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE itemTags (itemID INT, tagID INT);
INSERT INTO libraries VALUES (1, 'user'), (2, 'group');
INSERT INTO groups VALUES (77, 2, 'A group');
INSERT INTO itemTypesCombined VALUES (1, 'journalArticle'), (2, 'note'), (3, 'attachment'), (4, 'annotation');
INSERT INTO fieldsCombined VALUES (1, 'title'), (2, 'date'), (3, 'DOI'), (4, 'extra'), (5, 'abstractNote');
INSERT INTO creators VALUES (1, 'Max', 'Beispiel', 0), (2, 'Nam-Il', 'Rim', 0), (3, '', 'An Invented Collaboration', 1);
"""
"""the tables and columns that are read, as Zotero names them"""


class Folder:
    """A data folder of Zotero."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = sqlite3.connect(path / "zotero.sqlite")
        self.base.executescript(SCHEMA)

    def work(self, number: int, key: str, title: str, date: str = "", extra: str = "", library: int = 1) -> None:
        """Add a work by two people."""
        self.base.execute("INSERT INTO items VALUES (?, 1, ?, ?)", (number, library, key))
        for field, value in ((1, title), (2, date), (4, extra)):
            if value:
                self.base.execute("INSERT OR IGNORE INTO itemDataValues (value) VALUES (?)", (value,))
                row = self.base.execute("SELECT valueID FROM itemDataValues WHERE value = ?", (value,)).fetchone()
                self.base.execute("INSERT INTO itemData VALUES (?, ?, ?)", (number, field, row[0]))
        self.base.executemany("INSERT INTO itemCreators VALUES (?, ?, 1, ?)", [(number, 1, 0), (number, 2, 1)])

    def child(self, number: int, key: str, parent: int, note: str = "", text: str = "") -> None:
        """Add a note, or a file with its indexed text."""
        self.base.execute("INSERT INTO items VALUES (?, ?, 1, ?)", (number, 2 if note else 3, key))
        if note:
            self.base.execute("INSERT INTO itemNotes VALUES (?, ?, ?, '')", (number, parent, note))
            return
        self.base.execute("INSERT INTO itemAttachments VALUES (?, ?, 'application/pdf', '')", (number, parent))
        place = self.path / "storage" / key
        place.mkdir(parents=True)
        (place / ".zotero-ft-cache").write_text(text, encoding="utf-8")

    def close(self) -> None:
        """Write everything."""
        self.base.commit()
        self.base.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    place = tmp_path / "Zotero"
    place.mkdir()
    made = Folder(place)
    made.work(1, "AAAA1111", "A made-up work on light", "2019-05-00 2019-05", f"Affiliation: {KISU}")
    made.work(2, "BBBB1111", "A made-up work on glass", "2018-00-00 2018")
    made.child(3, "CCCC1111", 2, text=PAGE)
    made.work(4, "DDDD1111", "A made-up work on heat", "2020-01-15 15.01.2020")
    made.child(5, "EEEE1111", 4, note=f"<p>Affiliation: {KISU}</p>")
    made.work(6, "FFFF1111", "A made-up work on ice", "2014-00-00 2014", f"Affiliation: {KISU}")
    made.work(7, "GGGG1111", "A made-up work on home", "2019-00-00 2019", f"Affiliation: {BERLIN}")
    made.work(8, "HHHH1111", "A made-up work in the bin", "2019-00-00 2019", f"Affiliation: {KISU}")
    made.base.execute("INSERT INTO deletedItems VALUES (8)")
    made.work(9, "IIII1111", "A made-up work of a group", "2019-00-00 2019", f"Affiliation: {KISU}", library=2)
    made.work(10, "JJJJ1111", "A made-up work of nobody", "2019-00-00 2019")
    made.base.execute(
        "INSERT INTO collections VALUES (1, 'Outer', NULL, 1, 'OUTER111'), (2, 'Inner', 1, 1, 'INNER111')"
    )
    made.base.execute("INSERT INTO collectionItems VALUES (1, 1), (2, 2)")
    made.base.execute("INSERT INTO tags VALUES (1, 'draft')")
    made.base.execute("INSERT INTO itemTags VALUES (4, 1)")
    yield made
    made.base.close()


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., dict[str, Any]]:
    def found(path: Path, *options: str) -> dict[str, Any]:
        cli.main(["zotero", str(path), "--answers", str(tmp_path / "kept"), "--format", "json", *options])
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    return found


Found = Callable[..., dict[str, Any]]


def test_the_whole_library(folder: Folder, found: Found) -> None:
    folder.close()
    said = found(folder.path)
    assert [(row["date"], row["keys"]) for row in said["rows"]] == [
        ("2018", ["BBBB1111"]),
        ("2019-05-01", ["AAAA1111"]),
        ("2020-01-15", ["DDDD1111"]),
    ]
    counts = said["counts"]
    assert (counts["works"], counts["asked"], counts["before"], counts["silent"], counts["unknown"]) == (6, 3, 1, 1, 1)
    assert [each["affiliations"][-1]["from"] for each in said["found"]] == ["extra", "fulltext", "note"]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (("--collection", "Outer"), ["AAAA1111", "BBBB1111"]),
        (("--collection", "INNER111"), ["BBBB1111"]),
        (("--tag", "draft"), ["DDDD1111"]),
        (("--search", "MADE-UP WORK ON GLASS"), ["BBBB1111"]),
        (("--item", "BBBB1111"), ["BBBB1111"]),
        (("--group", "77"), ["IIII1111"]),
        (("--tag", "' OR 1=1 --"), []),
        (("--search", "%"), []),
    ],
)
def test_parts_of_it(folder: Folder, found: Found, options: tuple[str, ...], keys: list[str]) -> None:
    folder.close()
    assert sorted(each["key"] for each in found(folder.path, *options)["found"]) == keys


def test_the_file_itself_may_be_given(folder: Folder, found: Found) -> None:
    folder.close()
    assert found(folder.path / "zotero.sqlite")["works"] == 6


def test_what_a_running_zotero_has_not_settled_is_read_and_the_copy_goes(
    folder: Folder, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.base.commit()
    folder.base.execute("PRAGMA journal_mode=WAL")
    folder.base.execute("PRAGMA locking_mode=EXCLUSIVE")
    folder.work(11, "NEWW1111", "A made-up work of today", "2021-00-00 2021", f"Affiliation: {KISU}")
    folder.base.commit()
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    assert [row["keys"] for row in found(folder.path)["rows"]][-1] == ["NEWW1111"]
    assert list(copies.iterdir()) == []


def test_a_locked_file_is_read(folder: Folder, found: Found) -> None:
    folder.base.commit()
    folder.base.execute("PRAGMA locking_mode=EXCLUSIVE")
    folder.base.execute("BEGIN EXCLUSIVE")
    assert found(folder.path)["works"] == 6


def test_nothing_is_written(folder: Folder, found: Found) -> None:
    folder.close()

    def state() -> list[tuple[str, int, int]]:
        every = sorted(folder.path.rglob("*"))
        return [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in every]

    before = state()
    found(folder.path)
    assert state() == before


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no links here")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "missing"])
def test_a_text_that_is_no_plain_file_is_no_text(folder: Folder, found: Found, tmp_path: Path, kind: str) -> None:
    folder.close()
    text = folder.path / "storage" / "CCCC1111" / ".zotero-ft-cache"
    text.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(PAGE, encoding="utf-8")
    if kind == "link":
        text.symlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(text)
    elif kind == "folder":
        text.mkdir()
    assert found(folder.path, "--item", "BBBB1111")["unknown"] == 1


@pytest.mark.parametrize("key", ["../../..", "a/b", "", "ABCDEFGHI", "abcdefgh"])
def test_a_key_is_no_path(folder: Folder, key: str) -> None:
    from askfirst.library.database import Database
    from askfirst.zotero import Where

    folder.close()
    opened = Database(str(folder.path), Where())
    assert opened.fulltext(key) == ""
    opened.close()


@pytest.mark.parametrize(
    ("content", "options", "says"),
    [
        (None, (), "no Zotero library is there"),
        (b"", (), "cannot be read"),
        (b"no database at all" * 100, (), "cannot be read"),
        ("other", (), "cannot be read"),
        ("schema", ("--group", "5"), "there is no group 5 in it"),
        ("schema", ("--collection", "Nowhere"), "there is no collection 'Nowhere' in it"),
        ("schema", ("--item", "NOSUCH11"), "there is no item 'NOSUCH11' in it"),
        ("schema", ("--web", "123"), "either a folder or --web"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | str | None, options: tuple[str, ...], says: str
) -> None:
    path = tmp_path / "zotero.sqlite"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        base = sqlite3.connect(path)
        base.executescript(SCHEMA if content == "schema" else "CREATE TABLE other (a)")
        base.close()
    assert cli.main(["zotero", str(tmp_path), *options]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_an_empty_library_has_no_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = sqlite3.connect(tmp_path / "zotero.sqlite")
    base.executescript(SCHEMA)
    base.close()
    assert cli.main(["zotero", str(tmp_path)]) == 3
    assert "0 works" in capsys.readouterr().out


@pytest.mark.parametrize(("language", "says"), [("en", "Zotero, group 77"), ("de", "Zotero, Gruppe 77")])
def test_the_heading_names_the_library(
    folder: Folder, capsys: pytest.CaptureFixture[str], language: str, says: str
) -> None:
    folder.close()
    cli.main(["zotero", str(folder.path), "--group", "77", "--lang", language])
    assert says in capsys.readouterr().out.splitlines()[0]
