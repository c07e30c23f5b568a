"""The verdict on a string: the measures that it touches on some day. One function, without state that changes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from askfirst_checks.names.gate import Gate
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy, load
from askfirst_checks.policy.touched import touched

FEW = 2_000
"""strings up to which the gate would cost more to build than it spares"""


class Verdicts:
    """Says which measures of *policy* a printed affiliation touches."""

    def __init__(self, policy: Policy, resolver: Resolver, few: int = FEW) -> None:
        self.policy, self.resolver = policy, resolver
        self._left = few
        self._gate: Gate | None = None

    def of(self, text: str) -> tuple[str, ...]:
        """Ids of measures; empty for most texts, which the gate tells by their words. Raises `BrokenData`."""
        if self._left > 0:
            self._left -= 1
            return self.of_whole(text)
        if self._gate is None:
            self._gate = gate(self.policy, self.resolver)
        return self.of_whole(text) if self._gate.may_touch(text) else ()

    def of_whole(self, text: str) -> tuple[str, ...]:
        """The same by the whole resolver."""
        return touched(self.policy, self.resolver.resolve(text))


def table(texts: Iterable[str | None], jurisdiction: str = "de") -> list[tuple[str, str]]:
    """Those of *texts* that touch a measure, with the ids of the measures apart by blanks. Raises `BrokenData`."""
    verdicts = _loaded(jurisdiction)
    return [(text, " ".join(found)) for text in texts if text and (found := verdicts.of(text))]


@cache
def _loaded(jurisdiction: str) -> Verdicts:
    from askfirst.lists import resolver

    return Verdicts(load(jurisdiction), resolver())


def gate(policy: Policy, resolver: Resolver) -> Gate:
    """The gate for what the jurisdiction of *policy* asks about."""
    chosen = policy.chosen
    codes = [code for code, country in policy.countries.items() if not chosen.keys().isdisjoint(country.measures)]
    listed = {name for name in policy.all_listed if any(row.measure in chosen for row in policy.listings(name))}
    return Gate(resolver.gazetteer, codes, lambda body: body.id in listed)
