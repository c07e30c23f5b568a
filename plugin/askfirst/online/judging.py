"""Looked-up affiliations judged like others at second hand: as a work of a library, by the measures of its date.

They are judged on their own. What a manuscript, a library or a file of the user prints is never mixed with them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from askfirst.checking import Context
from askfirst.library.judging import Judged, judge
from askfirst.library.work import Printed, Work
from askfirst.online.looking import Found
from askfirst.online.record import MOST_NAMES, Hint, Record
from askfirst.online.wanted import Item, Selection
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

State = Literal["open", "waiting", "answered", "none", "unknown", "not-asked"]


class LookedUp(NamedTuple):
    """One work with what the services said of it, and what that asks."""

    item: Item
    records: tuple[Record, ...]
    judged: Judged
    failures: tuple[Text, ...] = ()

    @property
    def state(self) -> State:
        """As of a library's work; ``not-asked`` where no service answered."""
        if not self.records:
            return "not-asked"
        state: State = self.judged.state  # type: ignore[assignment]  # a str there
        return state

    def names_others(self, record: Record) -> bool:
        """Whether *record* and the user's own entry name people without one word in common: the DOI may be wrong.

        Any word counts, for services swap given and family names. Names in different scripts are not compared.
        """
        ours, theirs = _words(self.item.authors[:MOST_NAMES]), _words(record.names)
        return bool(ours and theirs) and not ours & theirs

    def hints(self) -> list[tuple[Record, Hint]]:
        """Every affiliation with the answer it stands in."""
        return [(record, hint) for record in self.records for hint in record.hints]

    @property
    def year(self) -> int | None:
        """The user's own year, else the earliest that a service gives."""
        return self.judged.work.year


def _words(names: tuple[str, ...]) -> set[str]:
    """The words of *names* in Latin letters that are more than an initial."""
    return {word for name in names for word in plain(name).split() if len(word) > 1 and word.isascii()}


def judged(selection: Selection, found: Found, context: Context) -> tuple[LookedUp, ...]:
    """Every item of *selection* with its answers, those with a question first, in the order of the selection."""
    works = [_one(item, selection, found, context) for item in selection.items]
    return tuple(sorted(works, key=lambda each: each.state not in ("open", "waiting")))


def _one(item: Item, selection: Selection, found: Found, context: Context) -> LookedUp:
    records = tuple(found.records.get(item.number, ()))
    failures = tuple(found.failures.get(item.number, ()))
    return LookedUp(item, records, judge(work(item, records), context, selection.answers), failures)


def work(item: Item, records: tuple[Record, ...]) -> Work:
    """*item* as a library's work, whose affiliations are those of *records* and nothing else."""
    years = [record.year for record in records if record.year]
    hints = [(record, hint) for record in records for hint in record.hints if not hint.is_number]
    printed = [
        Printed(hint.text, record.service, hint.people[0] if len(hint.people) == 1 else "") for record, hint in hints
    ]
    groups = [Printed(group, record.service) for record in records for group in record.groups] if hints else []
    people = dict.fromkeys(name for _, hint in hints for name in hint.people)
    return Work(
        key=item.key or item.number,
        title=item.title,
        year=item.year or min(years, default=None),
        doi=item.doi,
        authors=tuple(people),
        affiliations=tuple(dict.fromkeys((*printed, *groups))),
    )
