"""Which printed words speak for a country, and from which position."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.lexicon import UNSPACED, Entry, Lexicon, Meaning, lexicon, word_set
from askfirst_checks.names.printed import Printed

_STREET_AFTER = word_set(
    "street st str strasse road rd avenue ave av blvd boulevard lane ln drive dr weg allee ulitsa ul "
    "prospekt pr prospect square sq platz plein straat laan gatan gata vagen vei gade vej highway hwy "
    "court quay gate bridge embankment shosse sokak caddesi cad cd utca ut utja korut ring strada way "
    "expressway parkway pkwy terrace crescent"
)
_STREET_BEFORE = word_set(
    "rue avenue av avda avenida boulevard bd blvd via viale corso piazza piazzale calle carrer rua paseo "
    "passeig plaza praca ulica ul ulitsa jalan jl prospekt quai cours chemin allee route impasse strada "
    "largo travessa rte carretera ctra улица ул проспект пр шоссе خیابان бульвар"
)
_LINKS = word_set("de du des de la le les l d di del della dello dei degli do da dos das of the von der den van en")
_PHRASE = word_set("of de du des di del della dello do da dos das von für fur fuer der van for in at d zu y e pour")
_BEFORE_A_TOWN = word_set(
    "university univ universitat universite hochschule institute institut center centre hospital klinikum klinik"
    " krankenhaus school schule academy college sciences uas clinic campus laboratory branch"
)
_QUOTES = ('"', "”", "“", "»", "''")
_CLOSING = word_set("and und et e mail email sar cedex")


class Hit(NamedTuple):
    """A name found in the text: tokens ``start:end``, or letters of token ``start`` where a script has no spaces."""

    start: int
    end: int
    meaning: Meaning
    letters: tuple[int, int] | None = None


class _Book(dict[str, Entry | None]):
    """First words of every script to the names that begin with them, as they come up."""

    def __missing__(self, word: str) -> Entry | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        if word[0] >= UNSPACED:
            entry: Entry | None = _RUN
        else:
            entry = lexicon(not word.isascii()).entry(word)
        self[word] = entry
        return entry


_REMEMBERED = 100_000
_RUN = Entry(0, {}, {})
"""stands for any word of a script without spaces, whose names are looked for inside it"""
_BOOK = _Book()


def find(words: list[str]) -> list[Hit]:
    """The names in *words*, longest first from the left; each word belongs to one name at most."""
    hits: list[Hit] = []
    end, free = len(words), 0
    for at, entry in enumerate(map(_BOOK.__getitem__, words)):
        if entry is None or at < free:
            continue
        if entry is _RUN:
            hits.extend(_unspaced(words[at], at, lexicon(True)))
            continue
        _, seconds, _, alone = entry
        if at + 1 < end and words[at + 1] in seconds:
            hit = _longest(words, at, end, entry)
            if hit is None:
                continue
        elif alone is None:
            continue
        else:
            hit = Hit(at, at + 1, alone)
        hits.append(hit)
        free = hit.end
    return hits


def _longest(words: list[str], at: int, end: int, entry: Entry) -> Hit | None:
    _, seconds, names, _ = entry
    for stop in range(min(at + seconds[words[at + 1]], end), at, -1):
        meaning = names.get(" ".join(words[at:stop]))
        if meaning is not None:
            return Hit(at, stop, meaning)
    return None


def _unspaced(word: str, at: int, scripts: Lexicon) -> list[Hit]:
    """Names inside a word of a script without spaces; of Hangul only at the beginning, where a place stands."""
    hits: list[Hit] = []
    start, end = 0, len(word)
    starts_only = "\uac00" <= word[0] <= "\ud7a3"
    while start < end - 1:
        longest, _, names, _ = scripts[word[start : start + 2]] or _RUN
        for stop in range(min(start + longest, end), start + 1, -1):
            meaning = names.get(word[start:stop])
            if meaning is not None and not _within_kana(word, start, stop):
                hits.append(Hit(at, at + 1, meaning, (start, stop)))
                start = stop
                break
        else:
            start += 1
        if starts_only:
            break
    return hits


def _within_kana(word: str, start: int, stop: int) -> bool:
    """Whether the name is only a part of a longer word of katakana: Iran in ``アイランド`` (island)."""
    before = start and _is_kana(word[start - 1]) and _is_kana(word[start])
    return bool(before) or (stop < len(word) and _is_kana(word[stop]) and _is_kana(word[stop - 1]))


def _is_kana(sign: str) -> bool:
    return "\u30a1" <= sign <= "\u30fe"


def in_street(printed: Printed, hit: Hit) -> bool:
    """Whether the name is part of a street's: ``Cuba Street``, ``rue de Moscou``."""
    words, parting = printed.every, printed.parting
    if hit.end < len(words) and words[hit.end] in _STREET_AFTER and not parting[hit.end]:
        return True
    at = hit.start - 1
    while at >= 0 and words[at] in _LINKS and not parting[at + 1]:
        at -= 1
    return at >= 0 and words[at] in _STREET_BEFORE and not parting[at + 1]


def position(printed: Printed, hit: Hit, names_end: frozenset[int]) -> str:
    """Where a name stands in its segment: ``alone``, ``tail``, ``phrase`` (behind "of"), ``head`` or ``inner``."""
    words, parting = printed.every, printed.parting
    if hit.letters is not None:
        return "inner" if hit.letters[0] and hit.letters[1] < len(words[hit.start]) else "tail"
    end = hit.end
    while end < len(words) and words[end].isdigit() and not parting[end]:
        end += 1
    closed = end == len(words) or parting[end] or words[end] in _CLOSING
    start = hit.start
    while (
        start
        and not parting[start]
        and (words[start - 1].isdigit() or (len(words[start - 1]) == 1 and words[start].isdigit()))
    ):
        start -= 1
    opened = start == 0 or parting[start]
    if not closed:
        return "head" if opened else "inner"
    if printed.joined(hit.start) or printed.joined(hit.end):
        return "inner"
    if opened:
        return "alone"
    if words[start - 1] in _PHRASE and start == hit.start:
        return "phrase"
    if printed.gaps[end].startswith(_QUOTES):
        return "inner"
    return "alone" if start in names_end or end == len(words) else "tail"


def stands_apart(printed: Printed, hit: Hit, where: str) -> bool:
    """Whether a town's name is no surname: it fills its segment, or stands behind a preposition or a kind of house."""
    if where not in ("alone", "tail"):
        return where == "phrase"
    words, at = printed.every, hit.start - 1
    while at >= 0 and words[at].isdigit():
        at -= 1
    return at < hit.start - 1 or at < 0 or printed.parting[hit.start] or words[at] in _BEFORE_A_TOWN
