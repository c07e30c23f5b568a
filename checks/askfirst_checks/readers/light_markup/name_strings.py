"""Names as light mark-up prints them: without titles, degrees and remarks, the given name first."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.block_parts import Block, Named, names
from askfirst_checks.readers.light_markup.credentials import is_credential, uncredited
from askfirst_checks.readers.light_markup.marks import raised
from askfirst_checks.readers.light_markup.text import words

_STRONG = pattern(r"\s*[;；؛]\s*|\s+(?:and|und|et(?!\s+al)|и|&)\s+|\n+", re.IGNORECASE)
_COMMA = pattern(r"\s*[,，、،]\s*|\s+(?:--|[–—])-?\s+")
_LABEL = pattern(
    r"^\W*(?:authors?|autor(?:in)?(?:nen)?|correspond\w*(?:\s+authors?)?|korrespond\w*|e-?mails?|contact|kontakt|by|von)"
    r"\s*:\s*",
    re.IGNORECASE,
)
_UNSPACED = pattern(r"[\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,4}")
_LETTER = pattern(r"[^\W\d_]")
_BLANKS = " \t\n\ue000.,:{}"


def person(name: str) -> str:
    """One printed *name* without title and degree, ``Family, Given`` turned round; empty where nobody is named."""
    bare = uncredited(line_kinds.untitled(name.strip(" *,;")))
    parts = [part for part in _COMMA.split(bare) if part and not is_credential(part)]
    if len(parts) == 2 and not line_kinds.SUFFIX.match(parts[1]) and _turned(*parts):
        return f"{parts[1]} {parts[0]}"
    return ", ".join(parts)


def _turned(family: str, given: str) -> bool:
    return line_kinds.family(family) and line_kinds.name(given) and not _both_whole(family, given)


def _both_whole(one: str, other: str) -> bool:
    """Whether two parts are a name each, given and family: ``Ada Feld, Bo Lind``."""
    return _names(one) > 1 and _names(other) > 1 and not one[:1].islower()


def _names(part: str) -> int:
    return sum(1 for word in part.split() if len(word.strip(".")) > 1)


def is_person(text: str) -> bool:
    """Whether *text* can be a person's name where nothing says that names stand here."""
    bare = line_kinds.untitled(text)
    if _UNSPACED.fullmatch(bare):
        return not line_kinds.institution(bare)
    return (
        len(bare.split()) > 1 and line_kinds.name(bare) and not line_kinds.remark(bare) and not line_kinds.nobody(bare)
    )


def is_address(text: str) -> bool:
    """Whether *text*, which stands among names, is an institution with its place."""
    return line_kinds.institution(text) and not line_kinds.remark(text)


def is_contact(text: str) -> bool:
    """Whether *text* speaks of correspondence, equal contribution and the like."""
    return line_kinds.remark(text) or bool(_LABEL.match(text))


def several(block: Block, single: bool = False) -> list[Named]:
    """The names of one YAML string: by their marks, else by ``;`` and "and", by commas where every part is whole.

    A *single* person's string is cut at no comma.
    """
    if not single and any(one.start < block.zone[1] for one in raised(block.text)):
        return _without_degrees(names(block))
    found: list[Named] = []
    for start, end in _cut(_STRONG, block.text, *block.zone):
        apart = _cut(_COMMA, block.text, start, end)
        parts = [part for one in apart if not is_credential(part := words(block.text[one[0] : one[1]]))]
        uncut = [(start, end)] if _is_uncut(parts, single) else apart
        found.extend(piece for one in uncut for piece in _whole(block, *one))
    return _without_degrees(found)


def _is_uncut(parts: list[str], single: bool) -> bool:
    """Whether the commas between *parts* stand within one name: ``Feld, Ada``."""
    if single:
        return not (len(parts) == 2 and _both_whole(*parts) and all(map(is_person, parts)))
    return any(" " not in part for part in parts) and not _addressed(parts)


def _whole(block: Block, start: int, end: int) -> list[Named]:
    """One piece that commas cut no further: ``Feld, Ada``."""
    pieces = [piece for piece in names(block, (start, end)) if piece.name]
    if len(pieces) < 2:
        return pieces
    said = ", ".join(piece.name for piece in pieces)
    marks = tuple(mark for piece in pieces for mark in piece.marks)
    asides = tuple(one for piece in pieces for one in piece.asides)
    return [Named(said, marks, pieces[0].start, pieces[-1].end, asides)]


def _addressed(parts: list[str]) -> bool:
    """Whether a name's address follows it: ``Ada Feld, Institute of Waves, Ostmark``."""
    return any(is_address(part) for part in parts[1:])


def _without_degrees(pieces: list[Named]) -> list[Named]:
    found: list[Named] = []
    for piece in pieces:
        if found and line_kinds.SUFFIX.match(piece.name):
            found[-1] = found[-1]._replace(name=f"{found[-1].name}, {piece.name}", end=piece.end)
        elif found and is_credential(piece.name):
            found[-1] = found[-1]._replace(marks=(*found[-1].marks, *piece.marks))
        elif _LETTER.search(piece.name):
            found.append(piece)
    return found


def _cut(separator: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    cut = []
    for match in separator.finditer(text, start, end):
        cut.append((start, match.start()))
        start = match.end()
    return [one for one in [*cut, (start, end)] if text[one[0] : one[1]].strip(_BLANKS)]
