"""A bibliography by itself: that nothing was asked about its entries is said, and which command asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst import cli

KISU = "Kim Il Sung University, Pyongyang, DPR Korea"
ENTRY = "@article{a, title={Invented light}, author={Muster, Eva and Rim, Nam-Il}, year={2019}}\n"
WITH = f"@article{{b, title={{Made-up glass}}, author={{Probe, Jan}}, year={{2019}}, affiliation={{{KISU}}}}}\n"
PAPER = (
    "\\documentclass{article}\\title{T}\\author{Eva Muster}\\affiliation{Freie Universität Berlin, Germany}"
    "\\begin{document}\\maketitle\\bibliography{refs}\\end{document}\n"
)
EN = "a bibliography by itself does not say whose joint works to look for"
DE = "Eine Bibliografie allein sagt nicht, wessen gemeinsame Arbeiten gesucht sind"


def said(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    cli.main(["check", *options])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("content", [ENTRY, WITH, ENTRY + WITH])
@pytest.mark.parametrize(("language", "sentence"), [("en", EN), ("de", DE)])
@pytest.mark.parametrize("form", ["full", "concise", "html"])
def test_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, language: str, sentence: str, form: str
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(content, encoding="utf-8")
    out = said(capsys, str(path), "--lang", language, "--format", form)
    assert sentence in out
    assert "askfirst audit" in out


@pytest.mark.parametrize("also", [False, True])
@pytest.mark.parametrize("content", [ENTRY, WITH, ENTRY + WITH])
@pytest.mark.parametrize("form", ["full", "concise", "html"])
def test_beside_its_manuscript_it_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, form: str, also: bool
) -> None:
    (tmp_path / "paper.tex").write_text(PAPER, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(content, encoding="utf-8")
    paths = [str(tmp_path)] if also else [str(tmp_path / "paper.tex")]
    assert EN not in said(capsys, *paths, "--format", form)


def test_an_empty_bibliography_is_one_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("% nothing yet\n", encoding="utf-8")
    assert "refs.bib" in said(capsys, str(path))
