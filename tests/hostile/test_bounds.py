"""How much settings, profiles, answers and standard input may hold: one more is refused, as many as that are read."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from askfirst import answer_files, config, files
from askfirst.cli import main
from askfirst.commands import resolve
from askfirst.files import FolderTree
from askfirst_checks.policy import profile
from askfirst_checks.policy.profile import read_profile
from askfirst_checks.strict import BrokenData

from .generators import KP, tex

QUESTION = '[[question]]\nen = "Who is {n}?"\nde = "Wer ist {n}?"\n'
WATCH = '[[watch]]\nname = "Institute Number {n} of Sample Town"\nreason = "r"\n'
ANSWER = (
    'kind = "state-decision"\nanswered = 2026-01-01\nreference = "x"\n'
    'outcome = "no-licence-needed"\n[covers]\ncountries = ["KP"]\n'
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def many(entry: str, count: int) -> str:
    return 'name = "U"\n' + "".join(entry.format(n=n) for n in range(count))


@pytest.mark.parametrize(("entry", "key"), [(QUESTION, "question"), (WATCH, "watch")])
def test_a_profile_with_one_entry_too_many_is_refused(monkeypatch: pytest.MonkeyPatch, entry: str, key: str) -> None:
    monkeypatch.setattr(profile, "MOST_WATCHED", 20)
    with pytest.raises(BrokenData) as broken:
        read_profile("p.toml", many(entry, 21))
    assert broken.value.line > 1
    assert key in broken.value.text.en
    assert key in broken.value.text.de
    read = read_profile("p.toml", many(entry, 20))
    assert len(read.questions) + len(read.watched) == 20


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_question_of_the_house_has_an_end(language: str) -> None:
    words = {"en": "Why?", "de": "Warum?", language: "q" * 1001}
    source = 'name = "U"\n[[question]]\nen = "{en}"\nde = "{de}"\n'
    with pytest.raises(BrokenData):
        read_profile("p.toml", source.format(**words))
    words[language] = "q" * 999 + "?"
    assert read_profile("p.toml", source.format(**words)).questions


def test_settings_hold_two_hundred_patterns(folder: Path) -> None:
    def found(count: int) -> config.Settings:
        patterns = ", ".join(f'"*a{n}"' for n in range(count))
        return config.parsed("askfirst.toml", f'language = "de"\nexclude = [{patterns}]\n')

    assert len(found(config.MOST_PATTERNS).exclude) == 200
    with pytest.raises(BrokenData) as broken:
        found(config.MOST_PATTERNS + 1)
    assert broken.value.line == 2


@pytest.mark.parametrize(("pattern", "code"), [("*", 1), ("../*", 1), ("../b", 1), ("../b/paper.tex", 1), ("none", 1)])
def test_settings_leave_out_nothing_of_a_neighbour(folder: Path, pattern: str, code: int) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "paper.tex").write_text(tex(KP)["p.tex"])
    (folder / "a" / "askfirst.toml").write_text(f'exclude = ["{pattern}"]\n')
    assert main(["check", "a", "b"]) == code


@pytest.mark.parametrize("pattern", ["*", "a", "a/", "a/paper.tex", "*/paper.tex"])
def test_settings_leave_out_what_is_their_own(folder: Path, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "paper.tex").write_text(tex(KP)["p.tex"])
    (folder / "askfirst.toml").write_text(f'exclude = ["{pattern}"]\n')
    assert main(["check", "."]) == 3
    assert "a/paper.tex" in capsys.readouterr().out


def written(folder: Path, count: int, size: int) -> list[str]:
    """Paths of *count* answers of *size* bytes each."""
    (folder / answer_files.FOLDER).mkdir(parents=True)
    for number in range(count):
        text = f'{ANSWER}work = "T{number}"\n'
        (folder / answer_files.FOLDER / f"a{number}.toml").write_text(text + "#" * (size - len(text) - 1) + "\n")
    return [f"{answer_files.FOLDER}/a{number}.toml" for number in range(count)]


def test_the_answers_of_a_document_share_one_bound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_files, "MOST_BYTES", 4000)
    paths, broken = written(folder, 5, 1000), list[BrokenData]()
    read = answer_files.read_from(FolderTree(str(folder)), paths, broken)
    assert (len(read.all), [each.path for each in broken]) == (4, [paths[4]])


def test_as_many_as_fit_are_read_without_a_word(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_files, "MOST_BYTES", 5000)
    paths, broken = written(folder, 5, 1000), list[BrokenData]()
    assert len(answer_files.read_from(FolderTree(str(folder)), paths, broken).all) == 5
    assert broken == []


def test_two_thousand_usual_answers_fit() -> None:
    assert answer_files.MOST * 2000 <= answer_files.MOST_BYTES


@pytest.mark.parametrize("name", ["x.tex", "r.bib", "paper.md"])
@pytest.mark.parametrize("command", ["check", "read"])
def test_standard_input_is_read_to_its_bound(
    folder: Path, command: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from askfirst import reading

    monkeypatch.setattr(reading, "LARGEST", 1000)
    arguments = [command, "--stdin-filename", name, *(["-"] if command == "read" else [])]
    endless = typed(monkeypatch, b"% x\n" * 251)
    assert main(arguments) == 2
    assert f"askfirst: {name}: is larger than" in capsys.readouterr().err
    assert endless.tell() <= 1001  # and not a byte further
    typed(monkeypatch, b"% x\n" * 250)
    assert main(arguments) in (0, 3)
    assert "larger" not in capsys.readouterr().err


def typed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> BinaryIO:
    """Standard input that holds *content*."""
    stream = io.BytesIO(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


@pytest.mark.parametrize("before", [b"", b"Kim Il Sung University\n", b"A\nB\n"])
def test_a_line_to_resolve_has_an_end(
    before: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(resolve, "LONGEST", 100)
    typed(monkeypatch, before + b"x" * 101)
    assert main(["resolve"]) == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == before.count(b"\n")
    assert "longer than" in err


@pytest.mark.parametrize("ending", [b"", b"\n", b"\n\n"])
def test_lines_as_long_as_they_may_be_are_resolved(
    ending: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(resolve, "LONGEST", 100)
    typed(monkeypatch, b"x" * 99 + b"\n" + b"y" * 99 + ending)
    assert main(["resolve"]) == 0
    out, err = capsys.readouterr()
    assert (out.count("\n"), err) == (2 + ending.count(b"\n") - bool(ending), "")


def test_a_limit_is_said_as_it_is() -> None:
    assert "64 MB" in files.too_large(files.LARGEST).en
    assert "64 kB" in files.too_large(answer_files.LARGEST).de
