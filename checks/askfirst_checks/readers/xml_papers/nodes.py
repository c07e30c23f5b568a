"""XML as a tree of elements that know their places; what is not asked for is not kept, and bounds hold.

Expat reads it: a document type may name a file of its own (JATS and INSPIRE have one), which is never opened; one that
declares entities in the file itself ends the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat  # entities cannot be declared: see `doctype` below

from askfirst_checks.model import Span

MOST_ELEMENTS = 150_000
DEEPEST = 100
LARGEST = 16 * 1024 * 1024
"""characters of one file; an article with its body has some hundred thousand"""


class NotRead(Exception):
    """No XML, or XML that declares entities."""


class Full(Exception):
    """A bound was reached."""


class Element:
    """An element, its texts and elements in order."""

    __slots__ = ("attributes", "column", "end", "inside", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.column = column
        self.end = (line, column)
        self.inside: list[Element | Words] = []

    def each(self, *names: str) -> Iterator[Element]:
        """The elements right inside that are called so."""
        return (one for one in self.inside if isinstance(one, Element) and one.name in names)

    def first(self, *names: str) -> Element | None:
        """The first of `each`."""
        return next(self.each(*names), None)

    def all(self, *names: str, under: frozenset[str] = frozenset()) -> Iterator[Element]:
        """The elements at any depth that are called so, in order; nothing inside those called as in *under*."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            if here is not self and here.name in names:
                yield here
            if here is self or here.name not in under:
                waiting.extend(one for one in reversed(here.inside) if isinstance(one, Element))

    def by_name(self, under: frozenset[str]) -> dict[str, list[Element]]:
        """The elements at any depth by what they are called, in order; nothing inside those called as in *under*."""
        found: dict[str, list[Element]] = {}
        waiting: list[Element | Words] = [self]
        while waiting:
            here = waiting.pop()
            if isinstance(here, Element):
                found.setdefault(here.name, []).append(here)
                if here is self or here.name not in under:
                    waiting.extend(reversed(here.inside))
        return found

    def words(self, without: frozenset[str] = frozenset()) -> list[Words]:
        """The texts at any depth, in order, but those inside elements called as in *without*."""
        found: list[Words] = []
        waiting: list[Element | Words] = [self]
        while waiting:
            here = waiting.pop()
            if isinstance(here, Words):
                found.append(here)
            elif here is self or here.name not in without:
                waiting.extend(reversed(here.inside))
        return found

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """The printed words."""
        return " ".join("".join(one.text for one in self.words(without)).split())

    def span(self, path: str, without: frozenset[str] = frozenset()) -> Span:
        """Where its words stand, from the first to the last; where there are none, the element itself."""
        found = [one for one in self.words(without) if one.text.strip()]
        if not found:
            return Span(path, self.line, self.column, *self.end)
        first, last = found[0], found[-1]
        return Span(path, first.line, first.column, last.line, last.column + len(last.text.strip()))


class Words:
    """Characters in one piece, and where the first that is no white space stands."""

    __slots__ = ("column", "line", "text")

    def __init__(self, text: str, line: int, column: int) -> None:
        self.text = text
        self.line = line
        self.column = column


def root_of(text: str, skipped: frozenset[str]) -> tuple[Element, bool]:
    """The root of *text*, without elements called as in *skipped*; whether all was read. Raises `NotRead`."""
    build = _Builder(skipped)
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = build.start
    parser.EndElementHandler = build.end
    parser.CharacterDataHandler = build.words
    parser.StartDoctypeDeclHandler = build.doctype
    build.parser = parser
    whole = True
    try:
        parser.Parse(text[:LARGEST].encode("utf-8", "replace"), True)
    except Full:
        whole = False
    except expat.ExpatError as error:
        if build.root is None or not build.root.inside:
            raise NotRead from error
        whole = False
    if build.root is None:
        raise NotRead
    return build.root, whole


class _Builder:
    def __init__(self, skipped: frozenset[str]) -> None:
        self.root: Element | None = None
        self.parser = expat.ParserCreate()
        self._skipped = skipped
        self._open: list[Element] = []
        self._passing = 0
        self._left = MOST_ELEMENTS
        self._pieces: list[str] = []
        self._begun = (0, 0)
        self._has_words = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self._left -= 1
        if self._left < 0 or len(self._open) + self._passing > DEEPEST:
            raise Full
        if self._passing or name in self._skipped:
            self._passing += 1
            return
        self._flush()
        here = Element(name, attributes, *self._place())
        if self._open:
            self._open[-1].inside.append(here)
        elif self.root is None:
            self.root = here
        self._open.append(here)

    def end(self, _: str) -> None:
        if self._passing:
            self._passing -= 1
            return
        self._flush()
        self._open.pop().end = self._place()

    def words(self, text: str) -> None:
        if self._passing or not self._open:
            return
        if not self._has_words and text.strip():
            line, column = self._place()
            self._begun, self._has_words = (line, column + len(text) - len(text.lstrip())), True
        self._pieces.append(text)

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _flush(self) -> None:
        """The words since the last element, which come in many pieces."""
        if self._pieces:
            self._open[-1].inside.append(Words("".join(self._pieces), *self._begun))
            self._pieces.clear()
            self._has_words = False

    def doctype(self, _name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if declares:
            raise NotRead
