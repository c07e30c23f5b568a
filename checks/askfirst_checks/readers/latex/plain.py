"""LaTeX fragments to printed text, through pylatexenc only where mark-up is left, remembered by content."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_MARKUP = re.compile(r"[\\${}~^]|--|``|''")
_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_GONE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD])
_CRUDE = re.compile(r"\\[A-Za-z@]+\*?|[\\${}]")
_CAP = 20_000
_converter: Any = None


@lru_cache(maxsize=20_000)
def plain(fragment: str) -> str:
    """*fragment* as printed, white space folded."""
    text = _convert(fragment) if _MARKUP.search(fragment) else fragment
    return _SPACE.sub(" ", text.translate(_GONE)).strip()


def _convert(fragment: str) -> str:
    if len(fragment) > _CAP:
        return _crude(fragment)
    global _converter
    if _converter is None:
        from pylatexenc.latex2text import LatexNodes2Text

        _converter = LatexNodes2Text(math_mode="text", strict_latex_spaces=True)
    try:
        return str(_converter.latex_to_text(fragment.replace("~", " "), tolerant_parsing=True))
    except Exception:  # RecursionError from deep nesting, and whatever else broken mark-up makes it raise
        return _crude(fragment)


def _crude(fragment: str) -> str:
    return _CRUDE.sub(" ", fragment).replace("~", " ")
