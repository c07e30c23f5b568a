r"""Title pages drawn or tabled: ``\node at (0,-1) {Anna Muster$^1$};``, ``Authors: & Anna Muster$^{1}$ \\`` in a table.

Only full names count, and only with an affiliation of their own: by a mark, in the cell beside them, or beneath a
label ("Affiliation:").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.affiliation_lines import lead_numbers, read_place
from askfirst_checks.readers.latex.block.author_argument import Reader
from askfirst_checks.readers.latex.fallback.labels import WHERE, WHO
from askfirst_checks.readers.latex.tokens.lines import EDGE, cells, leads, segments, split
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import closing

_DRAWN = pattern(
    r"\\?\bnode\b(?:\[[^\[\]]{0,300}\]|\([^()]{0,100}\)|[\s@a-z]){0,60}\{"
    r"|\\r?put\b(?:\[[^\[\]]{0,60}\]|\([^()]{0,60}\)|\s){0,6}\{"
)
_DRAWING = pattern(r"\\(?:begin|end)\{(?:tikzpicture|picture)\*?\}(?:\[[^\[\]]{0,200}\]|\([^()]{0,60}\))?")
_ON_PAGE = pattern(r"\boverlay\b|\bcurrent\s+page\b")
_TABLE = pattern(
    r"(?=\\begin\{(?:tabular|tabularx|tabulary|longtable|array)\*?\})|(?<=\\end\{tabular\})|(?<=\\end\{tabularx\})"
)
_PRINTED = "\\maketitle"
_WHO = pattern(r"\s*(?:" + WHO + r")\s*(?::|$)\s*", re.IGNORECASE)
_WHERE = pattern(r"\s*(?:" + WHERE + r")\s*(?::|$)\s*", re.IGNORECASE)
_MOST_LINES = 200
_LONGEST_LINE = 500


def drawn(page: Strip) -> Strip | None:
    """*page* with each text of a drawing in a line of its own, or None where nothing is drawn."""
    if _DRAWN.search(page.text) is None or _DRAWING.search(page.text) is None:
        return None
    out, here = Builder(page), 0
    for match in _DRAWN.finditer(page.text):
        close = closing(page.text, match.end() - 1, 4000) if match.start() >= here else -1
        if close < 0:
            continue
        out.put("\n\n", here, match.end())
        out.keep(match.end(), close)
        here = close + 1
    out.put("\n\n", here, len(page.text))
    return out.done()


def on_page(page: Strip) -> bool:
    """Whether a drawing of *page* is placed on the page itself, as a title page is and a figure is not."""
    return _ON_PAGE.search(page.text) is not None


def tabled(strip: Strip, macros: Mapping[str, str]) -> Book | None:
    """The book of a page whose lines or cells are labelled or marked names and affiliations, or None."""
    strip = _apart(strip)
    lines = [line for line in split(items(strip, macros), "line")[: _MOST_LINES + 1] if printed(line).strip(EDGE)]
    if not lines or len(lines) > _MOST_LINES:
        return None
    rows = _Rows(strip, macros)
    for line in lines:
        if sum(len(i.text) for i in line) < _LONGEST_LINE:
            rows.take(line)
    return rows.believed()


def _apart(strip: Strip) -> Strip:
    """What stands behind the printed title, with tables in lines of their own."""
    start = strip.text.rfind(_PRINTED)
    here = start + len(_PRINTED) if start >= 0 else 0
    out = Builder(strip)
    for match in _TABLE.finditer(strip.text, here):
        out.keep(here, match.start())
        out.put("\n\n", match.start(), match.start())
        here = match.start()
    out.keep(here, len(strip.text))
    return out.done()


class _Rows:
    """The lines of a page, one after the other."""

    def __init__(self, strip: Strip, macros: Mapping[str, str]) -> None:
        self.strip = strip
        self.macros = macros
        self.book = Book()
        self.bare: list[int] = []
        """authors without a mark whom a labelled affiliation beneath is of"""

    def take(self, line: list[Item]) -> None:
        """Read a line, if it is names or an affiliation."""
        row, who, where = _unlabelled(line)
        parts = [part for part in cells(row) if printed(part).strip(EDGE) or _is_marked(part)]
        flat = [i for part in parts for i in part]
        if self._place(flat, where=where):
            return
        if (_is_marked(flat) or who) and _names(flat):
            people = self._enter(flat)
            self.bare = [] if _is_marked(flat) else people
        elif len(parts) == 2 and _names(parts[0]) and _works(printed(parts[1])):
            read_place(self.book, self.strip, parts[1], owners=self._enter(parts[0]), macros=self.macros)

    def _place(self, row: list[Item], *, where: bool) -> bool:
        """Enter an affiliation behind its mark, or behind a label (*where*); whether *row* is one."""
        led = lead_numbers(row, self.book)
        if self.book.authors and leads(led) and line_kinds.affiliation(printed(led)):
            read_place(self.book, self.strip, led, owners=[], macros=self.macros, inline=True)
        elif where and self.bare and line_kinds.affiliation(printed(row)):
            read_place(self.book, self.strip, row, owners=self.bare, macros=self.macros)
        else:
            return False
        return True

    def _enter(self, row: list[Item]) -> list[int]:
        self.book.block = self.book.block or self.strip.span(row[0].start, row[-1].end)
        return Reader(self.book, self.strip, self.macros).read(row)

    def believed(self) -> Book | None:
        """The book, tied, if every second author or more has an affiliation."""
        book = self.book
        if not book.authors or not book.places:
            return None
        tie(book)
        return book if sum(bool(a.affiliations) for a in book.authors) * 2 >= len(book.authors) else None


def _is_marked(row: list[Item]) -> bool:
    return has(row, "mark")


def _unlabelled(line: list[Item]) -> tuple[list[Item], bool, bool]:
    """*line* without the label that begins it; whether that announces people, or places."""
    at = next((n for n, i in enumerate(line) if i.kind == "text" and i.text.strip(" {}\n\t~")), len(line))
    if at == len(line) or has(line[:at], "mark"):
        return line, False, False
    item, is_cell = line[at], has(line[at + 1 : at + 2], "tab")
    for labels, who in ((_WHO, True), (_WHERE, False)):
        match = labels.match(item.text)
        if match is None or not _ends_label(match, item.text, is_cell=is_cell):
            continue
        rest = item._replace(text=item.text[match.end() :], start=min(item.start + match.end(), item.end))
        return [i for i in (rest, *line[at + 1 :]) if i.text or i.kind != "text"], who, not who
    return line, False, False


def _ends_label(match: re.Match[str], text: str, *, is_cell: bool) -> bool:
    """Whether a word alone is a label: with a colon, or in a cell of its own."""
    return match.end() < len(text) or ":" in match[0] or is_cell


def _works(text: str) -> bool:
    """Whether *text* names an institution, not a country alone."""
    return line_kinds.institution(text) or ("," in text and line_kinds.somewhere(text))


def _names(row: list[Item]) -> bool:
    """Whether *row* is full names and nothing else."""
    names = segments(row)
    return bool(names) and all(map(line_kinds.full_name, names))
