"""The script for zsh: ``source <(askfirst completion zsh)``, or as ``_askfirst`` in a folder of ``$fpath``."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst.completing.words import Typed

_HEAD = """\
#compdef askfirst
# Completion of askfirst for zsh: source <(askfirst completion zsh), in ~/.zshrc behind compinit
_askfirst() {
    local command="" each
    local -a found
    for each in ${words[2,CURRENT-1]}; do
        case $each in (COMMANDS) command=$each; break ;; esac
    done
    case "$command ${words[CURRENT-1]}" in
"""
_TAIL = """\
    esac
}
if [ "$funcstack[1]" = "_askfirst" ]; then _askfirst "$@"; else compdef _askfirst askfirst; fi
"""


def script(commands: Iterable[Typed]) -> str:
    """The whole script."""
    every = list(commands)
    head = _HEAD.replace("COMMANDS", "|".join(each.name for each in every))
    values = [line for command in every for line in _values(command)]
    top = _described((each.name, each.about) for each in every)
    cases = [
        "    esac\n    case $command in\n",
        f"        ('') found=({top}); _describe -t commands command found\n",
        "            compadd -- help --help --version --lang ;;\n",
        *(line for command in every for line in _case(command)),
    ]
    return "".join([head, *values, *cases, _TAIL])


def _values(command: Typed) -> Iterable[str]:
    for option in command.options:
        if option.takes_value:
            typed = "|".join(f"'{command.name} {name}'" for name in option.names)
            yield f"        ({typed}) {_offer(option.words, option.takes_file)}; return ;;\n"


def _case(command: Typed) -> Iterable[str]:
    options = _described((name, option.about) for option in command.options for name in option.names)
    yield f"        ({command.name})\n"
    yield f"            if [[ $PREFIX == -* ]]; then found=({options}); _describe -o option found\n"
    yield f"            else {_offer(command.words, command.takes_file)}; fi ;;\n"


def _offer(words: tuple[str, ...], takes_file: bool) -> str:
    said = [f"compadd -- {' '.join(words)}" if words else "", "_files" if takes_file else ""]
    return "; ".join(filter(None, said)) or ":"


def _described(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"'{name}:{about}'" for name, about in pairs)
