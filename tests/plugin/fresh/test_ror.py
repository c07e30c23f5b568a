"""ROR's newest dump becomes the index of institutions, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.plugin.online.services import WEB_PAGE, Answer, FakeServices

from askfirst.fresh import ror
from askfirst.lists import resolver

from .lists import plays

Run = Callable[..., tuple[int, str]]
RECORD, FILE = "/ror/communities/ror-data/records", "/ror/records/42/files/v9.9-ror-data.zip/content"


def dump(*numbers: int, name: str = "v9.9-ror-data_schema_v2.json") -> bytes:
    """A dump in ROR's shape, of invented institutions."""
    records = [
        {
            "id": f"https://ror.org/0{number:08}",
            "status": "active",
            "names": [{"value": f"Sample University of Newtown {number}", "types": ["ror_display", "label"]}],
            "locations": [{"geonames_details": {"country_code": "NZ", "name": "Newtown"}}],
            "relationships": [],
        }
        for number in numbers
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, json.dumps(records))
    return packed.getvalue()


def record(content: bytes, **other: Any) -> bytes:
    """Zenodo's answer for the newest record."""
    file = {"key": "v9.9-ror-data.zip", "checksum": f"md5:{hashlib.md5(content).hexdigest()}", **other}
    return json.dumps({"hits": {"hits": [{"id": 42, "files": [file]}]}}).encode()


TEN = dump(*range(10))


@pytest.fixture(autouse=True)
def ten_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ror, "FEWEST", 5)


@pytest.fixture
def index(data: Path) -> Path:
    return data.parent / "ror.sqlite"


def test_the_newest_is_fetched_after_it_was_shown(update: Run, services: FakeServices, index: Path) -> None:
    plays(services, RECORD, record(TEN))
    plays(services, FILE, TEN)
    code, said = update("--only", "ror")
    assert code == 0, said
    assert "https://zenodo.org/api/communities/ror-data/records" in said
    assert "Not yet tried" in said
    assert "10 institutions" in said
    assert [each.path.partition("?")[0] for each in services.asked] == [RECORD, FILE]
    assert sorted(each.name for each in index.parent.iterdir()) == ["ror.sqlite"]
    found = resolver().resolve("Department of Tides, Sample University of Newtown 7")
    assert [hit.country for hit in found.institutions] == ["NZ"]


def test_what_came_and_went_is_counted_and_the_index_before_kept(
    update: Run, services: FakeServices, index: Path
) -> None:
    newer = dump(*range(1, 13))
    plays(services, RECORD, record(TEN), record(newer))
    plays(services, FILE, TEN, newer)
    update("--only", "ror")
    before = index.read_bytes()
    code, said = update("--only", "ror")
    assert code == 0, said
    assert "New: 3. No longer in it: 1." in said
    assert (index.parent / "ror.sqlite.before").read_bytes() == before


def test_a_dump_that_was_saved_is_read_and_nothing_fetched(
    update: Run, services: FakeServices, index: Path, tmp_path: Path
) -> None:
    (tmp_path / "dump.zip").write_bytes(TEN)
    code, said = update("--only", "ror", "--from", str(tmp_path / "dump.zip"))
    assert code == 0, said
    assert index.exists()
    assert services.asked == []


def test_without_its_name_it_is_not_fetched(update: Run, services: FakeServices) -> None:
    update()
    assert not [each for each in services.asked if "ror" in each.path]


def bomb() -> bytes:
    """An archive that says it is 3 GB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.json", b"[]")
        archive.getinfo("a.json").file_size = 3 * 1024**3
    return packed.getvalue()


CUT = TEN[: len(TEN) // 2]
TRAPS: dict[str, tuple[Answer | bytes, Answer | bytes, str]] = {
    "a web page for the record": (WEB_PAGE, TEN, "names no dump"),
    "no record": (b'{"hits": {"hits": []}}', TEN, "names no dump"),
    "a record of another shape": (b'{"hits": [1]}', TEN, "names no dump"),
    "a record that nests": (b"[" * 100_000, TEN, "names no dump"),
    "a file of another kind": (record(TEN, key="readme.md"), TEN, "names no dump"),
    "a file elsewhere": (record(TEN, key="../../etc/passwd.zip"), TEN, "names no dump"),
    "no checksum": (record(TEN, checksum="sha256:12"), TEN, "names no dump"),
    "half of it": (record(TEN), CUT, "MD5 differs"),
    "a web page for the dump": (record(TEN), WEB_PAGE, "MD5 differs"),
    "half of it, and its checksum": (record(CUT), CUT, "no ROR dump"),
    "no archive": (record(b"not a dump"), b"not a dump", "no ROR dump"),
    "another file in the archive": (record(dump(1, name="a.csv")), dump(1, name="a.csv"), "no .json file"),
    "another encoding": (record(b"\xff\xfe\xfa{}"), b"\xff\xfe\xfa{}", "no ROR dump"),
    "too few": (record(dump(1, 2)), dump(1, 2), "not the whole"),
    "far fewer than before": (record(dump(*range(7))), dump(*range(7)), "not the whole"),
    "one that unpacks without end": (record(bomb()), bomb(), "unpack to more than"),
    "a busy server": (Answer(503, b""), TEN, "503"),
    "a server without the dump": (record(TEN), Answer(404, b""), "404"),
}


@pytest.mark.parametrize(("first", "second", "why"), TRAPS.values(), ids=TRAPS.keys())
def test_the_index_in_force_stays(
    update: Run, services: FakeServices, index: Path, first: Answer | bytes, second: Answer | bytes, why: str
) -> None:
    plays(services, RECORD, record(TEN), first)
    plays(services, FILE, TEN, second)
    assert update("--only", "ror")[0] == 0
    before = index.read_bytes()
    code, said = update("--only", "ror")
    assert code == 2
    assert why in said
    assert index.read_bytes() == before
    assert sorted(each.name for each in index.parent.iterdir()) == ["ror.sqlite"]


class _Ended(BaseException):
    """The process is ended here."""


@pytest.mark.parametrize("end", range(5))
def test_ended_at_any_rename_a_whole_index_is_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: int
) -> None:
    path, file = str(tmp_path / "ror.sqlite"), tmp_path / "dump.zip"
    file.write_bytes(TEN)
    ror.put(str(file), path, "dump")
    old = Path(path).read_bytes()
    file.write_bytes(dump(*range(30)))
    calls = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls > end:
                raise _Ended
            return real(*given, **named)

        return call

    for name in ("link", "replace"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    with contextlib.suppress(_Ended):
        ror.put(str(file), path, "dump")
    monkeypatch.undo()
    assert len(ror._ids(path)) == (30 if end >= 4 else 10)
    assert (Path(path).read_bytes() == old) == (end < 4)
