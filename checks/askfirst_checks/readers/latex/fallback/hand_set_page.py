"""Title pages set by hand: names and affiliations in a centred or flush block, without an author macro."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Book, Loose
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.affiliation_lines import lead_numbers, read_place
from askfirst_checks.readers.latex.block.author_argument import Reader
from askfirst_checks.readers.latex.block.notes import locate_in
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.latex.tokens.lines import EDGE, leads, segments, split
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import closing

_TITLE = pattern(
    r"\{\s*\\(?:Large|LARGE|huge|Huge|large\s*\\bf(?:series)?)\b|\\textbf\s*\{\s*(?:\\noindent\s*)?\\(?:Large|LARGE|huge|Huge)\b"
)
_ABSTRACT = pattern(
    r"\\(?:section|subsection|paragraph)\*?\s*\{\s*(?:abstract|zusammenfassung|author summary)\b"
    r"|\\begin\{abstract|\\abstract\b"
    r"|\\(?:textbf|textit|textsc|emph|bf|it|sc|bfseries|itshape)\b[\s{]*(?:\\\w+[\s{]*)?"
    r"(?:abstract|zusammenfassung|summary|r[ée]sum[ée]|resumen|аннотация|摘\s*要)(?!\w)",
    re.IGNORECASE,
)
_MARKED = pattern(
    r"(?:^|[,;&]|\band\b)[ \t]*[^\W\d_a-z][^\n$\\{}=<>,;]{2,50}(?:\\,|~)?[ \t]*"
    r"(?:\$\s*(?:\{\s*\}\s*)?\^|\\textsuperscript|\^\{)",
    re.MULTILINE,
)
"""roughly a name with a mark: most pages have none, and all further looks cost more"""
_LONGEST = 20_000
_PROSE = 600
"""characters a line of a title page may have"""
_LINES = 80
"""lines of it that are looked at for the first name"""
_UNCLOSED = 20
"""groups that may be open at the title page's end; each costs a search to the end"""


def hand_set(gathered: Gathered) -> Book | None:
    """The book of a hand-set title page, or None.

    Names must carry marks that affiliations beneath them explain, or stand above their affiliation and an abstract.
    """
    head, macros = head_of(gathered), dict[str, str]()
    strips = [_Block(span, gathered.expander.expand(strip)) for span, strip in _blocks(head)]
    book = _marked(strips, macros)
    if book is None and head.abstract:
        book = _beneath(strips, macros, titled=head.titled)
    whole = head.strip.cut(head.start, head.stop)
    if book is None and abs(whole.text.count("{") - whole.text.count("}")) < _UNCLOSED:
        book = _whole(head, whole, gathered.expander.expand(whole), macros)
    return book


def _blocks(head: Head) -> list[_Block]:
    """The first environments of a title page, those inside others left out."""
    pages = [c for c in head.pages if min(c.end, head.stop) - c.start < _LONGEST]
    outer = [c for n, c in enumerate(pages) if n == 0 or c.start > max(each.end for each in pages[:n])]
    return [
        _Block(c.strip.span(c.start, c.end), c.strip.cut(c.args[0].start, min(c.args[0].end, head.stop)))
        for c in outer[:6]
    ]


def _whole(head: Head, whole: Strip, page: Strip, macros: Mapping[str, str]) -> Book | None:
    """What the whole of a title page gives, whose text with macros put in is *page*."""
    book = _numbered(page, macros)
    short = len(page.text) < _LONGEST
    if book is None and head.abstract and not head.pages and short:
        book = _beneath([_Block(whole.span(0, len(whole.text)), page)], macros, titled=head.titled)
    closed = abs(page.text.count("[") - page.text.count("]")) < _UNCLOSED
    if book is None and closed and (head.abstract or head.titled) and short:
        book = _drawn_or_tabled(whole, page, macros, titled=head.titled)
    return book


def _drawn_or_tabled(whole: Strip, page: Strip, macros: Mapping[str, str], *, titled: bool) -> Book | None:
    from askfirst_checks.readers.latex.fallback.drawn_page import drawn, on_page, tabled

    flat = drawn(page)
    book = tabled(flat or page, macros)
    if book is None and flat is not None and (not titled or on_page(page)):
        book = _beneath([_Block(whole.span(0, len(whole.text)), flat)], macros, titled=titled)
    return book


def too_long(gathered: Gathered) -> Span | None:
    """Where a title page begins that is longer than what is looked at of one, or None."""
    head = head_of(gathered)
    page = next((c for c in head.pages if min(c.end, head.stop) - c.start >= _LONGEST), None)
    if page is not None:
        return page.strip.span(page.start, page.start + len("\\begin"))
    if head.abstract and head.stop - head.start >= _LONGEST and not head.pages:
        return head.strip.span(head.start, head.start + 1)
    return None


class _Block(NamedTuple):
    """A part of a title page, and where it stands."""

    span: Span
    strip: Strip


class Head(NamedTuple):
    """What is printed before the abstract and the first section."""

    strip: Strip
    start: int
    stop: int
    pages: list[Call]
    abstract: bool
    """whether an abstract follows"""
    titled: bool
    """whether the title has a macro of its own"""


def head_of(gathered: Gathered) -> Head:
    calls = gathered.calls
    first, front, last = _front(calls)
    pages = [c for c in front if c.role == "page" and c.name != "frontmatter"]
    strip = pages[0].strip if pages else gathered.root
    start = first.end if first and first.strip is strip else 0
    stop = last.start if last and last.strip is strip else len(strip.text)
    stop = min(stop, start + 2 * _LONGEST)
    abstract = _abstract(strip.text, start, stop + 200)
    stop = stop if abstract is None else min(stop, abstract)
    inside = [c for c in pages if c.strip is strip and start <= c.start < stop]
    return Head(strip, start, stop, inside, abstract is not None or _is_abstract(last), _has_title(calls))


def _is_abstract(call: Call | None) -> bool:
    return call is not None and call.role == "abstract"


def _has_title(calls: list[Call]) -> bool:
    return any(c.role == "title" and c.args for c in calls)


def _front(calls: list[Call]) -> tuple[Call | None, list[Call], Call | None]:
    """Where the document begins, the calls from there to its abstract or first section, and this."""
    body = next((n for n, c in enumerate(calls) if c.role == "body" and c.name == "document"), -1)
    end = next((n for n in range(body + 1, len(calls)) if _ends_front(calls[n])), len(calls))
    return calls[body] if body >= 0 else None, calls[body + 1 : end], calls[end] if end < len(calls) else None


def _ends_front(call: Call) -> bool:
    r"""Whether the text begins at *call*: an abstract, or a section with a heading (not ``\titleformat{\section}``)."""
    return call.role == "abstract" or (call.role == "section" and bool(call.args))


def _abstract(text: str, start: int, stop: int) -> int | None:
    """Where words head an abstract that is no macro's."""
    headed = (match.start() for match in _ABSTRACT.finditer(text, start, stop))
    return next((at for at in headed if not _commented(text, at)), None)


def _commented(text: str, at: int) -> bool:
    return "%" in text[text.rfind("\n", 0, at) + 1 : at]


def _marked(strips: list[_Block], macros: Mapping[str, str]) -> Book | None:
    """Names with marks, and affiliations with the same."""
    book = Book()
    reader: Reader | None = None
    for span, strip in strips:
        inner = _without_title(strip)
        row = items(inner, macros)
        if not has(row, "mark", "note") or not printed(row).strip():
            continue
        row = row if reader is not None else _behind_title(row)
        people = reader.people if reader is not None else []
        reader = Reader(book, inner, macros)
        reader.people = people
        reader.read(row, fresh=False)
        book.block = book.block or span
    return _believed(book, 1)


def _behind_title(row: list[Item]) -> list[Item]:
    """*row* without lines before the first mark that are no names: a title in bold, not in a title's size."""
    lines = split(row, "line")
    for line in lines:
        said = segments(line)
        if has(line, "mark", "note") or (said and all(map(line_kinds.name, said))):
            return row[row.index(line[0]) :]
    return row


def _believed(book: Book, least: int) -> Book | None:
    """*book*, tied, if half of its authors or more have an affiliation."""
    tie(book)
    tied = [a for a in book.authors if any(line_kinds.affiliation(book.places[n].text) for n in a.affiliations)]
    return book if len(book.authors) >= least and len(tied) * 2 >= len(book.authors) else None


def _beneath(strips: list[_Block], macros: Mapping[str, str], *, titled: bool) -> Book | None:
    """Names in a line of their own above an affiliation, side by side or not."""
    book = Book()
    reader: Reader | None = None
    rows = [
        (span, inner, items(inner, macros), inner is not strip)
        for span, strip in strips
        for inner in [_without_title(strip)]
    ]
    for number, (span, inner, whole, large) in enumerate(rows):
        titled = titled or large
        further = rows[number + 1][2] if number + 1 < len(rows) else []
        row = _from_names(whole, further, titled)
        fresh = bool(row)
        row = row if row or reader is None else whole
        titled = True
        if not printed(row).strip():
            continue
        people = reader.people if reader is not None else []
        reader = Reader(book, inner, macros)
        reader.people = people
        reader.read(_apart(_before_prose(row)), fresh=fresh)
        book.block = book.block or span
    return _believed(book, 1)


def _apart(row: list[Item]) -> list[Item]:
    """*row* with its people kept apart, where all its lines are a name and an institution by turns."""
    lines = [line for line in split(row, "line") if printed(line).strip(EDGE)]
    if len(lines) < 4 or len(lines) > _LINES or len(lines) % 2:
        return row
    if not all(map(_names, lines[::2])) or not all(line_kinds.institution(printed(i)) for i in lines[1::2]):
        return row
    begins = {line[0].start for line in lines[2::2]}
    return [i for item in row for i in (*_parted(item, begins), item)]


def _parted(item: Item, begins: set[int]) -> list[Item]:
    """What keeps people apart, before an item where another begins."""
    return [Item("and", "", item.start, item.start)] if item.start in begins else []


def _before_prose(row: list[Item]) -> list[Item]:
    """*row* up to its first line that is as long as no name or address is."""
    size, at = 0, 0
    for index, item in enumerate(row):
        size, at = (0, index) if item.kind == "line" else (size + len(item.text), at)
        if size > _PROSE:
            return row[:at]
    return row


def _from_names(row: list[Item], further: list[Item], titled: bool) -> list[Item]:
    """*row* from its first line of names on that an affiliation or address follows; the first line is a title."""
    lines = [line for line in split(_before_prose(row), "line")[:_LINES] if printed(line).strip(EDGE)]
    below = [line for line in split(_before_prose(further), "line")[:_LINES] if printed(line).strip(EDGE)]
    lines = lines if titled else lines[1:]
    for line, after in zip(lines, [*lines[1:], *below[:1]], strict=False):
        if _names(line) and (line_kinds.somewhere(printed(after)) or has(after, "email")):
            at = row.index(line[0])
            return row[at:]
    return []


def _names(line: list[Item]) -> bool:
    """Whether *line* is full names and nothing else."""
    if sum(len(i.text) for i in line) > _PROSE:
        return False
    names = segments(line)
    return bool(names) and all(line_kinds.full_name(line_kinds.spokesperson(name)) for name in names)


def _numbered(whole: Strip, macros: Mapping[str, str]) -> Book | None:
    """Names with marks, a line each or several, and numbered affiliations, wherever the title page has them."""
    if len(list(islice(_MARKED.finditer(whole.text), 2))) < 2:
        return None
    strip = _without_title(whole)
    lines = split(items(strip, macros), "line")
    named = [line for line in lines if has(line, "mark") and _names(line)]
    if sum(i.kind == "mark" for line in named for i in line) < 2:
        return None
    book = Book()
    row = [i for line in named for i in [*line, Item("line", "", line[-1].end, line[-1].end)]]
    Reader(book, strip, macros).read(row)
    book.block = strip.span(row[0].start, row[-1].end)
    for line in _before_text(lines, row[-1].end):
        led = lead_numbers(line, book)
        if line[0].start >= row[0].start and leads(led):
            read_place(book, strip, led, owners=[], macros=macros, inline=True)
        elif not row[0].start <= line[0].start <= row[-1].end:
            _contact(book, strip, line)
    return _believed(book, 2)


def _before_text(lines: list[list[Item]], names_end: int) -> list[list[Item]]:
    """*lines* up to the first behind the names that is as long as no address is and has no mark before it."""
    long = (
        n
        for n, line in enumerate(lines)
        if line[0].start > names_end and not leads(line) and sum(len(i.text) for i in line) > _PROSE
    )
    return lines[: next(long, len(lines))]


def _contact(book: Book, strip: Strip, line: list[Item]) -> None:
    """The addresses of a line beside the names, whoever they are of."""
    start, end = line[0].start, line[-1].end
    found = [(a, locate_in(strip, start, end, a)) for a in emails.addresses(strip.text[start:end])]
    if found:
        book.loose.append(Loose(found, book.group, []))


def _without_title(strip: Strip) -> Strip:
    """The block without what is set in title sizes."""
    match = _TITLE.search(strip.text)
    if match is None:
        return strip
    close = closing(strip.text, match.start() + match[0].index("{"), 4000)
    if close < 0:
        return strip
    out = Builder(strip)
    out.keep(0, match.start())
    out.keep(close + 1, len(strip.text))
    return out.done()
