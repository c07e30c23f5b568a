"""The door to the disk: nothing outside the tree, nothing that waits, nothing half written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from askfirst.files import FolderTree, read_regular, repository_root, write_new
from askfirst_checks.model import Unreadable


@pytest.fixture
def tree(tmp_path: Path) -> FolderTree:
    (tmp_path / "top" / "sections").mkdir(parents=True)
    (tmp_path / "top" / "paper.tex").write_bytes(b"root")
    (tmp_path / "top" / "sections" / "part.tex").write_bytes(b"part")
    (tmp_path / "secret.tex").write_bytes(b"secret")
    return FolderTree(str(tmp_path / "top"))


@pytest.mark.parametrize("path", ["paper.tex", "sections/part.tex", "sections/../paper.tex", "./paper.tex"])
def test_reads_inside(tree: FolderTree, path: str) -> None:
    assert tree.exists(path)
    assert tree.read(path) in (b"root", b"part")


@pytest.mark.parametrize(
    "path", ["../secret.tex", "sections/../../secret.tex", "/etc/passwd", "/dev/zero", "/dev/stdin", "~/x", "a\0b"]
)
def test_refuses_outside(tree: FolderTree, path: str) -> None:
    assert not tree.exists(path)
    with pytest.raises(Unreadable):
        tree.read(path)


def test_refuses_a_link_that_leads_out(tree: FolderTree, tmp_path: Path) -> None:
    (tmp_path / "top" / "link.tex").symlink_to(tmp_path / "secret.tex")
    (tmp_path / "top" / "folder").symlink_to(tmp_path)
    (tmp_path / "top" / "inner.tex").symlink_to("paper.tex")
    for path in ("link.tex", "folder/secret.tex"):
        assert not tree.exists(path)
        with pytest.raises(Unreadable, match="outside the manuscript's folder"):
            tree.read(path)
    assert tree.read("inner.tex") == b"root"


def test_a_sibling_with_the_same_beginning_is_outside(tree: FolderTree, tmp_path: Path) -> None:
    (tmp_path / "top2").mkdir()
    (tmp_path / "top2" / "x.tex").write_bytes(b"x")
    assert not tree.exists("../top2/x.tex")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_never_waits_for_a_pipe(tree: FolderTree, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "top" / "pipe.tex")
    assert not tree.exists("pipe.tex")
    with pytest.raises(Unreadable, match="no regular file"):
        tree.read("pipe.tex")


def test_refuses_a_folder_and_what_is_missing(tree: FolderTree) -> None:
    with pytest.raises(Unreadable, match="no regular file"):
        tree.read("sections")
    with pytest.raises(Unreadable, match="no such file"):
        tree.read("nowhere.tex")


def test_refuses_a_file_beyond_the_limit_without_reading_it(tmp_path: Path) -> None:
    with open(tmp_path / "sparse.tex", "wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        read_regular(str(tmp_path / "sparse.tex"))


def test_repository_root(tmp_path: Path) -> None:
    (tmp_path / "a" / ".git").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    assert repository_root(str(tmp_path / "a" / "b" / "c")) == str((tmp_path / "a").resolve())


def test_writes_once(tmp_path: Path) -> None:
    path = tmp_path / ".askfirst" / "answers" / "one.toml"
    write_new(str(path), b"first")
    with pytest.raises(FileExistsError):
        write_new(str(path), b"second")
    assert path.read_bytes() == b"first"
    assert os.listdir(path.parent) == ["one.toml"]


def test_writes_where_files_need_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askfirst.files._nameless", lambda folder: None)
    test_writes_once(tmp_path)


_WRITER = """
import itertools, sys
from askfirst.files import write_new
print("ready", flush=True)
for n in itertools.count():
    write_new(f"{sys.argv[1]}/{n}.toml", b"x" * 4000 + b"end")
"""


def test_killed_at_any_moment_it_leaves_whole_files_only(tmp_path: Path) -> None:
    for round_ in range(10):
        folder = tmp_path / str(round_)
        with subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.003 * round_)
            writer.send_signal(signal.SIGKILL)
        for file in folder.iterdir() if folder.exists() else ():
            assert file.read_bytes().endswith(b"end"), file
            assert file.suffix == ".toml"


_WITHOUT_LINKS = """
import os, sys
import askfirst.files as files
def refused(*given, **more):
    raise OSError(1, "Operation not permitted")
os.link, files._nameless = refused, lambda folder: None
print("ready", flush=True)
n = 0
while True:
    try:
        files.write_new(f"{sys.argv[1]}/{n}.toml", b"%d " % os.getpid() + b"x" * 4000 + b"end")
        print(n, flush=True)
    except FileExistsError:
        pass
    n += 1
"""


def _killed(program: str, folder: Path, after: float) -> list[str]:
    """What *program* said before it was killed, *after* seconds from its start."""
    with subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read()
    return said[: said.rfind("\n") + 1].split()


def test_killed_without_hard_links_nothing_that_was_written_is_lost(tmp_path: Path) -> None:
    """A kill can leave a ``.tmp`` or a ``.claim`` behind; neither is an answer, and the next one takes another name."""
    written: dict[str, bytes] = {}
    for round_ in range(12):
        told = _killed(_WITHOUT_LINKS, tmp_path, 0.002 * round_)
        whole = {file.name: file.read_bytes() for file in tmp_path.glob("*.toml")}
        assert all(content.endswith(b"end") for content in whole.values())
        assert {f"{number}.toml" for number in told} <= set(whole)
        assert written.items() <= whole.items()
        written = whole
        assert {file.suffix for file in tmp_path.iterdir()} <= {".toml", ".tmp", ".claim"}
    assert written


def test_what_a_kill_left_behind_neither_answers_nor_stops_the_next_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from askfirst import answer_files
    from askfirst.documents import Document
    from askfirst.recording import record
    from askfirst_checks.answers import Answer

    def no_links(*given: object, **more: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr("askfirst.files._nameless", lambda folder: None)
    document = Document(str(tmp_path), "paper.tex")
    answer = Answer("", "own-assessment", "", answered="2026-11-01", reason="x", countries=("IR",), work="W")
    folder = tmp_path / ".askfirst" / "answers"
    folder.mkdir(parents=True)
    for left in ("2026-11-29-ir.toml.1.tmp", "2026-11-29-ir.toml.claim"):
        (folder / left).write_bytes(b"")
    path = record(document, answer, "2026-11-29")
    assert path.endswith("2026-11-29-ir-2.toml")
    found = answer_files.read(document)
    assert ([each.path for each in found.all], found.broken) == ([path], ())


@pytest.mark.parametrize("nameless", [True, False])
@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("step", ["write", "fsync", "link", "rename", "none"])
def test_a_full_disk_at_any_step_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool, links: bool, step: str
) -> None:
    def full(*given: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    def no_links(*given: object, **more: object) -> None:
        raise OSError(1, "Operation not permitted")

    if not nameless:
        monkeypatch.setattr("askfirst.files._nameless", lambda folder: None)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    if step != "none":
        monkeypatch.setattr(os, step, full)
    path = tmp_path / "answers" / "one.toml"
    reached = step in ("write", "fsync") or (step == "rename" and not links)
    if reached:
        with pytest.raises(OSError, match="No space"):
            write_new(str(path), b"whole")
    else:
        write_new(str(path), b"whole")
    monkeypatch.undo()
    assert [file.read_bytes() for file in path.parent.iterdir()] == ([] if reached else [b"whole"])


def test_four_at_once_without_hard_links_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*given: object, **more: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    for round_ in range(20):
        path = tmp_path / f"{round_}.toml"
        pids = []
        for number in range(4):
            if not (pid := os.fork()):
                try:
                    write_new(str(path), b"%d" % number)
                    os._exit(10 + number)
                except FileExistsError:
                    os._exit(1)
                except BaseException:
                    os._exit(2)
            pids.append(pid)
        codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
        (told,) = [code - 10 for code in codes if code >= 10]
        assert path.read_bytes() == b"%d" % told
        assert 2 not in codes
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".toml"] * 20
