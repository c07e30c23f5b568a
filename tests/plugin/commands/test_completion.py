"""``askfirst completion``: what real shells complete by it, and that a check pays nothing for it."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import need

from askfirst.cli import commands, main

CASES = [
    # typed, what is among the words offered, what is not
    ("askfirst ch", {"check"}, {"answer", "completion"}),
    ("askfirst ", {"check", "answer", "draft", "completion", "help"}, {"--format"}),
    ("askfirst check --fo", {"--format"}, {"--notes"}),
    ("askfirst check --format j", {"json", "junit"}, {"full"}),
    ("askfirst lists --format ", {"text", "html", "json"}, {"sarif"}),
    ("askfirst --lang de chec", {"check"}, set()),
    ("askfirst explain AF10", {"AF101", "AF102", "AF103"}, {"AF201"}),
    ("askfirst hook ins", {"install"}, {"status"}),
    ("askfirst answer --outcome p", {"pending"}, {"refused"}),
    ("askfirst completion ", {"bash", "zsh", "fish"}, {"check"}),
    ("askfirst check pap", {"paper.tex"}, {"notes.txt"}),
    ("askfirst check -o no", {"notes.txt"}, {"paper.tex"}),
    ("askfirst resolve --format js", {"jsonl"}, set()),
    ("askfirst check --jurisdiction ", {"de", "eu"}, {"paper.tex"}),
]
NOTHING = [
    "askfirst nothing-like-it --form",
    "askfirst check --date ",
    "askfirst explain AF999",
    "askfirst draft --by A",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("paper.tex", "notes.txt"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture(params=["en", "de"])
def scripts(request: pytest.FixtureRequest, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    for shell in ("bash", "zsh", "fish"):
        assert main(["completion", shell, "--lang", request.param]) == 0
        (folder / f".{shell}").write_text(capsys.readouterr().out, "utf-8")
    return folder


def in_bash(typed: str, folder: Path) -> set[str]:
    words = [*shlex.split(typed), *([""] if typed.endswith(" ") else [])]
    code = f"source .bash; COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}; _askfirst"
    code += '; printf "%s\\n" "${COMPREPLY[@]}"'
    return _said([need("bash"), "--norc", "-c", code], folder)


def in_fish(typed: str, folder: Path) -> set[str]:
    code = f"source .fish; complete -C {shlex.quote(typed)}"
    return {line.partition("\t")[0] for line in _said([need("fish"), "--no-config", "-c", code], folder)}


def _said(command: list[str], folder: Path) -> set[str]:
    surroundings = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=surroundings, check=True)
    assert not done.stderr
    return set(filter(None, done.stdout.splitlines()))


@pytest.mark.client
@pytest.mark.parametrize("shell", [in_bash, in_fish], ids=["bash", "fish"])
def test_a_shell_offers_what_can_be_typed(shell: object, scripts: Path) -> None:
    for typed, offered, silent in CASES:
        found = shell(typed, scripts)  # type: ignore[operator]
        assert offered <= found, typed
        assert not silent & found, typed


@pytest.mark.client
@pytest.mark.parametrize("shell", [in_bash, in_fish], ids=["bash", "fish"])
@pytest.mark.parametrize("typed", NOTHING)
def test_where_nothing_is_known_nothing_is_offered(shell: object, typed: str, scripts: Path) -> None:
    found = shell(typed, scripts)  # type: ignore[operator]
    assert not found - {"paper.tex", "notes.txt"}


class _Zsh:
    """An interactive zsh on a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb"})
        self._until(b"% " if os.geteuid() else b"# ")
        self.write(b"autoload -U compinit; compinit -u -D; source .zsh; PS1='>> '; echo REA''DY\n")
        self._until(b"READY")

    def offered(self, typed: str) -> str:
        """What stands on the terminal after *typed* and two tabs; then the line is given up."""
        self._until(b">> ")
        self.write(typed.encode() + b"\t\t")
        shown = self._until(b"\0", seconds=1.0)
        self.write(b"\x15\n")
        return shown.decode("utf-8", "replace")

    def write(self, what: bytes) -> None:
        os.write(self._terminal, what)

    def close(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._process, 0)

    def _until(self, wanted: bytes, seconds: float = 20.0) -> bytes:
        got, end = b"", time.monotonic() + seconds
        while wanted not in got and time.monotonic() < end:
            if select.select([self._terminal], [], [], 0.1)[0]:
                got += os.read(self._terminal, 65536)
        return got


@pytest.mark.client
def test_zsh_on_a_terminal(scripts: Path) -> None:
    need("zsh")
    zsh = _Zsh(scripts)
    try:
        for typed, offered, _ in CASES[2:8]:
            shown = re.sub(r"[\x00-\x08\r]", "", zsh.offered(typed))
            assert all(word in shown for word in offered), (typed, shown)
    finally:
        zsh.close()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_is_in_it_and_nothing_a_shell_would_run(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(f"{name}" in script for name in commands())
    assert "`" not in script
    assert script.isascii() or "…" in script or "–" in script


def test_a_shell_that_is_not_known_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", "tcsh"])
    assert ended.value.code == 2
    assert "bash" in capsys.readouterr().err


def test_a_check_loads_nothing_of_it() -> None:
    code = "import sys; from askfirst.cli import main; main(['check', '/nowhere.tex']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "completing" not in done.stdout
