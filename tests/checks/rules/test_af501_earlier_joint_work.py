"""AF501 asks about joint work after a measure began, by a name that agrees, and about nothing else."""

from __future__ import annotations

import pytest

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.model import Affiliation, Bibliography, Finding, Manuscript, Person, Reference, Span
from askfirst_checks.names.same_person import same_person
from askfirst_checks.policy import load

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
BERLIN = "Max Born Institute, 12489 Berlin, Germany"


def found(
    printed: str = KISU,
    year: int | None = 2019,
    authors: tuple[str, ...] = ("Max Schmidt", "B. Ri"),
    ours: str = "Max Schmidt",
) -> list[Finding]:
    at = Span("refs.bib", 5, 3, 5, 3 + len(printed))
    reference = Reference("ri2019", at, "Earlier", year, "10.1/x", authors, (Affiliation(printed, at),))
    manuscript = Manuscript(
        root="paper.tex",
        form="latex",
        has_author_block=True,
        author_block=Span("paper.tex", 1, 1, 1, 2),
        title="New",
        authors=(Person(ours, Span("paper.tex", 1, 1, 1, 2), (0,)),),
        affiliations=(Affiliation(BERLIN, Span("paper.tex", 2, 1, 2, 2), owners=(0,)),),
        bibliographies=(Bibliography("refs.bib", 1, (reference,)),),
        sources={"paper.tex": "x\ny", "refs.bib": "\n" * 4 + "  " + printed},
    )
    report = check(manuscript, load(), answers.Answers(), "2026-11-23")
    return [each for each in report.findings if each.code == "AF501"]


def test_joint_work_after_the_measure_began_is_asked_about_with_title_year_and_doi() -> None:
    (finding,) = found()
    assert finding.level == "ask"
    assert finding.people == ()  # the affiliation may be a co-author's: "for Max Schmidt" would say too much
    assert finding.subject.people == ("Max Schmidt",)
    assert finding.span.file == "refs.bib"
    assert "“Earlier” (2019, doi:10.1/x)" in finding.reads.en
    assert "„Earlier“ (2019, doi:10.1/x), mitverfasst von Max Schmidt" in finding.reads.de
    assert all(ground.since < "2019" for ground in finding.grounds)


def test_initials_may_be_somebody_else() -> None:
    (finding,) = found(authors=("M. Schmidt", "B. Ri"))
    assert finding.level == "note"
    assert "it may be someone else" in finding.reads.en


def test_a_listed_institution_is_asked_about_too() -> None:
    assert [each.level for each in found("Sharif University of Technology, Tehran, Iran", 2024)] == ["ask"]


def test_only_grounds_older_than_the_work_stand_under_it() -> None:
    (finding,) = found(year=2017)
    assert {ground.since for ground in finding.grounds} == {"2016-11-30"}


@pytest.mark.parametrize(
    ("printed", "year", "authors"),
    [
        (KISU, 2012, ("Max Schmidt", "B. Ri")),
        (KISU, 2016, ("Max Schmidt", "B. Ri")),
        (KISU, None, ("Max Schmidt", "B. Ri")),
        (KISU, 2019, ("Erika Muster", "B. Ri")),
        (KISU, 2019, ("Moritz Schmidt", "B. Ri")),
        (KISU, 2019, ("Schmidt",)),
        (KISU, 2019, ("Max Schmidtke",)),
        (KISU, 2019, ()),
        (BERLIN, 2019, ("Max Schmidt", "B. Ri")),
        ("Seoul National University, Seoul, Republic of Korea", 2019, ("Max Schmidt", "B. Ri")),
        ("", 2019, ("Max Schmidt", "B. Ri")),
    ],
)
def test_silent(printed: str, year: int | None, authors: tuple[str, ...]) -> None:
    assert found(printed, year, authors) == []


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Max Schmidt", "Max Schmidt", "full"),
        ("Max Schmidt", "Max A. Schmidt", "full"),
        ("Max Schmidt", "Schmidt, Max", "full"),
        ("Søren Sørensen", "Soren Sorensen", "full"),
        ("Max Schmidt", "M. Schmidt", "initials"),
        ("M. A. Schmidt", "M. Schmidt", "initials"),
        ("M. Schmidt Jr.", "M. Schmidt", "initials"),
        ("Max Schmidt", "Moritz Schmidt", ""),
        ("M. A. Schmidt", "M. B. Schmidt", ""),
        ("Max Schmidt", "Schmidt", ""),
        ("Max Schmidt", "Max Schmid", ""),
        ("Wei Wang", "Wei Zhang", ""),
        ("Wei Zhang", "Zhang Wei", ""),
        ("", "", ""),
    ],
)
def test_two_names(one: str, other: str, agreement: str) -> None:
    assert same_person(one, other) == agreement
    assert same_person(other, one) == agreement
