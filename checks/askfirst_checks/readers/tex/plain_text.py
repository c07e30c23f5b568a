"""LaTeX fragments to printed text, through pylatexenc only where mark-up is left, remembered by content."""

from __future__ import annotations

from functools import lru_cache

from askfirst_checks.light import Any
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.tex.accents import lettered
from askfirst_checks.readers.tex.balanced import sound

_MARKUP = pattern(r"[\\${}~^]|--|``|''")
_SPACE = pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_GONE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD])
_CRUDE = pattern(r"\\[A-Za-z@]+\*?|[\\${}]")
_MORE = pattern(r"[$^#%]|(?<!\\)&|\\(?!&)|[!?]`")
_PRINTED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("\\&", "&"), ("{", ""), ("}", ""), ("~", " "))
_CAP = 20_000
_LONG = 2000
"""characters up to which a fragment is remembered: what an unclosed brace takes in is another one at every keystroke"""
_converter: Any = None


def plain(fragment: str) -> str:
    """*fragment* as printed, white space folded."""
    return _remembered(fragment) if len(fragment) < _LONG else _plain(fragment)


@lru_cache(maxsize=20_000)
def _remembered(fragment: str) -> str:
    return _plain(fragment)


def _plain(fragment: str) -> str:
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


def _crude(fragment: str) -> str:
    return _CRUDE.sub(" ", fragment).replace("~", " ")
