"""Affiliation lines: marks before them, addresses and remarks inside them, several in one argument."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.draft import Book, Loose, Note, Place
from askfirst_checks.readers.author_block.emails import abbreviates, alike
from askfirst_checks.readers.latex.block.affiliation_text import place_text, split_lines
from askfirst_checks.readers.latex.block.notes import note_of
from askfirst_checks.readers.latex.tokens.lines import shifted
from askfirst_checks.readers.latex.tokens.token import has, only, without
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_LEAD = pattern(r"\s*[(\[]?(\d{1,2}|[a-z])(?:[)\].:]\s*|\s+)(?=\S)|\s*[(\[]?(\d{1,2})[)\]]?\s*$")
_IN_PARENTHESES = pattern(r"\([^()]{0,80}\)")
_ORCID = pattern(
    r"(?:orcid(?:\s+id)?\s*:?\s*)?(?:https?://)?(?:www\.)?orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])", re.IGNORECASE
)
_INITIAL = pattern(r"(?:^|[\s,(])[A-Z]{1,2}$")
_ACRONYM = pattern(r"[A-Z]{1,5}(?![\w.])")
_FIGURES = frozenset("23456789")
_NEXT = pattern(r"[;；]\s*[(\[]?(\d{1,2})(?:[)\].:．、]\s*|\s+)(?=[^\W\d_a-z])")
_SENTENCE = pattern(r"^(?:the\s+)?authors?\s+(?:is|are)\s+(?:with|at)\s+(?:the\s+)?", re.IGNORECASE)
_LETTER = pattern(r"[^\W\d_]")
_ENDS = frozenset(";,\n")
_TRAIL = " \t\n,;:·|"


def read_place(
    book: Book,
    strip: Strip,
    row: list[Item],
    *,
    owners: list[int],
    macros: Mapping[str, str],
    inline: bool = False,
    labels: list[str] | None = None,
    kind: str = "affiliation",
    macro: str = "",
) -> list[Place]:
    """Enter the affiliations of a row of items. *labels* were printed before it.

    *owners* own those without a mark; *inline* ones, with a mark, are for the mark alone to tie.
    """
    out = []
    parts = _parts(book, strip, row, macros)
    for marks, part in parts:
        every = [*(labels or []), *marks]
        place = _one(book, strip, part, every, [] if marks and inline else owners, kind)
        if place is not None:
            place.macro = "" if len(parts) > 1 and macro == "address" else macro
            out.append(place)
    return out


def _parts(book: Book, strip: Strip, row: list[Item], macros: Mapping[str, str]) -> list[tuple[list[str], list[Item]]]:
    """*row* cut into affiliations, each with the marks before it."""
    if has(row, "block", "begin"):
        row = _opened(strip, without(row, "begin"), macros)
    row = _formulas(lead_numbers(row, book))
    return [(marks, part) for marks, whole in _by_marks(row) for part in _by_countries(whole)]


def _opened(strip: Strip, row: list[Item], macros: Mapping[str, str]) -> list[Item]:
    r"""*row* with what its blocks hold (``\affaddr{..}``) as lines of their own."""
    out: list[Item] = []
    for item in row:
        if item.kind == "block":
            inner = shifted(items(strip.cut(item.start, item.end), macros), item.start)
            out += [Item("line", "", item.start, item.start), *inner, Item("line", "", item.end, item.end)]
        else:
            out.append(item)
    return out


def lead_numbers(row: list[Item], book: Book) -> list[Item]:
    """*row* with numbers that begin its lines, and that authors carry as marks, turned into marks."""
    if has(row[:3], "mark") or not _leads(row):
        return row
    known = book.marks()
    out: list[Item] = []
    fresh = True
    for item in row:
        out += _numbered(item, known) if fresh and item.kind == "text" else [item]
        fresh = item.kind == "line" or (fresh and not item.text.strip())
    return out


def _numbered(item: Item, known: set[str]) -> list[Item]:
    """A text at the beginning of a line, with the number before it as a mark."""
    lead = _LEAD.match(item.text)
    label = (lead[1] or lead[2]) if lead else None
    if lead is None or label is None or label not in known:
        return [item]
    at = min(item.start + lead.end(), item.end)
    behind = Item("text", item.text[lead.end() :], at, item.end)
    return [Item("mark", label, item.start, at), *_further(behind, known)]


def _further(item: Item, known: set[str]) -> list[Item]:
    """A text behind a number, cut at the further numbers in it: ``(1. Sample University; 2. Trial Institute)``."""
    out, at = [], 0
    for match in _NEXT.finditer(item.text) if item.end - item.start == len(item.text) else ():
        if match[1] in known:
            first, last = item.start + match.start(1), item.start + match.end()
            out += [item._replace(text=item.text[at : match.start()], start=item.start + at, end=first)]
            out += [Item("mark", match[1], first, last)]
            at = match.end()
    return [*out, item._replace(text=item.text[at:], start=item.start + at)]


def _leads(row: list[Item]) -> bool:
    first = True
    for item in row:
        if item.kind in ("line", "tab"):
            first = True
        elif first and (item.kind != "text" or item.text.strip()):
            if item.kind == "text" and _LEAD.match(item.text):
                return True
            first = False
    return False


def _by_marks(row: list[Item]) -> list[tuple[list[str], list[Item]]]:
    """The row cut before each mark, if it begins with one."""
    if not _begins_with_mark(row):
        head = _head(row)
        return [([], row)] if not head else [([], row[:head]), *_by_marks(row[head:])]
    parts: list[tuple[list[str], list[Item]]] = []
    for item in row:
        if item.kind != "mark":
            if parts:
                parts[-1][1].append(item)
        elif parts and not any(map(_says, parts[-1][1])):
            parts[-1][0].append(item.text)
        else:
            parts.append(([item.text], _announced(parts[-1][1]) if parts else []))
    return parts


def _begins_with_mark(row: list[Item]) -> bool:
    significant = without(row, "line", "gap", "part", "tab", "label")
    first = next((i for i in significant if i.kind != "text" or i.text.strip(" {}\n\t\\")), None)
    return first is not None and first.kind == "mark"


def _says(item: Item) -> bool:
    """Whether *item* is more than what may stand between two marks."""
    return item.kind == "email" or bool(item.text.strip(" \n\t,;&"))


def _announced(row: list[Item]) -> list[Item]:
    r"""Take the label off the end of *row* that stands at the next mark: ``CERN; \label{b}$^2$DESY``."""
    ended = (
        len(row) > 1 and row[-1].kind == "label" and (row[-2].kind == "line" or row[-2].text.rstrip(" ")[-1:] in _ENDS)
    )
    return [row.pop()] if ended else []


def _formulas(row: list[Item]) -> list[Item]:
    """*row* with raised figures in the midst of a word, as in I²BM, as text."""
    out = list(row)
    for at, item in enumerate(row[1:-1], 1) if has(row[1:-1], "mark") else ():
        thin = at > 1 and row[at - 1].text == " " and row[at - 1].end - row[at - 1].start == 2
        if item.kind == "mark" and item.text in _FIGURES and _is_acronym(row[at - 1 - thin], row[at + 1]):
            out[at] = item._replace(kind="text")
            out[at - thin] = out[at - thin]._replace(text="") if thin else out[at]
    return out


def _is_acronym(before: Item, behind: Item) -> bool:
    """Whether both are halves of one acronym."""
    if before.kind != "text" or behind.kind != "text":
        return False
    return _INITIAL.search(before.text) is not None and _ACRONYM.match(behind.text) is not None


def _by_countries(row: list[Item]) -> list[list[Item]]:
    """The row cut where a line ends with a country and the next begins another institution, with a place of its own."""
    texts = _lines(row)
    placed = [False] * len(texts)
    for number in range(len(texts) - 2, -1, -1):
        placed[number] = placed[number + 1] or line_kinds.place(texts[number + 1][1])
    out, start, named = [], 0, False
    for number, ((_, text), (begins, after)) in enumerate(pairwise(texts)):
        named = named or line_kinds.institution(text)
        if named and placed[number] and line_kinds.country(text.rpartition(", ")[2]) and line_kinds.institution(after):
            out.append(row[start:begins])
            start, named = begins, False
    return [*out, row[start:]]


def _lines(row: list[Item]) -> list[tuple[int, str]]:
    """The lines of *row* that print something: where each begins, and its text."""
    out: list[tuple[int, str]] = []
    at = 0
    for line in split_lines(row):
        if text := printed(line).strip(_TRAIL):
            out.append((at, text))
        at += len(line) + 1
    return out


def _head(row: list[Item]) -> int:
    """How many items stand in lines before the first that a mark begins, if they are no affiliation."""
    fresh = False
    for index, item in enumerate(row):
        if item.kind == "mark" and fresh:
            return 0 if line_kinds.affiliation(printed(row[:index])) else index
        fresh = item.kind == "line" or (fresh and not item.text.strip(" {}\n\t\\"))
    return 0


def _one(book: Book, strip: Strip, row: list[Item], labels: list[str], owners: list[int], kind: str) -> Place | None:
    """Enter one affiliation with its labels, owners and addresses; None where the row is something else."""
    text, found, hints = place_text(strip, row)
    text, orcids = _without_orcids(text, row)
    span = _tight(strip, row)
    labels = [*labels, *(item.text for item in only(row, "label"))]
    _enter_notes(book, strip, row, owners)
    note = _remark(text, span, labels, owners)
    if note is not None:
        note.mails = found
        book.notes.append(note)
        return None
    if _is_no_place(text):
        return None
    names, text, hints = _named(book, text, hints)
    text = _SENTENCE.sub("", text)
    place = _entered(book, text, span, kind) if text and span else None
    if place is not None:
        place.labels, place.owners, place.names = labels, list(owners), names
    if found:
        loose = Loose(found, book.group, list(owners), len(book.places) - 1 if place else None)
        loose.hints, loose.marks = hints, labels
        book.loose.append(loose)
    _enter_orcid(book, orcids, owners)
    return place


def _is_no_place(text: str) -> bool:
    """Whether *text* is a placeholder, a date or a figure."""
    return bool(text) and (line_kinds.nobody(text) or line_kinds.dated(text) or not _LETTER.search(text))


def _enter_orcid(book: Book, orcids: list[str], owners: list[int]) -> None:
    """Give an ORCID among the lines of an affiliation to its one owner."""
    if orcids and len(owners) == 1 and not book.authors[owners[0]].orcid:
        book.authors[owners[0]].orcid = orcids[0]


def _entered(book: Book, text: str, span: Span, kind: str) -> Place | None:
    elsewhere = kind == "affiliation" and line_kinds.present(text)
    return book.place(text, span, "present-address" if elsewhere else kind)


def _without_orcids(text: str, row: list[Item]) -> tuple[str, list[str]]:
    """*text* without the ORCIDs printed in it, and all ORCIDs of the row."""
    orcids = [item.text for item in row if item.kind == "orcid"]
    if "orcid.org" not in text:
        return text, orcids
    orcids += [match[1].upper() for match in _ORCID.finditer(text)]
    return re.sub(r"(?:\s*,\s*){2,}", ", ", _ORCID.sub("", text)).strip(_TRAIL), orcids


def _enter_notes(book: Book, strip: Strip, row: list[Item], owners: list[int]) -> None:
    """Enter the footnotes of a row."""
    owner = owners[-1] if owners else None
    for item in row:
        if item.kind == "note" and item.text:
            book.notes.append(note_of(strip, item.start, item.end, owner, [item.text]))
        elif item.kind == "note" and owners:
            inner = strip.cut(item.start, item.end)
            book.notes.append(Note(plain(inner.text), strip.span(item.start, item.end), owner, []))


def _remark(text: str, span: Span | None, labels: list[str], owners: list[int]) -> Note | None:
    """The note that *text* is; None where it is an affiliation, or nothing."""
    if not text or span is None:
        return None
    if line_kinds.remark(text) or (labels and line_kinds.role(text)) or not re.search(r"\w", text):
        return Note(text, span, owners[-1] if owners else None, labels)
    return None


def _named(book: Book, text: str, hints: list[str]) -> tuple[list[str], str, list[str]]:
    """The authors that *text* begins with, what follows them, and whose its addresses are."""
    names: list[str] = []
    first, _, others = text.partition(", ")
    while first and is_author(book, first):
        names, text = [*names, first], others
        hints = hints if others else [first]
        first, _, others = text.partition(", ")
    return names, text, hints


def is_author(book: Book, text: str) -> bool:
    """Whether *text* is the name of one of the latest authors, initials for given names allowed."""
    return line_kinds.name(text) and any(
        alike(text, author.name) > 0.8 or abbreviates(text, author.name) for author in book.authors[-60:]
    )


def _tight(strip: Strip, row: list[Item]) -> Span | None:
    """Where a row stands, without what prints nothing at either end; None where nothing is printed."""
    solid = [item for item in row if item.kind not in ("gap", "line", "part") and _prints(item)]
    if not solid:
        return None
    start, end = solid[0].start, solid[-1].end
    inside = strip.text[start:end]
    left = len(inside) - len(inside.lstrip(" \t\n~,;"))
    right = len(inside) - len(inside.rstrip(" \t\n~"))
    return strip.span(start + left, max(start + left + 1, end - right))


def _prints(item: Item) -> bool:
    return item.kind != "text" or bool(item.text.strip(" {}~\n\t,;"))


def read_institutes(book: Book, strip: Strip, row: list[Item], macros: Mapping[str, str]) -> None:
    r"""``\institute{X \and Y}``: numbered by order, or with names before ``\at``."""
    parts = split_and(row)
    waiting: list[str] = []
    named = has(row, "at")
    number = 0
    for part in parts:
        at = next((n for n, i in enumerate(part) if i.kind == "at"), None)
        if at is not None:
            names = _names_before(part[:at], waiting)
            waiting = []
            for place in read_place(book, strip, part[at + 1 :], owners=[], macros=macros, macro="at"):
                place.names = [*names]
        elif (named and line_kinds.name(printed(part))) or is_author(book, printed(part)):
            waiting.append(printed(part))
        else:
            number += 1
            for place in read_place(book, strip, part, owners=[], macros=macros, macro="institute"):
                place.ordinal = number
                place.names = [*waiting, *place.names]
            waiting = []


def _names_before(row: list[Item], waiting: list[str]) -> list[str]:
    r"""The names before ``\at``, behind those that are *waiting* for a place."""
    said = _IN_PARENTHESES.sub(" ", printed(only(row, "text", "gap")))
    return [name.strip() for name in [*waiting, *re.split(r",|\band\b|&", said)] if name.strip()]


def split_and(row: list[Item]) -> list[list[Item]]:
    r"""The row cut at ``\and``."""
    parts: list[list[Item]] = [[]]
    for item in row:
        if item.kind == "and":
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]
