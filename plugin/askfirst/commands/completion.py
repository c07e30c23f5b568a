"""``askfirst completion SHELL``: a script by which the shell completes commands, options and their words."""

from __future__ import annotations

import sys

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "print a script by which your shell completes commands and options",
    "gibt ein Skript aus, mit dem Ihre Shell Befehle und Optionen ergänzt",
)
SHELLS = ("bash", "zsh", "fish")
_SHELL = Text("your shell", "Ihre Shell")
_EPILOG = Text(
    'Once: eval "$(askfirst completion bash)" in ~/.bashrc; source <(askfirst completion zsh) in ~/.zshrc behind '
    "compinit; askfirst completion fish > ~/.config/fish/completions/askfirst.fish. Nothing is written by itself.",
    'Einmal: eval "$(askfirst completion bash)" in ~/.bashrc; source <(askfirst completion zsh) in ~/.zshrc nach '
    "compinit; askfirst completion fish > ~/.config/fish/completions/askfirst.fish. Von selbst schreibt es nichts.",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.epilog = _EPILOG.said(language)
    parser.set_defaults(every=())
    parser.add_argument("shell", choices=SHELLS, help=_SHELL.said(language))


def run(arguments: Namespace) -> int:
    """Print the script."""
    from importlib import import_module

    from askfirst.completing.words import commands
    from askfirst.language import from_environment

    shell = import_module(f"askfirst.completing.{arguments.shell}")
    language = arguments.lang or from_environment()
    sys.stdout.write(shell.script(commands(arguments.every(language), language)))
    return 0
