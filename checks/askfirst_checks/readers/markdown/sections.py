"""The first lines of a Markdown document, up to its abstract or first chapter: what each stretch of them is.

Headings, bold labels (``**Authors:**``) and fenced divs (``::: {.authors}``) say it; the rest is free text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.light_markup.text import uncommented
from askfirst_checks.readers.markdown.headings import Kind, begins_text, kind_of, of_paper, of_report, only_of_papers

CAP = 20_000
"""Code points in which an author block must stand"""

_HEADING = pattern(r"[ ]{0,3}#{1,6}(?!#)")
_LABEL = pattern(
    r"(?P<bullet>[-+*•][ \t]+|\d{1,2}[.)][ \t]+)?(?:>[ \t]?)?(?P<bold>\*\*|__)?"
    r"(?P<label>[^\W\d_][^\n:：*_@]{1,48}?)[ \t]?"
    r"(?:(?P<colon>[:：])[ \t]?(?:\*\*|__)?|(?:\*\*|__)[ \t]?(?P<after>[:：.—–-])?)"
)
_DIV = pattern(r":{3,}[ \t]*(\{[^{}\n]*\}|[\w-]+)?[ \t:]*$")
_OURS = pattern(r"(?:^|[\s{])\.?(?:authors?|author-block|affiliations?)(?=[\s}]|$)", re.IGNORECASE)
_RULE = pattern(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|\\(?:newpage|pagebreak|maketitle)$")
_UNDERLINE = pattern(r"(?:={3,}|-{3,})$")
_FENCE = pattern(r"(```+|~~~+)")
_NAMED = pattern(r"</sup>|\^[\d,*\\†‡]{1,12}\^|[¹²³]")
"""Marks of names, where a heading holds the authors"""
_SHORT = 160


class Section(NamedTuple):
    """A stretch of one kind; *labelled* where the document itself says so."""

    kind: Kind
    start: int
    end: int
    labelled: bool = False
    explicit: bool = False
    """inside ``::: {.authors}``"""


class Head(NamedTuple):
    """The first lines of a document."""

    text: str
    """without comments, as long as before"""
    sections: tuple[Section, ...]
    title: str
    paper: bool
    """whether it has what papers have: abstract, key words, introduction"""
    surely: bool
    """whether it has what only papers have"""
    reported: bool
    """whether it tells of somebody else's paper: where it appeared, where it is found"""


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: list[Section] = []
        self.title = ""
        self.paper = self.surely = self.reported = False
        self._kind: Kind = "free"
        self._labelled = self._lasting = self._divided = False
        self._start = 0

    def read(self, start: int) -> None:
        self._start = start
        fence = ""
        last = (start, start)
        for begin, end in lines(self.text, start):
            line = self.text[begin:end]
            mark = _FENCE.match(line.lstrip())
            if fence or mark:
                self._close(begin)
                if mark and (not fence or mark[1].startswith(fence)):
                    fence = "" if fence else mark[1]
                self._start = end
            elif not self._line(line, begin, end, last):
                self._close(begin)
                return
            last = (begin, end)
        self._close(len(self.text))

    def _line(self, line: str, begin: int, end: int, last: tuple[int, int]) -> bool:
        """Take one line; False where the document proper begins."""
        bare = line.strip()
        if not bare:
            self._blank(begin)
            return True
        if said := heading(line):
            return self._heading(said, begin, end)
        short = bare if len(bare) < _SHORT else ""
        if div := _DIV.match(short):
            self._div(div[1] or "", begin, end)
        elif _UNDERLINE.match(short) and (over := self.text[slice(*last)].strip()):
            return self._underlined(over, short[0], last[0], (begin, end))
        elif _RULE.match(short):
            self._turn("free", begin, end)
        elif label := _LABEL.match(bare[:_SHORT]):
            return self._label(label, bare, begin, begin + len(line) - len(line.lstrip()))
        return True

    def _blank(self, begin: int) -> None:
        if not self._lasting:
            self._turn("free", begin, begin)

    def _underlined(self, over: str, sign: str, start: int, line: tuple[int, int]) -> bool:
        """A heading *over* a *line* of signs, where it is no rule; False where the document proper begins."""
        if sign == "=" or kind_of(over) or begins_text(over):
            return self._heading(over, start, line[1])
        self._turn("free", *line)
        return True

    def _heading(self, said: str, begin: int, end: int) -> bool:
        """A heading of the block, or the title; any other ends the first lines."""
        self.paper |= of_paper(said)
        if kind := kind_of(said):
            self._turn(kind, begin, end, labelled=True, lasting=True)
            return True
        if self.title and _NAMED.search(said) and not begins_text(said):
            self._turn("free", begin, begin + self.text[begin:end].index(said))
            return True
        if begins_text(said) or self.sections or (self.title and self.text[self._start : begin].strip()):
            return False
        self.title = f"{self.title} {said}".strip()
        self._turn("free", begin, end)
        return True

    def _div(self, said: str, begin: int, end: int) -> None:
        if said and _OURS.search(said):
            self._divided = True
            self._turn("authors", begin, end, labelled=True)
        elif not said and self._divided:
            self._turn("free", begin, end)
            self._divided = False
        else:
            self._turn("free", begin, end)

    def _label(self, found: re.Match[str], line: str, begin: int, first: int) -> bool:
        """A label at the beginning of *line*, which stands at *first*; False where it begins the text."""
        label, bold = found["label"], bool(found["bold"])
        kind, alone = kind_of(label), found.end() == len(line)
        if bold and begins_text(label):
            self.paper = True
            self.surely |= only_of_papers(label)
            return False
        if not _is_set_apart(found, bool(kind), alone):
            return True
        self.paper |= of_paper(label)
        self.surely |= only_of_papers(label)
        self.reported |= of_report(label) or bool(kind == "authors" and found["bullet"])
        self._turn(kind or "other", begin, first + found.end(), labelled=True, lasting=alone)
        return True

    def _turn(self, kind: Kind, end: int, start: int, labelled: bool = False, lasting: bool = False) -> None:
        """Close the section at *end* and begin another at *start*."""
        self._close(end)
        self._kind, self._start, self._labelled, self._lasting = kind, start, labelled, lasting

    def _close(self, end: int) -> None:
        if self.text[self._start : end].strip():
            self.sections.append(Section(self._kind, self._start, end, self._labelled, self._divided))
        self._start = max(end, self._start)


def _is_set_apart(found: re.Match[str], known: bool, alone: bool) -> bool:
    """Whether what may be a label is printed as one: bold or *known*, with a colon or *alone* in its line."""
    if not found["bold"] and not (known and found["colon"]):
        return False
    return bool(found["colon"]) or found["after"] in (":", "：") or (known and alone)


def head(text: str, start: int) -> Head:
    """The first lines of *text* from *start* on."""
    shown = text[:start] + uncommented(text[start : start + CAP])
    reader = _Reader(shown)
    reader.read(start)
    return Head(
        shown,
        tuple(reader.sections),
        reader.title,
        reader.paper or _goes_on(text, start, of_paper),
        reader.surely or _goes_on(text, start, only_of_papers),
        reader.reported,
    )


def _goes_on(text: str, start: int, shows: Callable[[str], bool]) -> bool:
    """Whether a heading further down is one of a paper."""
    over = ""
    for line in text[start : start + 3 * CAP].split("\n"):
        said = heading(line) or (over if _UNDERLINE.match(line[:_SHORT].strip()) else "")
        if said and shows(said):
            return True
        over = line
    return False


def heading(line: str) -> str:
    """The words of a heading, without its attributes; empty for any other line."""
    found = _HEADING.match(line)
    if not found:
        return ""
    said = line[found.end() : found.end() + 500].strip()
    if said.endswith("}") and "{" in said:
        said = said[: said.rindex("{")]
    return said.strip(" \t#")


def lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the lines of *text* from *start* on begin and end."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
