"""One line typed at a prompt: a letter, a number, a date or words. At every prompt there is a way out."""

from __future__ import annotations

import sys
from collections.abc import Callable

from askfirst.days_typed import iso
from askfirst.formats.clean import clean
from askfirst.terminal import say
from askfirst_checks.words import Text

SKIP = frozenset({"s", "skip"})
BACK = frozenset({"b", "back", "z", "zurück"})
QUIT = frozenset({"q", "quit", "exit", "e", "ende"})
DRAFT = frozenset({"d", "draft"})
YES = frozenset({"y", "yes", "j", "ja"})
NO = frozenset({"n", "no", "nein"})
WAYS = Text(
    "At every prompt: [d] draft the enquiry  [s] skip  [b] back  [q] quit",
    "Bei jeder Eingabe: [d] Anfrage schreiben  [s] später  [z] zurück  [e] Ende",
)
_DATE = Text(
    "A date such as 14.9.2026, 2026-09-14 or “today”, please.",
    "Bitte ein Datum wie 14.9.2026, 2026-09-14 oder „heute“ eingeben.",
)
_NEEDED = Text("This is needed here.", "Diese Angabe ist erforderlich.")
_NUMBER = Text("A number from 1 to {most}, please.", "Bitte eine Zahl von 1 bis {most}.")
_AGAIN = Text("Please answer with one of these letters.", "Bitte mit einem dieser Buchstaben antworten.")


class Quit(Exception):
    """The person has had enough, or the input has ended."""


class Back(Exception):
    """The person wants to see the question again."""


class Skip(Exception):
    """The person wants the next question."""


class Draft(Exception):
    """The person wants the enquiry written."""


_WAYS = ((QUIT, Quit), (BACK, Back), (SKIP, Skip), (DRAFT, Draft))


def line(prompt: str) -> str:
    """One line, without what a terminal could act on. Raises `Quit` at the end of the input."""
    try:
        given = clean(input(prompt)).strip()
    except EOFError as error:
        raise Quit from error
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        raise
    if not sys.stdin or not sys.stdin.isatty():
        sys.stdout.write("\n")  # a terminal shows the Enter that ends the line, a pipe does not
    return given


def words(prompt: Text, language: str, needed: bool = False) -> str:
    """A line of text, asked for again where it is *needed* and empty. Raises the way out that was taken."""
    return _asked(prompt, language, lambda given: bool(given) or not needed, _NEEDED)


def day(prompt: Text, language: str, today: str, needed: bool = False) -> str:
    """An ISO date, or empty. Raises the way out that was taken."""
    given = _asked(
        prompt,
        language,
        lambda typed: iso(typed, today) is not None and (bool(typed) or not needed),
        _DATE,
    )
    return iso(given, today) or ""


def number(most: int, language: str, optional: bool) -> int:
    """A number from 1 to *most*; 0 for nothing typed where it is *optional*. Raises the way out that was taken."""

    def fits(given: str) -> bool:
        return (not given and optional) or (given.isascii() and given.isdigit() and 1 <= int(given) <= most)

    return int(_asked(Text("> ", "> "), language, fits, _NUMBER.fill(most=most)) or 0)


def is_yes(prompt: Text, language: str) -> bool:
    """Whether the answer is yes. Raises the way out that was taken."""
    return _asked(prompt, language, lambda given: given.casefold() in YES | NO, _AGAIN).casefold() in YES


def _asked(prompt: Text, language: str, fits: Callable[[str], bool], complaint: Text) -> str:
    while True:
        given = line(prompt.said(language))
        for letters, way in _WAYS:
            if given.casefold() in letters:
                raise way
        if fits(given):
            return given
        say(complaint, language)
