r"""Marks that no affiliation macro explains: the lines or the table behind the author block that begin with them.

``\maketitle`` and then ``$^1$Sample University\\``, a table ``1 & Sample University \\``, a footnote without a mark of
its own, or a second author list deep in the text with the institutions beneath it.
"""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.draft import Author, Book, Loose, Note
from askfirst_checks.readers.author_block.marks import SPLIT, norm
from askfirst_checks.readers.latex.block.affiliation_lines import read_place
from askfirst_checks.readers.latex.block.notes import note_of
from askfirst_checks.readers.latex.fallback.title_macros import beneath_title, strips
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.latex.tokens.lines import EDGE, cells, segments, shifted, split
from askfirst_checks.readers.latex.tokens.token import has, only
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_ENDS = pattern(
    r"\\(?:section|subsection|chapter)\*?\s*\{\s*[^\s{}]|\\begin\{(?:abstract|Abstract|thebibliography|figure|document)|\\abstract\b"
    r"|\\end\{document\}"
)
_LONGEST = 40_000
_LONGEST_LINE = 500
_FOOTNOTES = 40
_FEW = 10
"""authors of whom all may be meant by an institution that stands beneath the title"""
_LIST = pattern(r"\\begin\{enumerate\}")
_ITEM = pattern(r"\\item(?![A-Za-z])")


def explained(book: Book, gathered: Gathered, macros: Mapping[str, str]) -> bool:
    """Enter the affiliations that stand behind their marks in the text, where authors carry marks nothing explains.

    Whether the text was looked at.
    """
    wanted = _unexplained(book)
    if not wanted and not _nowhere(book):
        return False
    start, stop = bounds(gathered)
    wanted = wanted or _marked_again(book, gathered.expander.expand(gathered.root.cut(start, stop)))
    if not wanted:
        _beneath(book, gathered, macros)
        if not book.places:
            from askfirst_checks.readers.latex.fallback.addresses_at_end import at_the_end

            at_the_end(book, gathered, macros)
        return True
    titled = [strip for _, strip in strips(gathered, stop)]
    for region in [*titled, gathered.root.cut(start, stop), *_footnotes(gathered)]:
        region = gathered.expander.expand(region)
        for row in (_listed(region, wanted) or _rows(region, wanted)) if region.text.strip() else ():
            _explain(book, region, row, macros)
    return True


def _explain(book: Book, region: Strip, row: list[Item], macros: Mapping[str, str]) -> None:
    """Enter a line that a mark begins: an affiliation, or an address of who corresponds."""
    said = printed(only(row, "text", "gap", "part"))
    if row[0].text == "*" and "@" in said and not line_kinds.institution(said):
        book.notes.append(note_of(region, row[0].start, row[-1].end, None, ["*"]))
    elif len(said) < _LONGEST_LINE and (line_kinds.affiliation(said) or "@" in said) and not line_kinds.remark(said):
        read_place(book, region, row, owners=[], macros=macros, macro="explained")


def _marked_again(book: Book, region: Strip) -> set[str]:
    """The marks of authors whose names a line of *region* repeats with them, and nothing else."""
    named = {author.name.casefold(): author for author in book.authors}
    if "^" not in region.text and "\\textsuperscript" not in region.text:
        return set()
    for line in split(items(region), "line"):
        said = [name.casefold() for name in segments(line)]
        if said and set(said) == named.keys() and has(line, "mark"):
            _mark_again(line, said, named)
            return _unexplained(book)
    return set()


def _mark_again(line: list[Item], said: list[str], named: dict[str, Author]) -> None:
    """Give the marks of *line* to the authors behind whose names they stand."""
    run = ""
    for item in line:
        run += item.text if item.kind == "text" else ""
        before = plain(run).casefold().rstrip(EDGE) if item.kind == "mark" else ""
        name = next((n for n in reversed(said) if before.endswith(n)), "") if before else ""
        if name:
            named[name].marks.append(item.text)


def _nowhere(book: Book) -> bool:
    """Whether a few authors have neither marks nor any affiliation, not even in a footnote."""
    said = (
        book.places
        or any(a.marks for a in book.authors)
        or any(line_kinds.institution(note.text) and not _bare(note) for note in book.notes)
    )
    return 0 < len(book.authors) <= _FEW and not said


def _bare(note: Note) -> bool:
    """Whether *note* is an institution and its place alone, of nobody's and with no mark."""
    text = note.text
    alone = not note.keys and note.owner is None and not note.general and "," in text
    return alone and line_kinds.titled(text) and not line_kinds.remark(text) and line_kinds.unfunded(text) == text


def _beneath(book: Book, gathered: Gathered, macros: Mapping[str, str]) -> None:
    """An institution in a macro of the title, or in a block of its own between ``\\maketitle`` and the abstract."""
    everybody = list(range(len(book.authors)))
    for note in filter(_bare, [*book.notes]):
        place = book.place(note.text, note.span)
        if place is not None:
            place.owners, place.macro = everybody, "beneath"
            book.notes.remove(note)
            book.loose += [Loose(note.mails, book.group, everybody)] if note.mails else []
    beneath_title(book, gathered, bounds(gathered)[1], macros)
    for call in _between_title_and_abstract(gathered):
        strip = call.group(0) if call.role == "page" and call.name != "titlepage" else None
        if strip is None or len(strip.text) > _LONGEST_LINE:
            continue
        strip = gathered.expander.expand(strip)
        row = items(strip, macros)
        if line_kinds.titled(printed(row)):
            read_place(book, strip, row, owners=everybody, macros=macros, macro="beneath")


def _between_title_and_abstract(gathered: Gathered) -> list[Call]:
    """The calls behind the printed title, where an abstract follows before the first section."""
    calls = [c for c in gathered.calls if c.strip is gathered.root]
    titled = next((n for n, c in enumerate(calls) if c.name == "maketitle"), len(calls))
    end = next((n for n, c in enumerate(calls) if n > titled and c.role in ("abstract", "section")), 0)
    return calls[titled + 1 : end] if end and calls[end].role == "abstract" else []


def bounds(gathered: Gathered) -> tuple[int, int]:
    """From the author block's end to the abstract or the next section."""
    text = gathered.root.text
    calls = [c for c in gathered.calls if c.strip is gathered.root]
    authors = [c.end for c in calls if c.role in ("author", "affiliation")]
    begun = max((c.end for c in calls if c.name == "document"), default=0)
    start = max([begun, *authors[-1:]])
    stop = _ENDS.search(text, start, start + _LONGEST)
    return start, stop.start() if stop else min(len(text), start + _LONGEST)


def _footnotes(gathered: Gathered) -> list[Strip]:
    """Footnotes of the front matter."""
    texts = [c.group(-1) for c in gathered.calls if c.name == "footnotetext" and not c.option()][:_FOOTNOTES]
    return [strip for strip in texts if strip is not None]


def _unexplained(book: Book) -> set[str]:
    """The marks of authors that no affiliation bears: figures and letters, and symbols of those who have no others."""
    known = _explaining(book)
    found: set[str] = set()
    for author in book.authors:
        tokens = _tokens(author.marks)
        missing = [t for t in tokens if t not in known]
        if len(missing) == len(tokens) or any(map(str.isdigit, missing)):
            found.update(missing)
    if found <= {"*"} or (book.places and not any(map(str.isdigit, found))):
        return set()
    return found


def _explaining(book: Book) -> set[str]:
    """The labels and numbers of all affiliations."""
    labels = {norm(t) for place in book.places for label in place.labels for t in (label, *SPLIT.split(label))}
    return labels | {str(place.ordinal) for place in book.places if place.ordinal}


def _tokens(marks: list[str]) -> list[str]:
    """The labels in printed marks; signs one by one."""
    words = [word for mark in marks for word in map(norm, SPLIT.split(mark)) if word]
    return [token for word in words for token in ([word] if word.isalnum() else [*word])]


def _listed(region: Strip, wanted: set[str]) -> list[list[Item]]:
    """The items of a numbered list in *region*, where each is an institution and there are as many as marks."""
    opened = _LIST.search(region.text)
    close = region.text.find("\\end{enumerate}", opened.end()) if opened else -1
    if opened is None or close < 0 or not all(label.isdigit() for label in wanted):
        return []
    starts = [match.end() for match in _ITEM.finditer(region.text, opened.end(), close)]
    stops = [match.start() for match in _ITEM.finditer(region.text, opened.end(), close)][1:]
    if not starts or len(starts) != max(map(int, wanted)):
        return []
    rows = [shifted(items(region.cut(a, b)), a) for a, b in zip(starts, [*stops, close], strict=True)]
    if not all(line_kinds.institution(printed(row)) for row in rows):
        return []
    return [[Item("mark", str(n), row[0].start, row[0].start), *row] for n, row in enumerate(rows, 1)]


def _rows(region: Strip, wanted: set[str]) -> list[list[Item]]:
    """The lines of *region* that begin with a mark of *wanted*, or have it in a cell of its own."""
    rows: list[list[Item]] = []
    tabled = False
    for line in split(items(region), "line"):
        row = cells(line)
        first = [i for i in row[0] if i.kind != "gap" and (i.kind != "text" or i.text.strip(" \n\t{}~"))]
        goes_on = tabled and len(row) > 1 and not first
        tabled = goes_on or (len(row) > 1 and _label(first) in wanted)
        if goes_on:
            rows[-1] += [Item("line", "", row[1][0].start, row[1][0].start), *row[1]] if row[1] else []
        elif tabled:
            mark = Item("mark", _label(first), first[0].start, first[0].end)
            rows.append([mark, *(i for cell in row[1:] for i in cell)])
        elif _is_marked(first, wanted):
            rows.append(line)
    return rows


def _label(cell: list[Item]) -> str:
    """What a cell holds that is one mark, or one text; else nothing."""
    return norm(cell[0].text) if len(cell) == 1 and cell[0].kind in ("text", "mark") else ""


def _is_marked(row: list[Item], wanted: set[str]) -> bool:
    """Whether a mark of *wanted* begins *row*."""
    return bool(row) and row[0].kind == "mark" and any(norm(t) in wanted for t in SPLIT.split(row[0].text))
