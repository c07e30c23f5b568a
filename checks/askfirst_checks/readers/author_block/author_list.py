"""What every author list is built from: people, each affiliation once, and what was missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized

from askfirst_checks.light import Literal
from askfirst_checks.model import (
    BEYOND,
    MOST_AUTHORS,
    Address,
    Affiliation,
    Manuscript,
    Person,
    Problem,
    Span,
)
from askfirst_checks.names.normalise import plain
from askfirst_checks.readers.unplaced import with_passages
from askfirst_checks.words import Text

_ORCID = re.compile(r"(?<!\d)(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])(?!\d)")
_MAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_YES = frozenset({"1", "true", "yes", "y", "x", "on", "ja", "wahr", "corresponding"})

NO_AFFILIATION = Text("no affiliation was read for {name}", "für {name} wurde keine Affiliation gelesen")
NO_AUTHORS = Text(
    "an author list is here, and no author could be read from it",
    "hier steht eine Autorenliste, aus der niemand gelesen werden konnte",
)
UNTIED = Text(
    "{name} points to affiliation {mark}, which is not defined",
    "{name} verweist auf Affiliation {mark}, die nicht definiert ist",
)


class AuthorList:
    """Collects one document; affiliations that print alike are one."""

    def __init__(self, path: str, form: str) -> None:
        self.path = path
        self.form = form
        self.problems: list[Problem] = []
        self.notes: list[Affiliation] = []
        self.addresses: list[Address] = []
        self._people: list[Person] = []
        self._affiliations: list[Affiliation] = []
        self._places: dict[str, int] = {}
        self.is_full = False
        """more stands there than is read"""

    def affiliation(self, text: str, span: Span) -> int | None:
        """The index of that affiliation, new or known; None where nothing is printed."""
        text = " ".join(text.split()).strip(" ,;")
        key = plain(text)
        if not key or (key not in self._places and self._is_full(self._affiliations, span)):
            return None
        if key not in self._places:
            self._places[key] = len(self._affiliations)
            self._affiliations.append(Affiliation(text, span))
        return self._places[key]

    def person(
        self,
        name: str,
        span: Span,
        affiliations: Iterable[int | None] = (),
        addresses: Iterable[Address] = (),
        orcid: str | None = None,
        corresponding: bool = False,
    ) -> None:
        """Add an author; without an affiliation that is a problem of its own."""
        if self._is_full(self._people, span):
            return
        tied = tuple(dict.fromkeys(place for place in affiliations if place is not None))
        name = " ".join(name.split())
        self._people.append(Person(name, span, tied, tuple(addresses), orcid, corresponding))
        if not tied:
            self.problem("no-affiliation", NO_AFFILIATION.fill(name=name), span, name)

    def _is_full(self, entered: Sized, span: Span) -> bool:
        """Whether there are as many as are read; the first one beyond is reported."""
        if len(entered) < MOST_AUTHORS:
            return False
        if not self.is_full:
            self.is_full = True
            self.problem("bound", BEYOND, span)
        return True

    def problem(
        self,
        kind: Literal["no-affiliation", "no-authors", "untied", "markup", "bound"],
        says: Text,
        span: Span,
        subject: str = "",
    ) -> None:
        """Report *says* at *span*."""
        self.problems.append(Problem(kind, says, span, subject))

    @property
    def people(self) -> int:
        """How many authors there are so far."""
        return len(self._people)

    @property
    def names(self) -> list[str]:
        """The authors' names so far."""
        return [person.name for person in self._people]

    @property
    def authors(self) -> tuple[Person, ...]:
        """The authors so far."""
        return tuple(self._people)

    @property
    def without_affiliations(self) -> bool:
        """Whether no affiliation was read so far."""
        return not self._affiliations

    def identify(self, orcid: str | None) -> None:
        """The first author's ORCID iD, which stands apart."""
        self._people[0] = self._people[0]._replace(orcid=self._people[0].orcid or orcid)

    def become(self, other: AuthorList) -> None:
        """Take the authors and affiliations of *other* instead of those read so far; addresses and notes stay."""
        self._people, self._affiliations, self._places = other._people, other._affiliations, other._places
        self.problems = [p for p in self.problems if p.kind != "no-affiliation"] + other.problems
        self.notes = [*other.notes, *self.notes]
        self.addresses = [*self.addresses, *other.addresses]

    def share(self) -> None:
        """One affiliation that nothing ties to anybody is everybody's, where nobody has another."""
        if len(self._affiliations) == 1 and not any(person.affiliations for person in self._people):
            self._people = [person._replace(affiliations=(0,)) for person in self._people]
            self.problems = [problem for problem in self.problems if problem.kind != "no-affiliation"]

    def give(self, address: Address, place: int | None) -> None:
        """An e-mail address that stands apart from its author, who is number *place*, or unknown."""
        if place is None:
            self.addresses.append(address)
            return
        person = self._people[place]
        if address.text not in {known.text for known in person.addresses}:
            self._people[place] = person._replace(addresses=(*person.addresses, address))

    def only(self, place: int | None) -> int | None:
        """The number of the author with affiliation *place*, where there is just one."""
        those = [number for number, person in enumerate(self._people) if place in person.affiliations]
        return those[0] if len(those) == 1 else None

    def manuscript(
        self,
        text: str,
        listed: Span | None,
        title: str = "",
        abstract: str = "",
        keywords: tuple[str, ...] = (),
    ) -> Manuscript:
        """The document; *listed* is where its author list stands, None where it has none."""
        if listed is not None and not self._people:
            self.problem("no-authors", NO_AUTHORS, listed)
        owners: dict[int, list[int]] = {}
        for number, person in enumerate(self._people):
            for place in dict.fromkeys(person.affiliations):
                owners.setdefault(place, []).append(number)
        affiliations = tuple(
            affiliation._replace(owners=tuple(owners.get(place, ())))
            for place, affiliation in enumerate(self._affiliations)
        )
        read_so_far = Manuscript(
            self.path,
            self.form,
            has_author_block=listed is not None,
            author_block=self._people[0].span if self._people else listed,
            title=title,
            abstract=abstract,
            keywords=keywords,
            authors=tuple(self._people),
            affiliations=affiliations,
            notes=tuple(self.notes),
            addresses=tuple(dict.fromkeys(self.addresses)),
            problems=tuple(self.problems),
            sources={self.path: text},
        )
        return with_passages(read_so_far)


def orcid(text: str) -> str | None:
    """The bare iD in *text*, address or not."""
    match = _ORCID.search(text)
    return "-".join(match.groups()).upper() if match else None


def mail_places(text: str) -> list[tuple[int, int]]:
    """Where the e-mail addresses of *text* stand."""
    return [match.span() for match in _MAIL.finditer(text)]


def is_yes(text: str) -> bool:
    """Whether a cell or a value says yes, in English or German."""
    return text.strip().lower() in _YES
