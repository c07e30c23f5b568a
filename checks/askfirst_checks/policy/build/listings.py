"""Make data/listings.tsv from the entries of the acts, and read the acts again.

python -m askfirst_checks.policy.build.listings                write listings.tsv
python -m askfirst_checks.policy.build.listings --check        compare; 1 where it is out of date
python -m askfirst_checks.policy.build.listings --acts DIR     first look for every name in the text of its act
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from askfirst_checks.policy.build.acts import Act, Texts, acts, rows

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
ANNEXES = {
    "eu-2017-1509-annex-xiii": "Annex XIII",
    "eu-2017-1509-annex-xv": "Annex XV",
    "eu-267-2012-annex-ix": "Annex IX",
    "eu-267-2012-annex-viii": "Annex VIII",
    "eu-269-2014-annex-i": "Annex I",
    "eu-36-2012-annex-ii": "Annex II",
    "eu-765-2006": "Annex I",
    "eu-765-2006-annex-v": "Annex V",
    "eu-833-2014-annex-iv": "Annex IV",
    "eu-833-2014-annex-lii": "Annex LII",
}
_ORDER = ("un", "eu", "us", "ca", "aspi")
HEAD = """\
# institution	measure	listed on	as of	confidence	role	reference	name as listed	source
# Made by askfirst_checks.policy.build.listings from entries.tsv, others.tsv and acts.tsv beside it: edit those.
# One row a listing. as of: the list's own date, or the day of the version up to which it was followed. confidence: as
# for measures; `text-read` rows print the name as the act does that is their source, `secondary` rows were read in a
# transcription of the consolidated act. role: `military` where the entry of an assessment list itself names a military,
# security or weapons body, `programme` where it names a funding programme. UN and CA names are as the list prints them.
"""


class Entry(NamedTuple):
    """An entry of an EU list, as an act prints it."""

    institution: str
    measure: str
    listed_on: str
    confidence: str
    """``text-read`` or ``secondary``"""
    act: str
    """CELEX"""
    number: str
    """in the annex; empty where it was not read in the act"""
    name: str


def entries(folder: Path = HERE) -> list[Entry]:
    """The entries of the EU lists. Raises `ValueError` for a row of another shape."""
    return [Entry(*row) for row in rows(folder / "entries.tsv", 7)]


def listings(folder: Path = HERE, data: Path = DATA) -> str:
    """The text of listings.tsv. Raises `ValueError` for a broken row, `KeyError` for an unknown act or list."""
    days = {row[0]: row[1] for row in rows(data / "lists.tsv", 5)}
    known = acts(folder)
    made = [_row(entry, known[entry.act], days[entry.measure]) for entry in entries(folder)]
    made += [tuple(row) for row in rows(folder / "others.tsv", 9)]
    return HEAD + "".join("\t".join(row) + "\n" for row in sorted(made, key=_place))


class Again(NamedTuple):
    """What a second reading of the acts at hand gave."""

    found: list[Entry]
    """the name stands in the text, and behind its number where the entry has one"""
    misnumbered: list[Entry]
    """the name stands there, but not behind the number of the entry"""
    missing: list[Entry]
    """the name does not stand in an act that is there as a whole"""
    unread: list[Entry]
    """only a part of the act is there, and the name is not in it"""


def read_again(texts: Texts, folder: Path = HERE) -> Again:
    """Look for each entry in the text of its act, where that is at hand."""
    again = Again([], [], [], [])
    for entry in entries(folder):
        if texts.has(entry.act):
            _place_of(entry, texts, again).append(entry)
    return again


def _place_of(entry: Entry, texts: Texts, again: Again) -> list[Entry]:
    """The list of *again* to which *entry* belongs."""
    if texts.holds(entry.act, entry.name, entry.number):
        return again.found
    if texts.holds(entry.act, entry.name):
        return again.misnumbered
    return again.missing if texts.is_whole(entry.act) else again.unread


def _place(row: tuple[str, ...]) -> tuple[int | str, ...]:
    """Where a row stands: by institution; laws before assessments; then by list and day."""
    return (row[0], _ORDER.index(row[1].split("-")[0]), *row[1:])


def _row(entry: Entry, act: Act, day: str) -> tuple[str, ...]:
    annex = ANNEXES[entry.measure]
    if entry.confidence == "text-read":
        number = f", no {entry.number}" if entry.number else ""
        source = f"OJ: {act.title}, {act.printed_in(annex)}{number}"
    else:
        year, month, date = day.split("-")
        source = f"EU consolidated {act.celex} version {date}.{month}.{year}"
    return (*entry[:3], day, entry.confidence, "", annex, entry.name, source)


def _update(found: list[Entry], folder: Path) -> None:
    """Set ``text-read`` in entries.tsv for what was *found*; the head and all other rows stay as they are."""
    path = folder / "entries.tsv"
    read = {entry: entry._replace(confidence="text-read") for entry in found}
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    body = ["\t".join(read.get(entry, entry)) for entry in entries(folder)]
    path.write_text("\n".join([*head, *body]) + "\n", "utf-8", newline="\n")


def main(arguments: list[str], folder: Path = HERE, data: Path = DATA) -> int:
    """Write or compare listings.tsv; 1 where it is out of date, or an act at hand prints an entry in another way."""
    amiss = "--acts" in arguments and _has_fault(Path(arguments[arguments.index("--acts") + 1]), folder)
    made = listings(folder, data)
    target = data / "listings.tsv"
    if "--check" in arguments:
        return 0 if target.exists() and target.read_text("utf-8") == made and not amiss else 1
    target.write_text(made, "utf-8", newline="\n")
    return 1 if amiss else 0


def _has_fault(acts_folder: Path, folder: Path) -> bool:
    """Read the acts again, set what was found, and say on standard output what was and what was not."""
    texts = Texts(acts_folder)
    again = read_again(texts, folder)
    _update(again.found, folder)
    for entry in again.missing:
        sys.stdout.write(f"{entry.act}: not in its text: {entry.name}\n")
    for entry in again.misnumbered:
        sys.stdout.write(f"{entry.act}: not behind number {entry.number}: {entry.name}\n")
    sys.stdout.write(f"{len(again.found)} entries found in {len({entry.act for entry in again.found})} acts\n")
    if again.unread:
        sys.stdout.write(f"{len(again.unread)} are in none of the parts that are there\n")
    return bool(again.missing or again.misnumbered)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
