"""One measure: what it is, whom it names, since when, and which answers reach it."""

from __future__ import annotations

from functools import lru_cache

from askfirst_checks.light import TYPE_CHECKING, Any, NamedTuple, cast
from askfirst_checks.model import Ground, Level
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.policy.jurisdiction import Jurisdiction
    from askfirst_checks.strict import Table

LAYERS = ("country", "listing", "item", "assessment")
LEVELS = ("stop", "ask", "note")
CONFIDENCE = ("text-read", "official-excerpt", "secondary", "inference", "unverified")

_BAFA = {"bafa-nullbescheid", "bafa-voranfrage", "bafa-sonstige-anfrage", "bafa-licence"}
REACH = {
    "country": {"state-decision"},
    "listing": {*_BAFA, "export-control-office"},
    "item": {*_BAFA, "export-control-office", "own-assessment", "state-decision"},
    "assessment": {*_BAFA, "export-control-office", "own-assessment", "state-decision"},
}
"""The most that may quiet a layer; a measure names the least. An *Auskunft zur Güterliste* is in none of them: it says
whether goods are listed, and never answers an affiliation. A country rule that binds no State but was
recommended, so that each institution decides, may be answered by its export-control office too."""


class Measure(NamedTuple):
    """A rule of law, a recommendation or a list, as data."""

    id: str
    layer: str
    rule: str
    """code of the rule that asks about it"""
    level: Level
    """as the jurisdiction sets it"""
    jurisdiction: str
    """whose act it is: ``un``, ``eu``, ``de``, ``ca``, ``us``, ``au``"""
    countries: tuple[str, ...]
    """codes it names; empty for a list of institutions"""
    from_day: str
    """ISO date it is in force from; empty where only `known_from` could be read"""
    known_from: str
    """ISO date of the earliest text that was read; it is not judged before"""
    until: str
    """ISO date of its last day, or empty"""
    act: Text
    says: Text
    question: Text
    source: str
    url: str
    checked_on: str
    confidence: str
    quieted_by: tuple[str, ...]
    read_in: Text = same("")
    """where the act was read, if not in its own text"""
    source_de: str = ""
    """the title of the source in German, where it is worded differently there"""
    separate: bool = False
    """whether it asks a question of its own beside the strongest rule: another act, which binds somebody else"""

    @property
    def titled(self) -> Text:
        """The title of its source in both languages."""
        return Text(self.source, self.source_de or self.source)

    def holds(self, today: str) -> bool:
        """Whether it is in force on *today* (ISO), as far as the sources that were read show."""
        return (self.from_day or self.known_from) <= today and (not self.until or today <= self.until)

    def ground(self, since: str = "", reference: str = "") -> Ground:
        """The measure as a person is shown it; *since* and *reference* are those of a list's row."""
        return _ground(self, since, reference)


@lru_cache(maxsize=500)
def _ground(measure: Measure, since: str, reference: str) -> Ground:
    """`Measure.ground`, once for all affiliations that it names."""
    act = _with_reference(measure.act, reference)
    day = since or measure.from_day
    found = Ground(measure.id, measure.layer, act, day, measure.says, measure.source, measure.url, measure.quieted_by)
    return found._replace(read_in=measure.read_in, separate=measure.separate)


def _with_reference(act: Text, reference: str) -> Text:
    """*act* with the number of a row; the annex stands in it already, and a first fiscal year is about the row only."""
    if not reference or reference.startswith(("Annex ", "FY")):
        return act
    return Text(f"{act.en}, {reference}", f"{act.de}, {reference}")


def read_measure(table: Table, identifier: str, here: Jurisdiction) -> Measure:
    """The measure of that id, as the jurisdiction *here* asks about it. Raises `BrokenData` with file and line."""
    measure = _measure(table, identifier)
    table.done()
    level = here.levels.get(identifier, measure.level)
    if measure.confidence == "unverified" and level != "note":
        raise table.wrong("level", _ONLY_NOTE)
    return _as_said_here(here, measure._replace(level=cast(Level, level)))


def _as_said_here(here: Jurisdiction, measure: Measure) -> Measure:
    """*measure* in the words of the jurisdiction, where that has its own."""
    words = here.wording(measure.id, measure.layer)
    return measure._replace(
        act=words.act or measure.act,
        says=words.says or measure.says,
        question=words.question or measure.question,
        read_in=words.read_in or measure.read_in,
    )


def _measure(table: Table, identifier: str) -> Measure:
    layer = table.word("layer", LAYERS)
    measure = Measure(
        id=table.word("id", (identifier,)),
        layer=layer,
        rule=table.word("rule"),
        level=cast(Level, table.word("level", LEVELS)),
        jurisdiction=table.word("jurisdiction", ("un", "eu", "de", "ca", "us", "au", "ch", "gb", "nl")),
        countries=table.words("countries"),
        from_day=table.date("in_force_from"),
        known_from=table.date("known_from"),
        until=table.date("in_force_until"),
        act=table.text("act"),
        says=table.text("says"),
        question=table.text("question"),
        checked_on=table.date("checked_on", required=True),
        confidence=table.word("confidence", CONFIDENCE),
        quieted_by=_quieted_by(table, layer),
        separate=table.is_true("separate"),
        **_source(table),
    )
    if not measure.from_day and not measure.known_from:
        raise table.wrong("in_force_from", _NO_DAY)
    if (layer in ("country", "item")) != bool(measure.countries):
        raise table.wrong("countries", _COUNTRIES)
    return measure


def _source(table: Table) -> dict[str, Any]:
    source = table.table("source")
    found = {
        "source": source.word("title"),
        "source_de": source.word("title_de", default=""),
        "url": source.word("url"),
        "read_in": source.text("read_in") if source.has("read_in") else same(""),
    }
    source.done()
    return found


def _quieted_by(table: Table, layer: str) -> tuple[str, ...]:
    kinds = table.words("quieted_by")
    reach = REACH[layer] | ({"export-control-office"} if _recommended(table) else set())
    for kind in kinds:
        if kind not in reach:
            raise table.wrong("quieted_by", _TOO_FAR.fill(kind=kind, layer=layer))
    if not kinds:
        raise table.wrong("quieted_by", _NO_KIND)
    return kinds


def _recommended(table: Table) -> bool:
    return table.word("binding", ("law", "recommendation"), default="law") == "recommendation"


_ONLY_NOTE = Text("an unverified measure can only be a note", "eine unverifizierte Maßnahme kann nur ein Hinweis sein")
_NO_DAY = Text("'in_force_from' or 'known_from' is missing", "'in_force_from' oder 'known_from' fehlt")
_NO_KIND = Text("'quieted_by' names no kind of answer", "'quieted_by' nennt keine Art von Antwort")
_COUNTRIES = Text(
    "a country or item measure names its countries; a list names none",
    "eine Länder- oder Gütermaßnahme nennt ihre Länder; eine Liste nennt keine",
)
_TOO_FAR = Text(
    "an answer of kind '{kind}' does not reach the layer '{layer}'",
    "eine Antwort der Art '{kind}' reicht nicht bis zur Ebene '{layer}'",
)
