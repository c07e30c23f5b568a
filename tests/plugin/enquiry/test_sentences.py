"""Each sentence is a record: with a source, a confidence that its words show, and a condition that can hold."""

from __future__ import annotations

import re

import pytest

from askfirst.enquiry.already_sent import STEPS
from askfirst.enquiry.sentences import every, questions
from askfirst.enquiry.values import CONFIDENCE, Facts, Sentence

ALL = (*every(), *STEPS)
HEDGES = {
    "en": re.compile(r"as I read|not found|have not (?:found|compared)", re.IGNORECASE),
    "de": re.compile(r"so gelesen|nach meinem Verständnis|nicht gefunden|nicht verglichen", re.IGNORECASE),
}
LAW = re.compile(
    r"\b(?:Regulation|Verordnung|Article|Artikel|Resolution|Decision|Beschluss|Bundestag|AWV|\d{4}/\d+)\b|§"
)
VERDICT = re.compile(
    r"forbid|prohibit|suspicious|concerning|cleared|complian|violat|boycott|north korean|"
    r"verboten|verdächtig|bedenklich|konform|verst(?:o|ö)ß|nordkorean|boykott",
    re.IGNORECASE,
)
MINISTRY = re.compile(r"ministry|ministerium|auswärtiges amt|foreign office|BMWE|BMWK", re.IGNORECASE)
NOTHING = Facts("", "", "", "", (), (), (), (), (), {}, {}, (), "2026-11-28", "de")


def by_id(sentence: Sentence) -> str:
    return sentence.id


def test_ids_are_given_once() -> None:
    assert len({sentence.id for sentence in ALL}) == len(ALL)


@pytest.mark.parametrize("sentence", ALL, ids=by_id)
def test_a_sentence_has_a_source(sentence: Sentence) -> None:
    assert sentence.source
    assert sentence.confidence in CONFIDENCE
    if sentence.confidence != "wording" and sentence.id not in ("as-listed", "not-found-on"):
        assert sentence.url.startswith("https://")
        assert re.search(r"\(law(?:-[23])? [A-Z0-9]", sentence.source)


@pytest.mark.parametrize("sentence", ALL, ids=by_id)
def test_what_claims_nothing_names_no_act(sentence: Sentence) -> None:
    if sentence.confidence == "wording":
        assert not LAW.search(sentence.text.en)
        assert not LAW.search(sentence.text.de)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("sentence", ALL, ids=by_id)
def test_what_is_less_than_an_official_excerpt_says_so(sentence: Sentence, language: str) -> None:
    if sentence.confidence in ("secondary", "inference"):
        assert HEDGES[language].search(sentence.text.said(language))


def test_the_hedges_are_told_from_plain_claims() -> None:
    assert not HEDGES["en"].search("It was found in Article 5.")
    assert not HEDGES["de"].search("Artikel 5 wurde gefunden.")


@pytest.mark.parametrize("sentence", ALL, ids=by_id)
def test_no_verdict_no_ministry_and_both_languages(sentence: Sentence) -> None:
    both = f"{sentence.text.en} {sentence.text.de}"
    assert not VERDICT.search(both)
    assert not MINISTRY.search(both)
    assert "Güterliste" not in both or "Auskunft" not in both
    assert sentence.text.en != sentence.text.de
    assert set(re.findall(r"\{\w+\}", sentence.text.en)) == set(re.findall(r"\{\w+\}", sentence.text.de))


@pytest.mark.parametrize("sentence", ALL, ids=by_id)
def test_a_condition_can_be_judged(sentence: Sentence) -> None:
    assert NOTHING.holds(sentence.condition, "office") in (True, False)


def test_an_unknown_condition_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such condition: weather:fine"):
        NOTHING.holds("weather:fine", "office")


def test_bafa_is_never_asked_about_paragraph_11() -> None:
    for sentence in questions.BAFA:
        assert "11" not in sentence.text.en + sentence.text.de
