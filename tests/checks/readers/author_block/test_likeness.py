"""Two printings of one name: by their words, whatever the case, the accents and the initials."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.readers.author_block import emails


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoë Brandt", "ZOE BRANDT"), ("Jürgen Groß", "Jurgen Gross"), ("Łukasz Sørli", "lukasz sorli"), ("A B", "a. b.")],
)
def test_case_and_accents_make_no_difference(one: str, other: str) -> None:
    assert emails.words_of(one) == emails.words_of(other)
    assert emails.alike(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Feld", "Bo Lind"), ("", "Ada Feld"), ("Ada Feld", "12"), ("武晨光", "武晨"), ("A. Feld", "A. Lind")],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert emails.alike(one, other) < 0.5
    assert not emails.abbreviates(one, other)


@pytest.mark.parametrize(("short", "name"), [("A. Feld", "Ada Maria Feld"), ("Zoë Brandt", "Zoe M. Brandt")])
def test_an_initial_abbreviates(short: str, name: str) -> None:
    assert emails.abbreviates(short, name)
    assert not emails.abbreviates(name.partition(" ")[0], name)


@given(st.text(max_size=30))
def test_folding_leaves_no_capital_and_no_mark(text: str) -> None:
    folded = emails.folded(text)
    assert not any(unicodedata.combining(letter) for letter in folded)
    if text.isascii():
        assert folded == text.lower()
