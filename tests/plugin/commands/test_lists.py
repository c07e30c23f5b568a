"""``askfirst lists``: each list with its own date, law apart from assessment, and what silence means."""

from __future__ import annotations

import json

import pytest

from askfirst.cli import main
from askfirst_checks.policy import load

TITLES = {
    "en": ("with legal effect in the EU, each with its own date:", "Assessment lists, without legal effect"),
    "de": ("mit Rechtswirkung in der EU, jede mit ihrem eigenen", "Bewertungslisten, ohne Rechtswirkung"),
}


def shown(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["lists", *options]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_law_stands_apart_from_assessment(language: str, jurisdiction: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "--lang", language, "--jurisdiction", jurisdiction)
    legal, assessment = TITLES[language]
    head = out.partition(legal)[2].partition(assessment)[0]
    for each in load(jurisdiction).lists:
        assert (f"({each.id})" in head) is (each.kind == "legal")
        assert f"{each.name.said(language)} ({each.id})" in out


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_the_json_tells_kinds_dates_and_regimes(jurisdiction: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(shown(capsys, "--format", "json", "--jurisdiction", jurisdiction))
    policy = load(jurisdiction)
    assert {(each["id"], each["kind"], each["as_of"]) for each in told["lists"]} == {
        (each.id, each.kind, each.as_of) for each in policy.lists
    }
    assert [(each["id"], each["coverage"]) for each in told["regimes"]] == [(r.id, r.coverage) for r in policy.regimes]
    assert all(isinstance(each["age_days"], int) for each in told["lists"])


def test_an_unknown_jurisdiction_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--jurisdiction", "xx", "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
