"""The pages and the kinds of answer as they read in a jurisdiction: no passage is stale, and none names one State."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from askfirst_checks import kinds, policy, rules
from askfirst_checks.policy import BrokenData, Policy, load
from askfirst_checks.policy.wording import called, explained, naming, passages
from askfirst_checks.rules import page_in
from askfirst_checks.words import Text

DATA = Path(policy.DATA)
ONE_STATE = re.compile(
    r"\bBAFA\b|\bAWV\b|German|Deutsch|deutsch|Bundes|Runderlass|Nullbescheid|Voranfrage|Güterliste|Allianz|DAAD|DFG|BMBF|§"
)
UNION = load("eu")
PASSAGES = passages(UNION)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda each: f"{each.of}-{each.language}-{each.words[:20]}")
def test_each_passage_stands_in_what_it_is_about_and_changes_it(passage: policy.wording.Passage) -> None:
    assert passage.language in ("en", "de")
    assert passage.words != passage.instead
    if ":" in passage.of:
        what, kind = passage.of.split(":")
        assert kind in {"kind": kinds.KINDS, "explained": kinds.EXPLAINED}[what]
        assert passage.words == "*"
    else:
        assert flat(rules.page(passage.of).page.said(passage.language)).count(flat(passage.words)) == 1


def test_each_passage_has_its_fellow_in_the_other_language() -> None:
    by_language = [[each.of for each in PASSAGES if each.language == language] for language in ("en", "de")]
    assert by_language[0] == by_language[1]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", rules.names())
def test_no_page_of_the_union_names_one_member_state(code: str, language: str) -> None:
    text = flat(page_in(UNION, code).page.said(language))
    assert not ONE_STATE.search(text), ONE_STATE.findall(text)
    assert not re.search(r" [,.;]|\(\s|\.\.|,,", text)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_no_kind_of_answer_of_the_union_names_one_member_state(kind: str) -> None:
    assert not ONE_STATE.search(" ".join((*called(UNION, kind), *explained(UNION, kind))))
    assert len({called(UNION, each) for each in kinds.KINDS}) == len(kinds.KINDS)


@pytest.mark.parametrize("code", rules.names())
def test_in_germany_each_page_is_as_its_rule_has_it(code: str) -> None:
    assert page_in(load("de"), code) == rules.page(code)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_in_germany_the_kinds_are_called_as_ever(kind: str) -> None:
    assert called(load("de"), kind) == kinds.KINDS[kind]
    assert explained(load("de"), kind) == kinds.EXPLAINED[kind]


def test_a_sentence_that_names_a_kind_gets_its_name_here() -> None:
    told = Text("BAFA Voranfrage: that alone is not it", "Voranfrage beim BAFA: das allein ist es nicht")
    assert naming(load("de"), told, "bafa-voranfrage") == told
    assert naming(UNION, told, "bafa-voranfrage") == (
        "advance enquiry to the competent authority: that alone is not it",
        "Vorabanfrage bei der zuständigen Behörde: das allein ist es nicht",
    )
    assert naming(UNION, told, "own-assessment") == told


def test_an_unknown_page_or_kind_is_a_key_error() -> None:
    for wrong in (lambda: page_in(UNION, "AF999"), lambda: called(UNION, "none"), lambda: explained(UNION, "none")):
        with pytest.raises(KeyError):
            wrong()


def test_signs_that_mean_something_in_patterns_are_only_signs(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "jurisdictions" / "eu.tsv").write_text("AF702\ten\tBAFA can take months.\t\\1 (a|b) \\g<0>.\n", "utf-8")
    assert "\\1 (a|b) \\g<0>." in page_in(Policy("eu", str(folder)), "AF702").page.en


def test_a_row_of_another_shape_is_an_error_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "jurisdictions" / "eu.tsv").write_text("# head\nAF702\ten\tBAFA\n", "utf-8")
    with pytest.raises(BrokenData, match=r"eu\.tsv:2|4 cells"):
        passages(Policy("eu", str(folder)))
