"""Printed text to comparable words, the same for data and input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.names import normalise
from askfirst_checks.names.lookalikes import _SIGNS, in_latin
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M\u043escow St\u0430te", ["moscow", "state"]),
        ("L\u043em\u043en\u043es\u043ev", ["lomonosov"]),
        ("\u0422omsk", ["tomsk"]),
        ("M\u0413\u0423", ["мгу"]),
        ("Mосковский", ["московскии"]),
        ("Mocква", ["москва"]),
    ],
)
def test_a_letter_of_the_other_alphabet_reads_as_the_word_is_meant(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [text[start:end] for start, end in places(text)] == text.split()


@pytest.mark.parametrize("text", ["Москва", "ВАК", "Moscow", "МГУMoscow", "αβγ", "СО РАН", "Россия"])
def test_words_of_one_alphabet_and_words_run_together_stay(text: str) -> None:
    assert "".join(words(text)) == text.lower().replace(" ", "")


UNSEEN = [
    0xAD, 0x34F, 0x61C, 0x115F, 0x17B4, 0x180E, 0x200B, 0x2060, 0x2062, 0x2063, 0x206A, 0x2800, 0x3164, 0xFE0F, 0xFEFF,
    0xFFA0, 0xFFF9, 0x1D173, 0xE0061, 0xE0100,
]  # fmt: skip
MARKS = [0x301, 0x336, 0x489, 0x1AB0, 0x20DD, 0xFE20]


@pytest.mark.parametrize("sign", [*UNSEEN, *MARKS], ids=hex)
@pytest.mark.parametrize("text", ["Pyongyang", "Kim Chaek University", "Тегеран", "Universität Minsk"])
def test_what_is_not_seen_parts_no_word(sign: int, text: str) -> None:
    hidden = "".join(
        letter + chr(sign) if letter.isalpha() and behind.islower() else letter
        for letter, behind in zip(text, text[1:] + " ", strict=True)
    )
    assert words(hidden) == words(text)
    assert len(places(hidden)) == len(words(hidden))


@pytest.mark.parametrize("blank", ["\u2800", "\u3164", "\uffa0"])
def test_blanks_between_words_part_them(blank: str) -> None:
    assert words(f"Kim{blank}Il{blank}Sung") == ["kim", "il", "sung"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Pyοngyang", "pyongyang"),
        ("Pyօngyang", "pyongyang"),
        ("ΡYΟΝGYΑΝG", "pyongyang"),
        ("ᎢEHᎡAN", "tehran"),
        ("ᴍɪɴꜱᴋ", "minsk"),
        ("Pyonɡyɑnɡ", "pyongyang"),
        ("Uηινersιτy", "university"),
        ("Tehrαn", "tehran"),
        ("ᑌᏁᎥversity".replace("Ꮑ", "n"), "university"),
        ("ꓟinsk", "minsk"),
        ("Ⲙoscow", "moscow"),
        ("Mօscօw", "moscow"),
    ],
)
def test_letters_that_only_look_like_others(printed: str, meant: str) -> None:
    assert words(printed) == [meant]


@pytest.mark.parametrize("text", ["Κіm Il Sung Unіvеrsіtу", "Ѕharіf Unіvеrsіtу", "Mіnѕk Ѕtаtе"])
def test_cyrillic_letters_in_a_latin_text(text: str) -> None:
    assert all(word.isascii() for word in words(text))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9b"], ids=ascii)
def test_control_characters_part_no_word(sign: str) -> None:
    hidden = f"Ki{sign}m Il Su{sign}ng Univ{sign}ersity"
    assert words(hidden) == ["kim", "il", "sung", "university"]
    assert [hidden[start:end].replace(sign, "") for start, end in places(hidden)] == hidden.replace(sign, "").split()
    assert split(hidden) == []


@pytest.mark.parametrize("text", ["Universität Köln", "Kim\tIl\nSung", "NIH-3T3, β-TCP, Aβ"])
def test_what_parts_words_parts_them(text: str) -> None:
    assert len(words(text)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Φυσικής",
        "Πανεπιστήμιο",
        "ΕΘΝΙΚΟ",
        "ΑΤΕΙ",
        "Հայաստան",
        "ԵՐԵՎԱՆ",
        "ᏣᎳᎩ",
        "ᐃᓄᒃᑎᑐᑦ",
        "Ⲕⲏⲙⲉ",
        "Երևան",
        "ᎠᏂᏙᎳ",
        "Москва",
        "Ινστιτούτο",
        "한국",
    ],
)
def test_words_of_one_script_stay_their_own(text: str) -> None:
    assert not words(text)[0].isascii()


def _as_a_whole(text: str) -> list[str]:
    """`words`, with no sign folded by itself."""
    folded = normalise._folded(in_latin(normalise._spaced(text)))
    return normalise._WORD.findall(normalise._one_alphabet_a_word(folded))


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs",)), max_size=60))
def test_signs_folded_one_by_one_give_the_words_of_the_whole(text: str) -> None:
    assert words(text) == _as_a_whole(text)


@pytest.mark.parametrize("block", range(0x80, 0x3000, 0x380))
def test_each_sign_within_a_word_and_alone(block: int) -> None:
    for sign in map(chr, range(block, block + 0x380)):
        for text in (f"Xa{sign}b Lyon", f"{sign}e\u0301x {sign} y", f"T{sign}, d'{sign}a"):
            assert words(text) == _as_a_whole(text), hex(ord(sign))


def test_no_letter_that_looks_latin_folds_to_one_by_itself() -> None:
    assert [sign for sign in _SIGNS if normalise._FOLDED[sign].isascii()] == []
