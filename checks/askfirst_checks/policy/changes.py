"""What a profile changes against the rules without it: which countries ask less, and which more."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.profile import Profile

LEVELS = ("stop", "ask", "note", "off")


class Change(NamedTuple):
    """One country that the profile names."""

    code: str
    """ISO 3166-1 alpha-2"""
    without: str
    """one of `LEVELS`: the loudest country rule without the profile"""
    now: str

    @property
    def is_looser(self) -> bool:
        """Whether it asks less than without the profile."""
        return LEVELS.index(self.now) > LEVELS.index(self.without)


def changes(profile: Profile, policy: Policy, today: str) -> tuple[Change, ...]:
    """The countries whose level the profile moves, on *today* (ISO). Raises `BrokenData` for broken policy data."""
    found = (_change(code, level, policy, today) for code, level in profile.countries.items())
    return tuple(each for each in found if each.without != each.now)


def idle(profile: Profile, policy: Policy, today: str) -> tuple[str, ...]:
    """The codes of the countries that the profile names and whose level stays as it is."""
    moved = {each.code for each in changes(profile, policy, today)}
    return tuple(code for code in profile.countries if code not in moved)


def _change(code: str, level: str, policy: Policy, today: str) -> Change:
    """As AF102 and AF103 take it: the first can be off; under the second a country stays at least a note."""
    frozen = [each.level for each in policy.country_measures(code, "AF102", today)]
    controlled = [each.level for each in policy.country_measures(code, "AF103", today)]
    now = "note" if level == "off" and controlled else level
    return Change(code, min([*frozen, *controlled, "off"], key=LEVELS.index), now)
