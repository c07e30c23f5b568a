"""Which lists name an institution at the date of the work."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from askfirst_checks.case import Case
    from askfirst_checks.model import Ground, Level
    from askfirst_checks.policy.measures import Measure

RANK = {"stop": 0, "ask": 1, "note": 2}


class Listed(NamedTuple):
    """A list that names an institution, as it stood at the date of the work."""

    measure: Measure
    since: str
    """ISO date of the listing, or of the list where that is later; empty where neither could be read"""
    reference: str
    role: str = ""
    """what the entry of an assessment list says by itself: ``military``, or ``programme`` of a funder"""

    @property
    def level(self) -> Level:
        """The level of the list; an entry that names a military, security or weapons body asks."""
        return "ask" if self.role == "military" and self.measure.level == "note" else self.measure.level

    @property
    def ground(self) -> Ground:
        """As a person is shown it."""
        return self.measure.ground(self.since, self.reference)


def lists_naming(case: Case, institution: str, rules: Collection[str]) -> list[Listed]:
    """The lists of *rules* that name it at the date of the work, each once, strongest and earliest first."""
    found: dict[str, Listed] = {}
    for row in case.policy.listings(institution):
        if row.measure not in case.policy.chosen:
            continue
        measure = case.policy.measure(row.measure)
        since = max(row.listed_on, measure.from_day)
        in_force = since <= case.today if since else measure.holds(case.today)
        if measure.rule in rules and in_force and not _over(measure, case.today):
            listed = Listed(measure, since, row.reference, row.role)
            found[measure.id] = min(listed, found.get(measure.id, listed), key=lambda each: each.since or "9999")
    return sorted(found.values(), key=lambda each: (RANK[each.level], each.since or "9999", each.measure.id))


def _over(measure: Measure, today: str) -> bool:
    return bool(measure.until) and measure.until < today
