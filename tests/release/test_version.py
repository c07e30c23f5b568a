"""Program, add-on, extension and citation are of one version."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from tests.release.parts import ROOT, part

from askfirst import __version__

version = part("version")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    for place in version.PLACES:
        (tmp_path / place.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / place.path, tmp_path / place.path)
    return tmp_path


def test_all_say_the_same() -> None:
    assert {each for found in version.versions().values() for each in found} == {__version__}
    assert all(
        len(found) == place.times for found, place in zip(version.versions().values(), version.PLACES, strict=True)
    )
    assert version.main([f"v{__version__}"]) == 0


@pytest.mark.parametrize("tag", ["v9.9.9", "v"])
def test_another_tag_is_no_release(tag: str) -> None:
    assert version.main([tag]) == 1


@pytest.mark.parametrize("path", [place.path for place in version.PLACES])
def test_one_that_differs_is_seen(path: str, elsewhere: Path) -> None:
    file = elsewhere / path
    file.write_text(file.read_text("utf-8").replace(__version__, "0.0.9"), "utf-8")
    assert {each for found in version.versions(elsewhere).values() for each in found} == {__version__, "0.0.9"}


def test_one_command_writes_all(elsewhere: Path) -> None:
    version.write("1.2.3rc1", elsewhere)
    assert {each for found in version.versions(elsewhere).values() for each in found} == {"1.2.3rc1"}
    for place in version.PLACES:
        if place.path.endswith(".json"):
            json.loads((elsewhere / place.path).read_text("utf-8"))
    cff = yaml.safe_load((elsewhere / "CITATION.cff").read_text("utf-8"))
    assert (cff["version"], cff["cff-version"]) == ("1.2.3rc1", "1.2.0")


def test_only_the_version_is_written(elsewhere: Path) -> None:
    version.write(__version__, elsewhere)
    for place in version.PLACES:
        assert (elsewhere / place.path).read_bytes() == (ROOT / place.path).read_bytes()


@pytest.mark.parametrize("given", ["", "1", "1.2", "v1.2.3", "1.2.3-beta", '1.2.3"', "1.2.3\n", "../1.2.3"])
def test_what_is_no_version_is_not_written(given: str, elsewhere: Path) -> None:
    with pytest.raises(ValueError, match="no version"):
        version.write(given, elsewhere)
    assert version.versions(elsewhere) == version.versions()
