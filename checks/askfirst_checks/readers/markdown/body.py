"""The author block in the body of a Markdown paper, where its front matter has none.

It is read only where the document itself shows that it is a paper and these are its authors: names and addresses tied
by marks, or both labelled, before an abstract. A README, a note on somebody's paper or a list of developers is none.
"""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Person, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList, orcid
from askfirst_checks.readers.light_markup.author_lines import Author, Crowd, Reading
from askfirst_checks.readers.light_markup.block_parts import Block, Named, block
from askfirst_checks.readers.light_markup.emails import mails
from askfirst_checks.readers.light_markup.marks import is_symbol, raised
from askfirst_checks.readers.light_markup.name_strings import is_address, is_contact, is_person, several
from askfirst_checks.readers.light_markup.spans import Places
from askfirst_checks.readers.light_markup.text import words
from askfirst_checks.readers.markdown.sections import Head, Section, head, lines
from askfirst_checks.readers.yaml.author_strings import take

_SOFTWARE = pattern(
    r"^#{1,6}[ \t].{0,20}\b(?:install(?:ation|ing)?|usage|getting started|quick[ -]?start|contributing|"
    r"change ?log|bibtex|how to cite|training|pre-?trained models?|repository structure|folder structure|"
    r"features|licen[sc]e|roadmap)\b",
    10,
)
_LINE = pattern(r"[^\n;]+")
_PLACEHOLDER = pattern(
    r"^\W*(?:\[.*\]|<.*>|\{.*\}|tb[ad]|todo|placeholder\b.*|n/?a|anonymous.*|blinded.*|\.{2,}|…)\W*$", 2
)
_CAPITAL = pattern(
    r"\W*(?:[^\W\d_a-zäöüß]|\d|[^\w\s]|$)|(?:of|for|and|the|in|at|de|du|des|del|der|die|und|für|la|le|da|do|di|e|y|et|an)$"
)
_ASIDE = pattern(r"(?:\w+ \d{1,2},? \d{4}|\d{1,2}\.? \w+ \d{4}|\d{4}-\d\d-\d\d|date|version|orcid|draft|preprint)\b", 2)
_COUNTED = pattern(r"\(?\[?\d{1,2}[.)\]]\s")
_MAILS = pattern(r"(?:\{[^{}]{1,200}\}|[^\s@,;|<>{}()]{1,80})@[^\s@,;|<>{}()]{1,120}")
_BETWEEN_MAILS = " \t\n,;|·<>(){}."
_BESIDE = pattern(r"\s*[,;·•|–—][\s*_]+|[\s*_]+\(")
_AND = pattern(r",|&|\s(?:and|und|et|y)\s")
_SHORT = 250
_MOST_LINES = 40


class Found(NamedTuple):
    """What the body says."""

    list: AuthorList
    span: Span
    title: str


def find(text: str, start: int, path: str, given: tuple[Person, ...] = (), paper: bool = False) -> Found | None:
    """The author block of *text*, whose body begins at *start*; *given* are authors of the front matter.

    *paper*: it is one by its front matter.
    """
    seen = head(text, start)
    explicit = any(section.explicit for section in seen.sections)
    software = not (paper and seen.surely) and _SOFTWARE.search(text, start)
    if not explicit and (not (seen.paper or paper) or seen.reported or software):
        return None
    body = _Body(seen, path, given)
    body.read()
    return body.found()


class _Body:
    def __init__(self, seen: Head, path: str, given: tuple[Person, ...]) -> None:
        self._head = seen
        self._places = Places(path, seen.text)
        self._into = AuthorList(path, "markdown")
        self._crowd = Crowd(self._into, lambda _: None)
        self._given = given
        self._listed: Span | None = None
        self._names = False
        self._blank = False
        self._pictured = False
        """Whether the names are there, and not as words"""

    def read(self) -> None:
        """Names first, wherever they stand, then what stands behind their marks."""
        sections = self._head.sections
        mine = self._name_section()
        if (mine is None or self._starred(mine)) and self._stacked():
            return
        for section in sections:
            if section is mine:
                self._first(section)
            elif section.kind == "affiliations" and section.labelled:
                self._addresses(section)
            elif section.kind == "contact":
                reading = self._reading(section)
                self._crowd.contact(reading, 0, len(reading.block.full), _first_marks(reading.block), True)
            elif section.kind == "free":
                self._free(section, mine)

    def _starred(self, section: Section) -> bool:
        """Whether a free line of names bears no mark but symbols, as of the corresponding author."""
        marks = [mark for piece in several(self._reading(section).block) for mark in piece.marks]
        return section.kind == "free" and bool(marks) and all(map(is_symbol, marks))

    def _stacked(self) -> bool:
        """Names and addresses on lines of their own under the title, nothing else: ``Ada Feld``."""
        rows = [line for section in self._head.sections for line in self._lines(section)]
        readings = [self._reading(line) for line in rows[:_MOST_LINES]]
        kinds = [_line_kind(reading.block) for reading in readings]
        if self._given or not self._head.surely or not _is_stack(kinds):
            return False
        self._take(readings, kinds)
        self._listed = self._places.span(rows[0].start, rows[0].end)
        return True

    def _take(self, readings: list[Reading], kinds: list[str]) -> None:
        new: list[int] = []
        for reading, kind in zip(readings, kinds, strict=True):
            if kind == "both":
                self._both(reading)
                new = []
            elif kind != "aside":
                new = take(reading, self._crowd, new)

    def _both(self, reading: Reading) -> None:
        """Names and their institution in one line."""
        parts = reading.block
        stop, start = _apart(parts) or (0, 0)
        known = len(self._crowd.authors)
        self._crowd.names(reading, several(parts._replace(zone=(0, stop))))
        place = self._crowd.address(reading, start, len(parts.full))
        for author in self._crowd.authors[known:]:
            author.tied.append(place)

    def _lines(self, section: Section) -> list[Section]:
        text = self._head.text
        if section.kind != "free":
            return [section] if section.kind == "other" else []
        ends = [(first, min(last, section.end)) for first, last in lines(text[: section.end], section.start)]
        return [section._replace(start=first, end=last) for first, last in ends if text[first:last].strip()]

    def _reading(self, section: Section, numbered: bool = False) -> Reading:
        text = self._head.text[section.start : section.end]
        return Reading(block(text, numbered=numbered), self._places.at(section.start))

    def _name_section(self) -> Section | None:
        for section in self._head.sections:
            if section.kind == "authors":
                return section
        free = [section for section in self._head.sections if section.kind == "free"]
        return next((section for section in free[:6] if self._is_names(section)), None)

    def _is_names(self, section: Section) -> bool:
        """Whether a free paragraph is names with marks, and nothing else."""
        parts = self._reading(section).block
        pieces = several(parts)
        people = [piece for piece in pieces if is_person(piece.name)]
        return (
            any(piece.marks for piece in people) and 3 * len(people) >= 2 * len(pieces) and self._proper(pieces, people)
        )

    def _proper(self, pieces: list[Named], people: list[Named]) -> bool:
        """Whether what is no name among them is left out deliberately (``..., others, ...``)."""
        return len(people) == len(pieces) or (len(people) > 2 and all(piece.marks for piece in people))

    def _first(self, section: Section) -> None:
        reading = self._reading(section)
        self._listed = self._places.span(section.start, section.end)
        said = reading.block.said(0, len(reading.block.full))
        self._blank = bool(said and _PLACEHOLDER.match(said))
        self._pictured = not said or bool(raised(reading.block.text))
        pieces = [] if self._blank else several(reading.block)
        named = [piece for piece in pieces if _names_somebody(piece)]
        if 2 * len(named) >= len(pieces):
            self._crowd.names(reading, named)
        self._crowd.noted(reading)

    def _addresses(self, section: Section) -> None:
        reading = self._reading(section, numbered=True)
        parts = reading.block
        for match in _LINE.finditer(parts.full, *parts.zone):
            said = words(match[0])
            if said and not is_contact(said) and not _PLACEHOLDER.match(said):
                self._crowd.address(reading, *match.span())
        self._crowd.noted(reading)

    def _free(self, section: Section, mine: Section | None) -> None:
        """Addresses behind marks, or a line about correspondence; nothing else of free text counts."""
        if mine is None:
            return
        reading = self._reading(section)
        said = reading.block.said(*reading.block.zone)
        if said and _COUNTED.match(said):
            reading = self._reading(section, numbered=True)
            said = reading.block.said(*reading.block.zone)
            if not all(line_kinds.affiliation(reading.block.said(*note[1:])) for note in reading.block.noted):
                return
        if not said:
            self._crowd.noted(reading)
        elif len(said) < _SHORT and (is_contact(said) or not _MAILS.sub("", said).strip(_BETWEEN_MAILS)):
            self._crowd.contact(reading, *reading.block.zone)
            self._crowd.noted(reading)

    def found(self) -> Found | None:
        """The block, where it is one: authors with addresses, or a place that promises them."""
        authors = self._crowd.authors
        explicit = any(section.explicit for section in self._head.sections)
        if not authors:
            self._take_given()
        if self._listed is None or not self._has_block(authors, explicit):
            return None
        for person in self._crowd.settle():
            self._into.person(*person)
        self._single()
        return Found(self._into, self._listed, words(self._head.title))

    def _has_block(self, authors: list[Author], explicit: bool) -> bool:
        """Whether something ties *authors* to their addresses, or promises them."""
        marked = any(mark.isalnum() for author in authors for mark in author.marks)
        if self._blank or not (self._crowd.affiliations or marked or explicit):
            return False
        return bool(authors) or explicit or self._has_pictured_names()

    def _take_given(self) -> None:
        """Addresses without names belong to the authors of the front matter."""
        if self._given and self._crowd.affiliations:
            self._crowd.given(self._given)
            self._listed = self._given[0].span

    def _has_pictured_names(self) -> bool:
        """Whether addresses are there, and names that are not words."""
        return bool(self._crowd.affiliations) and self._pictured

    def _single(self) -> None:
        """An ORCID iD on a line of its own is the only author's."""
        for section in self._head.sections:
            if section.kind == "orcid" and len(self._into.names) == 1:
                self._into.identify(orcid(self._head.text[section.start : section.end]))


def _is_stack(kinds: list[str]) -> bool:
    """Whether lines of these kinds are names with addresses below, and nothing else."""
    if not kinds or kinds[0] not in ("names", "both"):
        return False
    return "" not in kinds and bool({"address", "both"} & {*kinds})


def _line_kind(parts: Block) -> str:
    """What one line of a stacked block is; empty where it is anything else, as prose is."""
    said = parts.said(0, len(parts.full))
    if parts.noted:
        return "contact" if _is_symbol_for_contact(parts) else ""
    if not said:
        return ""
    if _apart(parts) is not None:
        return "both"
    if not said.endswith(".") and _is_all_people(several(parts)):
        return "names"
    if len(said) < _SHORT and _is_capital_address(said):
        return "address"
    return _remark_kind(said, parts.full)


def _remark_kind(said: str, full: str) -> str:
    """What a line without names and addresses is: correspondence, a date or the like; else empty."""
    if is_contact(said) or mails(full):
        return "contact"
    return "aside" if _ASIDE.match(said) else ""


def _is_symbol_for_contact(parts: Block) -> bool:
    """Whether the first note explains symbols alone, as a line about correspondence does."""
    return all(map(is_symbol, _first_marks(parts))) and is_contact(parts.said(*parts.noted[0][1:]))


def _is_all_people(pieces: list[Named]) -> bool:
    return bool(pieces) and all(is_person(piece.name) for piece in pieces)


def _is_capital_address(said: str) -> bool:
    """Whether every word of an address begins as in a name of an institution; a sentence about one does not."""
    return is_address(said) and all(_CAPITAL.match(word) for word in said.split())


def _apart(parts: Block) -> tuple[int, int] | None:
    """Where the names of a line end and their institution begins: ``Ada Feld, Institute of Waves``."""
    if len(parts.full) > 2 * _SHORT or parts.noted:
        return None
    for match in _BESIDE.finditer(parts.full):
        names = [name for name in _AND.split(parts.said(0, match.start())) if name.strip()]
        said = parts.said(match.end(), len(parts.full)).strip(" )|")
        if _is_all_full_names(names) and _is_capital_address(said):
            return match.span()
    return None


def _is_all_full_names(names: list[str]) -> bool:
    """Whether *names* are given and family names, none of them an institution's."""
    if not names or any(line_kinds.institution(name) for name in names):
        return False
    return all(map(line_kinds.full_name, names))


def _names_somebody(piece: Named) -> bool:
    return (
        line_kinds.name(line_kinds.untitled(piece.name))
        and not line_kinds.nobody(piece.name)
        and not is_address(piece.name)
    )


def _first_marks(parts: Block) -> tuple[str, ...]:
    return parts.noted[0].marks if parts.noted else ()
