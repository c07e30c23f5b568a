"""How old the lists are: once a run, and in the closing line from 90 days on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from askfirst.cli import main
from askfirst.formats.phrases import oldest_list
from askfirst_checks.model import ListDate
from askfirst_checks.words import Text

LIST = ListDate("x", "2026-02-27", Text("EU list X", "EU-Liste X"))
HEAD = "name,affiliation\n"


@pytest.fixture
def two_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "authors-1.csv").write_text(HEAD + 'A. Muster,"Universität Potsdam, Germany"\n')
    (tmp_path / "authors-2.csv").write_text(HEAD + 'B. Sample,"Stanford University, CA, USA"\n')
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("today", ["2012-01-01", "2026-02-27", "2026-05-27"])
def test_the_closing_line_gives_no_age_before_90_days(today: str) -> None:
    assert oldest_list(LIST, today) == Text(
        "Oldest list: EU list X, 27 Feb 2026.", "Älteste Liste: EU-Liste X, 27.2.2026."
    )


@pytest.mark.parametrize(("today", "days"), [("2026-05-28", 90), ("2026-05-29", 91), ("2027-02-27", 365)])
def test_the_closing_line_gives_the_age_from_90_days_on(today: str, days: int) -> None:
    said = oldest_list(LIST, today)
    assert said.en == f"Oldest list: EU list X, 27 Feb 2026, {days} days old."
    assert said.de == f"Älteste Liste: EU-Liste X, 27.2.2026, {days} Tage alt."


@pytest.mark.parametrize("form", ["full", "concise", "github"])
@pytest.mark.usefixtures("two_documents")
def test_one_note_a_run(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", form, "--notes", "--lang", "en", "--date", "2027-11-23"]) == 0
    out = capsys.readouterr().out
    assert out.count("days old here (as of") == 3, "the three oldest, under one document"
    assert out.count("AF902") <= 3


@pytest.mark.usefixtures("two_documents")
def test_one_note_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "json", "--date", "2027-11-23"])
    told = json.loads(capsys.readouterr().out)
    assert told["notes"] == 1
    assert sorted(len(each["findings"]) for each in told["documents"]) == [0, 1]


@pytest.mark.usefixtures("two_documents")
def test_a_work_of_the_lists_own_time_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "concise", "--lang", "en", "--notes", "--date", "2020-01-01"])
    out = capsys.readouterr().out
    assert "AF902" not in out
    assert "days old" not in out


def test_a_folder_without_a_manuscript_still_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.tex").write_text("\\documentclass{article}\\begin{document}Words.\\end{document}")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "notes.tex", "--date", "2027-11-23"]) == 3
    assert "AF902" not in capsys.readouterr().out
