"""The sentences of the letter, one table a part. To add one: put a `Sentence` into its table; tests read them all."""

from __future__ import annotations

from askfirst.enquiry.sentences import grounds, opening, published, questions
from askfirst.enquiry.values import Sentence
from askfirst_checks.light import NamedTuple


class Tables(NamedTuple):
    """The tables that differ between a manuscript and a work that has appeared."""

    subjects: tuple[Sentence, ...]
    head: tuple[Sentence, ...]
    opening: tuple[Sentence, ...]
    office: tuple[Sentence, ...]
    closing: tuple[Sentence, ...]
    prefix: str = ""
    """stands before the ids of the sentences that are asked for by name"""


MANUSCRIPT = Tables(opening.SUBJECTS, opening.HEAD, opening.OPENING, questions.OFFICE, opening.CLOSING)
PUBLISHED = Tables(
    published.SUBJECTS, published.HEAD, published.OPENING, published.OFFICE, published.CLOSING, "published-"
)


def every() -> tuple[Sentence, ...]:
    """All of them, each once: the letter about a manuscript first, in its order."""
    tables = (
        *MANUSCRIPT[:3], grounds.RUN, grounds.REMARKS, grounds.LISTS, questions.OFFICE, questions.BAFA, opening.BOX,
        opening.CLOSING, *PUBLISHED[:5],
    )  # fmt: skip
    return tuple(dict.fromkeys(sentence for table in tables for sentence in table))
