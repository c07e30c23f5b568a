"""The few things that only the author knows, asked on a terminal: at most eight, each passed over with Enter."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from askfirst.enquiry.fields import QUESTIONS
from askfirst.enquiry.values import Given
from askfirst.formats.clean import wrap
from askfirst.terminal import width
from askfirst_checks.words import Text

_INTRO = Text(
    "{n} questions that the manuscript does not answer. Enter leaves one blank; Ctrl-D leaves the rest blank.",
    "{n} Fragen, die das Manuskript nicht beantwortet. Enter lässt eine offen; Strg-D lässt den Rest offen.",
)


def ask(given: Given, names: Iterable[str], language: str) -> Given:
    """*given*, with what a person types for those of *names* that are still empty. Speaks on standard error."""
    missing = [name for name in names if not getattr(given, name)]
    if missing:
        _say(_INTRO.fill(n=len(missing)).said(language))
    for number, name in enumerate(missing, 1):
        _say(f"{number}/{len(missing)} {QUESTIONS[name][1].said(language)}")
        line = sys.stdin.readline()
        if not line:
            break
        given = given._replace(**{name: line.strip()})
    return given


def _say(words: str) -> None:
    sys.stderr.write("\n".join([*wrap(words, width()), ""]))
    sys.stderr.flush()
