from __future__ import annotations

import time

import pytest
from tests.checks.conftest import BERLIN, KISU, MOSCOW, Judge

from askfirst_checks.long_texts import PIECE, resolve
from askfirst_checks.names.resolve import Resolver


def test_a_short_text_is_resolved_as_it_is(resolver: Resolver) -> None:
    assert resolve(resolver, KISU) == resolver.resolve(KISU)


@pytest.mark.parametrize("before", [0, 10, *range(PIECE - 1300, PIECE + 200, 44), 2 * PIECE, 3 * PIECE])
def test_a_name_is_found_wherever_it_stands(resolver: Resolver, before: int) -> None:
    text = "Institute of Physics; " * (before // 22) + KISU + "; " + "Department of Physics; " * 400
    found = resolve(resolver, text)
    assert [hit.id for hit in found.institutions] == ["kp-kim-il-sung-university"]
    for hit in (*found.countries, *found.institutions):
        assert all(text[each.start : each.end] == each.words for each in hit.evidence)


def test_each_country_is_told_once(resolver: Resolver) -> None:
    found = resolve(resolver, f"{MOSCOW}; {BERLIN}; " * 200)
    assert sorted(hit.code for hit in found.countries) == ["DE", "RU"]


@pytest.mark.parametrize("text", ["Institute of Physics, " * 5000, "Pyongyang " * 10_000, "x" * 100_000, "a," * 50_000])
def test_a_hostile_affiliation_takes_bounded_time(judge: Judge, text: str) -> None:
    start = time.perf_counter()
    judge(text)
    judge(BERLIN, notes=[("acknowledgement", f"supported by {text}")])
    assert time.perf_counter() - start < 10
