"""How a style makes its words look, as far as that matters here: raised, bold, hidden."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple

LONGEST_CHAIN = 20
"""styles, each based on the next"""


class Look(NamedTuple):
    """What a style says; None where it leaves it as it is."""

    is_raised: bool | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, and *base* where it says nothing."""
        return Look(*(own if own is not None else under for own, under in zip(self, base, strict=True)))


PLAIN = Look()
