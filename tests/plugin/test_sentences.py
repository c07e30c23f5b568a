"""Every sentence exists in both languages, and a question asks one thing: its yes and its no mean something."""

from __future__ import annotations

import re
import tomllib

import pytest
from tests.plugin.sentences import POLICY, Sentence, collect

from askfirst_checks import rules
from askfirst_checks.words import Text

ALL = collect()
JOINED = (
    re.compile(
        r",? (?:and|or) (?:has|have|had|is|are|was|were|do|does|did|can|could|will|would|should|may|might)\b[^.?]*\?"
    ),
    re.compile(
        r",? (?:und|oder) (?:hat|haben|hatte|ist|sind|war|waren|wird|werden|wurde|wurden|kann|können|könnte|soll|sollte"
        r"|darf|dürfen|weiß|wissen|fördert|folgt|spielt|spielen|gilt|muss|müssen|braucht|arbeitet)\b[^.?]*\?"
    ),
)
"""A second question tied to a first one by *and* or *or*"""


def asked() -> list[Sentence]:
    """The questions of rules, measures and profiles: what is answered with yes or no."""
    found = [
        each
        for each in ALL
        if each.place.rstrip("0123456789").endswith((": question", ": consultation")) and "?" in each.en
    ]
    for name in rules.names():
        for key, value in vars(rules.load(name)).items():
            texts = value.values() if isinstance(value, dict) else [value]
            found += [Sentence(f"{name}.{key}", *text) for text in texts if isinstance(text, Text) and "?" in text.en]
    return found


def is_compound(words: str) -> bool:
    """Whether *words* ask two things at once, so that one yes would answer both."""
    return words.count("?") > 1 or any(pattern.search(words) for pattern in JOINED)


@pytest.mark.parametrize("sentence", asked(), ids=lambda each: each.place)
def test_no_question_asks_two_things(sentence: Sentence) -> None:
    assert not is_compound(sentence.en)
    assert not is_compound(sentence.de)


def test_every_measure_and_rule_that_asks_is_looked_at() -> None:
    measures = {tomllib.loads(path.read_text("utf-8"))["question"]["en"] for path in POLICY.glob("measures/*.toml")}
    looked_at = {each.en for each in asked()}
    assert measures <= looked_at
    assert len([each for each in asked() if each.place.startswith("AF")]) >= 20


@pytest.mark.parametrize(
    "words",
    [
        "Does the DFG fund part of this work, and has your export-control office been asked?",
        "Could this work touch missile technology? Then has BAFA been asked?",
        "Does that work go on, and does your office know of it?",
        "Is it only what the work is about, or does an author work there?",
        "Geht die Arbeit weiter, und weiß Ihre Exportkontrollstelle davon?",
        "Ist die Antwort da, und kann der Entwurf warten?",
        "Könnte das Nukleartechnik berühren? Wurde dann das BAFA gefragt?",
    ],
)
def test_two_questions_in_one_are_seen(words: str) -> None:
    assert is_compound(words)


@pytest.mark.parametrize(
    "words",
    [
        "Has BAFA or your export-control office been asked about this draft before you send it?",
        "If the DFG funds part of this work: has your export-control office been asked?",
        "Do you know of a military end-use that this work could serve? If so, BAFA is to be told.",
        "Hat Ihre Einrichtung geklärt, ob eine Entscheidung nötig ist und wer sie trifft?",
        "Wurde das BAFA oder Ihre Exportkontrollstelle zu diesem Entwurf gefragt, bevor Sie ihn verschicken?",
        "Ist die Antwort inzwischen da? Bis dahin sollte der Entwurf nicht verschickt werden.",
        "Who are the authors, and where do they work?",
    ],
)
def test_one_question_is_one(words: str) -> None:
    assert not is_compound(words)


def test_the_german_fills_nothing_that_the_english_does_not() -> None:
    for each in ALL:
        if not each.place.startswith(("zotero_addon", "vscode")):
            assert names(each.de) <= names(each.en) | {"month"}, each


def names(words: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", words))


@pytest.mark.parametrize(
    ("en", "de"),
    [
        ("stop", "Stopp"),
        ("Record this? [y/n] ", "Festhalten? [j/n] "),
        ("Germany", "Deutschland"),
        ("Not checked yet.", "Noch nicht geprüft."),
        ("Restart the server", "Server neu starten"),
        ("Copy the command", "Befehl kopieren"),
        ("silence means nothing", "Schweigen besagt nichts"),
    ],
)
def test_the_list_reaches_every_place_where_words_stand(en: str, de: str) -> None:
    assert (en, de) in {(each.en, each.de) for each in ALL}


def test_the_list_is_long_and_no_sentence_is_empty() -> None:
    assert len(ALL) > 1000
    assert all(each.en.strip() and each.de.strip() for each in ALL)
    assert {each.place.partition(":")[0] for each in ALL} >= {"zotero_addon", "vscode", "regimes.tsv"}
