from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, KISU, Judge, codes

FIRES = [
    KISU,
    "Institute of Physics, State Academy of Sciences, Pyongyang, DPR Korea",
    "Kim Chaek University of Technology, Pyongyang, D.P.R.K.",
    "Faculty of Mathematics, Kim Il Sung University, Pyongyang, DPRK",
    "Department of Chemistry, University of Sciences, Unjong District, Pyongyang, North Korea",
    "김일성종합대학, 평양, 조선민주주의인민공화국",
    "Institut für Physik, Pjöngjang, Demokratische Volksrepublik Korea",
    "Pyongyang Medical College, Pyongyang, Korea, DPR",
]
SILENT = [
    BERLIN,
    "Department of Physics, Seoul National University, Seoul, Republic of Korea",
    "KAIST, Daejeon 34141, Korea",
    "Pyeongchang Campus, Seoul National University, Pyeongchang, South Korea",
    "Institute for Basic Science, Daejeon, S. Korea",
    "Academy of Natural Sciences of Drexel University, Philadelphia, PA, USA",
    "Department of Electronics, Kim Laboratory, Stanford University, CA, USA",
    "National Defense Academy, Yokosuka, Japan",
]


@pytest.mark.parametrize("printed", FIRES)
def test_fires(judge: Judge, printed: str) -> None:
    (finding,) = [each for each in judge(BERLIN, printed).findings if each.code == "AF101"]
    assert finding.level == "stop"
    assert [ground.measure for ground in finding.grounds] == ["un-2321-11", "eu-2016-849"]
    assert finding.people == ("B. Author1",)


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF101" not in codes(judge(printed))


@pytest.mark.parametrize(
    ("day", "measures"),
    [
        ("2016-11-29", []),
        ("2016-11-30", ["un-2321-11"]),
        ("2017-02-27", ["un-2321-11"]),
        ("2017-02-28", ["un-2321-11", "eu-2016-849"]),
    ],
)
def test_is_judged_at_the_date_of_the_work(judge: Judge, day: str, measures: list[str]) -> None:
    found = [finding for finding in judge(KISU, today=day).findings if finding.code == "AF101"]
    assert [ground.measure for finding in found for ground in finding.grounds] == measures


def test_is_placed_on_the_words_of_the_institution(judge: Judge) -> None:
    (finding,) = judge(KISU).findings
    assert KISU[finding.span.column - 1 : finding.span.end_column - 1] == "Kim Il Sung University"


def test_one_affiliation_of_several_authors_is_one_question(judge: Judge) -> None:
    (finding,) = judge(KISU, BERLIN, KISU.upper()).findings
    assert finding.people == ("A. Author0", "C. Author2")
    assert [span.line for span in finding.elsewhere] == [102]


def test_prints_no_article_number_of_the_decision(judge: Judge) -> None:
    (finding,) = judge(KISU).findings
    decision = finding.grounds[1]
    assert "2016/849" in decision.act.en
    assert "rtic" not in decision.act.en + decision.act.de
