"""The rows of a first page as paragraphs in reading order: what stands over the abstract, notes, the text."""

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
_AS_MARKS = str.maketrans("⋆★☆♯♮[]", "‖‖‖##  ")
"""raised signs as marks that the shared stage knows, each as long as before"""
_JOURNAL = pattern(
    r"\b(?:journal of|proceedings|transactions on|vol(?:ume|\.)|issn|doi|https?:|running head|\d{4}\) ?\d|preprint|"
    r"article in|manuscript draft|the new england)|^\W*[\d./ -]+$",
    2,
)
_PROSE = pattern(r"[a-zà-ÿ]{2,}[,;]? [a-zà-ÿ]{2,} [a-zà-ÿ]{2,} [a-zà-ÿ]{1,}")
_NOTE = pattern(
    r"\s*[*∗⋆†‡§¶‖#✉]|\s*\(?\d{1,2}\)?\s?[A-Z]|\s*(?:e-?mails?|correspond|"
    r"present|current|permanent|now (?:at|with)|on leave|author|jetzt|derzeit|\S+@)",
    2,
)
_NEXT = 1.5
"""of the size: the farthest that the next row of a paragraph stands below"""
_ALIKE = 0.12
_TITLE = 1.12
"""of the size of most rows: a title is at least so large, where its size tells"""
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
    end = _end(lines, bottom - 1)
    above = [line for line in lines if line[0].y > end]
    below = [row for line in lines if line[0].y <= end for row in line]
    text = _columns(below)
    line = bottom + (top - bottom) * _FOOT
    foot = [each for each in text if each.rows[0].y < line and _is_note(each)]
    head = _head(above)
    title = next((number for number, block in enumerate(head) if block.role == "title"), 0)
    return Front(head[title:], foot, [*head[:title], *(each for each in text if each not in foot)])


def _end(lines: Sequence[Sequence[Row]], lowest: float) -> float:
    """The height at which the abstract or the text begins."""
    upper = lines[: max(3, len(lines) // 2)]
    largest = max(row.size for line in upper for row in line)
    title = next((line[0].y for line in upper if line[0].size >= 0.95 * largest), lines[0][0].y)
    if largest < _TITLE * sorted(row.size for line in lines for row in line)[len(lines) // 2]:
        title = lines[0][0].y
    for number, line in enumerate(lines):
        if number and line[0].y < title and any(_ENDS.match(row.text) for row in line):
            return line[0].y + 0.8 * line[0].size
    prose = 0
    for line in lines:
        said = " ".join(row.text for row in line)
        prose = prose + 1 if len(said) > _LONG_PROSE and _PROSE.search(said) else 0
        if prose == 2 and line[0].y < title:
            return line[0].y + 2 * line[0].size * 1.3
    return lowest


def _head(lines: Sequence[Sequence[Row]]) -> list[Block]:
    blocks: list[Block] = []
    for band in _bands(lines):
        blocks.extend(_of_band(band))
    if blocks:
        place = _title(blocks)
        blocks[place] = blocks[place]._replace(role="title")
    return blocks


def _title(blocks: Sequence[Block]) -> int:
    """The number of the block that is the title: the largest that is no journal's name, else the first in capitals."""
    sizes = [0.0 if _JOURNAL.search(block.rows[0].text) else block.rows[0].size for block in blocks]
    largest = max(sizes)
    if largest >= _TITLE * sorted(block.rows[0].size for block in blocks)[len(blocks) // 2]:
        return next(n for n, size in enumerate(sizes) if size >= 0.97 * largest)
    loud = (
        n
        for n, block in enumerate(blocks)
        if block.rows[0].text.isupper() and sizes[n] and len(block.rows[0].text) > 12
    )
    first = next((n for n, size in enumerate(sizes) if size), 0)
    return next(loud, first)


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
    alike = sum(len(line) == len(most) for line in band)
    has_marks = any(_is_mark(piece) for line in band for row in line for piece in row.pieces)
    is_list = len(band) == 1 or (has_marks and not (len(band) > 2 and 5 * alike >= 3 * len(band)))
    if is_list:
        return [Block(tuple(_joined(line) for line in band))]
    columns: list[list[Row]] = [[] for _ in most]
    for line in band:
        for row in line:
            place = min(range(len(most)), key=lambda n: abs(most[n].middle - row.middle))
            columns[place].append(row)
    return [Block(tuple(column)) for column in columns if column]


def _is_mark(piece: Piece) -> bool:
    return piece.is_raised and piece.text.strip() not in ("st", "nd", "rd", "th")


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
    """*block* as the shared stage takes it, a line end between two rows; names with wide gaps are parted."""
    pieces: list[Piece] = []
    for row in block.rows:
        if pieces:
            pieces.append(Piece("\n"))
        pieces.extend(_told_apart(row))
    return Paragraph(tuple(_commas_behind(pieces)), block.role)


def _commas_behind(pieces: list[Piece]) -> list[Piece]:
    """*pieces* with the commas between names behind their marks: ``A. Feld,^1^ B. Lind^2^`` is printed so by REVTeX."""
    places = [n for n, piece in enumerate(pieces) if n and piece.is_raised and pieces[n - 1].text.endswith(",")]
    if not places or 2 * len(places) < sum(piece.is_raised for piece in pieces):
        return pieces
    out = list(pieces)
    for n in places:
        out[n - 1] = out[n - 1]._replace(text=out[n - 1].text[:-1])
        if n + 1 < len(out) and not out[n + 1].is_raised:
            out[n + 1] = out[n + 1]._replace(text="," + out[n + 1].text)
        else:
            out[n] = out[n]._replace(text=out[n].text + " ")
    return [piece for piece in out if piece.text]


def _told_apart(row: Row) -> list[Piece]:
    """The pieces of *row*; a wide gap is a stroke between two names, else a blank: as long as before."""
    pieces = [
        piece._replace(text=piece.text.translate(_AS_MARKS)) if piece.is_raised else piece for piece in row.pieces
    ]
    if APART not in row.text:
        return pieces
    said = "".join(APART if piece.is_raised else piece.text for piece in row.pieces)
    names = [name.strip(" *∗†‡,") for part in said.split(APART) for name in part.split(",") if name.strip(" *∗†‡,")]
    sign = "|" if len(names) > 1 and all(map(line_kinds.full_name, names)) else " "
    return [piece._replace(text=piece.text.replace(APART, sign)) for piece in pieces]
