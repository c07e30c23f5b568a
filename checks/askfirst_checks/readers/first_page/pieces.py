"""A printed piece of a page, with whose it is."""

from __future__ import annotations

from typing import NamedTuple

MOST_TEXT = 500
"""characters kept of one affiliation"""


class Piece(NamedTuple):
    """One affiliation as printed."""

    text: str
    owner: str = ""
    """author it was printed for, if one was named"""
    mark: str = ""
    """mark that stood before it"""
