"""Names without marks: what stands beneath them, beside them, or in a sentence about them."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK, docx, para, table
from tests.checks.readers.word.title_page.pages import BONN, OSLO, TEXT, page, people

from askfirst_checks.readers.word import read

TITLE = "Waves in the cold water of the north"
BOTH = [("Ada Feld", (BONN,), ()), ("Bo Ri", (OSLO,), ())]

FIRING = {
    "degrees": ("Ada Feld, Ph.D.", BONN, "and", "Bo Ri, M.Sc.", OSLO),
    "capitals": ("ADA FELD", BONN, "BO RI", OSLO),
    "one each": ("Ada Feld and Bo Ri", BONN, OSLO),
    "beside": (f"Ada Feld, PhD, {BONN}", f"Bo Ri, {OSLO}"),
    "posts": ("Ada Feld", f"Professor of Physics, {BONN}", "Bo Ri", f"Doctoral student, {OSLO}"),
    "ordinals": ("Ada Feld, Bo Ri", f"First author: Professor, {BONN}; second author: Student, {OSLO}"),
    "German ordinals": ("Ada Feld, Bo Ri", f"Erste Autorin: {BONN}; zweiter Autor: {OSLO}"),
    "sentences": ("Ada Feld, Bo Ri", f"Ada Feld is with the {BONN}.", f"B. Ri is with the {OSLO}."),
    "labels": ("Authors: Ada Feld", f"Affiliation: {BONN}", "Authors: Bo Ri", f"Affiliation: {OSLO}"),
}


@pytest.mark.parametrize("name", FIRING)
def test_each_has_a_place(name: str) -> None:
    found = people(page(TITLE, *FIRING[name], *TEXT))
    assert [(who.title(), places) for who, places, _ in found] == [(who, places) for who, places, _ in BOTH]


@pytest.mark.parametrize(
    "names", ["Ada Feld, M.Sc., und Prof. Dr. Bo Ri", "By Ada Feld and Bo Ri", "Ada Feld y Bo Ri Lund"]
)
def test_one_place_is_everybodys(names: str) -> None:
    found = people(page(TITLE, names, BONN, *TEXT))
    assert len(found) == 2
    assert {places for _, places, _ in found} == {(BONN,)}


@pytest.mark.parametrize(
    "lines",
    [
        ("Ada Feld (ada.feld@uni-bonn.de)", BONN, "Bo Ri, e-mail: x@sea.no", OSLO),
        ("Ada Feld", BONN, "ada.feld@uni-bonn.de", "Bo Ri", OSLO, "x@sea.no"),
        ("Ada Feld and Bo Ri", BONN, OSLO, "ada.feld@uni-bonn.de, x@sea.no"),
    ],
)
def test_emails(lines: tuple[str, ...]) -> None:
    found = people(page(TITLE, *lines, *TEXT))
    assert [mails for _, _, mails in found] == [("ada.feld@uni-bonn.de",), ("x@sea.no",)]


def test_rows_of_a_table() -> None:
    cells = table((para("Ada Feld"), para("Bo Ri")), (para(BONN), para(OSLO)), (para("a@b.de"), para("c@d.no")))
    seen = read(Files.of("a.docx", docx(para(TITLE), cells, *map(para, TEXT))), "a.docx")
    assert people(seen) == [("Ada Feld", (BONN,), ("a@b.de",)), ("Bo Ri", (OSLO,), ("c@d.no",))]


@pytest.mark.parametrize("label", ["Corresponding Author:", "Author to write to", "Reprints"])
@pytest.mark.parametrize("again", ["Professor Ada Feld", "Ada M. Feld, PhD", "A. Feld"])
def test_whom_to_write_to_is_no_further_author(label: str, again: str) -> None:
    lines = ("Ada Feld^1^, Bo Ri^2^", f"^1^ {BONN}", f"^2^ {OSLO}")
    seen = page(TITLE, *lines, label, again, "Harbour House", "x@uni-bonn.de", *TEXT)
    assert [each.name for each in seen.authors] == ["Ada Feld", "Bo Ri"]


def test_a_family_name_twice_is_two_people() -> None:
    seen = page(TITLE, "Ada Feld", BONN, "Bo Feld", OSLO, *TEXT)
    assert [each.name for each in seen.authors] == ["Ada Feld", "Bo Feld"]


@pytest.mark.parametrize(
    "above", ["УДК 004.1", "UDC 004.1", "Journal of Waves, Volume 3", "https://waves.no", "[draft]"]
)
def test_what_stands_above_the_title(above: str) -> None:
    seen = page(above, TITLE, "Ada Feld", BONN, *TEXT)
    assert seen.title == TITLE
    assert people(seen) == BOTH[:1]


@pytest.mark.parametrize("names", ["Ada Feld", "Ada Feld, Bo Ri", "A. Feld and B. Ri", "Иванова А.Б., Петров В.Г."])
def test_names_above_the_title(names: str) -> None:
    seen = page(names, BONN, TITLE, *TEXT)
    assert seen.title == TITLE
    assert {places for _, places, _ in people(seen)} == {(BONN,)}


@pytest.mark.parametrize("title", ["Quantum Gravity", "Cold Water", "Deep Waves"])
def test_a_short_title_above_names(title: str) -> None:
    seen = page(title, "Ada Feld", BONN, *TEXT)
    assert (seen.title, people(seen)) == (title, BOTH[:1])


@pytest.mark.parametrize("lines", [("Ada Feld",), ("By Ada Feld, Bo Ri and Cem Tal",), ("Par Ada Feld et Bo Ri",)])
def test_names_alone(lines: tuple[str, ...]) -> None:
    seen = page(TITLE, *lines, *TEXT)
    assert seen.authors
    assert {each.kind for each in seen.problems} == {"no-affiliation"}


PROSE = ("We look at water in the north. " * 20, "The rest of the text follows. " * 60)


def test_a_paper_that_names_none_of_its_parts() -> None:
    assert people(page(TITLE, "Ada Feld", BONN, *PROSE)) == BOTH[:1]
    works = ("References", "Feld, A. Waves in the water of the south. 2010.", "Ri, B. Waves in the water. Oslo 2012.")
    assert people(page(TITLE, "Ada Feld", BONN, "Short text.", *works)) == BOTH[:1]


def test_a_restricted_place_asks_from_every_layout() -> None:
    for lines in (
        ("Ada Feld", DPRK),
        (f"Ada Feld, {DPRK}",),
        ("Ada Feld, Bo Ri", f"First author: {DPRK}"),
        (DPRK, "Ada Feld"),
    ):
        assert any(DPRK in each.text for each in page(TITLE, *lines, *TEXT).affiliations), lines


SILENT = {
    "letter": ("Ada Feld", BONN, "Dear Bo, this is about water", *PROSE),
    "letter, German": (TITLE, "Sehr geehrte Frau Ri,", "Ada Feld", BONN, *PROSE),
    "vita": ("Curriculum vitae", "Ada Feld", BONN, *PROSE),
    "minutes": ("Minutes of the meeting on water", "Ada Feld, Bo Ri", BONN, *PROSE),
    "short note": (TITLE, "Ada Feld", BONN, "See you."),
    "invoice": ("Invoice for forty days on water", "Ada Feld", BONN, *PROSE),
    "text alone": (TITLE, *PROSE, "Ada Feld", BONN),
}


@pytest.mark.parametrize("name", SILENT)
def test_other_documents_have_no_authors(name: str) -> None:
    seen = page(*SILENT[name])
    assert not seen.authors
    assert not seen.has_author_block
    assert not seen.problems


@pytest.mark.parametrize(
    "line",
    [
        "Supervisor: Prof. Bo Ri",
        "Научный руководитель – Б. Рихтер, д.т.н.",
        "Betreuer: Dr. Bo Ri",
        "Tel: 12",
        "3 May 2026",
    ],
)
def test_lines_that_name_no_author(line: str) -> None:
    assert people(page(TITLE, "Ada Feld", line, BONN, *TEXT)) == BOTH[:1]
