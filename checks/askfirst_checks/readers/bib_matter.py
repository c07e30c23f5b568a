"""Which slices of a .bib can matter, told from their text alone: nothing is parsed to be thrown away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from askfirst_checks.names.normalise import plain
from askfirst_checks.readers.bib_slices import Slice

_STRONG = ("affiliation", "author-email", "author_email", "author-address", "author_address", "correspondence_address")
_WEAK = ("school", "institution")
_STRONG_FIELD = re.compile(
    r"(?<![\w-])(?:affiliations?|author[-_]?(?:email|address)|correspondence_address1?)\s*=", re.IGNORECASE
)
_WEAK_FIELD = re.compile(r"(?<![\w-])(?:school|institution)\s*=", re.IGNORECASE)
_AUTHOR = re.compile(r"author\s*=\s*")
_NEXT = re.compile(r"[\"}]\s*,\s*[\w:+-]+\s*=")
_SPECIAL = re.compile(r"\\(ss|ae|oe|aa|o|l|i|j|dh|dj|th)(?![a-z])(?:\s+|\{\})?")
_PLAIN_FOR = {"aa": "a", "dh": "d", "dj": "d"}
_MARKUP = re.compile(r"\\[a-z](?![a-z])\s*|\\[a-z]+|\\[^a-z]|[{}]")


class Wanted:
    """What makes an entry matter: authors of these family names, or a printed affiliation."""

    def __init__(self, family_names: frozenset[str] | None) -> None:
        self.everything = family_names is None
        self.families = frozenset(filter(None, map(plain, family_names or ())))
        self._tokens = frozenset(name.rsplit(" ", 1)[-1] for name in self.families)
        self._weak = not self.families

    def may_matter(self, block: Slice) -> bool:
        """Whether the entry could be wanted. Errs towards yes."""
        if self.everything:
            return True
        affiliated = _affiliated(block.text)
        return affiliated == "yes" or (self._weak and affiliated == "school") or self._authored(block.text)

    def is_author(self, family: str) -> bool:
        """Whether the family name *family* is one of those wanted; ``Berg`` and ``van der Berg`` agree."""
        name = plain(family)
        return name in self.families or any(
            name.endswith(f" {wanted}") or wanted.endswith(f" {name}") for wanted in self.families if name
        )

    def _authored(self, text: str) -> bool:
        if not self._tokens:
            return False
        words = _author_words(text)
        return words is None or not self._tokens.isdisjoint(words)


def forget() -> None:
    """Drop what is remembered of slices (benchmarks and tests)."""
    _affiliated.cache_clear()
    _author_words.cache_clear()


@lru_cache(maxsize=20_000)
def _affiliated(text: str) -> Literal["yes", "school", "no"]:
    low = text.lower()
    if any(word in low for word in _STRONG) and _STRONG_FIELD.search(text):
        return "yes"
    return "school" if any(word in low for word in _WEAK) and _WEAK_FIELD.search(text) else "no"


@lru_cache(maxsize=20_000)
def _author_words(text: str) -> frozenset[str] | None:
    """The words of the author fields, plain; None where they stand elsewhere: in a macro, or in a parent entry."""
    low = text.lower()
    words: list[str] = []
    named = False
    for match in _AUTHOR.finditer(low):
        before = low[match.start() - 1]
        if before in "-_" or before.isalnum():
            continue
        named = True
        at = match.end()
        following = _NEXT.search(low, at)
        region = low[at + 1 : following.start() if following else len(low)]
        if low[at : at + 1] not in {"{", '"'} or "#" in region:
            return None
        if "\\" in region or "{" in region:
            region = _MARKUP.sub("", _SPECIAL.sub(_bare_letter, region))
        words.extend(plain(region).split())
    return None if not named and ("crossref" in low or "xdata" in low) else frozenset(words)


def _bare_letter(match: re.Match[str]) -> str:
    return _PLAIN_FOR.get(match.group(1), match.group(1))
