"""Affiliations written as keys with values (``organization={..}, city={..}``)."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings.generic import PART_KEYS
from askfirst_checks.readers.latex.block.options import split_commas
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_KEY = pattern(r"\s*(" + "|".join(sorted(PART_KEYS, key=len, reverse=True)) + r")\s*=\s*", re.IGNORECASE)
_NO_PART = frozenset({"email", "url", "orcid", "degree", "postcodesep", "citysep", "statesep", "countrysep"})
_TRAIL = " \t\n,;:·|"


def read_keys(strip: Strip) -> str | None:
    """The text of ``organization={..}, city={..}``, or None if the argument is not written so."""
    if not _KEY.match(strip.text):
        return None
    values = []
    for start, end in _top_commas(strip.text):
        part = strip.text[start:end]
        key = _KEY.match(part)
        if key is None or key[1].lower() in _NO_PART:
            continue
        value = printed(items(strip.cut(start + key.end(), end)))
        if value.strip(_TRAIL):
            values.append(value.strip(_TRAIL))
    return ", ".join(values)


def parts_in(option: str) -> str:
    """What the keys of *option* add to an affiliation: ``city={..}, country={..}`` beside an institution's name."""
    found = []
    for part in split_commas(option):
        key, _, value = part.partition("=")
        if key.strip().lower() in PART_KEYS - _NO_PART and (said := plain(value).strip(_TRAIL)):
            found.append(said)
    return ", ".join(found)


def _top_commas(text: str) -> list[tuple[int, int]]:
    out, depth, at = [], 0, 0
    for offset, char in enumerate(text):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == "," and depth <= 0 and _KEY.match(text, offset + 1):
            out.append((at, offset))
            at = offset + 1
    return [*out, (at, len(text))]
