"""What the tests of the surfaces share."""

from __future__ import annotations

import pytest

from askfirst_checks.policy import jurisdiction
from askfirst_checks.strict import Table


@pytest.fixture
def one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The DPRK with its first leg only, for tests of what one answer does; test_legs.py has both."""
    read = jurisdiction.read_jurisdiction

    def without_the_second_leg(table: Table, identifier: str) -> jurisdiction.Jurisdiction:
        found = read(table, identifier)
        return found._replace(levels={**found.levels, "eu-2017-1509-items": "note"})

    monkeypatch.setattr(jurisdiction, "read_jurisdiction", without_the_second_leg)
