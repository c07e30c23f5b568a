"""Who with whom: a work counts once in each cell, and what is not named is summed."""

from __future__ import annotations

from typing import Any, cast

import pytest

from askfirst.audit.judging import asked
from askfirst.audit.tally import Row, matrix, partner_of
from askfirst.audit.works import Work
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import load


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


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("Faculty of Physics, Lomonosov Moscow State University, Moscow", "Moscow State University"),
        ("Dept. of Optics, Kim Chaek University of Technology, Pyongyang", "Kim Chaek University of Technology"),
        ("Sharif Univ Technol, Tehran, Iran", "Sharif University of Technology"),
        ("12 Nauka Street, Moscow, Russia", "(in Russia)"),
    ],
)
def test_a_partner_has_its_own_name(printed: str, named: str) -> None:
    policy, resolver = load("de"), Resolver()
    found = asked(printed, policy, resolver, "2026-11-29")
    assert {partner_of(each, policy, "en") for each in found} == {named}


def test_a_body_without_a_name_of_ours_is_named_as_printed() -> None:
    policy = load("de")
    (first, *_) = asked("Moscow, Russia", policy, Resolver(), "2026-11-29")
    other = first._replace(subject=first.subject._replace(institutions=("ror:000000000",)), printed="Institut für X")
    assert partner_of(other, policy, "de") == "Institut für X"
