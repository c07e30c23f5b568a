"""One version for program, add-on and extension: ``version.py`` compares, ``version.py 0.2.0`` writes all of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "plugin/askfirst/__init__.py"
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?")


class Place(NamedTuple):
    """Where a version stands: the first *times* matches of *pattern* in *path*; its group 2 is the version."""

    path: str
    pattern: str
    times: int = 1


_JSON = r'(\n {2,6}"version": ")([^"]+)(")'
PLACES = (
    Place(SOURCE, r'(\n__version__ = ")([^"]+)(")'),
    Place("CITATION.cff", r"(\nversion: )(\S+)()"),
    Place("zotero_addon/manifest.json", _JSON),
    Place("zotero_addon/package.json", _JSON),
    Place("zotero_addon/package-lock.json", _JSON, 2),
    Place("plugin/askfirst/editors/vscode/package.json", _JSON),
    Place("plugin/askfirst/editors/vscode/package-lock.json", _JSON, 2),
)


def versions(root: Path = ROOT) -> dict[str, list[str]]:
    """What each place says, the source first."""
    return {
        place.path: [match[2] for match in re.finditer(place.pattern, (root / place.path).read_text("utf-8"))][
            : place.times
        ]
        for place in PLACES
    }


def write(version: str, root: Path = ROOT) -> None:
    """Write *version* at every place. Raises `ValueError`."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version} is no version such as 0.2.0")
    for place in PLACES:
        path = root / place.path
        text, found = re.subn(place.pattern, rf"\g<1>{version}\g<3>", path.read_text("utf-8"), count=place.times)
        if found != place.times:
            raise ValueError(f"{place.path}: no version where one is expected")
        path.write_text(text, "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Compare, or write; 0 where all agree (and with the tag, where one is given as ``v0.2.0``)."""
    if arguments and not arguments[0].startswith("v"):
        write(arguments[0])
    said = versions()
    expected = arguments[0].removeprefix("v") if arguments else said[SOURCE][0]
    for path, found in said.items():
        sys.stdout.write(f"{', '.join(found) or 'none'}\t{path}\n")
    return 0 if {each for found in said.values() for each in found} == {expected} and all(said.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
