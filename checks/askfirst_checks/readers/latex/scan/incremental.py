"""What was found in a file, found again without a search where an edit left it as it was.

A file is searched the first time, noted down the second, and from then on only searched from the last call before an
edit to the first one behind it that is the same as before. Where the mark-up of a file is broken, all of it is
searched: an unclosed brace or environment reaches anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from itertools import takewhile

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.readers.latex.scan.scanner import Call, Finder
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import Arg, gap

_FILES = 64
_SIGNS = 8_000_000
"""of all files together"""
_ANYWHERE = 1 << 60
_BY_NAME = frozenset({"definition", "input", "user"})
"""roles of calls whose arguments are not the finder's business"""


class Event(NamedTuple):
    """One call, as it was found."""

    role: str
    name: str
    start: int
    args: tuple[Arg, ...]
    end: int
    after: int
    """where its own text ends for the search"""
    here: int
    """where the search went on: behind what a definition or an included file's name takes, too"""
    reach: int
    """no sign from here on had a part in it"""

    def moved(self, by: int) -> Event:
        """The same, further on in the text."""
        role, name, start, args, end, after, here, reach = self
        there = tuple([Arg(mark, first + by, last + by) for mark, first, last in args])
        reach = reach if reach == _ANYWHERE else reach + by
        return Event(role, name, start + by, there, end + by, after + by, here + by, reach)


class Found(NamedTuple):
    """A whole search."""

    text: str
    events: list[Event]
    ended: bool


Key = tuple[str, Any]
_found: dict[Key, Found | None] = {}
"""by path and what is searched for; None after the first search"""


def finder_for(strip: Strip, *given: frozenset[str]) -> Finder:
    """A finder for *strip* and the names *given*; one that remembers where it is a file that was searched before."""
    finder = Finder(strip, *given)
    piece = strip.pieces[0] if len(strip.pieces) == 1 else None
    if piece is None or piece.fixed or piece.start or strip.text is not piece.source.text:
        return finder
    key = piece.source.path, _shape(finder)
    if key not in _found:
        _keep(key, None)
        return finder
    return Remembering(finder, key)


def _shape(finder: Finder) -> tuple[tuple[str, frozenset[Any]], ...]:
    """What *finder* looks for: every set of names that it holds."""
    named = vars(finder).items()
    sets = [(name, frozenset(value.items() if isinstance(value, dict) else value)) for name, value in named
            if isinstance(value, frozenset | dict)]  # fmt: skip
    return tuple(sets)


def _keep(key: Key, found: Found | None) -> None:
    _found.pop(key, None)
    _found[key] = found
    while len(_found) > _FILES or sum(len(each.text) for each in _found.values() if each) > _SIGNS:
        del _found[next(iter(_found))]


class Remembering(Finder):
    """A finder that knows what the last search of its file, for the same, found."""

    def __init__(self, plain: Finder, key: Key) -> None:
        vars(self).update(vars(plain))
        self.key = key
        self.events: list[Event] = []

    def calls(self) -> Iterator[Call]:
        """The calls in order, as a plain search would find them."""
        before = _found[self.key] or Found("", [], False)
        known = before.events
        first, last, moved = edited(before.text, self.text)
        yield from self._repeat(list(takewhile(lambda event: event.reach <= first, known)), 0)
        at = len(self.events)
        for call in super().calls():
            yield call
            self._note(call)
            if call.start < last or self._is_broken():
                continue
            while at < len(known) and known[at].start + moved < call.start:
                at += 1
            if at < len(known) and self.events[-1] == known[at].moved(moved):
                rest = known[at + 1 :]
                if (yield from self._repeat(rest, moved)):
                    self.ended = before.ended
                    break
                at = 0
        _keep(self.key, None if self._is_broken() else Found(self.text, self.events, self.ended))

    def _repeat(self, events: list[Event], moved: int) -> Generator[Call, None, bool]:
        """The calls of *events*, for as long as the search goes on behind them where it did; whether it always did."""
        for event in events:
            event = event.moved(moved) if moved else event
            yield Call(event.role, event.name, event.start, event.args, event.end, self.strip)
            self.here = self._after = max(event.after, self.resume)
            if self.here != event.here:
                self.events.append(event._replace(here=self.here))
                return False
            self.events.append(event)
        return True

    def _is_broken(self) -> bool:
        return bool(self.broken or self._endless or self.far)

    def _note(self, call: Call) -> None:
        here = max(self._after, self.resume)
        role, name, start, args, end, _ = call
        self.events.append(Event(role, name, start, args, end, self._after, here, self._reach(call)))

    def _reach(self, call: Call) -> int:
        """Up to where the text had a part in *call*: the sign behind its arguments and the white space after them."""
        text = self.text
        if call.role in _BY_NAME or text.startswith("\\begin", call.start):
            return self.looked + 1
        behind = gap(text, self.looked)
        if text[behind : behind + 1] in ("{", "["):
            return _ANYWHERE  # what should close it was looked for, far and wide
        while text[behind : behind + 1].isspace():
            behind += 1
        return behind + 1


def edited(old: str, new: str) -> tuple[int, int, int]:
    """What both have in common at the beginning, where in *new* their common end begins, how much longer *new* is."""
    most = min(len(old), len(new))
    first = _alike(most, lambda a, b: old[a:b] == new[a:b])
    shift, end = len(new) - len(old), len(new)
    tail = _alike(most - first, lambda a, b: old[end - shift - b : end - shift - a] == new[end - b : end - a])
    return first, end - tail, shift


def _alike(most: int, same: Callable[[int, int], bool]) -> int:
    """The greatest number up to *most* for which all before it is *same*."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
