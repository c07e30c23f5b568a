from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, MOSCOW, SHARIF, Judge, codes

FIRES = [
    ("present-address", "Sharif University of Technology, Tehran, Iran"),
    ("present-address", "Faculty of Physics, Lomonosov Moscow State University, Moscow, Russia"),
    ("note", "Also at Kim Il Sung University, Pyongyang, DPR Korea"),
    ("note", "On leave from Sharif University of Technology, Tehran, Iran"),
    ("note", "Institute of Physics, University of Tehran, Tehran, Iran"),
    ("funding", "This work was funded by Sharif University of Technology, Tehran, Iran (grant 12)."),
    ("acknowledgement", "We thank A. B. for discussions. The work was supported by the Russian Science Foundation."),
    ("acknowledgement", "E. K. received a scholarship of Beihang University, Beijing, China."),
    ("note", "This work was supported by the Iran National Science Foundation under project no. 99."),
]
SILENT = [
    ("present-address", "Stanford University, Stanford, CA, USA"),
    ("note", "Corresponding author"),
    ("note", "Department of Computer Science, Institute of Advanced Study, a.beispiel@example.edu.kp"),
    ("note", "Presented at the International Conference on Lasers, Moscow, Russia"),
    ("note", "These authors contributed equally."),
    ("funding", "Funded by the Deutsche Forschungsgemeinschaft (DFG), project number 1234."),
    ("funding", "Supported by the National Natural Science Foundation of China (12345678)."),
    ("funding", "The field work in Iran and Armenia was supported by the DFG."),
    ("acknowledgement", "We thank S. Im (Kim Il Sung University, Pyongyang) for discussions."),
    ("acknowledgement", "We are grateful to M. R. of Sharif University of Technology for fruitful discussions."),
    ("acknowledgement", "We thank the Lebedev Physical Institute, Moscow, for providing samples supported by a grant."),
    ("acknowledgement", "Samples came from Tehran, Iran. This work was supported by the ERC."),
]


@pytest.mark.parametrize("note", FIRES)
def test_fires(judge: Judge, note: tuple[str, str]) -> None:
    (finding,) = judge(BERLIN, notes=[note]).findings
    assert (finding.code, finding.level) == ("AF402", "ask")


@pytest.mark.parametrize("note", SILENT)
def test_stays_silent(judge: Judge, note: tuple[str, str]) -> None:
    assert "AF402" not in codes(judge(BERLIN, notes=[note]))


def test_adds_nothing_to_an_affiliation_that_shows_it(judge: Judge) -> None:
    note = ("present-address", "Sharif University of Technology, Tehran, Iran")
    assert "AF402" not in codes(judge(SHARIF, notes=[note]))
    fund = ("funding", "Supported by the Russian Science Foundation.")
    assert "AF402" not in codes(judge(MOSCOW, notes=[fund]))


def test_is_judged_at_the_date_of_the_work(judge: Judge) -> None:
    fund = ("funding", "Supported by the Russian Science Foundation.")
    assert "AF402" not in codes(judge(BERLIN, notes=[fund], today="2021-06-01"))


def test_a_funder_is_asked_about_as_a_funder(judge: Judge) -> None:
    (paid,) = judge(BERLIN, notes=[("funding", "Supported by the Russian Science Foundation.")]).findings
    (works,) = judge(BERLIN, notes=[("present-address", MOSCOW)]).findings
    assert "this support" in paid.question.en
    assert "diese" in paid.question.de
    assert "joint publication" in works.question.en


def test_only_the_sentence_that_pays_is_shown(judge: Judge) -> None:
    text = "We thank A. B. for discussions. Supported by Beihang University, Beijing, under grant 7. It was fun."
    (finding,) = judge(BERLIN, notes=[("acknowledgement", text)]).findings
    assert finding.printed == "Supported by Beihang University, Beijing, under grant 7."
    assert text[finding.span.column - 1 : finding.span.end_column - 1] == "Beihang University"


PROGRAMMES = [
    ("funding", "This work was supported by the Thousand Talents Plan of China."),
    ("acknowledgement", "C. D. is funded by the Hundred Talents Program of the Chinese Academy of Sciences."),
    ("acknowledgement", "Financial support by the Pearl River Talent Recruitment Program is acknowledged."),
    ("funding", "Gefördert durch das Tausend-Talente-Programm."),
]
NO_PROGRAMME = [
    ("acknowledgement", "We thank a Changjiang Scholar for fruitful discussions."),
    ("funding", "Funded by the Young Talents Programme of the University of Bonn."),
    ("funding", "Supported by the National Natural Science Foundation of China (12345678)."),
    ("note", "The Thousand Talents Plan was presented at the International Conference on Science Policy."),
    ("acknowledgement", "The project 5 in room 100 was funded by the DFG."),
]


@pytest.mark.parametrize("note", PROGRAMMES)
def test_a_programme_that_only_an_assessment_list_names_is_a_note(judge: Judge, note: tuple[str, str]) -> None:
    report = judge(BERLIN, notes=[note])
    (finding,) = report.findings
    assert (finding.code, finding.level) == ("AF402", "note")
    assert "this support" in finding.question.en
    assert [ground.measure for ground in finding.grounds] == ["us-1286-fy2025"]
    assert not report.open


@pytest.mark.parametrize("note", NO_PROGRAMME)
def test_what_is_no_such_programme_stays_silent(judge: Judge, note: tuple[str, str]) -> None:
    assert not judge(BERLIN, notes=[note]).findings


def test_beside_a_listed_body_that_pays_the_programme_is_not_what_is_asked_about(judge: Judge) -> None:
    text = "Supported by Sharif University of Technology, Tehran, Iran and the Thousand Talents Plan."
    (finding,) = judge(BERLIN, notes=[("funding", text)]).findings
    assert finding.level == "ask"
    assert "Sharif" in finding.reads.en


def test_a_russian_programme_is_asked_about_as_money_of_that_state(judge: Judge) -> None:
    (finding,) = judge(
        BERLIN, notes=[("funding", "Supported by the Russian Academic Excellence Project 5-100.")]
    ).findings
    assert (finding.code, finding.level) == ("AF402", "ask")


STAYS = [
    ("present-address", "Faculty of Physics, Lomonosov Moscow State University, Moscow, Russia"),
    ("note", "On leave from Sharif University of Technology, Tehran, Iran"),
    ("acknowledgement", "E. F. received a scholarship of Sharif University of Technology, Tehran, Iran."),
]
NO_STAYS = [
    ("funding", "This work was funded by Sharif University of Technology, Tehran, Iran (grant 12)."),
    ("acknowledgement", "The work was supported by the Russian Science Foundation."),
    ("acknowledgement", "E. K. received a scholarship of Beihang University, Beijing, China."),
]


def guests(judge: Judge, note: tuple[str, str], **more: str) -> list[str]:
    (finding,) = judge(BERLIN, notes=[note], **more).findings
    return [ground.measure for ground in finding.grounds if ground.measure == "de-awv-51"]


@pytest.mark.parametrize("note", STAYS)
def test_beside_a_stay_the_rules_on_guests_are_named(judge: Judge, note: tuple[str, str]) -> None:
    assert guests(judge, note) == ["de-awv-51"]


@pytest.mark.parametrize("note", NO_STAYS)
def test_beside_money_or_another_country_they_are_not(judge: Judge, note: tuple[str, str]) -> None:
    assert not guests(judge, note)


def test_the_rules_on_guests_never_ask_on_an_affiliation_alone(judge: Judge) -> None:
    for printed in (MOSCOW, SHARIF):
        grounds = [g.measure for f in judge(printed).findings for each in (f, *f.also, *f.legs) for g in each.grounds]
        assert grounds
        assert "de-awv-51" not in grounds
