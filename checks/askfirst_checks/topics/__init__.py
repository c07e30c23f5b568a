"""Which entries of Annex I a title, an abstract and key words touch: the only source of the content question.

Nothing else is seen here: no author, no affiliation, no country (an import contract and a test hold that). A hit is
*named* where the words of an entry stand in the text, *near* where several of its weaker words do. BM25 orders, and
decides nothing. No model, no network.
"""

from __future__ import annotations

import os
from functools import lru_cache

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple
from askfirst_checks.topics.stems import stem
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from askfirst_checks.topics.text import Reading

Strength = Literal["named", "near", "words"]
LONGEST = 20_000
"""code points of title, abstract and key words that are looked at"""
MOST = 3
"""entries that are shown"""
_BESIDE = 9
"""cell of entries.tsv with the words of which one must stand beside a head word"""


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
    """where entry or values were read; empty: from memory, to be checked against the current Annex I"""


class Hit(NamedTuple):
    """An entry, how strongly the text touches it, and the printed words that make it so."""

    entry: Entry
    strength: Strength
    words: tuple[str, ...]


def topics(title: str, abstract: str = "", keywords: Sequence[str] = (), *, wide: bool = False) -> tuple[Hit, ...]:
    """The entries that the text names or comes near to, at most `MOST`, best first.

    *wide* fills the places left with entries that only share words with the text: for who wants to look, never for a
    question.
    """
    from askfirst_checks.topics.text import Reading

    text = Reading(f"{title}. {abstract}. {'. '.join(keywords)}"[:LONGEST])
    found = _hits(text)
    scores = _scores(text) if wide or len(found) > 1 else {}
    chosen = sorted(found, key=lambda row: (found[row][0] != "named", -scores.get(row, 0), row))[:MOST]
    hits = [Hit(_entry(row), found[row][0], _once(found[row][1])) for row in chosen]
    if wide:
        rest = sorted((row for row in scores if row not in found), key=lambda row: (-scores[row], row))
        hits += [Hit(_entry(row), "words", _shared(text, row)) for row in rest[: MOST - len(hits)]]
    return tuple(hits)


def _hits(text: Reading) -> dict[int, tuple[Strength, list[str]]]:
    named: dict[int, list[str]] = {}
    near: dict[int, list[str]] = {}
    for kind, row, stems in _terms(text):
        words = text.within(stems) if kind == "phrase" else text.beside(stems)
        if words:
            strong = kind == "phrase" or (kind == "head" and _has_company(text, row))
            (named if strong else near).setdefault(row, []).append(words)
    found: dict[int, tuple[Strength, list[str]]] = {row: ("named", words) for row, words in named.items()}
    found.update((row, ("near", words)) for row, words in near.items() if row not in found and _weighs(words))
    return found


def _terms(text: Reading) -> Iterator[tuple[str, int, list[str]]]:
    lines = _table("terms.tsv")
    for each in text.at:
        if each in lines:
            for term in lines[each].split(";"):
                kind, row, *stems = term.split(" ")
                yield kind, int(row), stems


def _has_company(text: Reading, row: int) -> bool:
    """Whether one of the words stands in *text* that must stand beside a head word of this entry."""
    beside = _rows()[row].split("\t")[_BESIDE]
    return not beside or any(stem(word) in text.at for word in beside.split(";"))


def _weighs(terms: Iterable[str]) -> bool:
    """Whether weaker terms make an entry near: a pair of words and one term more, or three words; none counts twice."""
    seen: set[str] = set()
    words = pairs = 0
    for term in sorted(terms, key=len, reverse=True):
        parts = term.casefold().split()
        if seen.isdisjoint(parts):
            pairs += len(parts) > 1
            words += len(parts) == 1
        seen.update(parts)
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
    for cell in filter(None, _table("weights.tsv").get(word, "").split(";")):
        row, _, weight = cell.partition(" ")
        yield int(row), int(weight)


def _shared(text: Reading, row: int) -> tuple[str, ...]:
    return tuple(text.printed(each) for each in text.at if any(other == row for other, _ in _weights(each)))


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, str]:
    """Word to the rest of its line."""
    return {word: rest for word, _, rest in (line.partition("\t") for line in _read(name))}


@lru_cache(maxsize=1)
def _rows() -> list[str]:
    return _read("entries.tsv")[1:]


def _read(name: str) -> list[str]:
    with open(os.path.join(os.path.dirname(__file__), "data", name), encoding="utf-8") as file:
        return file.read().splitlines()


def _entry(row: int) -> Entry:
    code, act, en, de, *_, values_en, values_de, read = _rows()[row].split("\t")
    return Entry(code, act, Text(en, de), Text(values_en, values_de), read)
