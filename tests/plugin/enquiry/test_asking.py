"""At most eight questions on a terminal; Enter leaves one blank, the end of input the rest."""

from __future__ import annotations

import io

import pytest
from tests.plugin.enquiry.conftest import KIM, MOSCOW, NUDT, SHARIF, Gather, Make

from askfirst.enquiry import Given
from askfirst.enquiry.asking import ask
from askfirst.enquiry.fields import QUESTIONS, asked


@pytest.mark.parametrize("where", [KIM, SHARIF, MOSCOW, NUDT])
def test_at_most_eight(where: str, make: Make, gathered: Gather) -> None:
    names = asked(gathered(make(where)))
    assert len(names) == 8
    assert ("field" in names) is (where == KIM)


def test_bafa_is_not_told_a_field_under_paragraph_11(make: Make, gathered: Gather) -> None:
    assert "field" not in asked(gathered(make(KIM)), "bafa")


def test_what_is_typed_and_what_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("two figures\n\n no \n"))
    assert ask(Given(), ["what", "when", "public", "deadline"], "en") == Given(what="two figures", public="no")


def test_what_is_given_is_not_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert ask(Given(what="x"), ["what"], "en") == Given(what="x")
    assert capsys.readouterr().err == ""


def test_every_question_asks_one_thing_in_both_languages() -> None:
    for label, question in QUESTIONS.values():
        if label.en != "Phone":
            assert label.en != label.de
        assert question.en.endswith("?")
        assert question.de.endswith("?")
    assert set(QUESTIONS) | {"by"} == set(Given._fields)
