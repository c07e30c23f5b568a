"""A library's question is about a work that has appeared; a draft in the library is asked about as a draft."""

from __future__ import annotations

import time
from typing import Any

import pytest

from askfirst.library import published
from askfirst_checks.policy import load
from askfirst_checks.words import Text

from .asking import BEIHANG, KISU, MOSCOW, SHARIF, Ask, ask, work

__all__ = ["ask"]
YEAR = time.strftime("%Y")
OFFICE = {"en": "before this was published", "de": "vor der Veröffentlichung"}


def questions(ask: Ask, item: dict[str, Any], language: str) -> list[str]:
    findings = ask(item, language=language)["item"]["findings"]
    return [each["question"] for first in findings for each in (first, *first["legs"]) if each["level"] != "note"]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("affiliation", [KISU, SHARIF, BEIHANG])
def test_a_work_that_has_appeared_is_asked_about_what_came_before(ask: Ask, affiliation: str, language: str) -> None:
    asked = questions(ask, work(affiliation), language)
    assert asked
    assert OFFICE[language] in asked[0]
    assert not any("before this draft" in each or "der Entwurf" in each for each in asked)


@pytest.mark.parametrize(("language", "says"), [("en", "before it appeared"), ("de", "bevor sie erschien")])
def test_a_recommendation_is_asked_about_in_the_past_too(ask: Ask, language: str, says: str) -> None:
    assert any(says in each for each in questions(ask, work(MOSCOW), language))


@pytest.mark.parametrize(
    "draft",
    [{"date": "in press"}, {"date": YEAR}, {"date": ""}, {"itemType": "manuscript"}, {"date": "forthcoming"}],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_may_be_a_draft_is_asked_about_as_one(ask: Ask, draft: dict[str, Any], language: str) -> None:
    asked = questions(ask, work(KISU, **draft), language)
    assert asked
    assert not any(OFFICE[language] in each for each in asked)


def test_a_work_of_this_year_with_a_doi_has_appeared(ask: Ask) -> None:
    asked = questions(ask, work(KISU, date=YEAR, DOI="10.1000/xyz"), "en")
    assert all(OFFICE["en"] in each or "before it was published" in each for each in asked)


def test_what_stands_around_the_question_stays(ask: Ask, tmp_path: Any) -> None:
    profile = tmp_path / "house.toml"
    own = '[[question]]\nen = "And our form?"\nde = "Und unser Formular?"\n'
    profile.write_text(f'name = "House"\n[contact]\noffice = "Office 7"\n{own}', encoding="utf-8")
    (first, *_) = ask(work(KISU), profile=str(profile))["item"]["findings"]
    assert first["question"].startswith("Was it clarified before this was published")
    assert first["question"].endswith("And our form?")


def test_every_measure_that_asks_has_its_words_in_both_languages() -> None:
    policy = load("de")
    for identifier in policy.chosen:
        measure = policy.measure(identifier)
        said = published.wording(measure.id, measure.layer)
        assert said.en.endswith("?"), identifier
        assert said.de.endswith("?"), identifier
        assert said.en != measure.question.en, identifier
        assert "draft" not in said.en, identifier
        assert "Entwurf" not in said.de, identifier


def test_no_word_of_a_verdict() -> None:
    words = ("forbidden", "suspicious", "violation", "verboten", "verdächtig", "unbedenklich", "verstoß")
    texts: list[Text] = [*published.BY_MEASURE.values(), *published.BY_LAYER.values()]
    assert not [text for text in texts for word in words if word in f"{text.en} {text.de}".casefold()]
