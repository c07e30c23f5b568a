"""Which entries of Annex I a title, an abstract and key words touch: the only source of the content question.

Nothing else is seen here: no author, no affiliation, no country (an import contract and a test hold that). A hit is
*named* where the words of an entry stand in the text, *near* where several of its weaker words do. BM25 orders, and
decides nothing. No model, no network.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import lru_cache

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple
from askfirst_checks.topics.stems import stems as stems_of
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from askfirst_checks.topics.text import Match, Reading

Strength = Literal["named", "near", "words"]
LONGEST = 20_000
"""code points of title, abstract and key words that are looked at"""
MOST = 3
"""entries that are shown"""
_BESIDE, _APART = 9, 10
"""cells of entries.tsv: words of which one must stand in the text with a head word; words that take out what is near"""
_AROUND = 12
"""words around a term in which a word that takes it out of its entry counts"""
_SMALL = frozenset(stems_of("of for and the to in und für der die das von zu"))
"""words that no short form spells"""


class Entry(NamedTuple):
    """One entry of Annex I, of the Common Military List (ML), or Article 5 of Regulation (EU) 2021/821 (SURV)."""

    code: str
    act: str
    """``2021/821``, ``2025/2003`` (the 500 series), ``ML`` or ``SURV``"""
    title: Text
    """in our own words"""
    values: Text
    """threshold values, where they were read in the act; else empty"""
    read: str
    """the act in which entry and values were read (``2025/2003``, ``2009/43/EC``); empty: in none"""


class Hit(NamedTuple):
    """An entry, how strongly the text touches it, and the printed words that make it so."""

    entry: Entry
    strength: Strength
    words: tuple[str, ...]


class Weaker(NamedTuple):
    """The printed words of a term that alone names no entry."""

    words: str
    is_pair: bool
    """weighs as a pair of words does"""


def topics(title: str, abstract: str = "", keywords: Sequence[str] = (), *, wide: bool = False) -> tuple[Hit, ...]:
    """The entries that the text names or comes near to, at most `MOST`, best first.

    *wide* fills the places left with entries that only share words with the text: for who wants to look, never for a
    question.
    """
    text = _read_text(title, abstract, keywords)
    named, near = _found(text)
    found = _hits(named, near)
    scores = _scores(text) if wide or len(found) > 1 else {}
    chosen = sorted(found, key=lambda row: (found[row][0] != "named", -scores.get(row, 0), row))[:MOST]
    hits = [Hit(_entry(row), found[row][0], _once(found[row][1])) for row in chosen]
    if wide:
        rest = sorted((row for row in scores if row not in found), key=lambda row: (row not in near, -scores[row], row))
        hits += [Hit(_entry(row), "words", _shared(text, row)) for row in rest[: MOST - len(hits)]]
    return tuple(hits)


def _read_text(title: str, abstract: str, keywords: Sequence[str]) -> Reading:
    """Title and key words in front; where there are none, the first sentence of the abstract."""
    from askfirst_checks.topics.text import Reading

    front = f"{title}. {'. '.join(keywords)}"[:LONGEST] if title or keywords else ""
    abstract = abstract[: LONGEST - len(front)]
    if not front:
        front, _, abstract = abstract.partition(". ")
    return Reading(front, abstract)


def _found(text: Reading) -> tuple[dict[int, list[str]], dict[int, list[Weaker]]]:
    """The terms of each entry that stand in *text*: those that name it, and the weaker ones."""
    named: dict[int, list[str]] = {}
    near: dict[int, list[Weaker]] = {}
    for kind, row, stems in _terms(text):
        matches = _matches(text, kind, row, stems)
        if not matches:
            continue
        counts = kind == "phrase" or (kind == "head" and _has_company(text, row))
        if counts and _is_topic(text, matches):
            named.setdefault(row, []).append(matches[0].words)
        else:
            near.setdefault(row, []).append(Weaker(matches[0].words, counts or len(stems) > 1))
            if kind == "head" and counts:
                near[row] += [Weaker(word, False) for word in _company_in_front(text, row)]
    return named, near


def _hits(named: dict[int, list[str]], near: dict[int, list[Weaker]]) -> dict[int, tuple[Strength, list[str]]]:
    found: dict[int, tuple[Strength, list[str]]] = {row: ("named", words) for row, words in named.items()}
    found.update(
        (row, ("near", [each.words for each in terms]))
        for row, terms in near.items()
        if row not in found and _weighs(terms)
    )
    return found


def _matches(text: Reading, kind: str, row: int, stems: list[str]) -> list[Match]:
    """Where a term stands and nothing beside it takes it out of its entry; out in the title is out everywhere."""
    matches = text.within(stems) if kind == "phrase" else text.beside(stems)
    if not matches:
        return []
    apart = [place for word in _cell(row, _APART) for place, _ in text.beside(stems_of(word))]
    left = [each for each in matches if not any(abs(each.place - place) <= _AROUND for place in apart)]
    return [] if matches[0] not in left and matches[0].place <= text.front else left


def _is_topic(text: Reading, matches: list[Match]) -> bool:
    """Whether a text is about something: in its title or key words, or more than once. An abstract that has it once
    mentions it."""
    return len(matches) > 1 or matches[0].place <= text.front


def _terms(text: Reading) -> Iterator[tuple[str, int, list[str]]]:
    for each in text.at:
        for term in _cells("terms.tsv", each):
            kind, row, *stems = term.split(" ")
            yield kind, int(row), stems


def _has_company(text: Reading, row: int) -> bool:
    """Whether one of the words stands in *text* that must stand beside a head word of this entry."""
    beside = _cell(row, _BESIDE)
    return not beside or any(text.has(stems_of(word)) for word in beside)


def _company_in_front(text: Reading, row: int) -> list[str]:
    """Those of them that stand in the title or the key words: what it mentions, the text is then about."""
    company = [stems_of(word) for word in _cell(row, _BESIDE)]
    return [text.printed(stems[0]) for stems in company if len(stems) == 1 and text.is_in_front(stems[0])]


def _weighs(terms: Iterable[Weaker]) -> bool:
    """Whether weaker terms make an entry near: a pair of words and one term more, or three words; none counts twice,
    nor does the short form of one that stands there."""
    seen: set[str] = set()
    words = pairs = 0
    for term in sorted(terms, key=lambda each: len(each.words), reverse=True):
        parts = stems_of(term.words)
        if seen.isdisjoint(parts):
            pairs += term.is_pair
            words += not term.is_pair
        seen.update(parts)
        if len(parts) > 1:
            seen.add("".join(part[0] for part in parts if part not in _SMALL))
    return (pairs > 0 and pairs + words > 1) or words > 2


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """The words that stand in no longer ones, each once, the longest first."""
    kept: dict[str, str] = {}
    for each in sorted(words, key=len, reverse=True):
        if not any(f" {each.casefold()} " in f" {other} " for other in kept):
            kept[each.casefold()] = each
    return tuple(kept.values())


def _scores(text: Reading) -> dict[int, int]:
    found: dict[int, int] = {}
    for each in text.at:
        for row, weight in _weights(each):
            found[row] = found.get(row, 0) + weight
    return found


def _weights(word: str) -> Iterator[tuple[int, int]]:
    for cell in _cells("weights.tsv", word):
        row, _, weight = cell.partition(" ")
        yield int(row), int(weight)


def _shared(text: Reading, row: int) -> tuple[str, ...]:
    return tuple(text.printed(each) for each in text.at if any(other == row for other, _ in _weights(each)))


def _cells(name: str, word: str) -> list[str]:
    """What stands behind *word* in one of the sorted tables: a line is looked up, none is taken apart in vain."""
    lines, start = _lines(name), f"{word}\t"
    at = bisect_left(lines, start)
    return lines[at][len(start) :].split(";") if at < len(lines) and lines[at].startswith(start) else []


@lru_cache(maxsize=2)
def _lines(name: str) -> list[str]:
    return _read(name)


@lru_cache(maxsize=1)
def _rows() -> list[str]:
    return _read("entries.tsv")[1:]


def _read(name: str) -> list[str]:
    with open(os.path.join(os.path.dirname(__file__), "data", name), encoding="utf-8") as file:
        return file.read().splitlines()


def _cell(row: int, cell: int) -> list[str]:
    """The words of one cell of an entry."""
    return list(filter(None, _rows()[row].split("\t")[cell].split(";")))


def _entry(row: int) -> Entry:
    code, act, en, de, *_, values_en, values_de, read, _ = _rows()[row].split("\t")
    return Entry(code, act, Text(en, de), Text(values_en, values_de), read)
