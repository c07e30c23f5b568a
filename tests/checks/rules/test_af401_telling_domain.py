from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, KISU, MOSCOW, SHARIF, Judge, codes

FIRES = [
    "sj.im@ryongnamsan.edu.kp",
    "a.b@physics.sharif.edu",
    "c@phys.msu.ru",
    "d@bsu.by",
    "e@ut.ac.ir",
    "f@buaa.edu.cn",
]
SILENT = [
    "jherrman@mbi-berlin.de",
    "ryongnam31@yahoo.com",
    "someone@mail.ru",
    "someone@yandex.ru",
    "someone@tut.by",
    "a@pku.edu.cn",
    "k@kaist.ac.kr",
    "not an address",
]


@pytest.mark.parametrize("mail", FIRES)
def test_fires(judge: Judge, mail: str) -> None:
    (finding,) = judge(BERLIN, emails=[mail]).findings
    assert (finding.code, finding.level) == ("AF401", "ask")
    assert finding.printed == mail
    assert finding.people == ("A. Author0",)
    assert finding.grounds


@pytest.mark.parametrize("mail", SILENT)
def test_stays_silent(judge: Judge, mail: str) -> None:
    assert not judge(BERLIN, emails=[mail]).findings


@pytest.mark.parametrize(
    ("printed", "mail"), [(KISU, "x@ryongnamsan.edu.kp"), (SHARIF, "a@physics.sharif.edu"), (MOSCOW, "a@msu.ru")]
)
def test_adds_nothing_to_an_affiliation_that_shows_it(judge: Judge, printed: str, mail: str) -> None:
    assert "AF401" not in codes(judge(printed, BERLIN, emails=[mail, mail]))


def test_is_judged_at_the_date_of_the_work(judge: Judge) -> None:
    assert not judge(BERLIN, emails=["sj.im@ryongnamsan.edu.kp"], today="2016-11-29").findings


def test_one_address_of_two_authors_is_one_question(judge: Judge) -> None:
    mail = "sj.im@ryongnamsan.edu.kp"
    assert len(judge(BERLIN, BERLIN, emails=[mail, mail]).findings) == 1
