"""Names with raised marks, and the affiliations that begin with these marks, in the front or at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Manuscript, Person, Problem, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import NO_AFFILIATION
from askfirst_checks.readers.light_markup.marks import marks_of
from askfirst_checks.readers.pdf.groups import DEGREE, Where, is_name
from askfirst_checks.readers.pdf.layout import Block
from askfirst_checks.readers.pdf.rows import APART, Row
from askfirst_checks.readers.word.paragraph import Piece

_SPLIT = pattern(rf"\s*(?:[,;·•|{APART}]|\s(?:and|und|et|&)\s)\s*(?:(?:and|und|et|&)\s+)?|^(?:and|und|by|von|&)\s+", 2)
_EDGE = " ,;.*∗†‡§¶‖" + APART
_LEADS = pattern(r"\s*\(?\[?(\d{1,3}|[a-z])[\])]?\.?\s*(?=[A-ZÀ-ÞА-Я])")
_INSIDE = pattern(r"(?<=[a-z.,;)])\s+(\d{1,2})\s+(?=[A-ZÀ-Þ])")
_LONGEST = 400
_STOPS = pattern(r"\W*(?:abstract|received|accepted|©|copyright|keywords?|correspond|e-?mail|these authors|equal)", 2)


class _Named(NamedTuple):
    name: str
    span: Span
    marks: tuple[str, ...]


class _Place(NamedTuple):
    text: str
    span: Span


def marked(blocks: Sequence[tuple[int, Block]], where: Where) -> tuple[list[_Named], dict[str, _Place]]:
    """The names of numbered *blocks* with their marks, and what stands behind each mark."""
    taken = _Taken(where)
    for number, block in blocks:
        waiting: list[Row] = []
        offset = start = 0
        taken.last = ""
        for row in block.rows:
            if not taken.row(row, number, offset):
                start = start if waiting else offset
                waiting.append(row)
            offset += len(row.text) + 1
        if waiting and not (taken.places and taken.names):
            taken.names.extend(_named(_whole(waiting), number, start, where))
    return taken.names, taken.places


class _Taken:
    """What was found so far."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self.names: list[_Named] = []
        self.places: dict[str, _Place] = {}
        self.last = ""
        """the mark whose affiliation goes on"""

    def row(self, row: Row, number: int, offset: int) -> bool:
        """Take *row* where it holds affiliations; False where it may hold names."""
        led = list(_led(row, self.last))
        if self.last and (not led or led[0].start > 0):
            self._goes_on(row.text[: led[0].start] if led else row.text)
        elif not led:
            return False
        for each in led:
            text = row.text[each.end : each.stop].lstrip(" ,;").rstrip()
            self.last = ""
            if text and not _STOPS.match(text):
                span = self._where(number, offset + each.end, offset + each.stop)
                self.places.setdefault(each.mark, _Place(text, span))
                self.last = each.mark
        return True

    def _goes_on(self, text: str) -> None:
        place = self.places[self.last]
        if _STOPS.match(text) or len(place.text) > _LONGEST:
            self.last = ""
        else:
            joined = f"{place.text} {text.strip(' ;')}".replace("- ", "")
            self.places[self.last] = place._replace(text=joined)


def _whole(rows: Sequence[Row]) -> Row:
    """*rows* as one: a name may go over a line."""
    pieces: list[Piece] = []
    for row in rows:
        first, *rest = row.pieces
        if pieces and not pieces[-1].is_raised and not first.is_raised:
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text} {first.text}")
        else:
            pieces.extend([*([Piece(" ")] if pieces else []), first])
        pieces.extend(rest)
    return rows[0]._replace(pieces=tuple(pieces))


class _Head(NamedTuple):
    mark: str
    start: int
    end: int
    stop: int


def _led(row: Row, last: str) -> Iterable[_Head]:
    """The marks that lead a stretch of *row*, and where that stretch stands; *last* is the mark before."""
    heads: list[tuple[str, int, int]] = []
    at = 0
    for piece in row.pieces:
        before = row.text[:at].rstrip()
        if piece.is_raised and (not before or before[-1] in ";,." or row.text[at - 1 : at].isspace()):
            found = marks_of(piece.text)
            behind = row.text[at + len(piece.text) :].lstrip()
            if len(found) == 1 and behind[:1].isalpha() and (not before or heads or last):
                heads.append((found[0], at, at + len(piece.text)))
        at += len(piece.text)
    if not heads and not any(piece.is_raised for piece in row.pieces):
        if first := _LEADS.match(row.text):
            heads.append((first[1], 0, first.end()))
        inside = _INSIDE.finditer(row.text) if heads or last.isdigit() else ()
        heads.extend((match[1], match.start(), match.end()) for match in inside)
    stops = [*(start for _, start, _ in heads[1:]), len(row.text)]
    return (_Head(*head, stop) for head, stop in zip(heads, stops, strict=False))


def _named(row: Row, number: int, offset: int, where: Where) -> list[_Named]:
    """The names of *row*, each with the marks behind it."""
    found: list[_Named] = []
    at = 0
    for piece in row.pieces:
        if piece.is_raised and piece.text.strip() not in ("st", "nd", "rd", "th"):
            if found:
                found[-1] = found[-1]._replace(marks=(*found[-1].marks, *marks_of(piece.text)))
        else:
            done = 0
            ends = [*(match.span() for match in _SPLIT.finditer(piece.text)), (len(piece.text), len(piece.text))]
            for start, end in ends:
                name = piece.text[done:start].strip(_EDGE)
                if name and not DEGREE.fullmatch(name):
                    first = offset + at + done + piece.text[done:start].index(name)
                    found.append(_Named(name, where(number, first, first + len(name)), ()))
                done = end
        at += len(piece.text)
    return found


def _ties_more(seen: Manuscript, people: Sequence[_Named], names: Sequence[_Named], places: dict[str, _Place]) -> bool:
    """Whether marks tie more of *people* than have an affiliation in *seen*, and half of them and most names are."""
    ties = sum(1 for one in people if any(mark in places for mark in one.marks))
    had = sum(1 for person in seen.authors if person.affiliations)
    return ties > had and 2 * ties >= len(people) and 3 * len(people) >= 2 * len(names)


def _used(people: Sequence[_Named], places: dict[str, _Place]) -> dict[str, _Place]:
    """The places whose marks somebody bears."""
    used = {mark for one in people for mark in one.marks}
    return {mark: place._replace(text=place.text.strip(" ,;")) for mark, place in places.items() if mark in used}


def _owners(authors: Sequence[Person], place: int) -> tuple[int, ...]:
    return tuple(n for n, author in enumerate(authors) if place in author.affiliations)


def _mails_of(seen: Manuscript, name: str) -> tuple[Address, ...]:
    """The addresses that *seen* ties to somebody of that name."""
    return next((each.addresses for each in seen.authors if plain(each.name) == plain(name)), ())


def with_marked(seen: Manuscript, names: Sequence[_Named], places: dict[str, _Place]) -> Manuscript:
    """*seen* with *names* and *places*, where these tie more of them than it has; else as it was."""
    people = [one for one in names if is_name(one.name) or (one.marks and line_kinds.name(one.name))]
    if not _ties_more(seen, people, names, places):
        return seen
    kept = _used(people, places)
    order = {mark: number for number, mark in enumerate(kept)}
    authors: list[Person] = []
    problems = [each for each in seen.problems if each.kind not in ("no-authors", "no-affiliation", "untied")]
    for one in people:
        tied = tuple(dict.fromkeys(order[mark] for mark in one.marks if mark in order))
        mails = _mails_of(seen, one.name)
        authors.append(Person(one.name, one.span, tied, mails))
        if not tied:
            problems.append(Problem("no-affiliation", NO_AFFILIATION.fill(name=one.name), one.span, one.name))
    affiliations = tuple(
        Affiliation(place.text, place.span, owners=_owners(authors, order[mark])) for mark, place in kept.items()
    )
    given = {address for one in authors for address in one.addresses}
    loose = tuple(a for person in seen.authors for a in person.addresses if a not in given)
    return seen._replace(
        authors=tuple(authors), affiliations=affiliations, problems=tuple(problems), author_block=authors[0].span,
        addresses=(*seen.addresses, *loose),
    )  # fmt: skip
