"""What stands on the title page and no mark ties to a name: addresses in text boxes, notes and cells, e-mails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Manuscript, Problem, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import NO_AUTHORS, mail_places
from askfirst_checks.readers.light_markup.emails import owner
from askfirst_checks.readers.word.light_text import Lines
from askfirst_checks.readers.word.paragraph import Paragraph

_LONGEST = 300
_MARK = 8
"""signs that a mark has at most"""
_LAST_BOX = 60
"""paragraphs in which a text box is one of the title page"""
_MOST_MAILS = 200
_PROSE = pattern(r"[.?!]\s*$|\b(?:we|is|are|was|were|has|have|that|wir|ist|sind|wurde|wurden)\b")


class _Line(NamedTuple):
    """A line of the title page."""

    text: str
    span: Span


def with_loose(seen: Manuscript, found: Sequence[Paragraph], lines: Lines) -> Manuscript:
    """*seen* with the addresses and e-mails of the title page that it has not: they are judged, too."""
    if not seen.authors and not lines.abstract:
        return seen
    front = list(_front(found, lines, seen.root))
    if not seen.authors:
        seen = seen._replace(title=seen.title or lines.title)
    return _with_mails(_with_addresses(seen, front), front)


def _front(found: Sequence[Paragraph], lines: Lines, path: str) -> Iterator[_Line]:
    for number, each in enumerate(found[:_LAST_BOX], 1):
        if number <= lines.opening or each.role in ("box", "note"):
            column = 1
            for text in _unraised(each).split("\n"):
                if text.strip():
                    yield _Line(text, Span(path, number, column, number, column + len(text)))
                column += len(text) + 1
    for number, each in enumerate(found, 1):
        if each.role == "edge":
            yield _Line(each.text, Span(path, number, 1, number, 1 + len(each.text)))


def _unraised(each: Paragraph) -> str:
    """The words of *each* with blanks where marks are raised, which would begin an address otherwise."""
    pieces = (
        " " * len(piece.text) if piece.is_raised and len(piece.text) < _MARK else piece.text for piece in each.pieces
    )
    return "".join(pieces).rstrip()


def _with_addresses(seen: Manuscript, front: Sequence[_Line]) -> Manuscript:
    known = [key for each in (*seen.affiliations, *seen.notes) if (key := plain(each.text))]
    taken = {plain(seen.title), *(plain(person.name) for person in seen.authors)}
    loose: dict[str, Affiliation] = {}
    for line in front:
        key = plain(line.text)
        if (
            key in taken
            or not _is_address(line.text, not seen.authors)
            or any(key in one or one in key for one in known)
            or sum(1 for person in seen.authors if person.name in line.text) > 1
        ):
            continue
        loose.setdefault(key, Affiliation(" ".join(line.text.split()), line.span))
    if not loose:
        return seen
    span = next(iter(loose.values())).span
    problems = seen.problems
    if not seen.authors and not any(problem.kind == "no-authors" for problem in problems):
        problems = (*problems, Problem("no-authors", NO_AUTHORS, span))
    return seen._replace(
        affiliations=(*seen.affiliations, *loose.values()),
        has_author_block=True,
        author_block=seen.author_block or span,
        problems=problems,
    )


def _is_address(text: str, alone: bool) -> bool:
    """Whether *text* is an institution with its place (or *alone*), and no sentence or title about one."""
    return (
        len(text) < _LONGEST
        and line_kinds.institution(text)
        and not line_kinds.remark(text)
        and (alone or "," in text or line_kinds.place(text))
        and not _PROSE.search(text)
    )


def _with_mails(seen: Manuscript, front: Sequence[_Line]) -> Manuscript:
    known = {address.text.casefold() for address in seen.all_addresses()}
    names = [person.name for person in seen.authors]
    people, apart = list(seen.authors), list(seen.addresses)
    for line in front:
        for start, end in mail_places(line.text):
            text = line.text[start:end]
            if {text.casefold(), text.casefold().lstrip("0123456789")} & known or len(known) >= _MOST_MAILS:
                continue
            known.add(text.casefold())
            place = line.span._replace(column=line.span.column + start, end_column=line.span.column + end)
            whose = owner(text, names, line.text[:start])
            if whose is None:
                apart.append(Address(text, place))
            else:
                people[whose] = people[whose]._replace(addresses=(*people[whose].addresses, Address(text, place)))
    return seen._replace(authors=tuple(people), addresses=tuple(apart))
