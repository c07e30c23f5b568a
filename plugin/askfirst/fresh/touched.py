"""A dry look at the files of a folder: which of them name an entity word for word. Nothing is judged or written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from askfirst.files import read_regular
from askfirst_checks.model import Unreadable

_KINDS = (".tex", ".bib", ".md", ".qmd", ".typ", ".txt", ".html", ".csv")
_MOST, _LARGEST = 500, 2 * 1024 * 1024


def touched(entities: Mapping[str, str], folder: str) -> dict[str, list[str]]:
    """Reference to the files in *folder* that print the entity's name."""
    wanted = {reference: _plain(name) for reference, name in entities.items() if len(name) > 8}
    found: dict[str, list[str]] = {}
    if not wanted:
        return found
    for name, text in _texts(folder):
        for reference, printed in wanted.items():
            if printed and f" {printed} " in text:
                found.setdefault(reference, []).append(name)
    return found


def _texts(folder: str) -> Iterable[tuple[str, str]]:
    names = sorted(name for name in os.listdir(folder) if name.lower().endswith(_KINDS))
    for name in names[:_MOST]:
        try:
            content = read_regular(os.path.join(folder, name), limit=_LARGEST)
        except (OSError, Unreadable):
            continue
        yield name, f" {_plain(content.decode('utf-8', 'replace'))} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
