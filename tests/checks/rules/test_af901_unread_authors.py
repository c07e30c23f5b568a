"""AF901: what could not be read."""

from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, Judge, answer, line

from askfirst_checks.model import Problem
from askfirst_checks.words import Text

SAYS = Text("it is there", "es ist da")
ABOUT_AUTHORS = ["no-authors", "no-affiliation", "untied"]
OTHERS = ["file", "encoding", "markup", "entry"]


def problem(kind: str) -> Problem:
    return Problem(kind, SAYS, line(3), "subject")  # type: ignore[arg-type]


def test_an_author_block_that_could_not_be_read_asks(judge: Judge) -> None:
    report = judge(problems=[problem("no-authors")])
    assert [(each.code, each.level, each.span) for each in report.open] == [("AF901", "ask", line(3))]
    assert report.open[0].reads == SAYS


@pytest.mark.parametrize("kind", ["no-affiliation", "untied", *OTHERS])
def test_anything_else_is_a_note(judge: Judge, kind: str) -> None:
    report = judge(BERLIN, problems=[problem(kind)])
    assert [(each.code, each.level) for each in report.findings] == [("AF901", "note")]
    assert not report.open


@pytest.mark.parametrize("kind", ABOUT_AUTHORS)
def test_a_document_without_authors_is_no_manuscript(judge: Judge, kind: str) -> None:
    assert not judge(problems=[problem(kind)], block=False).findings


@pytest.mark.parametrize("kind", OTHERS)
def test_what_could_not_be_opened_is_said_even_there(judge: Judge, kind: str) -> None:
    assert [each.level for each in judge(problems=[problem(kind)], block=False).findings] == ["note"]


def test_a_macro_that_could_not_be_expanded_asks(judge: Judge) -> None:
    assert [(each.code, each.level) for each in judge(BERLIN, problems=[problem("unexpanded")]).open] == [
        ("AF901", "ask")
    ]


def test_somebody_can_look_and_say_so(judge: Judge) -> None:
    looked = answer("own-assessment", covers='institutions = ["author-block"]')
    report = judge(problems=[problem("no-authors")], answers_of=[looked])
    assert not report.open
    assert [each.state for each in report.findings] == ["answered"]


def test_looking_at_the_block_answers_nothing_else(judge: Judge) -> None:
    looked = answer("own-assessment", covers='institutions = ["author-block"]')
    assert judge("Beihang University, Beijing, China", answers_of=[looked]).open
