"""Reading .bib files, as ratios to bibtexparser's own whole parse, all in one run.

    python tests/benchmarks/bib.py [ENTRIES]

Budgets (DESIGN, section 9): first read of 10,000 entries 0.6 (at most 1.0), one entry changed 0.1 (at most 0.2).
"""

from __future__ import annotations

import gc
import logging
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import bibtexparser

from askfirst_checks.readers import bibtex

ROUNDS = 3
AUTHORS = frozenset({"Sørensen", "Weißgerber", "Quandt-Okoye"})
_FAMILIES = ("Abel", "Brandt", "Castell", "Dvorak", "Engel", "Fiala", "Grotz", "Hansen", "Imhof", "Jansen", "Kohl")
_WORDS = ("switchable", "plasmonic", "routers", "in", "layered", "media", "under", "strong", "pumping", "with", "gaps")


class Memory:
    """A tree of one file held in memory."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()

    def read(self, path: str) -> bytes:
        return self.data

    def exists(self, path: str) -> bool:
        return True


def library(entries: int, rich: bool, affiliated: float = 0.0) -> str:
    """A made-up library; *rich* entries carry an abstract, as reference managers write them."""
    pick = random.Random(7)
    return "\n".join(_entry(pick, number, rich, pick.random() < affiliated) for number in range(entries))


def _entry(pick: random.Random, number: int, rich: bool, affiliated: bool) -> str:
    authors = " and ".join(
        f"{pick.choice(_FAMILIES)}, {pick.choice('ABCDEF')}. {pick.choice('GHI')}." for _ in range(4)
    )
    title = " ".join(pick.choices(_WORDS, k=9))
    more = ""
    if rich:
        sentences = [" ".join(pick.choices(_WORDS, k=14)) for _ in range(14)]
        more = f"  abstract = {{{', '.join(sentences)}.}},\n  keywords = {{{'; '.join(pick.choices(_WORDS, k=6))}}},\n"
    if affiliated:
        more += (
            "  affiliation = {Institute of Optics, University of Elsewhere, Town, Germany; Academy, City, France},\n"
        )
    return (
        f"@article{{key{number},\n  author = {{{authors}}},\n  title = {{{{{title}}}}},\n"
        "  journal = {Journal of Invented Results},\n"
        f"  year = {{{1990 + number % 36}}},\n  volume = {{{number % 90}}},\n"
        f"  pages = {{{number}--{number + 9}}},\n  doi = {{10.1000/xyz.{number}}},\n{more}}}\n"
    )


def milliseconds(action: Callable[[], object]) -> float:
    """One run of *action*, the garbage of the last one gone."""
    gc.collect()
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def _first(text: str, wanted: frozenset[str] | None) -> float:
    bibtex.forget()
    tree = Memory(text)
    return milliseconds(lambda: bibtex.bibliography(tree, "x.bib", wanted))


def _changed(text: str, wanted: frozenset[str] | None, round_: int) -> float:
    bibtex.bibliography(Memory(text), "x.bib", wanted)
    middle = text.index("title = {", len(text) // 2) + len("title = {{")
    tree = Memory(f"{text[:middle]}Changed {round_} {text[middle:]}")
    return milliseconds(lambda: bibtex.bibliography(tree, "x.bib", wanted))


def compare(name: str, text: str) -> None:
    """Print one line: bibtexparser in ms, then what is read here as ratios to it."""
    runs: dict[str, list[float]] = {}
    for round_ in range(ROUNDS):
        measured = {
            "bibtexparser": milliseconds(lambda: bibtexparser.parse_string(text)),
            "beside a manuscript": _first(text, AUTHORS),
            "one changed": _changed(text, AUTHORS, round_),
            "a document": _first(text, frozenset()),
            "every entry": _first(text, None),
            "every entry, one changed": _changed(text, None, round_),
        }
        for key, value in measured.items():
            runs.setdefault(key, []).append(value)
    whole = statistics.median(runs.pop("bibtexparser"))
    ratios = "  ".join(f"{key} {statistics.median(times) / whole:.3f}" for key, times in runs.items())
    print(f"{name:<24} {len(text) / 1e6:6.2f} MB  bibtexparser {whole:7.0f} ms   {ratios}")


def main() -> None:
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    milliseconds(lambda: bibtex.bibliography(Memory(library(3, rich=False)), "x.bib", None))
    small = library(700, rich=False)
    print(f"700 entries beside a manuscript, nothing matters: {_first(small, AUTHORS):.1f} ms")
    compare(f"lean {entries}", library(entries, rich=False))
    compare(f"rich {entries}", library(entries, rich=True))
    compare(f"lean {entries}, 10 % aff.", library(entries, rich=False, affiliated=0.1))
    real = Path(__file__).resolve().parents[2].parent / "shared/data/bib"
    if real.is_dir():
        texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(real.glob("*.bib"))]
        compare("40 real files", "\n".join(texts))


if __name__ == "__main__":
    main()
