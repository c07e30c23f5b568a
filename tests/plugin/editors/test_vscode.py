"""The VS Code extension: compiled, linted, unit-tested and packaged, with what npm installs from its lock file."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.conftest import need

EXTENSION = Path(__file__).resolve().parents[3] / "plugin" / "askfirst" / "editors" / "vscode"


def npm(*arguments: str) -> str:
    """What npm prints; fails with all of it."""
    run = subprocess.run(
        [need("npm"), *arguments], cwd=EXTENSION, capture_output=True, text=True, timeout=540, check=False
    )
    assert run.returncode == 0, f"npm {' '.join(arguments)}:\n{run.stdout[-3000:]}\n{run.stderr[-3000:]}"
    return run.stdout + run.stderr


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """The development dependencies. CI fetches them; elsewhere nobody goes online for a test."""
    need("npm")
    if (EXTENSION / "node_modules" / ".package-lock.json").exists():
        return
    if not os.environ.get("ASKFIRST_CI"):
        pytest.skip(f"the extension's development dependencies are not installed: npm ci in {EXTENSION}")
    npm("ci", "--no-audit", "--no-fund")


def test_it_compiles_and_is_clean() -> None:
    npm("run", "compile")
    npm("run", "lint")


def test_its_unit_tests() -> None:
    assert "# fail 0" in npm("run", "test")


def test_it_is_packaged_with_what_it_needs_and_nothing_else() -> None:
    node = subprocess.run([need("node"), "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(node[1:].split(".")[0]) < 20:
        pytest.skip(f"vsce, which packages extensions, needs Node 20; this is {node} (Debian 12 has 18)")
    npm("run", "package")
    with zipfile.ZipFile(EXTENSION / "dist" / "askfirst.vsix") as package:
        names = {name.removeprefix("extension/") for name in package.namelist() if name.startswith("extension/")}
        manifest = json.loads(package.read("extension/package.json"))
    assert {"dist/extension.js", "package.nls.de.json", "readme.md", "LICENSE.txt"} <= names
    assert not [name for name in names if "node_modules" in name or name.startswith(("src/", "test/"))]
    assert manifest["main"] == "./dist/extension.js"


def test_the_lock_file_names_no_place_of_ours() -> None:
    assert '"resolved"' not in (EXTENSION / "package-lock.json").read_text()
