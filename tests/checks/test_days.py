from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.days import days_between


@given(st.dates(), st.dates())
def test_counts_as_the_calendar_does(first: date, last: date) -> None:
    assert days_between(str(first), str(last)) == (last - first).days
