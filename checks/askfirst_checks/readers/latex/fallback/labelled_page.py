r"""Title pages whose lines say what they are: ``{\bf Principal author} Anna Muster``, ``Presented by:`` above a name.

White papers, letters of intent, theses. Believed where a label announces a person, and an institution stands on the
page: behind a label, by a mark, or in a line of its own, which is then everybody's.
"""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Book, Loose
from askfirst_checks.readers.author_block.linking import tie
from askfirst_checks.readers.latex.block.affiliation_lines import lead_numbers, read_place
from askfirst_checks.readers.latex.block.author_argument import Reader
from askfirst_checks.readers.latex.block.notes import locate_in
from askfirst_checks.readers.latex.fallback.hand_set_page import head_of
from askfirst_checks.readers.latex.fallback.labels import WHERE, WHO
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.lines import EDGE, leads, segments, split
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Builder, Strip

_LABEL = pattern(r"\s*(?:(" + WHO + r")|(" + WHERE + r"))\s*[:：]\s*", re.IGNORECASE)
_ALONE = pattern(r"\s*(?:" + WHO + r")\s*[:：]?\s*", re.IGNORECASE)
_BOLD = pattern(
    r"\{\s*\\(?:bf|it|sc|em|bfseries|itshape|scshape)(?![A-Za-z])\s*([^{}\\\n:]{2,40}?)\s*\}|"
    r"\\(?:textbf|textit|textsc|emph|underline)\s*\{\s*([^{}\\\n:]{2,40}?)\s*\}|"
    r"\\end\s*\{[a-z]{1,20}\}(?!\s*\\end)"
)
"""a few words of another type; the end of an environment, which ends a line too"""
_MAIL = pattern(r"\s*(?:e-?mails?|courriel|correo|почта|ایمیل|邮箱)\s*[:：]?\s*", re.IGNORECASE)
_NEXT = pattern(r"[^\W\d_]{2,30}(?:\s[^\W\d_]{2,30}){0,2}\s*[:：]\s*(?:.*)")
_LONGEST = 8_000
_MOST = 80
_LINE = 400


def labelled(gathered: Gathered) -> Book | None:
    """The book of such a title page, or None."""
    head = head_of(gathered)
    page = head.strip.cut(head.start, min(head.stop, head.start + _LONGEST))
    page = _with_colons(gathered.expander.expand(page))
    lines = [line for line in split(items(page), "line")[:_MOST] if _said(line) or has(line, "email", "block")]
    announced = [n for n, line in enumerate(lines) if _announces(_said(line))]
    return _Page(page, lines).read() if announced else None


def _announces(said: str) -> bool:
    found = _LABEL.match(said)
    return (found is not None and found[1] is not None) or _ALONE.fullmatch(said) is not None


def _with_colons(page: Strip) -> Strip:
    """*page* with a colon behind labels that only their type sets apart."""
    out, here = Builder(page), 0
    for match in _BOLD.finditer(page.text):
        said = match[1] or match[2] or ""
        if not said:
            out.keep(here, match.end())
            out.put("\n\n", match.end(), match.end())
            here = match.end()
        elif _ALONE.fullmatch(said) or _LABEL.fullmatch(said + ":") or _MAIL.fullmatch(said):
            out.keep(here, match.start())
            out.put(said + ": ", match.start(), match.end())
            here = match.end()
    out.keep(here, len(page.text))
    return out.done()


class _Line(NamedTuple):
    """A line without its label."""

    row: list[Item]
    who: bool
    where: bool


class _Page:
    """The lines of a page, one after the other."""

    def __init__(self, strip: Strip, lines: list[list[Item]]) -> None:
        self.strip = strip
        self.lines = lines
        self.book = Book()
        self.latest: list[int] = []
        """who was named last"""
        self.awaited = False
        """a label stands above the people it announces"""
        self.skipped = False
        """what follows is about supervisors"""
        self.alone: list[list[Item]] = []
        """institutions in lines of their own"""

    def read(self) -> Book | None:
        for line in self.lines:
            if sum(len(i.text) for i in line if i.kind != "block") < _LINE:
                self._line(line)
        book = self.book
        if not book.authors:
            return None
        tie(book)
        bare = [n for n, author in enumerate(book.authors) if not author.affiliations]
        if len(bare) == len(book.authors):
            for line in self.alone:
                read_place(book, self.strip, line, owners=bare, macros={})
            tie(book)
        return book if any(author.affiliations for author in book.authors) else None

    def _line(self, line: list[Item]) -> None:
        read, said = _unlabelled(line), _said(line)
        if line_kinds.supervision(said):
            self.awaited, self.skipped = False, True
            return
        self.skipped = self.skipped and not (read.who or read.where) and not _NEXT.match(said)
        if read.who:
            self.awaited = not self._people(read.row)
        elif read.where:
            self._place(read.row)
        elif not self._led(line, read.row) and not self._mail(line) and not self.skipped:
            self._plain(read.row, line, said)

    def _led(self, line: list[Item], row: list[Item]) -> bool:
        """Enter affiliations behind their marks; whether *line* holds any."""
        led = lead_numbers(row, self.book)
        if not self.latest or not (has(line, "block") or (leads(led) and line_kinds.affiliation(_said(led)))):
            return False
        read_place(self.book, self.strip, line if has(line, "block") else led, owners=[], macros={}, inline=True)
        return True

    def _plain(self, row: list[Item], line: list[Item], said: str) -> None:
        """A line without a label: people whom one above it announces, or an institution."""
        if self.awaited:
            self.awaited = self._people(row)
        elif line_kinds.titled(said):
            self.alone.append(line)

    def _people(self, row: list[Item]) -> bool:
        """Enter the names of *row*, if it is names and nothing else."""
        names = segments(row)
        if not names or not all(line_kinds.name(line_kinds.untitled(n)) and not line_kinds.country(n) for n in names):
            return False
        if any(line_kinds.team(n) or line_kinds.nobody(n) or " " not in n for n in names) and not has(row, "mark"):
            return False
        self.book.block = self.book.block or self.strip.span(row[0].start, row[-1].end)
        self.latest = Reader(self.book, self.strip, {}).read(row) or self.latest
        return True

    def _place(self, row: list[Item]) -> None:
        if self.latest and _said(row):
            read_place(self.book, self.strip, row, owners=self.latest, macros={})

    def _mail(self, line: list[Item]) -> bool:
        start, end = line[0].start, line[-1].end
        raw = self.strip.text[start:end]
        found = [(a, locate_in(self.strip, start, end, a)) for a in emails.addresses(raw)] if "@" in raw else []
        if found and self.latest:
            self.book.loose.append(Loose(found, self.book.group, self.latest))
        return bool(found)


def _unlabelled(line: list[Item]) -> _Line:
    at = next((n for n, i in enumerate(line) if i.kind == "text" and i.text.strip(" {}\n\t~")), len(line))
    if at == len(line) or has(line[:at], "mark"):
        return _Line(line, who=False, where=False)
    item = line[at]
    found = _LABEL.match(item.text)
    if found is None:
        return (
            _Line([], who=True, where=False) if _ALONE.fullmatch(_said(line)) else _Line(line, who=False, where=False)
        )
    rest = item._replace(text=item.text[found.end() :], start=min(item.start + found.end(), item.end))
    row = [i for i in (rest, *line[at + 1 :]) if i.text or i.kind != "text"]
    return _Line(row, who=found[1] is not None, where=found[2] is not None)


def _said(line: list[Item]) -> str:
    return printed([i for i in line if i.kind in ("text", "gap")]).strip(EDGE.replace(":", ""))
