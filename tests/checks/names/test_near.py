"""One edit in a long word is near; nothing else is."""

from __future__ import annotations

import sys

import pytest

from askfirst_checks.names.institutions import Gazetteer
from askfirst_checks.names.near import Nearby, one_edit

GAZETTEER = Gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [("beihang", "beihnag"), ("sharif", "shariff"), ("sharif", "sharf"), ("sharif", "sharik"), ("ab", "ba"), ("", "a")],
)
def test_one_edit(one: str, other: str) -> None:
    assert one_edit(one, other)
    assert one_edit(other, one)


@pytest.mark.parametrize(("one", "other"), [("sharif", "sharif"), ("sharif", "shariffe"), ("abcd", "badc"), ("", "ab")])
def test_more_or_less_than_one_edit(one: str, other: str) -> None:
    assert not one_edit(one, other)


def test_a_word_is_near_to_its_full_form_and_gives_the_compared_one() -> None:
    nearby = Nearby(["univ", "beihang"])
    assert nearby.like("univrsity") == {"univ"}
    assert nearby.like("beihnag") == {"beihang"}


def test_known_and_short_words_are_near_to_nothing() -> None:
    nearby = Nearby(["univ", "beihang", "hubei"])
    assert nearby.like("university") == frozenset()
    assert nearby.like("beihang") == frozenset()
    assert nearby.like("hebei") == frozenset()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Shariff University of Technology, Tehran", "ir-sharif-university-of-technology"),
        ("Harbin Enginering University", "cn-harbin-engineering-university"),
        ("Nanjing University of Aeronatics and Astronautics", "cn-nanjing-university-of-aeronautics-and-astronautics"),
        ("Kim Il-Sung Univrsity", "kp-kim-il-sung-university"),
        ("Shahid Beheshtti University", "ir-shahid-beheshti-university"),
        ("Bauman Moscow State Technicall University", "ru-bauman-moscow-state-technical-university"),
    ],
)
def test_near_spellings_suggest(text: str, body: str) -> None:
    hits, resembles = GAZETTEER.find(text, None, ())
    assert hits == ()
    assert body in [hit.id for hit in resembles]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Beijing University of Aeronautics", ()),
        ("Huzhou University", ()),
        ("Zhangzhou Normal University", ("CN",)),
        ("Batman University, Batman, Turkey", ("TR",)),
        ("Shariff University of Technology, Kuala Lumpur, Malaysia", ("MY",)),
        ("Department of Phisics, University of Oxford", ("GB",)),
        ("Nanking", ()),
        ("", ()),
    ],
)
def test_what_is_not_near_is_not_suggested(text: str, countries: tuple[str, ...]) -> None:
    assert GAZETTEER.find(text, None, countries)[1] == ()


def test_no_library_is_loaded_for_it() -> None:
    import subprocess

    code = (
        "import sys; from askfirst_checks.names.institutions import Gazetteer;"
        "Gazetteer().find('Beihnag University', None); print('rapidfuzz' in sys.modules, 'sqlite3' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "False"]
