"""One cell of a CSV file that a spreadsheet opens: nothing in it acts as a formula."""

from __future__ import annotations

from askfirst.formats.clean import clean

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""what makes a cell a formula in a spreadsheet, in wide letters too"""


def cell(text: str) -> str:
    """*text* on one line, with an apostrophe before it where a spreadsheet would take it for a formula."""
    shown = clean(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
