"""The presets: each reads, names its page and day, and moves what it says it moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst_checks import policy
from askfirst_checks.policy.changes import changes, idle
from askfirst_checks.policy.presets import available, read_preset
from askfirst_checks.policy.profile import Profile
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import same

TODAY = "2026-11-23"


def profile(countries: dict[str, str]) -> Profile:
    return Profile("p.toml", same("X"), (), countries)


def moved(countries: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    found = changes(profile(countries), policy.load(), TODAY)
    return [(each.code, each.without, each.now, each.is_looser) for each in found]


@pytest.mark.parametrize("name", available())
def test_each_names_its_page_and_its_day(name: str) -> None:
    preset = read_preset(name)
    assert preset.source.startswith("https://")
    assert preset.since < preset.read_on
    assert preset.institution
    assert preset.says.en != preset.says.de


def test_three_ship() -> None:
    assert available() == ["desy", "fu-berlin", "muenster"]


def test_only_the_one_that_allows_it_asks_less() -> None:
    assert moved(dict(read_preset("fu-berlin").countries)) == [("RU", "ask", "note", True)]
    assert moved(dict(read_preset("desy").countries)) == []
    assert not any(looser for *_, looser in moved(dict(read_preset("muenster").countries)))
    assert ("YE", "off", "ask", False) in moved(dict(read_preset("muenster").countries))


@pytest.mark.parametrize("name", ["nowhere", "", "../profile-example", "desy.toml", "DESY", "a" * 99])
def test_another_name_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(BrokenData, match="desy, fu-berlin, muenster"):
        read_preset(name)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("", 1, "'title' is missing"),
        ('[countries]\nKP = "note"\n', 2, "the rule about KP"),
        ('colour = "red"\n', 1, "unknown key 'colour'"),
    ],
)
def test_a_broken_preset_names_its_line(source: str, line: int, says: str, tmp_path: Path) -> None:
    whole = (Path(policy.DATA) / "profiles/desy.toml").read_text("utf-8").split("[countries]")[0]
    (tmp_path / "own.toml").write_text(source + whole if source.startswith("colour") else source, "utf-8")
    with pytest.raises(BrokenData, match=says) as caught:
        read_preset("own", str(tmp_path))
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("countries", "found"),
    [
        ({"RU": "off"}, [("RU", "ask", "note", True)]),  # AF103 keeps it a note
        ({"BY": "note"}, [("BY", "ask", "note", True)]),
        ({"IR": "off"}, [("IR", "ask", "note", True)]),
        ({"PK": "ask"}, [("PK", "note", "ask", False)]),
        ({"CN": "note"}, [("CN", "off", "note", False)]),
        ({"RU": "ask", "PK": "note", "CN": "off", "FR": "off"}, []),
        ({}, []),
    ],
)
def test_what_moves(countries: dict[str, str], found: list[tuple[str, str, str, bool]]) -> None:
    assert moved(countries) == found
    named = {code for code, *_ in found}
    assert set(idle(profile(countries), policy.load(), TODAY)) == set(countries) - named
