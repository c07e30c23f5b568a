"""A bibliography read in a process of its own: who is interrupted comes back to it, and what changed is read anew."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from askfirst.lsp import aside, worker
from askfirst.lsp.aside import read_aside
from askfirst.lsp.worker import Worker

ENTRY = "@article{x, author={Ri, B.}, title={T}, affiliation={Sample University}}\n"
RI = frozenset({"ri"})


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that were started; each waits for the file ``go`` before it reads."""
    (tmp_path / "r.bib").write_text(ENTRY)
    slow = tmp_path / "slow"
    go = f"import os, sys, time\nwhile not os.path.exists({str(tmp_path / 'go')!r}): time.sleep(.01)\n"
    slow.write_text(f"#!{sys.executable}\n{go}os.execv({sys.executable!r}, [{sys.executable!r}, *sys.argv[1:]])\n")
    slow.chmod(0o755)
    monkeypatch.setattr(aside.sys, "executable", str(slow))
    found: list[subprocess.Popen[bytes]] = []
    begin = aside._started

    def noted(request: bytes) -> aside._Process:
        made = begin(request)
        found.append(made.process)
        return made

    monkeypatch.setattr(aside, "_started", noted)
    yield found
    aside._end_all()
    assert all(each.poll() is not None for each in found)


class OneTurn(Worker):
    """A worker that takes nothing up again."""

    def _again(self, job: worker._Job) -> None:
        pass


def interrupted(top: Path, mark: int) -> None:
    """One turn that ends before the process does."""
    taken = OneTurn("aside")
    waiting = taken.submit(read_aside, str(top), "r.bib", RI, mark)
    assert taken.submit(pow, 3, 2).result(20) == 9
    assert not waiting.done()
    taken.shutdown()


@pytest.fixture(autouse=True)
def _short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TURN", 0.1)
    monkeypatch.setattr(worker, "_TICK", 0.02)


def test_another_job_runs_while_it_reads(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    taken = Worker("aside")
    waiting = taken.submit(read_aside, str(tmp_path), "r.bib", RI, 1)
    assert [taken.submit(pow, n, 2).result(20) for n in range(3)] == [0, 1, 4]
    (tmp_path / "go").touch()
    found = waiting.result(20)
    assert found and found[0].entries == 1  # noqa: PT018
    assert len(started) == 1
    taken.shutdown()


@pytest.mark.parametrize("again", [1, 2])
def test_what_changed_meanwhile_is_read_anew(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], again: int
) -> None:
    interrupted(tmp_path, 1)
    (tmp_path / "r.bib").write_text(ENTRY * again)
    (tmp_path / "go").touch()
    found = read_aside(str(tmp_path), "r.bib", RI, again)
    assert found and found[0].entries == again  # noqa: PT018
    assert len(started) == again


def test_what_never_ends_is_given_up(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_PATIENCE", 0.2)
    assert read_aside(str(tmp_path), "r.bib", RI, 1) is None
    assert [each.poll() is not None for each in started] == [True]


@pytest.mark.parametrize("program", ["/bin/false", "/bin/true", "/nonexistent"])
def test_a_program_that_does_not_read_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(aside.sys, "executable", program)
    assert read_aside(str(tmp_path), "r.bib", RI) is None
    assert threading.active_count() < 50
