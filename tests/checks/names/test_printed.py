"""A text as words, gaps and segments, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.names.normalise import places, words
from askfirst_checks.names.printed import Printed

TEXTS = [
    "Dept. of Physics, Kim Il Sung University, Pyongyang",
    "Xi'an Jiaotong University, Xi'an",
    "Кафедра физики, БГУ, Минск",
    "清华大学，北京",
    "Straße des 17. Juni, Berlin",
    "",
]


@given(st.one_of(st.sampled_from(TEXTS), st.text(max_size=120)))
def test_words_stand_where_they_are_printed(text: str) -> None:
    printed = Printed(text)
    assert printed.every == words(text)
    assert [(printed.start(at), printed.end(at)) for at in range(len(printed.every))] == places(text)
    assert len(printed.gaps) == len(printed.parting) == len(printed.marks) == len(printed.every) + 1


@given(st.text(alphabet="ab1,; '-ä’", max_size=60))
def test_words_and_gaps_make_the_text(text: str) -> None:
    printed = Printed(text)
    between = [text[printed.start(at) : printed.end(at)] for at in range(len(printed.every))]
    woven = printed.gaps[0] + "".join(word + gap for word, gap in zip(between, printed.gaps[1:], strict=True))
    assert woven == text


@pytest.mark.parametrize(
    ("text", "first", "last", "cuts", "alone"),
    [
        ("Harbin Institute of Technology", 0, 3, 0, True),
        ("Department of Physics, Harbin Institute of Technology, China", 3, 6, 0, True),
        ("Harbin Institute of Technology Weihai", 0, 3, 0, False),
        ("Harbin, Institute of Technology", 0, 3, 1, True),
        ("北京，清华大学", 1, 1, 0, True),
    ],
)
def test_segments(text: str, first: int, last: int, cuts: int, alone: bool) -> None:
    printed = Printed(text)
    assert printed.cuts(first, last) == cuts
    assert printed.alone(first, last) is alone


def test_what_stands_beside_a_word_ends_with_its_segment() -> None:
    printed = Printed("School of Law, University of A B C; D")
    at = printed.every.index("university")
    assert printed.before(at) == []
    assert printed.after(at) == ["of", "a", "b", "c"]
    assert printed.after(at, 2) == ["of", "a"]
    assert printed.before(at + 2) == ["university", "of"]


def test_comparable_words_know_their_place() -> None:
    printed = Printed("The Department of Physics of the University")
    assert printed.seq == ["dept", "phys", "univ"]
    assert printed.where == [1, 3, 6]


def test_hyphens_join() -> None:
    printed = Printed("Israel-Canada, -x-")
    assert [printed.joined(at) for at in range(4)] == [False, True, False, False]


def test_a_hostile_text_is_compared_only_so_far() -> None:
    assert len(Printed("word " * 10_000).seq) == 3_000
