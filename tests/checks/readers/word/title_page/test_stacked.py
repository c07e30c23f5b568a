"""Authors one below the other, as in the columns of conference papers."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import REST, TITLE, docx, para, run, table

from askfirst_checks.readers.word import read

ADA = ("Ada Feld", "Department of Waves", "University of Bonn", "Bonn, Germany", "ada.feld@uni-bonn.de")
BO = ("Bo Ri", "Faculty of Ships", "Kim Il Sung University", "Pyongyang, DPR Korea", "0000-0002-1825-0097")


def lines(words: tuple[str, ...]) -> str:
    return "<w:p>" + "<w:r><w:br/></w:r>".join(map(run, words)) + "</w:p>"


def paragraphs(words: tuple[str, ...]) -> str:
    return "".join(map(para, words))


FIRING = {
    "paragraphs": paragraphs(ADA) + paragraphs(BO),
    "lines": lines(ADA) + lines(BO),
    "cells": table((paragraphs(ADA), paragraphs(BO))),
    "counted": lines(("1st Ada Feld", *ADA[1:])) + lines(("2nd Bo Ri", *BO[1:])),
}


@pytest.mark.parametrize("name", FIRING)
def test_each_has_the_lines_beneath(name: str) -> None:
    seen = read(Files.of("a.docx", docx(TITLE, FIRING[name], *REST[1:])), "a.docx")
    assert [(each.name, each.affiliations) for each in seen.authors] == [("Ada Feld", (0,)), ("Bo Ri", (1,))]
    assert [each.text for each in seen.affiliations] == [
        "Department of Waves, University of Bonn, Bonn, Germany",
        "Faculty of Ships, Kim Il Sung University, Pyongyang, DPR Korea",
    ]
    assert [each.text for each in seen.authors[0].addresses] == ["ada.feld@uni-bonn.de"]
    assert seen.authors[1].orcid == "0000-0002-1825-0097"
    assert not seen.problems
    assert (seen.form, seen.title) == ("word", "Waves in cold water")


SILENT = {
    "nobody": ("Waves", "Harbours", "Ships"),
    "note": ("Draft of Monday", "to be discussed"),
    "a title that goes on": ("A Study of Harbours", "And of Ships in Winter"),
    "an institution alone": ("University of Bonn, Germany",),
}


@pytest.mark.parametrize("name", SILENT)
def test_other_lines_are_no_authors(name: str) -> None:
    seen = read(Files.of("a.docx", docx(TITLE, *map(para, SILENT[name]), *REST[1:])), "a.docx")
    assert not seen.authors


@pytest.mark.parametrize(
    "sentence", ["Is this a question about the University of Oslo?", "We have read what the University of Oslo wrote."]
)
def test_a_sentence_among_them_is_no_place(sentence: str) -> None:
    seen = read(Files.of("a.docx", docx(TITLE, *map(para, (*ADA, sentence)), *REST[1:])), "a.docx")
    assert [each.name for each in seen.authors] == ["Ada Feld"]
    assert [each.text for each in seen.affiliations] == ["Department of Waves, University of Bonn, Bonn, Germany"]
