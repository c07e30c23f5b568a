"""A jurisdiction profile: which measures ask there and how loudly, whom to ask, and the decisions behind it."""

from __future__ import annotations

import os
import re

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from askfirst_checks.strict import Table

_LEVELS = ("stop", "ask", "note", "off")
_COVERAGE = ("modelled", "partly", "pointer")
_LAYERS = ("country", "listing", "item", "assessment")


class Instead(NamedTuple):
    """Sentences of a measure as they read in this jurisdiction; None where the measure's own stands."""

    act: Text | None = None
    says: Text | None = None
    question: Text | None = None
    read_in: Text | None = None


class Regime(NamedTuple):
    """One regime of law, and how much of it is asked about."""

    id: str
    coverage: str
    """``modelled``, ``partly`` or ``pointer`` (named only)"""
    name: Text
    silence: Text
    """what it means that nothing is asked"""


class Jurisdiction(NamedTuple):
    """What one State's rules ask about."""

    id: str
    name: Text
    levels: dict[str, str]
    """measure id to level; measures that are off, or not named here, are silent"""
    authority: tuple[Text, ...]
    """lines: whom to ask"""
    decisions: tuple[Text, ...]
    """readings of the law that were chosen, each with its ground"""
    consultation: Text
    """asked where nobody has been asked yet"""
    instead: dict[str, Instead]
    """by measure id or layer"""
    without_regimes: tuple[str, ...]
    """first words of the ids of regimes that belong to another jurisdiction"""
    regimes: tuple[Regime, ...]
    """regimes that only this jurisdiction has to speak of"""

    def wording(self, measure: str, layer: str) -> Instead:
        """What *measure* says here, else what its *layer* says."""
        return self.instead.get(measure) or self.instead.get(layer) or Instead()


def available(folder: str) -> list[str]:
    """Ids of the jurisdictions in the data *folder*."""
    names = os.listdir(os.path.join(folder, "jurisdictions"))
    return sorted(name[:-5] for name in names if name.endswith(".toml"))


def read_jurisdiction(table: Table, identifier: str) -> Jurisdiction:
    """The jurisdiction of that id. Raises `BrokenData` with file and line."""
    levels = _levels(table.table("levels"))
    found = Jurisdiction(
        table.word("id", (identifier,)),
        table.text("name"),
        levels,
        tuple(_text(each) for each in table.tables("authority")),
        tuple(_text(each) for each in table.tables("decision")),
        table.text("consultation"),
        {name: wording for each in table.tables("instead") for name, wording in _instead(each, levels)},
        table.words("without_regimes"),
        tuple(_regime(each) for each in table.tables("regime")),
    )
    table.done()
    return found


def known(identifier: str, folder: str) -> None:
    """Raise `BrokenData`, naming those there are, where the data *folder* has no jurisdiction of that id."""
    if not re.fullmatch(r"[a-z]{2}", identifier) or identifier not in available(folder):
        raise BrokenData("jurisdictions", 1, _UNKNOWN.fill(name=identifier, all=", ".join(available(folder))))


def _levels(table: Table) -> dict[str, str]:
    found = {key: table.word(key, _LEVELS) for key in table.values}
    return {key: level for key, level in found.items() if level != "off"}


def _instead(table: Table, levels: Collection[str]) -> list[tuple[str, Instead]]:
    """The names that *table* is about, each with its sentences."""
    names = table.words("of")
    for name in names:
        if name not in _LAYERS and name not in levels:
            raise table.wrong("of", _NO_MEASURE.fill(name=name))
    sentences = [table.text(key) if table.has(key) else None for key in Instead._fields]
    table.done()
    return [(name, Instead(*sentences)) for name in names]


def _regime(table: Table) -> Regime:
    regime = Regime(table.word("id"), table.word("coverage", _COVERAGE), table.text("name"), table.text("silence"))
    table.done()
    return regime


def _text(table: Table) -> Text:
    text = Text(table.word("en"), table.word("de"))
    table.done()
    return text


_NO_MEASURE = Text(
    "'{name}' is neither a layer nor a measure that asks here",
    "'{name}' ist weder eine Ebene noch eine Maßnahme, nach der hier gefragt wird",
)
_UNKNOWN = Text("no jurisdiction '{name}'; there is: {all}", "keinen Rechtsraum '{name}'; vorhanden: {all}")
