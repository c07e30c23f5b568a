"""XML to a stream of elements, within bounds: no document type, so no entity is ever declared."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat  # a document type is refused below, entities are never expanded

from askfirst_checks.readers.word.package import NO_PACKAGE, Broken
from askfirst_checks.words import Text

MOST_ELEMENTS = 500_000
MOST_SIGNS = 3_000_000
MOST_PARAGRAPHS = 40_000
DEEPEST = 250
TOO_MANY = Text(
    "has more elements than are read of one file; what stands behind them was not read",
    "hat mehr Elemente, als von einer Datei gelesen werden; was dahinter steht, wurde nicht gelesen",
)


class Handler(Protocol):
    """What takes the elements; names are without their prefix."""

    passed: frozenset[str]
    """elements that tell it nothing, by themselves: neither their begin nor their end is given"""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def closed(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Characters."""


class Full(Exception):
    """A bound was reached; a handler may raise it, too."""


def parse(data: bytes, handler: Handler, share: int = 1) -> bool:
    """Give the elements of *data* to *handler*; whether all of them were given. Raises `Broken`.

    *share*: how many times dearer an element is than one of Word's; so many times fewer are given.
    """
    feed = _Feed(handler, share)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = feed.start
    parser.EndElementHandler = feed.end
    parser.CharacterDataHandler = feed.words
    parser.StartDoctypeDeclHandler = feed.doctype
    try:
        parser.Parse(data, True)
    except Full:
        return False
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Broken(NO_PACKAGE) from error
    return True


class _Feed:
    def __init__(self, handler: Handler, share: int) -> None:
        self._handler = handler
        self._left = MOST_ELEMENTS // share
        self._paragraphs = MOST_PARAGRAPHS
        self._signs = MOST_SIGNS
        self._depth = 0
        self._names: dict[str, str] = {}
        """without prefix; empty for those passed over: most of a Word file says how its words look"""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        bare = self._names.get(name)
        if bare is None:
            bare = self._bare(name)
        self._left -= 1
        self._depth += 1
        if bare in ("p", "h"):
            self._paragraphs -= 1
        if self._left < 0 or self._paragraphs < 0 or self._depth > DEEPEST:
            raise Full
        if bare:
            self._handler.opened(bare, attributes)

    def _bare(self, name: str) -> str:
        bare = name.rpartition(":")[2]
        self._names[name] = bare if bare not in self._handler.passed else ""
        return self._names[name]

    def end(self, name: str) -> None:
        self._depth -= 1
        if bare := self._names[name]:
            self._handler.closed(bare)

    def words(self, text: str) -> None:
        self._signs -= len(text)
        if self._signs < 0:
            raise Full
        self._handler.words(text)

    def doctype(self, *_: object) -> None:
        raise Broken(NO_PACKAGE)
