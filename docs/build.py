"""Builds the site in both languages (``site/``, ``site/de/``) and looks for anything it would load from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_LOADS = {"src", "srcset", "poster", "data"}
_OUTSIDE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CSS = re.compile(r"(?:@import\s+|url\()\s*['\"]?((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)


def build(to: Path | None = None) -> Path:
    """Build both languages below *to* (default: ``site``). Raises `subprocess.CalledProcessError`."""
    site = to or ROOT / "site"
    surroundings = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0"),
    }
    for name, folder in (("mkdocs.yml", site), ("mkdocs.de.yml", site / "de")):
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "-q",
            "build",
            "--strict",
            "-f",
            str(ROOT / "docs" / name),
            "-d",
            str(folder),
        ]
        subprocess.run(command, check=True, env=surroundings, cwd=ROOT)
    return site


class _Loads(HTMLParser):
    """Addresses that a browser fetches by itself: no link that somebody has to follow."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        for name, value in attrs:
            if name in _LOADS or (tag in ("link", "use", "image") and name in ("href", "xlink:href")):
                self.found += [value] if value and _OUTSIDE.match(value) else []
            if name == "style" and value:
                self.found += _CSS.findall(value)

    def handle_data(self, data: str) -> None:
        """Look at a style sheet within the page."""
        self.found += _CSS.findall(data)


def loaded_from_outside(site: Path) -> list[str]:
    """``page: address`` for whatever a page or a style sheet of *site* loads from another server."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            loads = _Loads()
            loads.feed(path.read_text("utf-8"))
            found += [f"{path.relative_to(site)}: {address}" for address in loads.found]
        elif path.suffix in (".css", ".svg"):
            found += [f"{path.relative_to(site)}: {address}" for address in _CSS.findall(path.read_text("utf-8"))]
    return found


if __name__ == "__main__":
    outside = loaded_from_outside(build())
    sys.stderr.write("".join(f"loaded from elsewhere: {each}\n" for each in outside))
    sys.exit(1 if outside else 0)
