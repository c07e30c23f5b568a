"""The sentences of the letter, one table a part. To add one: put a `Sentence` into its table; tests read them all."""

from __future__ import annotations

from askfirst.enquiry.sentences import grounds, opening, questions
from askfirst.enquiry.values import Sentence


def every() -> tuple[Sentence, ...]:
    """All of them, in the order of the letter."""
    tables = (
        opening.SUBJECTS, opening.HEAD, opening.OPENING, grounds.RUN, grounds.REMARKS, grounds.LISTS,
        questions.OFFICE, questions.BAFA, opening.BOX, opening.CLOSING,
    )  # fmt: skip
    return tuple(sentence for table in tables for sentence in table)
