"""The issue forms are in both languages, and ask for what a report needs and for no person."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

FORMS = sorted((Path(__file__).parents[1] / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def test_there_is_one_for_a_wrong_and_one_for_a_missing_question() -> None:
    assert [path.stem for path in FORMS] == ["missing_question", "wrong_question"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_form_is_whole_and_in_two_languages(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert {"name", "description", "title", "labels", "body"} == set(form)
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    for text in (form["name"], form["description"], *(each["attributes"]["label"] for each in fields)):
        assert " / " in text
    for text in (each["attributes"].get("description", "a / b") for each in fields):
        assert " / " in text
    assert any(each.get("validations", {}).get("required") for each in fields)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_form_asks_for_no_draft_and_no_person(path: Path) -> None:
    (head,) = [each for each in yaml.safe_load(path.read_text("utf-8"))["body"] if each["type"] == "markdown"]
    english, german = head["attributes"]["value"].strip().split("\n")
    assert "no draft" in english
    assert "keinen Entwurf" in german
    assert "e-mail addresses" in english
    assert "E-Mail-Adressen" in german
