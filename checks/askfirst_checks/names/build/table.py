"""Names with what they mean, as long lines that can be reviewed."""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from askfirst_checks.names.normalise import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Meaning(NamedTuple):
    """What a name may stand for: countries by strength, sorted."""

    kind: str
    """``country``, ``unit``, ``place``, ``body``, ``demonym``, ``word``, ``tongue``, ``hint`` or ``silent``"""
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    suggests: tuple[str, ...] = ()


Table = dict[str, Meaning]


def source_rows(path: Path) -> Iterator[tuple[tuple[str, ...], str, list[str]]]:
    """(country codes, strength, plain names) of a hand-written source file; ``-`` stands for no country."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE):
            codes = () if row[0] == "-" else tuple(row[0].split(","))
            yield codes, row[1] if len(row) > 2 else "strong", [plain(name) for name in row[-1].split(";")]


def add(table: Table, name: str, new: Meaning) -> None:
    """Add *new* under *name*: kinds entered first keep theirs, strengths are joined, the stronger wins."""
    if not name:
        return
    old = table.get(name)
    if old is None:
        table[name] = new
        return
    strong = {*old.strong, *new.strong}
    weak = {*old.weak, *new.weak} - strong
    if len(strong) > 1:
        strong, weak = set(), strong | weak
    suggests = {*old.suggests, *new.suggests} - strong - weak
    table[name] = Meaning(old.kind, *(tuple(sorted(codes)) for codes in (strong, weak, suggests)))


def lines_of(table: Table) -> Iterator[str]:
    """Data lines: kind, strong, weak and suggested codes, and the names that share them."""
    meanings: dict[Meaning, list[str]] = defaultdict(list)
    for name, meaning in table.items():
        meanings[meaning].append(name)
    for meaning, names in sorted(meanings.items()):
        codes = "\t".join(",".join(part) for part in meaning[1:])
        yield f"{meaning.kind}\t{codes}\t{'|'.join(sorted(names))}\n"


def write(path: Path, provenance: Iterable[str], table: Table) -> None:
    """Write *table* under its provenance, one comment line each."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"# {line}\n" for line in provenance)
        out.writelines(lines_of(table))
