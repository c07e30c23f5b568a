"""Title blocks that a document sets itself, without a template's arguments."""

from __future__ import annotations

import pytest
from tests.checks.readers.typst.helpers import read, told

UNI, KISU = "Institute of Waves, University of Examples, Bonn", "Kim Il Sung University, Pyongyang, DPRK"
REST = "\n= Abstract\nWe look at waves.\n\n= Introduction\nText.\n"
BLOCKS = {
    "raised marks": f"""#align(center)[
  #text(17pt, weight: "bold")[On waves]

  Ada Feld#super[1] and Bo Lind#super[1,2]

  #super[1]{UNI} \\
  #super[2] {KISU}
]""",
    "raised by mathematics": f"""= On waves
#align(center)[Ada Feld$^1$, Bo Lind$^(1,2)$

$^1$ {UNI}

$""^2$ {KISU}]""",
    "marks behind a semicolon, as Quarto writes them": f"""#block[
= On waves
]
#set align(center)
Ada Feld#super[1] and Bo Lind#super[1,2]

#super[1];{UNI}

#super[2];{KISU}
""",
    "functions and variables of its own": f"""#let uni = [{UNI}]
#let kisu = "{KISU}"
#let m(it) = super(it)
#align(center, text(size: 20pt)[On waves])
#align(center)[Ada Feld#m[1], Bo Lind#m[1,2]

#m[1] #uni \\ #m[2] #kisu]""",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_marks_of_a_title_block(name: str) -> None:
    assert told(BLOCKS[name] + REST) == {"Ada Feld": [UNI], "Bo Lind": [UNI, KISU]}
    assert read(BLOCKS[name] + REST).title == "On waves"


def test_authors_in_the_cells_of_a_grid() -> None:
    text = f"""#align(center, text(17pt)[*On waves*])
#grid(columns: (1fr, 1fr),
  [Ada Feld \\ {UNI} \\ #link("mailto:feld@uni.example")],
  [Bo Lind \\ {KISU} \\ `lind@kisu.example`])
"""
    assert told(text + REST) == {"Ada Feld": [UNI], "Bo Lind": [KISU]}
    assert [a.text for p in read(text + REST).authors for a in p.addresses] == ["feld@uni.example", "lind@kisu.example"]


def test_a_function_of_its_own_for_each_author() -> None:
    text = f"""#let author(name, inst, mail: none) = [#name \\ #inst \\ #mail]
#author("Ada Feld", [{UNI}], mail: "feld@uni.example")
#author("Bo Lind", [{KISU}])
"""
    assert told(text + REST) == {"Ada Feld": [UNI], "Bo Lind": [KISU]}


def test_data_that_a_loop_prints() -> None:
    text = f"""#let authors = ((name: "Ada Feld", at: "1"), (name: "Bo Lind", at: "1,2"))
= On waves
#for a in authors [#a.name#super(a.at), ]

#super[1] {UNI}

#super[2] {KISU}
"""
    assert told(text + REST) == {"Ada Feld": [UNI], "Bo Lind": [UNI, KISU]}


PROSE = [
    "= Notes\nAda Feld#super[1] told us of it.\n\n#super[1] A remark.",
    "= Exercise 1\n#align(center)[Group 7]\n\n= Introduction\nText.",
    "= Isotopes\nUranium#super[235] and carbon#super[14].",
    "Dear Ada Feld,\n\nUniversity of Examples, Bonn\n\nYours, Bo Lind",
    "= Introduction\nThe University of Examples, Bonn, has such a lab.#footnote[Ada Feld, University of Examples.]",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_says_nothing(text: str) -> None:
    assert not read(text).authors


def test_words_of_a_country_beside_unread_authors_are_found() -> None:
    text = f"#show: article.with(authors: load())\n#align(center)[{KISU}]\n= Introduction\nText."
    assert [passage.country for passage in read(text).passages] == ["KP"]


def test_a_title_about_a_country_is_no_such_word() -> None:
    text = '#show: article.with(title: "Droughts in Pyongyang", authors: load())\n= Introduction\nText.'
    assert not [passage for passage in read(text).passages if passage.zone != "text"]


def test_footnotes_that_labels_share() -> None:
    text = f"""#text(17pt)[*On waves*]

Ada Feld #footnote[{UNI}] <uni> #footnote[{KISU}], Bo Lind @uni,
and Cy Moor @uni #footnote[Write to: moor\\@uni.example]

#align(center)[= ABSTRACT]
Text @Knuth_1984 of a kinase@Smith_2020.
"""
    assert told(text) == {"Ada Feld": [UNI, KISU], "Bo Lind": [UNI], "Cy Moor": [UNI]}


def test_a_name_and_where_it_works_on_one_line() -> None:
    text = f"""#text(18pt, "On waves")
#v(4em)
Ada Feld --- {UNI}

`ada.feld@uni.example`
"""
    assert told(text + REST) == {"Ada Feld": [UNI]}
