"""What a letter is made of: sentences that are records, what is known, what only the author knows, and the letter."""

from __future__ import annotations

from collections.abc import Mapping

from askfirst.enquiry.offices import Office
from askfirst_checks.answers import Answer
from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.model import Ground
from askfirst_checks.words import Text

To = Literal["office", "bafa"]
CONFIDENCE = ("text-read", "official-excerpt", "secondary", "inference", "wording")
"""as in the measures; ``wording``: it claims nothing about the law"""
FORMATS = ("text", "md", "eml", "html")


def is_freeze(ground: Ground) -> bool:
    """Whether *ground* is a list whose act freezes assets: Annex IV of Regulation (EU) No 833/2014 alone does not."""
    return ground.layer == "listing" and not ground.measure.startswith("eu-833-2014")


class Sentence(NamedTuple):
    """One sentence of the letter, with where it comes from."""

    id: str
    text: Text
    source: str
    """act with article, or the page that was read"""
    confidence: str
    """one of `CONFIDENCE`; below ``official-excerpt`` the words say that it was read so, or not found"""
    condition: str = ""
    """words that must all hold: ``country:KP``, ``measure:eu-267-2012``, ``layer:item``, ``advised`` (a recommendation
    of this country), ``frozen`` (`is_freeze`), ``to:office``, ``in:de``, or one of them with ``!`` before it"""
    url: str = ""


class Partner(NamedTuple):
    """One printed affiliation that is asked about."""

    printed: str
    people: tuple[str, ...]
    """as printed"""
    reads: Text
    institutions: tuple[str, ...]
    countries: tuple[str, ...]
    listed: tuple[tuple[str, str], ...] = ()
    """the name as listed, and the list"""
    earlier_by: tuple[str, ...] = ()
    """authors of this manuscript who took part in an earlier work that prints it; then `people` is empty"""


class Facts(NamedTuple):
    """All that the letter takes from the manuscript, the measures, the answers and the profile."""

    title: str
    abstract: str
    author: str
    """who writes, as printed; empty where that cannot be told"""
    email: str
    own: tuple[str, ...]
    """the writer's affiliations as printed"""
    partners: tuple[Partner, ...]
    others: tuple[str, ...]
    """further affiliations as printed"""
    funding: tuple[str, ...]
    """acknowledgements and funding notes as printed"""
    grounds: tuple[Ground, ...]
    confidence: Mapping[str, str]
    """by measure id"""
    countries: Mapping[str, Text]
    """whatever the questions are about: code and how to say that something is there"""
    not_found_on: tuple[tuple[Text, str], ...]
    """lists of the partners' countries that name none of them: act and annex, and the version that was read"""
    today: str
    jurisdiction: str
    contact: tuple[Text, ...] = ()
    """the profile's own lines: office, then addresses"""
    office: Office | None = None
    """the row of the shipped table, where the printed affiliation has one"""
    answers: tuple[Answer, ...] = ()
    numbers: tuple[int, ...] = (1,)
    """of the questions, as `check` numbers them; none where no command records that they were asked"""
    place: str = ""
    """the manuscript, as it was given on the command line"""
    titles: Mapping[str, Text] = {}
    """of the sources, by the English title, where the German one differs"""
    published: bool = False
    """whether the letter is about a work of a reference library that has appeared, and no draft"""
    appeared: str = ""
    """its year, and its DOI where there is one"""
    destinations: Mapping[str, Text] | None = None
    """those of `countries` that an affiliation or an address of this manuscript lies in; None: all of them"""

    @property
    def places(self) -> list[Text]:
        """How to say that something is there, for each destination."""
        return list((self.countries if self.destinations is None else self.destinations).values())

    def holds(self, condition: str, to: str) -> bool:
        """Whether every word of *condition* holds for a letter *to* that addressee."""
        return all(self._holds(word, to) for word in condition.split())

    def _holds(self, word: str, to: str) -> bool:
        if word.startswith("!"):
            return not self._holds(word[1:], to)
        kind, _, value = word.partition(":")
        if kind == "country":
            return value in self.countries
        if kind == "measure":
            return any(ground.measure.startswith(value) for ground in self.grounds)
        if kind == "layer":
            return any(ground.layer == value for ground in self.grounds)
        if kind == "advised":
            return any(g.layer == "country" and g.measure.startswith(f"{self.jurisdiction}-") for g in self.grounds)
        if kind == "frozen":
            return any(map(is_freeze, self.grounds))
        if kind in ("to", "in"):
            return value == (to if kind == "to" else self.jurisdiction)
        raise ValueError(f"no such condition: {word}")


class Given(NamedTuple):
    """What only the author knows; empty: a visible blank."""

    what: str = ""
    when: str = ""
    public: str = ""
    basic_research: str = ""
    purpose: str = ""
    payments: str = ""
    deadline: str = ""
    field: str = ""
    phone: str = ""
    by: str = ""


class Part(NamedTuple):
    """A stretch of the letter."""

    kind: Literal["plain", "numbered", "lettered", "fields", "box"]
    lines: tuple[str, ...]
    heading: str = ""


class Letter(NamedTuple):
    """A letter, ready to be rendered: every string is in one language, on one line and free of control characters."""

    language: str
    subject: str
    head: tuple[str, ...]
    """addressee, sender, date"""
    parts: tuple[Part, ...]
    address: str = ""
    """mailbox of the addressee, where one is known"""
    sender: str = ""
    """the writer's own mailbox, where it is printed"""
    records: tuple[str, ...] = ()
    """ids of the sentences that are in it"""
    commands: tuple[str, ...] = ()
    """what to type once it was sent; not part of the letter"""
