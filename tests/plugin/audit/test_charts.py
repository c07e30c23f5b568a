"""The two drawings: every number is there as a mark and as words, and none of it is markup from outside."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from askfirst.audit.charts import WIDTH, Span, tiles, timeline
from askfirst.audit.tally import Matrix

SPANS = (Span("UNSCR 2321 (2016), para. 11", "2016-11-30", ""), Span("Old rule", "1999", "2014-06-01"))
SVG = "{http://www.w3.org/2000/svg}"


def _parsed(svg: str) -> ElementTree.Element:
    drawn = svg.partition("</svg>")[0] + "</svg>"
    return ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def _bars(svg: str, kind: str | None) -> list[ElementTree.Element]:
    return [each for each in _parsed(svg).iter(f"{SVG}rect") if each.get("class") == kind]


@pytest.mark.parametrize(("language", "words"), [("en", "2019: 1 work"), ("de", "2019: 1 Arbeit")])
def test_a_bar_a_year_and_a_bar_a_measure(language: str, words: str) -> None:
    drawn = timeline({"2017": 4, "2019": 1, "": 3}, SPANS, language)
    assert [each[0].text for each in _bars(drawn, None)][-1] == words
    assert len(_bars(drawn, None)) == 2
    assert len(_bars(drawn, "m")) == 2
    label = _parsed(drawn).get("aria-label", "")
    assert "2017: 4, 2019: 1" in label
    assert "UNSCR 2321" in label


def test_bars_stay_within_the_drawing() -> None:
    for first in (1900, 1990, 2016, 2024):
        drawn = timeline({str(year): year % 7 + 1 for year in range(first, 2027)}, SPANS, "en")
        for bar in _bars(drawn, None) + _bars(drawn, "m"):
            left, width = float(bar.get("x", "")), float(bar.get("width", ""))
            assert -0.1 <= left <= WIDTH
            assert left + width <= WIDTH + 3


def test_a_measure_begins_where_its_day_is() -> None:
    (early, late) = _bars(timeline({"2016": 1, "2017": 1}, (SPANS[0], Span("x", "2017-01-01", "")), "en"), "m")
    assert float(late.get("x", "")) == WIDTH / 2
    assert WIDTH * 0.4 < float(early.get("x", "")) < WIDTH / 2


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline({}, SPANS, "en") == timeline({"": 5}, SPANS, "en") == ""
    assert tiles(Matrix((), (), {}, (), 0), "de") == ""


MATRIX = Matrix(("Sharif", "Kim & Söhne"), ("Bonn",), {(0, 0): 12, (0, 1): 3, (1, 0): 1, (2, 1): 2}, (14, 1, 2), 4)


@pytest.mark.parametrize(("language", "rest"), [("en", "others"), ("de", "übrige")])
def test_tiles_have_each_count_and_the_rest(language: str, rest: str) -> None:
    drawn = tiles(MATRIX, language)
    titles = [each[0].text for each in _bars(drawn, None)]
    assert "Sharif, 1: 12" in titles
    assert f"{rest}, {rest}: 2" in titles
    assert len(titles) == 9
    assert "<ol><li>Bonn</li></ol>" in drawn
    assert f"Sharif: 14, Kim &amp; Söhne: 1, {rest}: 2" in drawn


def test_the_darkest_tile_has_white_figures_and_light_ones_black() -> None:
    drawn = tiles(MATRIX, "en")
    assert re.search(r'fill:#fff">12<', drawn)
    assert re.search(r'middle">1<', drawn)


@pytest.mark.parametrize(("language", "rest"), [("en", "others"), ("de", "übrige")])
def test_without_an_institution_of_our_own_partners_are_bars(language: str, rest: str) -> None:
    drawn = tiles(Matrix(("Sharif", "Kim & Söhne"), (), {(0, 0): 14, (1, 0): 1}, (14, 1, 7), 4), language)
    bars = _bars(drawn, "m")
    assert [each[0].text for each in bars] == ["Sharif: 14", "Kim & Söhne: 1", f"{rest}: 7"]
    first, _, third = (float(each.get("width", "")) for each in bars)
    assert third == first / 2
    assert first < WIDTH
    assert "<ol>" not in drawn


HOSTILE = '</title><script>alert("1")</script>\x1b[31m'


def test_names_are_text() -> None:
    drawn = timeline({"2017": 1}, (Span(HOSTILE, "2016", ""),), "en")
    drawn += tiles(Matrix((HOSTILE,), (HOSTILE,), {(0, 0): 1}, (1,), 0), "en")
    drawn += tiles(Matrix((HOSTILE,), (), {(0, 0): 1}, (1,), 0), "en")
    assert "<script" not in drawn
    assert "\x1b" not in drawn
