"""The optional ROR index: any form of the dump builds it, and it speaks only where the list does not."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from askfirst_checks.names.institutions import Gazetteer
from askfirst_checks.names.ror import NoIndexError, RorIndex
from askfirst_checks.names.ror_build import BrokenDumpError, Counts, build, records

SHARED = Path(__file__).resolve().parents[3] / "../shared/data/ror/ror_records_v2.9_part.jsonl.gz"


def record(ror: str, name: str, country: str, town: str, *other: str, **more: Any) -> dict[str, Any]:
    names = [{"value": name, "types": ["ror_display", "label"], "lang": "en"}]
    names += [{"value": value, "types": ["alias"], "lang": None} for value in other]
    place = {"geonames_details": {"country_code": country, "name": town}, "geonames_id": 1}
    known = {
        "id": f"https://ror.org/{ror}",
        "names": names,
        "locations": [place],
        "status": "active",
        "relationships": [],
    }
    return known | more


def part_of(ror: str) -> list[dict[str, str]]:
    return [{"type": "parent", "id": f"https://ror.org/{ror}", "label": ""}]


RECORDS = [
    record("0aaaaaa01", "University of Zagreb", "HR", "Zagreb", "Sveučilište u Zagrebu"),
    record("0aaaaaa02", "Nanjing University of Ceramics", "CN", "Nanjing"),
    record("0aaaaaa03", "Tsinghua University Berkeley School", "CN", "Shenzhen", relationships=part_of("03cve4549")),
    record("0aaaaaa04", "Tsinghua University Hospital", "CN", "Beijing", relationships=part_of("03cve4549")),
    record("0aaaaaa05", "Trinity College", "IE", "Dublin"),
    record("0aaaaaa06", "Trinity College", "US", "Hartford"),
    record("0aaaaaa07", "Acme Optics (Germany)", "DE", "Jena"),
    record("0aaaaaa08", "Old Institute of Alchemy", "DE", "Prag", status="withdrawn"),
    record("03cve4549", "Tsinghua University", "CN", "Beijing", "Tsinghua Xuetang"),
    record("0aaaaaa09", "Institute of Physics", "GB", "London"),
    {
        "id": "https://ror.org/0aaaaaa10",
        "name": "Universität Lummerland",
        "aliases": ["Lummerland University"],
        "acronyms": ["ULL"],
        "labels": [],
        "status": "active",
        "relationships": [],
        "addresses": [{"city": "Lummer"}],
        "country": {"country_code": "XX"},
    },
    {"id": "https://ror.org/0aaaaaa11", "status": "active"},
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("ror")
    dump = folder / "dump.json"
    dump.write_text(json.dumps(RECORDS), encoding="utf-8")
    build(str(dump), str(folder / "ror.sqlite"))
    return str(folder / "ror.sqlite")


def named(index: str, text: str, *countries: str) -> list[str]:
    return [hit.id for hit in Gazetteer(ror=RorIndex(index)).find(text, None, countries)[0]]


def array(path: Path) -> None:
    path.write_text(json.dumps(RECORDS, indent=1), encoding="utf-8")


def lines(path: Path) -> None:
    path.write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")


def zipped_gz(path: Path) -> None:
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, RECORDS)).encode()))


def archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("v2.0-2026-ror-data.csv", "id,name\n")
        made.writestr("v2.0-2026-ror-data.json", json.dumps(RECORDS))


@pytest.mark.parametrize("write", [array, lines, zipped_gz, archive])
def test_every_form_of_the_dump_gives_the_same_index(write: Any, tmp_path: Path) -> None:
    dump, made = tmp_path / "dump", str(tmp_path / "ror.sqlite")
    write(dump)
    assert build(str(dump), made) == Counts(records=10, names=13, passed_over=2)
    assert named(made, "Faculty of Science, Sveučilište u Zagrebu") == ["ror:0aaaaaa01"]
    assert RorIndex(made).about() == {"format": "2", "records": "10", "names": "13", "dump": "dump"}


def test_an_unlisted_institution_gives_its_country(index: str) -> None:
    (hit,) = Gazetteer(ror=RorIndex(index)).find("Department of Physics, Univ. of Zagreb", None)[0]
    assert (hit.id, hit.name, hit.country, hit.ror) == ("ror:0aaaaaa01", "University of Zagreb", "HR", "0aaaaaa01")


def test_a_record_of_the_first_schema_is_read_too(index: str) -> None:
    assert named(index, "Lummerland University, Lummer") == ["ror:0aaaaaa10"]


def test_a_longer_name_of_another_body_silences_a_listed_one(index: str) -> None:
    assert named(index, "Nanjing University of Ceramics, Nanjing", "CN") == ["ror:0aaaaaa02"]
    assert named(index, "Tsinghua University Hospital, Beijing", "CN") == ["ror:0aaaaaa04"]


def test_a_part_of_a_listed_body_does_not_silence_it(index: str) -> None:
    assert named(index, "Tsinghua University Berkeley School, Shenzhen", "CN") == ["cn-tsinghua-university"]


def test_the_reviewed_list_speaks_for_its_own_bodies(index: str) -> None:
    assert named(index, "Tsinghua University, Beijing") == ["cn-tsinghua-university"]
    assert named(index, "Tsinghua Xuetang, Beijing") == []


def test_a_name_of_two_bodies_needs_a_second_fact(index: str) -> None:
    assert named(index, "Trinity College") == []
    assert named(index, "Trinity College, Dublin") == ["ror:0aaaaaa05"]
    assert named(index, "Trinity College, Room 5", "US") == ["ror:0aaaaaa06"]


def test_a_printed_other_country_silences_an_unlisted_one(index: str) -> None:
    assert named(index, "University of Zagreb, Illinois", "US") == []


def test_a_name_that_ror_tells_apart_by_a_bracket_does_not_decide(index: str) -> None:
    assert named(index, "Acme Optics") == []
    assert named(index, "Acme Optics, Jena") == ["ror:0aaaaaa07"]


def test_what_is_withdrawn_is_not_known(index: str) -> None:
    assert named(index, "Old Institute of Alchemy, Prag") == []


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 broken", b"\x1f\x8b broken", b"{", b"[[[", b"\xff\xfe\x00", b'"' * 99, b"not json"]
)
def test_a_broken_dump_is_told_and_leaves_no_file(content: bytes, tmp_path: Path) -> None:
    dump, made = tmp_path / "dump", tmp_path / "ror.sqlite"
    dump.write_bytes(content)
    with pytest.raises((BrokenDumpError, OSError)):
        build(str(dump), str(made))
    assert [path.name for path in tmp_path.iterdir()] == ["dump"]


def test_an_older_index_stays_when_the_new_dump_is_broken(tmp_path: Path) -> None:
    good, bad, made = tmp_path / "good", tmp_path / "bad", tmp_path / "ror.sqlite"
    lines(good)
    bad.write_text("[{", encoding="utf-8")
    build(str(good), str(made))
    before = made.read_bytes()
    with pytest.raises(BrokenDumpError):
        build(str(bad), str(made))
    assert made.read_bytes() == before


def test_an_archive_without_json_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as made:
        made.writestr("readme.txt", "nothing")
    with pytest.raises(BrokenDumpError, match=r"no \.json file"):
        list(records(str(tmp_path / "dump.zip")))


def test_a_deep_record_does_not_end_the_program(tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    dump.write_text("[" * 200_000, encoding="utf-8")
    assert list(records(str(dump))) == []
    dump.write_text('{"a":' * 200_000, encoding="utf-8")
    with pytest.raises(BrokenDumpError):
        list(records(str(dump)))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_what_is_no_index_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ror.sqlite").write_bytes(content)
    with pytest.raises(NoIndexError, match="ROR index"):
        RorIndex(str(tmp_path / "ror.sqlite"))


def test_a_missing_index_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        RorIndex(str(tmp_path / "none.sqlite"))
    assert list(tmp_path.iterdir()) == []


def test_an_index_of_another_version_is_told(index: str, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    old.write_bytes(Path(index).read_bytes())
    with sqlite3.connect(old) as db:
        db.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    with pytest.raises(NoIndexError, match="another version"):
        RorIndex(str(old))


def test_a_path_with_signs_of_an_address_is_opened(index: str, tmp_path: Path) -> None:
    strange = tmp_path / "a?mode=rwc#100%.sqlite"
    strange.write_bytes(Path(index).read_bytes())
    assert RorIndex(str(strange)).about()["format"] == "2"


def test_the_index_is_never_written(index: str) -> None:
    before = os.stat(index)
    named(index, "University of Zagreb, Trinity College, Tsinghua University")
    assert (os.stat(index).st_mtime_ns, os.stat(index).st_size) == (before.st_mtime_ns, before.st_size)


@pytest.mark.long
def test_the_stored_part_of_ror_fits_the_memory_of_a_check(tmp_path: Path) -> None:
    if not SHARED.exists():
        pytest.skip("the shared part of the ROR dump is not here")
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell a process's memory under /proc")
    made = str(tmp_path / "ror.sqlite")
    counts = build(str(SHARED), made)
    assert counts.records > 45_000
    assert counts.names > 100_000
    code = (
        "import sys; from askfirst_checks.names.institutions import Gazetteer;"
        "from askfirst_checks.names.ror import RorIndex; g = Gazetteer(ror=RorIndex(sys.argv[1]));"
        "texts = ['Institute of Physics, University of Zagreb', 'Charité, Berlin', 'Beihang University, Beijing'] * 20;"
        "print(sum(len(g.find(t, None)[0]) for t in texts));"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    )
    said = subprocess.run([sys.executable, "-c", code, made], capture_output=True, text=True, check=True).stdout.split()
    assert int(said[0]) >= 40
    assert int(said[1]) <= 40 * 1024
