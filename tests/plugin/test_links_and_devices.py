"""Links, pipes and devices: nothing outside the tree is opened, nothing waits, nothing is written through a link."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from askfirst import documents
from askfirst.cli import main
from askfirst.files import read_head, read_regular
from askfirst_checks.model import Unreadable

KP = (
    "\\documentclass{article}\\title{T}\\author{A B}"
    "\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\\begin{document}\\maketitle\\end{document}"
)
ANSWER = ["--for", "AF101", "--kind", "state-decision", "--outcome", "pending", "--asked", "2026-01-01", "--shared"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "kp.tex").write_text(KP)
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The real paths of all that is opened meanwhile."""
    paths: list[str] = []
    really = os.open

    def noting(path: str, *more: int, **ways: int) -> int:
        paths.append(os.path.realpath(path) if isinstance(path, str) else str(path))
        return really(path, *more, **ways)

    monkeypatch.setattr(os, "open", noting)
    return paths


def make(place: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.relpath(place))
    else:
        place.symlink_to(kind)


@pytest.mark.skipif(os.name != "posix", reason="pipes, sockets and devices of Unix")
@pytest.mark.parametrize(
    "kind", ["pipe", "socket", "/dev/zero", "/dev/tty", "/proc/kmsg", "/etc/passwd", "../out/kp.tex"]
)
@pytest.mark.parametrize("given", [["paper.tex"], []])
def test_what_is_no_file_of_the_tree_is_refused_and_said(
    folder: Path, kind: str, given: list[str], opened: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    make(folder / "paper.tex", kind)
    assert main(["check", "--lang", "en", *given]) == 2
    said = capsys.readouterr().err
    assert "paper.tex: " in said
    assert "is not read" in said or "cannot be read" in said
    assert not [path for path in opened if path.startswith(("/proc/kmsg", "/dev/zero", "/etc/passwd"))]
    assert str(folder.parent / "out" / "kp.tex") not in opened


@pytest.mark.skipif(os.name != "posix", reason="pipes, sockets and devices of Unix")
@pytest.mark.parametrize("kind", ["pipe", "/proc/kmsg", "../out/kp.tex"])
def test_the_others_are_checked_all_the_same(folder: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    make(folder / "paper.tex", kind)
    (folder / "real.tex").write_text(KP)
    assert main(["check"]) == 2
    assert "AF101" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("where", ["nowhere", "paper.tex"])
def test_a_link_that_leads_nowhere_is_no_file(folder: Path, where: str) -> None:
    (folder / ".#paper.tex").symlink_to("user@host.1234:567")
    (folder / "paper.tex").symlink_to(where)
    (folder / "real.tex").write_text(KP)
    assert main(["check"]) == 1


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_inside_the_tree_is_read(folder: Path) -> None:
    (folder / "text").mkdir()
    (folder / "text" / "kp.dat").write_text(KP)
    (folder / "paper.tex").symlink_to("text/kp.dat")
    assert main(["check"]) == main(["check", "paper.tex"]) == 1


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize(
    "head", ["%!TeX root = ../out/kp.tex\n", "%!TeX root = link.tex\n", "\\documentclass[../out/kp]{subfiles}"]
)
@pytest.mark.parametrize("repository", [True, False])
def test_a_root_outside_is_not_opened(folder: Path, head: str, repository: bool, opened: list[str]) -> None:
    (folder / "link.tex").symlink_to("../out/kp.tex")
    (folder / "paper.tex").write_text(head)
    if not repository:
        (folder / ".git").rmdir()
    assert documents.find(["paper.tex"]).documents[0].path == "paper.tex"
    assert str(folder.parent / "out" / "kp.tex") not in opened


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("part", ["../out/kp", "link", "/etc/passwd"])
def test_searching_a_root_opens_nothing_outside(folder: Path, part: str, opened: list[str]) -> None:
    (folder / "link.tex").symlink_to("../out/kp.tex")
    (folder / "main.tex").write_text("\\documentclass{article}\\input{" + part + "}")
    (folder / "section.tex").write_text("text")
    assert documents.find(["section.tex"]).documents[0].path == "section.tex"
    assert not [path for path in opened if path.startswith("/etc") or "/out/" in path]


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("link", [".askfirst", ".askfirst/answers"])
def test_nothing_is_written_or_listed_through_linked_answers(
    folder: Path, link: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "paper.tex").write_text(KP)
    (folder / link).parent.mkdir(exist_ok=True)
    (folder.parent / "out" / "answers").mkdir()
    (folder.parent / "out" / "a.toml").write_text("secret = 1")
    (folder / link).symlink_to(folder.parent / "out")
    listed: list[str] = []
    really = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": [listed.append(os.path.realpath(path)), really(path)][1])
    assert main(["answer", "paper.tex", *ANSWER]) == 2
    assert main(["check", "--lang", "en", "paper.tex"]) == 2
    out, err = capsys.readouterr()
    assert "AF101" in out
    assert "lies outside" in err
    assert "secret" not in err
    assert sorted(os.listdir(folder.parent / "out")) == ["a.toml", "answers", "kp.tex"]
    assert os.listdir(folder.parent / "out" / "answers") == []
    assert not [path for path in listed if "/out" in path]


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_no_report_is_written_through_a_link_out_of_the_repository(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "paper.tex").write_text(KP)
    (folder.parent / "out" / "precious").write_text("precious")
    (folder / "report.txt").symlink_to("../out/precious")
    assert main(["check", "--lang", "en", "-o", "report.txt", "paper.tex"]) == 2
    assert "report.txt: this is a link that leads out" in capsys.readouterr().err
    assert (folder.parent / "out" / "precious").read_text() == "precious"


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_report_may_go_through_a_link_of_the_users_own(folder: Path) -> None:
    (folder / "paper.tex").write_text(KP)
    (folder / "real.txt").write_text("old")
    (folder / "inner.txt").symlink_to("real.txt")
    (folder.parent / "mine.txt").symlink_to(folder.parent / "out" / "mine.txt")
    for report, written in (("inner.txt", folder / "real.txt"), ("../mine.txt", folder.parent / "out" / "mine.txt")):
        assert main(["check", "-o", report, "paper.tex"]) == 1
        assert (folder / report).is_symlink()
        assert "AF101" in written.read_text()
    assert main(["check", "-o", "/dev/null", "paper.tex"]) == 1


def test_a_report_is_whole_or_the_old_one_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "paper.tex").write_text(KP)
    (folder / "report.txt").write_text("old")
    (folder / "report.txt").chmod(0o640)

    def full(*given: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        assert main(["check", "-o", "report.txt", "paper.tex"]) == 2
    assert (folder / "report.txt").read_text() == "old"
    assert main(["check", "-o", "report.txt", "paper.tex"]) == 1
    assert "AF101" in (folder / "report.txt").read_text()
    assert (folder / "report.txt").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(folder)) == [".git", "paper.tex", "report.txt"]


@pytest.mark.parametrize("size", [0, 3, 100])
def test_a_head_is_as_long_as_asked(tmp_path: Path, size: int) -> None:
    (tmp_path / "a.tex").write_bytes(b"abcdef")
    assert read_head(str(tmp_path / "a.tex"), str(tmp_path), size) == b"abcdef"[:size]


@pytest.mark.skipif(os.name != "posix", reason="folders open on Unix")
def test_a_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no regular file"):
        read_regular(str(tmp_path))


def test_a_small_limit_is_said_in_its_own_unit(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"x" * 70_000)
    with pytest.raises(Unreadable, match="larger than 64 kB"):
        read_regular(str(tmp_path / "a.toml"), 64 * 1024)
