"""What askfirst is installed with, and under which licences: ``python release/licences.py`` writes LICENCES.md.

Where the extension's node_modules are there, it also writes the notices of what is bundled into the .vsix.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "plugin/askfirst/editors/vscode"
NOTICES = EXTENSION / "ThirdPartyNotices.txt"
EXTRAS = ("", "audit", "online", "pdf")
"""what a user installs: nothing more, and each extra"""
_SAYS_ITSELF = {"pyzotero": "BlueOak-1.0.0", "lsprotocol": "MIT", "duckdb": "MIT"}
_HEAD = """# Licences

askfirst is under the [MIT licence](LICENSE). What it is installed with is no part of it and brings its own licences.
Names of institutions, countries and lists in the package are data with their own sources:
[names](checks/askfirst_checks/names/README.md), [policy](checks/askfirst_checks/policy/README.md).

| package | licence | comes with |
| --- | --- | --- |
"""


def licence(name: str) -> str:
    """The licence of an installed package, as it says itself."""
    about = distribution(name).metadata
    said = str(about.get("License-Expression") or about.get("License") or "")
    return _SAYS_ITSELF.get(name) or (said if 0 < len(said) < 40 else "see the package")


def needed(extra: str) -> dict[str, None]:
    """The names of all packages that ``askfirst`` or ``askfirst[EXTRA]`` brings here, in order of need."""
    found: dict[str, None] = {}
    waiting = [("askfirst", extra)]
    while waiting:
        name, wanted = waiting.pop(0)
        for each in distribution(name).requires or []:
            marker = re.search(r"extra == ['\"]([^'\"]+)", each)
            if bool(marker) != bool(wanted) or (marker and marker[1] != wanted):
                continue
            match = re.match(r"[\w.-]+", each)
            package = re.sub(r"[-_.]+", "-", match[0]).lower() if match else ""
            if package not in found and _is_installed(package):
                found[package] = None
                waiting.append((package, ""))
    return found


def table() -> str:
    """LICENCES.md."""
    rows: dict[str, str] = {}
    for extra in EXTRAS:
        for name in needed(extra):
            rows.setdefault(name, f"`askfirst[{extra}]`" if extra else "`askfirst`")
    lines = [f"| {name} | {licence(name)} | {rows[name]} |\n" for name in sorted(rows)]
    bundled = [
        f"| {name} | {about['license']} | the extension for VS Code |\n" for name, about in sorted(javascript().items())
    ]
    return _HEAD + "".join(lines + bundled)


def javascript() -> dict[str, dict[str, str]]:
    """The packages that are bundled into the extension, from its lock file."""
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    packages = {path.removeprefix("node_modules/"): about for path, about in lock["packages"].items() if path}
    return {name: about for name, about in packages.items() if not about.get("dev")}


def notices() -> str:
    """The licences' texts of what is bundled into the extension."""
    parts = ["The extension contains the following packages, each under its own licence.\n"]
    for name in sorted(javascript()):
        folder = EXTENSION / "node_modules" / name
        texts = sorted(each for each in folder.iterdir() if each.stem.lower() in ("license", "licence"))
        parts.append(f"---- {name}\n\n{texts[0].read_text('utf-8').strip()}\n")
    return "\n".join(parts).replace("\r\n", "\n")


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    (ROOT / "LICENCES.md").write_text(table(), "utf-8")
    if (EXTENSION / "node_modules").is_dir():
        NOTICES.write_text(notices(), "utf-8")
    sys.stdout.write("LICENCES.md\n")
