"""Who with whom: a work counts once in each cell, and what is not named is summed."""

from __future__ import annotations

from typing import Any, cast

import pytest

from askfirst.audit.tally import Row, matrix
from askfirst.audit.works import Work


def _rows(*given: tuple[str, str, str]) -> list[Row]:
    nothing = cast(Any, None)
    return [Row(Work(work, "", "", ()), nothing, nothing, partner, own) for work, partner, own in given]


def test_a_work_counts_once_in_each_cell() -> None:
    found = matrix(_rows(("a", "P", "O"), ("a", "P", "O"), ("b", "P", "O"), ("b", "Q", "O")))
    assert (found.partners, found.own, found.rest) == (("P", "Q"), ("O",), 0)
    assert found.counts == {(0, 0): 2, (1, 0): 1}
    assert found.sums == (2, 1)


def test_what_none_of_ours_shares_stands_in_the_last_column() -> None:
    found = matrix(_rows(("a", "P", ""), ("b", "P", "O")))
    assert found.counts == {(0, 1): 1, (0, 0): 1}
    assert matrix(_rows(("a", "P", ""))).counts == {(0, 0): 1}


@pytest.mark.parametrize("many", [13, 40])
def test_the_rest_is_summed_without_counting_twice(many: int) -> None:
    given = [(f"w{n}", f"P{n:02}", f"O{n:02}") for n in range(many)] + [("w0", f"P{many - 1:02}", "O00")]
    found = matrix(_rows(*given))
    assert (len(found.partners), len(found.own), found.rest) == (12, 12, many - 12)
    assert len(found.sums) == 13
    assert max(row for row, _ in found.counts) == max(column for _, column in found.counts) == 12
    assert sum(found.sums) >= many


def test_nothing_gives_nothing() -> None:
    assert matrix([]).sums == ()
