"""A PDF in the command: asked about where somebody names it, silent, passed over in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.checks.readers.pdf.make import page, pdf

from askfirst.cli import main

KISU = "Kim Il Sung University, Pyongyang"
ASKED = [
    page("On waves", "Ada Feld^1^, Bo Lind^2^", "^1^University of Vienna, Austria", f"^2^{KISU}"),
    page("On waves", "Ada Feld", KISU),
    page("On waves", "Ada Feld^1^", "^1^University of Vienna, Austria", foot=(f"Present address: {KISU}",)),
]
QUIET = [
    page(
        "On waves", "Ada Feld^1^, Bo Lind^2^", "^1^University of Vienna, Austria", "^2^Seoul National University, Seoul"
    ),
    page("Droughts near Pyongyang", "Ada Feld", "University of Vienna, Austria"),
    page("On waves", "Ada Feld and Bo Lind", "University of Vienna, Vienna, Austria", foot=("Received 1 May 2020",)),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("number", range(len(ASKED)))
def test_an_institution_there_is_asked_about(folder: Path, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.pdf").write_bytes(pdf(ASKED[number]))
    assert main(["check", "paper.pdf", "--lang", "en"]) == 1
    assert "Kim Il Sung University" in capsys.readouterr().out


@pytest.mark.parametrize("number", range(len(QUIET)))
def test_it_is_silent(folder: Path, number: int) -> None:
    (folder / "paper.pdf").write_bytes(pdf(QUIET[number]))
    assert main(["check", "paper.pdf"]) == 0


def test_a_scan_is_a_question(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "scan.pdf").write_bytes(pdf(b"0 0 100 100 re f"))
    assert main(["check", "scan.pdf", "--lang", "en"]) == 1
    assert "no words that can be read" in capsys.readouterr().out


def test_without_the_package_the_command_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (folder / "paper.pdf").write_bytes(pdf(ASKED[0]))
    assert main(["check", "paper.pdf", "--lang", "en"]) == 1
    assert "pip install 'askfirst[pdf]'" in capsys.readouterr().out


def test_in_a_folder_it_is_a_figure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "figure.pdf").write_bytes(pdf(ASKED[0]))
    (folder / "paper.typ").write_text(
        '#show: ieee.with(authors: ((name: "Ada Feld", organization: "University of Vienna"),))'
    )
    assert main(["check", "."]) == 0
    assert "figure.pdf" not in capsys.readouterr().out
