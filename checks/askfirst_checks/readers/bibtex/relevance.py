"""Which slices of a .bib can matter, told from their text alone: nothing is parsed to be thrown away."""

from __future__ import annotations

import re
from functools import lru_cache

from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.bibtex.slicing import Slice

_STRONG_FIELD = pattern(
    r"(?<![\w-])(?:affiliations?|author[-_]?(?:email|address)|correspondence_address1?)\s*=", re.IGNORECASE
)
_WEAK_FIELD = pattern(r"(?<![\w-])(?:school|institution)\s*=", re.IGNORECASE)
_AUTHOR = pattern(r"author\s*=\s*")
_SEVERAL = 50
_NEXT = pattern(r"[\"}]\s*,\s*[\w:+-]+\s*=")
_SPECIAL = pattern(r"\\(ss|ae|oe|aa|o|l|i|j|dh|dj|th)(?![a-z])(?:\s+|\{\})?")
_PLAIN_FOR = {"aa": "a", "dh": "d", "dj": "d"}
_MARKUP = pattern(r"\\[a-z](?![a-z])\s*|\\[a-z]+|\\[^a-z]|[{}]")


class Wanted:
    """What makes an entry matter: authors of these family names, or a printed affiliation."""

    def __init__(self, family_names: frozenset[str] | None) -> None:
        self.everything = family_names is None
        self.families = frozenset(filter(None, map(plain, family_names or ())))
        self._tokens = frozenset(name.rsplit(" ", 1)[-1] for name in self.families)
        self._weak = not self.families

    def may_matter(self, block: Slice) -> bool:
        """Whether the entry could be wanted. Errs towards yes."""
        if self.everything or _affiliated(block.text):
            return True
        return _at_a_school(block.text) if self._weak else self._authored(block.text)

    def is_author(self, family: str) -> bool:
        """Whether the family name *family* is one of those wanted; ``Berg`` and ``van der Berg`` agree."""
        name = plain(family)
        return name in self.families or any(
            name.endswith(f" {wanted}") or wanted.endswith(f" {name}") for wanted in self.families if name
        )

    def _authored(self, text: str) -> bool:
        names = _author_names(text)
        if names is None:
            return True
        hits = [token for token in self._tokens if token in names]
        return bool(hits) and not set(plain(names).split()).isdisjoint(hits)


def forget() -> None:
    """Drop what is remembered of slices (benchmarks and tests)."""
    for remembered in (_affiliated, _at_a_school, _author_names):
        remembered.cache_clear()


@lru_cache(maxsize=20_000)
def _affiliated(text: str) -> bool:
    low = text.lower()
    return ("affiliation" in low or "email" in low or "address" in low) and bool(_STRONG_FIELD.search(text))


@lru_cache(maxsize=20_000)
def _at_a_school(text: str) -> bool:
    low = text.lower()
    return ("school" in low or "institution" in low) and bool(_WEAK_FIELD.search(text))


@lru_cache(maxsize=20_000)
def _author_names(text: str) -> str | None:
    """The author fields in small letters, mark-up resolved; None where they cannot be told: a macro, a parent entry."""
    low = text.lower()
    names: list[str] = []
    for count, match in enumerate(_AUTHOR.finditer(low)):
        if count > _SEVERAL:
            return None
        before = low[match.start() - 1]
        if before in "-_" or before.isalnum():
            continue
        at = match.end()
        following = _NEXT.search(low, at)
        region = low[at + 1 : following.start() if following else len(low)]
        if low[at : at + 1] not in {"{", '"'} or "#" in region:
            return None
        names.append(_without_markup(region))
    if not names and ("crossref" in low or "xdata" in low):
        return None
    return " ".join(names)


def _without_markup(region: str) -> str:
    if "\\" in region or "{" in region:
        region = _MARKUP.sub("", _SPECIAL.sub(_bare_letter, region))
    return region if region.isascii() and "'" not in region and "`" not in region else plain(region)


def _bare_letter(match: re.Match[str]) -> str:
    return _PLAIN_FOR.get(match.group(1), match.group(1))
