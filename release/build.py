"""Makes what a release carries, the same bytes each time: ``python release/build.py [--twice] [--out DIST]``.

Wheel and sdist, the Zotero add-on (.xpi, update.json), the extension for VS Code (.vsix), and SHA256SUMS over all
of them. What cannot be made here (no npm, no ASKFIRST_UPDATE_URL) is said; with ``--all`` it is an error.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"
_EXTENSION = "plugin/askfirst/editors/vscode"
_ADD_ON = "zotero_addon"


class NotMade(Exception):
    """Why a file could not be made."""


def epoch() -> str:
    """SOURCE_DATE_EPOCH: as given, else the day of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return given or _run(["git", "log", "-1", "--format=%ct"], ROOT).strip()


def copy_of_the_source(to: Path) -> Path:
    """The files that git knows, as they are now, and nothing else that lies about."""
    for name in _run(["git", "ls-files", "-z"], ROOT).split("\0"):
        if name and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    return to


def python_packages(source: Path, out: Path) -> None:
    """Wheel and sdist. Raises `NotMade`."""
    _run([sys.executable, "-m", "build", "-q", "--no-isolation", "--outdir", str(out), str(source)], source)


def add_on(source: Path, out: Path) -> None:
    """The .xpi and its update.json. Raises `NotMade`."""
    if not os.environ.get("ASKFIRST_UPDATE_URL"):
        raise NotMade("the add-on: ASKFIRST_UPDATE_URL is not set (see zotero_addon/README.md)")
    _run([_tool("node"), "tools/build.mjs"], source / _ADD_ON)
    for each in sorted((source / _ADD_ON / "dist").iterdir()):
        shutil.copyfile(each, out / each.name)


def extension(source: Path, out: Path) -> None:
    """The .vsix, with what npm installs from the lock file. Raises `NotMade`."""
    folder = source / _EXTENSION
    have = ROOT / _EXTENSION / "node_modules"
    if have.is_dir():
        shutil.copytree(have, folder / "node_modules", symlinks=True)
    else:
        _run([_tool("npm"), "ci", "--silent", "--no-audit", "--no-fund"], folder)
    _run([_tool("npm"), "run", "--silent", "package"], folder)
    version = (source / "plugin/askfirst/__init__.py").read_text("utf-8").split('__version__ = "')[1].split('"')[0]
    shutil.copyfile(folder / "dist/askfirst.vsix", out / f"askfirst-{version}.vsix")


def build(out: Path) -> list[str]:
    """Make everything in *out*; returns what was not made, a sentence each."""
    missing = []
    before = os.umask(0o022)  # a .vsix carries the modes of its files, and local time
    try:
        with tempfile.TemporaryDirectory(prefix="askfirst-release-") as folder:
            source = copy_of_the_source(Path(folder) / "askfirst")
            out.mkdir(parents=True, exist_ok=True)
            for make in (python_packages, add_on, extension):
                try:
                    make(source, out)
                except NotMade as why:
                    missing.append(f"not made: {why}")
    finally:
        os.umask(before)
    (out / SUMS).write_text(sums(out), "ascii")
    return missing


def sums(folder: Path) -> str:
    """The checksums of *folder*, as ``sha256sum -c`` reads them."""
    files = sorted(each for each in folder.iterdir() if each.is_file() and each.name != SUMS)
    return "".join(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in files)


def differing(one: Path, two: Path) -> list[str]:
    """The names of files that are not the same bytes in both folders, or only in one of them."""
    lines = set(sums(one).splitlines()) ^ set(sums(two).splitlines())
    return sorted({line.split("  ")[1] for line in lines})


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotMade(f"there is no {name} here")
    return found


def _run(command: list[str], folder: Path) -> str:
    surroundings = dict(os.environ)
    if command[0] != "git":
        surroundings |= {"SOURCE_DATE_EPOCH": epoch(), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    if run.returncode:
        raise NotMade(f"{' '.join(command[:4])}: {(run.stderr or run.stdout).strip()[-2000:]}")
    return run.stdout


def main() -> int:
    """Build, twice where asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (default: dist)")
    parser.add_argument("--twice", action="store_true", help="build again elsewhere and compare the bytes")
    parser.add_argument("--all", action="store_true", help="fail where something could not be made")
    given = parser.parse_args()
    missing = build(given.out)
    sys.stdout.write((given.out / SUMS).read_text("ascii") + "".join(f"{each}\n" for each in missing))
    if given.all and missing:
        return 1
    if given.twice:
        with tempfile.TemporaryDirectory(prefix="askfirst-again-") as again:
            os.environ |= {"TZ": "Pacific/Auckland", "LC_ALL": "C"}
            os.umask(0o077)
            build(Path(again))
            different = differing(given.out, Path(again))
        sys.stdout.write(f"differs: {', '.join(different)}\n" if different else "the same bytes twice\n")
        return 1 if different else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
