"""``askfirst topics`` and AF601: as a user meets the content question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from askfirst.cli import main

WORK = r"""\documentclass{{article}}
\usepackage{{authblk}}
\title{{{title}}}
\author[1]{{A. Muster}}
\author[2]{{B. Example}}
\affil[1]{{Max Born Institute, Berlin, Germany}}
\affil[2]{{{second}}}
\begin{{document}}
\maketitle
\begin{{abstract}}{abstract}\end{{abstract}}
\end{{document}}
"""
IRAN = "Department of Physics, Sharif University of Technology, Tehran, Iran"
HOME = "Humboldt University, Berlin, Germany"


def _paper(folder: Path, second: str, title: str = "Scramjet tests", abstract: str = "We test.") -> str:
    path = folder / "paper.tex"
    path.write_text(WORK.format(second=second, title=title, abstract=abstract), "utf-8")
    return str(path)


def _check(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    main(["check", "--format", "json", *arguments])
    found = json.loads(capsys.readouterr().out)["documents"][0]["findings"]
    return [each for each in found if each["code"] != "AF902"]  # the age of the lists grows by itself


def test_beside_an_open_question_it_is_a_note_with_its_entries(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _check(capsys, _paper(tmp_path, IRAN))
    about = [each for each in found if each["code"] == "AF601"]
    assert [each["level"] for each in about] == ["note"]
    assert about[0]["entries"] == [{"code": "9A011", "strength": "named", "words": ["Scramjet"]}]


def test_alone_it_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(capsys, _paper(tmp_path, HOME)) == []


def test_beside_a_question_about_another_topic_it_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _check(capsys, _paper(tmp_path, IRAN, "A survey of medieval charters"))
    assert [each["code"] for each in found if each["code"] == "AF601"] == []


@pytest.mark.parametrize(("asked", "second", "there"), [("always", HOME, True), ("never", IRAN, False)])
def test_a_profile_switches_it(
    asked: str, second: str, there: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "house.toml"
    profile.write_text(f'name = "House"\n[topics]\nask = "{asked}"\n', "utf-8")
    found = _check(capsys, "--profile", str(profile), _paper(tmp_path, second))
    assert any(each["code"] == "AF601" for each in found) is there
    assert main(["check", "--profile", str(profile), _paper(tmp_path, HOME)]) == 0


def test_it_makes_the_question_about_the_country_concrete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = "Department of Physics, Yazd University, Yazd, Iran"
    plain = _check(capsys, _paper(tmp_path, second, "A survey of medieval charters"))
    concrete = _check(capsys, _paper(tmp_path, second))
    assert [each["code"] for each in plain] == ["AF103"]
    assert "“Scramjet” (9A011)" in str(next(each for each in concrete if each["code"] == "AF103")["question"])


@pytest.mark.parametrize("language", ["en", "de"])
def test_topics_shows_entries_words_and_what_was_read(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, "topics", _paper(tmp_path, HOME, "Cryo-CMOS at 4 K")]) == 0
    shown = capsys.readouterr().out
    assert "3A501" in shown
    assert "Cryo CMOS" in shown
    assert ("0,015 dB" if language == "de" else "0.015 dB") in shown
    assert "AF601" in shown


def test_topics_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "--format", "json", _paper(tmp_path, HOME)]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    assert (entries[0]["code"], entries[0]["strength"], entries[0]["words"]) == ("9A011", "named", ["Scramjet"])
    assert {each["strength"] for each in entries} <= {"named", "near", "words"}


def test_topics_of_a_file_without_a_text_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.tex"
    empty.write_text("\\documentclass{article}\\begin{document}\\end{document}", "utf-8")
    assert main(["topics", str(empty)]) == 2
    assert "empty.tex" in capsys.readouterr().err
