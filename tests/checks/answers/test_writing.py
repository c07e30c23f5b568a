from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.conftest import KISU, TEHRAN, TITLE, Judge

from askfirst_checks.answers import Answer, compose, covering
from askfirst_checks.answers.reading import read_answer
from askfirst_checks.strict import BrokenData

letters = st.characters(exclude_categories=["Cs"])
words = st.text(letters, min_size=1, max_size=40).filter(lambda text: text.strip() == text)
lists = st.lists(words, max_size=3).map(tuple)


def answer_of(text: str, institutions: tuple[str, ...], people: tuple[str, ...]) -> Answer:
    return Answer(
        "",
        "own-assessment",
        "no-licence-needed",
        text,
        answered="2026-11-01",
        valid_until="2027-01-01",
        by=text,
        reason=text,
        institutions=institutions or ("kp-one",),
        people=people,
        countries=("KP",),
        work=text,
    )


@given(words, lists, lists)
def test_what_is_written_reads_back(text: str, institutions: tuple[str, ...], people: tuple[str, ...]) -> None:
    answer = answer_of(text, institutions, people)
    name, source = compose(answer)
    assert read_answer(name, source) == answer._replace(path=name)


@given(words)
def test_the_file_name_is_a_date_and_a_plain_slug(text: str) -> None:
    name, _ = compose(answer_of(text, (text,), ()))
    assert re.fullmatch(r"2026-11-01-[a-z0-9]+(?:-[a-z0-9]+)*\.toml", name)
    assert len(name) <= 80


def test_an_answer_that_would_not_read_back_is_not_written() -> None:
    with pytest.raises(BrokenData, match="needs a 'reason'"):
        compose(answer_of("x", (), ())._replace(reason=""))


@pytest.mark.parametrize(
    ("kind", "institutions"),
    [
        ("state-decision", ("kp-kim-il-sung-university",)),
        ("not-this-institution", (f"printed:{KISU}",)),
    ],
)
def test_an_answer_for_a_finding_names_it_and_nothing_else(
    judge: Judge, kind: str, institutions: tuple[str, ...]
) -> None:
    (finding,) = judge(KISU).open
    begun = covering(Answer("", kind, "", work=TITLE), finding)
    assert (begun.institutions, begun.work) == (institutions, TITLE)
    answer = begun._replace(outcome="no-licence-needed", answered="2026-11-01", reference="R 1", reason="because")
    _, source = compose(answer)
    assert finding.code not in [each.code for each in judge(KISU, answers_of=[source]).open]
    assert judge(KISU, "Kim Chaek University of Technology, Pyongyang, DPRK", answers_of=[source]).open


def test_an_unknown_institution_is_named_as_printed(judge: Judge) -> None:
    (finding,) = judge(TEHRAN).open
    begun = covering(Answer("", "own-assessment", "", work=TITLE), finding)
    assert begun.institutions == (f"printed:{TEHRAN}",)
    _, source = compose(begun._replace(outcome="no-licence-needed", answered="2026-11-01", reason="open data only"))
    assert not judge(TEHRAN, answers_of=[source]).open
    assert judge(TEHRAN.replace("Chemistry", "Physics"), answers_of=[source]).open
