"""What ends a command early: one sentence, the place it is about, and an exit code."""

from __future__ import annotations

import os
import sys

from askfirst_checks.words import Text

NOTHING_OPEN, OPEN_QUESTIONS, MISUSE, NOTHING_FOUND = 0, 1, 2, 3
"""exit codes of ``askfirst check``"""


class Failure(Exception):
    """A misuse or a broken file. `text` is one sentence; *file* and *line* say where, if anywhere."""

    def __init__(self, text: Text, file: str = "", line: int | None = None, code: int = MISUSE) -> None:
        super().__init__(text.en)
        self.text = text
        self.file = file
        self.line = line
        self.code = code

    def said(self, language: str) -> str:
        """``file:line: sentence``, as far as a place is known."""
        place = self.file + (f":{self.line}" if self.file and self.line else "")
        return f"{place}: {self.text.said(language)}" if place else self.text.said(language)


def _unexpected(language: str) -> str:
    if language == "de":
        return "ein Fehler in askfirst selbst ({kind}: {error}), es wurde nichts geprüft; ASKFIRST_DEBUG=1 zeigt, wo"
    return "a mistake in askfirst itself ({kind}: {error}), nothing was checked; ASKFIRST_DEBUG=1 shows where"


def failed(error: Exception, language: str) -> int:
    """Say in one sentence what went wrong, and return the exit code. Raises *error* with ASKFIRST_DEBUG set."""
    from askfirst.formats.clean import clean
    from askfirst_checks.model import Unreadable
    from askfirst_checks.strict import BrokenData

    if isinstance(error, Failure):
        words, code = error.said(language), error.code
    elif isinstance(error, Unreadable):
        words, code = error.text.said(language), MISUSE
    elif isinstance(error, BrokenData):
        where = "" if error.path == "jurisdictions" else f"{error.path}:{error.line}: "
        words, code = where + error.text.said(language), MISUSE
    elif isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename and isinstance(error.filename, str) else ""
        words, code = f"{place}{error.strerror or error}", MISUSE
    elif os.environ.get("ASKFIRST_DEBUG"):
        raise error
    else:
        words, code = _unexpected(language).format(kind=type(error).__name__, error=error), MISUSE
    sys.stderr.write(f"askfirst: {clean(words)}\n")
    return code
