"""Authors that YAML gives as text: ``Ada Feld^1^ and Bo Lind^2^``, their addresses in further strings, footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.model import Person
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.light_markup.author_lines import At, Crowd, Reading
from askfirst_checks.readers.light_markup.block_parts import Named, block
from askfirst_checks.readers.light_markup.marks import raised
from askfirst_checks.readers.light_markup.name_strings import is_address, is_contact, several
from askfirst_checks.readers.yaml.affiliation_marks import Marks
from askfirst_checks.readers.yaml.keys import within
from askfirst_checks.readers.yaml.nodes import Node

_MAIL = pattern(r"[<(\[]?[^\s<(\[]{1,100}@[^\s>)\]]{1,100}[>)\]]?")
_PRINTS = pattern(r"[^\W\d_]")


def read_strings(items: Iterable[Node], marks: Marks, into: AuthorList, spare: Iterable[tuple[str, At]]) -> None:
    """Add the people of *items*; marks that nothing defines are looked for in *spare*."""
    crowd = Crowd(into, marks.find)
    new: list[int] = []
    for item in items:
        new = take(_reading(item), crowd, new)
    for text, at in spare:
        wanted = crowd.marks()
        if not wanted:
            break
        crowd.noted(Reading(block(text), at), wanted)
    for one in crowd.settle():
        into.person(*one)


def _reading(node: Node) -> Reading:
    return Reading(block(node.text), lambda first, last: within(node, first, last))


def take(reading: Reading, crowd: Crowd, new: list[int]) -> list[int]:
    """Take one string; *new* are the authors that no address has followed yet. Gives those after it."""
    parts, zone = reading.block, reading.block.zone
    said = parts.bare()
    if not _PRINTS.search(said):
        crowd.noted(reading)
        return new
    if is_contact(said):
        crowd.contact(reading, *zone)
    elif crowd.authors and is_address(said) and not raised(parts.text[: zone[1]]):
        _address(reading, zone, crowd, new)
        new = []
    else:
        for part in _parts(reading):
            before = len(crowd.authors)
            addressed = _names(part, several(part.block), crowd)
            new = [] if addressed else [*new, *range(before, len(crowd.authors))]
    crowd.noted(reading)
    return new


def _parts(reading: Reading) -> list[Reading]:
    """Each author with an address of one string: ``Ada Feld, Institute A; Bo Lind, Institute B``."""
    text, (start, end) = reading.block.text, reading.block.zone
    if not line_kinds.institution(text[start:end]) or raised(text[:end]):
        return [reading]
    parts = []
    for piece in text[start:end].split(";"):
        if piece.strip():
            parts.append(reading._replace(block=reading.block._replace(zone=(start, start + len(piece)))))
        start += len(piece) + 1
    return parts


def _names(reading: Reading, pieces: list[Named], crowd: Crowd) -> bool:
    """Add the names; whether an address follows them in the same string."""
    zone = reading.block.zone
    mailed = any("@" in piece.name for piece in pieces)
    pieces = [piece._replace(name=_MAIL.sub("", piece.name).strip()) for piece in pieces]
    pieces = [piece for piece in pieces if _PRINTS.search(piece.name)]
    at = _first_address(pieces)
    before = len(crowd.authors)
    crowd.names(reading, pieces[:at])
    if at < len(pieces):
        _address(reading, (pieces[at].start, zone[1]), crowd, [*range(before, len(crowd.authors))])
    if mailed and at == len(pieces):
        crowd.contact(reading, *zone)
    elif mailed:
        crowd.contact(reading, zone[0], pieces[at].start)
    return at < len(pieces)


def _first_address(pieces: list[Named]) -> int:
    """Where the address behind the names begins; how many there are where none does."""
    return next((i for i, piece in enumerate(pieces) if i and is_address(piece.name) and not piece.marks), len(pieces))


def _address(reading: Reading, zone: tuple[int, int], crowd: Crowd, owners: list[int]) -> None:
    place = crowd.address(reading, *zone)
    for owner in owners:
        crowd.authors[owner].tied.append(place)


def printed_names(node: Node, person: Person, marks: Marks, into: AuthorList) -> list[Person]:
    """*person*, whose name is given as mark-up by *node*, as printed; footnotes and marks say more of it.

    Two where a template's one name holds two: ``Ada Feld, Bo Lind``.
    """
    reading = _reading(node)
    said = reading.block.bare()
    if line_kinds.institution(said) or line_kinds.team(said):
        return [person._replace(name=said or person.name)]
    crowd = Crowd(into, marks.find)
    crowd.names(reading, several(reading.block, single=True))
    return [_joined(person, more) for more in crowd.settle()] or [person]


def _joined(person: Person, more: Person) -> Person:
    return person._replace(
        name=more.name,
        span=more.span,
        affiliations=(*person.affiliations, *more.affiliations),
        addresses=(*person.addresses, *more.addresses),
        orcid=person.orcid or more.orcid,
        corresponding=person.corresponding or more.corresponding,
    )
