"""Build the ROR index from a dump: JSON schema v2 (or v1), an array or one record a line, plain, .gz or .zip."""

from __future__ import annotations

import gzip
import io
import json
import os
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from askfirst_checks.names.abbreviations import FILLERS, canonical
from askfirst_checks.names.normalise import words
from askfirst_checks.names.ror import FORMAT

_CHUNK = 1 << 20
_LONGEST = 8 << 20
# A name decides alone if one of its words is rare enough among all names, by how long the name is.
_RARE_ALONE, _RARE_IN_UNIT, _RARE_IN_LONG, _RARE_IN_SHORT_UNIVERSITY, _RARE_IN_UNIVERSITY = 15, 4, 150, 100, 400
_UNITS = frozenset(["inst", "ctr", "lab", "dept", "div", "program", "sch", "fac", "coll"])
_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE organisations (number INTEGER PRIMARY KEY, ror TEXT, name TEXT, country TEXT, town TEXT, parents TEXT);
CREATE TABLE names (anchor TEXT PRIMARY KEY, entries TEXT) WITHOUT ROWID;
CREATE TEMP TABLE spelled (words TEXT, number INTEGER, bare INTEGER, PRIMARY KEY (words, number)) WITHOUT ROWID;
CREATE TEMP TABLE anchored (anchor TEXT, entry TEXT);
"""


class Counts(NamedTuple):
    """What went into an index."""

    records: int
    names: int
    passed_over: int
    """records that are withdrawn or inactive, or have no country"""


class _Spelled(NamedTuple):
    words: list[str]
    bare: bool
    """a bracket was taken off: ``Siemens (Russia)``, which Siemens alone does not name"""


class BrokenDumpError(Exception):
    """The dump cannot be read; the message is a lower-case English sentence."""


def build(dump: str, index: str) -> Counts:
    """Write the file *index* from the file *dump*, in place of an older one. Raises `BrokenDumpError`, OSError."""
    unfinished = index + ".part"
    if os.path.exists(unfinished):
        os.remove(unfinished)
    db = sqlite3.connect(unfinished)
    try:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        records, passed_over, frequency = _read(db, dump)
        if not records:
            raise BrokenDumpError("no active institution is in this file: is it a ROR dump?")
        names = _anchor(db, frequency)
        about = {"format": FORMAT, "records": records, "names": names, "dump": os.path.basename(dump)}
        db.executemany("INSERT INTO about VALUES (?, ?)", [(key, str(value)) for key, value in about.items()])
        db.commit()
        db.execute("VACUUM")
    except BaseException:
        db.close()
        os.remove(unfinished)
        raise
    db.close()
    os.replace(unfinished, index)
    return Counts(records, names, passed_over)


def _read(db: sqlite3.Connection, dump: str) -> tuple[int, int, Counter[str]]:
    frequency: Counter[str] = Counter()
    number = passed_over = 0
    for record in records(dump):
        organisation = _organisation(record)
        if organisation is None:
            passed_over += 1
            continue
        number += 1
        row, names = organisation
        db.execute("INSERT INTO organisations VALUES (?, ?, ?, ?, ?, ?)", (number, *row))
        for name in names:
            db.execute("INSERT OR IGNORE INTO spelled VALUES (?, ?, ?)", (" ".join(name.words), number, name.bare))
            frequency.update(set(name.words))
    return number, passed_over, frequency


def _anchor(db: sqlite3.Connection, frequency: Counter[str]) -> int:
    for spelled, number, bare in db.execute("SELECT words, number, bare FROM spelled"):
        name = spelled.split(" ")
        anchor = min(name, key=lambda word: (frequency[word], word))
        kind = "a" if not bare and _decides(name, frequency[anchor]) else "s"
        db.execute("INSERT INTO anchored VALUES (?, ?)", (anchor, f"{kind}-{number}:{spelled}"))
    db.execute(
        "INSERT INTO names SELECT anchor, group_concat(entry, ';')"
        " FROM (SELECT * FROM anchored ORDER BY anchor, entry) GROUP BY anchor"
    )
    count: int = db.execute("SELECT count(*) FROM spelled").fetchone()[0]
    return count


def _decides(name: list[str], rarest: int) -> bool:
    if len(name) == 1:
        return False
    if "univ" in name:
        return rarest <= (_RARE_IN_UNIVERSITY if len(name) > 2 else _RARE_IN_SHORT_UNIVERSITY)
    if name[0] in _UNITS:
        return rarest <= _RARE_IN_UNIT
    return rarest <= (_RARE_IN_LONG if len(name) > 2 else _RARE_ALONE)


def _organisation(record: dict[str, Any]) -> tuple[tuple[str, str, str, str, str], list[_Spelled]] | None:
    """The row of a record and its names as comparable words; None for what is not active or lies nowhere."""
    try:
        if record["status"] != "active":
            return None
        shown, printed, country, town = _v2(record) if "names" in record else _v1(record)
        related = record.get("relationships") or []
        parents = " ".join(r["id"][-9:] for r in related if str(r["type"]).lower() == "parent")
        names = [_Spelled(_comparable(name), name.endswith(")")) for name in printed]
        row = (record["id"][-9:], shown, country, " ".join(_comparable(town)), parents)
    except (KeyError, TypeError, IndexError, AttributeError):
        return None
    return row, [name for name in names if len(" ".join(name.words)) >= 4]


def _v2(record: dict[str, Any]) -> tuple[str, list[str], str, str]:
    names = record["names"]
    shown = next((n["value"] for n in names if "ror_display" in n["types"]), names[0]["value"])
    place = record["locations"][0]["geonames_details"]
    printed = [n["value"] for n in names if "acronym" not in n["types"]]
    return shown, printed, place["country_code"], place["name"] or ""


def _v1(record: dict[str, Any]) -> tuple[str, list[str], str, str]:
    labels = [label["label"] for label in record.get("labels") or []]
    town = record["addresses"][0].get("city") or ""
    name: str = record["name"]
    return name, [name, *record.get("aliases", []), *labels], record["country"]["country_code"], town


def _comparable(name: str) -> list[str]:
    bare = name.split(" (")[0] if name.endswith(")") else name
    return [canonical(word) for word in words(bare) if word not in FILLERS]


def records(dump: str) -> Iterator[dict[str, Any]]:
    """The records of a dump, one after the other, in bounded memory. Raises `BrokenDumpError`, OSError."""
    decoder = json.JSONDecoder()
    try:
        with _opened(dump) as file:
            buffer, at, ended = "", 0, False
            while True:
                while at < len(buffer) and buffer[at] in " \t\r\n,[]\ufeff":
                    at += 1
                if at < len(buffer):
                    try:
                        record, at = decoder.raw_decode(buffer, at)
                    except json.JSONDecodeError as error:
                        if ended or len(buffer) - at > _LONGEST:
                            raise BrokenDumpError(f"this is no ROR dump: {error.msg}") from error
                    else:
                        if isinstance(record, dict):
                            yield record
                        continue
                if ended:
                    return
                more = file.read(_CHUNK)
                ended = not more
                buffer, at = buffer[at:] + more, 0
    except (UnicodeDecodeError, zipfile.BadZipFile, gzip.BadGzipFile, EOFError, RecursionError) as error:
        raise BrokenDumpError(f"this is no ROR dump: {str(error) or type(error).__name__}") from error


def _opened(dump: str) -> IO[str]:
    with open(dump, "rb") as file:
        head = file.read(4)
    if head[:2] == b"\x1f\x8b":
        return gzip.open(dump, "rt", encoding="utf-8")
    if head == b"PK\x03\x04":
        archive = zipfile.ZipFile(dump)
        members = [name for name in archive.namelist() if name.endswith((".json", ".jsonl"))]
        if not members:
            raise BrokenDumpError("no .json file is in this archive")
        best = min(members, key=lambda name: ("schema_v2" not in name, name))
        return io.TextIOWrapper(archive.open(best), encoding="utf-8")
    return open(dump, encoding="utf-8")
