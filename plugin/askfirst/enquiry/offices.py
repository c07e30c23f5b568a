"""The shipped table of export-control offices, and the row that an author's own printed affiliation leads to."""

from __future__ import annotations

import os
import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.normalise import plain
from askfirst_checks.policy import DATA
from askfirst_checks.words import Text

COLUMNS = 10
_SPLIT = re.compile(r"\s*[,;()/|]\s*|\s+(?:at|of the|an der|der|des|am|at the)\s+")
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)


class Office(NamedTuple):
    """One row: whom to ask in one institution, and where that was read."""

    institution: str
    aliases: tuple[str, ...]
    town: str
    name: Text
    email: str
    phone: str
    page: str
    read_on: str
    """ISO date"""
    words_seen: str


def load(path: str = os.path.join(DATA, "offices.tsv")) -> tuple[Office, ...]:
    """All rows; none where the table is not there. Raises ValueError for a row of another width."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except FileNotFoundError:
        return ()
    return tuple(_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _row(line: str) -> Office:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != COLUMNS:
        raise ValueError(f"a row of offices.tsv has {len(cells)} cells, not {COLUMNS}: {cells[0]}")
    institution, aliases, town, english, german, *rest = cells
    names = tuple(name for name in re.split(r"\s*[|;]\s*", aliases) if name)
    return Office(institution, names, town, Text(english, german or english), *rest)


def is_mailbox(address: str) -> bool:
    """Whether *address* is one plain mailbox, and nothing that could add to a header."""
    return len(address) < 255 and bool(_MAILBOX.fullmatch(address))


def lookup(printed: tuple[str, ...], offices: tuple[Office, ...]) -> Office | None:
    """The office of the one institution that *printed* names between its commas; None where it names none or two.

    Only a whole stretch between commas counts: the University of Munich is not the Technical University of Munich.
    A name that two rows share needs its town.
    """
    found = {office for text in printed for office in _named_in(text, offices)}
    return found.pop() if len(found) == 1 else None


def _named_in(printed: str, offices: tuple[Office, ...]) -> list[Office]:
    found = [office for office in offices if _names(office, printed)]
    return found if len(found) == 1 else [office for office in found if _has_town(office, printed)]


def _names(office: Office, printed: str) -> bool:
    stretches = [stretch for stretch in _SPLIT.split(printed) if stretch]
    folded = {_folded(stretch) for stretch in (*stretches, *re.split(r"\s*[,;()]\s*", printed))}
    acronyms = {stretch.strip() for stretch in stretches}
    for name in (office.institution, *office.aliases):
        if name in acronyms if name.isupper() else _folded(name) in folded:
            return True
    return False


def _has_town(office: Office, printed: str) -> bool:
    return bool(office.town) and f" {_folded(office.town)} " in f" {_folded(printed)} "


def _folded(words: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", plain(words).casefold()).split()).removeprefix("the ")
