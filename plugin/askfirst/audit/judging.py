"""Works to findings at the date of each work, in as many processes as there are cores."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.audit.sources import Chunk, Record, records
from askfirst.audit.store import Quiet, key, key_of, packed
from askfirst.audit.verdicts import Verdicts
from askfirst.audit.works import Unread, Work
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.model import Affiliation, Evidence, Finding, Manuscript, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.names.unaffiliated import unaffiliated
from askfirst_checks.policy import Policy

ASKED = ("AF1", "AF2")
_MEMORY = 200_000
"""strings of which a process remembers that they touch a measure, or none"""
_LISTS = "AF2"
"""rules of lists, where each body counts from its own day and not from the measure's"""
_NEWS = 3
"""results, a process each, whose quiet strings go with the next chunk: so no two processes resolve the same ones"""


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
    settled: tuple[tuple[int, int], ...]
    """lines that ask nothing and never will, by key and `packed` counts"""
    done: float


class Judge:
    """Judges works; keeps what it learned about strings."""

    def __init__(self, policy: Policy, resolver: Resolver, today: str, quiet: Quiet, years: tuple[int, int]) -> None:
        self.policy, self.resolver, self.today, self.years = policy, resolver, today, years
        self.days = epochs(policy)
        self._verdicts = Verdicts(policy, resolver)
        self._quiet = quiet
        self._learned: list[int] = []
        self._touching: dict[str, tuple[str, ...]] = {}
        self._untouching: set[str] = set()
        self._found: dict[tuple[str, int], tuple[Finding, ...]] = {}
        self._alike: dict[tuple[object, int], tuple[Finding, ...]] = {}

    def chunk(self, chunk: Chunk, news: Iterable[int] = ()) -> Result:
        """All works of *chunk*. *news* are keys of strings that others have found to touch nothing."""
        self._quiet.update(news)
        first, last = self.years
        given, unread = records(chunk) if chunk.lines else (chunk.works, chunk.unread)
        works = strings = without_affiliation = without_date = 0
        touched: list[Touched] = []
        settled: list[tuple[int, int]] = []
        for each in given:
            date, affiliations = each.date, each.affiliations
            if date and not first <= int(date[:4]) <= last:
                continue
            works += 1
            strings += len(affiliations)
            without_affiliation += not affiliations
            without_date += not date
            findings = self.findings(date, affiliations)
            if findings:
                touched.append(Touched(each.work if isinstance(each, Record) else each, findings))
            elif isinstance(each, Record) and date and date[:4] < self.today[:4]:
                settled.append((key_of(each.line), packed(date, len(affiliations))))
        quiet, self._learned = tuple(self._learned), []
        counts = (works, strings, without_affiliation, without_date)
        return Result(tuple(touched), *counts, tuple(unread), quiet, tuple(settled), chunk.done)

    def findings(self, date: str, affiliations: tuple[str, ...]) -> tuple[Finding, ...]:
        """What the *affiliations* of a work ask at its *date*."""
        untouching = self._untouching
        texts = [text for text in affiliations if text not in untouching and self._touches(text)]
        if not texts:
            return ()
        day = day_of(date, self.today)
        epoch = bisect_right(self.days, day)
        return tuple(finding for text in texts for finding in self._at(text, epoch, day))

    def _touches(self, text: str) -> bool:
        if text in self._touching:
            return True
        known = key(text)
        if known in self._quiet:
            self._remember_untouching(text)
            return False
        measures = self._verdicts.of(text)
        if measures:
            if len(self._touching) > _MEMORY:
                self._touching.clear()
            self._touching[text] = measures
            return True
        self._quiet.update((known,))
        self._learned.append(known)
        self._remember_untouching(text)
        return False

    def _remember_untouching(self, text: str) -> None:
        if len(self._untouching) > _MEMORY:
            self._untouching.clear()
        self._untouching.add(text)

    def _at(self, text: str, epoch: int, day: str) -> tuple[Finding, ...]:
        """The findings on one string; the same on every day of an *epoch*, for no measure begins or ends within it."""
        found = self._found.get((text, epoch))
        if found is None:
            if len(self._found) > _MEMORY:
                self._found.clear()
            measures = map(self.policy.measure, self._touching.get(text) or self._verdicts.of(text))
            may_ask = any(each.rule.startswith(_LISTS) or each.holds(day) for each in measures)
            found = self._found[text, epoch] = self._asked(text, epoch, day) if may_ask else ()
        return found

    def _asked(self, text: str, epoch: int, day: str) -> tuple[Finding, ...]:
        """`asked`, once for all texts that read alike, the place of the words in the text apart."""
        alike = _reading(text, self.resolver), epoch
        model = self._alike.get(alike)
        if model is None:
            if len(self._alike) > _MEMORY:
                self._alike.clear()
            model = self._alike[alike] = asked(text, self.policy, self.resolver, day)
        printed, span = plain(text), _span(text)
        return tuple(
            each._replace(printed=text, span=span, subject=each.subject._replace(printed=printed)) for each in model
        )


def asked(text: str, policy: Policy, resolver: Resolver, day: str) -> tuple[Finding, ...]:
    """What one printed affiliation asks on *day* (ISO): the findings of `askfirst_checks.check`, each by itself."""
    span = _span(text)
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


def _span(text: str) -> Span:
    return Span("affiliation", 1, 1, 1, len(text) + 1)


def _reading(text: str, resolver: Resolver) -> object:
    """All that a rule reads of a text: what it resolves to by which words, and whether it says to belong to no one."""
    read = resolver.resolve(text)
    countries = tuple((hit.code, _words(hit.evidence)) for hit in read.countries)
    bodies = tuple((hit.id, _words(hit.evidence)) for hits in (read.institutions, read.resembles) for hit in hits)
    nobody = not read.institutions and unaffiliated(text)
    return countries, bodies, len(read.institutions), _words(read.undecided), nobody


def _words(evidence: tuple[Evidence, ...]) -> tuple[tuple[object, ...], ...]:
    return tuple(each[:4] for each in evidence)


def epochs(policy: Policy) -> list[str]:
    """The days on which some measure or listing begins, or has ended the day before, ascending."""
    measures = [policy.measure(each) for each in policy.chosen]
    days = {day for each in measures for day in (each.from_day, each.known_from)}
    days |= {f"{each.until}~" for each in measures if each.until}
    days |= {row.listed_on for name in policy.all_listed for row in policy.listings(name)}
    return sorted(days - {""})


def day_of(date: str, today: str) -> str:
    """The day at which a work is judged: its *date*, or *today* for one of this year, or later, or without a date."""
    if not date or date > today:
        return today
    return today if date.endswith("-01-01") and date[:4] == today[:4] else date


_judge: Judge | None = None


def start(jurisdiction: str, today: str, kept: str, years: tuple[int, int]) -> None:
    """What a process does first: load the measures and the names."""
    global _judge
    import gc

    from askfirst.lists import added, resolver
    from askfirst_checks.policy import load

    gc.freeze()
    gc.set_threshold(100_000)
    _judge = Judge(load(jurisdiction, added()), resolver(), today, Quiet(kept), years)


def judge(chunk: Chunk, news: Iterable[int] = ()) -> Result:
    """Judge one chunk in a process that has started."""
    if _judge is None:
        raise RuntimeError("start() comes first")
    return _judge.chunk(chunk, news)


def judged(
    chunks: Iterable[Chunk], settings: tuple[str, str, str, tuple[int, int]], workers: int, alone: int = 0
) -> Iterator[Result]:
    """The results of *chunks* in their order, from *workers* processes; in this one where *workers* is below two.

    The first *alone* lines that are to be read are judged in this one, too: where few are left, starting others costs
    more than it spares.
    """
    chunks = iter(chunks)
    if workers < 2 or alone:
        start(*settings)
        for chunk in chunks:
            yield judge(chunk)
            alone -= sum(map(bool, chunk.lines))
            if workers > 1 and alone < 0:
                break
    if workers > 1:
        yield from _shared(chunks, settings, workers)


def _shared(chunks: Iterator[Chunk], settings: tuple[str, str, str, tuple[int, int]], workers: int) -> Iterator[Result]:
    first = next(chunks, None)
    if first is None:
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from itertools import chain
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("spawn"), start, settings) as pool:
        waiting: deque[Future[Result]] = deque()
        news: deque[tuple[int, ...]] = deque(maxlen=_NEWS * workers)
        try:
            for chunk in chain((first,), chunks):
                waiting.append(pool.submit(judge, chunk, [each for keys in news for each in keys]))
                if len(waiting) > 2 * workers:
                    result = waiting.popleft().result()
                    news.append(result.quiet)
                    yield result
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
