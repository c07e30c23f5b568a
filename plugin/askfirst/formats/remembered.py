"""The state of one repository, as the formats of ``askfirst status`` take it."""

from __future__ import annotations

from askfirst.formats import Outcome
from askfirst_checks.answers import Answer
from askfirst_checks.days import days_between
from askfirst_checks.light import NamedTuple
from askfirst_checks.strict import BrokenData

SOON_DAYS = 90
"""days ahead in which an answer's end is announced"""


class Memory(NamedTuple):
    """The state of one repository on one day."""

    today: str
    answers: tuple[Answer, ...]
    broken: tuple[BrokenData, ...]
    outcomes: tuple[Outcome, ...]

    def left(self, answer: Answer) -> int | None:
        """Days until *answer* ends, negative after it; None for one that does not end by itself."""
        return None if answer.ends >= "9999" else days_between(self.today, answer.ends)

    def soon(self) -> tuple[Answer, ...]:
        """Answers that end within 90 days, the first to end first; those already ended are not among them."""
        ending = [each for each in self.answers if (left := self.left(each)) is not None and 0 <= left <= SOON_DAYS]
        return tuple(sorted(ending, key=lambda each: each.ends))
