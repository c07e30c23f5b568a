"""What standard output is: a terminal or not, how wide, and whether it takes colours."""

from __future__ import annotations

import os
import sys

from askfirst.formats.clean import wrap
from askfirst_checks.words import Text


def width() -> int:
    """Columns to write for: those of the terminal, between 40 and 120; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    try:
        return max(40, min(120, os.get_terminal_size(sys.stdout.fileno()).columns or 80))
    except (OSError, ValueError):
        return 80


def fitted(text: str) -> str:
    """*text*, its lines broken where a terminal is narrower; as it is where none reads it: there a record is a line."""
    if not sys.stdout.isatty():
        return text
    columns = width()
    return "\n".join(line if len(line) <= columns else _broken(line, columns) for line in text.split("\n"))


def _broken(line: str, columns: int) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return "\n".join(wrap(line, columns, indent, f"{indent}  "))


def is_colored(choice: str) -> bool:
    """Whether to use colours: *choice* is ``always``, ``never``, or ``auto`` (https://no-color.org, dumb terminals)."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: Text, language: str) -> None:
    """One sentence on standard output, safe for a terminal."""
    print("\n".join(wrap(text.said(language), width())))
