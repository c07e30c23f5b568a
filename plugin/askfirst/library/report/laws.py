"""The law of a report: each measure once, with a letter that the rows name it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.library.report.rows import Row
from askfirst_checks.model import Ground
from askfirst_checks.words import Text


class Law(NamedTuple):
    """One measure."""

    letter: str
    code: str
    ground: Ground
    questions: tuple[Text, ...]
    """what is asked under it, each wording once"""
    since: str
    """ISO day from which it holds, empty where it depends on the institution"""


def laws(rows: Iterable[Row]) -> dict[str, Law]:
    """The measures of *rows* by their ids, in the order in which the rows come."""
    found: dict[str, Law] = {}
    for row in rows:
        for finding in (row.finding, *row.finding.legs):
            for ground in finding.grounds:
                known = found.get(ground.measure)
                if known is None:
                    law = Law(_letter(len(found)), finding.code, ground, (finding.question,), ground.since)
                    found[ground.measure] = law
                else:
                    found[ground.measure] = _with(known, ground, finding.question)
        for ground in row.grounds:
            if ground.measure not in found:
                found[ground.measure] = Law(_letter(len(found)), row.finding.code, ground, (), ground.since)
    return found


def _with(law: Law, ground: Ground, question: Text) -> Law:
    questions = law.questions if question in law.questions else (*law.questions, question)
    return law._replace(questions=questions[:3], since=law.since if law.since == ground.since else "")


def with_last(known: Iterable[Law]) -> Iterator[tuple[Law, bool]]:
    """Each law, and whether it is the last of those that ask the same in a row: the question is shown there, once."""
    every = list(known)
    for law, following in zip(every, [*every[1:], None], strict=True):
        yield law, following is None or following.questions != law.questions


def letters(row: Row, known: dict[str, Law]) -> str:
    """The letters of the measures of *row*."""
    return " ".join(known[ground.measure].letter for ground in row.grounds)


def _letter(number: int) -> str:
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(65 + number % 26)
