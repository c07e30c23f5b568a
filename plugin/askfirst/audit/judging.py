"""Works to findings at the date of each work, in as many processes as there are cores."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.audit.sources import Chunk, from_lines
from askfirst.audit.store import key
from askfirst.audit.works import Unread, Work
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.model import Affiliation, Finding, Manuscript, Resolution, Span
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy

ASKED = ("AF1", "AF2")
_MEMORY = 200_000
"""strings of which a process remembers that they touch a measure"""


class Touched(NamedTuple):
    """A work with what its affiliations ask, as of its own date."""

    work: Work
    findings: tuple[Finding, ...]


class Result(NamedTuple):
    """What one chunk gave."""

    touched: tuple[Touched, ...]
    works: int
    strings: int
    without_affiliation: int
    without_date: int
    unread: tuple[Unread, ...]
    quiet: tuple[int, ...]
    """keys of strings met for the first time that touch nothing"""
    done: float


class Judge:
    """Judges works; keeps what it learned about strings."""

    def __init__(self, policy: Policy, resolver: Resolver, today: str, quiet: set[int], years: tuple[int, int]) -> None:
        self.policy, self.resolver, self.today, self.years = policy, resolver, today, years
        self.days = epochs(policy)
        self._quiet = quiet
        self._learned: list[int] = []
        self._touching: set[str] = set()
        self._found: dict[tuple[str, int], tuple[Finding, ...]] = {}

    def chunk(self, chunk: Chunk) -> Result:
        """All works of *chunk*."""
        works, unread = from_lines(chunk) if chunk.lines else (list(chunk.works), list(chunk.unread))
        first, last = self.years
        kept = [work for work in works if work.year is None or first <= work.year <= last]
        touched = tuple(filter(None, map(self.work, kept)))
        quiet, self._learned = tuple(self._learned), []
        return Result(
            touched,
            len(kept),
            sum(len(work.affiliations) for work in kept),
            sum(not work.affiliations for work in kept),
            sum(not work.date for work in kept),
            tuple(unread),
            quiet,
            chunk.done,
        )

    def work(self, work: Work) -> Touched | None:
        """What the affiliations of *work* ask at its date; None for nothing."""
        texts = [text for text in work.affiliations if self._touches(text)]
        if not texts:
            return None
        day = day_of(work, self.today)
        epoch = bisect_right(self.days, day)
        findings = tuple(finding for text in texts for finding in self._at(text, epoch, day))
        return Touched(work, findings) if findings else None

    def _touches(self, text: str) -> bool:
        if text in self._touching:
            return True
        known = key(text)
        if known in self._quiet:
            return False
        if touches(self.policy, self.resolver.resolve(text)):
            if len(self._touching) < _MEMORY:
                self._touching.add(text)
            return True
        self._quiet.add(known)
        self._learned.append(known)
        return False

    def _at(self, text: str, epoch: int, day: str) -> tuple[Finding, ...]:
        """The findings on one string; the same on every day of an *epoch*, for no measure begins or ends within it."""
        found = self._found.get((text, epoch))
        if found is None:
            if len(self._found) > _MEMORY:
                self._found.clear()
            found = self._found[text, epoch] = asked(text, self.policy, self.resolver, day)
        return found


def asked(text: str, policy: Policy, resolver: Resolver, day: str) -> tuple[Finding, ...]:
    """What one printed affiliation asks on *day* (ISO): the findings of `askfirst_checks.check`, each by itself."""
    span = Span("affiliation", 1, 1, 1, len(text) + 1)
    manuscript = Manuscript(
        root="affiliation",
        form="audit",
        has_author_block=True,
        affiliations=(Affiliation(text, span),),
        sources={"affiliation": text},
    )
    report = judgement.check(manuscript, policy, Answers(), day, resolver=resolver)
    flat = (each for finding in report.findings for each in (finding, *finding.also, *finding.legs))
    return tuple(each._replace(also=(), legs=()) for each in flat if each.code.startswith(ASKED))


def touches(policy: Policy, resolution: Resolution) -> bool:
    """Whether a resolution can ask anything on any day: a country or an institution that a measure names."""
    countries = {hit.code for hit in resolution.countries} | {hit.country for hit in resolution.resembles}
    countries |= {each.points_to for each in resolution.undecided if " " in each.words}
    if not countries.isdisjoint(policy.countries):
        return True
    return any(policy.listed(hit.id) for hit in (*resolution.institutions, *resolution.resembles))


def epochs(policy: Policy) -> list[str]:
    """The days on which some measure or listing begins, or has ended the day before, ascending."""
    measures = [policy.measure(each) for each in policy.chosen]
    days = {day for each in measures for day in (each.from_day, each.known_from)}
    days |= {f"{each.until}~" for each in measures if each.until}
    days |= {row.listed_on for name in policy.all_listed for row in policy.listings(name)}
    return sorted(days - {""})


def day_of(work: Work, today: str) -> str:
    """The day at which a work is judged: its date, or *today* for one of this year, or later, or without a date."""
    if not work.date or work.date > today:
        return today
    return today if work.date.endswith("-01-01") and work.date[:4] == today[:4] else work.date


_judge: Judge | None = None


def start(jurisdiction: str, today: str, quiet: set[int], years: tuple[int, int]) -> None:
    """What a process does first: load the measures and the names."""
    global _judge
    import gc

    from askfirst.lists import added, resolver
    from askfirst_checks.policy import load

    gc.freeze()
    gc.set_threshold(100_000)
    _judge = Judge(load(jurisdiction, added()), resolver(), today, quiet, years)


def judge(chunk: Chunk) -> Result:
    """Judge one chunk in a process that has started."""
    if _judge is None:
        raise RuntimeError("start() comes first")
    return _judge.chunk(chunk)


def judged(
    chunks: Iterable[Chunk], settings: tuple[str, str, set[int], tuple[int, int]], workers: int
) -> Iterator[Result]:
    """The results of *chunks* in their order, from *workers* processes; in this one where *workers* is below two."""
    if workers < 2:
        start(*settings)
        yield from map(judge, chunks)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("spawn"), start, settings) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(judge, chunk))
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
