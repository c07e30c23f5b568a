"""Whether two printed names can be one author's: by what is printed, and by nothing else."""

from __future__ import annotations

from functools import lru_cache

from askfirst_checks.light import Literal
from askfirst_checks.names.normalise import plain

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def same_person(one: str, other: str) -> Literal["full", "initials", ""]:
    """How far two names (``Given Family``) agree.

    ``full``: the same family name and a given name written out in both. ``initials``: the same family name, and no
    given name or initial that contradicts; that can be two people. Empty: different, or only a family name is known.
    """
    given, family = _parts(one)
    other_given, other_family = _parts(other)
    if not given or not other_given or family != other_family:
        return ""
    pairs = list(zip(given, other_given, strict=False))
    if any(not _agree(*pair) for pair in pairs):
        return ""
    return "full" if any(len(a) > 1 and a == b for a, b in pairs) else "initials"


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[list[str], str]:
    given, _, family = name.rpartition(" ")
    if "," in name:
        family, _, given = name.partition(",")
    words, family_words = plain(given).split(), plain(family).split()
    if family_words and family_words[-1] in _SUFFIXES and words:
        family_words = [words.pop()]
    return words, " ".join(family_words)


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other
