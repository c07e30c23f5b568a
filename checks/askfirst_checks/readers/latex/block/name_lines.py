"""Names in a line of an author block, with what hangs on them: marks, notes, addresses, ORCIDs."""

from __future__ import annotations

import re

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Author, Book, Loose, Note, thanks
from askfirst_checks.readers.latex.block.mark_positions import inverted, turned
from askfirst_checks.readers.latex.block.notes import locate_in, note_of, note_parts
from askfirst_checks.readers.latex.tokens.lines import EDGE, both, cut_ordinal, parts, stretch
from askfirst_checks.readers.latex.tokens.token import has, only
from askfirst_checks.readers.latex.tokens.tokenizer import Item, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_PREFIX = pattern(r"^(?:by|and|und|par|von|y|e|et|authors?:)\s+", re.IGNORECASE)
_TRAILING_MARK = pattern(r"(?<=[^\W\d_])\s*\(?(\d{1,2}(?:\s*,\s*\d{1,2})*)\)?\s*$")
_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_REFERENCE = pattern(r"\\(?:ref|autoref)\s*\{([^{}]*)\}")
_HEADINGS = frozenset(
    ("and", "und", "editors", "conveners", "convenors", "contributors", "herausgeber", "autoren", "auteurs", "autores")
)
_URL = pattern(r"(?:https?|ftp)://|www\.")
_OTHER_SCRIPT = pattern(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\u0400-\u04ff\u0600-\u06ff ·.]{2,40}")
_ASIDE = pattern(r"\s*\((?:[^()]*\)|[^()]*$)|^[^()]*\)")
_BESIDE_NAMES = frozenset({"mark", "notemark", "orcid", "email", "note", "web"})
_ENDS_IN_COMMA = pattern(r"(?:[,;&]|\band|\bund)\s*$")


class _Reading:
    """How far a line of names is read."""

    def __init__(self) -> None:
        self.entry: list[Item] = []
        """the name being read, with what hangs on it"""
        self.last: int | None = None
        """the author entered last, if it was one"""
        self.after_mark = False
        """the entry ends with a mark"""


class Names:
    """Enters the names of lines into a book."""

    def __init__(self, book: Book, strip: Strip) -> None:
        self.book = book
        self.strip = strip
        self.people: list[int] = []
        """authors of the open block"""
        self.hidden = False
        """the open block names nobody (an anonymous submission)"""
        self.alone = False
        """the argument is for one person, family name first"""

    _inverted = False
    """the line is people by semicolons, family names first"""
    _comma = False
    """the latest line of names ended with a comma"""

    def _names(self, line: list[Item]) -> None:
        self._inverted = inverted(line)
        line = turned(line)
        reading = _Reading()
        for item in line:
            self._read(item, reading)
        self._comma = _ends_in_comma(line)
        if reading.entry:
            self._name(reading.entry)

    def _read(self, item: Item, reading: _Reading) -> None:
        """Add an item to the name being read, or end that."""
        if item.kind == "text":
            self._words(item, reading)
        elif item.kind == "gap" and not self._whole(reading.entry):
            if _ends_in_words(reading.entry):
                reading.entry.append(item._replace(kind="text", text=" "))
        elif item.kind in ("comma", "gap", "tab"):
            self._end(reading)
        elif item.kind == "ordinal":
            cut_ordinal(reading.entry)
        elif item.kind in _BESIDE_NAMES:
            if _has_words(reading.entry):
                reading.entry.append(item)
                reading.after_mark = True
            else:
                self._attach(item, reading.last)

    def _end(self, reading: _Reading) -> None:
        """Enter the name being read."""
        if reading.entry:
            reading.last = self._name(reading.entry)
        reading.entry, reading.after_mark = [], False

    def _words(self, item: Item, reading: _Reading) -> None:
        """Add a text item to the name being read, ending names where it separates them."""
        if self.book.beyond is not None:
            return
        for separator, part in parts(item):
            if separator and part is not None and (self.alone or self._inverted) and _family(reading.entry):
                reading.entry.append(part._replace(text=", " + part.text.lstrip()))
                continue
            if separator:
                self._end(reading)
            if part is not None:
                self._piece(part, reading)

    def _piece(self, part: Item, reading: _Reading) -> None:
        """Add what stands between two separators; behind a mark another name begins."""
        blank = not part.text.strip()
        if blank and not _ends_in_words(reading.entry):
            return
        if reading.after_mark and not blank and self._starts_name(part.text):
            self._end(reading)
        reading.entry.append(part)
        reading.after_mark = reading.after_mark and blank

    def _whole(self, current: list[Item]) -> bool:
        if has(current, "mark"):
            return _has_words(current)
        return " " in printed(only(current, "text")).strip(EDGE)

    def _starts_name(self, text: str) -> bool:
        word = plain(text).lstrip(EDGE)
        return (len(word) > 1 and word[0].isupper()) or (bool(word) and not word[0].isascii())

    def _name(self, entry: list[Item]) -> int | None:
        halves = both(entry)
        if halves is not None:
            self._name(halves[0])
            return self._name(halves[1])
        texts = only(entry, "text")
        name, orcid, number = _parts_of(_bare(plain("".join(i.text for i in texts))))
        latest = self.people[-1] if self.people else None
        if self._goes_on(name, latest, texts):
            return self._hang(entry, latest)
        if len(name) == 1 and "a" <= name <= "z":  # ``a\textsuperscript{2}``: a placeholder, or a stray sign
            return None
        span = stretch(self.strip, texts)
        if line_kinds.team(name):
            self.book.teams.append((name, span))
            return None
        index = self._person(name, span, orcid, number)
        return None if index is None else self._hang(entry, index)

    def _goes_on(self, name: str, latest: int | None, texts: list[Item]) -> bool:
        """Whether *name* is nobody's; what it adds to the name of the latest author is put there."""
        if latest is None:
            return _no_name(name)
        if line_kinds.SUFFIX.match(name):
            self.book.authors[latest].name += " " + name
            return True
        if _no_name(name) or line_kinds.country(name):
            return True
        if not line_kinds.initials(name) or not self._behind_family():
            return False
        self._complete(latest, name, stretch(self.strip, texts))
        return True

    def _complete(self, index: int, initials: str, span: Span) -> None:
        """Put *initials* behind the family name of an author."""
        author = self.book.authors[index]
        author.name += ", " + initials
        author.span = author.span._replace(end_line=span.end_line, end_column=span.end_column)

    def _person(self, name: str, span: Span, orcid: str | None, number: str | None) -> int | None:
        """Enter an author with what stood at the name; None for one who is nobody."""
        index = self.book.author(name, span)
        if index is None:
            self.hidden = True
            return None
        self.people.append(index)
        author = self.book.authors[index]
        author.orcid = orcid or author.orcid
        if number is not None:
            author.marks.append(number)
        return index

    def _behind_family(self) -> bool:
        """Whether the latest name is a family name alone, which initials behind a comma belong to."""
        latest = self.book.authors[self.people[-1]] if self.people else None
        return latest is not None and not latest.marks and line_kinds.family(latest.name)

    def _hang(self, entry: list[Item], index: int | None) -> int | None:
        for item in entry:
            if item.kind != "text":
                self._attach(item, index)
        return index

    def _attach(self, item: Item, index: int | None = None) -> None:
        if index is None:
            if not self.people:
                return
            index = self.people[-1]
        author = self.book.authors[index]
        if item.kind == "mark":
            author.marks.append(item.text)
        elif item.kind == "notemark":
            latest = item.text.replace("\\value{footnote}", thanks(self.book.footnotes))
            author.anchors += [k.strip() for k in _REFERENCE.sub(r"\1", latest).split(",")]
        elif item.kind == "orcid":
            author.orcid = author.orcid or item.text
        elif item.kind == "email":
            self._address(item, author)
        elif item.kind == "note":
            self._footnotes(item, index)

    def _address(self, item: Item, author: Author) -> None:
        """Give addresses to *author*, or, where several stand behind several people, to whom they fit."""
        found = self._addresses_in(item.start, item.end)
        if len(found) > 1 and len(self.people) > 1:
            self.book.loose.append(Loose(found, self.book.group, list(self.people)))
        else:
            author.mails += found

    def _footnotes(self, item: Item, index: int) -> None:
        """Enter the notes at the name of an author, and the ORCID in them."""
        author = self.book.authors[index]
        orcid = _ORCID.search(self.strip.text, item.start, item.end)
        author.orcid = author.orcid or (orcid[1].upper() if orcid else None)
        for start, end in note_parts(self.strip.text, item.start, item.end):
            note = self._note(start, end, index, [item.text] if item.text else [])
            if not item.text:
                self.book.footnotes += 1
                note.number = thanks(self.book.footnotes)
            self.book.notes.append(note)

    def _note(self, start: int, end: int, owner: int | None, keys: list[str]) -> Note:
        return note_of(self.strip, start, end, owner, keys)

    def _addresses_in(self, start: int, end: int) -> list[tuple[str, Span]]:
        raw = self.strip.text[start:end]
        return [(a, locate_in(self.strip, start, end, a)) for a in emails.addresses(raw)]


def _parts_of(text: str) -> tuple[str, str | None, str | None]:
    """A name as it is entered, the ORCID and the mark printed with it."""
    orcid = _ORCID.search(text)
    name = text if _transcribed(text) else _ASIDE.sub("", text).strip() or text
    numbered = _TRAILING_MARK.search(name)
    if numbered:
        name = name[: numbered.start()].rstrip(" ,(")
    return name, orcid[1].upper() if orcid else None, numbered[1] if numbered else None


def _bare(raw: str) -> str:
    """A printed name without what introduces it and punctuation around it."""
    if ":" in raw and line_kinds.team(raw.partition(":")[0]):
        raw = raw.partition(":")[2]
    raw = line_kinds.spokesperson(raw)
    return line_kinds.untitled(_PREFIX.sub("", raw.strip(" \t,;:&·•|"))).strip(" ,;:*").lstrip(".-–— ")


def _no_name(text: str) -> bool:
    """Whether *text* is nothing that could be entered as a name: a degree, a link, no letter at all."""
    if not any(c.isalpha() for c in text) or _URL.match(text):
        return True
    return line_kinds.degree(text) or text.casefold() in _HEADINGS


def _transcribed(name: str) -> bool:
    """Whether a name stands in two scripts, one of them in parentheses: "C. G. Wu (武晨光)"."""
    outside, _, inside = name.partition("(")
    if inside.endswith(")") and _OTHER_SCRIPT.fullmatch(inside[:-1]) and line_kinds.name(outside.strip()):
        return True
    return (
        not any(c.isascii() and c.isalpha() for c in outside) and inside.endswith(")") and line_kinds.name(inside[:-1])
    )


def _family(row: list[Item]) -> bool:
    return line_kinds.family(plain("".join(i.text for i in row if i.kind == "text")))


def _ends_in_words(current: list[Item]) -> bool:
    """Whether a blank behind *current* parts words: before a name, and behind another blank, it says nothing."""
    return bool(current) and bool(current[-1].text.strip())


def _has_words(entry: list[Item]) -> bool:
    return any(i.kind == "text" and plain(i.text).strip(EDGE) for i in entry)


def _ends_in_comma(line: list[Item]) -> bool:
    """Whether a line of names announces that more follow."""
    last = next((i for i in reversed(line) if i.kind != "text" or i.text.strip()), None)
    if last is None:
        return False
    return last.kind == "comma" or (last.kind == "text" and _ENDS_IN_COMMA.search(last.text) is not None)
