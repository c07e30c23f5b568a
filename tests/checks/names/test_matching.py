"""Names laid on a text: by their anchor and the word beside it, whatever was looked up before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.names.matching import ByAnchor, Match, Name, found, longest, parsed

ENTRIES = {
    "harbin": ["a1:harbin inst technol", "a2:harbin engn univ", "s3:harbin", "a4:new harbin"],
    "beta": ["a5:alpha beta gamma", "a6:beta"],
}
NAMES = {anchor: tuple(parsed(entry, anchor) for entry in entries) for anchor, entries in ENTRIES.items()}
WORDS = ["harbin", "inst", "technol", "engn", "univ", "new", "alpha", "beta", "gamma", "delta"]


def look(anchor: str) -> tuple[Name, ...]:
    return NAMES.get(anchor, ())


def plainly(seq: list[str]) -> set[tuple[int, int, int]]:
    """Every name at every place, by trying all."""
    every = [name for names in NAMES.values() for name in names]
    return {
        (name.body, at, at + len(name.words))
        for name in every
        for at in range(len(seq))
        if seq[at : at + len(name.words)] == name.words
    }


def told(matches: list[Match]) -> set[tuple[int, int, int]]:
    return {(match.name.body, match.start, match.end) for match in matches}


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_all_names_are_found_and_nothing_else(seq: list[str]) -> None:
    assert told(found(seq, ByAnchor(look, NAMES.keys(), 100))) == plainly(seq)
    assert told(found(seq, ByAnchor(look, None, 100))) == plainly(seq)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=12))
def test_a_memory_that_is_too_small_changes_nothing(texts: list[list[str]]) -> None:
    small = ByAnchor(look, None, 2)
    assert [told(found(seq, small)) for seq in texts] == [plainly(seq) for seq in texts]


def test_what_is_remembered_is_bounded() -> None:
    names = ByAnchor(look, None, 10)
    for number in range(1000):
        found([f"word{number}", "harbin"], names)
    assert len(names) <= 10


@pytest.mark.parametrize(
    ("seq", "kept"),
    [
        (["harbin", "inst", "technol"], {1}),
        (["new", "harbin", "engn", "univ"], {2}),
        (["alpha", "beta", "gamma", "harbin"], {5, 3}),
    ],
)
def test_longer_names_win(seq: list[str], kept: set[int]) -> None:
    assert {match.name.body for match in longest(found(seq, ByAnchor(look, None, 10)))} == kept
