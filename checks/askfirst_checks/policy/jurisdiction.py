"""A jurisdiction profile: which measures ask there and how loudly, whom to ask, and the decisions behind it."""

from __future__ import annotations

import os
import re

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.strict import BrokenData, parse
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy
    from askfirst_checks.strict import Table

_LEVELS = ("stop", "ask", "note", "off")


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


def available(policy: Policy) -> list[str]:
    """Ids of the jurisdictions that ship."""
    folder = os.path.join(policy.folder, "jurisdictions")
    return sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".toml"))


def read_jurisdiction(policy: Policy) -> Jurisdiction:
    """The jurisdiction of *policy*. Raises `BrokenData` with file and line."""
    known(policy)
    path = f"jurisdictions/{policy.jurisdiction}.toml"
    table = parse(path, policy.read(path))
    found = Jurisdiction(
        table.word("id", (policy.jurisdiction,)),
        table.text("name"),
        _levels(table.table("levels")),
        tuple(_text(each) for each in table.tables("authority")),
        tuple(_text(each) for each in table.tables("decision")),
    )
    table.done()
    return found


def known(policy: Policy) -> None:
    """Raise `BrokenData`, naming those there are, where the jurisdiction of *policy* does not ship."""
    if not re.fullmatch(r"[a-z]{2}", policy.jurisdiction) or policy.jurisdiction not in available(policy):
        raise BrokenData("jurisdictions", 1, _unknown(policy))


def _levels(table: Table) -> dict[str, str]:
    found = {key: table.word(key, _LEVELS) for key in table.values}
    return {key: level for key, level in found.items() if level != "off"}


def _text(table: Table) -> Text:
    text = Text(table.word("en"), table.word("de"))
    table.done()
    return text


def _unknown(policy: Policy) -> Text:
    return Text("no jurisdiction '{name}'; there is: {all}", "keinen Rechtsraum '{name}'; vorhanden: {all}").fill(
        name=policy.jurisdiction, all=", ".join(available(policy))
    )
