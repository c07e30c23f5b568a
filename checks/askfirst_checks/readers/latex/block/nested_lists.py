r"""What stands inside or beside an author's argument as a list of its own: institutes, names with their marks."""

from __future__ import annotations

import re
from itertools import islice

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import Arg, closing
from askfirst_checks.readers.tex.plain_text import plain

_INSTITUTE = pattern(r"\\institutes?\s*\{")
_WITH_PLACE = pattern(r"(?:^|[:,;.)]|\band\b)\s*([^\W\d_a-z][^,;:()]{2,60}?)\s*\(([^()]{3,400})\)")
_LONGEST = 20_000
_RAISED = pattern(r"\^|\\textsuperscript")


def bracketed_people(strip: Strip) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the names in *strip* stand that have an institution in parentheses behind them, and where that does."""
    return [
        (match.span(1), match.span(2))
        for match in _WITH_PLACE.finditer(strip.text[:_LONGEST])
        if line_kinds.full_name(plain(match[1])) and line_kinds.institution(plain(match[2]))
    ]


def institutes(strip: Strip) -> tuple[Strip, Strip | None]:
    r"""An author's argument without the ``\institute{..}`` that ends it, and what that holds.

    Where several stand in it each is that of the authors before it.
    """
    found = [*islice(_INSTITUTE.finditer(strip.text), 2)]
    close = closing(strip.text, found[0].end() - 1) if len(found) == 1 else -1
    if close < 0 or strip.text[close + 1 :].strip(" \t\n\\~"):
        return strip, None
    return strip.cut(0, found[0].start()), strip.cut(found[0].end(), close)


def relisted(call: Call, group: Arg) -> Strip | None:
    r"""The same people with their marks, in an option behind them: ``\author{A~B.}[A$^1$~B.]``."""
    said = call.strip.text[group.start : group.end]
    if _RAISED.search(said):
        return None
    for arg in call.args:
        text = call.strip.text[arg.start : arg.end]
        if arg.open == "[" and arg.start > group.end and _RAISED.search(text) and _first(text) == _first(said):
            return call.strip.cut(arg.start, arg.end)
    return None


def _first(text: str) -> str:
    return plain(_RAISED.split(text[:200])[0].rstrip("$ \n")).replace("~", " ").strip().partition(" ")[0]


def passes_on(call: Call, declared: set[str]) -> bool:
    r"""Whether *call* only prints what ``\def\Authors`` declared, as the Frontiers class does."""
    strip = call.group(-1)
    return strip is not None and strip.text.strip(" \n\t*\\:") in declared


def beneath(strip: Strip) -> Strip:
    r"""``Names}{lines`` as names with lines beneath them."""
    text = re.sub(r"\}\s*\{", lambda m: "\\\\" + " " * (len(m[0]) - 2), strip.text, count=1)
    return Strip(text, strip.pieces)


def joined(strip: Strip) -> Strip:
    """``Given}{Family`` as one text."""
    text = re.sub(r"\}\s*\{", lambda m: " " * len(m[0]), strip.text, count=1)
    return Strip(text, strip.pieces)


def given_first(strip: Strip, family: Arg, given: Arg) -> Strip:
    """``{Family}{Given}`` in the order in which names are printed; its place is that of both."""
    builder = Builder(strip)
    name = f"{strip.text[given.start : given.end]} {strip.text[family.start : family.end]}"
    builder.put(name, family.start, given.end)
    return builder.done()
