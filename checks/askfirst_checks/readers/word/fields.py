"""What citation fields of EndNote hold, in their instruction or as data in base 64: not printed, and kept apart."""

from __future__ import annotations

import binascii

_LARGEST = 1_000_000
"""characters of one field"""
_MARK = "<EndNote>"
ELEMENTS = frozenset({"instrText", "fldData", "fldChar"})
"""elements that `Fields` takes"""


class Fields:
    """Takes the elements of fields, and gives what those of citations held."""

    def __init__(self) -> None:
        self._instruction: list[str] = []
        self._data: list[str] = []
        self._open = ""

    @property
    def takes(self) -> bool:
        """Whether characters are those of a field."""
        return bool(self._open)

    def opened(self, name: str) -> list[str]:
        """An element of `ELEMENTS` begins; what the instruction before it held, if it cited."""
        self._open = name if name != "fldChar" else ""
        return _cited(self._instruction) if name == "fldChar" else []

    def closed(self, name: str) -> list[str]:
        """An element of `ELEMENTS` ends; what the data in it held, if they cited."""
        self._open = ""
        if name != "fldData":
            return []
        data = "".join(self._data)[:_LARGEST]
        self._data.clear()
        try:
            return _cited([binascii.a2b_base64(data).decode("utf-8", "replace")])
        except ValueError:
            return []

    def words(self, text: str) -> None:
        """Characters of an instruction, or of data."""
        (self._data if self._open == "fldData" else self._instruction).append(text)


def _cited(pieces: list[str]) -> list[str]:
    whole = "".join(pieces)[:_LARGEST]
    pieces.clear()
    return [whole] if _MARK in whole else []
