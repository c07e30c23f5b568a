"""What can be typed after ``askfirst``: commands, their options and the words these take, read off argparse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Iterable

    from askfirst_checks.words import Text

_FILES = frozenset({"FILE", "PATH", "FOLDER", "SOURCE", "PATH|CODE"})


class Option(NamedTuple):
    """One option; *names* as typed, the short one first."""

    names: tuple[str, ...]
    about: str
    takes_value: bool
    words: tuple[str, ...]
    """the values it can have, where they are known"""
    takes_file: bool


class Typed(NamedTuple):
    """One command."""

    name: str
    about: str
    options: tuple[Option, ...]
    words: tuple[str, ...]
    """what can stand where no option does"""
    takes_file: bool


def commands(parsers: Iterable[tuple[str, Text, ArgumentParser]], language: str) -> tuple[Typed, ...]:
    """All commands: *parsers* has the name of each, its summary, and what argparse knows of it."""
    return tuple(_command(name, summary.said(language), parser) for name, summary, parser in parsers)


def _command(name: str, summary: str, parser: ArgumentParser) -> Typed:
    options, words, takes_file = [], list[str](), False
    for action in parser._actions:
        if action.option_strings:
            options.append(_option(action, name))
        else:
            words += _words(action, name)
            takes_file = takes_file or _takes_file(action)
    return Typed(name, _one_line(summary), tuple(options), tuple(words), takes_file)


def _option(action: Action, command: str) -> Option:
    takes_value = action.nargs != 0
    about = _one_line(action.help or "")
    return Option(
        tuple(action.option_strings),
        about,
        takes_value,
        tuple(_words(action, command)) if takes_value else (),
        takes_value and _takes_file(action),
    )


def _words(action: Action, command: str) -> list[str]:
    if action.choices is not None:
        return [str(each) for each in action.choices]
    if command == "explain" and action.dest == "rule":
        from askfirst_checks import rules

        return list(rules.names())
    if command == "hook" and action.dest == "paths":
        return ["install", "uninstall", "status"]
    if action.dest == "jurisdiction":
        return ["de", "eu"]
    return []


def _takes_file(action: Action) -> bool:
    from askfirst.german import in_german

    return isinstance(action.metavar, str) and action.metavar in _FILES | set(map(in_german, _FILES))


def _one_line(text: str) -> str:
    """*text* as far as a menu shows it, without signs that a shell takes for its own."""
    plain = re.sub(r"[^\w .,;()/@=%+–-]", "", " ".join(text.split()).replace("%%", "%"))
    short = re.split(r"[;:(]", plain)[0].strip()
    return short if len(short) <= 70 else short[:69].rstrip() + "…"
