"""What the tests of the surfaces share."""

from __future__ import annotations

import pytest

from askfirst_checks.policy import Policy, jurisdiction


@pytest.fixture
def one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The DPRK with its first leg only, for tests of what one answer does; test_legs.py has both."""
    read = jurisdiction.read_jurisdiction

    def without_the_second_leg(policy: Policy) -> jurisdiction.Jurisdiction:
        found = read(policy)
        return found._replace(levels={**found.levels, "eu-2017-1509-items": "note"})

    monkeypatch.setattr(jurisdiction, "read_jurisdiction", without_the_second_leg)
