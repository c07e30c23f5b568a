from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, TODAY, Judge, codes, fresh, manuscript

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.model import InstitutionHit, Resolution
from askfirst_checks.policy import Policy

SILENT = [
    BERLIN,
    "Stony Brook University, Stony Brook, NY, USA",
    "Nanjing University, Nanjing, China",
    "Seoul National University, Seoul, Korea",
]


class Resembling:
    """A resolver that finds nothing but a near spelling."""

    def __init__(self, institution: str, *, named: bool = False) -> None:
        self.hit = InstitutionHit(institution, "Sharif University of Technology", "IR", None, ())
        self.named = (self.hit,) if named else ()

    def resolve(self, text: str) -> Resolution:
        return Resolution(text, institutions=self.named, resembles=(self.hit,))

    def address(self, text: str) -> Resolution:
        return Resolution(text)


def test_a_near_spelling_is_a_note_that_asks(policy: Policy) -> None:
    resolver = Resembling("ir-sharif-university-of-technology")
    report = check(
        manuscript(["Sharef University of Technology"]), fresh(policy), answers.read([]), TODAY, resolver=resolver
    )
    (finding,) = report.findings
    assert (finding.code, finding.level) == ("AF203", "note")
    assert finding.question.en == "Did you mean Sharif University of Technology?"
    assert not report.open


def test_what_is_named_is_not_also_resembled(policy: Policy) -> None:
    resolver = Resembling("ir-sharif-university-of-technology", named=True)
    report = check(manuscript(["Sharif"]), fresh(policy), answers.read([]), TODAY, resolver=resolver)
    assert "AF203" not in codes(report)


def test_what_no_list_names_is_not_worth_a_note(policy: Policy) -> None:
    report = check(manuscript(["X"]), fresh(policy), answers.read([]), TODAY, resolver=Resembling("de-somewhere"))
    assert not report.findings


@pytest.mark.parametrize("printed", SILENT)
def test_stays_silent(judge: Judge, printed: str) -> None:
    assert "AF203" not in codes(judge(printed))


@pytest.mark.parametrize("text", ["Kim Il Sung Universitty", "Institute of Physics, People's Republic of Korea"])
def test_what_may_be_the_dprk_is_a_note(judge: Judge, text: str) -> None:
    (finding,) = [each for each in judge(text).findings if each.code == "AF203"]
    assert finding.level == "note"
    assert finding.subject.countries == ("KP",)
    assert "2321" in finding.grounds[0].act.en
    assert not judge(text).open


@pytest.mark.parametrize("text", ["Department of Physics, Korea", "Korea University, Seoul", "Kim Institute, Korea"])
def test_korea_alone_raises_no_note(judge: Judge, text: str) -> None:
    assert "AF203" not in [each.code for each in judge(text).findings]


ACRONYMS = ["JINR", "MEPhI", "MIPT", "MIPT 2025", "NSTRI", "KISU", "PUST", "VNIIEF", "NUDT", "JINR and DESY"]


@pytest.mark.parametrize("text", ACRONYMS)
def test_an_acronym_alone_is_a_note(judge: Judge, text: str) -> None:
    assert [(each.code, each.level) for each in judge(text).findings] == [("AF203", "note")]


@pytest.mark.parametrize(
    "text", ["JINR, Dubna", "MEPhI, Russia", "MIPT, Dolgoprudny", "NSTRI, Tehran", "KISU, Pyongyang", "PUST, DPRK"]
)
def test_an_acronym_with_its_town_or_country_asks(judge: Judge, text: str) -> None:
    assert judge(text).open


@pytest.mark.parametrize(
    ("text", "mail"),
    [("JINR", "a@jinr.ru"), ("MIPT", "a@phystech.edu"), ("MIPT", "a@mipt.ru"), ("KISU", "a@ryongnamsan.edu.kp")],
)
def test_an_acronym_with_its_mail_asks(judge: Judge, text: str, mail: str) -> None:
    assert judge(text, emails=[mail]).open


@pytest.mark.parametrize(
    "text", ["DESY", "CERN", "INFN", "PUST, Pabna, Bangladesh", "MIPT, Germany", "IPM", "HIT", "MSU", "kisu", "KIT"]
)
def test_other_acronyms_and_other_places_are_silent(judge: Judge, text: str) -> None:
    assert not judge(text).findings
