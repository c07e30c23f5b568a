"""Title pages set by hand with a name and where it works in one line: ``Family Given Patronymic, Institute, Town``.

Believed where the name stands centred by itself too, or where an abstract or an e-mail address follows.
"""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.fallback.hand_set_page import head_of
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.lines import EDGE
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip

_APART = pattern(
    r"\n[ \t]*\n|\\(?:begin|end)\s*\{[a-z]{1,20}\*?\}|\\center\s*\{|\\vspace\*?\s*\{[^{}]*\}|\\\\|"
    r"\\(?:bigskip|medskip|smallskip|par|vfill|noindent|maketitle)(?![A-Za-z])"
)
_CENTRED = pattern(r"\\begin\s*\{center\}|\\center\s*\{|\\centering(?![A-Za-z])|\\begin\s*\{titlepage\}")
_NAMED = pattern(r"([^,;]{4,60}?)(?:[,;]|\s[–—-])\s+(\S.{7,300})")
_MAIL = pattern(r"(?i)(?:e-?mail:?\s*)?\S*@\S+")
_WORD = pattern(r"[^\W\d_]{4,}")
_MOST = 40
_LONGEST = 6_000


def in_one_line(gathered: Gathered) -> Book | None:
    """The book of such a title page, or None."""
    head = head_of(gathered)
    page = head.strip.cut(head.start, min(head.stop, head.start + _LONGEST))
    if not _CENTRED.search(page.text):
        return None
    page = gathered.expander.expand(page)
    parts = _parts(page)
    said = [printed(items(part)).strip(EDGE) for part in parts]
    alone = {word for text in said if line_kinds.name(text) for word in _WORD.findall(text)}
    book = Book()
    for number, text in enumerate(said):
        follows = head.abstract or any(emails.addresses(part.text) for part in parts[number : number + 3])
        _enter(book, parts[number], text, alone, follows=follows)
    if not book.authors:
        return None
    book.block = book.authors[0].span
    return book


def _parts(page: Strip) -> list[Strip]:
    out, at = [], 0
    for match in _APART.finditer(page.text):
        out.append(page.cut(at, match.start()))
        at = match.end()
    return [part for part in [*out, page.cut(at, len(page.text))] if part.text.strip()][:_MOST]


def _enter(book: Book, part: Strip, text: str, alone: set[str], *, follows: bool) -> None:
    found = _NAMED.fullmatch(text)
    if found is None or not line_kinds.name(found[1]) or not line_kinds.affiliation(found[2]):
        return
    known = not alone.isdisjoint(_WORD.findall(found[1]))
    if not known and not (follows and line_kinds.full_name(found[1])):
        return
    span = part.span(len(part.text) - len(part.text.lstrip()), len(part.text.rstrip()))
    author = book.author(found[1], span)
    place = book.place(_MAIL.sub("", found[2]).strip(EDGE), span)
    if author is not None and place is not None:
        place.owners = [author]
        book.authors[author].affiliations.append(len(book.places) - 1)
