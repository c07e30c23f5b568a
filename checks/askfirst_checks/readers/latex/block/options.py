"""What stands in brackets at an author or affiliation macro: marks, or keys with values."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails as mails
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.tokens.tokenizer import mark

_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_KEY = pattern(r"\s*([A-Za-z][\w-]*)\s*=\s*\{?(.*?)\}?\s*$", re.DOTALL)
_COMMENT = pattern(r"(?<!\\)%[^\n]*(?:\n|$)")
_NOTE_MARK = pattern(r"\\(" + "|".join(sorted(generic.NOTE_KEYS)) + r")\s*\{([^{}]*)\}")
_LABEL_KEYS = frozenset(
    {"addressref", "id", "address", "affiliation", "affil", "aff", "inst", "institute", "ref", "label"}
)


class Option(NamedTuple):
    """One optional argument."""

    labels: list[str]
    mails: tuple[str, ...]
    orcid: str | None
    anchors: tuple[str, ...]
    """notes it refers to"""


def read_option(text: str) -> Option:
    """The marks, e-mail addresses and the ORCID in *text*; ``key=value`` parts count by their key."""
    if "%" in text:
        text = _COMMENT.sub("", text)
    anchors = note_marks(text)
    if anchors:
        text = _NOTE_MARK.sub("", text).strip(", ")
    found = _ORCID.search(text)
    orcid = found[1].upper() if found else None
    addresses = mails.addresses(text) if "@" in text else ()
    labels = _keyed_labels(text)
    if labels is None:
        labels = [] if addresses or orcid or not text.strip() else [_as_mark(text)]
    return Option(labels, addresses, orcid, anchors)


def _keyed_labels(text: str) -> list[str] | None:
    """The values of the keys that name labels; None where *text* has no keys."""
    if "=" not in text:
        return None
    keyed = [found for part in split_commas(text) if (found := _KEY.match(part))]
    return [mark(found[2]) for found in keyed if found[1].lower() in _LABEL_KEYS] if keyed else None


def _as_mark(text: str) -> str:
    return mark(text) if "\\" in text or "$" in text else text


def note_marks(text: str) -> tuple[str, ...]:
    r"""The keys of ``\\authfn{1}``, which counts notes apart from affiliations."""
    return tuple(kind + key.strip() for kind, keys in _NOTE_MARK.findall(text) for key in keys.split(","))


def split_commas(text: str) -> list[str]:
    """*text* cut at the commas outside braces."""
    out, depth, at = [], 0, 0
    for offset, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if char == "," and depth <= 0:
            out.append(text[at:offset])
            at = offset + 1
    return [*out, text[at:]]
