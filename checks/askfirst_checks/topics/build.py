"""``python -m askfirst_checks.topics.build``: ``data/terms.tsv`` and ``data/weights.tsv`` from ``data/entries.tsv``.

The first holds the terms as stems under their longest word (kind, entry, stems), the second for each stem the entries
it counts for by BM25 in hundredths (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; k1 1.2,
b 0.75; an entry is the document). A line is taken apart only when its word stands in a text.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from askfirst_checks.topics.stems import stems

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


def build() -> dict[str, str]:
    """File name to content. Raises ValueError naming a line of the table that is not whole."""
    terms: dict[str, list[str]] = {}
    documents: list[list[str]] = []
    for number, line in enumerate((_DATA / "entries.tsv").read_text("utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != _CELLS:
            raise ValueError(f"entries.tsv:{number}: {_CELLS} cells are expected, {len(cells)} are there")
        lists = cells[4:9]
        for cell, kind in zip(lists, _KINDS, strict=True):
            for term in filter(None, cell.split(";")):
                words = _words(term) if kind == "phrase" else stems(term)  # side by side: no word may be missing
                if not words:
                    raise ValueError(f"entries.tsv:{number}: the term “{term}” has no word")
                terms.setdefault(max(words, key=len), []).append(" ".join([kind, str(len(documents)), *words]))
        documents.append([word for cell in lists for word in _words(cell)])
    return {"terms.tsv": _table(terms), "weights.tsv": _table(_weights(documents))}


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
