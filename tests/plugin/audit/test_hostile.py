"""Sources that are broken or meant to do harm: counted, told, and read past."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from tests.plugin.audit.generate import PLANTED

from askfirst.cli import main

GOOD = json.dumps(
    {"id": "good", "publication_date": "2020-01-02", "authorships": [{"raw_affiliation_strings": [PLANTED[0]]}]}
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _found(capsys: pytest.CaptureFixture[str], source: Path) -> dict[str, object]:
    main(["audit", "--format", "json", str(source)])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in found["works"]] == ["good"]  # type: ignore[attr-defined]
    return found


ODD = (
    {"id": "a", "title": "\ud800 half", "publication_date": "2020-01-02", "authorships": GOOD},
    {"id": "\udfff", "authorships": [{"author": "x", "raw_author_name": 7, "raw_affiliation_strings": ["\ud800"]}]},
    {"id": {}, "doi": [], "publication_year": 10**40, "authorships": {"raw_affiliation_strings": PLANTED[0]}},
    {"id": "b", "publication_date": "9" * 100_000, "authorships": [[], {"affiliations": {}}, None]},
    {"id": "c", "publication_year": -1, "title": {"en": "x"}, "authorships": [{"affiliations": [{}, 1]}]},
    {"authorships": [{"raw_affiliation_strings": ["x" * 3_000_000, "\x00", "\x1b[31m", ""]}]},
)


def test_wrong_types_and_odd_signs_stop_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.jsonl"
    source.write_text("\n".join([*map(json.dumps, ODD), GOOD]) + "\n", "utf-8")
    assert _found(capsys, source)["read"]["works"] == len(ODD) + 1  # type: ignore[index]


@pytest.mark.parametrize("form", ["json", "csv", "html", "text"])
def test_half_a_sign_in_a_title_is_written(form: str, tmp_path: Path) -> None:
    source, out = tmp_path / "w.jsonl", tmp_path / "out"
    work = {**json.loads(GOOD), "id": "\udc80", "title": "\ud800 of films"}
    source.write_text(json.dumps(work) + "\n", "utf-8")
    assert main(["audit", "--format", form, "-o", str(out), str(source)]) == 1
    assert "of films" in out.read_text("utf-8")


@pytest.mark.parametrize("packed", [False, True])
def test_ten_megabytes_on_a_line(packed: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = b'{"id": "' + b"x" * (10 * 1024 * 1024) + b'"}\n'
    whole = long + GOOD.encode() + b"\n"
    source = tmp_path / ("w.jsonl.gz" if packed else "w.jsonl")
    source.write_bytes(gzip.compress(whole) if packed else whole)
    found = _found(capsys, source)
    assert found["not_read"]["places"] == [{"place": f"{source}:1", "why": "large"}]  # type: ignore[index]


def test_a_line_as_long_as_is_allowed_hides_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askfirst.audit.sources.LONGEST", 1000)
    for length in (999, 1000, 1001, 2001):
        source = tmp_path / f"{length}.jsonl"
        source.write_text("x" * (length - 1) + "\n" + GOOD + "\n", "utf-8")
        assert _found(capsys, source)["not_read"]["records"] == 1  # type: ignore[index]


def test_a_bomb_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askfirst.audit.sources.LONGEST", 100_000)
    folder = tmp_path / "in"
    folder.mkdir()
    with gzip.open(folder / "a.jsonl.gz", "wb") as file:
        for _ in range(100):
            file.write(b"0" * 1_000_000)
    (folder / "b.jsonl").write_text(GOOD + "\n", "utf-8")
    start = time.process_time()
    found = _found(capsys, folder)
    assert time.process_time() - start < 30
    assert {each["why"] for each in found["not_read"]["places"]} == {"large"}  # type: ignore[index]
    assert {"place": str(folder / "a.jsonl.gz"), "why": "large"} in found["not_read"]["places"]  # type: ignore[index]


def test_a_file_that_is_no_gzip_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl.gz").write_bytes(b"PK\x03\x04 no gzip at all")
    (folder / "b.jsonl").write_text(GOOD + "\n", "utf-8")
    assert _found(capsys, folder)["not_read"]["places"] == [{"place": str(folder / "a.jsonl.gz"), "why": "file"}]  # type: ignore[index]
