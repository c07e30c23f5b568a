"""What askfirst comes with is listed, and what the extension carries keeps its notices."""

from __future__ import annotations

import re

import pytest
from tests.release.parts import ROOT, part

licences = part("licences")
LISTED = dict(re.findall(r"^\| ([a-z][\w.-]+) \| ([^|]+) \|", (ROOT / "LICENCES.md").read_text("utf-8"), re.M))


@pytest.mark.parametrize("extra", ["", "online"])
def test_whatever_is_needed_is_listed(extra: str) -> None:
    missing = [name for name in licences.needed(extra) if name not in LISTED]
    assert not missing, "run: python release/licences.py"


def test_the_bundled_packages_are_listed_and_noticed() -> None:
    notices = licences.NOTICES.read_text("utf-8")
    for name in licences.javascript():
        assert name in LISTED
        assert f"---- {name}\n" in notices
    if (licences.EXTENSION / "node_modules").is_dir():
        assert licences.notices() == notices, "run: python release/licences.py"


def test_none_forbids_what_the_wheel_does() -> None:
    assert not [name for name, licence in LISTED.items() if re.search(r"\bA?GPL|see the package", licence)]


@pytest.mark.parametrize("name", ["askfirst", "dev", "lowest"])
def test_locks_name_versions_and_no_place_of_ours(name: str) -> None:
    lock = (ROOT / f"release/locks/{name}.txt").read_text("utf-8")
    assert "http" not in lock.replace("httpcore", "").replace("httpx", "")
    assert "file:" not in lock
    pins = re.findall(r"^([a-z0-9][\w.-]*)==(\S+)", lock, re.M)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", lock, re.M))
    if name != "lowest":
        assert lock.count("--hash=sha256:") >= len(pins)


def test_the_lowest_are_those_that_are_declared() -> None:
    lock = (ROOT / "release/locks/lowest.txt").read_text("utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    declared = re.findall(r'^    "([\w.-]+)>=([\d.]+)', project.split("docs = [")[0], re.M)
    assert len(declared) >= 6
    for name, version in declared:
        assert re.search(rf"^{name.lower()}=={re.escape(version)}(\.0)*$", lock, re.M), (
            f"{name} {version}: nox -s locks"
        )
