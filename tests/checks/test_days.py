from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.days import days_between, written
from askfirst_checks.words import Text, same


@given(st.dates(), st.dates())
def test_counts_as_the_calendar_does(first: date, last: date) -> None:
    assert days_between(str(first), str(last)) == (last - first).days


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2016-11-30", Text("30 Nov 2016", "30.11.2016")), ("2026-03-01", Text("1 Mar 2026", "1.3.2026"))],
)
def test_days_are_written_as_people_write_them(iso: str, said: Text) -> None:
    assert written(iso) == said


@pytest.mark.parametrize(
    "iso", ["", "2025-03", "2025", "2025-13-01", "2025-00-01", "20-11-2025", "an-d a-bc", "٢٠١٦-١١-٣٠"]
)
def test_what_is_no_day_stays_as_it_stands(iso: str) -> None:
    assert written(iso) == same(iso)
