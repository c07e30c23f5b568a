"""The index of institutions from ROR's newest dump: found at Zenodo, compared with its MD5, built beside, renamed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from askfirst.errors import Failure
from askfirst.fresh.entities import Refused
from askfirst.online.services import Service
from askfirst_checks.words import Text, same

NAME = Text("ROR register", "ROR-Verzeichnis")
SERVICE = Service("ror", "Zenodo", "https://zenodo.org/api")
NEWEST = "communities/ror-data/records"
FEWEST = 80_000
_KEEPS = 0.8
LARGEST = 2 * 1024**3
"""bytes of a dump when unpacked"""
_DUMP = re.compile(r"v?[\w.-]{1,80}\.zip")
_MD5 = re.compile(r"md5:([0-9a-f]{32})")
NO_RECORD = Text(
    "what Zenodo answered names no dump of the ROR register; the index in force stays",
    "was Zenodo geantwortet hat, nennt keinen Datensatz des ROR-Verzeichnisses; das geltende Verzeichnis bleibt",
)
OTHER_BYTES = Text(
    "the dump {key} is not the file that Zenodo's record describes (its MD5 differs); the index in force stays",
    "der Datensatz {key} ist nicht die Datei, die Zenodo beschreibt (die MD5 weicht ab); es bleibt beim geltenden",
)
NOT_WHOLE = Text(
    "this is not the whole ROR register: {n} active institutions, and at least {fewest} are expected; the index in "
    "force stays",
    "das ist nicht das ganze ROR-Verzeichnis: {n} aktive Einrichtungen, erwartet werden mindestens {fewest}; das "
    "geltende Verzeichnis bleibt",
)
TOO_LARGE = Text(
    "this dump would unpack to more than {n} MB; the index in force stays",
    "dieser Datensatz ergäbe ausgepackt mehr als {n} MB; das geltende Verzeichnis bleibt",
)
NO_DUMP = Text(
    "this is no ROR dump ({why}); the index in force stays",
    "das ist kein ROR-Datensatz ({why}); das geltende Verzeichnis bleibt",
)
DONE = Text(
    "ROR register ({dump}): {n} institutions, written to {path}.",
    "ROR-Verzeichnis ({dump}): {n} Einrichtungen, nach {path} geschrieben.",
)
COMPARED = Text(
    "New: {added}. No longer in it: {dropped}. The index before lies beside it as {old}.",
    "Neu: {added}. Nicht mehr darin: {dropped}. Das Verzeichnis davor liegt daneben als {old}.",
)
RECOGNISED = Text(
    "By it a check recognises institutions that stand on no list, and so their country. It lists nobody.",
    "Damit erkennt eine Prüfung Einrichtungen ohne Listeneintrag und so ihr Land. Gelistet ist darin niemand.",
)


class Dump(NamedTuple):
    """The newest dump, as Zenodo describes it."""

    path: str
    """below `SERVICE`"""
    key: str
    md5: str


def newest(content: bytes) -> Dump:
    """The dump in *content*, Zenodo's answer for the community's newest record. Raises `Refused`."""
    try:
        record = json.loads(content)["hits"]["hits"][0]
        files = [each for each in record["files"] if _DUMP.fullmatch(str(each["key"]))]
        number, file = int(record["id"]), files[-1]
        md5 = _MD5.fullmatch(str(file["checksum"]))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise Refused(NO_RECORD) from error
    if md5 is None:
        raise Refused(NO_RECORD)
    return Dump(f"records/{number}/files/{file['key']}/content", file["key"], md5[1])


def looked_at(dump: Dump, content: bytes) -> bytes:
    """*content*, where it is what the record describes. Raises `Refused`."""
    if hashlib.md5(content, usedforsecurity=False).hexdigest() != dump.md5:
        raise Refused(OTHER_BYTES.fill(key=dump.key))
    return content


def put(dump: str, path: str, shown: str) -> list[Text]:
    """Build the index at *path* from the file *dump* and put it in place of the older one. Raises `Refused`, OSError.

    Ended at any moment, *path* is the old index or the new one.
    """
    from askfirst_checks.names.ror_build import BrokenDumpError, build

    _bounded(dump)
    fresh = f"{path}.{os.getpid()}"
    try:
        try:
            records = build(dump, fresh).records
        except (BrokenDumpError, sqlite3.Error) as error:
            raise Refused(NO_DUMP.fill(why=str(error)[:200])) from error
        before = _ids(path)
        fewest = max(FEWEST, int(_KEEPS * len(before)))
        if records < fewest:
            raise Refused(NOT_WHOLE.fill(n=records, fewest=fewest))
        now = _ids(fresh)
        if before:
            _kept(path)
        os.replace(fresh, path)
    finally:
        for each in (fresh, f"{fresh}.part"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(each)
    compared = COMPARED.fill(added=len(now - before), dropped=len(before - now), old=f"{os.path.basename(path)}.before")
    return [DONE.fill(dump=shown, n=records, path=path), *([compared] if before else []), RECOGNISED]


def update(fetch: Callable[[str, str], bytes], file: str, path: str) -> list[Text]:
    """Fetch the newest dump, or read *file*, and put the index at *path*. *fetch* takes a path and what it accepts.

    Returns what is said. Raises `Failure`; then the index in force stays.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    try:
        if file:
            return put(file, path, os.path.basename(file))
        dump = newest(fetch(NEWEST, "application/json"))
        return _of_bytes(looked_at(dump, fetch(dump.path, "application/octet-stream, */*;q=0.5")), dump, path)
    except Refused as error:
        raise Failure(error.text) from error
    except OSError as error:
        raise Failure(same(error.strerror or str(error)), error.filename or path) from error


def _of_bytes(content: bytes, dump: Dump, path: str) -> list[Text]:
    beside = f"{path}.{os.getpid()}.dump"
    try:
        with open(beside, "wb") as written:
            written.write(content)
        return put(beside, path, dump.key)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)


def _bounded(dump: str) -> None:
    """Raises `Refused` for an archive that unpacks to more than any dump."""
    if not zipfile.is_zipfile(dump):
        return
    with zipfile.ZipFile(dump) as archive:
        if sum(each.file_size for each in archive.infolist()) > LARGEST:
            raise Refused(TOO_LARGE.fill(n=LARGEST // 1024**2))


def _ids(index: str) -> frozenset[str]:
    """The ROR numbers in an index; none where there is no index, or a damaged one."""
    if not os.path.isfile(index):
        return frozenset()
    try:
        with contextlib.closing(sqlite3.connect(index)) as db:
            return frozenset(str(row[0]) for row in db.execute("SELECT ror FROM organisations"))
    except sqlite3.Error:
        return frozenset()


def _kept(path: str) -> None:
    """Keep the index at *path* under a second name; *path* stays."""
    second = f"{path}.{os.getpid()}.old"
    try:
        os.link(path, second)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, second)
    os.replace(second, f"{path}.before")
