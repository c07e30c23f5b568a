"""Help with examples, words that were nearly right, standard input, and no line beyond the terminal."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import sys
import termios
from pathlib import Path

import pytest

from askfirst.cli import commands, main
from askfirst.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "tests/manuscripts/example/paper.tex"


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(typed))
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out + err


def test_every_command_has_examples_and_nothing_else_has() -> None:
    assert sorted(EXAMPLES) == commands()
    for name, examples in EXAMPLES.items():
        assert all(f"askfirst {name}" in each.typed for each in examples)


@pytest.mark.parametrize("name", commands())
@pytest.mark.parametrize(("language", "head"), [("en", "examples:"), ("de", "Beispiele:")])
def test_a_help_ends_with_examples(name: str, language: str, head: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = said(capsys, name, "--help", "--lang", language)
    assert code == 0
    shown = out.partition(f"\n{head}\n")[2]
    for each in EXAMPLES[name]:
        assert f"  {each.typed}\n      {each.does.said(language)}\n" in shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["chekc"], "askfirst check"),
        (["anwser", "x"], "askfirst answer"),
        (["check", "--fromat", "full"], "--format"),
        (["check", "--format", "ful"], "full"),
        (["check", "--show-anwsered"], "--show-answered"),
        (["draft", "--to", "bfaa"], "bafa"),
        (["answer", "--outcome", "pendign"], "pending"),
        (["lists", "updaet"], "update"),
        (["completion", "bahs"], "bash"),
        (["--verison"], "--version"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_was_nearly_right_is_named(
    typed: list[str], meant: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = said(capsys, *typed, "--lang", language)
    assert code == 2
    assert re.search(rf"(did you mean|meinten Sie|nearest is:|am nächsten kommt:) {re.escape(meant)}", out), out
    assert out.count("\n") == 1
    assert out.count("?") <= 1


@pytest.mark.parametrize(
    "typed",
    [
        ["check", "--zzz"],
        ["check", "--format", "spreadsheet"],
        ["draft", "a", "b"],
        ["qqqqqq"],
        ["draft", "--to", "\x1b[31m"],
        ["explain", "--", "--formta", "x"],
    ],
)
def test_where_nothing_is_near_nothing_is_guessed(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out = said(capsys, *typed, "--lang", "en")
    assert code == 2
    assert "did you mean" not in out
    assert "nearest" not in out
    assert "\x1b" not in out


def test_standard_input_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EXAMPLE.read_bytes())))
    assert main(["check", "-"]) == 1
    assert "stdin.tex:" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_standard_input_has_the_name_it_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    page = b"---\ntitle: T\nauthor:\n  - name: A\n    affiliation: Kim Il Sung University, Pyongyang, DPR Korea\n---\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    assert main(["check", "--stdin-filename", "paper.md", "-"]) == 1
    assert "paper.md:" in capsys.readouterr().out


@pytest.mark.parametrize("typed", [["-", "paper.tex"], ["paper.tex", "-"], ["-", "-"]])
def test_standard_input_goes_with_no_other_path(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *typed]) == 2
    assert "standard input" in capsys.readouterr().err


def on_a_terminal(columns: int, *typed: str) -> str:
    """What *typed* prints on a terminal so many columns wide."""
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.chdir(ROOT)
        surroundings = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "LANG": "en_GB.UTF-8"}
        surroundings.pop("COLUMNS", None)
        os.execvpe(sys.executable, [sys.executable, "-m", "askfirst", *typed], surroundings)
    out = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.waitpid(process, 0)
    os.close(terminal)
    return out.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.client
@pytest.mark.parametrize("columns", [44, 60, 100])
@pytest.mark.parametrize(
    "typed",
    [
        ["check", "tests/manuscripts/example"],
        ["check", "--notes", "--lang", "de", "tests/manuscripts/example"],
        ["explain", "AF101"],
        ["explain"],
        ["lists"],
        ["lists", "--lang", "de"],
        ["status", "tests/manuscripts/example"],
        ["doctor"],
        ["draft", "--already-sent"],
        ["read", "tests/manuscripts/example/paper.tex"],
        ["resolve", "Kim Il Sung University, Pyongyang"],
        ["topics", "tests/manuscripts/example/paper.tex"],
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(columns: int, typed: list[str]) -> None:
    for line in on_a_terminal(columns, *typed).splitlines():
        longest = max(map(len, line.split()), default=0)
        # a word that cannot be broken (an address, a path, a command) may be longer than a narrow terminal
        assert len(line) <= columns or longest > columns / 2, line
