"""What every author list is built from: people, each affiliation once, and what was missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from askfirst_checks.light import Literal
from askfirst_checks.model import Address, Affiliation, Manuscript, Person, Problem, Span
from askfirst_checks.names.normalise import plain
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

    def affiliation(self, text: str, span: Span) -> int | None:
        """The index of that affiliation, new or known; None where nothing is printed."""
        text = " ".join(text.split()).strip(" ,;")
        key = plain(text)
        if not key:
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
        tied = tuple(dict.fromkeys(place for place in affiliations if place is not None))
        name = " ".join(name.split())
        self._people.append(Person(name, span, tied, tuple(addresses), orcid, corresponding))
        if not tied:
            self.problem("no-affiliation", NO_AFFILIATION.fill(name=name), span, name)

    def give(self, index: int, address: Address) -> None:
        """Add an address to the author of that index."""
        one = self._people[index]
        if address.text not in [known.text for known in one.addresses]:
            self._people[index] = one._replace(addresses=(*one.addresses, address))

    def correspond(self, index: int) -> None:
        """Mark the author of that index as corresponding."""
        self._people[index] = self._people[index]._replace(corresponding=True)

    def tie(self, index: int, place: int) -> None:
        """Give the author of that index one more affiliation."""
        one = self._people[index]
        self._people[index] = one._replace(affiliations=tuple(dict.fromkeys((*one.affiliations, place))))
        self.problems = [p for p in self.problems if p.kind != "no-affiliation" or p.span != one.span]

    def problem(
        self,
        kind: Literal["no-affiliation", "no-authors", "untied", "markup"],
        says: Text,
        span: Span,
        subject: str = "",
    ) -> None:
        """Report *says* at *span*."""
        self.problems.append(Problem(kind, says, span, subject))

    @property
    def authors(self) -> tuple[Person, ...]:
        """The authors so far."""
        return tuple(self._people)

    @property
    def people(self) -> int:
        """How many authors there are so far."""
        return len(self._people)

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
        affiliations = tuple(
            affiliation._replace(owners=tuple(i for i, one in enumerate(self._people) if place in one.affiliations))
            for place, affiliation in enumerate(self._affiliations)
        )
        return Manuscript(
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
            addresses=tuple(self.addresses),
            problems=tuple(self.problems),
            sources={self.path: text},
        )


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
