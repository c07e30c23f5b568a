"""The recorded answers: read strictly, matched narrowly, lapsing in time, and written so that they read back.

An answer covers named institutions, people or countries, one work, and a stretch of time; nothing else falls quiet.
"""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.answers.values import Answer, Answers
from askfirst_checks.model import Finding

__all__ = ["Answer", "Answers", "compose", "covering", "read"]


def read(files: Iterable[tuple[str, str]]) -> Answers:
    """The answers in *files* (path, text), in the order of their paths. Never raises; see `Answers.broken`."""
    pairs = sorted(files)
    if not pairs:
        return Answers()
    from askfirst_checks.answers.reading import read_all

    return read_all(pairs)


def compose(answer: Answer) -> tuple[str, str]:
    """File name (``<date>-<slug>.toml``) and text of a new answer; its `path` is ignored. Raises `BrokenData`."""
    from askfirst_checks.answers.writing import compose as write

    return write(answer)


def covering(answer: Answer, finding: Finding) -> Answer:
    """*answer*, naming exactly what *finding* is about: its institutions, else the printed words, people or countries.

    The authors there today are named with them, so that a new co-author brings the question back; not where there are
    more than thirty, as in a collaboration.
    “Not this institution” names the printed words always: the same id printed elsewhere may well be that institution.
    """
    from askfirst_checks.answers.reach import MOST_PEOPLE, PRINTED

    subject, misread = finding.subject, answer.kind == "not-this-institution"
    there = () if misread or len(subject.people) > MOST_PEOPLE else subject.people
    if subject.institutions and not (misread and subject.printed):
        named = (*subject.institutions, *answer.institutions)
        return answer._replace(institutions=named, people=answer.people or there)
    if subject.printed:
        named = (PRINTED + finding.printed, *answer.institutions)
        return answer._replace(institutions=named, people=answer.people or there)
    if finding.people:
        return answer._replace(people=finding.people)
    return answer._replace(countries=subject.countries)
