"""Presets for a profile: what some institutions publicly ask of their own people, as data with page and day."""

from __future__ import annotations

import os
import re

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.policy import DATA
from askfirst_checks.policy.profile import Question, read_rules
from askfirst_checks.strict import BrokenData, parse
from askfirst_checks.words import Text

FOLDER = os.path.join(DATA, "profiles")


class Preset(NamedTuple):
    """One published rule of one house, as a start for another's profile."""

    id: str
    title: Text
    institution: str
    """whose rule it follows"""
    says: Text
    """what its page says, in our own words"""
    source: str
    since: str
    """ISO date from which the page says it holds, or empty"""
    read_on: str
    """ISO date"""
    countries: dict[str, Literal["ask", "note", "off"]]
    questions: tuple[Question, ...]


def available(folder: str = FOLDER) -> list[str]:
    """Ids of the presets that ship."""
    return sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".toml"))


def read_preset(name: str, folder: str = FOLDER) -> Preset:
    """The preset *name*. Raises `BrokenData`, naming those there are, for one that does not ship."""
    if not re.fullmatch(r"[a-z-]{1,40}", name) or name not in available(folder):
        raise BrokenData("profiles", 1, _UNKNOWN.fill(name=name, all=", ".join(available(folder))))
    path = os.path.join(folder, f"{name}.toml")
    with open(path, encoding="utf-8") as file:
        table = parse(path, file.read())
    countries, questions = read_rules(table)
    preset = Preset(
        name,
        table.text("title"),
        table.word("institution"),
        table.text("says"),
        table.word("source"),
        table.date("since"),
        table.date("read_on", required=True),
        countries,
        questions,
    )
    table.done()
    return preset


_UNKNOWN = Text("no preset '{name}'; there is: {all}", "keine Vorlage '{name}'; vorhanden: {all}")
