"""The net knows every name that names/data has for a country under a stop, and takes no other word for one."""

from __future__ import annotations

import pytest
from tests.checks.conftest import TODAY
from tests.checks.readers.test_unplaced import ALONE, paper, report

from askfirst_checks.names.build.index import DATA, read
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy
from askfirst_checks.readers.unplaced import build
from askfirst_checks.readers.unplaced.fold import apart, folded, squeezed
from askfirst_checks.readers.unplaced.vocabulary import hits, may_hold

LISTS = ["places", "places-scripts", "countries", "countries-scripts"]


def found(text: str) -> bool:
    return any(hits(reading.text) for reading in folded(text, "latex"))


def test_the_words_are_those_of_the_data() -> None:
    """Where this fails: python -m askfirst_checks.readers.unplaced.build."""
    assert build.WORDS.read_text(encoding="utf-8") == build.made()


def test_the_countries_are_those_under_a_stop(policy: Policy) -> None:
    stopped = [code for code in policy.countries if policy.country_measures(code, "AF101", TODAY)]
    assert sorted(stopped) == sorted(build.COUNTRIES)


@pytest.mark.parametrize("name", LISTS)
def test_every_name_of_a_country_a_place_or_a_body_is_found(name: str) -> None:
    own = [
        text
        for text, meaning in read(DATA / f"{name}.txt").items()
        if len(meaning.strong) == 1 and meaning.strong[0] in build.COUNTRIES and meaning.kind != "demonym"
    ]
    assert own
    assert [text for text in own if not found(text)] == []
    assert [text for text in own if not may_hold(squeezed(text), apart(text))] == []


def test_every_institution_is_found() -> None:
    own = build.institutions()
    assert len(own) > len(build.COUNTRIES)
    assert [text for _, text in own if not found(text)] == []


ASKS = [
    "Huichon University of Telecommunications",
    "Mirim College",
    "Department of Optics, Chagang Province",
    "Koryo Songgyungwan University",
    "Universität Kim Chaek für Technologie",
    "Technische Universität Kim Ch'aek",
    "Universita di Kim Il Sung",
    "Uniwersytet im. Kim Il Sunga, Phenian",
    "Институт, Вонсан",
    "Университет имени Ким Чака",
    "Second Academy of Natural Sciences",
    "개성, 성균관",
    "国立大学，开城特级市",
    "Universidad, República Popular Democrática de Corea",
    "Institut de physique, Coreea de Nord",
]
SILENT = [
    "Seoul National University, Republic of Korea",
    "Ransom and Rasonable Partners",
    "University of North Korean Studies, Seoul",
    "North Korea Program, Sample Center",
    "Second Academy of Sciences",
    "Normal University",
    "Kim Jong-hyun, Yang Wei",
    "Kangwon National University, Chuncheon",
    "Manchester, Rajinder Street",
    "Academy of Natural Sciences of Philadelphia",
    "Институт, Вон",
    "Université de Wonse",
    "国立大学，北京",
    "서울대학교",
    "Universidad de Corea, Seúl",
]


@pytest.mark.parametrize("text", ASKS)
def test_they_are_asked_about(text: str, resolver: Resolver, policy: Policy) -> None:
    assert report("paper.tex", paper(ALONE + f"\\begin{{center}}{text}\\end{{center}}"), resolver, policy).open


@pytest.mark.parametrize("text", SILENT)
def test_other_words_are_not(text: str, resolver: Resolver, policy: Policy) -> None:
    asked = report("paper.tex", paper(ALONE + f"\\begin{{center}}{text}\\end{{center}}"), resolver, policy).open
    assert [each for each in asked if each.code == "AF901"] == []
    assert not found(text)


@pytest.mark.parametrize("block", ["kim ", "pyongyan ", "north ", "朝 ", "korea d p r ", "k", "\u0903"])
def test_a_hostile_text_ends(block: str) -> None:
    text = block * 100_000
    assert isinstance(may_hold(text, text), bool)
