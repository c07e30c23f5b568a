"""``askfirst lists --build-ror``: several builds at once, and a build that fails, leave a whole index."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.cli import main


def record(number: int) -> dict[str, object]:
    return {
        "id": f"https://ror.org/0000{number:05}",
        "status": "active",
        "names": [{"value": f"Sample University of Oldtown {number}", "types": ["ror_display", "label"], "lang": "en"}],
        "locations": [{"geonames_details": {"country_code": "DE", "name": "Oldtown"}}],
        "relationships": [],
    }


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "dump.json").write_text(json.dumps([record(n) for n in range(300)]))
    return tmp_path / "dump.json"


def test_four_builds_at_once_all_succeed(dump: Path) -> None:
    index = dump.parent / "index.sqlite"
    command = [sys.executable, "-m", "askfirst", "lists", "--build-ror", str(dump), "-o", str(index)]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
    said = [each.communicate()[1] for each in running]
    assert [each.returncode for each in running] == [0] * 4, said
    assert sorted(os.listdir(dump.parent)) == ["dump.json", "index.sqlite"]


def test_a_broken_dump_leaves_the_index_that_was_there(dump: Path) -> None:
    index = dump.parent / "index.sqlite"
    assert main(["lists", "--build-ror", str(dump), "-o", str(index)]) == 0
    before = index.read_bytes()
    (dump.parent / "broken.json").write_text('[{"id": ')
    assert main(["lists", "--build-ror", str(dump.parent / "broken.json"), "-o", str(index)]) == 2
    assert index.read_bytes() == before
    assert sorted(os.listdir(dump.parent)) == ["broken.json", "dump.json", "index.sqlite"]


@pytest.mark.parametrize(
    ("name", "days", "stays"),
    [
        ("index.sqlite.4711.part", 2, False),
        ("index.sqlite.4711", 2, False),
        ("index.sqlite.4711.part", 0, True),
        ("index.sqlite.old", 400, True),
        ("index.sqlite.4711.part.gz", 400, True),
        ("my-index.sqlite.4711.part", 400, True),
    ],
)
def test_what_a_killed_build_left_goes_with_the_next(dump: Path, name: str, days: int, stays: bool) -> None:
    left = dump.parent / name
    left.write_text("half")
    os.utime(left, (left.stat().st_atime, left.stat().st_mtime - days * 86_400))
    assert main(["lists", "--build-ror", str(dump), "-o", str(dump.parent / "index.sqlite")]) == 0
    assert left.exists() is stays
