"""Dates as people type them."""

from __future__ import annotations

import pytest

from askfirst.days_typed import iso

TODAY = "2026-03-01"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-09-14", "2026-09-14"),
        ("2026-9-4", "2026-09-04"),
        ("14.9.2026", "2026-09-14"),
        ("14. 09. 2026", "2026-09-14"),
        ("14 Sep 2026", "2026-09-14"),
        ("3. März 2026", "2026-03-03"),
        ("3 October 2026", "2026-10-03"),
        (" Today ", TODAY),
        ("heute", TODAY),
        ("yesterday", "2026-02-28"),
        ("gestern", "2026-02-28"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_date_is_read(typed: str, meant: str) -> None:
    assert iso(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "31.2.2026",
        "2026-13-01",
        "9/14/2026",
        "14.9.26",
        "tomorrow",
        "morgen",
        "next week",
        "14 Foo 2026",
        "q",
        "٣.٤.2026",
        "0.0.0000",
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert iso(typed, TODAY) is None
