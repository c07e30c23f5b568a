"""One head of a paper, line by line: names, and the places and addresses that follow them or bear their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.model import Address, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import AuthorList, orcid
from askfirst_checks.readers.light_markup.author_lines import Crowd, Reading, address_words
from askfirst_checks.readers.light_markup.credentials import place_start
from askfirst_checks.readers.light_markup.emails import mails, owner
from askfirst_checks.readers.light_markup.marks import is_symbol
from askfirst_checks.readers.light_markup.name_strings import person, several
from askfirst_checks.readers.word.title_page.groups import Group
from askfirst_checks.readers.word.title_page.ordinals import by_ordinals, is_by_ordinals
from askfirst_checks.readers.word.title_page.persons import in_one_script, is_latin, is_shouted
from askfirst_checks.readers.word.title_page.row_kinds import Said, judged
from askfirst_checks.readers.word.title_page.rows import Row
from askfirst_checks.readers.word.title_page.sentences import Told, is_with

_LETTERED = pattern(r"([a-z])[.)]?\s+(?=[^\W\d_a-z])|[(（](\d{1,2})\s?[.)．、]?\s?(?=[^\W\d_])")
"""a mark that nobody raised: ``a University of Waves``, ``(1. Institute``"""
_MOST_LATE = 30
"""lines behind the names of which nothing is known, behind which no head goes on"""
_MOST_OTHERS = 60
_ALONE = pattern(r"\^?(\d{1,2}|[a-z])\^?[.):]?")
"""a mark in a cell or a line of its own, before its place"""


class Head:
    """Takes the lines of one head in order; `settle` gives its people to the author list."""

    def __init__(self, into: AuthorList) -> None:
        self._into = into
        self._path = into.path
        self.crowd = Crowd(into, lambda _: None)
        self._groups: list[Group] = []
        self._noted: list[Reading] = []
        self._counted: list[Row] = []
        self._spoken: list[tuple[Row, Told]] = []
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
        return bool(self._noted or self._counted or self._spoken) or any(not group.is_bare for group in self._groups)

    def repeats(self) -> bool:
        """Whether its names are those of the first head in another script: they have the same places, then."""
        first, mine = self._into.authors, self.crowd.authors
        if (
            len(first) != len(mine)
            or self.late
            or any(is_latin(a.name) == is_latin(b.name) for a, b in zip(first, mine, strict=True))
        ):
            return False
        for one, author in zip(first, mine, strict=True):
            author.tied.extend(one.affiliations)
        return True

    @property
    def has_addresses(self) -> bool:
        """Whether a place followed the names."""
        return bool(self._noted or self._counted or self._spoken) or any(group.places for group in self._groups)

    @property
    def is_tied(self) -> bool:
        """Whether marks of the names stand before places, too."""
        marks = {mark for author in self.crowd.authors for mark in author.marks}
        return any(marks & set(note.marks) for reading in self._noted for note in reading.block.noted)

    def read(self, lines: Iterable[Row]) -> list[Row]:
        """Take *lines*; those behind which another head begins are given back."""
        todo = list(lines)
        lone = ""
        for place, row in enumerate(todo):
            if self._marked and _ALONE.fullmatch(row.text):
                lone = row.text.strip("^.):")
                continue
            row, lone = self._with_mark(row, lone), ""
            if self.has_names and (spoken := is_with(row.text, [author.name for author in self.crowd.authors])):
                self._spoken.append((row, spoken))
                continue
            if self.has_names and is_by_ordinals(row.text):
                self._counted.append(row)
                continue
            row = row.unlisted() if not self._marked else row
            told = judged(row.text, marked=self._marked)
            if self.late > _MOST_LATE or len(self.others) > _MOST_OTHERS:
                return []
            if told.kind == "other" and is_shouted(row.text) and self._is_place(todo[place + 1 : place + 2]):
                told = Said("names", tuple(several(row.reading(self._path).block)))
            if self.has_names and self._ends(row, told, todo[place + 1 :]):
                return todo[place:]
            self._take(row, told)
        return []

    def _with_mark(self, row: Row, lone: str) -> Row:
        """*row* with the mark raised that stands before it as a letter, or on the line above."""
        if row.text.startswith("^"):
            return row
        if not lone and self._marked and (found := _LETTERED.match(row.text)):
            known = {mark for author in self.crowd.authors for mark in author.marks}
            if (mark := found[1] or found[2]) in known:
                row, lone = row.behind(found.end()), mark
        return row._replace(text=f"^{lone}^ {row.text}", column=row.column - len(lone) - 3) if lone else row

    def _is_place(self, rows: Sequence[Row]) -> bool:
        return any(judged(row.text, marked=False).kind in ("address", "contact") for row in rows)

    def _ends(self, row: Row, told: Said, below: Sequence[Row]) -> bool:
        """Whether another head begins with *row*: a title or names in another language, with names *below*."""
        if not self.has_places or told.kind in ("aside", "label", "noted", "contact"):
            return False
        if is_latin(row.text) == is_latin(self.crowd.authors[0].name):
            return told.kind == "other" and _names_follow(below)
        return told.kind in ("names", "both") or _names_follow(below)

    def _take(self, row: Row, told: Said) -> None:
        if told.kind in ("label", "aside"):
            self._in_contact = told.labelled if told.kind == "label" else self._in_contact
            self._identify(row)
        elif told.kind == "noted":
            self._noted.append(row.reading(self._path, numbered=self._marked))
        elif self._in_contact and self.has_names and told.kind != "other":
            self._contact(row)
        elif told.kind in ("names", "both") and self._knows(told):
            self._in_contact = True  # whom to write to, whose name stands on the page already
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

    def _knows(self, told: Said) -> bool:
        """Whether a name without a mark behind the places is one of those above: ``Dr Ada B. Feld``."""
        if not self.has_places or len(told.people) != 1 or told.people[0].marks:
            return False
        words = person(told.people[0].name).casefold().split()
        known = (author.name.casefold().split() for author in self.crowd.authors)
        return any(one[-1] == words[-1] and one[0][0] == words[0][0] for one in known if words)

    def _identify(self, row: Row) -> None:
        if self._groups and len(self._groups[-1].members) == 1 and (known := orcid(row.text)):
            author = self.crowd.authors[self._groups[-1].members[0]]
            author.orcid = author.orcid or known

    def _named(self, row: Row, told: Said) -> None:
        reading = row.reading(self._path)
        if not self._groups or not self._groups[-1].is_bare:
            self._groups.append(Group())
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
            self._groups.append(Group())
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

    def _last(self) -> Group:
        """The group that what follows belongs to."""
        last = self._groups[-1]
        return self._groups[-2] if not last.members and len(self._groups) > 1 else last

    def _address(self, row: Row, told: Said) -> None:
        if not self._groups:
            return  # a journal's or a school's line above the names, or a title that speaks of a university
        self._mails(row)
        self._last().add(row.behind(told.start))

    def _goes_on(self, row: Row) -> bool:
        """Whether *row*, of which nothing is known, is part of the address above it: a street, a building, a town."""
        return bool(self._groups) and self._last().goes_on(row)

    def settle(self) -> None:
        """Tie everything, and give the people to the author list."""
        if not any(group.members for group in self._groups):
            return
        for row in self._counted:
            self._by_ordinals(row)
        for row, told in self._spoken:
            self._by_sentence(row, told)
        for reading in self._noted:
            self._note(reading)
        for group in self._groups:
            self._tie(group)
            self._give_mails(group)
        for one in self.crowd.settle():
            self._into.person(*one)

    def _by_ordinals(self, row: Row) -> None:
        for told in by_ordinals(row.text, len(self.crowd.authors)):
            part = row.behind(told.start)
            part = part._replace(text=part.text[: told.end - told.start].strip(" ;"))
            place = self._place([part.behind(place_start(part.text))])
            for number in told.authors:
                self.crowd.authors[number].tied.append(place)
        self._mails_of(row)

    def _by_sentence(self, row: Row, told: Told) -> None:
        part = row.behind(told.start)
        place = self._place([part._replace(text=part.text[: told.end - told.start])])
        for number in told.authors:
            self.crowd.authors[number].tied.append(place)
        self._mails_of(row)

    def _mails_of(self, row: Row) -> None:
        self.crowd.contact(row.reading(self._path), 0, len(row.text), self._star(), False)

    def _note(self, reading: Reading) -> None:
        marks = {mark for note in reading.block.noted for mark in note.marks}
        only = None if any(mark.isalnum() for mark in marks) else {m for a in self.crowd.authors for m in a.marks}
        self.crowd.noted(reading, only)

    def _tie(self, group: Group) -> None:
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

    def _give_mails(self, group: Group) -> None:
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


def _names_follow(rows: Sequence[Row]) -> bool:
    """Whether *rows* begin with a title, as of another language, and name somebody behind it."""
    for row in rows[:4]:
        kind = judged(row.text, marked=False).kind
        if kind in ("names", "both"):
            return True
        if kind not in ("other", "aside", "address"):
            return False
    return False
