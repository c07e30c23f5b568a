"""What is read of a first page as Zotero hands it over, and what is asked about it."""

from __future__ import annotations

import time

import pytest
from tests.plugin.zotero.page_texts import AUTHORS, BERLIN, BODY, BONN, FIRING, FU, KISU, NAMES, SILENT, TITLE

from askfirst import checking
from askfirst.config import Settings
from askfirst.library import quiet, shape
from askfirst.library.judging import Judged, judge
from askfirst.library.work import read
from askfirst_checks.answers import Answers
from askfirst_checks.readers import first_page
from askfirst_checks.readers.first_page import looks, marks, sheets
from askfirst_checks.readers.first_page.people import Names


@pytest.fixture(scope="module")
def context() -> checking.Context:
    return checking.context(Settings())


def judged(fulltext: str, context: checking.Context, title: str = TITLE, **data: object) -> Judged:
    creators = [dict(zip(("firstName", "lastName"), name.rsplit(" ", 1), strict=True)) for name in AUTHORS]
    item = {"key": "A", "itemType": "journalArticle", "title": title, "date": "2018", "creators": creators, **data}
    return judge(read(item, (), fulltext), context, Answers())


@pytest.mark.parametrize("layout", FIRING)
def test_an_affiliation_is_found_in_every_layout(layout: str, context: checking.Context) -> None:
    found = judged(FIRING[layout], context)
    assert found.state == "open"
    assert [finding.code for finding in found.findings if finding.level != "note"] == ["AF101"]
    assert "Germany" not in found.findings[0].printed


@pytest.mark.parametrize("layout", FIRING)
def test_without_a_title_and_names_it_is_found_or_unknown(layout: str, context: checking.Context) -> None:
    assert judged(FIRING[layout], context, title="", creators=[]).state in ("open", "unknown")


@pytest.mark.parametrize("layout", SILENT)
def test_ordinary_pages_ask_nothing(layout: str, context: checking.Context) -> None:
    found = judged(SILENT[layout], context)
    assert [finding for finding in found.findings if finding.level != "note"] == []
    assert found.state == "none"


def test_the_silent_list_is_as_long_as_the_firing_list() -> None:
    assert len(SILENT) >= len(FIRING)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"1{BERLIN} 2{KISU}", [("1", BERLIN), ("2", KISU)]),
        (f"a {BERLIN} b {KISU} c {FU}", [("a", BERLIN), ("b", KISU), ("c", FU)]),
        (f"† {BERLIN} ‡ {KISU}", [("*", BERLIN), ("*", KISU)]),
        (f"3 {FU}", [("3", FU)]),
        (f"1 {FU} 2 University of Bonn, Germany", [("1", FU), ("2", "University of Bonn, Germany")]),
        (f"5{FU} 6L N Example University, Bonn", [("5", FU), ("6", "L N Example University, Bonn")]),
        ("1EPFL 2University of Bonn", [("1", "EPFL"), ("2", "University of Bonn")]),
        (f"9{FU} 10{BERLIN}", [("9", FU), ("10", BERLIN)]),
        (f"1 {FU} 3 {BERLIN}", [("1", FU), ("3", BERLIN)]),
        (f"Patras, Greece b{KISU} c{FU}", [("", "Patras, Greece"), ("b", KISU), ("c", FU)]),
        (f"University, Tempe, AZ, USA 2{KISU}", [("", "University, Tempe, AZ, USA"), ("2", KISU)]),
        (
            "1. 北京大学物理学院，北京，中国 2. 金日成综合大学，平壤，朝鲜",
            [("1", "北京大学物理学院，北京，中国"), ("2", "金日成综合大学，平壤，朝鲜")],
        ),
    ],
)
def test_marks_cut(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.mark, part.text.strip(" .")) for part in marks.cut(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Institute for 2D Materials, Example University, Bonn",
        "Institute of H2O and 1 Institute",
        "Example Institute of mRNA, Germany eLearning Centre Bonn",
        "Department of 3D Printing, University of Bonn, Germany",
        "Université Paris 1 Panthéon-Sorbonne, Institut d'Exemple, Paris, France",
        "Example University, Building 2 Institutsviertel, 53115 Bonn, Germany",
        "Example University, Example Street 2 Bonn, Germany",
        "Fig. 1 Institute A, Table 2 Institute B",
        "see a University and b University",
        "Max Beispiel1, Nam-Il Rim2, and Jörg Probe1,3",
    ],
)
def test_what_is_no_mark_cuts_nothing(text: str) -> None:
    assert [part.text for part in marks.cut(text)] == [text]


@pytest.mark.parametrize(
    ("author", "text", "parts"),
    [
        ("Nam-Il Rim", "N.-I. Rim (B) University of Bonn", [("Nam-Il Rim", "University of Bonn")]),
        ("Nam-Il Rim", "NAM-IL RIM University of Bonn", [("Nam-Il Rim", "University of Bonn")]),
        ("Nam-Il Rim", "Rim, N.-I. University of Bonn", [("Nam-Il Rim", "University of Bonn")]),
        ("I Rim", "I Rim Institut de Physique", [("I Rim", "Institut de Physique")]),
        ("Nam-Il Rim", "Nam-Il Rim Universität Bonn", [("Nam-Il Rim", "Universität Bonn")]),
        ("Il Sung Kim", "Kim Il Sung University, Pyongyang", [("", "Kim Il Sung University, Pyongyang")]),
        (
            "Il Sung Kim",
            "Department of Physics, Kim Il Sung Universität",
            [("", "Department of Physics, Kim Il Sung Universität")],
        ),
        ("Chaek Kim", "Kim Chaek University of Technology", [("", "Kim Chaek University of Technology")]),
        ("Anna In", "Institute A in Berlin", [("", "Institute A in Berlin")]),
        ("Plato", "Plato University of Bonn", [("", "Plato University of Bonn")]),
    ],
)
def test_names_are_told_from_institutions(author: str, text: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.owner, part.text.strip()) for part in Names([author]).cut(text)] == parts


def test_an_address_belongs_to_the_author_it_stands_with() -> None:
    page = first_page.read(FIRING["columns in one block"], TITLE, AUTHORS)
    assert [owner for _, owner, _ in page.affiliations] == list(AUTHORS)
    page = first_page.read(FIRING["IEEE"], TITLE, AUTHORS)
    assert [owner for _, owner, _ in page.affiliations] == ["Max Beispiel", "Nam-Il Rim"]


@pytest.mark.parametrize(
    ("text", "is_cover"),
    [
        ("This content was downloaded from IP address 192.0.2.1", True),
        ("HAL is a multi-disciplinary open access archive", True),
        ("This is the accepted manuscript version of the following article", True),
        (f"{TITLE}\n{NAMES}\nAbstract", False),
        ("This content was downloaded from IP address 192.0.2.1" + BODY * 10, False),
    ],
)
def test_cover_sheets(text: str, is_cover: bool) -> None:
    assert sheets.is_cover(text) is is_cover


@pytest.mark.parametrize(
    "text", ["Università, Como, Italy", "Photonics Research Group, Example University", "Pará, Brazil"]
)
def test_places_are_no_sentences_and_no_lines_of_a_journal(text: str) -> None:
    assert not looks.is_sentence(text)
    assert not looks.is_of_the_journal(text)


PARTIAL = f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU}\nAbstract\nLight was measured 3 at 300 K."
"""the address of the third mark is on no page that is read"""


LETTERED = f"{TITLE}\nMax Beispiela, Jörg Probeb,c\na{BERLIN} b{FU}\nAbstract\nLight."


class TestNoneAndUnknown:
    """None only where an affiliation was read for the work."""

    @pytest.mark.parametrize(
        ("fulltext", "data", "state"),
        [
            (f"{TITLE}\nMax Beispiel\nmax@example.org\nAbstract\n{BODY}", {}, "unknown"),
            (f"{TITLE}\nMax Beispiel\nAbstract\n{BODY}", {}, "unknown"),
            ("", {"creators": [{"name": "The Invented Collaboration"}]}, "unknown"),
            ("", {"creators": [{"name": "Example Working Group on Glass"}]}, "unknown"),
            ("", {"creators": [{"name": "Example University, Bonn"}]}, "none"),
            ("", {"creators": [{"name": "Kim Il Sung University, Pyongyang"}]}, "open"),
            (FIRING["collaboration"], {"creators": [{"name": "The Invented Collaboration"}]}, "open"),
            (SILENT["ordinary"], {"creators": [{"name": "The Invented Collaboration"}]}, "none"),
            (FIRING["columns"], {"extra": "Affiliation (Beispiel): Example University, Bonn, Germany"}, "open"),
            (SILENT["columns, at home"], {"extra": "Affiliation (Rim): Example University, Bonn, Germany"}, "none"),
            (FIRING["columns"], {"extra": "Affiliation (Rim): Example University, Bonn, Germany"}, "none"),
            (FIRING["columns"], {"extra": "Affiliation: Example University, Bonn, Germany"}, "none"),
            (FIRING["RevTeX"], {"date": "2014"}, "none"),
            (PARTIAL, {}, "unknown"),
            (PARTIAL.replace("3 at", "3Both authors are first. As at"), {}, "none"),
            (LETTERED, {}, "unknown"),
            (LETTERED.replace("b,c", "b"), {}, "none"),
            (LETTERED.replace("b,c", "b, y Eva Mustera"), {}, "none"),
            (LETTERED.replace("Light", "c These authors did the same"), {}, "none"),
            (f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nThe full list of authors is at the end.", {}, "unknown"),
            (f"{TITLE}\n{NAMES}\n2{KISU} Full list of author information is available at the end.", {}, "open"),
            (f"{TITLE}\nMax Beispiel1\n{BERLIN}\nAbstract", {}, "none"),
        ],
    )
    def test_states(self, fulltext: str, data: dict[str, object], state: str, context: checking.Context) -> None:
        assert judged(fulltext, context, **data).state == state


@pytest.mark.parametrize(
    "fulltext",
    [
        "1" * 100_000,
        "1 Institute " * 10_000,
        "a. b. " * 20_000,
        "Max Beispiel " * 10_000,
        "M. " * 30_000 + "is with the",
        "is with the Institute " * 5_000,
        "University, " * 10_000,
        "* † ‡ " * 20_000,
        "\f" * 100_000 + "x",
        "\n" * 100_000 + "1 Institute",
        "@" * 100_000,
        "a@b.c " * 20_000,
        "(1) [2] (a) [b] " * 8_000,
        "Correspondence " + "x@y.zz " * 10_000,
        "Université Paris 1 " * 6_000,
        "Germany. Institute " * 6_000,
        f"{TITLE}\n" * 3_000,
    ],
)
def test_a_hostile_page_takes_no_time(fulltext: str) -> None:
    began = time.monotonic()
    assert len(first_page.read(fulltext, TITLE, AUTHORS * 100).affiliations) <= first_page.MOST_FOUND
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("fulltext", [None, 3, [], "", " \f ", "\x00\x1b[31m"])
def test_no_text_is_nothing(fulltext: object) -> None:
    assert first_page.read(fulltext) == first_page.NOTHING


def test_what_could_not_be_read_is_said(context: checking.Context) -> None:
    says = shape.item(judged(PARTIAL, context), "en")["says"]
    assert says.startswith("Not all affiliations of this work could be read")
    assert BERLIN in says
    assert shape.item(judged(PARTIAL, context), "de")["says"].startswith("Auf der ersten Seite")


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2014", "2014: before the measure of 30 Nov 2016"),
        ("2016", "2016: the measure of 30 Nov 2016"),
        ("2016-11-01", "the work may be older"),
    ],
)
def test_none_says_what_was_read_and_why(date: str, why: str, context: checking.Context) -> None:
    found = judged(FIRING["gaps"], context, date=date)
    said = shape.item(found, "en", quiet.reason(found, context))
    assert said["state"] == "none"
    assert f"“{KISU}”" in said["says"]
    assert why in said["says"]
    assert {"text": KISU, "from": "fulltext"} in said["read"]


def test_an_ordinary_page_names_no_later_measure(context: checking.Context) -> None:
    found = judged(SILENT["ordinary"], context)
    assert quiet.reason(found, context).en == "No measure in force at its date names what is printed there."
