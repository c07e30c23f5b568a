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
    shutil.copy(ADDON.parent / "LICENSE", tmp_path)
    shutil.copytree(ADDON, target, ignore=shutil.ignore_patterns("node_modules", "dist", "docs"))
    return target


def test_the_parts_that_need_no_zotero(copy: Path) -> None:
    done = subprocess.run([program("node"), "--test", "test/"], cwd=copy, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-3000:]


URL = "https://updates.example/askfirst/update.json"


def built(folder: Path, url: str = URL) -> subprocess.CompletedProcess[str]:
    environment = {**{key: value for key, value in os.environ.items() if key != "ASKFIRST_UPDATE_URL"}}
    if url:
        environment["ASKFIRST_UPDATE_URL"] = url
    command = [program("npm"), "run", "--silent", "build"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, env=environment)


def test_two_builds_from_a_clean_copy_are_the_same_bytes(copy: Path) -> None:
    def bytes_of() -> bytes:
        assert built(copy).returncode == 0
        (xpi,) = (copy / "dist").glob("*.xpi")
        return xpi.read_bytes()

    first = bytes_of()
    shutil.rmtree(copy / "dist")
    for path in copy.rglob("*.js"):
        os.utime(path)
    assert bytes_of() == first


def test_no_build_without_an_address_of_ones_own(copy: Path) -> None:
    done = built(copy, "")
    assert done.returncode == 1
    assert done.stderr.startswith("build: set ASKFIRST_UPDATE_URL")
    assert "at file:" not in done.stderr
    assert not (copy / "dist").exists()


def test_the_lock_file_is_that_of_the_package(copy: Path) -> None:
    lock = json.loads((copy / "package-lock.json").read_text("utf-8"))
    package = json.loads((copy / "package.json").read_text("utf-8"))
    assert lock["version"] == package["version"] == askfirst.__version__
    assert lock["packages"][""]["devDependencies"] == package["devDependencies"]
    places = [each.get("resolved", "https://registry.npmjs.org/") for each in lock["packages"].values()]
    assert all(each.startswith("https://registry.npmjs.org/") for each in places)


def test_the_build_and_its_hash(copy: Path) -> None:
    built(copy)
    (xpi,) = (copy / "dist").glob("*.xpi")
    with zipfile.ZipFile(xpi) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        assert {"bootstrap.js", "LICENSE"} <= set(archive.namelist())
    assert manifest["applications"]["zotero"]["update_url"] == URL
    update = json.loads((copy / "dist" / "update.json").read_text())["addons"]["askfirst@askfirst.org"]["updates"][0]
    assert update["version"] == manifest["version"] == askfirst.__version__
    assert update["update_hash"] == "sha512:" + hashlib.sha512(xpi.read_bytes()).hexdigest()
    assert update["applications"]["zotero"]["strict_max_version"] == "10.0.*"


def test_the_scripts_fit_the_types_of_zotero(copy: Path) -> None:
    npm = program("npm")
    install = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    made = subprocess.run(install, cwd=copy, capture_output=True, text=True, timeout=300)
    if made.returncode:
        pytest.skip(f"zotero-types cannot be installed here: {made.stderr.strip()[-300:]}")
    done = subprocess.run([npm, "run", "--silent", "types"], cwd=copy, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
