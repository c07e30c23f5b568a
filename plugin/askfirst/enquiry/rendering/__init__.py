"""A letter as text: one file a format, each with ``render(letter) -> str``."""

from __future__ import annotations

from importlib import import_module

from askfirst.enquiry.values import FORMATS, Letter


def render(letter: Letter, form: str = "text") -> str:
    """*letter* as one of `FORMATS`. Raises ValueError for another."""
    if form not in FORMATS:
        raise ValueError(f"no such format: {form}")
    said: str = import_module(f"askfirst.enquiry.rendering.{form}").render(letter)
    return said
