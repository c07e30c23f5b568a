"""Which printed words speak for a country, and from which position."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.lexicon import UNSPACED, Entry, Lexicon, Meaning, lexicon, word_set

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
_BREAKS = frozenset(',;:|/()[]{}•·\n"“”–—')
_QUOTES = ('"', "”", "“", "»", "''")


class Hit(NamedTuple):
    """A name found in the text: tokens ``start:end``, or letters of token ``start`` where a script has no spaces."""

    start: int
    end: int
    meaning: Meaning
    letters: tuple[int, int] | None = None


def find(words: list[str]) -> list[Hit]:
    """The names in *words*, longest first from the left; each word belongs to one name at most."""
    book = lexicon(False)
    hits: list[Hit] = []
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        if word.isascii():
            entry = book[word]
        elif word[0] >= UNSPACED:
            hits.extend(_unspaced(word, at, lexicon(True)))
            at += 1
            continue
        else:
            entry = lexicon(True)[word]
        if entry is None:
            at += 1
            continue
        _, seconds, names = entry
        if at + 1 < end and words[at + 1] in seconds:
            hit = _longest(words, at, end, entry)
        else:
            meaning = names.get(word)
            hit = Hit(at, at + 1, meaning) if meaning is not None else None
        if hit is None:
            at += 1
            continue
        hits.append(hit)
        at = hit.end
    return hits


def _longest(words: list[str], at: int, end: int, entry: Entry) -> Hit | None:
    _, seconds, names = entry
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
        longest, _, names = scripts[word[start : start + 2]] or (0, {}, {})
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


def in_street(words: list[str], hit: Hit, text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the name is part of a street's: ``Cuba Street``, ``rue de Moscou``."""
    if hit.end < len(words) and words[hit.end] in _STREET_AFTER and not _broken(text, spans, hit.end):
        return True
    at = hit.start - 1
    while at >= 0 and words[at] in _LINKS and not _broken(text, spans, at + 1):
        at -= 1
    return at >= 0 and words[at] in _STREET_BEFORE and not _broken(text, spans, at + 1)


def position(words: list[str], hit: Hit, text: str, spans: list[tuple[int, int]], names_end: frozenset[int]) -> str:
    """Where a name stands in its segment: ``alone``, ``tail``, ``phrase`` (behind a preposition), ``head``, ``inner``."""
    if hit.letters is not None:
        return "inner" if hit.letters[0] and hit.letters[1] < len(words[hit.start]) else "tail"
    end = hit.end
    while end < len(words) and words[end].isdigit() and not _broken(text, spans, end):
        end += 1
    closed = (
        end == len(words)
        or _broken(text, spans, end)
        or words[end] in ("and", "und", "et", "e", "mail", "email", "sar", "cedex")
    )
    start = hit.start
    while (
        start
        and not _broken(text, spans, start)
        and (words[start - 1].isdigit() or (len(words[start - 1]) == 1 and words[start].isdigit()))
    ):
        start -= 1
    opened = start == 0 or _broken(text, spans, start)
    if not closed:
        return "head" if opened else "inner"
    if _joined(text, spans, hit):
        return "inner"
    if opened:
        return "alone"
    if words[start - 1] in _PHRASE and start == hit.start:
        return "phrase"
    if text.startswith(_QUOTES, spans[end - 1][1]):
        return "inner"
    return "alone" if start in names_end or end == len(words) else "tail"


def stands_apart(words: list[str], hit: Hit, text: str, spans: list[tuple[int, int]], where: str) -> bool:
    """Whether a town's name is no surname: it fills its segment, or stands behind a preposition or a kind of house."""
    if where not in ("alone", "tail"):
        return where == "phrase"
    at = hit.start - 1
    while at >= 0 and words[at].isdigit():
        at -= 1
    return at < hit.start - 1 or at < 0 or _broken(text, spans, hit.start) or words[at] in _BEFORE_A_TOWN


def _joined(text: str, spans: list[tuple[int, int]], hit: Hit) -> bool:
    """Whether a hyphen ties the name to its neighbour: ``Israel-Canada``."""
    before = text[spans[hit.start - 1][1] : spans[hit.start][0]] if hit.start else ""
    after = text[spans[hit.end - 1][1] : spans[hit.end][0]] if hit.end < len(spans) else ""
    return before in ("-", "\u2010", "\u2011", "–") or after in ("-", "\u2010", "\u2011", "–")


def _broken(text: str, spans: list[tuple[int, int]], at: int) -> bool:
    """Whether punctuation parts token *at* from the one before it."""
    gap = text[spans[at - 1][1] : spans[at][0]]
    return gap == ", " or (gap != " " and not _BREAKS.isdisjoint(gap))
