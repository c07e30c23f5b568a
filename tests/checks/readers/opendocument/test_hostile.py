"""OpenDocument files that are broken, locked or made to cost much: a sentence, within bounds."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.opendocument.make import NAMES, NS, PLACES, REST, TITLE, odt, para, span, style, table
from tests.checks.readers.word.make import BILLION, DPRK, EXTERNAL, package

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.opendocument import read
from askfirst_checks.readers.word import elements
from askfirst_checks.readers.word import package as packages

OPENED_AGAIN = {
    "empty": b"",
    "no zip": b"PK\x03\x04 is how it begins",
    "text": b"Ada Feld, University of Bonn",
    "cut short": odt(TITLE, NAMES)[:-40],
    "no text": package({"other.xml": "<a/>"}),
    "bad XML": package({"content.xml": "<office:document><text:p>"}),
    "bad styles": package({"content.xml": "<a/>", "styles.xml": "<a>"}),
    "flat and bad": b"<office:document><text:p>",
    "entities": package({"content.xml": f"{BILLION}<d>&b;</d>"}),
    "external entity": package({"content.xml": f"{EXTERNAL}<d>&a;</d>"}),
    "flat entities": f"{BILLION}<d>&b;</d>".encode(),
}


def seen(data: bytes) -> Manuscript:
    return read(Files.of("paper.odt", data), "paper.odt")


@pytest.mark.parametrize("name", OPENED_AGAIN)
def test_what_cannot_be_opened_has_a_problem(name: str) -> None:
    (problem,) = seen(OPENED_AGAIN[name]).problems
    assert "could not be opened as an OpenDocument text" in problem.says.en
    assert "OpenDocument" in problem.says.de


def test_a_password() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    (problem,) = seen(package({"content.xml": "\x07\x08", "META-INF/manifest.xml": manifest})).problems
    assert "has a password" in problem.says.en
    assert "Kennwort" in problem.says.de


@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_a_bomb_is_not_unpacked(part: str) -> None:
    parts = {"content.xml": f"<a {NS}/>", part: " " * (packages.LARGEST_PART + 10)}
    (problem,) = seen(package(parts)).problems
    assert "holds more than is unpacked" in problem.says.en


def test_a_missing_file() -> None:
    assert [each.kind for each in read(Files(), "paper.odt").problems] == ["file"]


def test_deep_tables_reach_a_bound_that_is_reported() -> None:
    deep = para(DPRK)
    for _ in range(200):
        deep = table((deep,))
    manuscript = seen(odt(TITLE, NAMES, *PLACES, *REST, deep))
    assert "bound" in [each.kind for each in manuscript.problems]
    assert len(manuscript.authors) == 3


@pytest.mark.parametrize(("bound", "least"), [("MOST_ELEMENTS", 120), ("MOST_SIGNS", 400), ("MOST_PARAGRAPHS", 20)])
def test_long_texts_are_reported(bound: str, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, bound, least)
    manuscript = seen(odt(TITLE, NAMES, *PLACES, *REST, *[para("We look at water.")] * 50))
    assert [each.kind for each in manuscript.problems] == ["bound"]
    assert len(manuscript.authors) == 3


def test_many_spans_are_read() -> None:
    manuscript = seen(odt(TITLE, NAMES, *PLACES, *REST, f"<text:p>{span('a') * 100_000}</text:p>"))
    assert len(manuscript.authors) == 3
    assert not manuscript.problems


def test_styles_in_a_circle_end() -> None:
    looks = style("T8", "", "T9") + style("T9", "", "T8") + style("T7", "", "T7")
    circle = para("", inner=span("x", "T8") + span("x", "T7"))
    assert len(seen(odt(TITLE, NAMES, *PLACES, *REST, circle, looks=looks)).authors) == 3


@pytest.mark.parametrize("count", ["999999999", "-5", "", "²", "x"])
def test_a_number_of_spaces_that_is_none(count: str) -> None:
    line = para("Seas", inner=f'<text:s text:c="{count}"/>Bonn')
    assert len(seen(odt(TITLE, NAMES, *PLACES, *REST, line)).sources["paper.odt"]) < 400


def test_a_picture_outside_is_not_followed() -> None:
    link = '<draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame><text:section-source xlink:href="x"/>'
    manuscript = seen(odt(TITLE, NAMES, *PLACES, *REST, para("", inner=link)))
    assert list(manuscript.sources) == ["paper.odt"]


def test_a_stray_end_is_no_failure() -> None:
    stray = "</office:text><text:h>x</text:h><office:text>"
    assert len(seen(odt(TITLE, NAMES, *PLACES, *REST, stray)).authors) == 3
