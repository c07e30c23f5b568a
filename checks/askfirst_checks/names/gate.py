"""The bulk mode: most texts are told by their words alone to speak for none of the countries and bodies asked about.

`Resolver` weighs everything that a text says; a look-back over an index needs that of the few texts that can matter.
`Gate.may_touch` is False only where no country of *codes* and no wanted body can come out of `Resolver.read`. That
holds whatever the weighing does, because a code in a resolution is always one that some fact was found with:

- a name of the lexicon whose `strong` or `weak` codes hold it and whose kind has a weight (`verdict.WEIGHT`), on whole
  words in their order, as printed or apart at a seam (`glued`); a single word's weak code needs a second fact with it;
- the Republic of Korea's name behind "Democratic People's" (`verdict`);
- the domain of an address, or the prefix of a postal code; other postal patterns only support (their weight is 0);
- a body: a name of the list, or of the ROR index, on whole comparable words, as printed or apart at a seam; one edit
  away (`near`); or in a script without spaces, of which every word passes.

So a text passes if it has two neighbouring words of such a name, and then the whole name. The tables are the matcher's
own, read whole. `tests/plugin/audit/test_verdicts.py` compares the two on every name of every body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from math import prod

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.names import domains, postcodes
from askfirst_checks.names.abbreviations import COMPARABLE, canonical
from askfirst_checks.names.countries import find
from askfirst_checks.names.glued import parted
from askfirst_checks.names.institutions import GLUED, unglued
from askfirst_checks.names.lexicon import UNSPACED, lexicon
from askfirst_checks.names.normalise import words
from askfirst_checks.names.verdict import PEOPLES, WEIGHT

if TYPE_CHECKING:
    from askfirst_checks.names.institutions import Gazetteer
    from askfirst_checks.names.judging import Institution
    from askfirst_checks.names.matching import Name

LONGEST = 1_000
"""signs beyond which a text always passes: the resolver reads such texts only in part, and they are rare"""
_REMEMBERED = 300_000
_MOST_READINGS = 16
"""of words that are each near another: beyond, the text passes"""
_SILENT = frozenset(kind for kind, weights in WEIGHT.items() if not any(weights.values())) | {"silent"}


class Token(NamedTuple):
    """What a single word tells of a text that holds it."""

    alone: bool = False
    """it is enough"""
    near: bool = False
    """it is one edit from a word of a body's name"""
    weak: frozenset[str] = frozenset()
    """codes that it may mean beside another fact that may mean them"""


_NOTHING = Token()


class Gate:
    """Which texts can speak for one of *codes* (ISO 3166-1 alpha-2), or name a body that *wanted* says yes to."""

    def __init__(self, gazetteer: Gazetteer, codes: Iterable[str], wanted: Callable[[Institution], bool]) -> None:
        self._codes = frozenset(codes)
        self._nearby = gazetteer.nearby
        self._shortened = frozenset(each for form in self._nearby.forms for each in _shortened(form))
        spelled, self._weak = _lexicon_names(self._codes)
        bodies = list(_bodies(gazetteer, self._codes, wanted))
        spellings = [" ".join(name.words) for name in bodies]
        self._single = frozenset(name for name in spelled if " " not in name)
        self._printed = _by_pairs(spelled)
        self._beside = _beside(bodies)
        self._acronyms = frozenset(name for name in spellings if " " not in name)
        self._compared = _by_pairs(spellings)
        self._north = tuple(f" {name} " for name in _republics()) if "KP" in self._codes else ()
        self._postal = postcodes.telling(self._codes)
        self._quiet: set[str] = set()
        self._tokens: dict[str, Token] = {}

    def may_touch(self, text: str) -> bool:
        """Whether the resolver must be asked."""
        if len(text) > LONGEST or self._speak(words(text), text) or self._has_sign(text):
            return True
        apart = parted(text)
        if apart is None:
            return False
        if self._speak(words(apart[0]), text):
            return True
        return bool(GLUED.search(text)) and self._speak(words(unglued(text)[0]), text)

    def _speak(self, found: list[str], text: str) -> bool:
        """Whether these words of *text*, in their order, hold a name."""
        near, quiet = False, self._quiet
        for word in () if quiet.issuperset(found) else found:
            if word in quiet:
                continue
            token = self._tokens.get(word) or self._learned(word)
            if token.alone or (token.weak and self._shared(token.weak, found, text)):
                return True
            near = near or token.near
        if not self._printed.keys().isdisjoint(pairwise(found)) and _any_of(self._printed, found):
            return True
        seq = list(filter(None, map(COMPARABLE.__getitem__, found)))
        return self._names_body(seq) or (near and self._nearly(seq)) or self._of_the_north(found)

    def _names_body(self, seq: list[str]) -> bool:
        """Whether the comparable words *seq* hold the name of a body, and beside it what it needs."""
        if self._compared.keys().isdisjoint(pairwise(seq)):
            return False
        compared = f" {' '.join(seq)} "
        for name in _those_of(self._compared, seq):
            if name in compared:
                partners = self._beside.get(name)
                if partners is None or any(map(compared.__contains__, partners)):
                    return True
        return False

    def _nearly(self, seq: list[str]) -> bool:
        """Whether the comparable words *seq* hold the name of a body but for an edit in some of them."""
        meant = [(word, *self._nearby.like(word)) for word in seq]
        return prod(map(len, meant)) > _MOST_READINGS or any(map(self._names_body, map(list, product(*meant))))

    def _shared(self, codes: frozenset[str], found: list[str], text: str) -> bool:
        """Whether two facts may mean one of *codes*, which one of them does not decide for by itself."""
        facts = [hit.meaning.codes for hit in find(found)]
        facts += [meaning.codes for _, _, meaning in postcodes.find(text)]
        facts += [meaning.codes for _, _, host in domains.find(text) if (meaning := domains.country_of(host))]
        return any(sum(code in each for each in facts) > 1 for code in codes)

    def _of_the_north(self, found: list[str]) -> bool:
        """Whether a name of the Republic of Korea may be the end of the other's."""
        if PEOPLES.isdisjoint(found):
            return False
        printed = f" {' '.join(found)} "
        return any(name in printed for name in self._north)

    def _learned(self, word: str) -> Token:
        """What *word* tells. One that tells nothing is not asked about again."""
        if len(self._quiet) + len(self._tokens) >= _REMEMBERED:
            self._quiet.clear()
            self._tokens.clear()
        token = self._token(word)
        if token is _NOTHING and word not in PEOPLES:
            self._quiet.add(word)
        else:
            self._tokens[word] = token
        return token

    def _token(self, word: str) -> Token:
        if word[0] >= UNSPACED or word in self._single or canonical(word) in self._acronyms:
            return Token(True)
        near = not self._shortened.isdisjoint(_shortened(word)) and bool(self._nearby.like(word))
        weak = self._weak.get(word)
        return Token(False, near, weak or frozenset()) if near or weak else _NOTHING

    def _has_sign(self, text: str) -> bool:
        """Whether an address or a postal code of one of the countries is printed."""
        for each in self._postal:
            if each.search(text):
                return True
        for _, _, host in domains.find(text):
            meaning = domains.country_of(host)
            if meaning is not None and not self._codes.isdisjoint(meaning.strong):
                return True
        return False


def _shortened(word: str) -> list[str]:
    """*word*, and it without each of its letters: two that are one edit apart share one of these."""
    return [word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]


def _any_of(names: dict[tuple[str, str], tuple[str, ...]], found: list[str]) -> bool:
    printed = f" {' '.join(found)} "
    return any(name in printed for name in _those_of(names, found))


def _those_of(names: dict[tuple[str, str], tuple[str, ...]], found: list[str]) -> Iterator[str]:
    """Those of *names* whose pair stands among the words *found*."""
    for pair in pairwise(found):
        yield from names.get(pair, ())


def _beside(bodies: Iterable[Name]) -> dict[str, tuple[str, ...]]:
    """Names that every body of theirs needs a partner for, and the partners."""
    found: dict[str, set[str]] = {}
    for name in bodies:
        partner = f" {' '.join(name.partner)} " if name.kind == "w" and name.partner else " "
        found.setdefault(f" {' '.join(name.words)} ", set()).add(partner)
    return {name: tuple(partners) for name, partners in found.items() if " " not in partners}


def _lexicon_names(codes: frozenset[str]) -> tuple[list[str], dict[str, frozenset[str]]]:
    """The names that may speak for one of *codes*, and single words that may with a second fact.

    A single word never makes more than a weak fact of its weak codes, and those need a fact that shares them.
    """
    found: list[str] = []
    weak: dict[str, frozenset[str]] = {}
    for name, meaning in (each for scripts in (False, True) for each in lexicon(scripts).all()):
        if meaning.kind in _SILENT:
            continue
        if not codes.isdisjoint(meaning.strong if " " not in name else meaning.strong + meaning.weak):
            found.append(name)
        elif " " not in name and not codes.isdisjoint(meaning.weak):
            weak[name] = codes.intersection(meaning.weak)
    return found, weak


def _republics() -> Iterator[str]:
    """The Republic of Korea's names that may be the end of the other's."""
    for name, meaning in lexicon(False).all():
        if meaning.strong == ("KR",) and name.startswith(("republic ", "rep ")):
            yield name


def _bodies(gazetteer: Gazetteer, codes: frozenset[str], wanted: Callable[[Institution], bool]) -> Iterator[Name]:
    """The names that may mean a wanted body, or one in a country of *codes*."""
    for name in gazetteer.every_name(codes):
        if name.kind not in "nx":
            body = gazetteer.institution(name.body)
            if body.country in codes or wanted(body):
                yield name


def _by_pairs(names: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """*names* of two words or more, between spaces, by those two neighbours that names hold least often."""
    pairs = {name: list(pairwise(name.split(" "))) for name in names if " " in name}
    common = Counter(pair for each in pairs.values() for pair in each)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, each in pairs.items():
        rarest = min(each, key=lambda pair: (common[pair], -len(pair[0] + pair[1])))
        found[rarest] = (*found.get(rarest, ()), f" {name} ")
    return found
