"""Files that people write in and that are not read: named in a folder, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, docx, para

from askfirst.cli import main

PAPER = "\\documentclass{article}\\author{A B}\\affiliation{Sample University, Germany}\\begin{document}\\end{document}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    ["final2.doc", "Entwurf.RTF", "notes.rtf", "draft.pages", "x.lyx", "Autoren.xlsx", "author-list.ods"],
)
def test_beside_a_paper_it_is_named(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / name).write_text("x")
    assert main(["check", "."]) == 0
    assert f"askfirst does not read: {name}." in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["figure.pdf", "data.zip", "raw.tar.gz", "notes.txt", "plot.png", "data.xlsx", "talk.pptx", "authority.ods"]
)
def test_figures_and_data_beside_a_paper_are_not(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / name).write_text("x")
    assert main(["check", "."]) == 0
    assert "does not read" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["paper.pdf", "overleaf.zip", "source.tar.gz", "paper.doc"])
def test_where_nothing_else_lies_it_is(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("x")
    assert main(["check", "."]) == 3
    says = "askfirst does not read" if name.endswith(".doc") else "not looked into in a folder"
    assert f"{says}: {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["overleaf.zip", "final2.pdf", "arxiv-v2.tar.gz", "Manuskript_3.PDF", "src.pdf"])
def test_beside_a_paper_what_is_called_like_one_is_named(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / name).write_text("x")
    assert main(["check", "."]) == 0
    assert f"not looked into in a folder: {name}; askfirst check FILE reads it" in capsys.readouterr().out


def test_what_was_made_from_the_paper_is_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER)
    (folder / "paper.pdf").write_text("x")
    assert main(["check", "."]) == 0
    assert "not looked into" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("paper.doc", "save it as .docx"),
        ("paper.pages", "save it as .docx"),
        ("paper.zip", "unpack it"),
        ("paper.tar.gz", "unpack it"),
        ("paper.rar", "unpack it"),
        ("paper.lyx", "export it as LaTeX"),
        ("paper.hwp", "save it as .docx"),
        ("talk.pptx", "author list"),
        ("authors.xlsx", "save its list of authors as .csv"),
        ("data.xlsx", "save its list of authors as .csv"),
        ("paper.png", "not this kind of file"),
    ],
)
def test_the_file_itself_gets_the_step(folder: Path, name: str, step: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("x")
    assert main(["check", name]) == 2
    assert step in capsys.readouterr().err


def test_several_word_files_of_a_folder_are_all_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "main.docx").write_bytes(docx(TITLE, NAMES, *PLACES, *REST))
    (folder / "final2.docx").write_bytes(docx(TITLE, para("Ada Feld^1^"), para(f"^1^ {DPRK}"), *REST[1:]))
    (folder / "paper.tex").write_text(PAPER)
    (folder / "old.doc").write_text("x")
    assert main(["check", "."]) == 1
    out = capsys.readouterr().out
    assert "final2.docx:3:5" in out
    assert "Read 3 documents" in out
    assert "does not read: old.doc." in out
