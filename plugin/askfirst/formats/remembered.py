"""The state of one repository, as the formats of ``askfirst status`` take it."""

from __future__ import annotations

from askfirst.formats import Outcome
from askfirst_checks.answers import Answer
from askfirst_checks.days import days_between
from askfirst_checks.light import NamedTuple
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

SOON_DAYS = 90
"""days ahead in which an answer's end is announced"""


class Memory(NamedTuple):
    """The state of one repository on one day."""

    today: str
    answers: tuple[Answer, ...]
    broken: tuple[BrokenData, ...]
    outcomes: tuple[Outcome, ...]
    notices: tuple[Text, ...] = ()
    """what the repository's own settings, profile or folders keep from being asked"""

    def left(self, answer: Answer) -> int | None:
        """Days until *answer* ends, negative after it; None for one that does not end by itself."""
        return None if answer.ends >= "9999" else days_between(self.today, answer.ends)

    def soon(self) -> tuple[Answer, ...]:
        """Answers that end within 90 days, the first to end first; those already ended are not among them."""
        ending = [each for each in self.answers if (left := self.left(each)) is not None and 0 <= left <= SOON_DAYS]
        return tuple(sorted(ending, key=lambda each: each.ends))

    def later(self, answer: Answer) -> Answer | None:
        """The answer that supersedes *answer*: about the same, given later; None where there is none."""
        later = [each for each in self.answers if each is not answer and _supersedes(each, answer)]
        return max(later, key=lambda each: each.answered) if later else None


def _supersedes(later: Answer, answer: Answer) -> bool:
    same_work = later.work == answer.work or bool(later.document and later.place == answer.place)
    if not same_work or not later.answered or set(later.institutions) != set(answer.institutions):
        return False
    if not set(answer.people) <= set(later.people) or set(later.countries) != set(answer.countries):
        return False
    if answer.outcome == "pending":
        return later.answered >= answer.asked
    return later.answered > answer.answered
