"""LaTeX fragments to printed text, through pylatexenc only where mark-up is left, remembered by content."""

from __future__ import annotations

import re
from functools import lru_cache

from askfirst_checks.light import Any
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.braces import closing
from askfirst_checks.readers.tex_words import lettered

_MARKUP = pattern(r"[\\${}~^]|--|``|''")
_SPACE = pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_GONE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD])
_CRUDE = pattern(r"\\[A-Za-z@]+\*?|[\\${}]")
_TOKEN = pattern(r"\\([A-Za-z@]+)\*?[ \t\n]*(\[)?|\\(.)[ \t\n]*(\[)?|([{}$])", re.DOTALL)
_OPENS = {"[": "]", "(": ")", "begin": "end"}
_CLOSES = {closer: opener for opener, closer in _OPENS.items()}
_MORE = pattern(r"[$^#%]|(?<!\\)&|\\(?!&)|[!?]`")
_PRINTED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("\\&", "&"), ("{", ""), ("}", ""), ("~", " "))
_CAP = 20_000
_DEPTH = 24
_converter: Any = None


@lru_cache(maxsize=20_000)
def plain(fragment: str) -> str:
    """*fragment* as printed, white space folded."""
    text = _by_table(fragment)
    if text is None:
        text = _convert(fragment)
    return _SPACE.sub(" ", text.translate(_GONE)).strip()


def _by_table(fragment: str) -> str | None:
    """What accents, letters, braces, dashes and quotes print; None where there is more to it.

    Nine author blocks in ten hold nothing else, and pylatexenc costs 16 ms to import and some 0.5 ms a fragment.
    """
    if not _MARKUP.search(fragment):
        return fragment
    if "\\" in fragment:
        fragment = lettered(fragment)
    if _MORE.search(fragment) or not sound(fragment):
        return None
    for mark, printed in _PRINTED:
        fragment = fragment.replace(mark, printed)
    return fragment


def _convert(fragment: str) -> str:
    if len(fragment) > _CAP or not sound(fragment):
        return _crude(fragment)
    global _converter
    if _converter is None:
        import logging

        from pylatexenc.latex2text import LatexNodes2Text

        # it tells standard error what it cannot convert
        logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
        _converter = LatexNodes2Text(math_mode="text", strict_latex_spaces=True)
    try:
        words = lettered(fragment).replace("~", " ")  # accents first: a tilde can be one
        return str(_converter.latex_to_text(words, tolerant_parsing=True))
    except Exception:  # whatever else broken mark-up makes it raise
        return _crude(fragment)


def sound(fragment: str) -> bool:
    """Whether groups, formulas, environments and optional arguments all close.

    Where they do not, pylatexenc's tolerant parsing takes time exponential in their number (measured: 138 s for 567
    characters), and beyond some hundred levels it exhausts the stack.
    """
    depth, dollars = 0, 0
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
        elif name in ("verb", "lstinline"):
            return False
        bracket = match.start(2) if match[2] else match.start(4) if match[4] else -1
        if bracket >= 0 and closing(fragment, bracket, 400) < 0:
            return False
        if not 0 <= depth <= _DEPTH or min(still_open.values()) < 0 or max(still_open.values()) > _DEPTH:
            return False
    return depth == 0 and dollars % 2 == 0 and not any(still_open.values())


def _crude(fragment: str) -> str:
    return _CRUDE.sub(" ", fragment).replace("~", " ")
