"""What the README shows is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from askfirst.cli import main

ROOT = Path(__file__).resolve().parents[2]


def test_its_sample_is_real_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text("utf-8")
    (sample,) = (
        block for block in re.findall(r"^```\n(.*?)^```$", readme, re.S | re.M) if block.startswith("[1] tests/")
    )
    assert main(["check", "--format", "full", "--lang", "en", "--date", "2026-11-23", "tests/manuscripts/example"]) == 1
    out = capsys.readouterr().out
    at = 0
    for part in re.split(r"^ *\.\.\.\n", sample, flags=re.M):
        assert part in out[at:]
        at = out.index(part, at) + len(part)
    assert at == len(out)


def test_its_commands_are_all_the_commands() -> None:
    from askfirst.cli import commands

    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"`askfirst ([a-z-]+)", readme)) == set(commands())
