"""People who are named together on a title page, and the lines of their places beneath them."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.emails import Mail
from askfirst_checks.readers.word.title_page.rows import Row

_TOP = pattern(
    r"(?i)univ|hochschule|college|akadem|academy|универс|академ|دانشگاه|大学|대학|\bcorp|\bgmbh|\binc\b|\bltd"
)
_GOING_ON = pattern(r"(?=.{2,60}$)(?:[^,\n]*(?:\d|,)[^\n]*|\S+(?:\s\S+){0,2})")
"""what can be part of an address: a house's number, a town and its country, up to three words"""


class Group:
    """People on one line or on lines that follow each other."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self.places: list[list[Row]] = []
        self.mails: list[tuple[Mail, Row]] = []

    @property
    def is_bare(self) -> bool:
        """Whether nothing follows the names so far."""
        return not self.places and not self.mails

    def add(self, row: Row) -> None:
        """A line of a place: of the one above, or of the next."""
        if self.places and _joins(self.places[-1], row):
            self.places[-1].append(row)
        else:
            self.places.append([row])

    def goes_on(self, row: Row) -> bool:
        """Whether *row*, of which nothing is known, is part of the place above it (a street, a town); it is added."""
        text = row.text.rstrip()
        if not (self.members and self.places) or self.mails or text.isupper() or text.endswith((".", "?", "!", ":")):
            return False
        if not (_GOING_ON.fullmatch(text) and _joins(self.places[-1], row)):
            return False
        self.places[-1].append(row)
        return True


def _joins(rows: Sequence[Row], row: Row) -> bool:
    """Whether *row* goes on with the address *rows*: department, university and town on lines of their own."""
    above = " ".join(each.text for each in rows)
    if line_kinds.place(above) and line_kinds.institution(row.text):
        return False
    return not (_TOP.search(above) and _TOP.search(row.text))
