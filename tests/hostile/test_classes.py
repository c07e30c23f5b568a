"""Every class of `generators` ends, holds, and still asks where a stop stands in it."""

from __future__ import annotations

import pytest

from .checking import checked, holds
from .generators import ASKING, CLASSES


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("size", [1, 2, 10])
def test_small_ones_hold(name: str, size: int) -> None:
    holds(checked(CLASSES[name][1](size)))


@pytest.mark.parametrize("name", ASKING)
def test_no_size_silences_the_question(name: str) -> None:
    size, made = ASKING[name]
    report = checked(made(size))
    assert any(finding.level != "note" and finding.state == "open" for finding in report.findings), report.findings[:3]
