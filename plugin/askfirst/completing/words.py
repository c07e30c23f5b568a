"""What can be typed after ``askfirst``: commands, their options and the words these take, read off argparse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import Action

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


def commands(language: str) -> tuple[Typed, ...]:
    """All commands, with what their help says in *language*."""
    from askfirst import cli

    return tuple(_command(name, language) for name in cli.commands())


def _command(name: str, language: str) -> Typed:
    from askfirst import cli

    module = cli.load(name)
    parser = cli.parser_of(module, name, language)
    options, words, takes_file = [], list[str](), False
    for action in parser._actions:
        if action.option_strings:
            options.append(_option(action, name))
        else:
            words += _words(action, name)
            takes_file = takes_file or _takes_file(action)
    return Typed(name, _one_line(module.SUMMARY.said(language)), tuple(options), tuple(words), takes_file)


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
