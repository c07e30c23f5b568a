"""Where the signs of a line of mark-up stand in the words."""

from __future__ import annotations

import pytest

from askfirst_checks.readers.printed.align import aligned


@pytest.mark.parametrize(
    ("row", "text", "word"),
    [
        ("Ada Feld^1^, Bo Lind^2^", "Ada Feld1, Bo Lind2", "Bo"),
        ("# On waves", "On waves", "waves"),
        ("Ada Feld, Bo Lind", "  Ada   Feld,\n Bo Lind ", "Lind"),
        (r"Ada Feld\*, Bo", "Ada Feld*, Bo", "Bo"),
        ("1. Institute of Waves", "Institute of Waves", "Waves"),
        ("same", "same", "same"),
    ],
)
def test_a_word_is_found_again(row: str, text: str, word: str) -> None:
    known = aligned(row, text)
    assert len(known) == len(row)
    at = known[row.index(word)]
    assert text[at : at + len(word)] == word


@pytest.mark.parametrize(("row", "text"), [("", "x"), ("x", ""), ("^^^^", ""), ("abc", "xyz")])
def test_what_does_not_agree_stays_inside(row: str, text: str) -> None:
    assert all(0 <= at <= max(len(text) - 1, 0) for at in aligned(row, text))
