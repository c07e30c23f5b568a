"""The rows of a first page as paragraphs in reading order: what stands over the abstract, notes at the foot, the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.pdf.rows import APART, Row
from askfirst_checks.readers.word.paragraph import Paragraph, Piece, Role

_ENDS = pattern(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4})[.\s]*)?(?:abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|article info|a r t i c l e|"
    r"introduction|summary|synopsis|zusammenfassung|kurzfassung|einleitung|résumé|resumen|resumo|riassunto|keywords?|"
    r"key words|index terms|ccs concepts|аннотация|реферат|введение|摘要|要旨|초록)(?=$|[\W_\d]|[A-ZА-Я])",
    2,
)
_AS_MARKS = str.maketrans("⋆★☆♯♮", "‖‖‖##")
"""raised signs as marks that the shared stage knows, each as long as before"""
_PROSE = pattern(r"[a-zà-ÿ]{2,}[,;]? [a-zà-ÿ]{2,} [a-zà-ÿ]{2,} [a-zà-ÿ]{1,}")
_NOTE = pattern(r"\s*[*∗⋆†‡§¶‖#✉]|\s*\(?\d{1,2}\)?\s?[A-Z]|\s*(?:e-?mails?|correspond|\S+@)", 2)
_NEXT = 1.5
"""of the size: the farthest that the next row of a paragraph stands below"""
_ALIKE = 0.12
_MIDDLE = 0.45
"""of the page, from above: where the front ends, when nothing says so"""
_FOOT = 0.33
_LONG_PROSE = 90


class Block(NamedTuple):
    """A paragraph as rows, and what it is."""

    rows: tuple[Row, ...]
    role: Role = ""


class Front(NamedTuple):
    """A page in parts."""

    head: list[Block]
    """over the abstract, the title among it"""
    foot: list[Block]
    """notes at the foot of the page"""
    text: list[Block]
    """the rest"""


def parted(lines: Sequence[Sequence[Row]]) -> Front:
    """The rows of one page in parts."""
    if not lines:
        return Front([], [], [])
    top, bottom = lines[0][0].y, lines[-1][0].y
    end = _end(lines, top - (top - bottom) * _MIDDLE)
    above = [line for line in lines if line[0].y > end]
    below = [row for line in lines if line[0].y <= end for row in line]
    text = _columns(below)
    line = bottom + (top - bottom) * _FOOT
    foot = [each for each in text if each.rows[0].y < line and _is_note(each)]
    return Front(_head(above), foot, [each for each in text if each not in foot])


def _end(lines: Sequence[Sequence[Row]], middle: float) -> float:
    """The height at which the abstract or the text begins."""
    largest = max(row.size for line in lines for row in line)
    title = next((line[0].y for line in lines if line[0].size >= 0.95 * largest), lines[0][0].y)
    for number, line in enumerate(lines):
        if number and line[0].y < title and any(_ENDS.match(row.text) for row in line):
            return line[0].y + 0.8 * line[0].size
    prose = 0
    for line in lines:
        said = " ".join(row.text for row in line)
        prose = prose + 1 if len(said) > _LONG_PROSE and _PROSE.search(said) else 0
        if prose == 3 and line[0].y < title:
            return line[0].y + 3 * line[0].size * 1.3
    return middle


def _head(lines: Sequence[Sequence[Row]]) -> list[Block]:
    blocks: list[Block] = []
    for band in _bands(lines):
        blocks.extend(_of_band(band))
    if blocks:
        largest = max(block.rows[0].size for block in blocks)
        place = next(n for n, block in enumerate(blocks) if block.rows[0].size >= 0.97 * largest)
        blocks[place] = blocks[place]._replace(role="title")
    return blocks


def _bands(lines: Sequence[Sequence[Row]]) -> list[list[Sequence[Row]]]:
    """Rows that follow each other closely: those with several cells apart from those with one."""
    bands: list[list[Sequence[Row]]] = []
    for line in lines:
        last = bands[-1][-1] if bands else None
        is_next = last is not None and last[0].y - line[0].y <= 1.9 * max(line[0].size, last[0].size)
        if last is not None and is_next and _is_of(bands[-1], line):
            bands[-1].append(line)
        else:
            bands.append([line])
    return bands


def _is_of(band: Sequence[Sequence[Row]], line: Sequence[Row]) -> bool:
    """Whether *line* goes on with the cells of *band*: none of its rows bridges two of them."""
    most = max(band, key=len)
    if len(most) == 1:
        return len(line) == 1
    return not any(sum(row.x < cell.end and cell.x < row.end for cell in most) > 1 for row in line)


def _of_band(band: Sequence[Sequence[Row]]) -> Iterable[Block]:
    most = max(band, key=len)
    if len(most) == 1:
        return _paragraphs([line[0] for line in band])
    is_list = len(band) == 1 or any(piece.is_raised for line in band for row in line for piece in row.pieces)
    if is_list:
        return [Block(tuple(_joined(line) for line in band))]
    columns: list[list[Row]] = [[] for _ in most]
    for line in band:
        for row in line:
            place = min(range(len(most)), key=lambda n: abs(most[n].middle - row.middle))
            columns[place].append(row)
    return [Block(tuple(column)) for column in columns if column]


def _joined(line: Sequence[Row]) -> Row:
    """The cells of one line as one row, a stroke between two of them."""
    pieces: list[Piece] = []
    for row in line:
        if pieces:
            pieces.append(Piece(" | "))
        pieces.extend(row.pieces)
    return line[0]._replace(pieces=tuple(pieces), end=line[-1].end)


def _paragraphs(rows: Sequence[Row]) -> list[Block]:
    blocks: list[list[Row]] = []
    for row in rows:
        last = blocks[-1][-1] if blocks else None
        if last is not None and _goes_on(last, row):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [Block(tuple(block)) for block in blocks]


def _goes_on(last: Row, row: Row) -> bool:
    size = max(last.size, row.size)
    return last.y - row.y <= _NEXT * size and abs(last.size - row.size) <= _ALIKE * size


def _columns(rows: Sequence[Row]) -> list[Block]:
    """The text under the front: left column, then right, where there are two."""
    if not rows:
        return []
    left, right = min(row.x for row in rows), max(row.end for row in rows)
    middle = (left + right) / 2
    crossing = sum(row.x < middle - 12 and row.end > middle + 12 for row in rows)
    if crossing > 0.35 * len(rows):
        return _paragraphs(sorted(rows, key=lambda row: (-row.y, row.x)))
    parts = ([row for row in rows if row.middle < middle], [row for row in rows if row.middle >= middle])
    return [block for part in parts for block in _paragraphs(sorted(part, key=lambda row: (-row.y, row.x)))]


def _is_note(block: Block) -> bool:
    first = block.rows[0]
    return first.pieces[0].is_raised or _NOTE.match(first.text) is not None


def paragraph(block: Block) -> Paragraph:
    """*block* as the shared stage takes it, a line end between two rows; names with wide gaps between them are parted."""
    pieces: list[Piece] = []
    for row in block.rows:
        if pieces:
            pieces.append(Piece("\n"))
        pieces.extend(_told_apart(row))
    return Paragraph(tuple(pieces), block.role)


def _told_apart(row: Row) -> list[Piece]:
    """The pieces of *row*; a wide gap is a stroke between two names, else a blank: as long as before."""
    pieces = [piece._replace(text=piece.text.translate(_AS_MARKS)) if piece.is_raised else piece for piece in row.pieces]
    if APART not in row.text:
        return pieces
    said = "".join(APART if piece.is_raised else piece.text for piece in row.pieces)
    names = [name.strip(" *∗†‡,") for part in said.split(APART) for name in part.split(",") if name.strip(" *∗†‡,")]
    sign = "|" if len(names) > 1 and all(map(line_kinds.full_name, names)) else " "
    return [piece._replace(text=piece.text.replace(APART, sign)) for piece in pieces]
