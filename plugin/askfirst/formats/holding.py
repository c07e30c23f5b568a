"""What is said where an answer names a later end than it can have: it is told, and never silently cut."""

from __future__ import annotations

from askfirst_checks.answers import Answer
from askfirst_checks.days import written
from askfirst_checks.words import Text

_LONGEST = Text(
    "it names {given} as its end; an answer holds five years at most, so this one holds until {end}",
    "als Ende nennt sie den {given}; eine Antwort gilt höchstens fünf Jahre, diese also bis {end}",
)
_YEAR = Text(
    "it names {given} as its end; the office's written go-ahead holds a year at most, so until {end}",
    "als Ende nennt sie den {given}; die schriftliche Freigabe der Stelle gilt höchstens ein Jahr, also bis {end}",
)


def shortened(answer: Answer) -> Text | None:
    """The sentence about an end that is later than *answer* can hold; None where it holds as long as it says."""
    if not answer.is_cut:
        return None
    said = _YEAR if answer.outcome == "go-ahead" else _LONGEST
    return said.fill(given=written(answer.valid_until), end=written(answer.ends))
