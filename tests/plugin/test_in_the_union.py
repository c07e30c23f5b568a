"""In the jurisdiction `eu`, nothing that a user sees names the authority, a form or a law of one member state.

The title of a source may: it says what was read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from askfirst import walk
from askfirst.cli import main
from askfirst.lsp import pages
from askfirst.lsp.answer_help import complete
from askfirst.lsp.document import Document
from askfirst_checks import kinds, rules
from askfirst_checks.policy import load

ONE_STATE = re.compile(r"\bBAFA\b|\bAWV\b|\bAWG\b|Bundes|Nullbescheid|Voranfrage|Auskunft zur G|German author|deutsche")
SOURCE = re.compile(r"Runderlass Außenwirtschaft Nr\. 2/2023, BMWK, 10(?: January|\.1\.| Januar )\s?2023")
PAPER = r"""\documentclass{article}
\title{Optics}
\author{Anna Muster}
\affil{Universität Leipzig, Leipzig, Germany}
\author{Chol Kim}
\affil{Kim Il Sung University, Pyongyang, DPR Korea}
\author{Reza Nemuneh}
\affil{Sharif University of Technology, Tehran, Iran}
\author{Ivan Primerov}
\affil{Tomsk State University, Tomsk, Russia}
\author{Jan Uzor}
\affil{Belarusian State University, Minsk, Belarus}
\author{Wei Li}
\affil{Beihang University, Beijing, China}
\author{Ani Orinak}
\affil{Yerevan State University, Yerevan, Armenia}
\begin{document}
\maketitle
\end{document}
"""
ANSWER = """kind = "bafa-voranfrage"
reference = "X 7"
asked = 2026-01-10
answered = 2026-02-01
outcome = "no-licence-needed"
[covers]
institutions = ["kp-kim-il-sung-university"]
countries = ["KP"]
people = ["Chol Kim"]
work = "Optics"
"""
FORMATS = ("full", "concise", "html", "json", "sarif", "github", "gitlab", "junit")


@pytest.fixture(autouse=True)
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".askfirst" / "answers").mkdir(parents=True)
    (tmp_path / "paper.tex").write_text(PAPER, "utf-8")
    (tmp_path / "askfirst.toml").write_text('jurisdiction = "eu"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(out: str) -> list[str]:
    """What of one State stands in *out*, beside the titles of sources."""
    return ONE_STATE.findall(SOURCE.sub("", out))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMATS)
def test_no_output_of_a_check_names_one_state(form: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", form, "--lang", language, "paper.tex"])
    out = capsys.readouterr().out
    assert "AF101" in out
    assert named(out) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMATS)
def test_no_output_about_an_answer_does(
    form: str, language: str, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paper / ".askfirst" / "answers" / "1.toml").write_text(ANSWER, "utf-8")
    main(["check", "--format", form, "--lang", language, "paper.tex"])
    assert named(capsys.readouterr().out) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", rules.names())
def test_no_page_does(code: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code, "--lang", language]) == 0
    assert named(capsys.readouterr().out) == []
    shown = pages.uri(code, language, "eu")
    assert shown
    assert named(Path(shown.removeprefix("file://")).read_text("utf-8")) == []


def test_the_list_of_rules_is_in_those_words_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "en"]) == 0
    assert "German" not in capsys.readouterr().out
    assert main(["explain", "--lang", "en", "--jurisdiction", "de"]) == 0
    assert "German" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", ["text", "md", "eml", "html"])
def test_no_letter_does(form: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--lang", language, "--format", form, "paper.tex"]) == 0
    out = capsys.readouterr().out
    assert "2321" in out
    assert named(out) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", kinds.KINDS)
def test_no_kind_in_the_walk_or_in_an_editor_does(kind: str, language: str) -> None:
    assert named(walk._explained(kind, load("eu"), language)) == []
    items = complete(Document('kind = "', 1), 0, 8, {}, language, "eu")
    assert {item.label for item in items} == set(kinds.KINDS)
    assert named(" ".join(item.detail or "" for item in items)) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_no_list_does(form: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--format", form, "--lang", language, "--jurisdiction", "eu"]) == 0
    assert named(capsys.readouterr().out) == []


def test_in_germany_all_of_this_names_bafa(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper / "askfirst.toml").unlink()
    main(["check", "--lang", "en", "paper.tex"])
    assert "BAFA" in capsys.readouterr().out
    assert main(["explain", "AF702", "--lang", "en"]) == 0
    assert "BAFA can take months" in capsys.readouterr().out
