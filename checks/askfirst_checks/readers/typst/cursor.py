"""A place in Typst source that moves on: blanks and comments, strings, raw text, mathematics. Never raises."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.source.mapped_text import Source
from askfirst_checks.readers.typst.syntax import Bit, Literally

MOST_STEPS = 150_000
"""expressions and runs of text that are parsed of one file"""
DEEPEST = 80
"""levels of brackets"""
_IDENTIFIER = pattern(r"[^\W\d][\w-]*")
_BLANK = pattern(r"(?:[ \t\r]+|//[^\n]*)+")
_BLANK_LINES = pattern(r"(?:[ \t\r\n]+|//[^\n]*)+")
_COMMENT_EDGE = pattern(r"/\*|\*/")
_STRING = pattern(r'"((?:[^"\\]|\\.)*)"?', 16)
_ESCAPE = pattern(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|(.))", 16)
_NUMBER = pattern(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:[a-zA-Z]+|%)?")
_TICKS = pattern(r"`+")
_LANGUAGE = pattern(r"[A-Za-z][\w-]*(?=\s)")
_MATHS = pattern(r"\$((?:[^$\\]|\\.)*)\$?", 16)
_CHARACTERS = {"n": "\n", "t": "\t", "r": " "}


class Cursor:
    """Where one file is being read."""

    def __init__(self, source: Source, end: int) -> None:
        self.source = source
        self.text = source.text
        self.end = end
        self.at = 0
        self.steps = 0
        self.depth = 0
        self.is_cut = False
        """a bound was reached"""

    def step(self) -> bool:
        """Whether reading can go on."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            self.is_cut, self.at = True, self.end
        return self.at < self.end

    def down(self) -> bool:
        """Open a level of brackets; False, and at the end of the text, where there are too many."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.is_cut, self.at = True, self.end
            return False
        return True

    def up(self) -> None:
        """Close a level of brackets."""
        self.depth -= 1

    def looks_at(self, text: str) -> bool:
        """Whether *text* stands here."""
        return self.text.startswith(text, self.at, self.end)

    def take(self, text: str) -> bool:
        """Move behind *text*, if it stands here."""
        if not self.looks_at(text):
            return False
        self.at += len(text)
        return True

    def blanks(self, *, lines: bool = True) -> None:
        """Move over blanks and comments; *lines*: over line ends, too."""
        shape = _BLANK_LINES if lines else _BLANK
        while self.at < self.end:
            if found := shape.match(self.text, self.at, self.end):
                self.at = found.end()
            elif self.looks_at("/*"):
                self.comment()
            else:
                return

    def comment(self) -> None:
        """Move over a comment between ``/*`` and ``*/``; such may hold others."""
        level = 0
        for found in _COMMENT_EDGE.finditer(self.text, self.at, self.end):
            level += 1 if found[0] == "/*" else -1
            if level <= 0:
                self.at = found.end()
                return
        self.at = self.end

    def identifier(self) -> Bit | None:
        """The name that stands here, taken."""
        found = _IDENTIFIER.match(self.text, self.at, self.end)
        if found is None:
            return None
        self.at = found.end()
        return Bit(found[0], self.source, *found.span())

    def word(self, word: str) -> bool:
        """Move behind the keyword *word*, if it stands here."""
        found = _IDENTIFIER.match(self.text, self.at, self.end) if self.looks_at(word) else None
        if found is None or found[0] != word:
            return False
        self.at = found.end()
        return True

    def number(self) -> Literally | None:
        """The number that stands here, with its unit."""
        found = _NUMBER.match(self.text, self.at, self.end)
        if found is None:
            return None
        self.at = found.end()
        return Literally((Bit(found[0], self.source, *found.span()),), is_number=True)

    def string(self) -> Literally:
        """The string that stands here, its escapes read."""
        found = _STRING.match(self.text, self.at, self.end)
        if found is None:
            return Literally(())
        self.at = found.end()
        bits: list[Bit] = []
        done = found.start(1)
        for escape in _ESCAPE.finditer(self.text, done, found.end(1)):
            self._exactly(bits, done, escape.start())
            bits.append(Bit(_character(escape[1], escape[2] or ""), self.source, *escape.span()))
            done = escape.end()
        self._exactly(bits, done, found.end(1))
        return Literally(tuple(bits))

    def escape(self) -> Bit:
        """The character that a backslash of markup stands for."""
        found = _ESCAPE.match(self.text, self.at, self.end)
        if found is None:
            self.at += 1
            return Bit("", self.source, self.at - 1, self.at)
        self.at = found.end()
        return Bit(_character(found[1], "") if found[1] else found[2] or "", self.source, *found.span())

    def raw(self) -> Literally:
        """The words between backticks."""
        opening = _TICKS.match(self.text, self.at, self.end)
        ticks = opening[0] if opening else "`"
        start = self.at + len(ticks)
        if len(ticks) == 2:
            self.at = start
            return Literally(())
        close = self.text.find(ticks, start, self.end)
        stop = self.end if close < 0 else close
        self.at = min(stop + len(ticks), self.end)
        language = _LANGUAGE.match(self.text, start, stop) if len(ticks) > 2 else None
        bits: list[Bit] = []
        self._exactly(bits, language.end() if language else start, stop)
        return Literally(tuple(bits))

    def maths(self) -> Bit:
        """What stands between dollar signs."""
        found = _MATHS.match(self.text, self.at, self.end)
        if found is None:
            self.at += 1
            return Bit("", self.source, self.at - 1, self.at)
        self.at = found.end()
        return Bit(found[1], self.source, *found.span())

    def bit(self, start: int, end: int) -> Bit:
        """The characters from *start* to *end* as they stand."""
        return Bit(self.text[start:end], self.source, start, end)

    def _exactly(self, bits: list[Bit], start: int, end: int) -> None:
        if end > start:
            bits.append(self.bit(start, end))


def _character(code: str | None, letter: str) -> str:
    if code:
        value = int(code, 16)
        return chr(value) if 0x20 <= value < 0x110000 and not 0xD800 <= value < 0xE000 else ""
    return _CHARACTERS.get(letter, letter)
