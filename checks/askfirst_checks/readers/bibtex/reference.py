"""One parsed entry to a `Reference`: names, year, affiliations and addresses with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Reference, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.bibtex import affiliations as exports
from askfirst_checks.readers.bibtex.entry import Entry, Value, entry
from askfirst_checks.readers.bibtex.slicing import START, Slice
from askfirst_checks.readers.bibtex.values import Plain, institutions, macros_of, names, plain_value
from askfirst_checks.readers.tex.accents import printed

_YEAR = pattern(r"(?<!\d)(\d{4})(?!\d)")
_DOI = pattern(r"10\.\d{4,9}/\S+")
_HEAD_KEY = pattern(r"\s*([^\s,={}]+)\s*,")
_IDS = pattern(r"(?i)(?<![\w-])ids\s*=\s*[{\"]([^{}\"]*)")
_MAIL_FIELDS = ("author-email", "author_email", "authoremail", "email", "e-mail")
_AFFILIATION_FIELDS = ("affiliation", "affiliations", "author-address", "author_address", "authoraddress")
_CORRESPONDENCE = ("correspondence_address", "correspondence_address1")
_OF_THE_AUTHOR = frozenset(
    {"phdthesis", "mastersthesis", "bachelorsthesis", "thesis", "techreport", "report", "manual"}
)
_INSTITUTION_WORD = pattern(
    r"\b(?:univ|inst|dep(?:t|art)|lab|acad|hochsch|college|hospital|school|fac|ecole|centre|center)", re.IGNORECASE
)
_SCHOOL = frozenset({"school", "institution"})
_PUBLISHER = frozenset({"publisher"})
_TELLING = frozenset(
    (*_MAIL_FIELDS, *_AFFILIATION_FIELDS, *_CORRESPONDENCE, "school", "institution", "organization", "address")
)
_DEPTH = 4
_KEPT = 20_000


class Read(NamedTuple):
    """A reference with what only the reader needs."""

    reference: Reference
    families: tuple[str, ...]
    undefined: tuple[str, ...]
    """macros without definition in the fields that were read"""


class Book:
    """One .bib: its macros and its keys, each looked up when first needed."""

    def __init__(self, path: str, blocks: list[Slice]) -> None:
        self.path = path
        self._blocks = blocks

    @cached_property
    def macros(self) -> dict[str, str]:
        """@string macros, names in lower case."""
        return macros_of(self._blocks)

    @cached_property
    def _by_key(self) -> dict[str, Slice]:
        found: dict[str, Slice] = {}
        for block in self._blocks:
            start = START.match(block.text)
            if not block.is_entry or start is None:
                continue
            key = _HEAD_KEY.match(block.text, start.end())
            aliases = _IDS.search(block.text) if "ids" in block.text.lower() else None
            for name in [key.group(1)] if key else []:
                found.setdefault(name.lower(), block)
            for name in aliases.group(1).split(",") if aliases else []:
                found.setdefault(name.strip().lower(), block)
        return found

    def block(self, key: str) -> Slice | None:
        """The entry of that cite key, or that lists it under ``ids``."""
        return self._by_key.get(key.strip().lower())


class _Field(NamedTuple):
    """A field's text, with the slice it stands in: the entry's own, or its parent's."""

    plain: Plain
    block: Slice


class _Fields:
    """The fields of an entry, those of its ``xdata`` and ``crossref`` parents behind them."""

    def __init__(self, book: Book, block: Slice, parsed: Entry) -> None:
        self._book = book
        self._chain = [(block, parsed)]
        self.undefined: list[str] = []
        self._borrowed = False
        self._follow()

    def _follow(self) -> None:
        seen = {id(self._chain[0][0])}
        for _, parsed in self._chain:
            if len(self._chain) > _DEPTH:
                return
            for name in ("xdata", "crossref"):
                for value in parsed.fields.get(name, ()):
                    self._append(self._text(value), seen)

    def _append(self, keys: str, seen: set[int]) -> None:
        for key in keys.split(",")[:_DEPTH]:
            parent = self._book.block(key)
            if parent is not None and id(parent) not in seen:
                seen.add(id(parent))
                self._chain.append((parent, entry(parent.text, parent.kind)))

    def _text(self, value: Value) -> str:
        return plain_value(value, {}).text

    def all(self, name: str) -> Iterator[_Field]:
        """Every value of *name*, of the first in the chain that has one."""
        for block, parsed in self._chain:
            values = parsed.fields.get(name, ())
            for value in values:
                yield _Field(self._plain(value), block)
            if values:
                return

    def _plain(self, value: Value) -> Plain:
        simple = value.text[:1] in '{"0123456789' and "#" not in value.text
        self._borrowed = self._borrowed or not simple
        known = plain_value(value, {} if simple else self._book.macros)
        self.undefined.extend(known.undefined)
        return known

    def has(self, names_of: frozenset[str]) -> bool:
        """Whether any of these fields is there, whatever it says."""
        return any(not names_of.isdisjoint(parsed.fields) for _, parsed in self._chain)

    @property
    def alone(self) -> bool:
        """Whether the entry says everything itself: no parent, no macro."""
        return len(self._chain) == 1 and not self._borrowed

    def text(self, name: str) -> str:
        """The first value of *name*, mark-up still in it, or empty."""
        for _, parsed in self._chain:
            for value in parsed.fields.get(name, ()):
                return self._plain(value).text
        return ""


_DATE = pattern(r"(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])")
_MONTHS = {
    name: number
    for number, names_of_one in enumerate(
        ("jan", "feb", "mar mär", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"), 1
    )
    for name in names_of_one.split()
}
_remembered: dict[tuple[str, Slice], Read] = {}


def forget() -> None:
    """Drop every remembered reference (benchmarks and tests)."""
    _remembered.clear()


def reference(book: Book, block: Slice, parsed: Entry) -> Read:
    """What is known of one entry; its span goes from the ``@`` to the end of the entry.

    Remembered by content and place, where the entry borrows nothing from others.
    """
    known = _remembered.get((book.path, block))
    if known is not None:
        return known
    if len(_remembered) >= _KEPT:
        _remembered.clear()
    read, alone = _read(book, block, parsed)
    if alone:
        _remembered[book.path, block] = read
    return read


def _read(book: Book, block: Slice, parsed: Entry) -> tuple[Read, bool]:
    fields = _Fields(book, block, parsed)
    authors = names(fields.text("author"))
    families = tuple(family for _, family in authors)
    place = _Places(book.path)
    read = Reference(
        parsed.key,
        place.span(block, 0, max(parsed.end, 1)),
        printed(fields.text("title"), roughly=True),
        _year(fields.text("year") or fields.text("date")),
        _doi(fields.text("doi")),
        tuple(full for full, _ in authors),
        tuple(_affiliations(fields, place, block.kind, parsed.key, families)),
        tuple(_addresses(fields, place)),
        _date(fields),
    )
    return Read(read, families, tuple(dict.fromkeys(fields.undefined))), fields.alone


def _year(text: str) -> int | None:
    match = _YEAR.search(text)
    return int(match.group(1)) if match else None


def _date(fields: _Fields) -> str:
    """The first day that ``date``, or ``year`` with ``month`` and ``day``, can mean; empty for a year alone."""
    if (whole := _DATE.match(fields.text("date").strip())) and whole[2] <= "12" and (whole[3] or "01") <= "31":
        return f"{whole[1]}-{whole[2]}-{whole[3] or '01'}"
    year, said = _year(fields.text("year")), fields.text("month").strip().casefold()
    number = int(said) if said.isdecimal() else _MONTHS.get(said[:3], 0)
    day = fields.text("day").strip()
    if year is None or not 0 < number <= 12:
        return ""
    return f"{year:04d}-{number:02d}-{int(day) if day.isdecimal() and 0 < int(day) < 32 else 1:02d}"


def _doi(text: str) -> str | None:
    match = _DOI.search(text.replace("\\_", "_"))
    return match.group() if match else None


class _Places:
    """Offsets in a slice to spans in the file."""

    def __init__(self, path: str) -> None:
        self._path = path

    def span(self, block: Slice, start: int, end: int) -> Span:
        return Span(self._path, *_place(block, start), *_place(block, end))

    def of(self, field: _Field, piece: tuple[int, int]) -> Span:
        plain, block = field
        if plain.verbatim:
            return self.span(block, plain.start + piece[0], plain.start + piece[1])
        return self.span(block, plain.start, plain.end)


def _place(block: Slice, offset: int) -> tuple[int, int]:
    newlines = block.text.count("\n", 0, offset)
    if not newlines:
        return block.line, block.column + offset
    return block.line + newlines, offset - block.text.rfind("\n", 0, offset)


def _affiliations(
    fields: _Fields, place: _Places, kind: str, key: str, families: tuple[str, ...]
) -> Iterator[Affiliation]:
    said: set[str] = set()
    telling = _pieces(fields, kind, key, frozenset(map(plain, families))) if fields.has(_TELLING) else ()
    for field, piece in (*telling, *_authoring(fields)):
        text = printed(field.plain.text[piece[0] : piece[1]])
        if text and plain(text) not in said:
            said.add(plain(text))
            yield Affiliation(text, place.of(field, piece))


def _pieces(fields: _Fields, kind: str, key: str, families: frozenset[str]) -> Iterator[tuple[_Field, exports.Piece]]:
    unique = fields.text("unique-id")
    for field in _fields(fields, _AFFILIATION_FIELDS):
        if exports.is_wos(key, unique, field.plain.text) and not _is_list(field.plain.text, families):
            yield from ((field, piece) for piece in exports.wos_pieces(field.plain.text, families))
        else:
            yield from ((field, piece) for piece in exports.listed_pieces(field.plain.text))
    for field in _fields(fields, _CORRESPONDENCE):
        yield from ((field, piece) for piece in exports.correspondence_pieces(field.plain.text))
    if kind in _OF_THE_AUTHOR:
        for field in _fields(fields, ("school", "institution", "organization")):
            yield field, (0, len(field.plain.text))
    for field in fields.all("address") if not fields.has(_PUBLISHER) else ():
        if _is_authors_address(fields, kind, field.plain.text):
            yield field, (0, len(field.plain.text))


def _authoring(fields: _Fields) -> Iterator[tuple[_Field, exports.Piece]]:
    """Institutions with their place that stand among the authors."""
    if "{" not in fields.text("author"):
        return
    for field in fields.all("author"):
        text = field.plain.text
        yield from ((field, span) for span in institutions(text) if _INSTITUTION_WORD.search(text, *span))


def _is_list(text: str, families: frozenset[str]) -> bool:
    """Whether it is Web of Science's list of organisations (``Affiliations``), which names no author."""
    first = text.split(",", 1)[0].split(";", 1)[0]
    return "\n" not in text.strip() and plain(first) not in families and not text.rstrip().endswith(".")


def _is_authors_address(fields: _Fields, kind: str, text: str) -> bool:
    """BibTeX's ``address`` is the publisher's; without one it may place a school, or name an author's institution."""
    if kind in _OF_THE_AUTHOR and fields.has(_SCHOOL):
        return True
    return kind == "article" and "," in text and bool(_INSTITUTION_WORD.search(text))


def _fields(fields: _Fields, names_of: Iterable[str]) -> Iterator[_Field]:
    for name in names_of:
        yield from fields.all(name)


def _addresses(fields: _Fields, place: _Places) -> Iterator[Address]:
    if not fields.has(_TELLING):
        return
    said: set[str] = set()
    for field in _fields(fields, (*_MAIL_FIELDS, *_CORRESPONDENCE, *_AFFILIATION_FIELDS)):
        for first, last in exports.mails(field.plain.text):
            text = printed(field.plain.text[first:last])
            if text.lower() not in said:
                said.add(text.lower())
                yield Address(text, place.of(field, (first, last)))
