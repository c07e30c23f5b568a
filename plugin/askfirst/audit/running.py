"""One look-back from source to result: progress, cancelling, and what is kept for the next."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from askfirst.audit import sources
from askfirst.audit.judging import Result, Touched, judged
from askfirst.audit.sources import Chunk
from askfirst.audit.store import Settled, Store
from askfirst.audit.works import Unread, Work, date_of, text_of
from askfirst_checks.policy import load
from askfirst_checks.words import Text

PROGRESS_AFTER = 2.0
"""seconds before the first word about progress, and between two"""
_ALONE = 30_000
"""lines of a source that was read before which are judged before other processes are started for more"""
MOST_UNREAD = 1_000
"""records that could not be read of which each place is kept; all are counted"""
_READ = Text(
    "{works} works read, {found} with a question; {share} %, some {left} s left",
    "{works} Arbeiten gelesen, {found} mit einer Frage; {share} %, noch etwa {left} s",
)


class Task(NamedTuple):
    """What is looked back at, and how."""

    source: str
    since: int = 0
    until: int = 9999
    jurisdiction: str = "de"
    today: str = ""
    workers: int = 0
    """processes; 0: one a core"""


class Counts(NamedTuple):
    """What was read, and what was not."""

    works: int = 0
    strings: int = 0
    without_affiliation: int = 0
    without_date: int = 0
    unread: int = 0


class Found(NamedTuple):
    """The result of a look-back."""

    touched: tuple[Touched, ...]
    counts: Counts
    unread: tuple[Unread, ...]
    files: tuple[str, ...]


def cache(jurisdiction: str) -> str:
    """Where the verdicts of one jurisdiction are kept between runs. Raises `BrokenData` for one that does not ship."""
    import platformdirs

    name = f"audit-{load(jurisdiction).jurisdiction}.sqlite"
    return os.path.join(platformdirs.user_cache_dir("askfirst", appauthor=False), name)


def look_back(task: Task, store: Store, language: str) -> Found:
    """Read and judge everything. Raises `Failure`. What was learned before Ctrl-C stays in *store*."""
    names, chunks = _chunks(task)
    workers = _workers(task, names)
    settings = (task.jurisdiction, task.today, store.kept(), (task.since, task.until))
    known = _Known(store.settled(), task)
    touched: list[Touched] = []
    unread: list[Unread] = []
    counts = Counts()
    told = _Progress(language)
    for result in judged(map(known.without, chunks), settings, workers, _ALONE if len(known.settled) else 0):
        store.add(result.quiet, result.settled)
        touched += result.touched
        unread += result.unread[: MOST_UNREAD - len(unread)]
        counts = _plus(counts, result)
        told(counts.works + known.works, len(touched), result.done)
    store.put_in_place()
    counts = counts._replace(
        works=counts.works + known.works,
        strings=counts.strings + known.strings,
        without_affiliation=counts.without_affiliation + known.without_affiliation,
    )
    return Found(tuple(touched), counts, tuple(unread), tuple(names))


class _Known:
    """Leaves out the lines that an earlier run settled, and counts them."""

    def __init__(self, settled: Settled, task: Task) -> None:
        self.settled = settled
        self.years = range(task.since, min(task.until + 1, int(task.today[:4])))
        self.this_year = int(task.today[:4])
        self.works = self.strings = self.without_affiliation = 0

    def without(self, chunk: Chunk) -> Chunk:
        """*chunk* with an empty line for each of them, so that numbers stay."""
        if not chunk.lines or not len(self.settled):
            return chunk
        return chunk._replace(lines=tuple(map(self._left, chunk.lines)))

    def _left(self, line: bytes) -> bytes:
        counts = self.settled.get(line) if line else None
        if counts is None or counts[0] >= self.this_year:
            return line
        year, strings = counts
        if year in self.years:
            self.works += 1
            self.strings += strings
            self.without_affiliation += not strings
        return b""


def _plus(counts: Counts, result: Result) -> Counts:
    return Counts(
        counts.works + result.works,
        counts.strings + result.strings,
        counts.without_affiliation + result.without_affiliation,
        counts.without_date + result.without_date,
        counts.unread + len(result.unread),
    )


def _chunks(task: Task) -> tuple[list[str], Iterator[Chunk]]:
    if task.source == "zotero":
        return ["zotero"], iter([_library()])
    names = sources.files(task.source)
    return names, sources.chunks(names)


def _library() -> Chunk:
    """The library of the running Zotero, read only."""
    from askfirst import zotero
    from askfirst.library import gather
    from askfirst.library.store import Store as Library

    def silent(*_: object) -> None:
        return None

    held = Library(":memory:")
    library = zotero.connect(zotero.Where(), silent)
    try:
        gather.fill(library, zotero.Scope(), held, silent)
        works = tuple(
            Work(
                each.key,
                text_of(each.title),
                date_of(each.year or ""),
                tuple(dict.fromkeys(text_of(place.text) for place in each.affiliations)),
                each.authors,
                each.doi,
            )
            for each in gather.works(held, None, lambda _: True)
        )
    finally:
        held.close()
        library.close()
    return Chunk("zotero", 1, works=works, done=1.0)


def _workers(task: Task, names: Iterable[str]) -> int:
    """One for little, for a process costs half a second to start."""
    if task.workers:
        return task.workers
    size = sum(os.path.getsize(name) for name in names if os.path.isfile(name))
    return 1 if size < 4_000_000 else min(os.cpu_count() or 1, 32)


class _Progress:
    def __init__(self, language: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.language, self.clock = language, clock
        self.began = clock()
        self.next = self.began + PROGRESS_AFTER

    def __call__(self, works: int, found: int, done: float) -> None:
        now = self.clock()
        if now < self.next or not 0 < done < 1:
            return
        self.next = now + PROGRESS_AFTER
        left = round((now - self.began) * (1 - done) / done)
        line = _READ.fill(works=works, found=found, share=round(100 * done), left=left).said(self.language)
        sys.stderr.write(line + "\n")
