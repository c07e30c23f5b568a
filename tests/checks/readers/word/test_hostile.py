"""Archives and XML that are broken or made to cost much: a sentence, within bounds."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import (
    BILLION,
    DPRK,
    EXTERNAL,
    NAMES,
    PLACES,
    REST,
    TITLE,
    W,
    docx,
    package,
    para,
    run,
    table,
)

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.word import elements, read
from askfirst_checks.readers.word import package as packages

BROKEN = {
    "empty": b"",
    "no zip": b"PK\x03\x04 is how it begins",
    "text": b"Ada Feld, University of Bonn",
    "cut short": docx(TITLE, NAMES)[:-40],
    "no document": package({"other.xml": "<a/>"}),
    "bad XML": package({"word/document.xml": "<w:document><w:p>"}),
    "entities": package({"word/document.xml": f"{BILLION}<d>&b;</d>"}),
    "external entity": package({"word/document.xml": f"{EXTERNAL}<d>&a;</d>"}),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}


def seen(data: bytes) -> Manuscript:
    return read(Files.of("paper.docx", data), "paper.docx")


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_opened_has_a_problem(name: str) -> None:
    (problem,) = seen(BROKEN[name]).problems
    assert ".docx" in problem.says.en or "could not be opened" in problem.says.en


def test_a_bomb_is_not_unpacked() -> None:
    (problem,) = seen(package({"word/document.xml": " " * (packages.LARGEST_PART + 10)})).problems
    assert "holds more than is unpacked" in problem.says.en


def test_a_missing_file() -> None:
    manuscript = read(Files(), "paper.docx")
    assert [each.kind for each in manuscript.problems] == ["file"]


def test_deep_tables_reach_a_bound_that_is_reported() -> None:
    deep = para(DPRK)
    for _ in range(200):
        deep = table((deep,))
    manuscript = seen(docx(TITLE, NAMES, *PLACES, *REST, deep))
    assert "bound" in [each.kind for each in manuscript.problems]
    assert len(manuscript.authors) == 3


def test_too_many_elements_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST_ELEMENTS", 60)
    manuscript = seen(docx(TITLE, NAMES, *PLACES, *REST, *[para("x")] * 50))
    assert "bound" in [each.kind for each in manuscript.problems]


@pytest.mark.parametrize(("bound", "least"), [("MOST_SIGNS", 400), ("MOST_PARAGRAPHS", 20)])
def test_long_texts_are_reported(bound: str, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, bound, least)
    manuscript = seen(docx(TITLE, NAMES, *PLACES, *REST, *[para("We look at water.")] * 50))
    assert [each.kind for each in manuscript.problems] == ["bound"]
    assert len(manuscript.authors) == 3


def test_many_runs_are_read() -> None:
    manuscript = seen(docx(TITLE, NAMES, *PLACES, *REST, "<w:p>" + run("a") * 100_000 + "</w:p>"))
    assert len(manuscript.authors) == 3
    assert not manuscript.problems


def test_a_relationship_outside_is_not_followed() -> None:
    relations = (
        '<Relationships><Relationship Id="r1" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    )
    body = f'<w:document {W}><w:body>{TITLE}{NAMES}{"".join(PLACES)}<w:altChunk r:id="r1"/></w:body></w:document>'
    manuscript = seen(
        package({"word/document.xml": body, "word/_rels/document.xml.rels": relations, "../up.xml": "<a/>"})
    )
    assert list(manuscript.sources) == ["paper.docx"]
    assert "root:" not in manuscript.sources["paper.docx"]


def test_control_characters_do_not_stay() -> None:
    manuscript = seen(docx(TITLE, para("Ada\u2028 Feld^1^\ue000"), *PLACES[:1], *REST))
    assert not {"\u2028", "\ue000", "\x1b"} & set(manuscript.sources["paper.docx"])
