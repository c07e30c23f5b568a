"""Printed text to comparable words, the same for data and input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.names.normalise import places, plain, split, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Université d'Orléans", "universite d orleans"),
        ("Université d’Orléans", "universite d orleans"),
        ("L'Aquila", "l aquila"),
        ("Xi'an", "xian"),
        ("People’s Republic", "peoples republic"),
        ("Łódź, Ørsted, Straße", "lodz orsted strasse"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("1Kim Il-sung Univ.²", "1 kim il sung univ 2"),
        ("Йошкар-Ола", "иошкар ола"),
        ("دانشگاه تهران", "دانشگاه تهران"),
        ("كوريا الشمالية", "کوریا الشمالیه"),
        ("ガーナ", "ガーナ"),
        ("평양시", "평양시"),
        ("ಭಾರತ", "ಭಾರತ"),
        ("nai\u0308ve", "naive"),
        ("zero\u200bwidth", "zerowidth"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_letters_of_other_scripts_keep_what_tells_them_apart() -> None:
    assert plain("टोगो") != plain("टोंगा")
    assert plain("ハ") != plain("バ")


@given(st.text(max_size=200))
def test_tokens_are_the_words_with_their_places(text: str) -> None:
    assert [token.text for token in tokens(text)] == words(text)
    assert all(0 <= start < end <= len(text) for start, end in places(text))
    assert places(text) == sorted(places(text))


@given(st.text(max_size=200))
def test_plain_of_plain_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=100))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))


@given(st.text(max_size=200))
def test_words_and_what_stands_between_them_are_the_whole_text(text: str) -> None:
    parts = split(text)
    if parts:
        assert parts[1::2] == words(text)
        assert sum(map(len, parts)) == len(text)


@pytest.mark.parametrize("text", ["Xi'an", "zero\u200bwidth", "nai\u0308ve", "Straße", "\u1111\u1167\u11bc", "ಭಾರತ"])
def test_a_text_whose_signs_do_not_fold_one_to_one_is_not_split(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize("text", ["Universität, Köln", "Университет, Минск", "清华大学，北京", "دانشگاه، تهران"])
def test_a_text_in_any_script_is_split(text: str) -> None:
    assert split(text)[1::2] == words(text)
