"""The add-on's scripts without Zotero: node's tests, the build, and the types of Zotero's own interfaces."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import askfirst

ADDON = Path(__file__).resolve().parents[2] / "zotero_addon"


def program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        if os.environ.get("ASKFIRST_CI"):
            pytest.fail(f"{name} is not installed; CI installs it, so this must not be skipped")
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The add-on's folder, to be built in."""
    target = tmp_path / "addon"
    shutil.copytree(ADDON, target, ignore=shutil.ignore_patterns("node_modules", "dist", "docs"))
    return target


def test_the_parts_that_need_no_zotero(copy: Path) -> None:
    done = subprocess.run([program("node"), "--test", "test/"], cwd=copy, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_build_and_its_hash(copy: Path) -> None:
    subprocess.run([program("node"), "tools/build.mjs"], cwd=copy, check=True, capture_output=True, timeout=60)
    (xpi,) = (copy / "dist").glob("*.xpi")
    with zipfile.ZipFile(xpi) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        assert "bootstrap.js" in archive.namelist()
    update = json.loads((copy / "dist" / "update.json").read_text())["addons"]["askfirst@askfirst.org"]["updates"][0]
    assert update["version"] == manifest["version"] == askfirst.__version__
    assert update["update_hash"] == "sha512:" + hashlib.sha512(xpi.read_bytes()).hexdigest()
    assert update["applications"]["zotero"]["strict_max_version"] == "10.0.*"


def test_the_scripts_fit_the_types_of_zotero(copy: Path) -> None:
    npm = program("npm")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    made = subprocess.run(install, cwd=copy, capture_output=True, text=True, timeout=300)
    if made.returncode:
        pytest.skip(f"zotero-types cannot be installed here: {made.stderr.strip()[-300:]}")
    done = subprocess.run([npm, "run", "--silent", "types"], cwd=copy, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
