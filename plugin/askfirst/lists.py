"""The lists and snapshots a check uses: those in the package, and the ROR index if one was built."""

from __future__ import annotations

import os

from askfirst.config import data_folder
from askfirst_checks.light import TYPE_CHECKING

if TYPE_CHECKING:
    from askfirst.formats.resolution import Standing
    from askfirst_checks.names.resolve import Resolver


def ror_index() -> str | None:
    """Path of the ROR index of this user, if it was built (``askfirst lists --build-ror``)."""
    path = os.environ.get("ASKFIRST_ROR_INDEX") or os.path.join(data_folder(), "ror.sqlite")
    return path if os.path.isfile(path) else None


def resolver() -> Resolver:
    """A resolver over all lists that are present."""

    from askfirst_checks.names.resolve import Resolver

    return Resolver(ror_index())


def standing() -> Standing:
    """Who stands on a list, and which countries are under a rule that stops: Kim Il Sung University is on no list."""
    from askfirst.formats.resolution import Standing
    from askfirst_checks.policy import load

    policy = load()
    stops = (
        code
        for code, country in policy.countries.items()
        if any(policy.chosen.get(measure) == "stop" for measure in country.measures)
    )
    return Standing(policy.all_listed, frozenset(stops))
