"""Links on terminals that open them, where somebody wants them, and nowhere else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from askfirst import hyperlinks
from askfirst.cli import main

ROOT = Path(__file__).resolve().parents[2]
HAVE = [
    {"TERM": "xterm-kitty"},
    {"TERM": "alacritty"},
    {"TERM": "foot-extra"},
    {"TERM": "xterm-256color", "VTE_VERSION": "7006"},
    {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"},
    {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"},
    {"TERM": "xterm-256color", "WT_SESSION": "1"},
    {"TERM": "xterm-256color", "KONSOLE_VERSION": "230800"},
]
HAVE_NOT = [
    {},
    {"TERM": "xterm"},
    {"TERM": "xterm-256color"},
    {"TERM": "dumb", "VTE_VERSION": "7006"},
    {"TERM": "linux", "WT_SESSION": "1"},
    {"TERM": "xterm-256color", "VTE_VERSION": "4205"},
    {"TERM": "xterm-256color", "VTE_VERSION": "new"},
    {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
    {"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "VTE_VERSION": "7006"},
    {"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"},
    {"TERM": "xterm-kitty", "CI": "true"},
]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


@pytest.mark.parametrize("given", HAVE)
def test_terminals_that_open_links(given: dict[str, str], terminal: None) -> None:
    assert hyperlinks.are_wanted(given)
    assert not hyperlinks.are_wanted({**given, "ASKFIRST_HYPERLINKS": "0"})


@pytest.mark.parametrize("given", HAVE_NOT)
def test_terminals_that_are_not_known_to(given: dict[str, str], terminal: None) -> None:
    assert not hyperlinks.are_wanted(given)
    assert hyperlinks.are_wanted({**given, "ASKFIRST_HYPERLINKS": "1"})


@pytest.mark.parametrize("given", HAVE)
def test_a_pipe_gets_none(given: dict[str, str]) -> None:
    assert not hyperlinks.are_wanted(given)
    assert not hyperlinks.are_wanted({**given, "ASKFIRST_HYPERLINKS": "1"})


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "= source: https://eur-lex.europa.eu/eli/dec/2017/345/oj; read in",
            "https://eur-lex.europa.eu/eli/dec/2017/345/oj",
        ),
        ("see https://undocs.org/S/RES/2321(2016)", "https://undocs.org/S/RES/2321(2016)"),
        ("(https://example.org/a.)", "https://example.org/a"),
        ("https://example.org/a?b=1&c=2, and", "https://example.org/a?b=1&c=2"),
    ],
)
def test_an_address_is_a_link_to_itself(text: str, target: str) -> None:
    shown = hyperlinks.linked(text)
    assert f"\x1b]8;;{target}\x1b\\{target}\x1b]8;;\x1b\\" in shown
    assert _plain(shown) == text


@pytest.mark.parametrize(
    "text",
    ["", "no address", "http:/half", "ftp://example.org/a", "[1] nowhere.tex:1:2  stop", "javascript://x", "[1]: x"],
)
def test_what_is_none_stays_as_it_is(text: str) -> None:
    assert hyperlinks.linked(text) == text


def test_a_question_leads_to_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b#.tex").touch()
    (tmp_path / "paper.tex").touch()
    shown = hyperlinks.linked("[1] paper.tex:19:37  stop")
    assert f"\x1b]8;;{(tmp_path / 'paper.tex').as_uri()}\x1b\\paper.tex\x1b]8;;\x1b\\:19:37" in shown
    assert _plain(shown) == "[1] paper.tex:19:37  stop"


def test_a_check_has_them_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    typed = ["check", "--format", "full", "--date", "2026-11-23", "tests/manuscripts/example"]
    main(typed)
    plain = capsys.readouterr().out
    assert "\x1b" not in plain
    monkeypatch.setenv("ASKFIRST_HYPERLINKS", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("askfirst.terminal.width", lambda: 80)
    main(typed)
    shown = capsys.readouterr().out
    assert "\x1b]8;;https://" in shown
    assert "\x1b]8;;file://" in shown
    assert _plain(shown) == plain


def _plain(text: str) -> str:
    return re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\", "", text)
