"""Make names/data/names*.index from the reviewed lists: countries*.txt and places*.txt.

python -m askfirst_checks.names.build.index
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from askfirst_checks.names.build.table import Meaning, Table
from askfirst_checks.names.lexicon import first_of, slot

DATA = Path(__file__).parent.parent / "data"
LINES = 4096


def main() -> None:
    """Write both indexes. A country's name goes before a place's."""
    for ending in ("", "-scripts"):
        table = {**read(DATA / f"places{ending}.txt"), **read(DATA / f"countries{ending}.txt")}
        (DATA / f"names{ending}.index").write_text(_index(table, ending), encoding="utf-8", newline="\n")


def read(path: Path) -> Table:
    """The names of one list, with their meanings."""
    table: Table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, *columns, names = line.split("\t")
            meaning = Meaning(kind, *(tuple(column.split(",")) if column else () for column in columns))
            table.update(dict.fromkeys(names.split("|"), meaning))
    return table


def _index(table: Table, ending: str) -> str:
    numbers = {meaning: number for number, (meaning, _) in enumerate(Counter(table.values()).most_common())}
    lines: dict[int, list[str]] = defaultdict(list)
    for name, meaning in table.items():
        lines[slot(first_of(name), LINES)].append(f"{name}={numbers[meaning]}")
    head = (
        f"# Made by askfirst_checks.names.build.index from countries{ending}.txt and places{ending}.txt, which say"
        " where the names come from (Unicode CLDR; GeoNames, CC BY 4.0; askfirst)."
    )
    meanings = "\n".join("\t".join([meaning.kind, *map(",".join, meaning[1:])]) for meaning in numbers)
    return f"{head}\n\n{meanings}\n\n" + "".join("|".join(sorted(lines[at])) + "\n" for at in range(LINES))


if __name__ == "__main__":
    main()
