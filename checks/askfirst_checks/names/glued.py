"""Words run together: ``TehranIran``. A second chance, where a text as printed names no country."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern

_SEAM = pattern(r"[A-ZÀ-ÞА-ЯЁ](?:(?<=[a-zß-ÿа-яё.,].)|(?<=[A-ZÀ-Þ]{3})(?=[a-zß-ÿ]{3}))", re.DOTALL)


def parted(text: str) -> tuple[str, list[int]] | None:
    """*text* with a space at every seam, and for each sign (and the end) its place in *text*; None without a seam."""
    seams = [match.start() for match in _SEAM.finditer(text)]
    if not seams:
        return None
    pieces: list[str] = []
    origin: list[int] = []
    begin = 0
    for end in (*seams, len(text)):
        pieces.append(text[begin:end])
        origin.extend(range(begin, end))
        origin.append(end)
        begin = end
    return " ".join(pieces), origin
