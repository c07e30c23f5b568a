"""A letter as text: one file a format, each with ``render(letter) -> str``; ``docx`` alone gives bytes."""

from __future__ import annotations

from importlib import import_module

from askfirst.enquiry.values import FORMATS, Letter


def render(letter: Letter, form: str = "text") -> str:
    """*letter* as one of `FORMATS`. Raises ValueError for another."""
    if form not in FORMATS:
        raise ValueError(f"no such format: {form}")
    said: str = import_module(f"askfirst.enquiry.rendering.{form}").render(letter)
    return said


def as_file(letter: Letter, form: str = "text") -> bytes:
    """What a file holds of *letter*: one of `FORMATS` in UTF-8, or ``docx``. Raises ValueError for another."""
    if form == "docx":
        from askfirst.enquiry.rendering.docx import render as word

        return word(letter)
    return render(letter, form).encode("utf-8", "replace")
