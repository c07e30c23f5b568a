"""Narrow the span of an affiliation to the printed words of an institution inside its source.

The source holds mark-up that the printed words do not: accents (``\\"u``), ``~``, line breaks, comments, braces,
macros. So both sides are reduced to their letters and digits, and every letter of the source keeps its place.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern

MOST = 20_000
"""Code points of a source that are searched; an affiliation is shorter"""

_NOISE = pattern(
    r"(?<!\\)%[^\n]*\n?"  # a comment
    r"|\\(?:[\"'`^~=.]|[cvuHrkdb](?=[\s{]))\s*\{?\s*(?=\\?[A-Za-z])"  # an accent, its letter apart
    r"|\\(?:ss|ae|oe|aa|o|l|i|j|AE|OE|AA|O|L)(?![A-Za-z])"  # a letter by name
    r"|\\[A-Za-z@]+\*?(?:\[[^\]\n]*\])?"  # any other macro, its arguments apart
)
_WORDS = pattern("[a-z0-9]+")
_NAMED = {"ss": "ss", "ae": "ae", "oe": "oe", "aa": "a", "o": "o", "l": "l", "i": "i", "j": "j"}


def locate(sources: Mapping[str, str], span: Span, words: str) -> Span:
    """The stretch of *span* where *words* stand in its source, or *span* itself where they cannot be found."""
    source = sources.get(span.file)
    wanted = _letters(words, tex=False)[0]
    if source is None or not wanted:
        return span
    start = _offset(source, span.line, span.column)
    end = min(_offset(source, span.end_line, span.end_column), start + MOST)
    letters, places = _in_source(source, start, end)
    at = _whole_words(letters, wanted, places, source)
    if at < 0:
        return span
    return _span(source, span.file, places[at], places[at + len(wanted) - 1] + 1)


@lru_cache(maxsize=4)
def _in_source(source: str, start: int, end: int) -> tuple[str, list[int]]:
    """The letters of a stretch and their places in *source*: several rules look for words in the same one."""
    letters, places = _letters(source[start:end], tex=True)
    return letters, [start + place for place in places]


def _letters(text: str, *, tex: bool) -> tuple[str, list[int]]:
    """The letters and digits, each folded to bare ones, and the place of each."""
    found: list[str] = []
    places: list[int] = []
    at = 0
    for noise in _NOISE.finditer(text) if tex else ():
        _add(text, at, noise.start(), found, places)
        named = _NAMED.get(noise.group()[1:].lower(), "")
        found.append(named)
        places += [noise.start()] * len(named)
        at = noise.end()
    _add(text, at, len(text), found, places)
    return "".join(found), places


def _add(text: str, start: int, end: int, found: list[str], places: list[int]) -> None:
    """Enter the letters of ``text[start:end]``, in which there is no mark-up."""
    piece = text[start:end]
    if piece.isascii():
        found += _WORDS.findall(piece.lower())
        places += [start + at for at, letter in enumerate(piece) if letter.isalnum()]
        return
    for at, letter in enumerate(piece, start):
        bare = _bare(letter)
        found.append(bare)
        places += [at] * len(bare)


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else ""
    named = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i"}.get(letter.lower())
    folded = named or unicodedata.normalize("NFKD", letter.casefold())
    return "".join(each for each in folded if each.isalnum())


def _whole_words(letters: str, wanted: str, places: list[int], source: str) -> int:
    """Where *wanted* stands between word boundaries of the source; else where it stands at all; else -1."""
    first = at = letters.find(wanted)
    while at >= 0:
        before, after = places[at] - 1, places[at + len(wanted) - 1] + 1
        if not source[before : before + 1].isalnum() and not source[after : after + 1].isalnum():
            return at
        at = letters.find(wanted, at + 1)
    return first


@lru_cache(maxsize=2)
def _line_starts(source: str) -> array[int]:
    """Offsets of the lines, as many as were asked for so far: a collaboration's list is located hundreds of times."""
    return array("Q", [0])


def _known(source: str, line: int, offset: int = -1) -> array[int]:
    """Offsets of the lines up to number *line* at least, and up to the first one behind *offset*."""
    starts = _line_starts(source)
    while (len(starts) < line or starts[-1] <= offset) and (at := source.find("\n", starts[-1]) + 1):
        starts.append(at)
    return starts


def _offset(source: str, line: int, column: int) -> int:
    lines = _known(source, line)
    return lines[min(line, len(lines)) - 1] + column - 1


def _span(source: str, file: str, start: int, end: int) -> Span:
    lines = _known(source, 1, end)
    line, end_line = bisect_right(lines, start), bisect_right(lines, end)
    return Span(file, line, start - lines[line - 1] + 1, end_line, end - lines[end_line - 1] + 1)
