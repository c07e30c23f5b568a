"""Killed at any write or rename, or at any moment: the next run gives the table that an undisturbed one gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plugin.audit.generate import lines
from tests.plugin.audit.kills import killed_by_chance, run

WORKS = lines(450, 30)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "works.jsonl"
    path.write_text(WORKS, "utf-8")
    return path


@pytest.fixture(scope="module")
def wanted(source: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder, source) == 1
    return (folder / "report.json").read_bytes()


EVERY = [("add", nth, when) for nth in (1, 3, 5) for when in ("before", "behind")]
EVERY += [("put_in_place", nth, when) for nth in (1, 2) for when in ("before", "behind")]
EVERY += [(place, 1, when) for place in ("replace", "reported") for when in ("before", "behind")]


@pytest.mark.parametrize("kill", EVERY, ids=lambda kill: "-".join(map(str, kill)))
def test_killed_at_a_write(kill: tuple[str, int, str], source: Path, wanted: bytes, tmp_path: Path) -> None:
    assert run(tmp_path, source, kill=kill) == 9
    assert run(tmp_path, source) == 1
    assert (tmp_path / "report.json").read_bytes() == wanted


@pytest.mark.parametrize("kill", [("add", 2, "behind"), ("replace", 1, "before"), ("reported", 1, "before")])
def test_what_no_report_showed_is_still_new(
    kill: tuple[str, int, str], source: Path, wanted: bytes, tmp_path: Path
) -> None:
    assert run(tmp_path, source, "--new", kill=kill) == 9
    assert run(tmp_path, source, "--new") == 1
    assert (tmp_path / "report.json").read_bytes() == wanted


@pytest.mark.parametrize("seconds", [0.2, 0.4, 0.6])
def test_killed_at_any_moment(seconds: float, source: Path, wanted: bytes, tmp_path: Path) -> None:
    killed_by_chance(tmp_path, source, seconds)
    assert run(tmp_path, source) == 1
    assert (tmp_path / "report.json").read_bytes() == wanted


def test_a_report_is_whole_or_not_there(source: Path, wanted: bytes, tmp_path: Path) -> None:
    assert run(tmp_path, source) == 1
    assert run(tmp_path, source, kill=("replace", 1, "before")) == 9
    assert (tmp_path / "report.json").read_bytes() == wanted
