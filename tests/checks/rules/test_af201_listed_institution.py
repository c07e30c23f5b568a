from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, PEOPLE, SHARIF, Judge, answer, codes

FIRES = [
    (SHARIF, "ir-sharif-university-of-technology", "stop"),
    ("Sharif Univ. Technol., Tehran 14588, Iran", "ir-sharif-university-of-technology", "stop"),
    ("Shahid Beheshti University, G. C., Evin, Tehran, Iran", "ir-shahid-beheshti-university", "stop"),
    ("Moscow Institute of Physics and Technology, Dolgoprudny, Russia", None, "stop"),
    ("Academy of National Defense Science, Pyongyang, DPRK", "kp-academy-of-national-defense-science", "stop"),
    ("P. N. Lebedev Physical Institute, Leninsky pr. 53, 119991 Moscow, Russia", None, "ask"),
]
SILENT = [
    BERLIN,
    "Department of Physics, Stony Brook University, Stony Brook, NY, USA",
    "Institute of Applied Physics, University of Bern, Bern, Switzerland",
    "University of Tehran, Tehran, Iran",
    "Amirkabir University of Technology, Tehran, Iran",
    "Kim Il Sung University, Pyongyang, DPR Korea",
    "Michigan State University, East Lansing, USA",
]


@pytest.mark.parametrize(("printed", "institution", "level"), FIRES)
def test_fires(judge: Judge, printed: str, institution: str | None, level: str) -> None:
    (finding,) = [
        each for finding in judge(printed).findings for each in (finding, *finding.also) if each.code == "AF201"
    ]
    assert finding.level == level
    assert institution is None or finding.subject.institutions == (institution,)


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF201" not in codes(judge(printed))


def test_counts_from_the_day_of_the_listing(judge: Judge) -> None:
    assert "AF201" not in codes(judge(SHARIF, today="2014-11-07"))
    (finding,) = judge(SHARIF, today="2014-11-08").findings
    assert (finding.code, finding.grounds[0].since) == ("AF201", "2014-11-08")


def test_a_list_that_came_back_counts_from_its_return(judge: Judge) -> None:
    malek = "Malek Ashtar University of Technology, Tehran, Iran"
    (before,) = judge(malek, today="2021-06-01").findings
    assert [ground.measure for ground in before.grounds] == ["eu-267-2012-annex-viii"]
    (after,) = judge(malek, today="2025-10-01").findings
    assert {ground.measure: ground.since for ground in after.grounds}["un-1737-list"] == "2025-09-28"


def test_says_act_and_annex_once(judge: Judge) -> None:
    (finding,) = judge(SHARIF).findings
    assert finding.grounds[0].act.en == "Regulation (EU) No 267/2012, Annex IX"


def test_bafa_answers_it_and_an_own_assessment_does_not(judge: Judge) -> None:
    covers = f'institutions = ["ir-sharif-university-of-technology"]\n{PEOPLE}'
    assert not judge(SHARIF, answers_of=[answer("bafa-nullbescheid", covers=covers)]).open
    assert judge(SHARIF, answers_of=[answer("own-assessment", covers=covers)]).open
    assert judge(SHARIF, answers_of=[answer("bafa-auskunft-gueterliste", covers=covers)]).open


def test_a_country_by_itself_does_not_answer_a_listing(judge: Judge) -> None:
    assert judge(SHARIF, answers_of=[answer("bafa-nullbescheid", covers='countries = ["IR"]')]).open


def test_speaks_before_a_recommendation_of_the_same_level(judge: Judge) -> None:
    (finding,) = judge("P. N. Lebedev Physical Institute, Leninsky pr. 53, 119991 Moscow, Russia").findings
    assert finding.code == "AF201"
    assert "AF102" in [each.code for each in finding.also]
