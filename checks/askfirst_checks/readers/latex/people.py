r"""The argument of ``\author`` and its like: names with their marks, and the affiliation lines beneath them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import looks, mails
from askfirst_checks.readers.latex.book import Book, Loose, Note, thanks
from askfirst_checks.readers.latex.items import Item, items, printed
from askfirst_checks.readers.latex.mixed import groups
from askfirst_checks.readers.latex.notes import locate_in, note_of, note_parts
from askfirst_checks.readers.latex.places import lead_numbers, read_place
from askfirst_checks.readers.latex.plain import plain
from askfirst_checks.readers.latex.rows import (
    EDGE,
    both,
    columns,
    cut_ordinal,
    mail_behind,
    only_names,
    parts,
    segments,
    shifted,
    split,
    stretch,
)
from askfirst_checks.readers.latex.strip import Strip

_PREFIX = pattern(r"^(?:by|and|und|par|von|authors?:)\s+", re.IGNORECASE)
_TRAILING_MARK = pattern(r"(?<=[^\W\d_])\s*\(?(\d{1,2}(?:\s*,\s*\d{1,2})*)\)?\s*$")
_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_REFERENCE = pattern(r"\\(?:ref|autoref)\s*\{([^{}]*)\}")
_URL = pattern(r"(?:https?|ftp)://|www\.")
_ASIDE = pattern(r"\s*\((?:[^()]*\)|[^()]*$)|^[^()]*\)")


_AHEAD = 8
"""lines that are looked at to tell what one is"""


class Reader:
    """Reads author arguments of one document into its book."""

    def __init__(self, book: Book, strip: Strip, macros: Mapping[str, str]) -> None:
        self.book = book
        self.strip = strip
        self.macros = macros
        self.people: list[int] = []
        """authors of the open block"""
        self.filled = False
        """an affiliation line was read since the last name"""
        self.pending: list[Item] = []
        """affiliation lines not entered yet"""
        self.hidden = False
        """the open block names nobody (an anonymous submission)"""
        self.alone = False
        """the argument is for one person, family name first"""
        self.mixed = False
        """a line of it held people and their institute"""
        self.outside = False
        """the document gives its affiliations in macros of their own"""
        self.ended = False
        """what follows in the block is about supervisors"""

    def read(self, row: list[Item] | None = None, *, fresh: bool = True) -> list[int]:
        """Read the whole argument; the authors entered, by index. Not *fresh*: the people read before stay open."""
        first = len(self.book.authors)
        row = items(self.strip, self.macros) if row is None else row
        for block in split(row, "and"):
            for column in columns(block):
                self._flush()
                self.people, self.filled, self.hidden = self.people if not fresh else [], False, False
                fresh = True
                self.mixed = self.ended = False
                lines = split(column, "line")
                if only_names(lines, 2 if self.outside else 3):
                    lines = [[i for line in lines for i in [*line, Item("comma", "", line[-1].end, line[-1].end)]]]
                for index, line in enumerate(lines):
                    self._line(line, lines[index + 1 : index + 1 + _AHEAD])
                self._flush()
        return list(range(first, len(self.book.authors)))

    def _line(self, line: list[Item], rest: list[list[Item]]) -> None:
        book = self.book
        if self.ended or (self.hidden and not self.people):
            return
        nested = [i for i in line if i.kind in ("block", "named")]
        if nested:
            self._nested(line)
            return
        line = lead_numbers(line, book)
        if self._open_end() or not self.people:
            line = mail_behind(line)
        text = printed([i for i in line if i.kind in ("text", "gap", "part")])
        found = self._mails(line)
        if book.authors and looks.supervision(text):
            self.ended = True
            return
        if not text.strip(EDGE) and not found:
            self._marks_only(line)
            return
        lead = next(
            (
                i
                for i in line
                if i.kind == "mark" or (i.kind == "text" and i.text.strip(" {}\n\t")) or i.kind == "email"
            ),
            None,
        )
        if lead is not None and lead.kind == "mark" and text.strip(EDGE):
            self._flush()
            self.filled = True
            self.pending = list(line)
        elif found and (not self.people or self._mail_line(text, found)) and not self._names_with_mail(line):
            self._flush()
            self._addresses(line, found)
        elif looks.team(looks.spokesperson(text)) and not looks.affiliation(text) and not self.people and book.authors:
            book.teams.append((text, self.strip.span(line[0].start, line[-1].end)))
        elif looks.remark(text) and (self.people or book.authors):
            self._flush()
            book.notes.append(self._note(line[0].start, line[-1].end, None, []))
        elif shared := groups(line, strict=bool(self.people) and not self.mixed):
            self._shared(shared)
        elif self._are_names(line, text, rest):
            self._flush()
            if self.filled:
                self.people, self.filled = [], False
            self._names(line)
        else:
            self.filled = True
            if self.pending:
                self.pending.append(Item("line", "", line[0].start, line[0].start))
            self.pending += line

    def _shared(self, shared: list[tuple[list[Item], list[Item]]]) -> None:
        """People with their institute in one comma list; one line may hold several such groups."""
        self.mixed = True
        for names, institute in shared:
            self._fresh()
            self._names(names)
            self.filled = True
            self.pending = institute

    def _names_with_mail(self, line: list[Item]) -> bool:
        """``Name \\email{a@b}`` on one line: the address belongs to the name."""
        before = []
        for item in line:
            if item.kind == "email":
                break
            before.append(item)
        text = printed([i for i in before if i.kind in ("text", "gap")])
        if looks.remark(text):
            return False
        free = not self.people or self._open_end()
        return len(before) < len(line) and free and any(looks.name(n.strip(EDGE)) for n in text.split(","))

    def _mail_line(self, text: str, found: list[tuple[str, Span]]) -> bool:
        rest = text
        for address, _ in found:
            rest = rest.replace(address, "")
        return (len(rest.strip(EDGE)) < 40 and not looks.institution(rest)) or looks.remark(text)

    def _mails(self, line: list[Item]) -> list[tuple[str, Span]]:
        if not line:
            return []
        inside = [i for i in line if i.kind == "email"]
        if inside:
            return [pair for i in inside for pair in self._addresses_in(i.start, i.end)]
        plainly = [i for i in line if i.kind in ("text", "web", "mark")]
        if not plainly or not any("@" in i.text for i in plainly):
            return []
        return self._addresses_in(plainly[0].start, plainly[-1].end)

    def _addresses_in(self, start: int, end: int) -> list[tuple[str, Span]]:
        raw = self.strip.text[start:end]
        return [(a, locate_in(self.strip, start, end, a)) for a in mails.addresses(raw)]

    def _addresses(self, line: list[Item], found: list[tuple[str, Span]]) -> None:
        loose = Loose(found, self.book.group, list(self.people))
        loose.marks = [i.text for i in line if i.kind == "mark"]
        loose.hints = [printed([i for i in line if i.kind in ("text", "gap")])]
        self.book.loose.append(loose)
        self.filled = self.filled or bool(self.people)

    def _marks_only(self, line: list[Item]) -> None:
        for item in line:
            self._attach(item)

    def _flush(self) -> None:
        """Enter the pending affiliation lines as one affiliation of the block's authors."""
        row, self.pending = self.pending, []
        if row:
            read_place(self.book, self.strip, row, owners=list(self.people), macros=self.macros, inline=True)

    def _nested(self, line: list[Item]) -> None:
        """IEEE's and interact's blocks inside the argument."""
        run: list[Item] = []
        for item in [*line, Item("end", "", 0, 0)]:
            if item.kind not in ("block", "named", "end"):
                run.append(item)
                continue
            if run and printed(run).strip(EDGE):
                if not self.people or not looks.affiliation(printed(run)):
                    self._fresh()
                    self._names(run)
                else:
                    read_place(self.book, self.strip, run, owners=list(self.people), macros=self.macros)
            elif run:
                self._marks_only(run)
            run = []
            if item.kind == "named":
                self._fresh()
                inner = shifted(items(self.strip.cut(item.start, item.end), self.macros), item.start)
                for part in split(inner, "line"):
                    if part:
                        self._names([Item("comma", "", i.start, i.end) if i.kind == "and" else i for i in part])
            elif item.kind == "block":
                self._flush()
                self.filled = True
                inner = shifted(items(self.strip.cut(item.start, item.end), self.macros), item.start)
                read_place(self.book, self.strip, inner, owners=list(self.people), macros=self.macros)

    def _fresh(self) -> None:
        self._flush()
        if self.filled:
            self.people, self.filled = [], False

    def _are_names(self, line: list[Item], text: str, rest: list[list[Item]]) -> bool:
        if not self.people:
            return not looks.institution(text) or any(i.kind == "mark" for i in line) or not self.book.authors
        names = segments(line)
        names = [looks.spokesperson(n) for n in names]
        good = [n for n in names if looks.name(looks.untitled(n)) or looks.degree(n) or looks.SUFFIX.match(n)]
        if len(good) < len(names) or not names:
            return False
        marks = [i for i in line if i.kind in ("mark", "note", "orcid", "notemark")]
        lead = next((i for i in line if i.kind in ("mark", "text") and i.text.strip()), None)
        if marks and lead is not None and lead.kind == "text":
            return True
        if any(" " not in n for n in names) and not self._open_end():
            return False
        if self._open_end():
            return True
        following = [printed([i for i in r if i.kind in ("text", "gap")]) for r in rest]
        following = [f for f in following if f.strip(EDGE)]
        if self.filled:
            return bool(following) and looks.institution(following[0]) and not self.pending_open()
        return bool(following) and looks.affiliation(following[0]) and "@" not in following[0]

    def pending_open(self) -> bool:
        """Whether an affiliation is being read that no address has closed."""
        return bool(self.pending)

    def _open_end(self) -> bool:
        return self._comma and not self.filled

    _comma = False

    def _names(self, line: list[Item]) -> None:
        current: list[Item] = []
        last: int | None = None
        after_mark = False
        for item in line:
            if item.kind == "text":
                current, last, after_mark = self._words(item, current, last, after_mark)
            elif item.kind == "gap" and not self._whole(current):
                current.append(item._replace(kind="text", text=" "))
            elif item.kind in ("comma", "gap", "tab"):
                last = self._name(current) if current else last
                current, after_mark = [], False
            elif item.kind == "ordinal":
                cut_ordinal(current)
            elif item.kind in ("mark", "notemark", "orcid", "email", "note", "web"):
                if current and printed([i for i in current if i.kind == "text"]).strip(EDGE):
                    current.append(item)
                    after_mark = True
                else:
                    self._attach(item, last)
        ended = [i for i in line if i.kind != "text" or i.text.strip()]
        self._comma = bool(ended) and (
            ended[-1].kind == "comma"
            or (ended[-1].kind == "text" and re.search(r"(?:[,;&]|\band|\bund)\s*$", ended[-1].text) is not None)
        )
        if current:
            self._name(current)

    def _words(
        self, item: Item, current: list[Item], last: int | None, after_mark: bool
    ) -> tuple[list[Item], int | None, bool]:
        """Add a text item to the name being read, ending names where it separates them."""
        for separator, part in parts(item):
            if separator and part is not None and self.alone and _family(current):
                current.append(part._replace(text=", " + part.text.lstrip()))
                continue
            if separator:
                last = self._name(current) if current else last
                current, after_mark = [], False
            if part is None:
                continue
            blank = not part.text.strip()
            if after_mark and not blank and self._starts_name(part.text):
                last = self._name(current) if current else last
                current = []
            current.append(part)
            after_mark = after_mark and blank
        return current, last, after_mark

    def _whole(self, current: list[Item]) -> bool:
        text = printed([i for i in current if i.kind == "text"]).strip(EDGE)
        return bool(text) and (any(i.kind == "mark" for i in current) or " " in text)

    def _starts_name(self, text: str) -> bool:
        word = plain(text).lstrip(EDGE)
        return (len(word) > 1 and word[0].isupper()) or (bool(word) and not word[0].isascii())

    def _name(self, entry: list[Item]) -> int | None:
        halves = both(entry)
        if halves is not None:
            self._name(halves[0])
            return self._name(halves[1])
        texts = [i for i in entry if i.kind == "text"]
        raw = plain("".join(i.text for i in texts))
        if ":" in raw and looks.team(raw.partition(":")[0]):
            raw = raw.partition(":")[2]
        raw = looks.spokesperson(raw)
        name = looks.untitled(_PREFIX.sub("", raw.strip(" \t,;:&·•|"))).strip(" ,;:*").lstrip(".-–— ")
        orcid = _ORCID.search(name)
        if not _transcribed(name):
            name = _ASIDE.sub("", name).strip() or name
        numbered = _TRAILING_MARK.search(name)
        if numbered:
            name = name[: numbered.start()].rstrip(" ,(")
        if looks.SUFFIX.match(name) and self.people:
            self.book.authors[self.people[-1]].name += " " + name
            return self._hang(entry, self.people[-1])
        if not any(c.isalpha() for c in name) or looks.degree(name) or name.lower() in ("and", "und"):
            return self._hang(entry, self.people[-1] if self.people else None)
        if _URL.match(name):
            return self._hang(entry, self.people[-1] if self.people else None)
        span = stretch(self.strip, texts)
        if looks.initials(name) and self._behind_family():
            latest = self.book.authors[self.people[-1]]
            latest.name += ", " + name
            latest.span = latest.span._replace(end_line=span.end_line, end_column=span.end_column)
            return self._hang(entry, self.people[-1])
        if self.people and looks.country(name):
            return self._hang(entry, self.people[-1])
        if looks.team(name):
            self.book.teams.append((name, span))
            return None
        index = self.book.author(name, span)
        if index is None:
            self.hidden = True
            return None
        self.people.append(index)
        if orcid:
            self.book.authors[index].orcid = orcid[1].upper()
        if numbered:
            self.book.authors[index].marks.append(numbered[1])
        return self._hang(entry, index)

    def _behind_family(self) -> bool:
        """Whether the latest name is a family name alone, which initials behind a comma belong to."""
        latest = self.book.authors[self.people[-1]] if self.people else None
        return latest is not None and not latest.marks and looks.family(latest.name)

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
            author.anchors += [k.strip() for k in _REFERENCE.sub(r"\1", item.text).split(",")]
        elif item.kind == "orcid":
            author.orcid = author.orcid or item.text
        elif item.kind == "email":
            found = self._addresses_in(item.start, item.end)
            if len(found) > 1 and len(self.people) > 1:
                self.book.loose.append(Loose(found, self.book.group, list(self.people)))
            else:
                author.mails += found
        elif item.kind == "note":
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


def _transcribed(name: str) -> bool:
    """Whether a name in another script has its transcription beside it in parentheses."""
    outside, _, inside = name.partition("(")
    return not any(c.isascii() and c.isalpha() for c in outside) and inside.endswith(")") and looks.name(inside[:-1])


def _family(row: list[Item]) -> bool:
    return looks.family(plain("".join(i.text for i in row if i.kind == "text")))
