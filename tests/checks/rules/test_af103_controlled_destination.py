from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, KISU, PEOPLE, TEHRAN, YEREVAN, Judge, answer, codes

ASKS = [
    TEHRAN,
    "Department of Physics, Isfahan University of Technology, Isfahan 84156-83111, I.R. Iran",
    "Faculty of Physics, Semnan University, 35131-19111 Semnan, Iran",
    "دانشکده فیزیک، دانشگاه تهران، تهران، ایران",
]
NOTES = [
    YEREVAN,
    "Quaid-i-Azam University, Islamabad 45320, Pakistan",
    "Technion, Haifa 32000, Israel",
    "University of Baghdad, Baghdad, Iraq",
    "Damascus University, Damascus, Syria",
]
SILENT = [
    BERLIN,
    "Peking University, Beijing 100871, China",
    "The University of Hong Kong, Pokfulam Road, Hong Kong, China",
    "University of Macau, Taipa, Macau, China",
    "National Taiwan University, Taipei, Taiwan",
    "Tehran Street Clinic, Seoul, Republic of Korea",
    "Sultan Qaboos University, Muscat, Oman",
    "King Saud University, Riyadh, Saudi Arabia",
    "University of Lebanon Valley, Annville, PA, USA",
]
WATCHES_CHINA = """
name = { en = "Example University", de = "Beispieluniversität" }
[countries]
CN = "ask"
AM = "ask"
"""


@pytest.mark.parametrize("printed", ASKS)
def test_asks(judge: Judge, printed: str) -> None:
    (finding,) = judge(printed).findings
    assert (finding.code, finding.level) == ("AF103", "ask")


@pytest.mark.parametrize("printed", NOTES)
def test_notes(judge: Judge, printed: str) -> None:
    report = judge(printed)
    assert [(each.code, each.level) for each in report.findings] == [("AF103", "note")]
    assert not report.open


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF103" not in codes(judge(printed))


def test_iran_asks_only_since_the_measures_came_back(judge: Judge) -> None:
    assert [f.level for f in judge(TEHRAN, today="2025-09-27").findings] == ["note"]
    assert [f.level for f in judge(TEHRAN, today="2025-09-28").findings] == ["ask"]
    assert not judge(TEHRAN, today="2022-06-01").findings


def test_what_an_undated_source_shows_is_not_projected_backwards(judge: Judge) -> None:
    assert not judge(YEREVAN, today="2023-01-09").findings
    assert [f.grounds[0].since for f in judge(YEREVAN, today="2023-01-10").findings] == [""]


def test_the_profile_can_watch_a_country(judge: Judge) -> None:
    (finding,) = judge("Peking University, Beijing, China", profile=WATCHES_CHINA).findings
    assert (finding.code, finding.level) == ("AF103", "ask")
    assert finding.grounds[0].act.en == "institution profile of Example University"
    assert judge(YEREVAN, profile=WATCHES_CHINA).open


@pytest.mark.parametrize(
    "printed",
    [
        "The University of Hong Kong, Pokfulam Road, Hong Kong, China",
        "University of Macau, Taipa, Macau, P. R. China",
        "National Taiwan University, Taipei, Taiwan",
    ],
)
def test_a_profile_that_names_china_means_the_mainland_only(judge: Judge, printed: str) -> None:
    assert "AF103" not in codes(judge(printed, profile=WATCHES_CHINA))


def test_an_own_assessment_answers_iran_and_needs_to_name_the_place(judge: Judge) -> None:
    printed = "printed:school of chemistry college of science university of tehran tehran iran"
    exact = answer("own-assessment", covers=f'institutions = ["{printed}"]\n{PEOPLE}')
    assert not judge(TEHRAN, answers_of=[exact]).open
    assert judge(TEHRAN, "Shiraz University, Shiraz, Iran", answers_of=[exact]).open


def test_stands_under_a_stronger_rule(judge: Judge) -> None:
    (finding,) = judge(KISU).findings
    assert finding.code == "AF101"
    assert "AF103" in [each.code for each in finding.legs]
