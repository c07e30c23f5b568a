"""A real Emacs with eglot and the configuration that is shipped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import need

HERE = Path(__file__).parent
CONFIGURATION = HERE.parents[2] / "plugin" / "askfirst" / "editors" / "emacs" / "askfirst.el"
ANSWER = {
    "reference": '"ref 12/2026"',
    "answered": "2026-10-20",
    "outcome": '"no-licence-needed"',
    "valid_until": "2099-10-20",
}


@pytest.fixture
def emacs() -> str:
    """Emacs, with eglot built in (29) or from the package elpa-eglot."""
    program = need("emacs")
    there = subprocess.run(
        [program, "--batch", "-f", "package-initialize", "-l", "eglot"], capture_output=True, check=False
    )
    if there.returncode:
        if os.environ.get("ASKFIRST_CI"):
            pytest.fail("eglot is not installed (Debian 12: elpa-eglot); CI installs it, so this must not be skipped")
        pytest.skip("eglot is not installed (Debian 12: elpa-eglot)")
    return program


def session(emacs: str, paper: Path, action: str) -> dict[str, Any]:
    """What Emacs saw, step by step."""
    top = paper.parent.parent
    out = top / "out"
    command = " ".join(json.dumps(word) for word in (sys.executable, "-m", "askfirst", "server"))
    environment = {
        **os.environ, "HOME": str(top), "PAPER": str(paper), "OUT": str(out), "ACTION": action,
        "ANSWER": json.dumps(ANSWER), "XDG_CACHE_HOME": str(top / "cache"),
    }  # fmt: skip
    start = [emacs, "--batch", "-f", "package-initialize", "--eval", f"(setq askfirst-command '({command}))"]
    run = subprocess.run(
        [
            *[*start, "--eval", "(setq askfirst-settings '(:pause 20))"],
            *["-l", str(CONFIGURATION), "-l", str(HERE / "drive.el")],
        ],
        env=environment, capture_output=True, text=True, timeout=100, check=False, cwd=paper.parent,
    )  # fmt: skip
    steps = [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
    seen = {step["step"]: step["value"] for step in steps}
    assert run.returncode == 0, f"{seen}\n{run.stderr[-6000:]}"
    return seen


def test_asked_answered_and_quiet(emacs: str, paper: Path) -> None:
    seen = session(emacs, paper, "record an answer")
    line = next(n for n, text in enumerate(paper.read_text().split("\n"), 1) if "Kim Il Sung" in text)
    assert [line, "Kim Il Sung University"] in [asked[:2] for asked in seen["asked"]]
    assert "UN Security Council Resolution 2321" in seen["hover"]
    assert any("not this institution" in title for title in seen["offered"])
    assert 'kind = "state-decision"' in seen["content"]
    assert Path(seen["file"]).read_text().count("ref 12/2026") == 1
    assert not any("paragraph 11" in str(left) for left in seen["left"])
