"""``askfirst lists``: each list with its own date, law apart from assessment, and what silence means."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

import pytest

from askfirst.checking import today
from askfirst.cli import main
from askfirst.formats.phrases import day
from askfirst.formats.sources import age
from askfirst_checks.policy import load

TITLES = {
    "en": ("Lists with legal effect in the EU:", "Assessment lists, without legal effect", "Asked about as a whole"),
    "de": ("Listen mit Rechtswirkung in der EU:", "Bewertungslisten, ohne Rechtswirkung", "Ganz abgebildet"),
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])
JURISDICTIONS = pytest.mark.parametrize("jurisdiction", ["de", "eu"])


def shown(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["lists", *options]) == 0
    return " ".join(capsys.readouterr().out.split())


@LANGUAGES
@JURISDICTIONS
def test_law_stands_apart_from_assessment(language: str, jurisdiction: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "--lang", language, "--jurisdiction", jurisdiction)
    legal, assessment, regimes = TITLES[language]
    head = out.partition(legal)[2].partition(assessment)[0]
    rest = out.partition(assessment)[2].partition(regimes)[0]
    policy = load(jurisdiction)
    for each in policy.lists:
        line = f"{day(each.as_of, language)} {age(each.as_of, today()).said(language)} {each.name.said(language)}: "
        assert (line in head) is (each.kind == "legal")
        assert (line in rest) is (each.kind != "legal")


@LANGUAGES
@JURISDICTIONS
def test_every_line_fits_but_an_address(language: str, jurisdiction: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--lang", language, "--jurisdiction", jurisdiction]) == 0
    out = capsys.readouterr().out
    assert not [line for line in out.splitlines() if len(line) > 80 and "://" not in line]
    assert "::" not in out
    assert not re.search(r"\b(1 (institutions|days|months|years|Einrichtungen|Tage|Monate|Jahre))\b", out)


@LANGUAGES
def test_in_german_the_sources_have_german_titles(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "--lang", language)
    told = json.loads(shown(capsys, "--lang", language, "--format", "json"))
    page = shown(capsys, "--lang", language, "--format", "html")
    policy = load()
    for each in map(policy.measure, policy.chosen):
        title = each.titled.said(language)
        assert title in out
        assert escape(title) in page
        assert title in {measure["source"] for measure in told["measures"]}
    assert ("version of" in out) is (language == "en")


@LANGUAGES
@JURISDICTIONS
def test_the_page_is_whole_and_without_script(
    language: str, jurisdiction: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = shown(capsys, "--format", "html", "--lang", language, "--jurisdiction", jurisdiction)
    assert page.startswith(f'<!DOCTYPE html> <html lang="{language}">')
    assert page.endswith("</body> </html>")
    assert "<script" not in page
    assert page.count("<article") == page.count("</article>") == len(load(jurisdiction).chosen)
    for each in load(jurisdiction).lists:
        assert escape(each.name.said(language)) in page
    for regime in load(jurisdiction).regimes:
        assert escape(regime.name.said(language)) in page


@pytest.mark.parametrize(
    ("as_of", "english", "german"),
    [
        ("2026-11-29", "of today", "von heute"),
        ("2026-11-30", "of today", "von heute"),
        ("2026-11-28", "1 day old", "1 Tag alt"),
        ("2026-10-01", "59 days old", "59 Tage alt"),
        ("2026-09-30", "2 months old", "2 Monate alt"),
        ("2025-12-17", "11 months old", "11 Monate alt"),
        ("2024-12-01", "24 months old", "24 Monate alt"),
        ("2024-11-29", "2 years old", "2 Jahre alt"),
        ("2020-08-01", "6 years old", "6 Jahre alt"),
    ],
)
def test_an_age_is_said_in_the_unit_one_would_say(as_of: str, english: str, german: str) -> None:
    assert age(as_of, "2026-11-29") == (english, german)


@JURISDICTIONS
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


@pytest.mark.parametrize("form", ["html", "json", "text"])
def test_what_is_shown_is_written_to_a_file(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "lists.out"
    assert main(["lists", "--format", form, "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert "2017/1509" in out.read_text("utf-8")
