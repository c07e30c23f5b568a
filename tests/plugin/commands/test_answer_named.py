"""Which question is meant, and which one was answered: with several papers, several alike, and where files stand."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from tests.plugin.commands.test_answer import DATE, DECISION, KISU

from askfirst.cli import main

pytestmark = pytest.mark.usefixtures("one_question")

PAPER = """\\documentclass{revtex4-2}
\\begin{document}
\\title{Work %s}
\\author{B. Ri}
\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}
\\maketitle
\\end{document}
"""


@pytest.fixture(autouse=True)
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.tex").write_text(PAPER % name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def err_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["answer", *arguments, *DATE, *DECISION]) == 2
    return " ".join(capsys.readouterr().err.split())


def test_a_code_in_two_papers_is_told_apart_by_their_paths(capsys: pytest.CaptureFixture[str]) -> None:
    err = err_of(capsys, "AF101")
    assert "askfirst answer one/paper.tex AF101 (one/paper.tex:5, AF101: Kim Il Sung University" in err
    command = re.findall(r"askfirst (answer \S+ \S+)", err)[1]
    assert main([*shlex.split(command), *DATE, *DECISION]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "It is about two/paper.tex:5, AF101: Kim Il Sung University, Pyongyang, DPR Korea." in out


def test_a_number_is_shown_with_what_it_stands_for(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = two / "one" / "paper.tex"
    twice = "\\author{C. Pak}\n\\affiliation{Dept. 2, Kim Il Sung University, Pyongyang, DPR Korea}\n\\maketitle"
    paper.write_text(paper.read_text().replace("\\maketitle", twice))
    err = err_of(capsys, KISU)
    assert "--for 2 (one/paper.tex:7, AF101: Dept. 2, Kim Il Sung University" in err
    assert main(["answer", "--for", "2", *DATE, *DECISION]) == 0
    assert "It is about one/paper.tex:7, AF101: Dept. 2" in " ".join(capsys.readouterr().out.split())


def test_a_check_of_several_papers_names_the_paper_in_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *DATE, "--format", "concise"]) == 1
    out = capsys.readouterr().out
    assert "[askfirst answer one/paper.tex AF101]" in out
    assert "[askfirst answer two/paper.tex AF101]" in out


def test_a_check_of_one_paper_needs_no_name(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.unlink(two / "two" / "paper.tex")
    assert main(["check", *DATE, "--format", "concise"]) == 1
    assert "[askfirst answer AF101]" in capsys.readouterr().out


@pytest.mark.parametrize("place", [".askfirst", ".askfirst/answers"])
def test_a_file_where_the_folder_of_answers_should_be(
    two: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    path = two / "one" / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    assert "a file stands there" in err_of(capsys, "one/paper.tex", "AF101")
    assert main(["check", *DATE, "one/paper.tex"]) == 2
    assert path.read_text() == "x"
