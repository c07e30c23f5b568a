"""The services on this computer, and a cache folder of the test's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from askfirst import cli

from .services import KEY, FakeServices

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _needs_requests() -> None:
    pytest.importorskip("requests", reason="the extra [online] is not installed")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where answers are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("ASKFIRST_OPENALEX_KEY", KEY)
    monkeypatch.setattr("askfirst.checking.today", lambda: "2026-11-29")
    return tmp_path / "cache" / "askfirst" / "look-up"


@pytest.fixture
def library() -> Callable[[list[dict[str, Any]]], Any]:
    """Makes a Zotero on this computer that holds these items."""
    place = Path(__file__).parents[1] / "zotero" / "server.py"
    spec = spec_from_file_location("a_zotero_to_read_from", place)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda items: module.FakeZotero(items)


@pytest.fixture
def services() -> Iterator[FakeServices]:
    """Both services."""
    with FakeServices() as fake:
        yield fake


@pytest.fixture
def look_up(services: FakeServices, capsys: pytest.CaptureFixture[str]) -> Run:
    """``askfirst look-up`` with these options, told yes: exit code, standard output, standard error."""

    def run(*options: str, yes: bool = True) -> tuple[int, str, str]:
        given = ["look-up", *options, *(["--yes"] if yes else []), "--service-endpoint", services.endpoint]
        code = cli.main(given)
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def result(look_up: Run) -> Callable[..., dict[str, Any]]:
    """The JSON of such a run."""

    def run(*options: str) -> dict[str, Any]:
        _, out, err = look_up(*options, "--format", "json")
        assert out, err
        found: dict[str, Any] = json.loads(out)
        return found

    return run
