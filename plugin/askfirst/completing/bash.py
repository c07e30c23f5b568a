"""The script for bash: ``eval "$(askfirst completion bash)"``."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst.completing.words import Typed

_HEAD = """\
# Completion of askfirst for bash: eval "$(askfirst completion bash)", in ~/.bashrc
_askfirst() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" words="" files="" each
    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $each in COMMANDS) command=$each; break ;; esac
    done
    case "$command $before" in
"""
_MIDDLE = """\
        *)
            case "$command" in
"""
_TAIL = """\
            esac ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [ -n "$files" ]; then
        compopt -o filenames 2>/dev/null
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -f -- "$current"))
    fi
}
complete -F _askfirst askfirst
"""


def script(commands: Iterable[Typed]) -> str:
    """The whole script."""
    every = list(commands)
    head = _HEAD.replace("COMMANDS", "|".join(each.name for each in every))
    values = [line for command in every for line in _values(command)]
    top = " ".join([*(each.name for each in every), "help", "--help", "--version", "--lang"])
    cases = [f'                "") words="{top}" ;;', *(line for command in every for line in _case(command))]
    return "".join([head, *values, _MIDDLE, *(f"{line}\n" for line in cases), _TAIL])


def _values(command: Typed) -> Iterable[str]:
    for option in command.options:
        if option.takes_value:
            typed = "|".join(f'"{command.name} {name}"' for name in option.names)
            yield f"        {typed}) {_set(option.words, option.takes_file)} ;;\n"


def _case(command: Typed) -> Iterable[str]:
    options = " ".join(name for option in command.options for name in option.names)
    yield f"                {command.name})"
    yield f'                    if [[ $current == -* ]]; then words="{options}"'
    yield f"                    else {_set(command.words, command.takes_file)}; fi ;;"


def _set(words: tuple[str, ...], takes_file: bool) -> str:
    said = [f'words="{" ".join(words)}"' if words else "", "files=1" if takes_file else ""]
    return "; ".join(filter(None, said)) or ":"
