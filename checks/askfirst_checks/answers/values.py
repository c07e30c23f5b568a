"""What an answer is, once read."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.strict import BrokenData


class Answer(NamedTuple):
    """One answer file."""

    path: str
    kind: str
    outcome: str
    reference: str = ""
    asked: str = ""
    """ISO date, or empty"""
    answered: str = ""
    valid_until: str = ""
    by: str = ""
    reason: str = ""
    institutions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    work: str = ""

    @property
    def ends(self) -> str:
        """ISO date of the last day it holds: `valid_until`, else a year after it was answered.

        A pending answer and “not this institution” do not end by themselves.
        """
        if self.valid_until:
            return self.valid_until
        if self.kind == "not-this-institution" or not self.answered:
            return "9999-12-31"
        return f"{int(self.answered[:4]) + 1:04d}{self.answered[4:]}".replace("-02-29", "-02-28")


class Answers(NamedTuple):
    """All answer files of one work."""

    all: tuple[Answer, ...] = ()
    broken: tuple[BrokenData, ...] = ()
    """files that cannot be relied on: exit code 2, and what they were to answer stays loud"""
