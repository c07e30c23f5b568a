"""A real repository in a temporary folder, with nothing of the user's own configuration in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

QUIET = r"""\documentclass{revtex4-2}
\begin{document}
\title{Switchable routers}
\author{Anna Beispiel}
\affiliation{Institut f\"ur Beispiele, Musterstr. 1, 12489 Berlin, Germany}
\maketitle
\end{document}
"""
ASKS = QUIET.replace(
    "\\maketitle",
    "\\author{B. Ri}\n\\affiliation{Department of Physics, Kim Il Sung University, Taesong District, Pyongyang, "
    "Democratic People's Republic of Korea}\n\\maketitle",
)
ANSWER = """kind = "state-decision"
reference = "KP-2026-1"
asked = 2026-01-10
answered = 2026-02-01
outcome = "no-licence-needed"
valid_until = 2099-01-01
by = "A. Beispiel"

[covers]
institutions = ["kp-kim-il-sung-university"]
countries = ["KP"]
people = ["B. Ri"]
work = "this repository"
"""
ABOUT_ITEMS = ANSWER.replace("state-decision", "bafa-sonstige-anfrage")
PLACE = ".askfirst/answers/2026-02-01-state-decision.toml"
ITEMS_PLACE = ".askfirst/answers/2026-02-01-items.toml"


class Repo:
    """A work tree, the git that acts on it, and drafts to commit."""

    QUIET, ASKS, ANSWER, PLACE = QUIET, ASKS, ANSWER, PLACE

    def __init__(self, top: Path, env: dict[str, str]) -> None:
        self.top, self.env = top, env

    def git(self, *arguments: str, given: bytes | None = None, fails: bool = False) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.top, env=self.env, input=given, capture_output=True)
        assert (done.returncode != 0) == fails, (arguments, done.stdout, done.stderr)
        return os.fsdecode(done.stdout + done.stderr if fails else done.stdout)

    def answer(self) -> None:
        """An answer for each of the two questions about the DPRK."""
        self.write(self.PLACE, self.ANSWER)
        self.write(ITEMS_PLACE, ABOUT_ITEMS)

    def write(self, path: str | bytes, text: str | bytes) -> None:
        place = os.path.join(os.fsencode(self.top), os.fsencode(path))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def commit(self, *arguments: str) -> str:
        self.git("commit", "-q", "--no-verify", "-m", "work", *arguments)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture(autouse=True)
def _quiet_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))] + ["SKIP"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A. Tester")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "tester@institute.example")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    top = tmp_path / "paper"
    top.mkdir()
    made = Repo(top, dict(os.environ))
    made.git("init", "-q", "-b", "main")
    return made
