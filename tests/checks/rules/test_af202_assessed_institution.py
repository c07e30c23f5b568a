from __future__ import annotations

import pytest
from tests.checks.conftest import BEIHANG, BERLIN, PEOPLE, Judge, answer, codes

ASKS = [
    BEIHANG,
    "Harbin Institute of Technology, Harbin 150001, China",
    "Nanjing University of Aeronautics and Astronautics, Nanjing 210016, P. R. China",
    "National University of Defense Technology, Changsha 410073, Hunan, China",
    "Engineering University of the CAPF, Xi'an, China",
]
SILENT = [
    BERLIN,
    "Department of Physics, Hohai University, Nanjing 210098, China",
    "Harbin Normal University, Harbin, China",
    "University of Illinois at Chicago, Chicago, IL, USA",
    "National Defense Academy, Yokosuka, Japan",
]
PROFILE = """
name = "Example University"
[[watch]]
name = "Hohai University"
country = "CN"
level = "{level}"
reason = {{ en = "Our contract with it asks for a check.", de = "Unser Vertrag mit ihr sieht eine Prüfung vor." }}
"""


@pytest.mark.parametrize("printed", ASKS)
def test_asks(judge: Judge, printed: str) -> None:
    found = [each for f in judge(printed).findings for each in (f, *f.also) if each.code == "AF202"]
    assert [each.level for each in found] == ["ask"]


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF202" not in codes(judge(printed))


def test_a_civilian_institution_of_a_tracker_is_a_note(judge: Judge) -> None:
    report = judge("Department of Physics, Nanjing University, Nanjing 210093, China")
    assert [(each.code, each.level) for each in report.findings] == [("AF202", "note")]
    assert not report.open


def test_every_sentence_says_that_there_is_no_effect_in_the_eu(judge: Judge) -> None:
    (finding,) = judge(BEIHANG).findings
    assert all("no legal effect in the eu" in ground.says.en.lower() for ground in finding.grounds)
    assert all("in der eu ohne rechtswirkung" in ground.says.de.lower() for ground in finding.grounds)


def test_the_scientists_own_assessment_answers_it(judge: Judge) -> None:
    recorded = answer("own-assessment", covers=f'institutions = ["cn-beihang-university"]\n{PEOPLE}')
    assert not judge(BEIHANG, answers_of=[recorded]).open
    assert judge(BEIHANG, answers_of=[recorded], title="Another work").open


@pytest.mark.parametrize("level", ["ask", "note"])
def test_the_profile_watches_an_institution(judge: Judge, level: str) -> None:
    report = judge("Department of Physics, Hohai University, Nanjing, China", profile=PROFILE.format(level=level))
    assert [(each.code, each.level) for each in report.findings] == [("AF202", level)]
    assert report.findings[0].grounds[0].says.en == "Our contract with it asks for a check."


@pytest.mark.parametrize(
    "printed",
    [
        "Hohai University of Music, Nanjing, China",
        "Press of Hohai Universitys, Nanjing, China",
        "Hohai University, Springfield, USA",
    ],
)
def test_a_watched_name_inside_a_longer_one_is_not_that_institution(judge: Judge, printed: str) -> None:
    assert "AF202" not in codes(judge(printed, profile=PROFILE.format(level="ask")))


CIVILIAN = [
    "School of Science, Tianjin University, Tianjin 300072, China",
    "Xi'an Jiaotong University, Xi'an 710049, China",
    "College of Physics, Sichuan University, Chengdu 610065, China",
    "Amirkabir University of Technology, Tehran, Iran",
]


@pytest.mark.parametrize("printed", CIVILIAN)
def test_an_assessment_list_alone_asks_nothing(judge: Judge, printed: str) -> None:
    report = judge(printed)
    assert "AF202" in codes(report)
    assert "AF202" not in [finding.code for finding in report.open]


@pytest.mark.parametrize("printed", CIVILIAN[:3])
def test_a_profile_raises_assessment_lists(judge: Judge, printed: str) -> None:
    raised = 'name = "House"\n[assessment]\nlevel = "ask"\n'
    assert [finding.code for finding in judge(printed, profile=raised).open] == ["AF202"]
    assert not judge(printed, profile=raised.replace('"ask"', '"note"')).open


def test_an_entry_that_names_a_military_body_asks(judge: Judge) -> None:
    (finding,) = judge("Engineering University of the CAPF, Xi'an, China").open
    assert (finding.code, finding.level) == ("AF202", "ask")
