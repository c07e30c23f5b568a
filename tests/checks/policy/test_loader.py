"""Broken policy data: an error with file and line, never a measure that says something else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from askfirst_checks import policy as package
from askfirst_checks.policy import BrokenData, Policy

ID = "un-2321-11"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(package.DATA, tmp_path / "data"))


def broken(folder: Path, old: str, new: str) -> BrokenData:
    """The error of the measure when *old* stands as *new* in its file."""
    path = folder / "measures" / f"{ID}.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenData) as caught:
        Policy(folder=str(folder)).measure(ID)
    assert caught.value.path == f"measures/{ID}.toml"
    assert str(caught.value) == f"{caught.value.path}:{caught.value.line}: {caught.value.text.en}"
    assert caught.value.text.en != caught.value.text.de
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('layer = "country"', 'layer = "land"', 2, "can only be one of: country, listing, item, assessment"),
        ('level = "stop"', 'level = "loud"', 4, "can only be one of: stop, ask, note"),
        ('level = "stop"', "level = 3", 4, "'level' must be a text"),
        ('id = "un', 'id = "eu', 1, "'id' is 'eu-2321-11'"),
        ("2016-11-30", '"2016-11-30"', 7, "must be a date"),
        ("2016-11-30", "2016-11-30T00:00:00", 7, "must be a date"),
        ("2016-11-30", "2016-13-30", 7, "not readable as TOML"),
        ("in_force_from = 2016-11-30\n", "", 1, "'in_force_from' or 'known_from' is missing"),
        ('countries = ["KP"]', 'countries = "KP"', 6, "must be a list of texts"),
        ('countries = ["KP"]', "countries = []", 6, "names its countries"),
        ('["state-decision"]', '["own-assessment"]', 8, "does not reach the layer 'country'"),
        ('["state-decision"]', '["export-control-office"]', 8, "does not reach the layer 'country'"),
        ('["state-decision"]', "[]", 8, "names no kind"),
        ('confidence = "secondary"', 'confidence = "sure"', 10, "'confidence' is 'sure'"),
        ('confidence = "secondary"', 'confidence = "unverified"', 4, "can only be a note"),
        ("checked_on", "checked", 1, "'checked_on' is missing"),
        ("[act]", "[akt]", 1, "'act' is missing"),
        ("\n[says]", '\nnote = "x"\n[says]', 16, "unknown key 'note'"),
        ("[source]", "[source]\nyear = 3", 25, "unknown key 'year'"),
        ("[question]", "[[question]]", 20, "'question' must be a table"),
    ],
)
def test_an_error_names_file_and_line(folder: Path, old: str, new: str, line: int, says: str) -> None:
    error = broken(folder, old, new)
    assert says in error.text.en
    assert error.line == line


def test_a_missing_measure_is_an_error(folder: Path) -> None:
    with pytest.raises(BrokenData, match=r"measures/none\.toml:1: this data file cannot be read"):
        Policy(folder=str(folder)).measure("none")


@pytest.mark.parametrize(
    ("name", "row", "says"),
    [
        ("listings.tsv", "one\ttwo\n", "9 cells separated by tabs are expected, 2 were found"),
        ("countries.tsv", "XX\tin X\n", "4 cells separated by tabs are expected, 2 were found"),
    ],
)
def test_a_broken_row_names_its_line(folder: Path, name: str, row: str, says: str) -> None:
    path = folder / name
    lines = path.read_text("utf-8").count("\n")
    path.write_text(path.read_text("utf-8") + row, "utf-8")
    policy = Policy(folder=str(folder))
    with pytest.raises(BrokenData) as caught:
        _ = policy.countries, policy.listed("x")
    assert (caught.value.path, caught.value.line) == (name, lines + 1)
    assert says in caught.value.text.en


def test_a_level_of_the_jurisdiction_counts_over_that_of_the_measure(folder: Path) -> None:
    path = folder / "jurisdictions" / "de.toml"
    path.write_text(path.read_text("utf-8").replace('aspi-civilian = "note"', 'aspi-civilian = "ask"'), "utf-8")
    assert Policy(folder=str(folder)).measure("aspi-civilian").level == "ask"


def test_a_measure_that_is_off_is_silent(folder: Path) -> None:
    path = folder / "jurisdictions" / "de.toml"
    path.write_text(path.read_text("utf-8").replace('eu-2016-849 = "stop"', 'eu-2016-849 = "off"'), "utf-8")
    found = Policy(folder=str(folder)).country_measures("KP", "AF101", "2026-11-23")
    assert [measure.id for measure in found] == ["un-2321-11"]


def test_a_measure_ends_on_its_last_day(folder: Path) -> None:
    path = folder / "measures" / f"{ID}.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("in_force_from", "in_force_until = 2026-12-31\nin_force_from"), "utf-8")
    policy = Policy(folder=str(folder))
    assert ID in [each.id for each in policy.country_measures("KP", "AF101", "2026-12-31")]
    assert ID not in [each.id for each in policy.country_measures("KP", "AF101", "2027-01-01")]
