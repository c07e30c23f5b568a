"""Files that people write in and that are not read: named in a folder, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.cli import main

PAPER = "\\documentclass{article}\\author{A B}\\affiliation{Sample University, Germany}\\begin{document}\\end{document}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["final2.doc", "Entwurf.ODT", "notes.rtf", "draft.pages"])
def test_beside_a_paper_it_is_named(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / name).write_text("x")
    assert main(["check", "."]) == 0
    assert f"askfirst does not read: {name}." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["figure.pdf", "data.zip", "raw.tar.gz", "notes.txt", "plot.png"])
def test_figures_and_data_beside_a_paper_are_not(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / name).write_text("x")
    assert main(["check", "."]) == 0
    assert "does not read" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["paper.pdf", "overleaf.zip", "source.tar.gz", "paper.doc"])
def test_where_nothing_else_lies_it_is(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("x")
    assert main(["check", "."]) == 3
    assert f"askfirst does not read: {name}." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("paper.doc", "save it as .docx"),
        ("paper.odt", "save it as .docx"),
        ("paper.zip", "unpack it"),
        ("paper.tar.gz", "unpack it"),
        ("paper.png", "not this kind of file"),
    ],
)
def test_the_file_itself_gets_the_step(folder: Path, name: str, step: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("x")
    assert main(["check", name]) == 2
    assert step in capsys.readouterr().err
