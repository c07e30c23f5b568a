r"""Marks that no affiliation macro explains: the lines or the table behind the author block that begin with them.

``\maketitle`` and then ``$^1$Sample University\\``, a table ``1 & Sample University \\``, a footnote without a mark of
its own, or a second author list deep in the text with the institutions beneath it.
"""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.latex.book import Book
from askfirst_checks.readers.latex.gather import Gathered
from askfirst_checks.readers.latex.items import Item, items, printed
from askfirst_checks.readers.latex.labels import SPLIT, norm
from askfirst_checks.readers.latex.notes import note_of
from askfirst_checks.readers.latex.places import read_place
from askfirst_checks.readers.latex.rows import split
from askfirst_checks.readers.latex.strip import Strip

_ENDS = pattern(
    r"\\(?:section|subsection|chapter)\*?\s*\{\s*[^\s{}]|\\begin\{(?:abstract|Abstract|thebibliography|figure|document)|\\abstract\b"
    r"|\\end\{document\}"
)
_LONGEST = 40_000
_LONGEST_LINE = 500


def explained(book: Book, gathered: Gathered, macros: Mapping[str, str]) -> None:
    """Enter the affiliations that stand behind their marks in the text, where authors carry marks nothing explains."""
    wanted = _unexplained(book)
    if not wanted:
        return
    calls = [c for c in gathered.calls if c.strip is gathered.root]
    authors = [c.end for c in calls if c.role in ("author", "affiliation")]
    begun = max((c.end for c in calls if c.name == "document"), default=0)
    start = max([begun, *authors[-1:]])
    stop = _ENDS.search(gathered.root.text, start, start + _LONGEST)
    region = gathered.root.cut(start, stop.start() if stop else min(len(gathered.root.text), start + _LONGEST))
    if region.text.strip():
        region = gathered.expander.expand(region)
        for row in _rows(region, wanted):
            said = printed([i for i in row if i.kind in ("text", "gap", "part")])
            if row[0].text == "*" and "@" in said:
                book.notes.append(note_of(region, row[0].start, row[-1].end, None, ["*"]))
            elif row[0].text != "*" and len(said) < _LONGEST_LINE and (looks.affiliation(said) or "@" in said):
                read_place(book, region, row, owners=[], macros=macros, macro="explained")


def _unexplained(book: Book) -> set[str]:
    """The marks of authors that no affiliation bears: figures and letters, and symbols of those who have no others."""
    known = {norm(t) for place in book.places for label in place.labels for t in (label, *SPLIT.split(label))}
    known |= {str(place.ordinal) for place in book.places if place.ordinal}
    found: set[str] = set()
    for author in book.authors:
        tokens = [norm(t) for mark in author.marks for t in SPLIT.split(mark) if norm(t)]
        tokens = [c for t in tokens for c in ([t] if t.isalnum() else [*t])]
        missing = [t for t in tokens if t not in known]
        if len(missing) == len(tokens) or any(t.isdigit() for t in missing):
            found.update(missing)
    if found <= {"*"} or (book.places and not any(t.isdigit() for t in found)):
        return set()
    return found


def _rows(region: Strip, wanted: set[str]) -> list[list[Item]]:
    """The lines of *region* that begin with a mark of *wanted*, or have it in a cell of its own."""
    rows: list[list[Item]] = []
    tabled = False
    for line in split(items(region), "line"):
        cells = _cells(line)
        first = [i for i in cells[0] if i.kind != "gap" and (i.kind != "text" or i.text.strip(" \n\t{}~"))]
        label = norm(first[0].text) if len(first) == 1 and first[0].kind in ("text", "mark") else ""
        if len(cells) > 1 and label in wanted:
            mark = Item("mark", label, first[0].start, first[0].end)
            rows.append([mark, *(i for cell in cells[1:] for i in cell)])
            tabled = True
        elif len(cells) > 1 and not first and tabled:
            rows[-1] += [Item("line", "", cells[1][0].start, cells[1][0].start), *cells[1]] if cells[1] else []
        elif first and first[0].kind == "mark" and any(norm(t) in wanted for t in SPLIT.split(first[0].text)):
            rows.append(line)
            tabled = False
        else:
            tabled = False
    return rows


def _cells(line: list[Item]) -> list[list[Item]]:
    out: list[list[Item]] = [[]]
    for item in line:
        if item.kind == "tab":
            out.append([])
        else:
            out[-1].append(item)
    return out
