"""Narrow the span of an affiliation to the printed words of an institution inside its source.

The source holds mark-up that the printed words do not: accents (``\\"u``), ``~``, line breaks, comments, braces,
macros. So both sides are reduced to their letters and digits, and every letter of the source keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from askfirst_checks.model import Span

MOST = 20_000
"""Code points of a source that are searched; an affiliation is shorter"""

_NOISE = re.compile(
    r"(?<!\\)%[^\n]*\n?"  # a comment
    r"|\\(?:[\"'`^~=.]|[cvuHrkdb](?=[\s{]))\s*\{?\s*(?=\\?[A-Za-z])"  # an accent, its letter apart
    r"|\\(?:ss|ae|oe|aa|o|l|i|j|AE|OE|AA|O|L)(?![A-Za-z])"  # a letter by name
    r"|\\[A-Za-z@]+\*?(?:\[[^\]\n]*\])?"  # any other macro, its arguments apart
)
_NAMED = {"ss": "ss", "ae": "ae", "oe": "oe", "aa": "a", "o": "o", "l": "l", "i": "i", "j": "j"}


def locate(sources: Mapping[str, str], span: Span, words: str) -> Span:
    """The stretch of *span* where *words* stand in its source, or *span* itself where they cannot be found."""
    source = sources.get(span.file)
    wanted = "".join(letter for letter, _ in _letters(words, 0, tex=False))
    if source is None or not wanted:
        return span
    lines = source.split("\n")
    start = _offset(lines, span.line, span.column)
    end = min(_offset(lines, span.end_line, span.end_column), start + MOST)
    found = _letters(source[start:end], start, tex=True)
    at = _whole_words("".join(letter for letter, _ in found), wanted, found, source)
    if at < 0:
        return span
    return _span(source, span.file, found[at][1], found[at + len(wanted) - 1][1] + 1)


def _letters(text: str, base: int, *, tex: bool) -> list[tuple[str, int]]:
    """Each letter or digit, folded to a bare one, with its place (*base* added)."""
    found: list[tuple[str, int]] = []
    place = 0
    while place < len(text):
        noise = _NOISE.match(text, place) if tex and text[place] in "\\%" else None
        if noise:
            found.extend((letter, base + place) for letter in _NAMED.get(noise.group()[1:].lower(), ""))
            place = noise.end()
            continue
        found.extend((letter, base + place) for letter in _bare(text[place]))
        place += 1
    return found


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else ""
    named = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i"}.get(letter.lower())
    folded = named or unicodedata.normalize("NFKD", letter.casefold())
    return "".join(each for each in folded if each.isalnum())


def _whole_words(letters: str, wanted: str, found: list[tuple[str, int]], source: str) -> int:
    """Where *wanted* stands between word boundaries of the source; else where it stands at all; else -1."""
    first = at = letters.find(wanted)
    while at >= 0:
        before, after = found[at][1] - 1, found[at + len(wanted) - 1][1] + 1
        if not source[before : before + 1].isalnum() and not source[after : after + 1].isalnum():
            return at
        at = letters.find(wanted, at + 1)
    return first


def _offset(lines: list[str], line: int, column: int) -> int:
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1


def _span(source: str, file: str, start: int, end: int) -> Span:
    line = source.count("\n", 0, start) + 1
    end_line = source.count("\n", 0, end) + 1
    return Span(file, line, start - source.rfind("\n", 0, start), end_line, end - source.rfind("\n", 0, end))
