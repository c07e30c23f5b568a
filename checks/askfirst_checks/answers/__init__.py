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


def covering(finding: Finding, work: str, *, kind: str = "") -> Answer:
    """An unfinished answer that names exactly the subject of *finding* and *work*; the rest is to be filled in.

    Institutions go in by their ids; where none is known, or the answer says “not this institution”, as printed.
    """
    from askfirst_checks.answers.reach import PRINTED

    subject = finding.subject
    printed = (PRINTED + subject.printed,) if subject.printed else ()
    by_id = subject.institutions and kind != "not-this-institution"
    institutions = subject.institutions if by_id else printed or subject.institutions
    return Answer("", kind, "", institutions=institutions, countries=subject.countries, work=work)
