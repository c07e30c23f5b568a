"""Make names/data/countries*.txt: country names of every CLDR locale (through Babel), and our own forms.

    python -m askfirst_checks.names.build.countries      (needs babel)
"""

from __future__ import annotations

from pathlib import Path

from askfirst_checks.names.build.table import Meaning, Table, add, source_rows, write
from askfirst_checks.names.normalise import plain

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
# Languages in which affiliations are printed. A Latin name of any other is taken as weak: some are ordinary words elsewhere.
PRINTED = frozenset(
    "en de fr es it pt nl da sv nb no nn fi is et lv lt pl cs sk sl hr bs sr_Latn hu ro sq tr az uz tk ca gl eu mt ga cy "
    "id ms vi fil sw af eo la lb".split()
)


def main() -> None:
    """Write both files: names that normalise to ASCII, and those in other scripts."""
    import babel  # noqa: PLC0415

    table: Table = {}
    for path, kind in ((HERE / "aliases.tsv", "country"),):
        for codes, strength, names in source_rows(path):
            for name in names:
                add(table, name, _meaning(kind, codes, strength))
    own = set(table)
    for name, meaning in _cldr().items():
        if name not in own:
            add(table, name, meaning)
    source = [
        "Names of countries as printed, normalised by names/normalise.py.",
        f"Source: Unicode CLDR {_cldr_version()}, territories of all locales, through Babel {babel.__version__}"
        " (Unicode License v3); and names/build/aliases.tsv (askfirst, MIT).",
        "Made 2026-11-23 by: python -m askfirst_checks.names.build.countries",
        "Columns: kind, strong codes, weak codes, suggested codes, names separated by |",
    ]
    write(DATA / "countries.txt", source, {n: m for n, m in table.items() if n.isascii()})
    write(DATA / "countries-scripts.txt", source, {n: m for n, m in table.items() if not n.isascii()})


def _meaning(kind: str, codes: tuple[str, ...], strength: str) -> Meaning:
    if strength == "silent":
        return Meaning("silent")
    return Meaning(kind, strong=codes) if strength == "strong" else Meaning(kind, weak=codes)


def _cldr() -> Table:
    from babel import Locale  # noqa: PLC0415
    from babel.localedata import locale_identifiers  # noqa: PLC0415

    table: Table = {}
    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        printed = identifier in PRINTED or locale.language in PRINTED
        for code, printed_name in locale.territories.items():
            name = plain(printed_name)
            if len(code) != 2 or not code.isalpha() or code in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA"):
                continue
            if len(name) < (2 if not name.isascii() else 4) or name.startswith("unknown"):
                continue
            sure = (printed or not name.isascii()) and len(name) > 1
            add(table, name, Meaning("country", strong=(code,)) if sure else Meaning("country", weak=(code,)))
    return table


def _cldr_version() -> str:
    from babel.core import get_cldr_version  # noqa: PLC0415

    return get_cldr_version()


if __name__ == "__main__":
    main()
