"""Near spellings: every word equal, or of six letters or more and one edit apart. They suggest, and never decide."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.names.abbreviations import CANONICAL
from askfirst_checks.names.matching import Match, Name

LEAST = 6
"""letters from which a word may be off by one: in shorter ones an edit makes another name (Hebei, Hubei)"""
_REMEMBERED = 50_000


class Nearby:
    """The long words of all names, by length and ends: one edit leaves one end whole."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """*vocabulary* are comparable words; their full forms are looked for as well."""
        known = self._known = frozenset(vocabulary)
        self._meant = {form: word for form, word in CANONICAL.items() if word in known and len(form) >= LEAST}
        self._meant.update((word, word) for word in known if len(word) >= LEAST)
        self._by_end: dict[int, dict[str, list[str]]] = {}
        for form in self._meant:
            for end in _ends(form):
                self._by_end.setdefault(len(form), {}).setdefault(end, []).append(form)
        self._seen: dict[str, frozenset[str]] = {}
        self._far: set[str] = set()

    @property
    def forms(self) -> Iterable[str]:
        """The words that another may be one edit from."""
        return self._meant.keys()

    def any_like(self, words: list[str]) -> bool:
        """Whether `like` finds something for any of *words*: a set operation once they are known."""
        fresh = set(words).difference(self._far)
        if not fresh:
            return False
        if len(self._far) >= _REMEMBERED:
            self._far.clear()
        far = {word for word in fresh if not self.like(word)}
        self._far |= far
        return len(far) < len(fresh)

    def like(self, word: str) -> frozenset[str]:
        """The comparable words that *word* is one edit from; none for a word that is itself known."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[word] = frozenset(self._like(word))
        return found

    def _like(self, word: str) -> set[str]:
        if len(word) < LEAST - 1 or word in self._known or word in CANONICAL or not (word.isascii() and word.isalpha()):
            return set()
        found: set[str] = set()
        ends = _ends(word)
        for long in range(len(word) - 1, len(word) + 2):
            by_end = self._by_end.get(long, {})
            for forms in filter(None, map(by_end.get, ends)):
                found.update(self._meant[form] for form in forms if one_edit(word, form))
        return found


def _ends(word: str) -> list[str]:
    """Three letters at either end; of six letters also two and two, which two swapped in the middle leave whole."""
    ends = [word[:3], "-" + word[-3:]]
    return [*ends, f"{word[:2]}-{word[-2:]}"] if len(word) == LEAST else ends


def one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out, exchanged, or two neighbours swapped make the one of the other."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    ahead = 0
    while ahead < len(shorter) and longer[ahead] == shorter[ahead]:
        ahead += 1
    if len(longer) > len(shorter):
        return longer[ahead + 1 :] == shorter[ahead:]
    if longer[ahead + 1 :] == shorter[ahead + 1 :]:
        return True
    return longer[ahead : ahead + 2] == shorter[ahead : ahead + 2][::-1] and longer[ahead + 2 :] == shorter[ahead + 2 :]


def resembling(seq: list[str], at: int, name: Name, nearby: Nearby) -> Match | None:
    """*name* laid on *seq* with its anchor on the word *at*, if it fits but for near words, at least one."""
    start = at - name.offset
    printed = seq[start : start + len(name.words)] if start >= 0 else []
    if len(printed) != len(name.words) or len(printed) < 2 or printed == name.words:
        return None
    if all(word == own or own in nearby.like(word) for word, own in zip(printed, name.words, strict=True)):
        return Match(name, start, start + len(printed))
    return None
