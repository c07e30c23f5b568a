"""PDF: the first page (or the one behind a cover sheet), as it is printed. Needs the extra ``pdf`` (pypdf).

A position is the line of the page, counted from above, and the column in it. Nothing of the file is followed or run.
"""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Problem, Span, Tree, Unreadable
from askfirst_checks.readers.pdf.layout import Block, paragraph, parted
from askfirst_checks.readers.pdf.limits import TooSlow, bounded
from askfirst_checks.readers.pdf.net import GROUP, Net, without_nobody
from askfirst_checks.readers.pdf.opened import TOO_MUCH, Broken, pages
from askfirst_checks.readers.pdf.rows import Row, rows
from askfirst_checks.readers.pdf.show import Run
from askfirst_checks.readers.printed import Rows, read_page
from askfirst_checks.words import Text


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author block of the first page of *path*; where it cannot be read, a problem says why and asks."""
    try:
        found = pages(tree.read(path))
        with bounded():
            return _best([_of_page(path, runs) for runs in found])
    except Unreadable as error:
        return _unread(path, error.text, "file")
    except Broken as error:
        return _unread(path, error.text, "no-authors")
    except TooSlow:
        return _unread(path, TOO_MUCH, "no-authors")


def _best(seen: list[Manuscript]) -> Manuscript:
    """The page on which most authors have a place; a cover sheet, which comes last, only where no other has any."""
    behind = seen[:-1] or seen
    best = max(behind, key=_placed)
    return best if _placed(best) else max(seen, key=_placed)


def _placed(seen: Manuscript) -> int:
    return sum(1 for person in seen.authors if person.affiliations)


def _of_page(path: str, runs: list[Run]) -> Manuscript:
    """The author block of the page that shows *runs*."""
    front = parted(rows(runs))
    blocks = [*front.head, *front.foot, *front.text]
    sheet = Sheet(path, blocks)
    kept = [(number, block) for number, block in enumerate(map(_without_groups, blocks)) if block.rows]

    def where(number: int, start: int, end: int) -> Span:
        place, block = kept[max(0, min(number, len(kept)) - 1)]
        return sheet.where(place + 1, start, end, block.rows)

    page = Rows([paragraph(block) for _, block in kept], where)
    seen = Net(front, sheet.where).cast(read_page(page, path, "pdf"))
    seen = seen._replace(sources={path: sheet.text}, has_author_block=True)
    return without_nobody(seen, Span(path, 1, 1, 1, 1))


def _without_groups(block: Block) -> Block:
    """*block* without the rows that hold addresses in braces and nothing else, which `net` reads."""
    return block._replace(rows=tuple(row for row in block.rows if not GROUP.fullmatch(row.text.strip())))


def _unread(path: str, says: Text, kind: Literal["file", "no-authors"]) -> Manuscript:
    span = Span(path, 1, 1, 1, 1)
    problem = Problem(kind, says, span, path)
    return Manuscript(path, "pdf", kind != "file", span, problems=(problem,), sources={path: ""})


_GAP = "   "
"""between two cells of a line"""


class Sheet:
    """The rows of the page as lines of a text; paragraphs lead to them."""

    def __init__(self, path: str, blocks: list[Block]) -> None:
        self._path = path
        self._blocks = blocks
        self._places: dict[tuple[float, float], tuple[int, int]] = {}
        """line and column at which each row begins; those of one baseline are one line"""
        lines: list[str] = []
        last = None
        for key, row in sorted({(-row.y, row.x): row for block in blocks for row in block.rows}.items()):
            if last is not None and row.y == last:
                lines[-1] += _GAP
            else:
                lines.append("")
            self._places[key] = (len(lines), len(lines[-1]))
            lines[-1] += row.text
            last = row.y
        self.text = "\n".join(lines) + "\n"

    def where(self, number: int, start: int, end: int, rows: tuple[Row, ...] = ()) -> Span:
        """Where the words of paragraph *number*, or of those of its *rows*, from offset *start* to *end* stand."""
        rows = rows or self._blocks[max(0, min(number, len(self._blocks)) - 1)].rows
        first, last = _place(rows, start), _place(rows, max(start, end - 1))
        line, column = self._at(*first)
        end_line, end_column = max(self._at(*last), (line, column))
        return Span(self._path, line, column, end_line, end_column + 1)

    def _at(self, row: Row, offset: int) -> tuple[int, int]:
        line, before = self._places[-row.y, row.x]
        return line, before + offset + 1


def _place(rows: tuple[Row, ...], offset: int) -> tuple[Row, int]:
    """The row of a paragraph and the offset in it."""
    for row in rows[:-1]:
        if offset <= len(row.text):
            return row, offset
        offset -= len(row.text) + 1
    return rows[-1], min(offset, max(0, len(rows[-1].text) - 1))
