"""A joined block cut at its marks: ``1 Institute ..., Germany 2Department ..., Iran``, with letters and signs alike.

A mark counts only where marks follow one another (1, 2, 3 or a, b, c) and what stands behind it names an institution
or a place: "2D", "H2O", "Eq. 1 Institute", a house number and a postal code cut nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from askfirst_checks.readers.first_page import looks

_LONGEST = 200
"""characters behind a mark in which its institution has to be named"""
_SHORT = 60
"""characters of a name that no word shows to be an institution's"""
_FARTHEST = 3
"""how many marks may be missing between two: a superscript can get lost"""
_CANDIDATE = re.compile(
    r"(?<![\w.,/’'–-])[(\[]?(?:(?P<number>\d{1,3})|(?P<letter>[a-z]{1,2}))(?:[.)\]]{1,2}\s?|\s)?(?=[^\W\d_a-zß-öø-ÿа-я]|[\"“(])"
)
_SIGN = re.compile(r"(?<!\w)[*†‡§¶∗⁎#∥]{1,3}\s?(?=[^\W\d_])")
_INITIALS = re.compile(r"[^\W\d_] [^\W\d_] ?[^\W\d_]")
_NO_MARK_BEHIND = re.compile(
    r"\b(?:eqs?|equations?|figs?|figures?|refs?|tab|tables?|secs?|sections?|no|nr|building|bldg|block|box|room|floor|"
    r"house|route|"
    r"unit|site|phase|part|type|class|group|team|campus|area|zone|vol|step|level|chapter|street|str|st|road|rd|avenue|"
    r"ave|"
    r"straße|strasse|weg|platz|rue|via|calle|haus|gebäude|ulitsa|prospekt|paris|lyon|lille|rennes|bordeaux|grenoble|"
    r"und|and|&)\.?\s*$",
    re.IGNORECASE,
)


SIGN = "*"


class Mark(NamedTuple):
    """A mark in a text: where it begins, where what it marks begins, its value (1 for 1 and a) and its kind."""

    start: int
    end: int
    value: int
    kind: str
    name: str


class Marked(NamedTuple):
    """What stands behind one mark; before the first one the mark is empty."""

    mark: str
    text: str


@lru_cache(maxsize=64)
def cut(text: str) -> tuple[Marked, ...]:
    """*text* at its marks; one part without a mark where it has none."""
    chain = _chain(text)
    edges = [0, *(mark.start for mark in chain), len(text)]
    begins = [0, *(mark.end for mark in chain)]
    names = ["", *(mark.name for mark in chain)]
    parts = [Marked(name, text[begin:end]) for name, begin, end in zip(names, begins, edges[1:], strict=True)]
    return tuple(each for part in parts for each in _at_signs(part) if each.text.strip())


def _at_signs(part: Marked) -> list[Marked]:
    """*part* at its signs (``† Institute ...``); what stands behind one has `SIGN` for its mark, or that of *part*."""
    first, *others = _SIGN.split(part.text)
    return [Marked(part.mark, first), *(Marked(part.mark or SIGN, text) for text in others)]


def _chain(text: str) -> list[Mark]:
    """The marks that follow one another, of the kind that has more of them."""
    found = [_of_kind(text, kind) for kind in ("number", "letter")]
    return max(found, key=len)


def _of_kind(text: str, kind: str) -> list[Mark]:
    """The chain from 1 or from the block's begin; else one of glued marks that goes on with another block's list."""
    marks = list(_candidates(text, kind))
    return _chained(text, marks, from_first=True) or _chained(text, list(filter(_is_glued, marks)), from_first=False)


def _is_glued(mark: Mark) -> bool:
    return mark.end - mark.start == len(mark.name)


def _chained(text: str, marks: list[Mark], from_first: bool) -> list[Mark]:
    chain: list[Mark] = []
    for at, mark in enumerate(marks):
        end = marks[at + 1].start if at + 1 < len(marks) else len(text)
        behind = text[mark.end : min(end, mark.end + _LONGEST)]
        follows = _follows(chain, mark, text) or not (chain or from_first)
        if follows and (_names_place(behind) or _is_in_a_row(chain, mark, behind)):
            chain.append(mark)
    return chain if len(chain) > 1 or (chain and _is_sure(chain[0], text)) else []


def _is_sure(mark: Mark, text: str) -> bool:
    """Whether a mark alone is one: at the block's begin, or glued to an institution right behind a country."""
    before = text[: mark.start].strip()
    if before and not (_is_glued(mark) and looks.countries(before[-_SHORT:])):
        return False
    return _names_place(text[mark.end :][:_LONGEST])


def _follows(chain: list[Mark], mark: Mark, text: str) -> bool:
    if chain:
        return chain[-1].value < mark.value <= chain[-1].value + _FARTHEST
    return mark.value == 1 or not text[: mark.start].strip()


def _is_in_a_row(chain: list[Mark], mark: Mark, behind: str) -> bool:
    """Whether a glued mark is the next one, or a block's 1, before a short name of a kind nobody knows: ``1EPFL``."""
    is_next = mark.value == chain[-1].value + 1 if chain else mark.value == 1 and not mark.start
    return is_next and _is_glued(mark) and len(behind) < _SHORT and looks.is_titled(behind)


def _names_place(text: str) -> bool:
    """Whether an institution or a place is named in the first parts of *text*: a name of a person is none."""
    near = ",".join(text.split(",")[:3])
    return looks.names_institution(near) or ("," in text and bool(looks.countries(text)))


def _candidates(text: str, kind: str) -> Iterator[Mark]:
    for found in _CANDIDATE.finditer(text):
        name = found[kind]
        if name is None or not _begins_name(text, found.end(), glued=found[0].endswith(name)):
            continue
        if not numbers_a_thing(text, found.start()):
            yield Mark(found.start(), found.end(), value(name), kind, name)


def numbers_a_thing(text: str, at: int) -> bool:
    """Whether the number at *at* is that of a figure, an equation, a building: ``Eq. 1``, ``Building 2``."""
    return _NO_MARK_BEHIND.search(text[max(0, at - 20) : at]) is not None


def value(name: str) -> int:
    """1 for 1 and a, 27 for aa."""
    if name.isdigit():
        return int(name)
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 96
    return number


def _begins_name(text: str, at: int, glued: bool) -> bool:
    """Whether a name begins at *at*: a capital, or a letter of a script without them, and two where a mark is glued."""
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if not first.isalpha():
        return bool(first)
    return not first.islower() and (not glued or second.isalpha() or second == "." or bool(_INITIALS.match(text, at)))
