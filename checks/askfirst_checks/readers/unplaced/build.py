"""Make words.txt: the names that names/data knows for the countries under a stop, as the net looks for them.

python -m askfirst_checks.readers.unplaced.build        (after every change of names/data; a test tells when)
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from askfirst_checks.names.build.index import DATA, read
from askfirst_checks.names.normalise import plain

COUNTRIES = ("KP",)
"""the countries that a measure with the level stop names (policy/data, rule AF101), which a test compares"""
WORDS = Path(__file__).parent / "words.txt"
_KINDS = {"body": "institution", "place": "town", "unit": "town", "town": "town", "country": "country"}
_LEAST = 3
_HEAD = """# Names of the countries under a stop: country, kind, names separated by |, normalised by names/normalise.py.
# Made by python -m askfirst_checks.readers.unplaced.build from names/data, which says where they come from
# (Unicode CLDR; GeoNames, CC BY 4.0; the lists that name an institution; askfirst).
"""


def made() -> str:
    """The text of the file."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in ("places", "places-scripts", "countries", "countries-scripts"):
        for name, meaning in read(DATA / f"{file}.txt").items():
            if meaning.kind in _KINDS and len(meaning.strong) == 1 and meaning.strong[0] in COUNTRIES:
                names[meaning.strong[0], _KINDS[meaning.kind]].add(name)
    for code, name in institutions():
        names[code, "institution"].add(name)
    rows = [f"{code}\t{kind}\t{'|'.join(sorted(filter(_is_long, given)))}" for (code, kind), given in names.items()]
    return _HEAD + "\n".join(sorted(rows)) + "\n"


def institutions() -> set[tuple[str, str]]:
    """Country and name of the bodies whose name decides alone."""
    found = set()
    for record in (DATA / "institutions.txt").read_text(encoding="utf-8").split("\n["):
        lines = [line.partition(" ")[::2] for line in record.split("\n")]
        code = next((value for key, value in lines if key == "country"), "")
        if code in COUNTRIES:
            found |= {(code, plain(value.partition("  #")[0])) for key, value in lines if key in ("alone", "home")}
    return found


def _is_long(name: str) -> bool:
    return len(name.replace(" ", "")) >= _LEAST or not name.isascii()


def main() -> None:
    """Write the file."""
    WORDS.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
