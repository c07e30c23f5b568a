"""Links that a terminal opens (OSC 8), where it is known to have them; ``ASKFIRST_HYPERLINKS=0`` never, ``1`` always.

A link leads where its own words say: to the act that is printed, or to the file that is named. Terminals: those that
https://github.com/Alhadis/OSC8-Adoption lists with a variable by which they can be told (from memory).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://(?:[^\s\x00-\x1f\x7f;,<>\"'“”‘’()]|\([^\s\x00-\x1f()]*\))+")
_PLACE = re.compile(r"^((?:\x1b\[[\d;]*m)?\[\d+\] )([^\s:\x00-\x1f]+)(:\d+:\d+)", re.MULTILINE)
_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "WarpTerminal"})
_KINDS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")


def are_wanted(surroundings: Mapping[str, str] | None = None) -> bool:
    """Whether standard output is a terminal that opens links, and nobody said no."""
    given = os.environ if surroundings is None else surroundings
    choice = given.get("ASKFIRST_HYPERLINKS", "").strip().lower()
    if choice in ("0", "never", "no", "false"):
        return False
    return sys.stdout.isatty() and (choice in ("1", "always", "yes", "true") or has_them(given))


def has_them(given: Mapping[str, str]) -> bool:
    """Whether the terminal of these variables is known to open links."""
    kind = given.get("TERM", "")
    if kind in ("", "dumb", "linux") or given.get("CI"):
        return False
    if kind.startswith(("screen", "tmux")) or given.get("TMUX"):
        return False  # what it passes on depends on what it runs in
    version = given.get("VTE_VERSION", "")
    return (
        kind.startswith(_KINDS)
        or given.get("TERM_PROGRAM", "") in _PROGRAMS
        or bool(given.get("WT_SESSION") or given.get("KONSOLE_VERSION") or given.get("DOMTERM"))
        or (version.isdigit() and int(version) >= 5000)
    )


def linked(text: str) -> str:
    """*text* with its addresses and the files of its questions as links."""
    return _PLACE.sub(_file, _ADDRESS.sub(_address, text))


def _address(match: re.Match[str]) -> str:
    words = match[0].rstrip(".:!?]")
    return _link(words, words) + match[0][len(words) :]


def _file(match: re.Match[str]) -> str:
    from pathlib import Path

    path = Path(match[2]).absolute()
    return f"{match[1]}{_link(path.as_uri(), match[2])}{match[3]}" if path.is_file() else match[0]


def _link(target: str, words: str) -> str:
    return f"\x1b]8;;{target}\x1b\\{words}\x1b]8;;\x1b\\"
