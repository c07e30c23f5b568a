"""The names of a work's authors as a page prints them: where they stand, and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MOST_NAMES = 80
_MARKS = (
    r"(?:\s?\((?:B|✉|&|\*)\)|\s?[✉*†‡§¶∗⁎#∥]|\s?\d{1,3}(?![\w-])|(?<=[^\W\d_])\d{1,3}|"
    r",(?=\d{1,2}\b)|(?<=\d),\s?\d{1,2})*"
)
_BETWEEN = re.compile(r"[\s,;·•&∙⋅|]*(?:(?:and|und|et|y|e|и)\b[\s,]*)?", re.IGNORECASE)


class Part(NamedTuple):
    """What stands behind a name, or before the first (then without a name)."""

    owner: str
    text: str


class Names:
    """The authors of one work."""

    def __init__(self, authors: Iterable[str]) -> None:
        self.authors = tuple(authors)[:MOST_NAMES]
        self._forms = [form for form in map(_form, self.authors) if form]
        self._pattern: re.Pattern[str] | None = None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where names stand, each with the marks behind it; the group that matched tells whose (`owner`)."""
        if not self._forms:
            return iter(())
        if self._pattern is None:
            whole = "|".join(f"({form})" for form in self._forms)
            self._pattern = re.compile(rf"(?<![\w’'-])(?:{whole})(?![\w’'-]*[^\W\d_]){_MARKS}", re.IGNORECASE)
        return self._pattern.finditer(text)

    def owner(self, found: re.Match[str]) -> str:
        """Whose name *found* is."""
        named = [author for author in self.authors if _form(author)]
        return named[(found.lastindex or 1) - 1]

    def begins(self, text: str) -> bool:
        """Whether *text* begins with a name."""
        first = next(self.find(text[:200]), None)
        return first is not None and not text[: first.start()].strip(" *†‡§¶")

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


def _form(author: str) -> str:
    """A pattern for ``Given Family``, ``G. Family`` and ``Family Given``; empty for a name without a family name."""
    given, _, family = author.strip().rpartition(" ")
    if not given or len(family) < 2 or not family[0].isalpha():
        return ""
    words = [word for word in re.split(r"[\s.-]+", given) if word and word[0].isalpha()][:4]
    if not words:
        return ""
    written = _spaced(re.escape(given))
    initials = rf"{re.escape(words[0][0])}\.?(?:[\s-]{{0,2}}[^\W\d_]\.){{0,3}}[\s.-]{{0,2}}"
    tail = _spaced(re.escape(family))
    return rf"(?:{written}(?:\s[^\W\d_]\.){{0,2}}|{initials})\s*{tail}|{tail},?\s(?:{written}|{initials}(?!\w))"


def _spaced(escaped: str) -> str:
    return escaped.replace("\\ ", r"\s+").replace("\\-", r"[-‐‑–\s]")
