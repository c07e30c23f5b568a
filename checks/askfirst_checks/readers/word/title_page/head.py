"""One head of a paper, line by line: names, and the places and addresses that follow them or bear their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.model import Address, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList, orcid
from askfirst_checks.readers.light_markup.author_lines import Crowd, Reading, address_words
from askfirst_checks.readers.light_markup.credentials import place_start
from askfirst_checks.readers.light_markup.emails import Mail, mails, owner
from askfirst_checks.readers.light_markup.marks import is_symbol
from askfirst_checks.readers.word.title_page.ordinals import by_ordinals, is_by_ordinals
from askfirst_checks.readers.word.title_page.persons import in_one_script
from askfirst_checks.readers.word.title_page.row_kinds import Said, said
from askfirst_checks.readers.word.title_page.rows import Row

_TOP = pattern(r"(?i)univ|hochschule|college|akadem|academy|универс|академ|دانشگاه|大学|대학|\bcorp|\bgmbh|\binc\b|\bltd")


class _Group:
    """People who were named together, and what stands beneath them."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self.places: list[list[Row]] = []
        self.mails: list[tuple[Mail, Row]] = []

    @property
    def is_bare(self) -> bool:
        """Whether nothing follows the names so far."""
        return not self.places and not self.mails


class Head:
    """Takes the lines of one head in order; `settle` gives its people to the author list."""

    def __init__(self, into: AuthorList) -> None:
        self._into = into
        self._path = into.path
        self.crowd = Crowd(into, lambda _: None)
        self._groups: list[_Group] = []
        self._noted: list[Reading] = []
        self._counted: list[Row] = []
        self._marked = False
        self._in_contact = False
        self.others: list[Row] = []
        """lines that nothing is known of, before and behind the first names"""
        self.late = 0
        """how many of them stand behind"""
        self.labelled = False
        """whether the page says that these are the authors"""

    @property
    def has_names(self) -> bool:
        """Whether anybody was named so far."""
        return bool(self.crowd.authors)

    @property
    def has_places(self) -> bool:
        """Whether a place or an e-mail followed the names."""
        return bool(self._noted or self._counted) or any(not group.is_bare for group in self._groups)

    @property
    def is_tied(self) -> bool:
        """Whether marks of the names stand before places, too."""
        marks = {mark for author in self.crowd.authors for mark in author.marks}
        return any(marks & set(note.marks) for reading in self._noted for note in reading.block.noted)

    def read(self, lines: Iterable[Row]) -> list[Row]:
        """Take *lines*; those behind which another head begins are given back."""
        todo = list(lines)
        for place, row in enumerate(todo):
            if self.has_names and is_by_ordinals(row.text):
                self._counted.append(row)
                continue
            row = row.unlisted() if not self._marked else row
            told = said(row.reading(self._path, numbered=self._marked).block, marked=self._marked)
            if told.kind == "other" and self.has_names and self.has_places and _names_follow(todo[place + 1 :], self._path):
                return todo[place:]
            self._take(row, told)
        return []

    def _take(self, row: Row, told: Said) -> None:
        if told.kind in ("label", "aside"):
            self._in_contact = told.labelled if told.kind == "label" else self._in_contact
            self._identify(row)
        elif told.kind == "noted":
            self._noted.append(row.reading(self._path, numbered=self._marked))
        elif self._in_contact and self.has_names and told.kind != "other":
            self._contact(row)
        elif told.kind in ("names", "both"):
            self._named(row, told)
        elif told.kind == "contact":
            self._contact(row)
        elif told.kind == "address" and not row.is_note:
            self._address(row, told)
        elif told.kind == "other" and not self._goes_on(row):
            self.others.append(row)
            self.late += self.has_names

    def _identify(self, row: Row) -> None:
        if self._groups and len(self._groups[-1].members) == 1 and (known := orcid(row.text)):
            author = self.crowd.authors[self._groups[-1].members[0]]
            author.orcid = author.orcid or known

    def _named(self, row: Row, told: Said) -> None:
        reading = row.reading(self._path)
        if not self._groups or not self._groups[-1].is_bare:
            self._groups.append(_Group())
        before = len(self.crowd.authors)
        self.crowd.names(reading, list(told.people))
        for author in self.crowd.authors[before:]:
            author.name = in_one_script(author.name)
        self._groups[-1].members += range(before, len(self.crowd.authors))
        self._marked |= any(mark.isalnum() for piece in told.people for mark in piece.marks)
        self.labelled |= told.labelled
        if told.kind == "both":
            self._mails(row)
            self._groups[-1].places.append([row.behind(told.start)])
            self._groups.append(_Group())
        elif reading.block.noted:
            self._noted.append(reading)

    def _contact(self, row: Row) -> None:
        spoken = self._in_contact or "orresp" in row.text
        if spoken or self._marked or not self._mails(row):
            self.crowd.contact(row.reading(self._path), 0, len(row.text), self._star(), spoken)

    def _star(self) -> tuple[str, ...]:
        """The sign that one author alone bears: of the one to write to."""
        signs = [mark for author in self.crowd.authors for mark in author.marks if is_symbol(mark)]
        return tuple(signs) if len(signs) == 1 else ()

    def _mails(self, row: Row) -> bool:
        found = mails(row.reading(self._path).block.full)
        if not (found and self._groups) or self._in_contact:
            return False
        self._last().mails += [(mail, row) for mail in found]
        return True

    def _last(self) -> _Group:
        """The group that what follows belongs to."""
        last = self._groups[-1]
        return self._groups[-2] if not last.members and len(self._groups) > 1 else last

    def _address(self, row: Row, told: Said) -> None:
        if not self._groups:
            self._groups.append(_Group())
        self._mails(row)
        places = self._last().places
        row = row.behind(told.start)
        if places and _joins(places[-1], row):
            places[-1].append(row)
        else:
            places.append([row])

    def _goes_on(self, row: Row) -> bool:
        """Whether *row*, of which nothing is known, is part of the address above it: a street, a building, a town."""
        group = self._last() if self._groups else None
        open_ = bool(group and group.members and group.places and len(row.text) < 60 and not group.mails)
        if group and open_ and _joins(group.places[-1], row) and not row.text.rstrip().endswith((".", "?", "!", ":")):
            group.places[-1].append(row)
            return True
        return False

    def settle(self) -> None:
        """Tie everything, and give the people to the author list."""
        if not any(group.members for group in self._groups):
            return
        for row in self._counted:
            self._by_ordinals(row)
        for reading in self._noted:
            self._note(reading)
        for group in self._groups:
            self._tie(group)
            self._give_mails(group)
        for person in self.crowd.settle():
            self._into.person(*person)

    def _by_ordinals(self, row: Row) -> None:
        for told in by_ordinals(row.text, len(self.crowd.authors)):
            part = row.behind(told.start)
            part = part._replace(text=part.text[: told.end - told.start].strip(" ;"))
            place = self._place([part.behind(place_start(part.text))])
            found = mails(part.text)
            for number in told.authors:
                author = self.crowd.authors[number]
                author.tied.append(place)
                if len(found) == len(told.authors):
                    mail = found[told.authors.index(number)]
                    author.mails.append(Address(mail.text, part.at(self._path)(mail.start, mail.end)))

    def _note(self, reading: Reading) -> None:
        marks = {mark for note in reading.block.noted for mark in note.marks}
        only = None if any(mark.isalnum() for mark in marks) else {m for a in self.crowd.authors for m in a.marks}
        self.crowd.noted(reading, only)

    def _tie(self, group: _Group) -> None:
        places = [self._place(rows) for rows in group.places]
        members = [self.crowd.authors[number] for number in group.members]
        if self._marked and self._noted:
            return
        if len(members) > 1 and len(places) > 1:
            for author, place in zip(members, places, strict=False) if len(members) == len(places) else ():
                author.tied.append(place)
            return
        for author in members:
            author.tied.extend(places)

    def _place(self, rows: Sequence[Row]) -> int | None:
        words = [text for row in rows if (text := address_words(row.text).strip(" ,;."))]
        first, last = rows[0].span(self._path), rows[-1].span(self._path)
        span = Span(self._path, first.line, first.column, last.end_line, last.end_column)
        place = self._into.affiliation(", ".join(words), span)
        if place is not None and place not in self.crowd.affiliations:
            self.crowd.affiliations.append(place)
        return place

    def _give_mails(self, group: _Group) -> None:
        names = [author.name for author in self.crowd.authors]
        each = len(group.mails) == len(group.members)
        for order, (mail, row) in enumerate(group.mails):
            address = Address(mail.text, row.at(self._path)(mail.start, mail.end))
            whose = owner(mail.text, names, row.text[: mail.start])
            if whose is None and (each or len(group.members) == 1):
                whose = group.members[order if each else 0]
            if whose is None:
                self._into.addresses.append(address)
            elif address.text not in {one.text for one in self.crowd.authors[whose].mails}:
                self.crowd.authors[whose].mails.append(address)


def _joins(rows: Sequence[Row], row: Row) -> bool:
    """Whether *row* goes on with the address *rows*: department, university and town on lines of their own."""
    above = " ".join(each.text for each in rows)
    if line_kinds.place(above) and line_kinds.institution(row.text):
        return False
    return not (_TOP.search(above) and _TOP.search(row.text))


def _names_follow(rows: Sequence[Row], path: str) -> bool:
    """Whether *rows* begin with a title, as of another language, and name somebody behind it."""
    for row in rows[:4]:
        kind = said(row.reading(path).block, marked=False).kind
        if kind in ("names", "both"):
            return True
        if kind not in ("other", "aside"):
            return False
    return False
