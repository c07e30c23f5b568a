"""Whether a fragment can be given to pylatexenc, whose tolerance of what never closes is exponential."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.tex.arguments import closing

_TOKEN = pattern(r"\\([A-Za-z@]+)\*?[ \t\n]*(\[)?|\\(.)[ \t\n]*(\[)?|([{}$])", re.DOTALL)
_OPENS = {"[": "]", "(": ")", "begin": "end"}
_CLOSES = {closer: opener for opener, closer in _OPENS.items()}
_UNPRINTED = frozenset(
    {"verb", "lstinline", "newcommand", "renewcommand", "providecommand", "newenvironment", "renewenvironment", "def"}
)
"""definitions print nothing, and hold optional arguments behind others"""
_DEPTH = 24
_OPTIONS = 30
"""optional arguments of one fragment: each that pylatexenc tries and gives up doubles its work"""


def sound(fragment: str) -> bool:
    """Whether groups, formulas, environments and optional arguments all close.

    Where they do not, pylatexenc's tolerant parsing takes time exponential in their number (measured: 138 s for 567
    characters), and beyond some hundred levels it exhausts the stack.
    """
    depth, dollars, options, inside = 0, 0, 0, 0
    still_open = {"[": 0, "(": 0, "begin": 0}
    for match in _TOKEN.finditer(fragment):
        name = match[1] or match[3]
        if match[5] == "$":
            dollars += 1
        elif match[5]:
            depth += 1 if match[5] == "{" else -1
        elif name in still_open:
            still_open[name] += 1
        elif name in _CLOSES:
            still_open[_CLOSES[name]] -= 1
        elif name in _UNPRINTED:
            return False
        bracket = match.start(2) if match[2] else match.start(4) if match[4] else -1
        if bracket >= 0:
            close = closing(fragment, bracket, 400)
            options += 1
            if close < 0 or bracket < inside or options > _OPTIONS:
                return False  # never closed, one within another, or more than anybody writes
            inside = close
        if not 0 <= depth <= _DEPTH or min(still_open.values()) < 0 or max(still_open.values()) > _DEPTH:
            return False
    return depth == 0 and dollars % 2 == 0 and not any(still_open.values())
