"""Taking an answer out of use: by its file, by what it answers; and what is never renamed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.plugin.commands.test_answer import DATE, DECISION, KISU
from tests.plugin.commands.test_answer import example as example

from askfirst.cli import main

pytestmark = pytest.mark.usefixtures("one_question")

NAME = f"2026-11-23-{KISU}.toml"
FOLDER = Path(".askfirst/answers")


@pytest.fixture
def answered(example: Path) -> Path:
    assert main(["answer", "AF101", *DATE, *DECISION]) == 0
    return example


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["answer", "--withdraw", *arguments, *DATE]) == code
    out, err = capsys.readouterr()
    return " ".join((err if code else out).split())


@pytest.mark.parametrize(
    "named", [[str(FOLDER / NAME)], ["AF101"], ["--for", KISU], ["--for", "KP"], ["paper.tex", "AF101"]]
)
def test_the_file_is_renamed_and_the_question_comes_back(
    answered: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    before = (answered / FOLDER / NAME).read_bytes()
    out = said(capsys, *named)
    assert f"Withdrawn: .askfirst/answers/{NAME}. The file is kept as {NAME}.withdrawn." in out
    assert "asked again" in out
    assert "git add --all .askfirst/answers" in out
    assert [each.name for each in (answered / FOLDER).iterdir()] == [f"{NAME}.withdrawn"]
    assert (answered / FOLDER / f"{NAME}.withdrawn").read_bytes() == before
    assert main(["check", *DATE]) == 1


def test_it_is_said_in_german(answered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Die Datei bleibt als" in said(capsys, "AF101", "--lang", "de")


def test_what_was_withdrawn_before_is_never_replaced(answered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "AF101")
    assert main(["answer", "AF101", *DATE, *DECISION]) == 0
    assert f"{NAME}.withdrawn-2" in said(capsys, "AF101")
    assert len(list((answered / FOLDER).iterdir())) == 2


def test_a_private_answer_is_withdrawn_where_it_lies(
    example: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    assert main(["answer", "AF101", "--private", *DATE, *DECISION]) == 0
    (kept,) = (tmp_path / "data").rglob("*.toml")
    out = said(capsys, "AF101")
    assert "git add" not in out
    assert not kept.exists()
    assert kept.with_name(f"{kept.name}.withdrawn").exists()


def test_of_several_answers_one_is_to_be_named(answered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = answered / "two.tex"
    other.write_text((answered / "paper.tex").read_text().replace("plasmonic junction", "plasmonic bridge"))
    assert main(["answer", "two.tex", "AF101", *DATE, *DECISION]) == 0
    assert "AF101 fits 2 answers" in said(capsys, "AF101", code=2)
    assert len(list((answered / FOLDER).glob("*.toml"))) == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([], "say which answer"),
        (["paper.tex"], "say which answer"),
        (["AF402"], "no recorded answer here is about AF402"),
        (["--for", "1"], "no recorded answer here is about 1"),
        ([str(FOLDER / "none.toml")], "no file of an answer"),
        (["askfirst.toml"], "no file of an answer"),
        (["/etc/hosts.toml"], "no file of an answer"),
        ([str(FOLDER / NAME), "paper.tex"], "and nothing else"),
        (["AF101", "--reason", "x"], "and nothing else"),
        (["AF101", "--repair"], "and nothing else"),
    ],
)
def test_nothing_else_is_renamed(
    answered: Path, capsys: pytest.CaptureFixture[str], given: list[str], why: str
) -> None:
    (answered / "askfirst.toml").touch()
    assert why in said(capsys, *given, code=2)
    assert (answered / FOLDER / NAME).exists()
    assert (answered / "askfirst.toml").exists()


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_nothing_is_renamed_through_a_link(
    answered: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, linked: str
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    place = answered / FOLDER / NAME if linked == "file" else answered / FOLDER
    os.rename(place, away / "it")
    place.symlink_to(away / "it")
    assert "link" in said(capsys, str(FOLDER / NAME), code=2)
    assert (away / "it").exists()
    assert not list(away.rglob("*.withdrawn"))


def test_without_hard_links_it_is_renamed_all_the_same(
    answered: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "not here")

    monkeypatch.setattr("os.link", refused)
    assert "Withdrawn" in said(capsys, "AF101")
    assert [each.name for each in (answered / FOLDER).iterdir()] == [f"{NAME}.withdrawn"]
