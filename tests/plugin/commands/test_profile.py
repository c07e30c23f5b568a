"""``askfirst profile``: an error with file and line, or what the profile changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.cli import main

LOOSE = """name = "Beispiel"
[countries]
RU = "note"
IR = "note"
PK = "ask"
BY = "ask"
[large_collaborations]
treat = "note"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    return tmp_path / "paper"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_it_shows_what_is_loosened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house.toml").write_text(LOOSE)
    assert main(["profile", "house.toml", "--lang", "en"]) == 0
    out = said(capsys)
    less, more = out.split("What it adds:")
    assert "What it loosens: - RU (in Russia): a note instead of a question" in less
    assert "- IR (in Iran): a note instead of a question" in less
    assert "from 100 authors on, every question that is no stop becomes a note" in less
    assert "- PK (in Pakistan): a question instead of a note" in more
    assert "nothing changes: BY." in more


def test_in_german(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house.toml").write_text(LOOSE)
    assert main(["profile", "house.toml", "--lang", "de"]) == 0
    out = said(capsys)
    assert "Was es lockert: - RU (in Russland): ein Hinweis statt einer Frage" in out
    assert "- PK (in Pakistan): eine Frage statt eines Hinweises" in out


@pytest.mark.parametrize("source", ['name = "X"', 'name = "X"\n[countries]\nRU = "ask"\nCN = "off"\nPK = "ask"'])
def test_it_says_so_where_nothing_is_loosened(source: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house.toml").write_text(source)
    assert main(["profile", "house.toml", "--lang", "en"]) == 0
    out = said(capsys)
    assert "It loosens nothing." in out
    assert "What it loosens" not in out


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('name = "X"\n[countries]\nKP = "note"\n', "house.toml:3: "),
        ("name =", "house.toml:1: "),
        ("", "house.toml:1: "),
    ],
)
def test_an_error_names_file_and_line(
    source: str, place: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "house.toml").write_text(source)
    assert main(["profile", "house.toml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert place in err


def test_without_a_file_it_is_the_one_in_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "--lang", "en"]) == 2
    assert "askfirst init" in capsys.readouterr().err
    (folder / "askfirst-profile.toml").write_text(LOOSE)
    assert main(["profile", "--lang", "en"]) == 0
    assert "Profile: Beispiel." in said(capsys)


def test_what_is_no_file_and_what_acts_on_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("nowhere.toml", "."):
        assert main(["profile", name]) == 2
    (folder / "house.toml").write_text('name = "X\\u001b[31m"\n')
    assert main(["profile", "house.toml"]) == 0
    assert "\x1b" not in "".join(capsys.readouterr())
