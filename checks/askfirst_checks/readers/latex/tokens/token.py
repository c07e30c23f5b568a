r"""What an argument is made of: items, and marks as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.tex.plain_text import plain

_COMMAND = pattern(r"\\([A-Za-z]+|.)\s*")
_MATH_FONTS = pattern(
    r"\\(?:text|mathrm|rm|textrm|mathit|mathsf|mathbf|it|sf|bf|small|tiny|scriptstyle|scriptsize|ensuremath)\b"
)
_WRAPPED = pattern(r"\\([A-Za-z]+)\s*\{([^{}]*)\}")
PICTURE = pattern(r"\\includegraphics\*?\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}|\\href\s*\{[^{}]*\}")
"""an icon within a mark, and where it leads to"""
_TRANSPARENT = frozenset(
    {"textsuperscript", "textsubscript", "textnormal", "textup", "mbox", "hbox", "ref", "sup", "up", "inst"}
)


Kind = Literal[
    "text", "mark", "notemark", "ordinal", "and", "line", "gap", "comma", "tab", "part", "at", "email", "web", "orcid",
    "note", "block", "named", "label", "begin", "end",
]  # fmt: skip
"""what an item can be; ``end`` stands behind the last one of a line"""


class Item(NamedTuple):
    """One item, with its stretch in the strip."""

    kind: Kind
    text: str
    """of a note, the key of its mark (``\\footnotetext[1]{..}``)"""
    start: int
    end: int


def has(row: Iterable[Item], *kinds: Kind) -> bool:
    """Whether one of the items is of one of *kinds*."""
    return any(item.kind in kinds for item in row)


def only(row: Iterable[Item], *kinds: Kind) -> list[Item]:
    """The items of *kinds*."""
    return [item for item in row if item.kind in kinds]


def without(row: Iterable[Item], *kinds: Kind) -> list[Item]:
    """All items but those of *kinds*."""
    return [item for item in row if item.kind not in kinds]


def mark(raw: str) -> str:
    """A mark as printed: symbols as characters, digits and letters as they are."""
    raw = PICTURE.sub("", raw)
    text = _WRAPPED.sub(lambda m: m[2] if m[1] in _TRANSPARENT or not m[2] else ",", _MATH_FONTS.sub("", raw))
    text = _COMMAND.sub(lambda m: _symbol(m[1]), text)
    return re.sub(r"[{}$^~\s]+", " ", text).replace("∗", "*").strip()


def _symbol(command: str) -> str:
    known = generic.SYMBOLS.get(command) or generic.MARK_SYMBOLS.get(command)
    return known or ("" if command.isalpha() else command.strip(",;:! "))


class Row:
    """A row of items that grows."""

    def __init__(self, text: str, macros: Mapping[str, str]) -> None:
        self.text = text
        self.macros = macros
        self.out: list[Item] = []

    def add(self, kind: Kind, start: int, end: int, text: str | None = None) -> None:
        """Append an item; its text is that of the stretch unless given."""
        self.out.append(Item(kind, self.text[start:end] if text is None else text, start, end))

    def run(self, start: int, end: int, depth: int) -> list[Item]:
        """Append the items of a stretch; all items so far."""
        raise NotImplementedError


def printed(row: list[Item]) -> str:
    """The text of a row of items, parts and lines joined by commas."""
    out = ""
    chunk: list[str] = []
    for item in row:
        if item.kind == "text":
            chunk.append(item.text)
        elif item.kind in ("part", "line", "tab"):
            out, chunk = _join(out, plain("".join(chunk))), []
        elif item.kind in ("gap", "and"):
            chunk.append(" " if item.kind == "gap" else " and ")
    return _join(out, plain("".join(chunk)))


def _join(left: str, right: str) -> str:
    if not left or not right:
        return left or right
    if left[-1] in ",;:" or left[-1] == "-" or right[0] in ",;.)":
        return left + ("" if left[-1] == "-" or right[0] in ",;.)" else " ") + right
    return left + ", " + right
