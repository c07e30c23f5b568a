"""A rule's page, and the list of all rules."""

from __future__ import annotations

import pytest

from askfirst.cli import main
from askfirst_checks import rules


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_list_has_every_rule_with_a_whole_sentence(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", language]) == 0
    out = capsys.readouterr().out
    blocks = [block.split() for block in out.replace("\nAF", "\n\nAF").strip().split("\n\n")]
    assert [block[0] for block in blocks] == list(rules.names())
    assert all(block[-1][-1] in ".?" for block in blocks)
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", rules.names())
def test_a_page_is_whole_and_fits(code: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code, "--lang", language]) == 0
    out = capsys.readouterr().out
    page = rules.page(code)
    assert out.split() == [code, page.name.said(language), *page.page.said(language).split()]
    assert all(len(line) <= 80 or "://" in line for line in out.splitlines())


@pytest.mark.parametrize("name", ["af101", "suspended-cooperation"])
def test_a_rule_is_found_by_code_and_by_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("AF101 suspended-cooperation\n\n")


def test_an_unknown_rule_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "AF999", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "askfirst: no rule is called AF999; askfirst explain lists them all\n"
