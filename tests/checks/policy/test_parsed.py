"""The TOML that was parsed before says what the TOML says; where it does not, the TOML counts."""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from askfirst_checks import policy as package
from askfirst_checks.policy import BrokenData, Policy
from askfirst_checks.policy.build.parsed import main, parsed
from askfirst_checks.policy.jurisdiction import available
from askfirst_checks.policy.parsed import NAME, checksum_of, loaded
from askfirst_checks.strict import Day, Table

DATA = Path(package.DATA)
KINDS = ("measures", "jurisdictions")
FILES = sorted(path.relative_to(DATA).as_posix() for kind in KINDS for path in DATA.glob(f"{kind}/*.toml"))
ID = "un-2321-11"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def plain(value: object) -> object:
    """*value* with dates as `Day`."""
    if type(value) is date:
        return Day(value.isoformat())
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def test_the_data_that_ship_are_those_that_are_made() -> None:
    assert main(["--check"]) == 0, "run python -m askfirst_checks.policy.build.parsed"


def test_removed_and_made_again_it_is_the_same_byte_for_byte(folder: Path) -> None:
    (folder / NAME).unlink()
    assert main(["--check"], folder) == 1
    assert main([], folder) == 0
    assert (folder / NAME).read_bytes() == (DATA / NAME).read_bytes()


def test_every_measure_and_jurisdiction_is_in_it_and_nothing_else() -> None:
    assert len(FILES) > 30
    assert sorted(loaded((DATA / NAME).read_text("utf-8"))) == FILES


@pytest.mark.parametrize("path", FILES)
def test_its_values_are_those_of_the_toml(path: str) -> None:
    checksum, values = loaded((DATA / NAME).read_text("utf-8"))[path]
    source = (DATA / path).read_text("utf-8")
    assert checksum == checksum_of(source)
    assert values == plain(tomllib.loads(source))


@pytest.mark.parametrize("name", ["de", "eu"])
def test_every_measure_reads_alike_with_and_without_it(name: str, folder: Path) -> None:
    (folder / NAME).unlink()
    kept, fresh = Policy(name), Policy(name, str(folder))
    assert name in available(kept.folder)
    assert kept.profile == fresh.profile
    assert [kept.measure(each) for each in kept.chosen] == [fresh.measure(each) for each in fresh.chosen]


def test_a_question_needs_no_toml_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert Policy().measure(ID).level == "stop"


@pytest.mark.parametrize(
    "break_it",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text("", "utf-8"),
        lambda path: path.write_text("[]", "utf-8"),
        lambda path: path.write_text("{}", "utf-8"),
        lambda path: path.write_text('{"measures/un-2321-11.toml": 3}', "utf-8"),
        lambda path: path.write_text('{"measures/un-2321-11.toml": [0, {}]}', "utf-8"),
        lambda path: path.write_bytes(b"\xff\xfe"),
    ],
)
def test_without_it_or_with_a_broken_one_the_toml_is_read(folder: Path, break_it) -> None:  # type: ignore[no-untyped-def]
    break_it(folder / NAME)
    assert Policy(folder=str(folder)).measure(ID) == Policy().measure(ID)


@pytest.mark.parametrize(
    ("old", "new"), [("2016-11-30", "2016-12-01"), ('"stop"', '"ask"'), ("asks ", "ASKS "), ("\n", "\n\n")]
)
def test_an_edited_file_counts_as_it_was_edited(folder: Path, old: str, new: str) -> None:
    path = folder / "measures" / f"{ID}.toml"
    edited = path.read_text("utf-8").replace("Asks States", "asks States").replace(old, new, 1)
    path.write_text(edited, "utf-8")
    found = Policy(folder=str(folder)).table(f"measures/{ID}.toml")
    assert plain(dict(found.values)) == plain(tomllib.loads(edited))


def test_windows_line_ends_are_the_same_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "measures" / f"{ID}.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert Policy(folder=str(folder)).measure(ID).from_day == "2016-11-30"


@pytest.mark.parametrize("value", [Day("2016-11-30"), date(2016, 11, 30)])
def test_a_date_is_a_date_in_both_forms(value: object) -> None:
    assert Table({"day": value}, "x.toml", "").date("day") == "2016-11-30"


@pytest.mark.parametrize("value", ["2016-11-30", 2016, datetime(2016, 11, 30), {"day": "2016-11-30"}, ["2016-11-30"]])
def test_what_is_no_date_stays_none(value: object) -> None:
    with pytest.raises(BrokenData, match="must be a date"):
        Table({"day": value}, "x.toml", "").date("day")


@pytest.mark.parametrize("line", ["at = 12:30:00", "at = 2016-11-30T12:30:00"])
def test_what_has_no_form_in_json_is_refused_when_it_is_made(folder: Path, line: str) -> None:
    path = folder / "measures" / f"{ID}.toml"
    path.write_text(line + "\n" + path.read_text("utf-8"), "utf-8")
    with pytest.raises(TypeError, match="has no form"):
        parsed(folder)


def test_one_file_is_one_line_so_that_a_change_is_seen_in_a_diff() -> None:
    lines = (DATA / NAME).read_text("utf-8").splitlines()
    assert [json.loads("{" + line.rstrip(",") + "}").popitem()[0] for line in lines[1:-1]] == sorted(
        FILES, key=lambda path: (path.split("/")[0], path)
    )
