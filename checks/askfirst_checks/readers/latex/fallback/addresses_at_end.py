r"""Addresses at the end of a text, or of its first page, as journals of mathematics print them, where nobody has any.

``{\sc Department of Samples, Sample University}``, then ``{\it E-mail address:} a@b.example``; behind the references
``\noindent Anna Muster, Sample University, Oldtown``. Sentences and headings are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Book, Loose
from askfirst_checks.readers.latex.block.affiliation_lines import read_place
from askfirst_checks.readers.latex.block.notes import locate_in
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.lines import EDGE
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip

_APART = pattern(
    r"\n[ \t]*\n|\\(?:bigskip|medskip|smallskip|vfill|par)(?![A-Za-z])|\\v(?:space\*?|skip)\s*\{?[\w.\\ ]{1,20}\}?"
)
_REFERENCES = pattern(r"\\begin\{thebibliography\}.*?(?:\\end\{thebibliography\}|\Z)", re.DOTALL)
_LISTED = pattern(r"\\(?:bibliography|printbibliography|end\{thebibliography\})")
_NO_ADDRESS = pattern(
    r"\\(?:sub)*(?:section|paragraph|chapter|title|author|date|caption|item|bibitem|bibliography|cite|label|ref|"
    r"footnote|maketitle|keywords?|begin\{(?!center|flushleft|flushright|minipage|quote|small))|%"
)
_LABEL = pattern(
    r"(?:(?:current |present |mailing |postal |author'?s'? )?address(?:es)?|"
    r"adresse|anschrift(?: der verfasser(?:in)?)?|"
    r"dirección|indirizzo|адрес)(?: of the authors?| des auteurs?)?\s*[:.]\s*",
    re.IGNORECASE,
)
_MAIL = pattern(r"@|\be-?mail\b|\bcourriel\b|\bcorreo\b", re.IGNORECASE)
_BODY = "\\begin{document}"
_NEAR = 12_000
"""characters at either end of a text that are looked at"""
_LONGEST = 500
_MOST = 120


def at_the_end(book: Book, gathered: Gathered, macros: Mapping[str, str]) -> None:
    """Enter the addresses at the end of the text, or near its beginning."""
    root = gathered.root
    begun = max(root.text.find(_BODY), 0)
    ended = root.text.find("\\end{document}", begun)
    ended = ended if ended >= 0 else len(root.text)
    regions = [(max(begun, ended - _NEAR), ended)]
    regions += [(begun, min(begun + _NEAR, regions[0][0]))] if regions[0][0] > begun else []
    for start, stop in regions:
        _search(book, gathered, root.cut(start, stop), macros)
        if book.places:
            return


def _search(book: Book, gathered: Gathered, region: Strip, macros: Mapping[str, str]) -> None:
    """Enter the addresses of *region*."""
    parts = _paragraphs(region)
    behind = max((match.start() for match in _LISTED.finditer(region.text)), default=len(region.text))
    owner: list[int] = []
    for number, (start, stop) in enumerate(parts):
        part = region.cut(start, stop)
        if len(part.text) > _LONGEST or _NO_ADDRESS.search(part.text):
            owner = []
            continue
        part, named = _without_name(book, gathered.expander.expand(part))
        label, said = _labelled(printed(items(part, macros)).strip(EDGE))
        if named and not said:
            owner = named
            continue
        whose = named or owner
        if _address(said) and (label or whose or start > behind or _is_written(region, parts[number : number + 3])):
            _enter(book, part, whose, macros)
        elif "@" in part.text and book.places:
            _mails(book, part, whose or book.places[-1].owners)
            owner = []


def _labelled(said: str) -> tuple[bool, str]:
    """Whether a label announces an address, and what stands behind it."""
    label = _LABEL.match(said)
    return label is not None, said[label.end() :] if label else said


def _is_written(region: Strip, parts: list[tuple[int, int]]) -> bool:
    """Whether one of the paragraphs *parts* has an e-mail address."""
    texts = (region.text[start:stop] for start, stop in parts)
    return any(_MAIL.search(text) for text in texts if len(text) < _LONGEST)


def _paragraphs(region: Strip) -> list[tuple[int, int]]:
    """Where the paragraphs of *region* stand that are no references; of many those at either end."""
    text = _REFERENCES.sub(lambda match: "\n\n".ljust(len(match[0]), "\n"), region.text)
    out, here = [], 0
    for match in [*_APART.finditer(text), None]:
        stop = match.start() if match else len(text)
        if text[here:stop].strip(" {}\n\t\\"):
            out.append((here, stop))
        here = match.end() if match else stop
    return out if len(out) <= 2 * _MOST else [*out[:_MOST], *out[-_MOST:]]


def _without_name(book: Book, part: Strip) -> tuple[Strip, list[int]]:
    """*part* without the author's name that begins it, and whose it is."""
    lead = len(part.text) - len(
        re.sub(r"^(?:[\s{]|\\noindent|\\(?:small|sc|scshape|it|itshape|bf|textbf|textsc|rm)\b)*", "", part.text)
    )
    for index, author in enumerate(book.authors):
        written = part.text[lead : lead + len(author.name)].replace("~", " ").replace("\n", " ")
        if written.casefold() == author.name.casefold():
            return part.cut(lead + len(author.name), len(part.text)), [index]
    return part, []


def _address(said: str) -> bool:
    """Whether *said* is an institution and its place, and no sentence."""
    said = said.partition("E-mail")[0] if "E-mail" in said else said
    return line_kinds.titled(said) and "," in said and not line_kinds.remark(said) and line_kinds.unfunded(said) == said


def _enter(book: Book, part: Strip, owners: list[int], macros: Mapping[str, str]) -> None:
    owners = owners or ([0] if len(book.authors) == 1 else [])
    read_place(book, part, items(part, macros), owners=owners, macros=macros, macro="address")
    if not book.loose or "@" not in part.text:
        _mails(book, part, owners)


def _mails(book: Book, part: Strip, owners: list[int]) -> None:
    """The addresses of *part*."""
    known = {text for loose in book.loose for text, _ in loose.mails}
    found = [(a, locate_in(part, 0, len(part.text), a)) for a in emails.addresses(part.text) if a not in known]
    if found:
        book.loose.append(Loose(found, book.group, list(owners)))
