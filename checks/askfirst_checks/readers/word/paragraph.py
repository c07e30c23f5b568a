"""What Word files are read into: paragraphs of pieces, in reading order."""

from __future__ import annotations

from itertools import pairwise

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds

Role = Literal["", "title", "heading", "box", "note", "edge"]


class Piece(NamedTuple):
    """Words of one run."""

    text: str
    is_raised: bool = False
    is_bold: bool = False


class Paragraph(NamedTuple):
    """A paragraph that prints something."""

    pieces: tuple[Piece, ...]
    role: Role = ""
    """``box``: of a text box; ``note``: of a footnote or endnote; ``edge``: of a header or footer"""
    number: int = 0
    """in a list that Word numbers itself; 0 in none"""
    note: str = ""
    """the id of the note that it begins"""
    notes: tuple[str, ...] = ()
    """ids of the notes that it points to"""
    fields: tuple[str, ...] = ()
    """what citation fields of it hold, where `citations` reads such"""

    @property
    def text(self) -> str:
        """The printed words."""
        return "".join(piece.text for piece in self.pieces).strip()


_TITLE = pattern(
    r"(?i)(?!.*(?:sub|running|short|table|figure|section|chapter|toc|ref|journal|book|author|unter))"
    r"[\w.-]{0,12}?[-_. \d]*(?:paper|article|main|manuscript|document)?[-_. ]?"
    r"(?:title|titel|titre|t[íi]tulo|titolo)[-_ ]?\d?$"
)
"""``Title``, ``papertitle``, ``Els-Title``, ``MDPI_1.2_title``"""
_HEADINGS = ("heading", "überschrift", "berschrift")
_SYMBOLS = {0xF000 + place: place for place in range(0x20, 0x7F)}


def role_of(style: str) -> Role:
    """What a paragraph is whose style is called *style*, in whatever language."""
    if style.casefold().startswith(_HEADINGS):
        return "heading"
    return "title" if _TITLE.match(style) else ""


def unsymbol(text: str) -> str:
    """*text* with the signs of symbol fonts, which stand at F020 and beyond, as what they show where that is ASCII."""
    return text if text.isascii() else text.translate(_SYMBOLS)


def unbroken(each: Paragraph) -> Paragraph:
    """*each* without line breaks that stand inside an institution's name: ``Kim Il Sung`` / ``University``."""
    if not any("\n" in piece.text for piece in each.pieces):
        return each
    lines = "".join(" " * len(p.text) if p.is_raised else p.text for p in each.pieces).split("\n")
    joined = [line_kinds.is_cut_between(one.strip(), two.strip()) for one, two in pairwise(lines)]
    ends = iter(" " if is_joined else "\n" for is_joined in joined)
    return each._replace(pieces=tuple(p._replace(text=_END.sub(lambda _: next(ends), p.text)) for p in each.pieces))


_END = pattern(r"\n")
