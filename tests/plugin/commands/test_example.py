"""The bundled example: asked, answered, lapsed, and an answer that says nothing about an affiliation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from askfirst.cli import main

pytestmark = pytest.mark.usefixtures("one_question")

MANUSCRIPTS = Path(__file__).resolve().parents[2] / "manuscripts"
DATE = ["--date", "2026-11-23"]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MANUSCRIPTS / "example", tmp_path / "example")
    (tmp_path / "example" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "example")
    return tmp_path / "example"


def answer(example: Path, name: str) -> None:
    folder = example / ".askfirst" / "answers"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(MANUSCRIPTS / "answers" / f"{name}.toml", folder)


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[str]]:
    """The codes of the example's findings, by their state."""
    main(["check", *DATE, "--format", "json", *arguments])
    document = json.loads(capsys.readouterr().out)["documents"][0]
    states: dict[str, list[str]] = {}
    for finding in document["findings"]:
        states.setdefault(finding["state"], []).append(finding["code"])
    return states


def test_asks(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *DATE, "--format", "full"]) == 1
    out = capsys.readouterr().out
    assert "paper.tex:19:37  stop  AF101 suspended-cooperation" in out
    assert "Resolution 2321" in out
    assert "asked already: askfirst answer AF101" in out
    assert "Read 4 authors, 2 affiliations, 3 references." in out


def test_a_part_leads_to_the_same_question(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *DATE, "sections/introduction.tex"]) == 1
    assert "paper.tex:19:37" in capsys.readouterr().out


def test_was_not_asked_before_the_measure(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--date", "2012-06-01", "--format", "json"])
    document = json.loads(capsys.readouterr().out)["documents"][0]
    assert "AF101" not in [finding["code"] for finding in document["findings"]]


def test_recorded_decision_quiets(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(example, "state-decision")
    assert main(["check", *DATE]) == 0
    assert "0 questions open, 1 answered" in capsys.readouterr().out
    assert main(["check", *DATE, "--show-answered"]) == 0
    assert "[.askfirst/answers/state-decision.toml]" in capsys.readouterr().out
    assert main(["check", *DATE, "--ignore-answers"]) == 1


def test_lapsed_decision_asks_again(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(example, "lapsed")
    assert main(["check", "--date", "2025-06-01"]) == 0
    assert main(["check", *DATE]) == 1
    capsys.readouterr()
    open_codes = found(capsys)["open"]
    assert {"AF101", "AF703"} & set(open_codes)


def test_list_information_quiets_nothing(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(example, "gueterliste")
    assert main(["check", *DATE]) == 1
    capsys.readouterr()
    assert "AF101" in found(capsys)["open"]


def test_answer_covers_this_work_only(example: Path) -> None:
    answer(example, "state-decision")
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("A plasmonic junction", "Another junction"))
    assert main(["check", *DATE]) == 1


def test_new_institution_asks_although_another_is_answered(example: Path) -> None:
    answer(example, "state-decision")
    paper = example / "paper.tex"
    more = "\\author{Un Ho}\\affiliation{Kim Chaek University of Technology, Pyongyang, DPR Korea}\n\\date"
    paper.write_text(paper.read_text().replace("\\date", more))
    assert main(["check", *DATE]) == 1


def test_the_quiet_example_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(MANUSCRIPTS / "quiet")
    assert main(["check", *DATE]) == 0
    assert "Read 3 authors, 2 affiliations, 0 references. 0 questions open" in capsys.readouterr().out
