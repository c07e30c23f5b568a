"""In the jurisdiction `eu` no question names the authority or the law of one member state; in `de` nothing changes."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.checks.conftest import BEIHANG, KISU, MOSCOW, SHARIF, TEHRAN, TODAY, YEREVAN, answer, fresh, line, manuscript

from askfirst_checks import answers, policy
from askfirst_checks.check import check
from askfirst_checks.model import Finding, Ground, Problem, Report
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import BrokenData, Policy, load
from askfirst_checks.words import Text

DATA = Path(policy.DATA)
ONE_STATE = re.compile(r"\bBAFA\b|\bAWV\b|German|Deutsch|deutsch|Bundes|Runderlass|Nullbescheid")
EVERYWHERE = [
    KISU, SHARIF, TEHRAN, BEIHANG, MOSCOW, YEREVAN,
    "Central African University, Bangui, Central African Republic",
    "National Aerospace Development Administration, Pyongyang, DPR Korea",
    "Moscow Institute of Physics and Technology, Dolgoprudny, Russia",
    "Scientific Studies and Research Center, Damascus, Syria",
    "Belarusian State University, Minsk, Belarus", "University of Havana, Cuba", "Kabul University, Afghanistan",
]  # fmt: skip
RECORDED = {
    "none": [],
    "pending": [answer("state-decision", "pending", answered="", asked="2026-09-14", valid_until="")],
    "lapsed": [answer("state-decision", answered="2024-10-20", valid_until="2025-10-20")],
    "goods": [answer("bafa-auskunft-gueterliste")],
    "negative": [answer("state-decision", "refused")],
    "go-ahead": [answer("export-control-office", "go-ahead")],
    "unused": [answer("state-decision", covers='institutions = ["nowhere"]')],
}


def asked(jurisdiction: str, recorded: str, resolver: Resolver) -> Report:
    read = answers.read((f"{n:02}.toml", text) for n, text in enumerate(RECORDED[recorded]))
    assert not read.broken, [str(each) for each in read.broken]
    paper = manuscript(
        EVERYWHERE,
        emails=["x@kisu.edu.kp"],
        notes=[("funding", "Supported by the Russian Science Foundation")],
        problems=[Problem("no-authors", Text("it is there", "es ist da"), line(3), "")],
    )
    return check(paper, fresh(load(jurisdiction)), read, TODAY, resolver=resolver)


def said(report: Report) -> Iterator[tuple[str, Text]]:
    """Every sentence of a report; not the titles of sources, one of which is a circular of one State."""
    for finding in report.findings:
        yield from _of(finding)
    yield from (("contact", each) for each in (*report.contact, *report.instructed))


def _of(finding: Finding) -> Iterator[tuple[str, Text]]:
    for each in (finding, *finding.also, *finding.legs):
        yield from ((each.code, text) for text in (each.name, each.reads, each.question))
        yield from ((each.code, text) for ground in each.grounds for text in _sentences(ground))


def _sentences(ground: Ground) -> tuple[Text, Text]:
    return ground.act, ground.says


@pytest.mark.parametrize("recorded", RECORDED)
def test_no_sentence_of_the_union_names_one_member_state(recorded: str, resolver: Resolver) -> None:
    found = [(code, text) for code, text in said(asked("eu", recorded, resolver)) if ONE_STATE.search(" ".join(text))]
    assert found == []


def test_the_sentences_are_there_to_be_looked_at(resolver: Resolver) -> None:
    codes = {code for recorded in RECORDED for code, _ in said(asked("eu", recorded, resolver))}
    assert {"AF101", "AF102", "AF103", "AF201", "AF202", "AF701", "AF702", "AF703", "AF704", "AF706"} <= codes
    assert "competent authority of your member state" in str(list(said(asked("eu", "none", resolver))))


@pytest.mark.parametrize("identifier", sorted(load("eu").chosen))
def test_no_measure_of_the_union_names_one_member_state(identifier: str) -> None:
    measure = load("eu").measure(identifier)
    assert not ONE_STATE.search(f"{measure.act} {measure.says} {measure.question}")
    assert measure.question.en.count("?") == measure.question.de.count("?") >= 1


def test_whom_the_union_names_is_no_authority_of_one_member_state() -> None:
    union = load("eu").profile
    assert not ONE_STATE.search(f"{union.authority} {union.consultation} {union.regimes}")


@pytest.mark.parametrize("identifier", sorted(load("de").chosen))
def test_in_germany_each_measure_says_what_its_file_says(identifier: str) -> None:
    measure = load("de").measure(identifier)
    kept = tomllib.loads((DATA / "measures" / f"{identifier}.toml").read_text("utf-8"))
    assert [measure.act, measure.says, measure.question] == [
        Text(**kept[key]) for key in ("act", "says", "question")
    ]  # fmt: skip


def test_germany_names_bafa(resolver: Resolver) -> None:
    report = asked("de", "none", resolver)
    assert {code for code, text in said(report) if "BAFA" in text.en} >= {"AF103", "AF201", "AF701", "contact"}
    assert load("de").profile.instead == {}


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_nobody_has_asked_is_asked_in_the_words_of_the_jurisdiction(jurisdiction: str, resolver: Resolver) -> None:
    flat = [each for finding in asked(jurisdiction, "none", resolver).findings for each in (finding, *finding.also)]
    (unasked,) = [each for each in flat if each.code == "AF701"]
    assert unasked.question == load(jurisdiction).profile.consultation


def test_regimes_of_one_member_state_are_not_those_of_the_union() -> None:
    german, union = load("de").regimes, load("eu").regimes
    assert {each.id for each in german if each.id.startswith("de-")}
    assert not [each.id for each in union if each.id.startswith("de-") or ONE_STATE.search(f"{each}")]
    assert {each.id for each in union} - {each.id for each in german} == {"national"}
    (national,) = [each for each in union if each.id == "national"]
    assert national.coverage == "pointer"
    assert "silence means nothing" in national.silence.en


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('[[instead]]\nof = ["no-measure"]\nsays = { en = "a", de = "b" }', "'no-measure' is neither a layer"),
        ('[[instead]]\nof = ["listing"]\nsays = { en = "a" }', "'de' is missing"),
        ('[[instead]]\nof = ["listing"]\nsaid = { en = "a", de = "b" }', "unknown key 'said'"),
        ('[[regime]]\nid = "x"\ncoverage = "whole"', "can only be one of: modelled, partly, pointer"),
    ],
)
def test_a_broken_wording_is_an_error_with_its_line(more: str, says: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / "jurisdictions" / "eu.toml"
    path.write_text(path.read_text("utf-8") + "\n" + more + "\n", "utf-8")
    with pytest.raises(BrokenData, match=re.escape(says)):
        _ = Policy("eu", str(folder)).profile
