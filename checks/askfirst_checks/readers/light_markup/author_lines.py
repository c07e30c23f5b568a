"""Authors whose names, marks and addresses are printed as text: what a block says becomes an author list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Person, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import UNTIED, AuthorList, orcid
from askfirst_checks.readers.light_markup.block_parts import CAP, Aside, Block, Named, Noted
from askfirst_checks.readers.light_markup.emails import Mail, mails, owner
from askfirst_checks.readers.light_markup.marks import is_symbol
from askfirst_checks.readers.light_markup.name_strings import is_contact, person
from askfirst_checks.readers.light_markup.text import GONE, masked, words

At = Callable[[int, int], Span]
Marks = tuple[str, ...]

_MAIL_LABEL = pattern(
    rf"[\s;,.({GONE}*|–-]*(?:\b(?:e-?mails?|electronic mail|contact|correspond\w*)\b[^\n@]{{0,40}})?$", 2
)
_ID = pattern(rf"\s*\([{GONE}]*(?:ROR|GRID|ISNI)\b[^()\n]{{0,100}}\)|[\s;,.(]*\bORCID(?:\s?iDs?)?\b", 2)
_LINE_BLOCK = pattern(r"(?:^|\n)[ \t]*\|[ \t]+|[ \t]+\|[ \t]+")
_PRESENT = pattern(r"^.{0,40}?(?:address|affiliation|\bat|jetzt|derzeit)\b\s*:?\s*", 2)
_LONG = 400
_MOST_MAILS = 200
_EDGES = f" \t\n{GONE},;.:|*_"


class Reading(NamedTuple):
    """A block, and how its places become spans of the source."""

    block: Block
    at: At


class Author:
    """One of them, while the block is read."""

    def __init__(self, name: str, span: Span, marks: Marks) -> None:
        self.name = name
        self.span = span
        self.marks = marks
        self.tied: list[int | None] = []
        self.mails: list[Address] = []
        self.orcid: str | None = None
        self.corresponding = False

    def person(self) -> Person:
        """As it is handed over."""
        tied = tuple(dict.fromkeys(place for place in self.tied if place is not None))
        return Person(self.name, self.span, tied, tuple(self.mails), self.orcid, self.corresponding)


class Crowd:
    """The people of one document whose author block is text."""

    def __init__(self, into: AuthorList, find: Callable[[str], list[int | None] | None]) -> None:
        self._into = into
        self._find = find
        self._known: dict[str, int | None] = {}
        self._remarks: set[str] = set()
        self._silent: set[str] = set()
        self._loose: list[tuple[Address, str, Marks, bool]] = []
        self.authors: list[Author] = []
        self.affiliations: list[int] = []
        """those printed here, in order"""

    def names(self, reading: Reading, pieces: list[Named]) -> None:
        """Add the people of *pieces*; what stands in brackets behind a name goes with it."""
        for piece in pieces:
            name = person(piece.name)
            if not name:
                continue
            author = Author(name, reading.at(piece.start, piece.end), piece.marks)
            self.authors.append(author)
            for aside in piece.asides:
                self._aside(reading, author, aside)

    def given(self, people: Iterable[Person]) -> None:
        """Authors that are known already, to whom affiliations are to be tied."""
        for one in people:
            author = Author(one.name, one.span, ())
            author.mails.extend(one.addresses)
            author.orcid, author.corresponding = one.orcid, one.corresponding
            self.authors.append(author)

    def _aside(self, reading: Reading, author: Author, aside: Aside) -> None:
        start, end, note = aside
        found = mails(reading.block.full, start, end)
        author.mails.extend(Address(mail.text, reading.at(mail.start, mail.end)) for mail in found)
        said = reading.block.said(start, end)
        author.orcid = author.orcid or orcid(said)
        if is_contact(said):
            author.corresponding |= "corresp" in said.lower()
        elif line_kinds.institution(said) or (note and not found):
            author.tied.append(self.address(reading, start, end))
        elif not note and not found and line_kinds.name(said):
            author.name = f"{author.name} ({said})"

    def noted(self, reading: Reading, wanted: set[str] | None = None) -> None:
        """Add what stands behind the marks of a block; only behind *wanted* marks, where they are given."""
        for note in reading.block.noted:
            if wanted is not None and not (wanted & set(note.marks) and self._fits(reading, note)):
                continue
            self._note(reading, note.marks, note.start, note.end)

    def _fits(self, reading: Reading, note: Noted) -> bool:
        """Whether what stands somewhere else, behind a mark of ours, is an address rather than a sentence."""
        said = reading.block.said(note.start, note.end)
        return len(said) < _LONG and (line_kinds.affiliation(said) or is_contact(said) or "@" in said)

    def _note(self, reading: Reading, marks: Marks, start: int, end: int) -> None:
        text = reading.block.full
        said = words(text[start:end])
        found = mails(text, start, end)
        bare = said
        for mail in found:
            bare = bare.replace(mail.text, "")
        if line_kinds.present(said) and not line_kinds.remark(said):
            self._present(reading, said, start, end)
            self._silent.update(marks)
        elif line_kinds.remark(said) or self._names_somebody(bare) or (found and not line_kinds.affiliation(bare)):
            self.contact(reading, start, end, marks)
        else:
            place = self.address(reading, start, end, marks)
            for mark in marks:
                self._known.setdefault(mark, place)

    def _names_somebody(self, said: str) -> bool:
        return any(author.name in said for author in self.authors) and not line_kinds.institution(said)

    def _present(self, reading: Reading, said: str, start: int, end: int) -> None:
        rest = _PRESENT.sub("", said)
        self._into.notes.append(Affiliation(rest or said, reading.at(start, end), "present-address"))

    def address(self, reading: Reading, start: int, end: int, marks: Marks = ()) -> int | None:
        """Add an affiliation that stands between two places, its e-mail addresses apart."""
        text = reading.block.full
        found = mails(text, start, end)
        for mail in found:
            self._loosely(reading, mail, words(text[start : mail.start]), marks)
        start, end = _without_mails(text, start, end)
        place = self._into.affiliation(words(text[start:end]), reading.at(start, end))
        if place is not None and place not in self.affiliations:
            self.affiliations.append(place)
        return place

    def contact(self, reading: Reading, start: int, end: int, marks: Marks = (), corresponding: bool = False) -> None:
        """Add the e-mail addresses of a line about correspondence."""
        text = reading.block.full
        said = words(text[start:end]).lower()
        self._silent.update(marks)
        if line_kinds.remark(said) and "equal" not in said:
            self._remarks.update(marks)
        before = start
        for mail in mails(text, start, end):
            self._loosely(reading, mail, words(text[before : mail.start]), marks, corresponding)
            before = mail.end
        for author in self.authors if corresponding else ():
            author.corresponding |= author.name in words(text[start:end])

    def _loosely(self, reading: Reading, mail: Mail, before: str, marks: Marks, corresponding: bool = False) -> None:
        self._loose.append((Address(mail.text, reading.at(mail.start, mail.end)), before, marks, corresponding))

    def marks(self) -> set[str]:
        """The marks of names that point to nothing yet."""
        return {mark for author in self.authors for mark in author.marks if self._ties(mark) is None}

    def settle(self) -> list[Person]:
        """The people with everything tied; `AuthorList.person` takes each."""
        self._everybody()
        self._mails()
        for author in self.authors:
            for mark in author.marks:
                self._tie(author, mark)
        return [author.person() for author in self.authors]

    def _everybody(self) -> None:
        """One affiliation without a mark is everybody's, where nobody has a mark."""
        marked = any(not is_symbol(mark) for author in self.authors for mark in author.marks)
        tied = any(author.tied for author in self.authors)
        if len(self.affiliations) == 1 and not (self._known or marked or tied):
            for author in self.authors:
                author.tied = [*self.affiliations]

    def _ties(self, mark: str) -> list[int | None] | None:
        if mark in self._known:
            return [self._known[mark]]
        found = self._find(mark)
        if found is None and mark.isdigit() and len(mark) > 1:
            each = [self._known.get(digit) if digit in self._known else None for digit in mark]
            return each if all(digit in self._known for digit in mark) else None
        return found

    def _tie(self, author: Author, mark: str) -> None:
        found = self._ties(mark)
        if found is not None:
            author.tied.extend(found)
        elif is_symbol(mark) or mark in self._silent:
            author.corresponding |= mark in self._remarks
        else:
            self._into.problem("untied", UNTIED.fill(name=author.name, mark=mark), author.span, author.name)

    def _mails(self) -> None:
        names = [author.name for author in self.authors]
        for address, before, marks, corresponding in self._loose[:_MOST_MAILS]:
            at = owner(address.text, names, before)
            if at is None and marks:
                at = self._only_marked(marks)
            if at is None:
                self._into.addresses.append(address)
                continue
            self.authors[at].corresponding |= corresponding
            if address.text not in {one.text for one in self.authors[at].mails}:
                self.authors[at].mails.append(address)
        self._into.addresses.extend(address for address, _, _, _ in self._loose[_MOST_MAILS:])

    def _only_marked(self, marks: Marks) -> int | None:
        """The author who alone bears one of *marks*."""
        marked = [i for i, author in enumerate(self.authors) if set(marks) & set(author.marks)]
        return marked[0] if len(marked) == 1 else None


def _without_mails(text: str, start: int, end: int) -> tuple[int, int]:
    if found := mails(text, start, end):
        label = _MAIL_LABEL.search(text, start, found[0].start)
        end = label.start() if label else found[0].start
    if number := _ID.search(text, start, end):
        end = number.start()
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    for opening, closing in ("()", "{}"):
        if (
            end > start
            and text[end - 1] == closing
            and text.count(opening, start, end) < text.count(closing, start, end)
        ):
            end -= 1
    return start, end


def address_words(text: str) -> str:
    """The printed words of one address given as a string; its e-mail addresses and what stands before them apart."""
    text = masked(_LINE_BLOCK.sub(", ", text[:CAP]))
    return words(text[slice(*_without_mails(text, 0, len(text)))])
