"""Which slices of a .bib can matter, told from their text alone: nothing is parsed to be thrown away."""

from __future__ import annotations

import re

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
        low = block.text.lower()
        return self._affiliated(block.text, low) or self._authored(low)

    def is_author(self, family: str) -> bool:
        """Whether the family name *family* is one of those wanted; ``Berg`` and ``van der Berg`` agree."""
        name = plain(family)
        return name in self.families or any(
            name.endswith(f" {wanted}") or wanted.endswith(f" {name}") for wanted in self.families if name
        )

    def _affiliated(self, text: str, low: str) -> bool:
        if any(word in low for word in _STRONG) and _STRONG_FIELD.search(text):
            return True
        return self._weak and any(word in low for word in _WEAK) and bool(_WEAK_FIELD.search(text))

    def _authored(self, low: str) -> bool:
        if not self._tokens:
            return False
        named = False
        for match in _AUTHOR.finditer(low):
            if low[match.start() - 1] in "-_" or low[match.start() - 1].isalnum():
                continue
            named = True
            if low[match.end() : match.end() + 1] not in {"{", '"'}:
                return True
            following = _NEXT.search(low, match.end())
            if self._names(low[match.end() : following.start() if following else len(low)]):
                return True
        return not named and ("crossref" in low or "xdata" in low)

    def _names(self, region: str) -> bool:
        if "#" in region:
            return True
        if "\\" in region or "{" in region:
            region = _MARKUP.sub("", _SPECIAL.sub(lambda m: _PLAIN_FOR.get(m.group(1), m.group(1)), region))
        return not self._tokens.isdisjoint(plain(region).split())
