"""What of a Word file is read, and what is not printed and so not read."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, box, docx, para, run, table

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.word import read

MORE = para("Ada Feld", inner='<w:r><w:footnoteReference w:id="2"/></w:r>')
NOTE = f'<w:footnote w:id="2">{para(DPRK)}</w:footnote>'


def seen(*body: str, **others: str) -> Manuscript:
    return read(Files.of("paper.docx", docx(*body, **others)), "paper.docx")


def places(manuscript: Manuscript) -> list[str]:
    return [each.text for each in manuscript.affiliations]


@pytest.mark.parametrize("title", [TITLE, para("Waves in cold water"), para("Review") + para("Waves in cold water")])
def test_names_marks_addresses_and_mail(title: str) -> None:
    read_so_far = seen(title, NAMES, *PLACES, *REST)
    assert [(each.name, each.affiliations) for each in read_so_far.authors] == [
        ("Ada Feld", (0,)),
        ("Bo Ri", (1,)),
        ("Cem Tal", (0, 1)),
    ]
    assert [each.text for each in read_so_far.authors[1].addresses] == ["bo.ri@sea.no"]
    assert (read_so_far.title, read_so_far.abstract) == ("Waves in cold water", "We look at water.")
    assert read_so_far.form == "word"
    assert not read_so_far.problems


def test_positions_are_numbers_of_paragraphs() -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, *REST)
    assert [each.span.line for each in read_so_far.authors] == [2, 2, 2]
    assert [each.span.line for each in read_so_far.affiliations] == [3, 4]
    shown = read_so_far.sources["paper.docx"].split("\n")
    for each in (*read_so_far.affiliations, *(a for p in read_so_far.authors for a in p.addresses)):
        assert each.text.split(",")[0] in shown[each.span.line - 1]


ASKING = {
    "line": (TITLE, para("Ada Feld"), para("University of Bonn, Germany"), para("Bo Ri"), para(DPRK), *REST[1:]),
    "marks": (TITLE, para("Ada Feld^1^, Bo Ri^2^"), PLACES[0], para("^2^ " + DPRK), *REST[1:]),
    "lines of one paragraph": (
        TITLE,
        para("Ada Feld^1^, Bo Ri^2^"),
        f"<w:p>{run('1', up=True)}{run('University of Bonn')}<w:r><w:br/></w:r>{run('2', up=True)}{run(DPRK)}</w:p>",
        *REST[1:],
    ),
    "text box": (TITLE, NAMES, *PLACES, *REST, para("x", inner=box(para(DPRK)))),
    "table": (TITLE, table((para("Ada Feld") + para("University of Bonn"), para("Bo Ri") + para(DPRK))), *REST[1:]),
    "table beside names": (TITLE, NAMES, *PLACES, table((para("Bo Ri"), para(DPRK))), *REST),
    "content control": (TITLE, NAMES, *PLACES, f"<w:sdt><w:sdtContent>{para(DPRK)}</w:sdtContent></w:sdt>", *REST),
    "insertion": (TITLE, NAMES, *PLACES, f"<w:p><w:ins>{run(DPRK)}</w:ins></w:p>", *REST),
    "link": (TITLE, NAMES, *PLACES, f'<w:p><w:hyperlink r:id="r9">{run(DPRK)}</w:hyperlink></w:p>', *REST),
    "smart tag": (TITLE, NAMES, *PLACES, f"<w:p><w:smartTag>{run(DPRK)}</w:smartTag></w:p>", *REST),
}


@pytest.mark.parametrize("name", ASKING)
def test_an_address_is_read(name: str) -> None:
    assert DPRK in places(seen(*ASKING[name]))


def test_an_address_in_a_footnote_is_read() -> None:
    assert DPRK in places(seen(TITLE, MORE, *REST[1:], footnotes=NOTE))


def test_an_address_in_a_footer_is_read() -> None:
    assert DPRK in places(seen(TITLE, NAMES, *PLACES, *REST, footer1=para(DPRK)))


def test_nobody_read_but_an_address_is_a_problem() -> None:
    read_so_far = seen(TITLE, para(DPRK), *REST[1:])
    assert DPRK in places(read_so_far)
    assert "no-authors" in [each.kind for each in read_so_far.problems]


SILENT = {
    "deletion": f"<w:p><w:del><w:r><w:delText>{DPRK}</w:delText></w:r></w:del></w:p>",
    "deletion with plain text": f"<w:p><w:del>{run(DPRK)}</w:del></w:p>",
    "moved away": f"<w:p><w:moveFrom>{run(DPRK)}</w:moveFrom></w:p>",
    "instruction of a field": f"<w:p><w:r><w:instrText>{DPRK}</w:instrText></w:r></w:p>",
    "hidden text": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{DPRK}</w:t></w:r></w:p>",
    "label of a control": f"<w:sdt><w:sdtPr><w:alias w:val='{DPRK}'/></w:sdtPr><w:sdtContent/></w:sdt>",
    "sentence": para(f"We have read what the {DPRK} wrote about waves in cold water."),
    "other place": para("Harbour Office, Oslo"),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_not_printed_is_silent(name: str) -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, SILENT[name], *REST)
    assert len(read_so_far.affiliations) == 2
    assert not read_so_far.passages
    assert not read_so_far.problems


@pytest.mark.parametrize("part", ["comments", "glossary", "customXml", "people"])
def test_comments_and_other_parts_are_silent(part: str) -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, *REST, **{part: para(DPRK)})
    assert len(read_so_far.affiliations) == 2


def test_an_unused_note_is_silent() -> None:
    assert len(seen(TITLE, NAMES, *PLACES, *REST, footnotes=NOTE).affiliations) == 2


@pytest.mark.parametrize("text", ["Dear Ada, thank you. Bo", "Minutes: Ada, Bo", "Harbour Office, Oslo\nShopping"])
def test_a_letter_is_no_manuscript(text: str) -> None:
    read_so_far = seen(para(text), para("With kind regards"))
    assert not read_so_far.has_author_block
    assert not read_so_far.problems


@pytest.mark.parametrize(
    "salutation", ["Dear Editor,", "Sehr geehrte Damen und Herren,", "To whom it may concern:", "Chers collègues,"]
)
def test_a_letter_that_quotes_an_abstract_is_no_manuscript(salutation: str) -> None:
    lines = ("Ada Feld", DPRK, "28 November 2026", "Submission", salutation, "please find our paper.")
    read_so_far = seen(*map(para, lines), para("Abstract", "Heading1"), para("We look at water."))
    assert not read_so_far.has_author_block
    assert not read_so_far.problems


def test_a_paper_behind_its_cover_letter_is_read() -> None:
    cover = (para("Dear Editor,"), para("please find our paper."))
    assert len(seen(*cover, TITLE, NAMES, *PLACES, *REST).authors) == 3


@pytest.mark.parametrize("line", ["Dear readers of the sea are found everywhere. We", "Liebert Institute, Bonn"])
def test_other_lines_are_no_salutation(line: str) -> None:
    read_so_far = seen(TITLE, para(line), para(DPRK), *REST[1:])
    assert DPRK in places(read_so_far)


def test_a_curriculum_vitae_is_no_manuscript() -> None:
    lines = ("Curriculum vitae", "Ada Feld", DPRK, "Born in Bonn")
    assert not seen(*map(para, lines), para("Summary", "Heading1"), para("I have worked.")).has_author_block


@pytest.mark.parametrize(
    ("names", "first", "second"),
    [
        ("Ada Feld1*, Bo Ri1,2 and Cem Tal2", "1 University of Bonn, Germany", "2" + DPRK),
        ("Ada Feld1, Bo Ri1, 2, Cem Tal2,*", "1. University of Bonn, Germany", "2. " + DPRK),
        ("Ada Feld1, Bo Ri1,2 und Cem Tal2", "1University of Bonn, Germany", "2 " + DPRK),
    ],
)
def test_numbers_that_nobody_raised_tie_all_the_same(names: str, first: str, second: str) -> None:
    read_so_far = seen(TITLE, para(names), para(first), para(second), *REST[1:])
    assert [(each.name, each.affiliations) for each in read_so_far.authors] == [
        ("Ada Feld", (0,)),
        ("Bo Ri", (0, 1)),
        ("Cem Tal", (1,)),
    ]
    assert places(read_so_far) == ["University of Bonn, Germany", DPRK]


@pytest.mark.parametrize(
    "line", ["Fullerene C60, Water H2O", "Section 1, Section 2", "Version 3", "On Ada Feld2019 and others"]
)
def test_other_digits_are_no_marks(line: str) -> None:
    read_so_far = seen(TITLE, para("Ada Feld"), para("University of Bonn, Germany"), para(line), *REST[1:])
    assert [each.name for each in read_so_far.authors] == ["Ada Feld"]
