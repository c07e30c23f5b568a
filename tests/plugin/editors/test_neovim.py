"""A real Neovim with the configuration that is shipped: sees the question, answers it, and the question goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import need

from askfirst_checks.answers import read

HERE = Path(__file__).parent
CONFIGURATION = HERE.parents[2] / "plugin" / "askfirst" / "editors" / "neovim" / "askfirst.lua"
STATE_DECISION = {
    "reference": '"ref 12/2026"',
    "asked": "2026-09-14",
    "answered": "2026-10-20",
    "outcome": '"no-licence-needed"',
    "valid_until": "2099-10-20",
    "by": '"A. Beispiel"',
}
REASONED = {"reason": '"a college of the same name in another country"', "by": '"A. Beispiel"'}


MAGNETOMETER = r"""\documentclass{article}
\usepackage{authblk}
\title{Sensitivity of a fluxgate magnetometer}
\author[1]{A. Muster}
\author[2]{B. Example}
\affil[1]{Max Born Institute, Berlin, Germany}
\affil[2]{Department of Physics, Yazd University, Yazd, Iran}
\begin{document}
\maketitle
\begin{abstract}We measure noise.\end{abstract}
\end{document}
"""
ASSESSED = {
    "kind": '"own-assessment"',
    "answered": "2026-11-20",
    "by": '"A. Muster"',
    "reason": '"far above"',
    "ground": '"beyond-no-threshold"',
    "content": "#",
    "[assessment]": "#",
    "beyond-principles": '"yes"',
    "near-values": '"no"',
    "goods": '"no"',
}


def session(
    paper: Path, action: str, answer: dict[str, str], language: str = "en", code: str = "AF101"
) -> dict[str, Any]:
    """What Neovim saw, step by step."""
    out = paper.parent.parent / "out"
    command = f"let g:askfirst_command = ['{sys.executable}', '-m', 'askfirst', 'server']"
    settings = f"let g:askfirst_settings = {{'language': '{language}', 'pause': 20}}"
    environment = {
        **os.environ,
        "PAPER": str(paper),
        "OUT": str(out),
        "CODE": code,
        "ACTION": action,
        "ANSWER": json.dumps(answer),
        "XDG_CACHE_HOME": str(paper.parent.parent / "cache"),
        "XDG_STATE_HOME": str(paper.parent.parent / "state"),
    }
    start = [need("nvim"), "--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd", command, "--cmd", settings]
    run = subprocess.run(
        [*start, "-c", f"luafile {CONFIGURATION}", "-c", f"luafile {HERE / 'drive.lua'}"],
        env=environment, capture_output=True, text=True, timeout=100, check=False, cwd=paper.parent,
    )  # fmt: skip
    steps = [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
    seen = {step["step"]: step["value"] for step in steps}
    assert run.returncode == 0, (seen, run.stderr)
    return seen


def test_asked_answered_and_quiet(paper: Path) -> None:
    seen = session(paper, "record an answer", STATE_DECISION)
    line = paper.read_text().split("\n").index(next(x for x in paper.read_text().split("\n") if "Kim Il Sung" in x))
    asked = {code: (row, column, end, severity) for row, column, end, severity, code, _ in seen["asked"]}
    start = paper.read_text().split("\n")[line].index("Kim Il Sung University")
    assert asked["AF101"] == (line, start, start + len("Kim Il Sung University"), 1)
    assert seen["words"] == "Kim Il Sung University"
    assert "UN Security Council Resolution 2321" in seen["hover"]
    assert "Has your institution clarified" in seen["hover"]

    assert seen["on disk"] == 1
    assert seen["mistake"][0][4] == "answer"
    answer = Path(seen["file"])
    found = read([(answer.name, answer.read_text())])
    assert not found.broken
    assert found.all[0].kind == "state-decision"
    assert found.all[0].institutions == ("kp-kim-il-sung-university",)
    assert not any(code == "AF101" for *_, code, _ in seen["left"])
    assert seen["clients"] == 1


def test_not_this_institution_wants_a_reason(paper: Path) -> None:
    seen = session(paper, "not this institution", REASONED)
    assert 'kind = "not-this-institution"' in seen["content"]
    assert "reason" in seen["mistake"][0][5]
    assert "same name" in Path(seen["file"]).read_text()
    assert not any(code == "AF101" for *_, code, _ in seen["left"])


def test_in_german(paper: Path) -> None:
    seen = session(paper, "Antwort festhalten", STATE_DECISION, language="de")
    assert "Hat Ihre Einrichtung" in seen["hover"]
    assert any("Noch keine Antwort" in line for line in seen["content"])


@pytest.mark.parametrize(
    ("language", "action", "said"),
    [
        ("en", "record an answer", ("beyond principles?", "optically pumped 20 pT", "above TRL 3", "public already?")),
        (
            "de",
            "Antwort festhalten",
            ("über Grundlagen hinaus?", "optisch gepumpt 20 pT", "TRL 3", "schon öffentlich?"),
        ),
    ],
)
def test_the_self_assessment_in_the_editor(paper: Path, language: str, action: str, said: tuple[str, ...]) -> None:
    paper.write_text(MAGNETOMETER, "utf-8")
    seen = session(paper, action, ASSESSED, language, "AF103")
    content = "\n".join(seen["content"])
    assert all(words in content for words in said)
    found = read([("answer.toml", Path(seen["file"]).read_text("utf-8"))])
    assert not found.broken
    assert found.all[0].assessed == (("beyond-principles", "yes"), ("near-values", "no"), ("goods", "no"))
    assert not any(code == "AF103" for *_, code, _ in seen["left"])


def test_neovim_says_when_askfirst_is_missing(paper: Path) -> None:
    run = subprocess.run(
        [need("nvim"), "--headless", "-u", "NONE", "-i", "NONE", "-n",
         "--cmd", "let g:askfirst_command = ['no-such-askfirst']",
         "-c", f"luafile {CONFIGURATION}", "-c", f"edit {paper}", "-c", "sleep 100m", "-c", "qall!"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "askfirst is not installed here" in run.stderr


@pytest.mark.parametrize("version", ["0.7"])
def test_this_neovim_is_one_the_configuration_is_for(version: str) -> None:
    said = subprocess.run([need("nvim"), "--version"], capture_output=True, text=True, check=True).stdout
    assert said.startswith("NVIM v"), said
    assert [int(part) for part in said.split()[1][1:].split(".")[:2]] >= [int(part) for part in version.split(".")]
