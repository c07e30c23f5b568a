"""Authors above the lines of the place where they work, alone or several together, in columns or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Affiliation, Manuscript, Person, Problem, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import NO_AFFILIATION, mail_places
from askfirst_checks.readers.pdf.layout import Block
from askfirst_checks.readers.pdf.rows import APART, Row

Where = Callable[[int, int, int], Span]
"""the span of a block (from 1) from one offset of its words to another"""
_BETWEEN = pattern(rf"\s*(?:[,;·•|{APART}]|\s(?:and|und|et|&)\s)\s*(?:(?:and|und|et|&)\s+)?|^(?:and|und|by|von)\s+")
_MARKS = " *∗⋆†‡§¶‖#✉,."
_ORDINAL = pattern(r"^\d{1,2}\s?(?:st|nd|rd|th)\b\.?\s*")
_ASIDE = pattern(
    r"\W*(?:e-?mails?|orcid|https?:|www\.|correspond|received|accepted|submitted|revised|draft|preprint|version|date|"
    r"phone|tel\b|fax\b|\d{1,2}[./ ]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
    2,
)
_LONGEST = 200
_MOST = 400


class _Group(NamedTuple):
    names: list[tuple[str, Span]]
    places: list[tuple[str, Span]]


def names_in(row: Row) -> list[tuple[str, int]]:
    """The names that *row* holds, each with its offset, where it holds nothing else."""
    said = "".join(piece.text if not piece.is_raised else APART * len(piece.text) for piece in row.pieces)
    said = said.replace("|", APART)
    found: list[tuple[str, int]] = []
    done = 0
    for start, end in [*(match.span() for match in _BETWEEN.finditer(said)), (len(said), len(said))]:
        part = said[done:start]
        bare = _ORDINAL.sub("", part.strip(_MARKS + APART)).strip(_MARKS + APART)
        if bare:
            found.append((bare, done + part.index(bare)))
        done = end
    fits = all(line_kinds.full_name(name) and not line_kinds.affiliation(name) for name, _ in found)
    return found if fits and not mail_places(row.text) else []


def grouped(blocks: Sequence[tuple[int, Block]], where: Where, known: frozenset[str] = frozenset()) -> list[_Group]:
    """The groups of numbered *blocks*; where names are *known* already, rows of these alone begin one."""
    groups: list[_Group] = []
    for number, block in blocks:
        offset = 0
        for row in block.rows:
            names = [one for one in names_in(row) if not known or plain(one[0]) in known]
            if names:
                if not groups or groups[-1].places:
                    groups.append(_Group([], []))
                spans = [(name, where(number, offset + at, offset + at + len(name))) for name, at in names]
                groups[-1].names.extend(spans)
            elif groups and _is_place(row.text):
                groups[-1].places.append((row.text.strip(" ,;"), where(number, offset, offset + len(row.text))))
            offset += len(row.text) + 1
    return groups[:_MOST]


def _is_place(text: str) -> bool:
    return len(text) < _LONGEST and not mail_places(text) and "@" not in text and _ASIDE.match(text) is None


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
        for name, span in group.names:
            people.append(Person(name, span, tied))
            if not tied:
                problems.append(Problem("no-affiliation", NO_AFFILIATION.fill(name=name), span, name))
    owned = tuple(
        each._replace(owners=tuple(n for n, person in enumerate(people) if place in person.affiliations))
        for place, each in enumerate(affiliations.values())
    )
    return seen._replace(
        authors=tuple(people), affiliations=owned, problems=tuple(problems), author_block=people[0].span
    )


def _tells(group: _Group) -> bool:
    """Whether the lines under the names tell of an institution or a place."""
    text = ", ".join(words for words, _ in group.places)
    return line_kinds.affiliation(text) or line_kinds.institution(text) or line_kinds.place(text)


def _around(group: _Group) -> Span:
    first, last = group.places[0][1], group.places[-1][1]
    return first._replace(end_line=max(first.end_line, last.end_line), end_column=last.end_column)
