"""What ends a command early: one sentence, the place it is about, and an exit code."""

from __future__ import annotations

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
