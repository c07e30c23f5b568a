"""The text of an affiliation: its lines without addresses and remarks, and what was printed beside those."""

from __future__ import annotations

import re
from itertools import groupby

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.latex.block.notes import locate_in
from askfirst_checks.readers.latex.tokens.token import only
from askfirst_checks.readers.latex.tokens.tokenizer import Item, printed
from askfirst_checks.readers.source.mapped_text import Strip

_GROUP = pattern(r"(?:\{[^{}]{1,2000}\}|\([^()]{1,2000}\)|\[[^\[\]]{1,2000}\])\s?@\s?[\w.-]{1,200}")
_ADDRESS = pattern(r"(?<![\w.+'{},|-])[\w.+'{},|-]{0,2000}\s?@\s?[\w.-]{1,200}")
_INITIALS = pattern(r"\(\s*(?:[A-ZÀ-Þ]\.?[\s-]?){1,5}\)")
_CALLED = pattern(
    r"[\s;,.(|]*(?:\b(?:and\s+)?(?:e[-\s]?mails?(?:\s+address(?:es)?)?|electronic (?:mail|address)|"
    r"mail|tel(?:ephone)?|phone|fax|orcid(?:\s+id)?s?|url|web|(?:www\s+)?home\s?page|"
    r"corresponding author|correspondence)\b\s*[:.]*)\s*(?:\(?\+?[\d\s()/-]{6,})?[\s;,.)]*$",
    re.IGNORECASE,
)
_SPELT = pattern(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:\[\s?at\s?\]|\(\s?at\s?\)|<\s?at\s?>)\s?[\w-]{1,60}(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w-]{1,60}){1,5}",
    re.IGNORECASE,
)
"""an address with its sign spelt out"""
_JOINING = pattern(r"\s*[;,]\s*(?:and|und|et|&)$")
_TELEPHONE = pattern(
    r"[;,.]?\s*(?:tel(?:efon|ephone)?|phone|fax|mobile)\s*[.:]*\s*\(?\+?[\d\s()/.-]{6,}", re.IGNORECASE
)
_COPYRIGHT = pattern(r"^\W*(?:©|\(c\)|copyright|\d{4} ©)", re.IGNORECASE)
_TRAIL = " \t\n,;:·|"
_NAME = 160
"""characters an institution's name has at most"""


def place_text(strip: Strip, row: list[Item]) -> tuple[str, list[tuple[str, Span]], list[str]]:
    """The affiliation's text without addresses and remarks, its addresses, and what was printed beside each."""
    found: list[tuple[str, Span]] = []
    hints: list[str] = []
    kept: list[str] = []
    for line in lines_of(row):
        text = printed(only(line, "text", "gap", "part", "and"))
        inside = _addresses(strip, line)
        if "@" in text:
            hints += _beside(text, [a for a, _ in inside])
            text = _INITIALS.sub("", _ADDRESS.sub(" ", _GROUP.sub(" ", text)))
        elif inside:
            hints += [""] * len(inside)
        found += inside
        text = _bare(text)
        if text and not _COPYRIGHT.match(text) and not (kept and line_kinds.remark(text)):
            kept.append(text)
    return _joined(kept), found, hints


def _addresses(strip: Strip, line: list[Item]) -> list[tuple[str, Span]]:
    """The e-mail addresses of a line, in the order in which they stand there."""
    inside = [pair for i in line if i.kind == "email" for pair in _in(strip, i.start, i.end)]
    for start, end in _stretches(line):
        known = {address for address, _ in inside}
        inside += [pair for pair in _in(strip, start, end) if pair[0] not in known]
    return sorted(inside, key=lambda pair: (pair[1].line, pair[1].column))


def _bare(text: str) -> str:
    """A line without telephone numbers, addresses spelt out, and the words that announce them."""
    text = _TELEPHONE.sub("", _SPELT.sub("", text) if "at" in text else text)
    while (shorter := _CALLED.sub("", text).rstrip(_TRAIL)) != text:
        text = shorter
    return re.sub(r"(?:\s*[;,]\s*){2,}", ", ", text).strip(_TRAIL)


def _joined(kept: list[str]) -> str:
    """Lines as one text, with a comma between two where none of them ends or begins with a sign."""
    joined = ""
    for text in kept:
        between = "" if not joined or text[0] in ",;.)" else ", "
        if between and (joined[-1] in ",;:-" or line_kinds.is_cut_between(joined[-_NAME:], text)):
            between = " "
        joined += between + text
    joined = _JOINING.sub("", joined)
    if joined.endswith(")") and joined.count(")") > joined.count("("):
        joined = joined[:-1].rstrip(_TRAIL)
    return joined


def _stretches(line: list[Item]) -> list[tuple[int, int]]:
    """The stretches of a line that hold an ``@`` outside e-mail macros."""
    out = []
    for is_mail, run in groupby(line, key=lambda i: i.kind == "email"):
        part = list(run)
        if not is_mail and any("@" in i.text for i in part):
            out.append((part[0].start, part[-1].end))
    return out


def lines_of(row: list[Item]) -> list[list[Item]]:
    """The lines of a row, and cells of a table, that hold anything."""
    return [line for line in split_lines(row) if line]


def split_lines(row: list[Item]) -> list[list[Item]]:
    """All lines of a row; each but the last ends with one item that is left out."""
    out: list[list[Item]] = [[]]
    for item in row:
        if item.kind in ("line", "tab"):
            out.append([])
        else:
            out[-1].append(item)
    return out


def _in(strip: Strip, start: int, end: int) -> list[tuple[str, Span]]:
    return [(a, locate_in(strip, start, end, a)) for a in emails.addresses(strip.text[start:end])]


def _beside(text: str, found: list[str]) -> list[str]:
    """What stands in parentheses behind each address."""
    hints = []
    for address in found:
        at = text.find(address)
        behind = re.match(r"\s*\(([^()]{2,60})\)", text[at + len(address) :]) if at >= 0 else None
        hints.append(behind[1] if behind else "")
    return hints
