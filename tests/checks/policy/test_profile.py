from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.conftest import BERLIN, KISU, MOSCOW, TEHRAN, Judge

from askfirst_checks import policy
from askfirst_checks.policy.profile import BrokenData, read_profile
from askfirst_checks.words import Text

EXAMPLE = Path(policy.DATA) / "profile-example.toml"


def test_the_example_reads() -> None:
    profile = read_profile("profile.toml", EXAMPLE.read_text("utf-8"))
    assert profile.name == Text("Example University", "Beispieluniversität")
    assert profile.contact[1] == Text("export@university.example", "export@university.example")
    assert profile.countries == {"RU": "ask", "BY": "ask"}
    assert profile.watch == (("Example Institute of Rocketry", "XX"),)
    assert profile.large == "once"


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("", 1, "'name' is missing"),
        ('name = ""', 1, "'name' must be a text"),
        ('name = "X"\ncolour = "red"', 2, "unknown key 'colour'"),
        ('name = "X"\n[contact]\nemail = "a@b.example"', 2, "'office' is missing in [contact]"),
        ('name = "X"\n[contact]\noffice = "Y"\nfax = "1"', 4, "unknown key 'fax'"),
        ('name = "X"\n[countries]\nRU = "loud"', 3, "can only be one of: ask, note, off"),
        ('name = "X"\n[countries]\nrussia = "ask"', 3, "is no country code"),
        ('name = "X"\n[countries]\nKP = "note"', 3, "a profile cannot change the rule about KP"),
        ('name = "X"\n[[watch]]\nname = "Y"', 2, "'reason' is missing in [watch]"),
        ('name = "X"\n[[watch]]\nname = "Y"\ncountry = "RUS"\n', 4, "is no country code"),
        ('name = "X"\n[[question]]\nen = "Why?"', 2, "'de' is missing in [question]"),
        ('name = "X"\n[large_collaborations]\ntreat = "ignore"', 3, "can only be one of: each, once, note"),
        ('name = "X"\n[large_collaborations]\nfrom_authors = 0', 3, "must be a whole number"),
        ('name = "X"\nname = "Y"', 2, "not readable as TOML"),
    ],
)
def test_an_error_names_file_and_line(source: str, line: int, says: str) -> None:
    with pytest.raises(BrokenData) as caught:
        read_profile("house.toml", source)
    assert (caught.value.path, caught.value.line) == ("house.toml", line)
    assert says in caught.value.text.en


def test_a_reason_is_plain_text_or_both_languages() -> None:
    watch = 'name = "X"\n[[watch]]\nname = "Y"\nreason = '
    (plain,) = read_profile("house.toml", watch + '"joint venture"').watched
    (both,) = read_profile("house.toml", watch + '{ en = "joint venture", de = "Gemeinschaftsfirma" }').watched
    assert plain.reason == Text("joint venture", "joint venture")
    assert both.reason == Text("joint venture", "Gemeinschaftsfirma")


def test_its_contact_comes_before_the_authority(judge: Judge) -> None:
    report = judge(KISU, profile=EXAMPLE.read_text("utf-8"))
    assert report.contact[0].en == "Export Control Office"
    assert "BAFA" in report.contact[-2].en


def test_its_own_question_stands_beside_the_countries_it_names(judge: Judge) -> None:
    profile = 'name = "X"\n[[question]]\nen = "Form 7 sent?"\nde = "Formular 7 geschickt?"\ncountries = ["IR"]\n'
    (iran,) = judge(TEHRAN, profile=profile).findings
    assert iran.question.en.endswith(" Form 7 sent?")
    assert iran.question.de.endswith(" Formular 7 geschickt?")
    assert "Form 7" not in judge(MOSCOW, profile=profile).findings[0].question.en


def collaboration(treat: str, from_authors: int) -> str:
    return f'name = "X"\n[large_collaborations]\nfrom_authors = {from_authors}\ntreat = "{treat}"\n'


def test_a_large_collaboration_is_asked_once_for_an_institution(judge: Judge) -> None:
    other = MOSCOW.replace("Faculty of Physics", "Skobeltsyn Institute")
    assert len(judge(MOSCOW, other, BERLIN).open) == 2
    (finding,) = judge(MOSCOW, other, BERLIN, profile=collaboration("once", 3)).open
    assert finding.people == ("A. Author0", "B. Author1")
    assert len(judge(MOSCOW, other, BERLIN, profile=collaboration("once", 4)).open) == 2


def test_a_large_collaboration_can_be_notes_and_a_stop_stays(judge: Judge) -> None:
    report = judge(MOSCOW, KISU, profile=collaboration("note", 2))
    assert [each.code for each in report.open] == ["AF101"]
    assert [each.level for each in report.findings] == ["note", "stop"]


def test_the_note_of_a_large_collaboration_reaches_the_leg_and_the_stop_stays(judge: Judge) -> None:
    report = judge(KISU, BERLIN, profile=collaboration("note", 2))
    assert [(each.code, each.level) for each in report.questions] == [("AF101", "stop")]
    (finding,) = report.findings
    assert finding.legs == ()
    assert ("AF103", "note") in [(each.code, each.level) for each in finding.also]


@pytest.mark.parametrize(("treat", "from_authors"), [("note", 3), ("each", 2), ("once", 2)])
def test_elsewhere_the_leg_asks_as_before(judge: Judge, treat: str, from_authors: int) -> None:
    report = judge(KISU, BERLIN, profile=collaboration(treat, from_authors))
    assert [(each.code, each.level) for each in report.questions] == [("AF101", "stop"), ("AF103", "ask")]


def test_asked_once_the_legs_of_all_places_are_one(judge: Judge) -> None:
    other = KISU.replace("Physics", "Chemistry")
    report = judge(KISU, other, profile=collaboration("once", 2))
    assert [(each.code, each.level) for each in report.questions] == [("AF101", "stop"), ("AF103", "ask")]
    (finding,) = report.open
    assert len(finding.elsewhere) == len(finding.legs[0].elsewhere) == 1
    assert len(finding.people) == len(finding.legs[0].people) == 2
