"""Macro arguments: matching braces and brackets, with a cap, aware of escapes and comments."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

CAP = 400_000
"""characters one argument may have while the file's mark-up is sound"""
CAP_BROKEN = 20_000
"""the same once a brace was found unclosed"""

_BRACE = pattern(r"[{}]|\\.|(?<!\\)%[^\n]*", re.DOTALL)
_BRACKET = pattern(r"[{}\[\]]|\\.|(?<!\\)%[^\n]*", re.DOTALL)
_GAP = pattern(r"(?:[ \t]+|%[^\n]*\n[ \t]*|\n(?![ \t]*\n)[ \t]*)*")
_SAME_LINE = pattern(r"(?:[ \t]+|%[^\n]*\n[ \t]*)*")


class Arg(NamedTuple):
    """One argument: the stretch inside its delimiters."""

    open: str
    """``{`` or ``[``"""
    start: int
    end: int


def closing(text: str, start: int, cap: int = CAP) -> int:
    """Offset of the delimiter that closes the one at *start*, or -1 if none closes it within *cap* characters."""
    bracket = text[start] == "["
    if text[start] == "{":  # nearly always there is nothing special inside
        first = text.find("}", start + 1, start + cap)
        if first < 0:
            return -1
        inside = text[start + 1 : first]
        if "{" not in inside and "\\" not in inside and "%" not in inside:
            return first
    elif text.find("]", start + 1, start + cap) < 0:
        return -1
    depth = 0
    for match in (_BRACKET if bracket else _BRACE).finditer(text, start + bracket, start + cap):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0 or (depth == 0 and not bracket):
                return match.start() if not bracket else -1
        elif mark == "]" and depth == 0:
            return match.start()
    return -1


def gap(text: str, start: int, *, lines: bool = True) -> int:
    """Offset after white space and comments at *start*; a blank line, or any line end without *lines*, stops it."""
    match = (_GAP if lines else _SAME_LINE).match(text, start)
    return match.end() if match else start


def arguments(
    text: str, start: int, groups: int, *, after: bool = False, cap: int = CAP
) -> tuple[list[Arg], int, bool]:
    """Arguments from *start* on: up to *groups* in braces, brackets before each (and behind, with *after*).

    Returns them, the offset behind the last, and whether an opening brace was never closed.
    """
    found: list[Arg] = []
    end = start + (text[start : start + 1] == "*")
    braces = 0
    while len(found) < 12 and (after or braces < groups):
        here = end if text[end : end + 1] == "{" else gap(text, end, lines=braces == 0 or braces < groups in (2, 5))
        mark = text[here : here + 1]
        if mark not in ("{", "[") or (mark == "{" and braces >= groups) or (mark == "[" and braces and not after):
            break
        close = closing(text, here, cap if mark == "{" else min(cap, 4000))
        if close < 0:
            return found, end, mark == "{"
        found.append(Arg(mark, here + 1, close))
        braces += mark == "{"
        end = close + 1
    return found, end, False
