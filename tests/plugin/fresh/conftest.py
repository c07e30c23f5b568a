"""A data folder of the test's own, the services on this computer, and the command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.plugin.online.services import FakeServices

from askfirst import cli

Run = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where lists are kept; the folder one stands in is another."""
    pytest.importorskip("requests", reason="the extra [online] is not installed")
    pytest.importorskip("defusedxml", reason="the extra [online] is not installed")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "1000")
    monkeypatch.setattr("askfirst.fresh.run.today", lambda: "2026-11-29")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "data" / "askfirst" / "lists"


@pytest.fixture
def services() -> Iterator[FakeServices]:
    """Both services."""
    with FakeServices() as fake:
        yield fake


@pytest.fixture
def update(services: FakeServices, capsys: pytest.CaptureFixture[str]) -> Run:
    """``askfirst lists update`` told yes: exit code, and everything said."""

    def run(*options: str, yes: bool = True) -> tuple[int, str]:
        given = ["lists", "update", *options, *(["--yes"] if yes else []), "--service-endpoint", services.endpoint]
        code = cli.main(given)
        out, err = capsys.readouterr()
        return code, " ".join((out + err).split())

    return run
