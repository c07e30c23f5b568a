"""The data files are what the normaliser and the builders would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst_checks.names import lexicon as lexicon_module
from askfirst_checks.names.build import index, table
from askfirst_checks.names.lexicon import first_of, lexicon
from askfirst_checks.names.normalise import plain

DATA = Path(lexicon_module.DATA)
SOURCES = Path(index.__file__).parent
LISTS = ["countries", "countries-scripts", "places", "places-scripts"]


@pytest.mark.parametrize("name", LISTS)
def test_every_name_is_as_the_normaliser_gives_it(name: str) -> None:
    wrong = [each for each in index.read(DATA / f"{name}.txt") if plain(each) != each]
    assert wrong == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_comes_from(name: str) -> None:
    head = (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n", 6)[:6]
    said = " ".join(line for line in head if line.startswith("#"))
    assert "Source:" in said
    assert "Made 2" in said
    assert "Unicode License" in said or "CC BY 4.0" in said


@pytest.mark.parametrize("ending", ["", "-scripts"])
def test_the_index_is_made_from_the_lists(ending: str) -> None:
    names = {**index.read(DATA / f"places{ending}.txt"), **index.read(DATA / f"countries{ending}.txt")}
    book = lexicon(bool(ending))
    for name, meaning in names.items():
        entry = book[first_of(name)]
        assert entry is not None
        assert tuple(entry.names[name]) == tuple(meaning)
        assert entry.longest >= (len(name) if first_of(name) == name[:2] and name[0] >= "\u0e00" else len(name.split()))


@pytest.mark.parametrize("source", ["aliases", "units", "places", "bodies", "schools", "tongues"])
def test_every_hand_written_row_has_codes_a_strength_and_names(source: str) -> None:
    strengths = {"strong", "weak", "silent", "drop", "word", "torn", "tongue", "hint"}
    for codes, strength, names in table.source_rows(SOURCES / f"{source}.tsv"):
        assert all(len(code) == 2 and code.isupper() for code in codes)
        assert strength in strengths
        assert all(names), (codes, strength)


def test_what_one_country_is_sure_of_no_other_is() -> None:
    for name in LISTS:
        for each, meaning in index.read(DATA / f"{name}.txt").items():
            assert len(meaning.strong) <= 1, each
            assert not set(meaning.strong) & set(meaning.weak), each


def test_bare_korea_and_its_like_are_never_sure() -> None:
    book = lexicon(False)
    for name in ("korea", "georgia", "jordan", "chad", "guinea", "niger", "us", "rf", "ras"):
        entry = book[name]
        assert entry is not None
        assert entry.names[name].strong == ()


def test_a_language_alone_never_decides_for_a_country_that_is_asked_about_first() -> None:
    for name in LISTS:
        for each, meaning in index.read(DATA / f"{name}.txt").items():
            assert meaning.kind != "tongue" or not set(meaning.strong) & {"KP", "IR", "RU", "BY", "SY"}, each
