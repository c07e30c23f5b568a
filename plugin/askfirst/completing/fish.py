"""The script for fish: ``askfirst completion fish > ~/.config/fish/completions/askfirst.fish``."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst.completing.words import Option, Typed


def script(commands: Iterable[Typed]) -> str:
    """The whole script."""
    every = list(commands)
    names = " ".join(each.name for each in every)
    lines = [
        "# Completion of askfirst for fish: askfirst completion fish > ~/.config/fish/completions/askfirst.fish",
        "complete -c askfirst -f",
        f"set -l none 'not __fish_seen_subcommand_from {names}'",
        *(f"complete -c askfirst -n $none -a {each.name} -d '{each.about}'" for each in every),
        "complete -c askfirst -n $none -a help",
        "complete -c askfirst -n $none -l version",
        "complete -c askfirst -l lang -x -a 'en de'",
        "complete -c askfirst -s h -l help",
        *(line for command in every for line in _lines(command)),
    ]
    return "\n".join(lines) + "\n"


def _lines(command: Typed) -> Iterable[str]:
    begin = f"complete -c askfirst -n '__fish_seen_subcommand_from {command.name}'"
    if command.words:
        yield f"{begin} -a '{' '.join(command.words)}'"
    if command.takes_file:
        yield f"{begin} -F"
    for option in command.options:
        if not {"--help", "--lang"} & set(option.names):
            yield f"{begin} {_named(option)}{_value(option)} -d '{option.about}'"


def _named(option: Option) -> str:
    return " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)


def _value(option: Option) -> str:
    if not option.takes_value:
        return ""
    if option.takes_file:
        return " -r -F"
    return f" -x -a '{' '.join(option.words)}'" if option.words else " -x"
