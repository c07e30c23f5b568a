"""What the three kinds of XML share: front matter, places as text, people with what is tied to them."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import AuthorList, mail_places
from askfirst_checks.readers.xml_papers.nodes import Element

_MOST_MAILS = 20
_MARKS = frozenset({"label", "sup", "institution-id", "email", "ext-link", "fax", "phone", "idno", "note", "ref"})
"""what stands inside an affiliation and is none of it"""
_MAIL = pattern(r"[\s,;(]*[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+[\s,;)]*")
_LABEL = pattern(r"(?i)[\s,;.(]*\be-?mail(?: [^@,;:]{0,40})?\s*:?[\s.,;)]*$")
_CLOSING = ",;.:)"


class Front(NamedTuple):
    """The front matter apart from the authors."""

    title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    last_line: int = 0
    """the line of the source at which it ends"""


def place(element: Element, into: AuthorList, without: frozenset[str] = _MARKS) -> int | None:
    """The affiliation that *element* is, entered; its parts that nothing divides are divided by a comma."""
    text = _LABEL.sub("", _MAIL.sub("", divided(element, without))).lstrip(" .")
    return into.affiliation(text, element.span(into.path, without))


def divided(element: Element, without: frozenset[str] = _MARKS) -> str:
    """The words of *element*, with a comma between parts that only the mark-up divides."""
    text = ""
    for words in element.words(without):
        piece = " ".join(words.text.split())
        if not piece:
            continue
        is_apart = text and not text.endswith((",", ";", ":", "(", "-")) and piece[0] not in _CLOSING
        text = f"{text}{', ' if is_apart and _begins(words.text, piece) else ' ' if text else ''}{piece}"
    return text.replace(" ,", ",").replace(" ;", ";")


def _begins(text: str, piece: str) -> bool:
    """Whether *piece* is a part of its own rather than the rest of a sentence."""
    return piece[0].isupper() or piece[0].isdigit() or not text[0].isspace()


def mails(element: Element, path: str) -> list[Address]:
    """The e-mail addresses in the words of *element*."""
    found: list[Address] = []
    for words in element.words():
        lead = len(words.text) - len(words.text.lstrip())
        for start, end in mail_places(words.text):
            column = words.column + start - lead
            if len(found) >= _MOST_MAILS:
                return found
            if "\n" not in words.text[lead:start]:
                span = Span(path, words.line, column, words.line, column + end - start)
                found.append(Address(words.text[start:end], span))
    return found
