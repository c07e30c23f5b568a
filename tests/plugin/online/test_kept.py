"""What is kept of a look-up, for how long, and how it is forgotten; Ctrl-C loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from askfirst import cli
from askfirst.online.kept import Kept
from askfirst.online.record import Hint, Record

from .conftest import Run
from .services import BERLIN, KEY, KISU, WEB_PAGE, Answer, FakeServices, author, work

ONE, TWO = "10.5555/example.1", "10.5555/example.2"
URL = "https://api.openalex.org/works/doi:10.5555/example.1"
RECORD = Record("openalex", "2026-11-29", doi=ONE, year=2024, authors=2, without=1, is_cut=True,
                hints=(Hint(KISU, ("B. Beispiel",)), Hint("X", (), True)), groups=("A group",))  # fmt: skip
Result = Callable[..., dict[str, Any]]


def test_a_second_run_asks_nothing_and_needs_no_yes(services: FakeServices, look_up: Run, cache: Path) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", KISU)))
    first = look_up("--doi", ONE)
    second = look_up("--doi", ONE, yes=False)
    assert second[:2] == first[:2]
    assert "Nothing needs to be sent" in second[2]
    assert len(services.asked) == 1
    (file,) = cache.iterdir()
    text = file.read_text(encoding="utf-8")
    assert KEY not in text
    assert "A title that the service gives" not in text
    assert json.loads(text)["record"]["day"] == "2026-11-29"
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_what_a_service_does_not_know_is_kept_too_and_failures_are_not(services: FakeServices, look_up: Run) -> None:
    services.openalex(TWO, WEB_PAGE)
    for _ in range(2):
        look_up("--doi", ONE, "--doi", TWO, "--service", "openalex")
    assert services.paths() == [f"/openalex/works/doi:{doi}" for doi in (ONE, TWO, TWO)]


@pytest.mark.parametrize(("today", "is_known"), [("2026-11-29", True), ("2027-02-27", True), ("2027-02-28", False),
                                                 ("2026-11-28", False)])  # fmt: skip
def test_an_old_answer_is_asked_for_again(tmp_path: Path, today: str, is_known: bool) -> None:
    Kept(str(tmp_path), "2026-11-29").put(URL, RECORD)
    assert Kept(str(tmp_path), today).get(URL) == (RECORD if is_known else None)


def test_not_found_is_believed_for_a_month(tmp_path: Path) -> None:
    Kept(str(tmp_path), "2026-11-29").put(URL, Record("openalex", "2026-11-29", found=False))
    assert Kept(str(tmp_path), "2026-12-29").get(URL) is not None
    assert Kept(str(tmp_path), "2026-12-30").get(URL) is None


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"schema": "askfirst/kept/1"}', b"[" * 100_000,
     b'{"schema": "askfirst/kept/1", "url": "URL", "record": {"service": 1}}',
     b'{"schema": "askfirst/kept/2", "url": "URL", "record": {}}'],
)  # fmt: skip
def test_what_cannot_be_read_counts_as_not_kept(tmp_path: Path, broken: bytes) -> None:
    kept = Kept(str(tmp_path), "2026-11-29")
    kept.put(URL, RECORD)
    (file,) = tmp_path.iterdir()
    file.write_bytes(broken.replace(b"URL", URL.encode()))
    assert kept.get(URL) is None
    kept.put(URL, RECORD)
    assert kept.get(URL) == RECORD


@pytest.mark.parametrize(
    ("field", "value"),
    [("service", None), ("day", "yesterday"), ("day", 3), ("found", "yes"), ("authors", True), ("year", "2024"),
     ("hints", [{"text": 1, "people": [], "assigned": False}]), ("hints", {}), ("groups", "A group"), ("groups", [1])],
)  # fmt: skip
def test_a_kept_record_of_another_shape_is_not_believed(tmp_path: Path, field: str, value: object) -> None:
    kept = Kept(str(tmp_path), "2026-11-29")
    kept.put(URL, RECORD)
    (file,) = tmp_path.iterdir()
    whole = json.loads(file.read_text(encoding="utf-8"))
    whole["record"][field] = value
    file.write_text(json.dumps(whole), encoding="utf-8")
    if (field, value) != ("hints", {}):  # an empty table reads as no hints
        assert kept.get(URL) is None


def test_forget_deletes_the_answers_and_nothing_else(
    services: FakeServices, look_up: Run, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN)))
    look_up("--doi", ONE)
    (cache / "mine.json").write_text("{}", encoding="utf-8")
    (cache / ("0" * 64 + ".json.123")).write_text("{", encoding="utf-8")  # of a run that was killed
    assert cli.main(["look-up", "--forget"]) == 0
    assert capsys.readouterr().out == "1 kept answer deleted.\n"
    assert [each.name for each in cache.iterdir()] == ["mine.json"]
    assert cli.main(["look-up", "--forget", "--lang", "de"]) == 0
    assert capsys.readouterr().out == "0 aufbewahrte Antworten gelöscht.\n"
    look_up("--doi", ONE)
    assert len(services.asked) == 2


def test_forget_before_anything_was_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["look-up", "--forget"]) == 0
    assert "0 kept answers deleted" in capsys.readouterr().out


def test_a_server_played_here_does_not_answer_for_the_real_one(
    services: FakeServices, look_up: Run, cache: Path
) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN)))
    look_up("--doi", ONE)
    assert Kept(str(cache), "2026-11-29").get(URL) is None


def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    kept = Kept(str(tmp_path / "cache"), "2026-11-29")
    kept.put(URL, RECORD)
    (file,) = (tmp_path / "cache").iterdir()
    file.unlink()
    outside = tmp_path / "outside"
    outside.write_text("precious", encoding="utf-8")
    file.symlink_to(outside)
    kept.put(URL, RECORD)
    assert outside.read_text(encoding="utf-8") == "precious"
    assert not file.is_symlink()


def test_a_folder_that_cannot_be_written_is_said(services: FakeServices, look_up: Run, cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("a file", encoding="utf-8")
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN)))
    code, _, err = look_up("--doi", ONE)
    assert code == 2
    assert "the answers cannot be kept here" in err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_shows_and_keeps_what_was_read(services: FakeServices, cache: Path) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", KISU)))
    services.openalex(TWO, Answer(200, b"{}", delay=20.0))
    command = [sys.executable, "-m", "askfirst", "look-up", "--doi", ONE, "--doi", TWO, "--yes",
               "--service-endpoint", services.endpoint, "--format", "json"]  # fmt: skip
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background has it ignored
    try:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    until = time.monotonic() + 30
    while len(services.asked) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert child.returncode == 130, err
    found = json.loads(out)
    assert [each["state"] for each in found["works"]] == ["open", "not-asked"]
    assert found["notices"] == ["Stopped. What was read is kept, and a later run goes on from there."]
    assert found["complete"] is False
    assert len(list(cache.iterdir())) == 1
    assert services.paths("crossref") == []
