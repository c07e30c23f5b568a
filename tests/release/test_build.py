"""What is handed out is the same bytes each time, and whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.conftest import need
from tests.release.parts import ROOT, part

build = part("build")


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("ASKFIRST_UPDATE_URL", "https://www.example.org/askfirst/update.json")


def twice(make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders in which *make* worked, in another place, on another clock and with another mask."""
    made = []
    for name, zone, mask in (("one", "UTC", 0o022), ("another place", "Pacific/Auckland", 0o077)):
        monkeypatch.setenv("TZ", zone)
        source, out = build.copy_of_the_source(tmp_path / name / "askfirst"), tmp_path / name / "dist"
        out.mkdir()
        before = os.umask(mask)
        try:
            make(source, out)  # type: ignore[operator]
        finally:
            os.umask(before)
        made.append(out)
    return made[0], made[1]


@pytest.mark.client
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the source is no git repository")
def test_wheel_and_sdist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("build", reason="pip install -e '.[release]'")
    pytest.importorskip("hatchling", reason="pip install -e '.[release]'")
    one, two = twice(build.python_packages, tmp_path, monkeypatch)
    assert build.differing(one, two) == []
    (wheel,) = one.glob("*.whl")
    (sdist,) = one.glob("*.tar.gz")
    inside = zipfile.ZipFile(wheel).namelist()
    assert "askfirst_checks/policy/data/listings.tsv" in inside
    assert not [name for name in inside if "/editors/vscode/" in name or name.endswith(".pyc")]
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "README.md",
        "CITATION.cff",
        "SECURITY.md",
        "docs/build.py",
        "release/build.py",
        "zotero_addon/manifest.json",
    } <= names
    assert not [name for name in names if "node_modules" in name or name.startswith(("site/", ".venv/"))]


@pytest.mark.client
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the source is no git repository")
def test_the_add_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("node")
    one, two = twice(build.add_on, tmp_path, monkeypatch)
    assert sorted(each.suffix for each in one.iterdir()) == [".json", ".xpi"]
    assert build.differing(one, two) == []


@pytest.mark.client
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the source is no git repository")
@pytest.mark.skipif(
    not (ROOT / "plugin/askfirst/editors/vscode/node_modules").is_dir(), reason="npm ci in the extension's folder"
)
def test_the_extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [tmp_path / "one", tmp_path / "two"]
    for each, zone, mask in zip(made, ("UTC", "Pacific/Auckland"), (0o022, 0o077), strict=True):
        monkeypatch.setenv("TZ", zone)
        before = os.umask(mask)
        monkeypatch.setattr(build, "python_packages", lambda source, out: None)
        monkeypatch.setattr(build, "add_on", lambda source, out: None)
        try:
            assert build.build(each) == []
        finally:
            os.umask(before)
    assert build.differing(*made) == []
    (vsix,) = made[0].glob("*.vsix")
    assert "extension/ThirdPartyNotices.txt" in zipfile.ZipFile(vsix).namelist()


def test_only_what_git_knows_is_copied(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("the source is no git repository")
    build.copy_of_the_source(tmp_path)
    assert (tmp_path / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert not [name for name in os.listdir(tmp_path) if name in (".venv", ".git", "site", "dist")]


def test_without_an_address_the_add_on_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ASKFIRST_UPDATE_URL")
    with pytest.raises(build.NotMade, match="ASKFIRST_UPDATE_URL"):
        build.add_on(tmp_path, tmp_path)


@pytest.mark.parametrize("tool", ["npm", "node", "no-such-tool"])
def test_without_a_tool_it_is_said_too(tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(build.NotMade, match=tool):
        build._tool(tool)


def test_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "b.whl").write_bytes(b"b")
    (tmp_path / "a.tar.gz").write_bytes(b"a")
    (tmp_path / build.SUMS).write_text(build.sums(tmp_path))
    assert build.sums(tmp_path).startswith(hashlib.sha256(b"a").hexdigest() + "  a.tar.gz\n")
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "-c", build.SUMS], cwd=tmp_path, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("one", "two", "names"),
    [
        ({"a": b"1"}, {"a": b"1"}, []),
        ({"a": b"1"}, {"a": b"2"}, ["a"]),
        ({"a": b"1", "b": b"2"}, {"a": b"1"}, ["b"]),
        ({}, {"c": b"3"}, ["c"]),
        ({}, {}, []),
    ],
)
def test_what_differs_is_named(one: dict[str, bytes], two: dict[str, bytes], names: list[str], tmp_path: Path) -> None:
    for folder, files in (("one", one), ("two", two)):
        (tmp_path / folder).mkdir()
        for name, content in files.items():
            (tmp_path / folder / name).write_bytes(content)
    assert build.differing(tmp_path / "one", tmp_path / "two") == names
