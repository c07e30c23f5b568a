"""Which measures a resolved text touches: by a country, by a body on a list, by what it may mean. On any day."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from askfirst_checks.model import Resolution
    from askfirst_checks.policy import Policy

_BY_PHRASE = ("AF101",)
"""rules of a country that a phrase may mean which decides for none: ``Korea, D.P.``"""
_BY_LIKENESS = ("AF101", "AF102")
"""rules of the country of a body that a name resembles or an acronym may mean"""


def touched(policy: Policy, resolution: Resolution) -> tuple[str, ...]:
    """Ids of the measures of the jurisdiction that can ask about the text on some day. Raises `BrokenData`.

    Nothing else can become a question of AF1xx or AF2xx; whether one is asked, the rules say at the date of the work.
    """
    return tuple(dict.fromkeys(_all(policy, resolution)))


def _all(policy: Policy, resolution: Resolution) -> Iterator[str]:
    for country in resolution.countries:
        yield from _of_country(policy, country.code)
    for hit in (*resolution.institutions, *resolution.resembles):
        yield from (row.measure for row in policy.listings(hit.id) if row.measure in policy.chosen)
    for body in resolution.resembles:
        yield from _of_country(policy, body.country, _BY_LIKENESS)
    rules = _BY_LIKENESS if resolution.resembles else _BY_PHRASE
    for evidence in resolution.undecided:
        if " " in evidence.words:
            yield from _of_country(policy, evidence.points_to, rules)


def _of_country(policy: Policy, code: str, rules: tuple[str, ...] = ()) -> Iterator[str]:
    country = policy.countries.get(code)
    for each in country.measures if country else ():
        if each in policy.chosen and (not rules or policy.measure(each).rule in rules):
            yield each
