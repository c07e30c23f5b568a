"""``python -m askfirst_checks.topics.build``: ``data/terms.tsv`` and ``data/weights.tsv`` from ``data/entries.tsv``.

The first holds the terms as stems under their longest word (kind, entry, stems), the second for each stem the entries
it counts for by BM25 in hundredths (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; k1 1.2,
b 0.75; an entry is the document). A line is taken apart only when its word stands in a text.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import product
from pathlib import Path

from askfirst_checks.patterns import pattern
from askfirst_checks.topics.stems import stem, stems

_DATA = Path(__file__).with_name("data")
_K1, _B = 1.2, 0.75
_SMALL = frozenset(stems("of for and the with in a an to by on at per als und mit der die das von zu or im"))
_OF_COUNTRIES = frozenset(
    stems(
        "island republic state united south north central democratic people southern northern territory federation new "
        "western guinea minor outlying saint land indian british french american african arab ocean sea city "
        "congo"
    )
)
"""words of country names: no entry may rest on one of them"""
_KINDS = ("phrase", "phrase", "head", "head", "weak")
"""how the terms of each column count"""
_CELLS = 15
_GERMAN = frozenset((1, 3))
"""columns of German terms"""
_WORD = pattern(r"[^\W_]+")
_SHORT = 4
"""letters below which a word is a short form"""
_MOST_FORMS = 60


def build() -> dict[str, str]:
    """File name to content. Raises ValueError naming a line of the table that is not whole."""
    terms: dict[str, list[str]] = {}
    documents: list[list[str]] = []
    for number, line in enumerate((_DATA / "entries.tsv").read_text("utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != _CELLS:
            raise ValueError(f"entries.tsv:{number}: {_CELLS} cells are expected, {len(cells)} are there")
        lists = cells[4:9]
        for column, (cell, kind) in enumerate(zip(lists, _KINDS, strict=True)):
            for term in filter(None, cell.split(";")):
                for words in _forms(term, kind, column in _GERMAN):
                    if not words:
                        raise ValueError(f"entries.tsv:{number}: the term “{term}” has no word")
                    terms.setdefault(max(words, key=len), []).append(" ".join([kind, str(len(documents)), *words]))
        documents.append([word for cell in lists for word in _words(cell)])
    return {"terms.tsv": _table(terms), "weights.tsv": _table(_weights(documents))}


def _forms(term: str, kind: str, is_german: bool) -> list[list[str]]:
    """The stems of *term*; of a German one in each form with a stem of its own ("passives", "passiver Sonare")."""
    small = _SMALL if kind == "phrase" else frozenset()  # heads stand side by side: no word of them may be missing
    words = [
        sorted({stem(form) for form in _inflected(word)}) if is_german else [stem(word)]
        for word in _WORD.findall(term)
        if stem(word) not in small
    ]
    return [list(each) for each in product(*words)][:_MOST_FORMS]


def _inflected(word: str) -> set[str]:
    """A German adjective (small letter) in its endings, a noun in those of case and plural; short forms as they are."""
    if word[0].isdigit() or word.isupper() or len(word) < _SHORT:
        return {word}
    if word[0].islower():
        base = next((word[: -len(end)] for end in ("er", "es", "en", "em", "e") if word.endswith(end)), word)
        return {base + end for end in ("", "e", "er", "es", "en", "em")} | {word}
    return {word, word + "e", word + "en", word + "n"} if word[-1] in "elr" else {word, word + "e", word + "en"}


def _words(cell: str) -> list[str]:
    return [word for word in stems(cell) if word not in _SMALL]


def _weights(documents: list[list[str]]) -> dict[str, list[str]]:
    counts = [Counter(document) for document in documents]
    mean = sum(map(len, documents)) / len(documents)
    frequency = Counter(word for count in counts for word in count)
    found: dict[str, list[str]] = {}
    for row, count in enumerate(counts):
        length = _K1 * (1 - _B + _B * len(documents[row]) / mean)
        for word, times in count.items():
            if len(word) > 1 and word not in _OF_COUNTRIES:
                rare = math.log(1 + (len(counts) - frequency[word] + 0.5) / (frequency[word] + 0.5))
                found.setdefault(word, []).append(f"{row} {100 * rare * times * (_K1 + 1) / (times + length):.0f}")
    return found


def _table(rows: dict[str, list[str]]) -> str:
    return "".join(f"{word}\t{';'.join(values)}\n" for word, values in sorted(rows.items()))


if __name__ == "__main__":
    for name, content in build().items():
        (_DATA / name).write_text(content, "utf-8")
