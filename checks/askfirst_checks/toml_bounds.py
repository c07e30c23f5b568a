"""Bounds on TOML from strangers, found before `tomllib` sees the text.

`tomllib` keeps a set for every prefix of a dotted key: one key of 20,000 parts in a file of 40 kB took 1.6 GB.
"""

from __future__ import annotations

import re

from askfirst_checks.words import Text

MOST_PARTS = 16
"""parts of one dotted key; askfirst's own files need two"""
DEEPEST = 40
"""brackets open at once"""

TOO_MANY_PARTS = Text(
    "a key of more than {most} parts joined by dots; askfirst needs two",
    "ein Schlüssel aus mehr als {most} durch Punkte verbundenen Teilen; askfirst braucht zwei",
).fill(most=MOST_PARTS)
TOO_DEEP = Text("lists or tables nested too deeply", "zu tief verschachtelte Listen oder Tabellen")

_STRING = r'"""(?:[^"\\]|\\.|"(?!""))*"""' + r"|'''(?:[^']|'(?!''))*'''" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'"
_WORDS = re.compile(rf"({_STRING})|#[^\n]*", re.DOTALL)
_PART = r"[^\s.\[\]{}=,#]+"
_CHAIN = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MOST_PARTS}}}")


def beyond(source: str) -> tuple[int, Text] | None:
    """The line at which *source* passes a bound, and which one it is; None where `tomllib` may read it."""
    if source.count(".") < MOST_PARTS and source.count("[") + source.count("{") <= DEEPEST:
        return None
    bare = _WORDS.sub(_stand_in, source)
    if chain := _CHAIN.search(bare):
        return bare.count("\n", 0, chain.start()) + 1, TOO_MANY_PARTS
    deep = _deep(bare)
    return (bare.count("\n", 0, deep) + 1, TOO_DEEP) if deep is not None else None


def _stand_in(found: re.Match[str]) -> str:
    """A quoted key or text as one short word on as many lines; a comment as nothing."""
    return "q" + "\n" * found[0].count("\n") if found[1] is not None else ""


def _deep(bare: str) -> int | None:
    """Where more than `DEEPEST` brackets are open at once."""
    opened = 0
    for bracket in re.finditer(r"[\[\]{}]", bare):
        opened = opened + 1 if bracket[0] in "[{" else max(opened - 1, 0)
        if opened > DEEPEST:
            return bracket.start()
    return None
