"""Typst in the command: asked about, silent, found in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.cli import main

PAPER = """#import "@preview/charged-ieee:0.1.3": ieee
#show: ieee.with(
  title: [On waves],
  authors: (
    (name: "Ada Feld", organization: [University of Bonn], location: [Bonn, Germany]),
    (name: "Bo Lind", organization: [PLACE]),
  ),
)
= Introduction
Text.
"""
KISU = "Kim Il Sung University, Pyongyang"
QUIET = [
    PAPER.replace("PLACE", "Seoul National University, Seoul, Republic of Korea"),
    f"// {KISU}\n" + PAPER.replace("PLACE", "University of Vienna, Austria"),
    PAPER.replace("PLACE", "University of Vienna").replace("Text.", "#figure(image(\"a.png\"), caption: [Vienna])"),
    PAPER.replace("[PLACE]", "uni").replace("#show", "#let uni = [University of Oslo]\n#show"),
]  # fmt: skip
ASKED = [
    PAPER.replace("PLACE", KISU),
    PAPER.replace("[PLACE]", "uni").replace("#show", f'#let uni = "{KISU}"\n#show'),
    PAPER.replace("PLACE", "University of Vienna").replace('"Bo Lind"', f"[Bo Lind#footnote[On leave from {KISU}.]]"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("text", ASKED)
def test_an_institution_there_is_asked_about(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.typ").write_text(text)
    assert main(["check", "paper.typ", "--lang", "en"]) == 1
    line = 1 + text[: text.index("Kim Il Sung")].count("\n")
    assert f"paper.typ:{line}:" in capsys.readouterr().out


@pytest.mark.parametrize("text", QUIET)
def test_it_is_silent(folder: Path, text: str) -> None:
    (folder / "paper.typ").write_text(text)
    assert main(["check", "paper.typ"]) == 0


def test_a_folder_finds_the_paper_and_not_its_parts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.typ").write_text(PAPER.replace("PLACE", KISU) + '#include "methods.typ"\n')
    (folder / "methods.typ").write_text("= Methods\nWe measured at Kim Il Sung University, Pyongyang.\n")
    (folder / "lib.typ").write_text("#let conf(title: none, authors: (), doc) = { align(center, title)\n doc }\n")
    assert main(["check", ".", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "paper.typ:6:" in out
    assert "methods.typ" not in out
    assert "lib.typ" not in out


@pytest.mark.parametrize("text", ["= Notes\nText.", "#let f(x) = x\n", "", "#show: slides.with(title: [X])\n= A"])
def test_other_typst_is_no_manuscript(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes.typ").write_text(text)
    main(["check", "."])
    assert "notes.typ" not in capsys.readouterr().out
