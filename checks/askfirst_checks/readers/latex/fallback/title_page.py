r"""Title pages set by hand without an affiliation's mark: a name and where it works in one paragraph; lines of names.

Only what can hardly be anything else is believed: in a ``titlepage``, a paragraph that begins with a full name and
goes on with an institution or an address; in the head of a two-column page, names with marks that footnotes explain;
before a centred title, lines of initials and family names alone, as Russian journals set them.
"""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.affiliation_lines import read_place
from askfirst_checks.readers.latex.block.author_argument import Reader
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.lines import EDGE, segments, split
from askfirst_checks.readers.latex.tokens.token import has, only, without
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_APART = pattern(r"\n[ \t]*\n|\\(?:vspace|vfill|bigskip|medskip|vskip)(?![A-Za-z])|\\\\\s*\[")
_BEFORE = pattern(r"\\begin\{document\}")
_ONE = (
    r"(?:[^\W\d_a-z][\w'’-]{1,30}\s+(?:[^\W\d_a-z]\.[\s-]?){1,3}|(?:[^\W\d_a-z]\.[\s-]?){1,3}[^\W\d_a-z][\w'’-]{1,30})"
)
_INITIALED = pattern(_ONE + r"(?:\s?[,;]\s" + _ONE + r")*")
_CLASSIFIED = pattern(r"\W*(?:УДК|ББК|UDC|UDK|MSC|AMS|PACS|doi)\b")
_LARGEST = ("\\LARGE", "\\huge", "\\Huge")
_SIZES = ("\\Large", "\\LARGE", "\\huge", "\\Huge")
_LONGEST = 6_000
_MOST = 30


def by_title(gathered: Gathered) -> Book | None:
    """The book of such a title page, or None."""
    root = gathered.root
    pages = [c for c in gathered.calls if c.role == "page" and c.strip is root and c.name != "frontmatter"]
    book = Book()
    for call in pages[:6]:
        strip = call.group(0)
        if strip is not None and call.name == "titlepage":
            _each(book, gathered, strip.cut(0, min(len(strip.text), _LONGEST)))
        elif strip is not None and call.name == "@twocolumnfalse":
            _cells(book, gathered, strip.cut(0, min(len(strip.text), 2 * _LONGEST)))
    if not book.authors and pages:
        _above(book, root, pages[0].start)
    if not book.authors:
        return None
    book.block = book.authors[0].span
    tie(book)
    return book


def _paragraphs(strip: Strip) -> list[Strip]:
    out, at = [], 0
    for match in _APART.finditer(strip.text):
        out.append(strip.cut(at, match.start()))
        at = match.start() if match[0][0] == "\\" else match.end()
    return [part for part in [*out, strip.cut(at, len(strip.text))] if part.text.strip()][:_MOST]


def _with_places(page: Strip, parts: list[Strip]) -> list[Strip]:
    """*parts* with a full name alone joined to the institution in the paragraph beneath it."""
    out: list[Strip] = []
    for part in parts:
        above = [line for line in split(items(out[-1]), "line") if _said(line)] if out else []
        first = next((said for line in split(items(part), "line") if (said := _said(line))), "")
        if len(above) == 1 and line_kinds.full_name(_said(above[0])) and line_kinds.titled(first):
            start = page.text.find(out[-1].text)
            out[-1] = page.cut(start, page.text.find(part.text, start) + len(part.text))
        else:
            out.append(part)
    return out


def _each(book: Book, gathered: Gathered, page: Strip) -> None:
    """Read the paragraphs that begin with a name, not in a title's size, and tell where it works."""
    page = gathered.expander.expand(page)
    large = next((page.text.find(size) for size in _LARGEST if size in page.text), len(page.text))
    for whole in _with_places(page, _paragraphs(page)):
        lines = _lines(whole)
        is_behind = page.text.find(whole.text[:_LONGEST]) > large
        beneath = is_behind and bool(lines) and line_kinds.full_name(_said(lines[0]))
        part, lines = (whole, lines) if beneath else _behind_title(whole, lines)
        if len(lines) < 2 or not _name(_said(lines[0])):
            continue
        rest = " ".join(map(_said, lines[1:]))
        if line_kinds.institution(rest) or emails.addresses(part.text):
            Reader(book, part, {}).read(
                [i for line in lines for i in [*line, Item("line", "", line[-1].end, line[-1].end)]]
            )


def _lines(part: Strip) -> list[list[Item]]:
    """The lines of *part* that print words or an address."""
    return [line for line in split(items(part), "line") if _said(line) or has(line, "email")]


def _behind_title(part: Strip, lines: list[list[Item]]) -> tuple[Strip, list[list[Item]]]:
    """*part* and its lines without those at its head that are in a title's size."""
    while len(lines) > 1 and any(size in part.text[: lines[0][-1].end] for size in _SIZES):
        part = part.cut(lines[1][0].start, len(part.text))
        lines = _lines(part)
    return part, lines


def _cells(book: Book, gathered: Gathered, page: Strip) -> None:
    """RSC's template: a cell of names with marks, and footnotes that begin with them."""
    page = gathered.expander.expand(page)
    for line in split(items(page), "line"):
        row = without(line, "tab")
        named = segments(row)
        if sum(i.kind == "mark" for i in line) > 1 and named and all(map(line_kinds.name, named)):
            Reader(book, page, {}).read(row)
            break
    notes = [call.group(-1) for call in gathered.calls if call.name == "footnotetext"] if book.authors else []
    for note in notes:
        if note is not None:
            _footnote(book, gathered.expander.expand(note))


def _footnote(book: Book, strip: Strip) -> None:
    """Enter a footnote that begins with a mark of an author and is an affiliation."""
    row = items(strip)
    lead = next((i.text for i in row[:3] if i.kind == "mark"), "")
    if lead in book.marks() and line_kinds.affiliation(printed(row)):
        read_place(book, strip, row, owners=[], macros={})


def _above(book: Book, root: Strip, title: int) -> None:
    """Read names alone between the document's begin and its centred title."""
    begun = _BEFORE.search(root.text, max(0, title - _LONGEST), title)
    if begun is None:
        return
    parts = _paragraphs(root.cut(begun.end(), title))
    lines = [part for part in parts if not _CLASSIFIED.match(part.text)]
    if lines and all(_INITIALED.fullmatch(plain(part.text)) for part in lines):
        for part in lines:
            Reader(book, part, {}).read()


def _said(line: list[Item]) -> str:
    return printed(only(line, "text", "gap")).strip(EDGE)


def _name(text: str) -> bool:
    return line_kinds.name(text) and (" " in text or not text.isascii()) and not line_kinds.country(text)
