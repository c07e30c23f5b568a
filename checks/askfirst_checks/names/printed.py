"""A printed text as words and the gaps between them: taken apart once, for countries and institutions alike."""

from __future__ import annotations

from itertools import accumulate

from askfirst_checks.names.abbreviations import COMPARABLE
from askfirst_checks.names.normalise import places, split, words

_REMEMBERED = 10_000
_COMPARED = 3_000
"""words of one text: no affiliation or acknowledgement has as many, and hostile ones are bounded"""
_BREAKS = frozenset(',;:|/()[]{}•·\n"“”–—')
_MARKS = frozenset(",;:|/•·、，；：。")
_HYPHENS = frozenset("-\u2010\u2011–")


class _Parting(dict[str, bool]):
    """What stands between two words to whether it parts them, as gaps come up."""

    def __missing__(self, gap: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[gap] = parts = not _BREAKS.isdisjoint(gap)
        return parts


class _Marks(dict[str, int]):
    """What stands between two words to how many commas and the like it has."""

    def __missing__(self, gap: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[gap] = marks = sum(sign in _MARKS for sign in gap)
        return marks


_PARTING, _MARKS_IN = _Parting(), _Marks()


class Printed:
    """A printed text, read only as far as somebody asks.

    Gap *n* stands before word *n*; the last one behind all words. Places are offsets in the text, half-open.
    """

    __slots__ = ("_comparable", "_edges", "_gaps", "_marks", "_parting", "_parts", "_seq", "_where", "every", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts = split(text)
        self.every = self._parts[1::2] if self._parts else words(text)
        """its words, as `normalise.words` gives them"""
        self._comparable: list[str] | None = None
        self._seq: list[str] = []
        self._where: list[int] | None = None
        self._edges: list[int] | None = None
        self._gaps: list[str] | None = None
        self._parting: list[bool] | None = None
        self._marks: list[int] | None = None

    @property
    def seq(self) -> list[str]:
        """The words as `abbreviations.canonical` compares them, without fillers."""
        if self._comparable is None:
            self._comparable = list(map(COMPARABLE.__getitem__, self.every[:_COMPARED]))
            self._seq = list(filter(None, self._comparable))
        return self._seq

    @property
    def where(self) -> list[int]:
        """For each comparable word its place in `every`."""
        if self._where is None:
            self._where = [at for at, word in enumerate(map(COMPARABLE.__getitem__, self.every[:_COMPARED])) if word]
        return self._where

    def start(self, at: int) -> int:
        """Where word *at* begins in the text."""
        return (self._edges or self._edged())[2 * at]

    def end(self, at: int) -> int:
        """Where word *at* ends in the text."""
        return (self._edges or self._edged())[2 * at + 1]

    def _edged(self) -> list[int]:
        if self._parts:
            self._edges = list(accumulate(map(len, self._parts)))
        else:
            self._edges = [edge for place in places(self.text) for edge in place]
        return self._edges

    @property
    def gaps(self) -> list[str]:
        """What stands before each word, and behind the last."""
        if self._gaps is None:
            self._gaps = self._parts[::2] or self._between()
        return self._gaps

    def _between(self) -> list[str]:
        edges = [0, *self._edged(), len(self.text)]
        return [self.text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]

    @property
    def parting(self) -> list[bool]:
        """For each gap whether punctuation parts its neighbours."""
        if self._parting is None:
            self._parting = list(map(_PARTING.__getitem__, self.gaps))
        return self._parting

    @property
    def marks(self) -> list[int]:
        """For each gap how many commas or the like it has."""
        if self._marks is None:
            self._marks = list(map(_MARKS_IN.__getitem__, self.gaps))
        return self._marks

    def joined(self, at: int) -> bool:
        """Whether gap *at* is a hyphen that ties two words: ``Israel-Canada``."""
        return 0 < at < len(self.every) and self.gaps[at] in _HYPHENS

    def cuts(self, first: int, last: int) -> int:
        """How many commas or the like stand between word *first* and word *last*."""
        return sum(self.marks[first + 1 : last + 1])

    def alone(self, first: int, last: int) -> bool:
        """Whether words *first* to *last* have a segment of their own."""
        marks = self.marks
        return bool((first == 0 or marks[first]) and (last + 1 == len(self.every) or marks[last + 1]))

    def before(self, at: int, most: int = 7) -> list[str]:
        """Up to *most* words before word *at*, as far as its segment goes."""
        marks, first = self.marks, at
        while first > 0 and at - first < most and not marks[first]:
            first -= 1
        return self.every[first:at]

    def after(self, at: int, most: int = 7) -> list[str]:
        """Up to *most* words behind word *at*, as far as its segment goes."""
        marks, last = self.marks, at + 1
        end = min(len(self.every), last + most)
        while last < end and not marks[last]:
            last += 1
        return self.every[at + 1 : last]
