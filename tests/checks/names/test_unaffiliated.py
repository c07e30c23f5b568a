"""Who prints to belong to no institution."""

from __future__ import annotations

import pytest

from askfirst_checks.names.unaffiliated import unaffiliated


@pytest.mark.parametrize(
    "text",
    [
        "Independent Researcher, Oldtown",
        "independent scholar",
        "Unabhängiger Wissenschaftler, Köln",
        "Chercheuse indépendante, Paris",
        "Независимый исследователь, Москва",
        "Self-employed, Newtown",
        "Unaffiliated",
    ],
)
def test_says_so(text: str) -> None:
    assert unaffiliated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Independent University of Moscow, Moscow, Russia",
        "Department of Independent Research, Sample University",
        "Institute for Freelancers and Founders, Oldtown",
        "Private University of Samples",
        "Affiliated Hospital, Newtown",
        "",
    ],
)
def test_says_no_such_thing(text: str) -> None:
    assert not unaffiliated(text)
