"""Authors above the lines of the place where they work, alone or several together, in columns or one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Manuscript, Person, Problem, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import NO_AFFILIATION, mail_places
from askfirst_checks.readers.author_block.emails import addresses
from askfirst_checks.readers.pdf.layout import Block
from askfirst_checks.readers.pdf.rows import APART, Row
from askfirst_checks.readers.word.paragraph import Piece

Where = Callable[[int, int, int], Span]
"""the span of a block (from 1) from one offset of its words to another"""
_BETWEEN = pattern(rf"\s*(?:[,;·•|{APART}]|\s(?:and|und|et|&)\s)\s*(?:(?:and|und|et|&)\s+)?|^(?:and|und|by|von)\s+", 2)
DEGREE = pattern(
    r"(?:M\.?D|Ph\.?\s?D|M\.?Sc?|B\.?Sc?|B\.?A|M\.?A|M\.?P\.?H|M\.?Stat|Dr|Prof|CCC-SLP|R\.?N|F\w*CS)\.?|"
    r"(?:Senior |Student |Graduate )?(?:Member|Fellow)(?:, IEEE)?|IEEE"
)
"""what stands behind a name and is none"""
_LETTER = pattern(r"(?:dear|yours|kind|best|with)\b", 2)
_SHOUTED = pattern(r"[A-Z]{3,}")
_MARKS = " *∗⋆†‡§¶‖#✉,."
_ORDINAL = pattern(r"^\d{1,2}\s?(?:st|nd|rd|th)\b\.?\s*")
_ASIDE = pattern(
    r"\W*(?:e-?mails?|orcid|https?:|www\.|correspond|received|accepted|submitted|revised|communicated|published|"
    r"draft|©|copyright|journal of|preprint|version|date|"
    r"phone|tel\b|fax\b|\d{1,2}[./ ]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
    2,
)
_LONGEST = 200
_NEAR = 3.4
"""of the size: the farthest that the next line of a place stands below"""
_MOST_PLACES = 9
_PROSE = pattern(r"\b(?:we|is|are|was|were|has|have|that|which|can|this)\b", 2)
_MOST = 400


class _Group(NamedTuple):
    names: list[tuple[str, Span]]
    places: list[tuple[str, Span]]
    mails: list[tuple[str, Span]]


def names_in(row: Row) -> list[tuple[str, int]]:
    """The names that *row* holds, each with its offset, where it holds nothing else."""
    said = "".join(piece.text if not _is_mark(piece) else APART * len(piece.text) for piece in row.pieces)
    said = said.replace("|", APART)
    found: list[tuple[str, int]] = []
    done = 0
    for start, end in [*(match.span() for match in _BETWEEN.finditer(said)), (len(said), len(said))]:
        part = said[done:start]
        bare = _ORDINAL.sub("", part.strip(_MARKS + APART)).strip(_MARKS + APART)
        if bare and not DEGREE.fullmatch(bare):
            found.append((bare, done + part.index(bare)))
        done = end
    fits = all(is_name(name) and not _is_institution(name) for name, _ in found)
    return found if fits and not mail_places(row.text) else []


def _is_mark(piece: Piece) -> bool:
    return piece.is_raised and piece.text.strip() not in ("st", "nd", "rd", "th")


def is_name(name: str) -> bool:
    shown = name.title() if name.isupper() else name
    return line_kinds.full_name(shown) and _LETTER.match(name) is None


def _is_institution(name: str) -> bool:
    """Whether *name* is one of an institution: ``ETH Zurich`` is no more a person's than ``University of Examples``."""
    return line_kinds.affiliation(name) or (not name.isupper() and _SHOUTED.fullmatch(name.split()[0]) is not None)


def grouped(blocks: Sequence[tuple[int, Block]], where: Where, known: frozenset[str] = frozenset()) -> list[_Group]:
    """The groups of numbered *blocks*; where names are *known* already, rows of these alone begin one."""
    groups: list[_Group] = []
    last: Row | None = None
    is_open = False
    for number, block in blocks:
        offset = 0
        for row in block.rows:
            names = [one for one in names_in(row) if not known or plain(one[0]) in known]
            if names:
                if not groups or groups[-1].places:
                    groups.append(_Group([], [], []))
                spans = [(name, where(number, offset + at, offset + at + len(name))) for name, at in names]
                groups[-1].names.extend(spans)
                is_open = True
            elif is_open and last is not None and _follows(last, row, groups[-1]):
                if "@" in row.text:
                    groups[-1].mails.append((row.text, where(number, offset, offset + len(row.text))))
                else:
                    groups[-1].places.append((row.text.strip(" ,;"), where(number, offset, offset + len(row.text))))
            else:
                is_open = False
            last = row
            offset += len(row.text) + 1
    return groups[:_MOST]


def _follows(last: Row, row: Row, group: _Group) -> bool:
    """Whether *row* goes on with the lines under the names of *group*."""
    near = 0 <= last.y - row.y <= _NEAR * max(last.size, row.size)
    return near and len(group.places) < _MOST_PLACES and ("@" in row.text or _is_place(row.text))


def _is_place(text: str) -> bool:
    is_prose = len(text) > 60 and _PROSE.search(text) is not None
    return len(text) < _LONGEST and not is_prose and _ASIDE.match(text) is None and text[:1] not in "∗*†‡©"


def with_groups(seen: Manuscript, groups: Sequence[_Group]) -> Manuscript:
    """*seen* with the authors of *groups*, each with its place; as it was where no group has a place."""
    held = [group for group in groups if group.places]
    if not any(_tells(group) for group in held):
        return seen
    people: list[Person] = []
    affiliations: dict[str, Affiliation] = {}
    problems = [each for each in seen.problems if each.kind not in ("no-authors", "no-affiliation", "untied")]
    for group in groups:
        tied: tuple[int, ...] = ()
        if _tells(group):
            text = ", ".join(words for words, _ in group.places)
            affiliations.setdefault(plain(text), Affiliation(text, _around(group)))
            tied = (list(affiliations).index(plain(text)),)
        mails = [Address(mail, span) for text, span in group.mails for mail in _mails(text)]
        for place, (name, span) in enumerate(group.names):
            people.append(Person(name, span, tied, tuple(_own(mails, place, len(group.names)))))
            if not tied:
                problems.append(Problem("no-affiliation", NO_AFFILIATION.fill(name=name), span, name))
    owned = _owned([*affiliations.values()], people)
    given = {address.text for person in people for address in person.addresses}
    loose = tuple(address for address in seen.all_addresses() if address.text not in given)
    return seen._replace(
        authors=tuple(people),
        affiliations=owned,
        problems=tuple(problems),
        author_block=people[0].span,
        addresses=loose,
    )


def _own(mails: list[Address], place: int, people: int) -> list[Address]:
    """The addresses of the person at *place* of a group: all of one alone, one each where there are as many."""
    if people == 1:
        return mails
    return mails[place : place + 1] if len(mails) == people else []


def _owned(affiliations: list[Affiliation], people: list[Person]) -> tuple[Affiliation, ...]:
    """*affiliations* with their owners."""
    return tuple(
        each._replace(owners=tuple(n for n, person in enumerate(people) if place in person.affiliations))
        for place, each in enumerate(affiliations)
    )


def _mails(text: str) -> list[str]:
    """The addresses of a line, also those that braces hold together."""
    return [*addresses(text)] if "{" in text else [text[first:last] for first, last in mail_places(text)]


def _tells(group: _Group) -> bool:
    """Whether the lines under the names tell of an institution or a place."""
    text = ", ".join(words for words, _ in group.places)
    return line_kinds.affiliation(text) or line_kinds.institution(text) or line_kinds.place(text)


def _around(group: _Group) -> Span:
    first, last = group.places[0][1], group.places[-1][1]
    return first._replace(end_line=max(first.end_line, last.end_line), end_column=last.end_column)
