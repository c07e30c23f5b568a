"""Which strings touch no measure, and which lines ask nothing: next quarter only what is new is read and resolved.

SQLite rather than a file of our own: every chunk is committed as a whole, so that a kill at any moment costs one chunk.
A chunk is kept as it comes, and put in its place with many others: keys are random, and put in by their order they cost
a third.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from hashlib import blake2b, sha256
from pathlib import Path

_TOGETHER = 500
"""chunks that are put in their places at once"""


def key(text: str) -> int:
    """What a string is known by: 63 bits of BLAKE2b."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def key_of(line: bytes) -> int:
    """What a line of an index is known by."""
    return int.from_bytes(blake2b(line, digest_size=8).digest()) >> 1


def packed(date: str, strings: int) -> int:
    """What is counted of a work without reading it again: the year of its date, and its affiliations."""
    return int(date[:4]) << 16 | strings


class Settled:
    """Lines that ask nothing and never will, 12 bytes each."""

    def __init__(self, rows: Iterable[tuple[int, int]] = ()) -> None:
        """*rows* by key, ascending."""
        self._keys, self._counts = array("Q"), array("I")
        for known, counts in rows:
            self._keys.append(known)
            self._counts.append(counts)

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, line: bytes) -> tuple[int, int] | None:
        """Year and affiliations of the work on a settled *line*."""
        wanted = key_of(line)
        at = bisect_left(self._keys, wanted)
        if at == len(self._keys) or self._keys[at] != wanted:
            return None
        return self._counts[at] >> 16, self._counts[at] & 0xFFFF


def edition() -> str:
    """Names the data that verdicts rest on: program version, names, policy, and the lists this user keeps up to date.

    Another edition forgets them all.
    """
    import askfirst_checks
    from askfirst import __version__, lists

    top = Path(askfirst_checks.__file__).parent
    whole = sha256(__version__.encode())
    for folder in (top / "names" / "data", top / "policy" / "data"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                whole.update(path.read_bytes())
    for kept in (*lists.kept_lists(), lists.ror_index()):
        if kept and Path(kept).is_file():
            about = Path(kept).stat()
            whole.update(f"{kept} {about.st_size} {about.st_mtime_ns}".encode())
    return whole.hexdigest()[:32]


class Quiet:
    """Keys of strings that touch nothing: those of this run, and those of a file, which is asked as they come up."""

    def __init__(self, path: str = "") -> None:
        self._met: set[int] = set()
        self._file = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True) if path else None

    def __contains__(self, wanted: int) -> bool:
        if wanted in self._met:
            return True
        if self._file is None or not self._file.execute("select 1 from quiet where key = ?", (wanted,)).fetchone():
            return False
        self._met.add(wanted)
        return True

    def update(self, keys: Iterable[int]) -> None:
        """More of this run."""
        self._met.update(keys)


class Store:
    """Strings that touch nothing, lines that ask nothing, and works that were reported, in one SQLite file."""

    def __init__(self, path: str, jurisdiction: str = "de") -> None:
        if path != ":memory:":
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        self.path = path
        self._database = sqlite3.connect(path, timeout=30)
        self._database.executescript(
            "pragma journal_mode = wal; pragma synchronous = normal;"
            "create table if not exists edition (name text);"
            "create table if not exists quiet (key integer primary key) without rowid;"
            "create table if not exists settled (key integer primary key, counts integer) without rowid;"
            "create table if not exists pending (quiet blob, keys blob, counts blob);"
            "create table if not exists reported (source text, work text, measure text,"
            " primary key (source, work, measure)) without rowid;"
        )
        current = f"{edition()}-{jurisdiction}"
        if self._database.execute("select name from edition").fetchall() != [(current,)]:
            with self._database:
                self._database.execute("delete from edition")
                self._database.execute("delete from quiet")
                self._database.execute("delete from settled")
                self._database.execute("delete from pending")
                self._database.execute("insert into edition values (?)", (current,))
        self.put_in_place()

    def kept(self) -> str:
        """The path for `Quiet`; empty while nothing is kept."""
        some = self._database.execute("select 1 from quiet limit 1").fetchone()
        return self.path if some and self.path != ":memory:" else ""

    def settled(self) -> Settled:
        """The lines that need not be read again."""
        return Settled(self._database.execute("select key, counts from settled order by key"))

    def add(self, quiet: Iterable[int], settled: Iterable[tuple[int, int]] = ()) -> None:
        """Keep more of both, together or not at all. They count once they are `put_in_place`."""
        lines = list(settled)
        keys, counts = array("Q", (each for each, _ in lines)), array("I", (each for _, each in lines))
        kept = array("Q", quiet).tobytes(), keys.tobytes(), counts.tobytes()
        if any(kept):
            with self._database:
                self._database.execute("insert into pending values (?, ?, ?)", kept)

    def put_in_place(self) -> None:
        """What was added in this run, or in one that was killed."""
        while rows := self._database.execute(
            "select rowid, quiet, keys, counts from pending order by rowid limit ?", (_TOGETHER,)
        ).fetchall():
            quiet, keys, counts = array("Q"), array("Q"), array("I")
            for _, *blobs in rows:
                for column, blob in zip((quiet, keys, counts), blobs, strict=True):
                    column.frombytes(blob)
            with self._database:
                self._database.executemany("insert or ignore into quiet values (?)", ((key,) for key in sorted(quiet)))
                pairs = sorted(zip(keys, counts, strict=True))
                self._database.executemany("insert or ignore into settled values (?, ?)", pairs)
                self._database.execute("delete from pending where rowid <= ?", (rows[-1][0],))

    def new(self, source: str, found: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        """Of works and measures *found*, those not reported for *source* before."""
        rows = self._database.execute("select work, measure from reported where source = ?", (source,))
        return set(found).difference(rows)

    def reported(self, source: str, found: Iterable[tuple[str, str]]) -> None:
        """Works and measures *found* stand in a report for *source* that is written."""
        with self._database:
            self._database.executemany(
                "insert or ignore into reported values (?, ?, ?)", ((source, *each) for each in found)
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()
