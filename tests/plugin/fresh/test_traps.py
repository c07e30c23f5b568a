"""What goes wrong at a service or in a file: the list in force stays, and one sentence says why."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plugin.online.services import WEB_PAGE, Answer, FakeServices

from askfirst.fresh import kept

from .lists import EU_PATH, NEW, UN_PATH, eu, plays, un, un_entity

Run = Callable[..., tuple[int, str]]
BOMB = b"""<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>
<CONSOLIDATED_LIST dateGenerated="2026-11-20">&b;</CONSOLIDATED_LIST>"""
TRAPS = {
    "a web page": (WEB_PAGE, "web page"),
    "nothing": (b"", "web page"),
    "half of it": (un()[:-400], "cannot be read as XML"),
    "another list": (eu(), "begins with <export>"),
    "a well-formed web page": (b"<html><body>moved</body></html>", "begins with <html>"),
    "entities that expand": (BOMB, "cannot be read as XML"),
    "too few": (un(fill=20), "not the whole"),
    "far fewer than before": (un(fill=155), "so many at once"),
    "no date": (un().replace(b"dateGenerated", b"dateMade"), "no date"),
    "a date to come": (un(day="2027-03-01"), "a day to come"),
    "an older one": (un(day="2026-03-01"), "in force is of"),
    "the same reference again and again": (un(un_entity("KPe.1", "Sample") * 300, fill=0), "not the whole"),
    "a server that is closed": (Answer(403, b""), "403"),
    "a server without it": (Answer(404, b""), "404"),
    "a busy server": (Answer(500, b""), "500"),
    "a way elsewhere": (Answer(302, b"", {"Location": "https://example.org/x"}), "another address"),
    "more than is read": (b" " * 21 * 1024 * 1024, "larger than 20 MB"),
}


@pytest.mark.parametrize(("answer", "why"), TRAPS.values(), ids=TRAPS.keys())
def test_the_list_in_force_stays(
    update: Run, services: FakeServices, data: Path, answer: Answer | bytes, why: str
) -> None:
    plays(services, UN_PATH, un(un_entity("KPe.900", NEW)), answer)
    assert update("--only", "un")[0] == 0
    before = (data / "un.txt").read_bytes()
    code, said = update("--only", "un")
    assert code == 2
    assert why in said
    assert (data / "un.txt").read_bytes() == before
    assert sorted(each.name for each in data.iterdir()) == ["un.txt"]


def test_the_eus_burst_of_500_is_waited_out(update: Run, services: FakeServices) -> None:
    plays(services, EU_PATH, Answer(500, b""), Answer(500, b""), Answer(500, b""), eu())
    code, said = update("--only", "eu")
    assert code == 0, said
    assert len(services.asked) == 4


def test_the_eus_web_page_with_status_200_is_no_list(update: Run, services: FakeServices, data: Path) -> None:
    plays(services, EU_PATH, WEB_PAGE)
    code, said = update("--only", "eu")
    assert code == 2
    assert "web page" in said
    assert not data.exists()


def test_without_the_extra_it_is_said_what_to_install(
    update: Run, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    plays(services, UN_PATH, un())
    code, said = update("--only", "un")
    assert code == 2
    assert "pip install 'askfirst[online]'" in said


class _Ended(BaseException):
    """The process is ended here."""


@pytest.mark.parametrize("end", range(7))
def test_ended_at_any_write_or_rename_a_whole_list_is_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: int
) -> None:
    path = str(tmp_path / "un.txt")
    old, new = (_file(day) for day in ("2026-11-20", "2026-11-21"))
    kept.put(path, old)
    calls = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls > end:
                raise _Ended
            return real(*given, **named)

        return call

    for name in ("fsync", "replace", "open"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    with contextlib.suppress(_Ended):
        kept.put(path, new)
    monkeypatch.undo()
    assert Path(path).read_bytes() in (old, new)
    assert (Path(path).read_bytes() == new) == (end >= 6)
    found = kept.before(path)
    assert found is not None


def test_what_an_ended_run_left_goes_after_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for name, age in (
        ("un.txt.12.part", 100_000),
        ("un.txt.13.old", 100_000),
        ("un.txt.14.part", 10),
        ("mine", 100_000),
    ):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (time.time() - age,) * 2)
    kept.put(str(folder / "un.txt"), _file("2026-11-20"))
    assert sorted(each.name for each in folder.iterdir()) == ["mine", "un.txt", "un.txt.14.part"]


def _file(day: str) -> bytes:
    from askfirst.fresh.sources import UN
    from askfirst.fresh.taking import taken
    from askfirst_checks.policy import load

    export = UN.read(un(day=day))
    return kept.content(export, taken(export, UN, load()), {}, {})
