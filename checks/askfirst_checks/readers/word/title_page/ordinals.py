"""Places that say in words whose they are: ``First and third authors: Department of Waves; second author: ...``."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

_ORDINALS = (
    ("first", "1st", "erste", "erster", "première", "premier", "primer", "primera"),
    ("second", "2nd", "zweite", "zweiter", "deuxième", "segundo", "segunda"),
    ("third", "3rd", "dritte", "dritter", "troisième", "tercer", "tercera"),
    ("fourth", "4th", "vierte", "vierter", "quatrième", "cuarto", "cuarta"),
    ("fifth", "5th", "fünfte", "fünfter", "cinquième", "quinto", "quinta"),
    ("sixth", "6th", "sechste", "sechster", "sixième", "sexto", "sexta"),
    ("seventh", "7th", "siebte", "siebter", "septième"),
    ("eighth", "8th", "achte", "achter", "huitième"),
    ("ninth", "9th", "neunte", "neunter", "neuvième"),
    ("tenth", "10th", "zehnte", "zehnter", "dixième"),
)
_PLACES = {word: place for place, words in enumerate(_ORDINALS) for word in words}
_ONE = "(?:" + "|".join((*_PLACES, "last", "senior")) + ")"
_BETWEEN = r"(?:\s*,\s*(?:and\s+|und\s+)?|\s+(?:and|und|et|y)\s+|\s*&\s*)"
_LEAD = pattern(
    rf"(?i)(?:(?<=^)|(?<=[;.*†])|(?<=[;.]\s)|(?<=\band\s))(?P<who>{_ONE}(?:{_BETWEEN}{_ONE}){{0,20}})\s*"
    r"(?:-\s*)?(?:authors?|autor(?:in|en)?|auteurs?)\s*(?:\([^()\n]{0,60}\))?\s*:\s*"
)
_WORD = pattern(rf"(?i)\b{_ONE}\b")


class Told(NamedTuple):
    """Whose a stretch of a line is."""

    authors: tuple[int, ...]
    start: int
    end: int


def is_by_ordinals(text: str) -> bool:
    """Whether the line *text* begins so."""
    found = _LEAD.search(text[:200])
    return found is not None and not text[: found.start()].strip(" *†")


def by_ordinals(text: str, people: int) -> Iterator[Told]:
    """The stretches of *text* and which of so many *people* each belongs to, counted from 0."""
    found = list(_LEAD.finditer(text))
    for number, lead in enumerate(found):
        end = found[number + 1].start("who") if number + 1 < len(found) else len(text)
        places = (_PLACES.get(word.casefold(), people - 1) for word in _WORD.findall(lead["who"]))
        yield Told(tuple(dict.fromkeys(p for p in places if 0 <= p < people)), lead.end(), end)
