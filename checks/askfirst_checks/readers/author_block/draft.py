"""What was read so far, before marks and order tie it together."""

from __future__ import annotations

import re
from collections.abc import Sized

from askfirst_checks.model import MOST_AUTHORS, Span
from askfirst_checks.readers.author_block import line_kinds

ALSO = "also"


class Author:
    """One author while reading."""

    __slots__ = (
        "affiliations",
        "anchors",
        "corresponding",
        "group",
        "mails",
        "marked",
        "marks",
        "name",
        "orcid",
        "span",
        "title",
    )

    def __init__(self, name: str, span: Span, group: int) -> None:
        self.name = name
        self.span = span
        self.group = group
        self.marks: list[str] = []
        self.anchors: list[str] = []
        """keys of \\cortext and \\fntext this author refers to"""
        self.affiliations: list[int] = []
        self.marked = 0
        """how many of them marks tied; these keep the marks' order"""
        self.mails: list[tuple[str, Span]] = []
        self.orcid: str | None = None
        self.corresponding = False
        self.title = 0
        """how many titles were printed before the name"""


class Place:
    """One affiliation while reading."""

    __slots__ = (
        "_counted",
        "_last",
        "group",
        "kind",
        "labels",
        "macro",
        "names",
        "ordinal",
        "owners",
        "span",
        "text",
        "title",
    )

    def __init__(self, text: str, span: Span, group: int, kind: str = "affiliation") -> None:
        self.text = text
        self.span = span
        self.group = group
        self.kind = kind
        self.labels: list[str] = []
        self.owners: list[int] = []
        self.names: list[str] = []
        """authors it names itself (``A. Author \\at ...``)"""
        self.ordinal = 0
        """its number in a numbered list without marks"""
        self.macro = ""
        """what gave it; `ALSO` for a further affiliation of its author"""
        self.title = 0
        """how many titles were printed before it"""
        self._counted = 0
        self._last = -1

    def give(self, author: int) -> None:
        """Make *author* one of the owners, once; an affiliation may have thousands, nearly always given in order."""
        if self._counted != len(self.owners):
            self._last = max(self.owners)
        if author > self._last or author not in self.owners:
            self.owners.append(author)
            self._last = max(self._last, author)
        self._counted = len(self.owners)


class Note:
    """A remark, with what it holds."""

    __slots__ = ("full", "general", "keys", "mails", "number", "owner", "span", "text", "told")

    def __init__(self, text: str, span: Span, owner: int | None, keys: list[str]) -> None:
        self.text = text
        self.full = ""
        """the same with its addresses"""
        self.general = False
        """it stands at the title"""
        self.told = False
        """the affiliations in it are entered"""
        self.number = ""
        """as `thanks` writes it, of a footnote that counts among those of the title"""
        self.span = span
        self.owner = owner
        self.keys = keys
        self.mails: list[tuple[str, Span]] = []


def thanks(number: int | str) -> str:
    """The footnote *number* of a title, as no other key is written."""
    return f"thanks:{number}"


class Loose:
    """An e-mail address, or several of one place, not tied yet."""

    __slots__ = ("group", "hints", "mails", "marks", "named", "owners", "place")

    def __init__(
        self,
        mails: list[tuple[str, Span]],
        group: int,
        owners: list[int],
        place: int | None = None,
        *,
        named: bool = False,
    ) -> None:
        self.mails = mails
        self.named = named
        """the owners stand beside it by name"""
        self.group = group
        self.owners = owners
        self.place = place
        self.marks: list[str] = []
        self.hints: list[str] = []
        """names or initials printed beside each"""


class Book:
    """The authors, affiliations, notes and addresses of one document."""

    def __init__(self) -> None:
        self.authors: list[Author] = []
        self.places: list[Place] = []
        self.notes: list[Note] = []
        self.loose: list[Loose] = []
        self.unsettled: list[tuple[str, Span]] = []
        self.footnotes = 0
        """how many the title and its authors have so far"""
        self.anonymous = 0
        self.teams: list[tuple[str, Span]] = []
        self.group = 0
        """number of the open group of authors"""
        self.title = 0
        """how many titles were printed so far: a paper in two languages has two, each with marks of its own"""
        self.closed = False
        """an affiliation came since the last author"""
        self.block: Span | None = None
        self.beyond: Span | None = None
        """the first author or affiliation beyond `MOST_AUTHORS`"""
        self._marks: tuple[int, set[str]] = (0, set())

    def author(self, name: str, span: Span) -> int | None:
        """Enter an author, unless the name is nobody's; its index."""
        if not name or self._is_full(self.authors, span):
            return None
        if line_kinds.nobody(name):
            self.anonymous += 1
            return None
        if self.closed:
            self.group += 1
            self.closed = False
        self.authors.append(Author(name, span, self.group))
        self.authors[-1].title = self.title
        return len(self.authors) - 1

    def _is_full(self, entered: Sized, span: Span) -> bool:
        if len(entered) < MOST_AUTHORS:
            return False
        self.beyond = self.beyond or span
        return True

    def marks(self) -> set[str]:
        """All digits and letters that authors carry as marks so far."""
        if self._marks[0] != len(self.authors):
            tokens = {t for author in self.authors for mark in author.marks for t in re.findall(r"\d+|[a-z]", mark)}
            self._marks = (len(self.authors), tokens)
        return self._marks[1]

    def place(self, text: str, span: Span, kind: str = "affiliation") -> Place | None:
        """Enter an affiliation."""
        if not text or self._is_full(self.places, span):
            return None
        self.closed = self.closed or kind == "affiliation"
        made = Place(line_kinds.unposted(text), span, self.group, kind)
        made.title = self.title
        self.places.append(made)
        return made
