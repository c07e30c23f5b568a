"""The lists and snapshots a check uses: those in the package, and the ROR index if one was built."""

from __future__ import annotations

import os

from askfirst.config import data_folder
from askfirst_checks.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from askfirst.formats.resolution import Entry, Standing
    from askfirst_checks.added import Added
    from askfirst_checks.model import ListDate
    from askfirst_checks.names.resolve import Resolver
    from askfirst_checks.policy import Listing


_JOIN = ("un", "ofac", "csl", "uk", "seco")
"""the lists that join a check, by their files"""


def ror_index() -> str | None:
    """Path of the ROR index of this user, if it was built (``askfirst lists --build-ror``)."""
    path = os.environ.get("ASKFIRST_ROR_INDEX") or os.path.join(data_folder(), "ror.sqlite")
    return path if os.path.isfile(path) else None


def kept_list(name: str) -> str:
    """Where the list *name* (``un``) lies once ``askfirst lists update`` has fetched or read it."""
    return os.path.join(data_folder(), "lists", f"{name}.txt")


def kept_lists() -> list[str]:
    """The lists that lie there and join a check."""
    return [path for path in map(kept_list, _JOIN) if os.path.lexists(path)]


def added() -> Added | None:
    """What the lists add that this user brought up to date; None where there are none. Raises `BrokenData`."""
    paths = kept_lists()
    if not paths:
        return None
    from askfirst_checks.added import read, together

    return together([read(path) for path in paths])


def resolver(read: Added | None = None) -> Resolver:
    """A resolver over all lists that are present; *read* is what `added` gave, where that is at hand."""

    from askfirst_checks.names.resolve import Resolver

    return Resolver(ror_index(), read or added())


def standing() -> Standing:
    """Who stands on a list, and which countries are under a rule that stops: Kim Il Sung University is on no list."""
    from askfirst.formats.resolution import Standing
    from askfirst_checks.policy import load

    policy = load(added=added())
    lists = {each.id: each for each in policy.lists}
    stops = (
        code
        for code, country in policy.countries.items()
        if any(policy.chosen.get(measure) == "stop" for measure in country.measures)
    )
    listed = {body: _entries(policy.listings(body), lists) for body in policy.all_listed}
    return Standing(listed, frozenset(stops))


def _entries(rows: Iterable[Listing], lists: Mapping[str, ListDate]) -> tuple[Entry, ...]:
    """The lists of one institution, those with legal effect first; each once, with its first day."""
    from askfirst.formats.resolution import Entry

    found: dict[str, Entry] = {}
    for row in sorted(rows, key=lambda each: each.listed_on or "9999"):
        of = lists[row.measure]
        found.setdefault(row.measure, Entry(of.id, of.kind, row.listed_on, row.as_of, row.confidence, of.name))
    return tuple(sorted(found.values(), key=lambda each: (each.kind != "legal", each.listed_on or "9999")))
