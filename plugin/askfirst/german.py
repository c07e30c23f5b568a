"""argparse in German: the few sentences of its own that a user can meet."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from types import ModuleType

_SENTENCES = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Argumente",
    "options": "Optionen",
    "show this help message and exit": "zeigt diese Hilfe",
    "show program's version number and exit": "zeigt die Version",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "es fehlt: %s",
    "unrecognized arguments: %s": "unbekannt: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r gibt es nicht (zur Wahl stehen %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r passt hier nicht",
    "expected one argument": "hier fehlt ein Wert",
    "expected at most one argument": "hier steht mehr als ein Wert",
    "expected at least one argument": "hier fehlt mindestens ein Wert",
    "not allowed with argument %s": "nicht zusammen mit %s",
    "one of the arguments %s is required": "eins von %s muss angegeben sein",
    "ignored explicit argument %r": "nimmt keinen Wert: %r",
}
_PLACEHOLDERS = {
    "ADDRESS": "ADRESSE",
    "ANSWERED": "DATUM",
    "ASKED": "DATUM",
    "BY": "WER",
    "DATE": "DATUM",
    "FILE": "DATEI",
    "FOLDER": "ORDNER",
    "KEY": "SCHLÜSSEL",
    "KIND": "ART",
    "NUMBER": "NUMMER",
    "PATH": "PFAD",
    "PATH|CODE": "PFAD|CODE",
    "REASON": "BEGRÜNDUNG",
    "REFERENCE": "ZEICHEN",
    "RULE": "REGEL",
    "SECOND_READER": "WER",
    "VALID_UNTIL": "DATUM",
    "WHAT": "WAS",
    "WHO": "WER",
    "WORDS": "WORTE",
    "WORK": "ARBEIT",
}


def argparse_speaks_german(argparse: ModuleType) -> None:
    """Give *argparse* German words; it looks each of them up by the name ``_``."""
    argparse._ = lambda words: _SENTENCES.get(words, words)  # type: ignore[attr-defined]


def placeholders_in_german(parser: ArgumentParser) -> None:
    """Give the placeholders of *parser*'s arguments (FILE, DATE) their German word."""
    for action in parser._actions:
        shown = action.metavar or (None if action.choices or action.nargs == 0 else action.dest.upper())
        if isinstance(shown, str) and shown in _PLACEHOLDERS:
            action.metavar = _PLACEHOLDERS[shown]


def in_german(placeholder: str) -> str:
    """*placeholder* as the German help has it."""
    return _PLACEHOLDERS.get(placeholder, placeholder)
