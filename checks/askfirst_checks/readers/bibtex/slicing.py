"""A .bib cut at its entry starts, so that each entry is read alone and a broken one costs only itself."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

START = pattern(r"@[ \t]*(\w+)\s*[{(]")
_MARKS = {"{": pattern(r"(?<!\\)[{}]"), "(": pattern(r"(?<!\\)[{}\")]")}
_NO_ENTRIES = frozenset({"comment", "string", "preamble"})


class Slice(NamedTuple):
    """One block with whatever follows it up to the next."""

    text: str
    """from the ``@`` on"""
    line: int
    """of the ``@``, from 1"""
    column: int
    """of the ``@``, from 1"""
    kind: str
    """entry type in lower case; ``comment``, ``string`` and ``preamble`` are no entries"""

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of the bibliography."""
        return self.kind not in _NO_ENTRIES


def slices(text: str) -> list[Slice]:
    """Every block of *text* in order.

    A block starts at an ``@word{`` or ``@word(`` at the start of a line, whatever is open there (so an unclosed
    entry ends where the next begins), and elsewhere only where the block before it has been closed.
    """
    found: list[Slice] = []
    starts = _blocks(text, _candidates(text))
    line = 1
    seen = 0
    for place, start in enumerate(starts):
        line += text.count("\n", seen, start.at)
        seen = start.at
        end = starts[place + 1].at if place + 1 < len(starts) else len(text)
        found.append(Slice(text[start.at : end], line, start.column, start.kind))
    return found


class _Start(NamedTuple):
    at: int
    opens: int
    """place of the delimiter"""
    kind: str
    column: int
    begins_line: bool


def _candidates(text: str) -> list[_Start]:
    found: list[_Start] = []
    kinds: dict[str, str] = {}
    line_start = seen = 0
    for match in START.finditer(text):
        at = match.start()
        newline = text.rfind("\n", seen, at)
        first_of_line = newline >= 0 or not found
        line_start = newline + 1 if newline >= 0 else line_start
        before = text[line_start:at] if first_of_line else "@"
        kind = match.group(1).lower()
        kind = kinds.setdefault(kind, kind)
        found.append(_Start(at, match.end() - 1, kind, at - line_start + 1, not before or before.isspace()))
        seen = at
    return found


def _blocks(text: str, candidates: list[_Start]) -> list[_Start]:
    starts: list[_Start] = []
    closed_at = 0
    limits = _limits(text, candidates)
    for place, candidate in enumerate(candidates):
        if not candidate.begins_line and candidate.at < closed_at:
            continue
        starts.append(candidate)
        closed_at = 0
        limit = limits[place]
        if place + 1 < len(candidates) and candidates[place + 1].at != limit:
            closed_at = end_of_block(text, candidate.opens, limit) or limit
    return starts


def _limits(text: str, candidates: list[_Start]) -> list[int]:
    """For each candidate the next one that begins a line, or the end of the text."""
    limits: list[int] = []
    limit = len(text)
    for candidate in reversed(candidates):
        limits.append(limit)
        if candidate.begins_line:
            limit = candidate.at
    return limits[::-1]


def end_of_block(text: str, opened: int, limit: int) -> int | None:
    """Just after the delimiter that closes the one at *opened*, or None where *limit* comes first."""
    depth = 0
    quoted = False
    for match in _MARKS[text[opened]].finditer(text, opened + 1, limit):
        mark = match.group()
        if mark == "{":
            depth += 1
        elif mark == "}" and depth:
            depth -= 1
        elif depth:
            continue
        elif mark == '"':
            quoted = not quoted
        elif not quoted and (mark == ")" or text[opened] == "{"):
            return match.end()
    return None
