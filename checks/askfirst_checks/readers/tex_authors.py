r"""Authors that a YAML value writes in TeX: ``Ada Example$^{1}$ \\and Bo Muster\\thanks{Sample University}``."""

from __future__ import annotations

import re

from askfirst_checks.model import Address, Span
from askfirst_checks.readers.author_list import AuthorList
from askfirst_checks.readers.latex.book import Book
from askfirst_checks.readers.latex.people import Reader
from askfirst_checks.readers.latex.strip import Source, whole
from askfirst_checks.readers.latex.tie import tie
from askfirst_checks.readers.yaml_places import Marks

_TEX = re.compile(r"\\(?:and|And|AND|thanks|inst|footnote|affil|newline)(?![A-Za-z])|\\\\|\$\s*\^")
_LONGEST = 20_000


def in_tex(text: str) -> bool:
    """Whether a value is written in TeX."""
    return len(text) < _LONGEST and _TEX.search(text) is not None


def read(text: str, span: Span, marks: Marks, into: AuthorList) -> None:
    """Enter the authors of *text*, with the affiliations that stand in it or that their marks mean."""
    book = Book()
    Reader(book, whole(Source(span.file, text)), {}).read()
    tie(book)
    for author in book.authors:
        own = [marks.enter(book.places[n].text, span) for n in author.affiliations]
        pointed = [n for mark in author.marks for n in marks.among(mark)[0]]
        mails = [Address(mail, span) for mail in dict(author.mails)]
        into.person(author.name, span, [*own, *pointed], mails, author.orcid, author.corresponding)
    marks.mails += [Address(mail, span) for mail, _ in book.unsettled]
