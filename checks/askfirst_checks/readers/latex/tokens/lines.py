"""Rows of items cut into what an author block is made of: blocks, columns, lines, names."""

from __future__ import annotations

import re

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

SEPARATOR = pattern(r"[;,；，、،]|\\&|(?<!\S)(?:[·•|]|and|und|et|and/or|with|och|og|和|与|и|و)(?!\S)")
_AND = pattern(r"(?<!\S)(?:y|e|ed|i|a|en|ja|ve|és|și|şi|dan|ir|un|in|og|oraz|và|και|та|й|і|ու)(?!\S)")
"""words for "and" that stand inside a person's name too"""
_LONGEST_PAIR = 300
_MOST_LINES = 60
_MAIL = pattern(r"[\s,;:(–—-]{1,12}(?:e-?mail:?\s*)?([\w.+-]{1,64}@[\w.-]{3,80})[)\s]*$", re.IGNORECASE)
EDGE = " \t\n,،;.:&·•|/-–—'\"`()"
_ORDINAL = pattern(r"\d+\s*$")


def segments(line: list[Item]) -> list[str]:
    """What would be the names of a line: its text cut at commas, marks and wide gaps."""
    out, run = [], ""
    for item in [*line, Item("comma", "", 0, 0)]:
        if item.kind == "text":
            run += item.text
        else:
            out += [n.strip(EDGE) for n in SEPARATOR.split(plain(run))]
            run = ""
    return [n for n in out if n]


def both(entry: list[Item]) -> tuple[list[Item], list[Item]] | None:
    """A name of an author list that is two people's: ``Ana Muster y Berta Probe``, not ``Ortega y Gasset``."""
    if sum(i.end - i.start for i in entry) > _LONGEST_PAIR:
        return None
    for index, item in reversed([*enumerate(entry)]):
        for match in reversed([*_AND.finditer(item.text)]) if item.kind == "text" else ():
            one = [*entry[:index], _part(item, 0, match.start())]
            two = [_part(item, match.end(), len(item.text)), *entry[index + 1 :]]
            if all(_full(plain("".join(i.text for i in half if i.kind == "text"))) for half in (one, two)):
                return one, two
    return None


def _full(text: str) -> bool:
    """Whether *text* is a given name, or an initial, and a family name."""
    words = text.strip(EDGE).split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and line_kinds.name(" ".join(words))


def only_names(lines: list[list[Item]], least: int) -> bool:
    """Whether *least* lines or more are a full name each, and nothing else."""
    if len(lines) < least:
        return False
    said = [plain("".join(i.text for i in line if i.kind == "text")).strip(EDGE) for line in lines]
    said = [text for text in said if text]
    return least <= len(said) <= _MOST_LINES and all(map(_is_nothing_else, said))


def _is_nothing_else(text: str) -> bool:
    """Whether *text* is a full name: no team, no remark, no post, no town with its country."""
    if not _full(text) or line_kinds.team(text) or line_kinds.remark(text) or line_kinds.post(text):
        return False
    return not line_kinds.country(text.rpartition(",")[2])


def mail_behind(line: list[Item]) -> list[Item]:
    """*line* with the address that ends it, written without a macro, as an item of its own."""
    last = next((n for n in range(len(line) - 1, -1, -1) if line[n].text.strip()), None)
    if last is None or line[last].kind != "text":
        return line
    item = line[last]
    match = _MAIL.search(item.text, max(0, len(item.text) - 200))
    alone = sum(i.text.count("@") for i in line) == 1
    if match is None or not alone or len(item.text) != item.end - item.start:
        return line
    mail = Item("email", match[1], item.start + match.start(1), item.start + match.end(1))
    return [*line[:last], _part(item, 0, match.start()), mail]


def _part(item: Item, start: int, stop: int) -> Item:
    exact = len(item.text) == item.end - item.start
    ends = (item.start + start, item.start + stop) if exact else (item.start, item.end)
    return Item("text", item.text[start:stop], *ends)


def cut_ordinal(current: list[Item]) -> None:
    """``1\\textsuperscript{st}`` before a name is no part of it."""
    if current and current[-1].kind == "text":
        current[-1] = current[-1]._replace(text=_ORDINAL.sub("", current[-1].text))


def parts(item: Item) -> list[tuple[bool, Item | None]]:
    """A text item cut at commas and "and": whether a separator came before, and the piece."""
    if SEPARATOR.search(item.text) is None:
        return [(False, item)]
    out: list[tuple[bool, Item | None]] = []
    at, separated = 0, False
    for match in SEPARATOR.finditer(item.text):
        if not match[0].strip():
            continue
        piece = item.text[at : match.start()]
        exact = len(item.text) == item.end - item.start
        start = item.start + at if exact else item.start
        out.append((separated, Item("text", piece, start, start + len(piece) if exact else item.end)))
        at, separated = match.end(), True
    exact = len(item.text) == item.end - item.start
    start = item.start + at if exact else item.start
    out.append((separated, Item("text", item.text[at:], start, item.end)))
    return out


def stretch(strip: Strip, texts: list[Item]) -> Span:
    texts = [t for t in texts if t.text.strip(" \t\n{}~")] or texts
    start, end = texts[0].start, texts[-1].end
    inside = strip.text[start:end]
    left = len(inside) - len(inside.lstrip(" \t\n~,;"))
    right = len(inside) - len(inside.rstrip(" \t\n~,;"))
    return strip.span(start + left, max(start + left + 1, end - right))


def split(row: list[Item], kind: str) -> list[list[Item]]:
    out: list[list[Item]] = [[]]
    for item in row:
        if item.kind == kind:
            out.append([])
        else:
            out[-1].append(item)
    return [part for part in out if part]


def columns(block: list[Item]) -> list[list[Item]]:
    """The columns of a block set as a table, else the block itself."""
    if not has(block, "tab"):
        return [block]
    if _stray(block):
        return [[i._replace(kind="text", text="\\&") if i.kind == "tab" else i for i in block]]
    columns: dict[int, list[Item]] = {}
    for line in split(block, "line"):
        for number, cell in enumerate(cells(line)):
            columns.setdefault(number, []).extend([*cell, Item("line", "", line[-1].end, line[-1].end)])
    return list(columns.values())


def _stray(block: list[Item]) -> bool:
    """Whether the only ``&`` stands in a line below the first: meant as the sign, no column."""
    lines = [has(line, "tab") for line in split(block, "line") if any(i.text.strip() for i in line)]
    return len(lines) > 2 and not lines[0] and sum(i.kind == "tab" for i in block) == 1


def cells(line: list[Item]) -> list[list[Item]]:
    """The cells of a line of a table; the line itself where it has no ``&``."""
    out: list[list[Item]] = [[]]
    for item in line:
        if item.kind == "tab":
            out.append([])
        else:
            out[-1].append(item)
    return out


def shifted(row: list[Item], by: int) -> list[Item]:
    return [i._replace(start=i.start + by, end=i.end + by) for i in row]


def leads(row: list[Item]) -> bool:
    """Whether a mark is the first that *row* prints."""
    lead = next((i for i in row if i.kind != "text" or i.text.strip(" {}\n\t~")), None)
    return lead is not None and lead.kind == "mark"
