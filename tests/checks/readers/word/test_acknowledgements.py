"""Who is thanked and who paid reaches the rules from Word as from LaTeX."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.opendocument import make as opendocument
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, docx, para, run

from askfirst_checks.answers import Answers
from askfirst_checks.check import check
from askfirst_checks.model import Manuscript
from askfirst_checks.policy import load
from askfirst_checks.readers import opendocument as odt
from askfirst_checks.readers.word import read

PAID = f"This work was supported by {DPRK} (grant no. 5)."
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>"
POINTS = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def seen(*body: str, **others: str) -> Manuscript:
    return read(Files.of("paper.docx", docx(TITLE, *body, **others)), "paper.docx")


def notes(manuscript: Manuscript) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in manuscript.notes]


def codes(manuscript: Manuscript) -> list[str]:
    return [each.code for each in check(manuscript, load("de"), Answers(), "2026-11-29").findings]


PAPER = (NAMES, *PLACES, *REST)
AFTER = (para("References"), para("Feld, A. Waves. Supported by nobody."))
THANKS = {
    "heading": (para("Acknowledgements", "Heading1"), para(PAID)),
    "numbered heading": (para("6. Acknowledgment", "Heading1"), para(PAID)),
    "heading of both": (para("Acknowledgments and Funding", "Heading1"), para(PAID)),
    "longer heading": (para("Author acknowledgements", "Heading1"), para(PAID)),
    "plain line": (para("Acknowledgements"), para(PAID)),
    "bold line": (f"<w:p>{BOLD.format('Danksagung')}</w:p>", para(PAID)),
    "capitals": (para("ACKNOWLEDGEMENTS:"), para(PAID)),
    "French": (para("Remerciements"), para(PAID)),
    "Chinese": (para("致谢"), para(PAID)),
    "second paragraph": (para("Acknowledgements"), para("We thank everybody."), para(PAID)),
}
FUNDING = {
    "heading": (para("Funding", "Heading1"), para(PAID)),
    "statement": (para("Funding Statement"), para(PAID)),
    "German": (para("Förderung"), para(PAID)),
    "Spanish": (para("Financiación"), para(PAID)),
}


@pytest.mark.parametrize("name", THANKS)
def test_acknowledgements_under_a_heading(name: str) -> None:
    read_so_far = seen(*PAPER, *THANKS[name], *AFTER)
    assert ("acknowledgement", PAID) in notes(read_so_far)
    assert "AF402" in codes(read_so_far)


@pytest.mark.parametrize("name", FUNDING)
def test_funding_under_a_heading(name: str) -> None:
    assert ("funding", PAID) in notes(seen(*PAPER, *FUNDING[name], *AFTER))


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Acknowledgements: ", "acknowledgement"),
        ("Acknowledgment. ", "acknowledgement"),
        ("Danksagung – ", "acknowledgement"),
        ("Funding: ", "funding"),
        ("Financial support: ", "funding"),
        ("基金项目：", "funding"),
    ],
)
def test_a_label_before_the_words(label: str, kind: str) -> None:
    read_so_far = seen(*PAPER, para(label + PAID), *AFTER)
    assert notes(read_so_far) == [(kind, label + PAID)]
    assert "AF402" in codes(read_so_far)


def test_a_label_in_bold() -> None:
    read_so_far = seen(*PAPER, f"<w:p>{BOLD.format('Funding ')}{run(PAID)}</w:p>", *AFTER)
    assert notes(read_so_far) == [("funding", "Funding " + PAID)]


def test_a_label_on_the_title_page() -> None:
    read_so_far = seen(NAMES, *PLACES, para("Funding: " + PAID), *REST)
    assert notes(read_so_far) == [("funding", "Funding: " + PAID)]
    assert len(read_so_far.affiliations) == 2


def test_the_position_is_the_paragraph() -> None:
    (note,) = seen(*PAPER, para("Acknowledgements"), para(PAID), *AFTER).notes
    assert (note.span.line, note.span.column, note.span.end_column) == (9, 1, 1 + len(PAID))


@pytest.mark.parametrize("body", [(para("Ada Feld^1^", inner=POINTS), PLACES[0]), (para("Ada Feld^1^"), PLACES[0])])
def test_a_footnote_of_the_title_page_is_a_note(body: tuple[str, ...]) -> None:
    title = para("Waves in cold water", "Title", inner="" if "footnoteReference" in body[0] else POINTS)
    data = docx(title, *body, *REST, footnotes=f'<w:footnote w:id="2">{para(PAID)}</w:footnote>')
    read_so_far = read(Files.of("paper.docx", data), "paper.docx")
    assert [(each.name, each.affiliations) for each in read_so_far.authors] == [("Ada Feld", (0,))]
    assert notes(read_so_far) == [("note", PAID)]
    assert "AF402" in codes(read_so_far)


def test_a_line_behind_a_sign_is_a_note() -> None:
    assert notes(seen(NAMES, *PLACES, para("^†^ " + PAID), *REST[1:])) == [("note", PAID)]


def test_opendocument_alike() -> None:
    of = opendocument
    body = (of.TITLE, of.NAMES, *of.PLACES, *of.REST, of.head("Acknowledgements"), of.para(PAID))
    read_so_far = odt.read(Files.of("paper.odt", of.odt(*body)), "paper.odt")
    assert notes(read_so_far) == [("acknowledgement", PAID)]
    assert "AF402" in codes(read_so_far)


SILENT = {
    "references behind": (para("Acknowledgements"), para("We thank all."), para("References"), para(PAID)),
    "the next heading": (para("Acknowledgements"), para("We thank all."), para("Appendix", "Heading1"), para(PAID)),
    "the next bold line": (para("Funding"), para("None."), f"<w:p>{BOLD.format('Remarks')}</w:p>", para(PAID)),
    "the next label": (para("Funding"), para("None."), para("Conflict of interest: none."), para(PAID)),
    "no heading": (para(PAID),),
    "a sentence": (para("Funding of the sciences is a subject of its own."), para(PAID)),
    "a word of the text": (para("Thanks to the wind there were waves"), para(PAID)),
    "a text box": (para("Funding"), para("x")),
}


@pytest.mark.parametrize("name", SILENT)
def test_other_paragraphs_are_silent(name: str) -> None:
    read_so_far = seen(*PAPER, *SILENT[name])
    assert not [text for _, text in notes(read_so_far) if DPRK in text]
    assert "AF402" not in codes(read_so_far)


@pytest.mark.parametrize(
    "words",
    [
        f"We thank {DPRK}, for a discussion.",
        "This work was supported by the German Research Foundation (grant no. 5).",
        "The stations in Pyongyang were visited.",
    ],
)
def test_mere_thanks_and_other_funders_are_silent(words: str) -> None:
    assert "AF402" not in codes(seen(*PAPER, para("Acknowledgements"), para(words)))


def test_a_letter_has_no_notes() -> None:
    assert not seen(para("Dear Ada,"), para("Acknowledgements"), para(PAID)).notes


def test_a_paper_of_nothing_but_thanks_is_bounded() -> None:
    read_so_far = seen(*PAPER, *[para("Funding: " + PAID)] * 300, para("Funding"), *[para(PAID)] * 300)
    assert len(read_so_far.notes) <= 41


def test_correspondence_and_affiliations_are_no_notes() -> None:
    read_so_far = seen(NAMES, *PLACES, para("* Corresponding author: bo.ri@sea.no"), *REST[1:])
    assert "AF402" not in codes(read_so_far)
