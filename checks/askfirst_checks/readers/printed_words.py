r"""What Markdown and TeX inside a YAML value print: names and affiliations without mark-up, and what stands beside."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.latex.items import items, printed
from askfirst_checks.readers.latex.strip import Strip

_FOOTNOTE = re.compile(r"\^\[([^\]]{0,400})\]")
_MAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,8}")
_CALLED = re.compile(
    r"[\s,;.(*]{0,6}(?:\b(?:and\s+)?(?:e-?mails?|corresponding author|correspondence)\b\s*[:.]*\s*)?[\s;,.)*]*$",
    re.IGNORECASE,
)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\\)`")
_LINE_BLOCK = re.compile(r"^[ \t]*\|[ \t]+", re.MULTILINE)
_LONGEST = 4_000


class Words(NamedTuple):
    """A value as printed."""

    text: str
    mails: tuple[str, ...] = ()
    orcid: str = ""
    corresponding: bool = False


def name_of(value: str) -> Words:
    """A person's name: ``Feld, Ada`` turned round, without titles, degrees, footnotes and mark-up."""
    said = " ".join(_FOOTNOTE.findall(value))
    text, found = _plain(_FOOTNOTE.sub("", value))
    orcid = _ORCID.search(value) if "\\" in value else None
    text = looks.untitled(_EMPHASIS.sub("", text)).strip(" ,;*")
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and (looks.degree(parts[-1]) or looks.SUFFIX.match(parts[-1])):
        if looks.SUFFIX.match(parts[-1]):
            parts[0] += " " + parts[-1]
        parts.pop()
    family_first = len(parts) == 2 and all(map(looks.name, parts)) and len(parts[0].split()) < 4
    text = f"{parts[1]} {parts[0]}" if family_first else ", ".join(parts)
    return Words(text, found, orcid.group().upper() if orcid else "", "correspond" in said.lower())


def place_of(value: str) -> Words:
    """An affiliation without the addresses that stand in it."""
    text, found = _plain(value)
    return Words(_EMPHASIS.sub("", text).strip(" ,;*") if "*" in text else text, found)


def _plain(value: str) -> tuple[str, tuple[str, ...]]:
    text = _LINE_BLOCK.sub("", value[:_LONGEST]).replace("\n", ", ") if _LINE_BLOCK.match(value) else value[:_LONGEST]
    found = tuple(_MAIL.findall(text)) if "@" in text else ()
    if "\\" in text:
        row = [i for i in items(Strip(text, [])) if i.kind in ("text", "gap", "line", "email")]
        text = printed([i._replace(kind="gap") if i.kind == "email" else i for i in row])
    if found:
        text = _MAIL.sub(" ", text)
        while (shorter := _CALLED.sub("", text)) != text:
            text = shorter
    return text, found
