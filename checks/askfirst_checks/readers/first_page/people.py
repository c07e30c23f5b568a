"""The names of a work's authors as a page prints them: where they stand, and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MOST_NAMES = 150
_MARKS = (
    r"(?:\s?\((?:B|✉|&|\*)\)|\s?[✉*†‡§¶∗⁎#∥]|\s?\d{1,3}(?![\w-])|(?<=[^\W\d_])\d{1,3}|"
    r",(?=\d{1,2}\b)|(?<=\d),\s?\d{1,2})*"
)
_BETWEEN = re.compile(r"[\s,;·•&∙⋅|]*(?:(?:and|und|et|y|e|и)\b[\s,]*)?", re.IGNORECASE)

_BODY_OF_NAME = re.compile(
    r"\s+(?:(?:National|State|Technical|Medical|Military|Federal)\s+){0,3}"
    r"(?:University(?!\s+of\s+(?!Tech|Scien|Medic|Educ|Agri|Econ|Engin|Foreign|Natural|Rail|Light|Commerce|Art|Const|"
    r"Transp|"
    r"Mechan|Aero|Def))|Polytechni|Academy|Hospital|College|Institute\b(?!\s+(?:of|for)\b)|"
    r"Institut\b(?!\s+[dfo]))"
)
_UNIT_OF_NAME = re.compile(r"\s+(?:Institut|Cent|School|Laborator|Universit|Faculty|Department)")


class Part(NamedTuple):
    """What stands behind a name, or before the first (then without a name)."""

    owner: str
    text: str


class Names:
    """The authors of one work."""

    def __init__(self, authors: Iterable[str]) -> None:
        forms = [(author, _form(author)) for author in tuple(authors)[:MOST_NAMES]]
        self.authors = tuple(author for author, form in forms if form)
        self._forms = [form for _, form in forms if form]
        self._pattern: re.Pattern[str] | None = None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where names stand, each with the marks behind it; the group that matched tells whose (`owner`)."""
        if not self._forms:
            return
        if self._pattern is None:
            whole = "|".join(f"({form})" for form in self._forms)
            self._pattern = re.compile(rf"(?<![\w’'-])(?:{whole})(?![\w’'-]*[^\W\d_]){_MARKS}")
        for found in self._pattern.finditer(text):
            if not _is_of_a_body(text, found):
                yield found

    def owner(self, found: re.Match[str]) -> str:
        """Whose name *found* is."""
        return self.authors[(found.lastindex or 1) - 1]

    def cut(self, text: str) -> list[Part]:
        """*text* at the names in it: what stands behind several names in a row belongs to nobody by name."""
        parts: list[Part] = []
        owners: list[str] = []
        begin = 0
        for found in self.find(text):
            between = text[begin : found.start()]
            if not _BETWEEN.fullmatch(between):
                parts.append(Part(owners[0] if len(owners) == 1 else "", between))
                owners = []
            owners.append(self.owner(found))
            begin = found.end()
        parts.append(Part(owners[0] if len(owners) == 1 else "", text[begin:]))
        return [part for part in parts if part.text.strip()]


def _is_of_a_body(text: str, found: re.Match[str]) -> bool:
    """Whether the name is that of an institution: ``Kim Il Sung University`` where an author is called Il Sung Kim."""
    if _BODY_OF_NAME.match(text, found.end()):
        return True
    return bool(_UNIT_OF_NAME.match(text, found.end())) and text[: found.start()].endswith((", ", " of "))


def _form(author: str) -> str:
    """A pattern for ``Given Family``, ``G. Family`` and ``Family Given``, in capitals too; empty without both."""
    given, _, family = author.strip().rpartition(" ")
    words = [word for word in re.split(r"[\s.-]+", given) if word and word[0].isalpha()][:4]
    if not words or len(family) < 2 or not family[0].isalpha():
        return ""
    return "|".join(
        dict.fromkeys((_written(given, words[0], family), _written(given.upper(), words[0], family.upper())))
    )


def _written(given: str, first: str, family: str) -> str:
    whole, tail = _spaced(re.escape(given)), _spaced(re.escape(family))
    initials = rf"{re.escape(first[0].upper())}(?:\.|\s|(?=-))(?:[\s-]{{0,2}}[^\W\d_]\.){{0,3}}[\s-]{{0,2}}"
    return rf"(?:{whole}(?:\s[^\W\d_]\.){{0,2}}\s+|{initials}){tail}|{tail},?\s(?:{whole}|{initials})"


def _spaced(escaped: str) -> str:
    return escaped.replace("\\ ", r"\s+").replace("\\-", r"[-‐‑–\s]")
