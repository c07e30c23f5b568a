"""The command line: finds the command, one file in ``commands/`` each, and says in one sentence what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from askfirst_checks.light import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import NoReturn

    from askfirst_checks.words import Text


class Command(Protocol):
    """A module of ``commands/``: ``askfirst lists`` is ``commands/lists.py``."""

    SUMMARY: Text
    """one line for ``askfirst --help``"""

    def options(self, parser: ArgumentParser, language: str) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: Namespace) -> int:
        """Do it, and return the exit code. Raises `Failure`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``askfirst`` with *arguments* (default: those of the process) and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # ``askfirst ... | head``: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130


def _open_closed_streams() -> None:
    """Give streams that the caller closed (``>&-``) a place to go, so that nothing fails half way."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _run(given: list[str]) -> int:
    from askfirst.language import from_arguments, from_environment

    language = from_arguments(given) or from_environment()
    if given[:1] == ["help"]:  # as git has it: ``askfirst help check``
        about = [given[1]] if len(given) > 1 and not given[1].startswith("-") else []
        given = [*about, "--help", *given[1 + len(about) :]]
    name = given[0] if given else ""
    if name not in commands():
        return _without_command(given, language)
    command = load(name)
    try:
        return command.run(_parsed(command, name, given[1:], language))
    except BrokenPipeError:
        raise
    except Exception as error:
        from askfirst.errors import failed

        return failed(error, language)


def _parsed(command: Command, name: str, given: list[str], language: str) -> Namespace:
    usual = getattr(command, "USUAL", None)
    if usual is not None and not any(each.startswith("-") for each in given):
        # paths and nothing else, as editors and frameworks call a check: argparse would cost a tenth of the run
        from types import SimpleNamespace

        return cast("Namespace", SimpleNamespace(**usual, paths=given, lang=None))
    parsed = parser_of(command, name, language).parse_args(given)
    if "every" in parsed:  # a command about all commands, which knows none of them by itself
        parsed.every = every
    return parsed


def every(language: str) -> Iterator[tuple[str, Text, ArgumentParser]]:
    """Each command: its name, its summary, and what argparse knows of it."""
    for name in commands():
        command = load(name)
        yield name, command.SUMMARY, parser_of(command, name, language)


def parser_of(command: Command, name: str, language: str) -> ArgumentParser:
    """What argparse knows of the command *name*."""
    parser = _parser(f"askfirst {name}", command.SUMMARY.said(language), language)
    parser.add_argument("--lang", choices=("en", "de"), help=_LANG[language])
    command.options(parser, language)
    if language == "de":
        from askfirst.german import placeholders_in_german

        placeholders_in_german(parser)
    return parser


def commands() -> list[str]:
    """The names of all commands."""
    folder = os.path.join(os.path.dirname(__file__), "commands")
    return sorted(name[:-3].replace("_", "-") for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_")


def load(name: str) -> Command:
    """The module of the command *name*."""
    return cast("Command", import_module("askfirst.commands." + name.replace("-", "_")))


_LANG = {"en": "language of what is said", "de": "Sprache der Ausgabe"}
_ABOUT = {
    "en": "Asks the export-control question before a draft travels. A check reads your files on this machine "
    "and never touches the network.",
    "de": "Stellt die Exportkontrollfrage, bevor ein Entwurf verschickt wird. Die Prüfung liest Ihre Dateien auf "
    "diesem Rechner und geht nie ins Netz.",
}


_MEANT = {
    "en": "there is no command {typed}; the nearest is: askfirst {meant}",
    "de": "den Befehl {typed} gibt es nicht; am nächsten kommt: askfirst {meant}",
}
_BEGIN = {
    "en": "To begin: askfirst check paper.tex asks, askfirst draft paper.tex writes the enquiry, "
    "askfirst answer paper.tex records what came of it. askfirst COMMAND --help says more.",
    "de": "Für den Anfang: askfirst check artikel.tex fragt, askfirst draft artikel.tex schreibt die Anfrage, "
    "askfirst answer artikel.tex hält fest, was daraus wurde. askfirst BEFEHL --help sagt mehr.",
}


_NEAR = {"en": "did you mean {meant}?", "de": "meinten Sie {meant}?"}
_HELP = {"en": "{program} --help shows what there is", "de": "{program} --help zeigt, was es gibt"}


def _nearest(typed: str, among: Iterable[str]) -> str:
    """The one of *among* that *typed* is nearly spelled like; empty where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, list(among), n=1)), "")


def _parser(program: str, about: str, language: str) -> ArgumentParser:
    import argparse

    if language == "de":
        from askfirst.german import argparse_speaks_german

        argparse_speaks_german(argparse)

    class Parser(argparse.ArgumentParser):
        """It repeats what was typed, and that may hold what acts on a terminal."""

        def _print_message(self, message: str, file: Any = None) -> None:
            from askfirst.formats.clean import clean

            safe = "\n".join(map(clean, message.split("\n")))
            super()._print_message(safe, file)

        def format_help(self) -> str:
            """With a few lines as one types them."""
            from askfirst.examples import shown

            return super().format_help() + shown(self.prog.partition(" ")[2], language)

        def error(self, message: str) -> NoReturn:
            """One sentence, and the option that was meant, instead of all of them."""
            words = (word.partition("=")[0].rstrip(":;,?") for word in message.split() if word.startswith("--"))
            unknown = next((word for word in words if word not in self._option_string_actions), "")
            meant = _nearest(unknown, self._option_string_actions) if unknown else ""
            said = [message, _NEAR[language].format(meant=meant) if meant else ""]
            said.append(_HELP[language].format(program=self.prog))
            self.exit(2, f"{self.prog}: {'; '.join(filter(None, said))}\n")

        def _check_value(self, action: argparse.Action, value: Any) -> None:
            try:
                super()._check_value(action, value)
            except argparse.ArgumentError as error:
                meant = _nearest(str(value), map(str, action.choices or ()))
                if meant:
                    error.message = f"{error.message}; {_NEAR[language].format(meant=meant)}"
                raise

    return Parser(prog=program, description=about, allow_abbrev=False)


def _without_command(given: list[str], language: str) -> int:
    from askfirst import __version__

    parser = _parser("askfirst", _ABOUT[language], language)
    parser.epilog = _BEGIN[language]
    version = {"en": "show the version", "de": "zeigt die Version"}[language]
    parser.add_argument("--version", action="version", version=f"askfirst {__version__}", help=version)
    parser.add_argument("--lang", choices=("en", "de"), help=_LANG[language])
    titled = parser.add_subparsers(dest="command", metavar={"en": "command", "de": "Befehl"}[language])
    for name in commands():
        titled.add_parser(name, help=load(name).SUMMARY.said(language), add_help=False)
    typed = given[0] if given and not given[0].startswith("-") else ""
    if typed and (meant := _nearest(typed, commands())):
        parser.error(_MEANT[language].format(typed=typed, meant=meant))
    known, rest = parser.parse_known_args(given)
    if known.command:  # options before the command: ``askfirst --lang de check``
        return _run([known.command, *rest, *(["--lang", known.lang] if known.lang else [])])
    if rest:
        parser.parse_args(given)  # says which option there is not
    parser.print_help()
    return 2
