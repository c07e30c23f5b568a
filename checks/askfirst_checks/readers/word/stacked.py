"""Authors one below the other, each with the lines of the place where they work (the columns of conference papers)."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Manuscript, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList, mail_places, orcid

_MOST_LINES = 200
_LONGEST = 160
_ORDINAL = pattern(r"^(?:\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.)])\s+")
_LABEL = pattern(r"(?i)^(?:e-?mail(?: address)?|orcid(?: id)?)\s*:?\s*|https?://orcid\.org/")


class Line(NamedTuple):
    """A line of the title page."""

    text: str
    span: Span


class _Author(NamedTuple):
    name: Line
    places: list[Line]
    mails: list[Address]
    ids: list[str]


def stacked(lines: Sequence[Line], path: str) -> Manuscript | None:
    """The authors of *lines*, where every one of them is a name, a place or an address, and each name has a place."""
    authors: list[_Author] = []
    for line in lines[:_MOST_LINES]:
        text = _ORDINAL.sub("", line.text.strip())
        if _is_name(text):
            authors.append(_Author(line._replace(text=text), [], [], []))
        elif not authors or not _taken(line, authors[-1]):
            return None
    if not authors or not all(_has_institution(each) for each in authors):
        return None
    into = AuthorList(path, "markdown")
    for name, places, mails, ids in authors:
        whole = ", ".join(place.text.strip(" ,;") for place in places)
        first, last = places[0].span, places[-1].span
        span = first._replace(end_line=last.end_line, end_column=last.end_column)
        into.person(name.text, name.span, [into.affiliation(whole, span)], mails, ids[0] if ids else None)
    return into.manuscript("", authors[0].name.span)


def _is_name(text: str) -> bool:
    return line_kinds.full_name(text) and not line_kinds.affiliation(text) and "@" not in text and not orcid(text)


def _has_institution(author: _Author) -> bool:
    return any(line_kinds.institution(line.text) for line in author.places)


def _taken(line: Line, author: _Author) -> bool:
    """Whether *line* is one of *author*'s, and was put there."""
    found = mail_places(line.text)
    for start, end in found:
        place = line.span._replace(column=line.span.column + start, end_column=line.span.column + end)
        author.mails.append(Address(line.text[start:end], place))
    if found:
        return len(line.text) < _LONGEST
    if known := orcid(line.text):
        author.ids.append(known)
        return True
    if len(line.text) > _LONGEST or line.text.rstrip().endswith(("?", "!", ":")) or _LABEL.match(line.text):
        return False
    author.places.append(line)
    return line_kinds.affiliation(line.text) or bool(author.places[:-1]) or "," in line.text
