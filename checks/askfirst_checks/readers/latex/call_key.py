"""All that the author block takes from one call of a macro, so that two readings can be compared."""

from __future__ import annotations

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.block.builder import STEPS
from askfirst_checks.readers.latex.scan.scanner import Call

_LOOKED_AT = STEPS | {"declared", "title"}
"""roles of calls whose words an engine looks at"""
BRINGS_IN = pattern(r"\\(?:@@)?(?:input|include|import|subimport|subfile)")


class CallKey(NamedTuple):
    """All that an engine looks at in a call."""

    content: tuple[Any, ...]
    """role, name, and where it matters to an author block: column, file, arguments (from the call's beginning) and text
    with the sign behind it, at which a span may end"""
    text: str = ""
    line: int = 0
    """where it begins; 0 for what was put together from macros, or is of no matter"""
    places: tuple[Any, ...] = ()
    """where each piece stands of what was put together"""


def key_of(call: Call) -> CallKey:
    """The key of *call*."""
    role, name, start, args, end, strip = call
    if role not in _LOOKED_AT:
        return CallKey((role, name))
    relative = tuple([(mark, first - start, last - start) for mark, first, last in args])
    text = strip.text[start : end + 1]
    piece = strip.pieces[0]
    if len(strip.pieces) > 1 or piece.fixed or piece.at:
        pieces = [(each.at, each.source.span(each.start, each.end), each.fixed) for each in strip.pieces]
        return CallKey((role, name, relative, text), text, 0, (strip.span(start, end), *pieces))
    line, column = piece.source.place(piece.start + start)
    return CallKey((role, name, column, piece.source.path, relative, text), text, line)
