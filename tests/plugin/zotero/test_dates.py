"""The first day that a typed date can mean."""

from __future__ import annotations

import pytest

from askfirst.library.dates import earliest
from askfirst.library.judging import date_of
from askfirst.library.work import read


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016-12-20", "2016-12-20"),
        ("2016-12", "2016-12-01"),
        ("2016/12/20", "2016-12-20"),
        ("2018-03-00", "2018-03-01"),
        ("2018-03-00 March 2018", "2018-03-01"),
        ("20.12.2016", "2016-12-20"),
        ("1. 12. 2016", "2016-12-01"),
        ("12/2016", "2016-12-01"),
        ("15/03/2018", "2018-03-15"),
        ("03/15/2018", "2018-03-15"),
        ("03/04/2018", "2018-03-04"),
        ("Dec 2016", "2016-12-01"),
        ("December 20, 2016", "2016-12-20"),
        ("20 December 2016", "2016-12-20"),
        ("20th Dec. 2016", "2016-12-20"),
        ("20. Dezember 2016", "2016-12-20"),
        ("20 décembre 2016", "2016-12-20"),
        ("20 de diciembre de 2016", "2016-12-20"),
        ("20 декабря 2016", "2016-12-20"),
    ],
)
def test_the_first_day_of_a_date(date: str, day: str) -> None:
    assert earliest(date) == day


@pytest.mark.parametrize(
    "date",
    [
        "",
        "2016",
        "n.d.",
        "in press",
        "2018-00-00",
        "2018-13-40",
        "Spring 2016",
        "Winter 2016/17",
        "99/99/2016",
        "2016a",
        "x" * 10_000,
    ],
)
def test_no_month_no_day(date: str) -> None:
    assert earliest(date) == ""


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016", "2016-01-01"),
        ("2016-12-20", "2016-12-20"),
        ("2018-00-00", "2018-01-01"),
        ("1/13/2016", "2016-01-13"),
        ("2026-03-01", "2026-11-29"),
        ("2027", "2026-11-29"),
        ("n.d.", "2026-11-29"),
        ("", "2026-11-29"),
    ],
)
def test_the_day_a_work_is_judged_at(date: str, day: str) -> None:
    assert date_of(read({"key": "A", "date": date}), "2026-11-29") == day
