"""The recorded answers: read strictly, matched narrowly, lapsing in time, and written so that they read back.

An answer covers named institutions, people or countries, one work, and a stretch of time; nothing else falls quiet.
"""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.answers.values import Answer, Answers

__all__ = ["Answer", "Answers", "read"]


def read(files: Iterable[tuple[str, str]]) -> Answers:
    """The answers in *files* (path, text), in the order of their paths. Never raises; see `Answers.broken`."""
    pairs = sorted(files)
    if not pairs:
        return Answers()
    from askfirst_checks.answers.reading import read_all

    return read_all(pairs)
