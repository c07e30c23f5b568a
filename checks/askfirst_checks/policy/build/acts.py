"""The acts that print the lists: which they are, and whether a name stands in the text of one.

The texts are read from a folder outside this project, one file an act, its CELEX number in the file's name: Markdown,
plain text or the HTML of EUR-Lex. A file whose name ends in `.part` before its extension (`32024R0753.part.txt`) holds
a part of its act: what does not stand in it may stand in the rest.
"""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

CELEX = re.compile(r"3\d{4}[RD]\d{4}")
_TAG = re.compile(r"<[^>]{0,2000}>")
_HEAVY = re.compile(r"[‘’‚‛“”„‟«»'\"`´*\\_\s\u00a0-]+")
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
MOST_BYTES = 20_000_000
"""a file larger than this is no act"""


class Act(NamedTuple):
    """An act, as it is cited."""

    celex: str
    title: str
    day: str
    """ISO date of the act"""
    annex: str
    """the annexes of the regulation in force that it prints, with `; ` between them; or another regulation's annex"""

    def printed_in(self, annex: str) -> str:
        """*annex* where this act prints it under that name, and else the name of the annex that this act prints."""
        return annex if annex in self.annex.split("; ") else self.annex


def acts(folder: Path) -> dict[str, Act]:
    """By CELEX number, the acts of acts.tsv. Raises `ValueError` for a row of another shape."""
    return {row[0]: Act(*row) for row in rows(folder / "acts.tsv", 4)}


def rows(path: Path, width: int) -> list[list[str]]:
    """The rows of a table whose cells are separated by tabs. Raises `ValueError` with file and line."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != width:
                raise ValueError(f"{path.name}:{number}: {width} cells are expected, {len(row)} were found")
            found.append(row)
    return found


def folded(text: str) -> str:
    """*text* without what copies of one act differ in: quotation marks, emphasis, dashes, blanks, case."""
    plain = unicodedata.normalize("NFKC", html.unescape(_TAG.sub(" ", text)))
    return _HEAVY.sub(" ", _DASHES.sub("-", plain)).strip().casefold()


class Texts:
    """The acts at hand. Each text is read when a name is first looked for in it."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, list[Path]] = {}
        for path in sorted(folder.rglob("*")):
            celex = CELEX.search(path.name)
            if celex and path.is_file() and not path.is_symlink() and path.stat().st_size <= MOST_BYTES:
                self.names.setdefault(celex[0], []).append(path)
        self._folded: dict[str, str] = {}

    def is_whole(self, celex: str) -> bool:
        """Whether all of the act *celex* is at hand, as far as the names of its files say."""
        return any(Path(path.stem).suffix != ".part" for path in self.names.get(celex, ()))

    def has(self, celex: str) -> bool:
        """Whether the text of the act *celex* is at hand."""
        return celex in self.names

    def holds(self, celex: str, name: str, number: str = "") -> bool:
        """Whether *name* stands in the act *celex*, as whole words; with *number*, right behind that number."""
        text = self._text(celex)
        before = rf"(?<!\w){re.escape(folded(number))}[.)|\s]{{0,8}}" if number else r"(?<!\w)"
        return bool(re.search(rf"{before}{re.escape(folded(name))}(?!\w)", text))

    def _text(self, celex: str) -> str:
        if celex not in self._folded:
            parts = (path.read_text("utf-8", "replace") for path in self.names[celex])
            self._folded[celex] = f" {' '.join(folded(part) for part in parts)} "
        return self._folded[celex]
