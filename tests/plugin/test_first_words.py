"""What somebody meets who types askfirst for the first time, or types it nearly right."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.cli import main

PAPER = (
    "\\documentclass{revtex4-2}\n\\begin{document}\n\\title{Work}\n\\author{B. Ri}\n"
    "\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\n\\maketitle\n\\end{document}\n"
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chekc", "check"), ("hok", "hook"), ("drafts", "draft"), ("anwser", "answer"), ("statsu", "status")],
)
def test_a_slip_names_the_nearest_command(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([typed, "paper.tex"])
    assert end.value.code == 2
    assert f"askfirst {meant}" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["xyz", "paper.tex"])
def test_what_is_near_nothing_gets_no_guess(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([typed])
    assert "the nearest is" not in capsys.readouterr().err


@pytest.mark.parametrize(("language", "word"), [("en", "To begin: "), ("de", "Für den Anfang: ")])
def test_without_a_command_it_says_how_to_begin(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language]) == 2
    out = capsys.readouterr().out
    assert word in out
    assert "askfirst check" in out


@pytest.mark.parametrize(
    ("language", "word", "end"), [("en", "today", "no end date"), ("de", "heute", "ohne Enddatum")]
)
def test_the_command_of_the_letter_is_in_the_reader_s_language_and_records(
    language: str,
    word: str,
    end: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper.tex").write_text(PAPER)
    monkeypatch.chdir(tmp_path)
    main(["draft", "--lang", language])
    said = capsys.readouterr()
    (line,) = [each for each in (said.out + said.err).splitlines() if each.startswith("askfirst answer paper.tex 1 ")]
    assert line.endswith(f"--asked {word}")
    main([*line.split()[1:], "--shared", "--lang", language])
    capsys.readouterr()
    main(["status", "--lang", language])
    assert end not in capsys.readouterr().out
