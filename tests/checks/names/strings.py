"""The affiliation strings of this folder, as (expected codes, text)."""

from __future__ import annotations

from pathlib import Path

ASKED = frozenset({"KP", "IR", "RU", "BY", "SY"})


def rows(name: str) -> list[tuple[frozenset[str], str]]:
    """The rows of one file; ``-`` stands for no country."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(frozenset(() if codes == "-" else codes.split(",")), text) for codes, text in pairs]


def every() -> list[tuple[frozenset[str], str]]:
    """All rows of both files."""
    return rows("countries_fires.tsv") + rows("countries_silent.tsv")
