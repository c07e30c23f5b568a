"""What an answer is, once read."""

from __future__ import annotations

from askfirst_checks.kinds import NEGATIVE, OFFICE, OWN, POSITIVE
from askfirst_checks.light import NamedTuple
from askfirst_checks.strict import BrokenData


class Answer(NamedTuple):
    """One answer file."""

    path: str
    kind: str
    outcome: str
    """one of `OUTCOMES`; empty where somebody assessed it alone, or says that it is not this institution"""
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
    document: str = ""
    """path of the document, relative to the folder that holds ``.askfirst``; either this or `work` identifies it"""
    ground: str = ""
    """own assessments: one of `GROUNDS`"""
    second_reader: str = ""
    assessed: tuple[tuple[str, str], ...] = ()
    """own assessments: question of `assessment.IDS` and ``yes`` or ``no``, in the order asked"""
    content: str = ""
    """own assessments: `assessment.content_of` the manuscript that was assessed; another content brings it back"""

    @property
    def is_yes(self) -> bool:
        """Whether it answers in favour: an outcome that says so, or a reason given alone."""
        instructed = self.outcome == "go-ahead" and self.kind == OFFICE
        return self.outcome in POSITIVE or instructed or (not self.outcome and self.kind in OWN)

    @property
    def is_no(self) -> bool:
        """Whether it tells to wait or to leave it: a refusal, a licence needed, the office's hold."""
        return self.outcome in NEGATIVE or self.outcome == "hold"

    @property
    def has_two_readings(self) -> bool:
        """Whether a second reader came to another result: two readings, and no answer."""
        return self.second_reader.rstrip(" .").endswith(("differs", "abweichend"))

    @property
    def place(self) -> str:
        """Path of the document in the tree that the answer's own path is in; empty where it names none."""
        if not self.document:
            return ""
        folder, found, _ = self.path.rpartition(".askfirst/")
        return (folder if found else "") + self.document

    @property
    def ends(self) -> str:
        """ISO date of the last day it holds: `valid_until`, at most five years after it was answered; else a year.

        The office's go-ahead holds a year at most. What says no, a pending answer and “not this institution” do not
        end by themselves.
        """
        if self.kind == "not-this-institution" or not self.answered or self.is_no:
            return _NEVER if self.is_no else self.valid_until or _NEVER
        latest = years_after(self.answered, 1 if self.outcome == "go-ahead" else LONGEST)
        return min(self.valid_until or years_after(self.answered, 1), latest)

    @property
    def is_cut(self) -> bool:
        """Whether it names a later end than it can have."""
        return bool(self.valid_until) and self.ends < self.valid_until


LONGEST = 5
"""years that an answer holds at most"""
_NEVER = "9999-12-31"


def years_after(day: str, years: int) -> str:
    """The ISO day that many years after *day*; the day before where there is none (29 February)."""
    return f"{min(int(day[:4]) + years, 9999):04d}{day[4:]}".replace("-02-29", "-02-28")


class Answers(NamedTuple):
    """All answer files of one work."""

    all: tuple[Answer, ...] = ()
    broken: tuple[BrokenData, ...] = ()
    """files that cannot be relied on: exit code 2, and what they were to answer stays loud"""
