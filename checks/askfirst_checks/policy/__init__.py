"""What is asked and why: measures as data, each with its legal act, source and dates, and the loader for them.

A clean manuscript reads three small text files of this package (`countries.tsv`, `lists.tsv`, `snapshot.txt`) and no
TOML.
"""

from __future__ import annotations

import os

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import ListDate
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.added import Added
    from askfirst_checks.policy.jurisdiction import Jurisdiction, Regime
    from askfirst_checks.policy.measures import Measure
    from askfirst_checks.policy.profile import Profile
    from askfirst_checks.strict import Table

__all__ = ["BrokenData", "Country", "Listing", "Policy", "Profile", "load"]

DATA = os.path.join(os.path.dirname(__file__), "data")


_NOT_THERE = Text("this data file cannot be read", "diese Datendatei ist nicht lesbar")


class Country(NamedTuple):
    """A country that some measure names."""

    code: str
    """ISO 3166-1 alpha-2"""
    inside: Text
    """``in the DPRK``, ``in der DVRK``"""
    measures: tuple[str, ...]
    """ids, in the order of the index"""


class Listing(NamedTuple):
    """One row of ``listings.tsv``: an institution on a list."""

    institution: str
    measure: str
    listed_on: str
    """ISO date, or empty where the list gives none"""
    as_of: str
    """ISO date of the list, or of the version that was read"""
    confidence: str
    role: str
    """of an entry of an assessment list: ``military`` where it itself names a military, security or weapons body,
    ``programme`` where it names a funding programme"""
    reference: str
    name: str
    """as the list prints it"""
    source: str


class Policy:
    """The measures of one jurisdiction. Everything is read when it is first needed, and once."""

    def __init__(self, jurisdiction: str = "de", folder: str = DATA, added: Added | None = None) -> None:
        self.added = added
        self.jurisdiction = jurisdiction
        self.folder = folder
        self._countries: dict[str, Country] | None = None
        self._listings: dict[str, tuple[Listing, ...]] | None = None
        self._measures: dict[str, Measure] = {}
        self._in_force: dict[tuple[str, str, str], list[Measure]] = {}
        self._profile: Jurisdiction | None = None
        self._lists_of = ""
        self._dates: tuple[ListDate, ...] | None = None
        self._free_mail: frozenset[str] | None = None
        self._funders: tuple[tuple[str, str], ...] | None = None

    @property
    def lists_of(self) -> str:
        """ISO date on which the lists and measures were last read against their sources."""
        if not self._lists_of:
            self._lists_of = self.read("snapshot.txt").strip()
        return self._lists_of

    @property
    def dates(self) -> tuple[ListDate, ...]:
        """The lists of institutions that a law gives effect in the EU, oldest first."""
        if self._dates is None:
            self._dates = tuple(sorted((each for each in self.lists if each.kind == "legal"), key=lambda d: d.as_of))
        return self._dates

    @property
    def lists(self) -> tuple[ListDate, ...]:
        """Every list of institutions, with its own date."""
        dates = self.added.dates if self.added else {}
        rows = self.rows("lists.tsv", 5)
        shipped = tuple(ListDate(r[0], max(r[1], dates.get(r[0], "")), Text(r[3], r[4]), r[2]) for r in rows)
        names = self.added.lists if self.added else {}
        return (*shipped, *(ListDate(key, dates[key], Text(*names[key]), "assessment") for key in sorted(names)))

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """What of each regime of law is asked about here, and what silence means. Raises `BrokenData`."""
        from askfirst_checks.policy.jurisdiction import Regime

        rows = self.rows("regimes.tsv", 6)
        shared = (Regime(r[0], r[1], Text(r[2], r[3]), Text(r[4], r[5])) for r in rows)
        apart = self.profile.without_regimes
        return (*(each for each in shared if each.id.partition("-")[0] not in apart), *self.profile.regimes)

    @property
    def countries(self) -> dict[str, Country]:
        """By code, every country that a measure of any jurisdiction names."""
        if self._countries is None:
            rows = self.rows("countries.tsv", 4)
            self._countries = {r[0]: Country(r[0], Text(r[1], r[2]), tuple(r[3].split())) for r in rows}
        return self._countries

    @property
    def free_mail(self) -> frozenset[str]:
        """Domains of mail services open to everybody: they tell nothing about an institution."""
        if self._free_mail is None:
            self._free_mail = frozenset(row[0] for row in self.rows("free_mail.txt", 1))
        return self._free_mail

    @property
    def funders(self) -> tuple[tuple[str, str], ...]:
        """Public funders by name: country code and name."""
        if self._funders is None:
            self._funders = tuple((code, name) for code, name in self.rows("funders.tsv", 2))
        return self._funders

    def country_measures(self, code: str, rule: str, today: str) -> list[Measure]:
        """The measures of *rule* that name the country *code* and are in force on *today* (ISO)."""
        known = self._in_force.get((code, rule, today))
        if known is None:
            country = self.countries.get(code)
            chosen = (self.measure(each) for each in (country.measures if country else ()) if each in self.chosen)
            known = self._in_force[code, rule, today] = [
                each for each in chosen if each.rule == rule and each.holds(today)
            ]
        return known[:]

    def listed(self, institution: str) -> bool:
        """Whether *institution* (an id) stands on any list, whatever its level."""
        return institution in self._all_listings()

    @property
    def all_listed(self) -> frozenset[str]:
        """Ids of all institutions on any list."""
        return frozenset(self._all_listings())

    def listings(self, institution: str) -> tuple[Listing, ...]:
        """The lists on which *institution* (an id) stands, in the order of the data file."""
        return self._all_listings().get(institution, ())

    def size(self, measure: str) -> int:
        """How many institutions stand on the list *measure* (an id)."""
        return sum(any(row.measure == measure for row in rows) for rows in self._all_listings().values())

    def _all_listings(self) -> dict[str, tuple[Listing, ...]]:
        if self._listings is None:
            found: dict[str, tuple[Listing, ...]] = {}
            for row in [*self.rows("listings.tsv", 9), *(self.added.listings if self.added else ())]:
                found[row[0]] = (*found.get(row[0], ()), Listing(*row))
            self._listings = found
        return self._listings

    @property
    def chosen(self) -> dict[str, str]:
        """The measures that the jurisdiction asks about: id to level. Raises `BrokenData`."""
        return self.profile.levels

    @property
    def profile(self) -> Jurisdiction:
        """The jurisdiction's profile. Raises `BrokenData`."""
        if self._profile is None:
            from askfirst_checks.policy.jurisdiction import known, read_jurisdiction

            known(self.jurisdiction, self.folder)
            table = self.table(f"jurisdictions/{self.jurisdiction}.toml")
            self._profile = read_jurisdiction(table, self.jurisdiction)
        return self._profile

    @property
    def authority(self) -> tuple[Text, ...]:
        """Whom to ask in this jurisdiction, as lines. Raises `BrokenData`."""
        return self.profile.authority

    def measure(self, identifier: str) -> Measure:
        """The measure of that id, with the level of the jurisdiction. Raises `BrokenData`."""
        if identifier not in self._measures:
            from askfirst_checks.policy.measures import read_measure

            table = self.table(f"measures/{identifier}.toml")
            self._measures[identifier] = read_measure(table, identifier, self.profile)
        return self._measures[identifier]

    def table(self, name: str) -> Table:
        """The table of a TOML data file. Raises `BrokenData`."""
        from askfirst_checks.policy.parsed import kept, table

        return table(name, self.read(name), kept(self.folder))

    def read(self, name: str) -> str:
        """The text of a data file. Raises `BrokenData` when it is not there."""
        try:
            with open(os.path.join(self.folder, *name.split("/")), encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise BrokenData(name, 1, _NOT_THERE) from error

    def rows(self, name: str, width: int) -> list[list[str]]:
        """The rows of a table whose cells are separated by tabs. Raises `BrokenData`."""
        rows = []
        for number, line in enumerate(self.read(name).split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            row = [cell.strip() for cell in line.split("\t")]
            if len(row) != width or not row[0]:
                raise BrokenData(name, number, _cells(width, len(row)))
            rows.append(row)
        return rows


def _cells(expected: int, found: int) -> Text:
    return Text(
        "{expected} cells separated by tabs are expected, {found} were found",
        "{expected} durch Tabulatoren getrennte Felder werden erwartet, {found} wurden gefunden",
    ).fill(expected=expected, found=found)


def load(jurisdiction: str = "de", added: Added | None = None) -> Policy:
    """The measures as a jurisdiction asks about them; nothing is read before it is needed.

    *added* are lists that the user brought up to date. Raises `BrokenData` for a jurisdiction that does not ship.
    """
    policy = Policy(jurisdiction, added=added)
    if jurisdiction != "de":
        from askfirst_checks.policy.jurisdiction import known

        known(jurisdiction, policy.folder)
    return policy
