"""What only a style says: raised, hidden, a title."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, para, run
from tests.checks.readers.word.openable import openable, styled

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.word import read
from askfirst_checks.readers.word.paragraph import role_of
from askfirst_checks.readers.word.styles import Styles


def seen(*body: str) -> Manuscript:
    return read(Files.of("paper.docx", openable(*body)), "paper.docx")


@pytest.mark.parametrize("style", ["Up", "UpMore"])
def test_a_style_that_raises_marks(style: str) -> None:
    read_so_far = seen(
        TITLE,
        f"<w:p>{run('Ada Feld')}{styled('1', style)}{run(', Bo Ri')}{styled('2', style)}</w:p>",
        f"<w:p>{styled('1', style)}{run(' University of Bonn, Germany')}</w:p>",
        f"<w:p>{styled('2', style)}{run(' ' + DPRK)}</w:p>",
        *REST[1:],
    )
    assert [(each.name, each.affiliations) for each in read_so_far.authors] == [("Ada Feld", (0,)), ("Bo Ri", (1,))]


def test_what_stands_in_the_run_counts_before_its_style() -> None:
    level = '<w:r><w:rPr><w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/></w:rPr><w:t>water</w:t></w:r>'
    assert "^" not in seen(TITLE, para("Cold ", inner=level)).sources["paper.docx"]


@pytest.mark.parametrize("style", ["Level", "Unknown", "Heading1"])
def test_other_styles_raise_nothing(style: str) -> None:
    assert "^" not in seen(TITLE, f"<w:p>{run('Cold')}{styled('water', style)}</w:p>").sources["paper.docx"]


def test_a_style_that_hides_is_silent() -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, f"<w:p>{run('Seas')}{styled(DPRK, 'Hidden')}</w:p>", *REST)
    assert len(read_so_far.affiliations) == 2


def test_a_style_of_a_paragraph_hides_it() -> None:
    assert len(seen(TITLE, NAMES, *PLACES, para(DPRK, "Hidden"), *REST).affiliations) == 2


def test_styles_in_a_circle_end() -> None:
    styles = Styles()
    for key, base in (("a", "b"), ("b", "a"), ("c", "c")):
        styles.opened("style", {"w:styleId": key})
        styles.opened("basedOn", {"w:val": base})
        styles.closed("style")
    assert {styles.look(key) for key in "abcd"} == {styles.look("")}


@pytest.mark.parametrize(
    "name",
    ["Title", "Titel", "papertitle", "paper title", "Els-Title", "MDPI_1.2_title", "Article Title", "Título", "title1"],
)
def test_a_style_for_titles(name: str) -> None:
    assert role_of(name) == "title"


@pytest.mark.parametrize(
    "name",
    [
        "Subtitle",
        "Untertitel",
        "Running Title",
        "Table Title",
        "Section title",
        "Author",
        "Normal",
        "Titled",
        "",
        "Book Title",
    ],
)
def test_other_styles_are_none_for_titles(name: str) -> None:
    assert role_of(name) == ""


@pytest.mark.parametrize("name", ["heading 1", "Heading 2", "Überschrift 1", "berschrift1", "Heading"])
def test_a_style_for_headings(name: str) -> None:
    assert role_of(name) == "heading"


SIGN = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:sym w:font="Symbol" w:char="{code}"/></w:r>'


@pytest.mark.parametrize("mark", [SIGN.format(code="F02A"), SIGN.format(code="002A"), run("\uf02a", up=True)])
def test_the_sign_of_a_symbol_font_is_a_mark(mark: str) -> None:
    names = f"<w:p>{run('Ada Feld')}{run('1', up=True)}{run(', Bo Ri')}{run('1,', up=True)}{mark}</w:p>"
    read_so_far = seen(TITLE, names, PLACES[0], f"<w:p>{mark}{run(' bo.ri@sea.no')}</w:p>", *REST[1:])
    assert [each.text for each in read_so_far.authors[1].addresses] == ["bo.ri@sea.no"]


@pytest.mark.parametrize("code", ["F0B7", "zz", "", "FFFFFF", "-1", "0009"])
def test_other_signs_print_nothing(code: str) -> None:
    assert seen(TITLE, para("Cold", inner=SIGN.format(code=code))).sources["paper.docx"].endswith("\nCold\n")


RIGHT = '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def test_what_runs_from_right_to_left_is_read_in_its_order() -> None:
    names = f"<w:p><w:pPr><w:bidi/></w:pPr>{RIGHT.format('رضا احمدی')}{run('1', up=True)}</w:p>"
    place = f"<w:p><w:pPr><w:bidi/></w:pPr>{run('1', up=True)}{RIGHT.format(' دانشگاه تهران، تهران، ایران')}</w:p>"
    read_so_far = seen(TITLE, names, place, *REST[1:])
    assert [(each.name, each.affiliations) for each in read_so_far.authors] == [("رضا احمدی", (0,))]
    assert [each.text for each in read_so_far.affiliations] == ["دانشگاه تهران، تهران، ایران"]
