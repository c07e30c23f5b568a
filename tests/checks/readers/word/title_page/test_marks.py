"""Names and places that marks tie, wherever the page sets them."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import docx, para, table
from tests.checks.readers.word.title_page.pages import BONN, OSLO, TEXT, WAVES, page, people, tied

from askfirst_checks.readers.word import read

TITLE = "Waves in the cold water of the north"
RAISED = (f"^1^ {BONN}", f"^2^ {OSLO}")
THREE = [("Ada Feld", (0,)), ("Bo Ri", (1,)), ("Cem Tal", (0, 1))]

NAMES = {
    "behind commas": "Ada Feld,^1^ Bo Ri,^2^ and Cem Tal^1,2^",
    "before names": "^1^Ada Feld, ^2^Bo Ri, ^1,2^Cem Tal",
    "before names, and": "^1^ Ada Feld, ^2^ Bo Ri and ^1,2^ Cem Tal",
    "degrees behind commas": "Ada Feld, MD, PhD^1^, Bo Ri, RDCS^2^, Cem Tal, MD MPH^1,2^",
    "degrees": "Ada Feld MD PhD^1^, Bo Ri BSc^2^ and Cem Tal Ph.D.^1,2^",
    "letters of degrees": "Ada Feld BS^1^, Bo Ri MA^2^, Cem Tal MD PhD^1,2^",
    "degrees and semicolons": "Ada Feld, PhD^1^; Bo Ri, MD^2^; Cem Tal, MBBS^1,2^",
    "family names first": "Feld, Ada^1^; Ri, Bo^2^; Tal, Cem^1,2^",
    "Spanish": "Ada Feld^1^, Bo Ri^2^ y Cem Tal^1,2^",
    "French": "Ada Feld^1^, Bo Ri^2^ et Cem Tal^1,2^",
    "a team": "Ada Feld^1^, Bo Ri^2^, Wave Study Group^2^, Sea Consortium, Cem Tal^1,2^",
    "ORCID iDs": "Ada Feld^1^ (https://orcid.org/0000-0002-1825-0097), Bo Ri^2^, Cem Tal^1,2^",
}


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    seen = page(TITLE, NAMES[name], *RAISED, *TEXT)
    assert tied(seen) == THREE
    assert [each.text for each in seen.affiliations] == [BONN, OSLO]
    assert not seen.problems


PLACES = {
    "numbers": (f"1 {BONN}", f"2 {OSLO}"),
    "numbers and letters": (f"1{BONN}", f"2{OSLO}"),
    "brackets": (f"(1) {BONN}", f"(2) {OSLO}"),
    "one line": (f"(1. {BONN}; 2. {OSLO})",),
    "one line, raised": (f"^1^ {BONN} ^2^ {OSLO}",),
    "posts": (f"^1^Associate Professor, {BONN}", f"^2^Student and Research Assistant, {OSLO}"),
}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(
    "names", [NAMES["behind commas"], "Ada Feld1, Bo Ri2 and Cem Tal1,2", "Ada Feld (1), Bo Ri (2) and Cem Tal (1,2)"]
)
def test_places(name: str, names: str) -> None:
    seen = page(TITLE, names, *PLACES[name], *TEXT)
    assert tied(seen) == THREE
    assert not seen.problems


def test_letters_that_nobody_raised() -> None:
    seen = page(TITLE, "Ada Feld^a^, Bo Ri^b,*^", f"a {BONN}", f"b {OSLO}", "*Correspondence: somebody@sea.no", *TEXT)
    assert people(seen) == [("Ada Feld", (BONN,), ()), ("Bo Ri", (OSLO,), ("somebody@sea.no",))]


def test_a_mark_in_a_cell_of_its_own() -> None:
    cells = table((para("1"), para(BONN)), (para("2"), para(OSLO)))
    body = (para(TITLE), para("Ada Feld^1^, Bo Ri^2^"), cells, *map(para, TEXT))
    assert tied(read(Files.of("a.docx", docx(*body)), "a.docx")) == THREE[:2]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "Feld, A.^1^, Lund-Berg, S. K.^1,2^, O’Hara, F. J.^1^, & de Ruiter, L.^2^",
            ["Feld A.", "Lund-Berg S. K.", "O’Hara F. J.", "de Ruiter L."],
        ),
        ("Feld A^1^, Lund SE^1,2^, O'Hara FJ^2^", ["Feld A", "Lund SE", "O'Hara FJ"]),
        ("ADA FELD^1^, BO RI^2^", ["ADA FELD", "BO RI"]),
        ("FELD Ada^1^, RI Bo^2^", ["FELD Ada", "RI Bo"]),
        ("Иванова Анна (Ivanova Anna)^1^, Петров В.Г. (Petrov V.)^2^", ["Иванова Анна", "Петров В.Г."]),
    ],
)
def test_spellings(names: str, expected: list[str]) -> None:
    seen = page(TITLE, names, *RAISED, *TEXT)
    assert [each.name for each in seen.authors] == expected
    assert not seen.problems


def test_a_long_list_of_names() -> None:
    names = ", ".join(f"Ada {letter}lda Feld^1,2^" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert len(page(TITLE, names, *RAISED, *TEXT).authors) == 26


def test_chinese_commas_and_brackets() -> None:
    seen = page(
        "冷水中的波", "张三1，李四1,2*", "（1.波浪研究所，北京 100000；2.海洋大学，青岛 266000）", "摘  要：我们看水。"
    )
    assert tied(seen) == [("张三", (0,)), ("李四", (0, 1))]


def test_several_stars_are_marks_of_their_own() -> None:
    lines = ("Ада Лунд^1,^*, Бо Рихтер^1,^**", f"^1^{WAVES}", "*e-mail: x1@wave.ru", "**e-mail: y2@wave.ru")
    assert people(page("Волны в воде", *lines, "Аннотация. Вода.")) == [
        ("Ада Лунд", (WAVES,), ("x1@wave.ru",)),
        ("Бо Рихтер", (WAVES,), ("y2@wave.ru",)),
    ]


def test_an_initial_before_an_address_is_no_mark() -> None:
    seen = page(TITLE, "Ada Feld^1^, Bo Ri^2^", *RAISED, "b.ri@sea.no", *TEXT)
    assert [mails for _, _, mails in people(seen)] == [(), ("b.ri@sea.no",)]


SILENT = [
    "We thank Ada Feld,^1^ who looked at water, and Bo Ri,^2^ who did not",
    "Cold Water^1^, Warm Water^2^ and Analysis of Data^3^ are looked at",
    "m^2^ and s^-1^",
    "1 Introduction to water",
]


@pytest.mark.parametrize("line", SILENT)
def test_raised_figures_in_a_sentence_name_nobody(line: str) -> None:
    assert not page(TITLE, line, *TEXT).authors
