from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, MINSK, MOSCOW, PEOPLE, Judge, answer, codes

FIRES = [
    (MOSCOW, "RU"),
    ("ITMO University, Saint Petersburg 197101, Russian Federation", "RU"),
    ("Joint Institute for Nuclear Research, 141980 Dubna, Russia", "RU"),
    ("Институт космических исследований РАН, Москва, Россия", "RU"),
    (MINSK, "BY"),
    ("Institute of Physics, National Academy of Sciences of Belarus, 220072 Minsk, Belarus", "BY"),
]
SILENT = [
    BERLIN,
    "Moscow High School, Moscow, Idaho, USA",
    "Department of Slavic Studies, University of Petersburg, VA, USA",
    "National Academy of Sciences of Ukraine, Kyiv, Ukraine",
    "V. N. Karazin Kharkiv National University, Kharkiv, Ukraine",
    "White Russia Institute, New York, USA",
]
PROFILE = 'name = "Example University"\n[countries]\nRU = "{level}"\n'


@pytest.mark.parametrize(("printed", "country"), FIRES)
def test_fires(judge: Judge, printed: str, country: str) -> None:
    (finding,) = [
        each for finding in judge(BERLIN, printed).findings for each in (finding, *finding.also) if each.code == "AF102"
    ]
    assert finding.level == "ask"
    assert finding.subject.countries == (country,)


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF102" not in codes(judge(printed))


@pytest.mark.parametrize(
    "printed",
    [
        "Independent Researcher, Moscow, Russia",
        "Независимый исследователь, Москва, Россия",
        "Freelance, 220030 Minsk, Belarus",
    ],
)
def test_who_belongs_to_no_institution_is_a_note(judge: Judge, printed: str) -> None:
    (finding,) = judge(BERLIN, printed).findings
    assert (finding.code, finding.level) == ("AF102", "note")
    assert "without an institution" in finding.reads.en
    assert "ohne Einrichtung" in finding.reads.de


def test_an_institution_printed_beside_it_is_asked_about(judge: Judge) -> None:
    printed = "Independent Researcher, formerly Lomonosov Moscow State University, Moscow, Russia"
    assert judge(printed).findings[0].level == "ask"


def test_names_each_recommendation_with_its_date(judge: Judge) -> None:
    (finding,) = judge(MOSCOW, today="2023-06-01").findings
    since = {ground.measure: ground.since for ground in finding.grounds}
    assert since["de-allianz-2022"] == "2022-02-25"
    assert since["de-dfg-2022"] == "2022-03-08"
    assert {ground.measure for ground in judge(MINSK, today="2023-06-01").findings[0].grounds} == {"de-daad-2022"}


def test_a_paper_of_2021_is_not_judged_by_a_recommendation_of_2022(judge: Judge) -> None:
    assert "AF102" not in codes(judge(MOSCOW, today="2021-12-31"))


@pytest.mark.parametrize(("level", "found"), [("ask", ["ask"]), ("note", ["note"]), ("off", [])])
def test_the_profile_sets_the_level(judge: Judge, level: str, found: list[str]) -> None:
    report = judge(MOSCOW, profile=PROFILE.format(level=level))
    assert [each.level for f in report.findings for each in (f, *f.also) if each.code == "AF102"] == found


def test_the_institutions_own_office_can_answer(judge: Judge) -> None:
    recorded = answer("export-control-office", covers=f'institutions = ["ru-moscow-state-university"]\n{PEOPLE}')
    money = answer("own-assessment", covers=f'institutions = ["ru-moscow-state-university"]\n{PEOPLE}')
    assert len(judge(MOSCOW).open) == 1
    assert not judge(MOSCOW, answers_of=[recorded]).open
    assert judge(MOSCOW, answers_of=[money]).open
