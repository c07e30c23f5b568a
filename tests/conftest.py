"""What all tests share: real components by name, and where the shared test data lie."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples each time, so that a failure is the change's own; ASKFIRST_RANDOM=1 looks for new ones
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("ASKFIRST_RANDOM") else "same")

FROM_DEBIAN = {"git", "nvim", "emacs", "firefox-esr", "chromium", "pdflatex", "node", "npm", "zsh", "fish"}
"""programs that Debian has, so that CI installs them and may not skip their tests"""


CLIENTS = ("audit", "editors", "git", "hostile", "online", "server", "zotero", "zotero_addon")
"""folders whose tests start programs or servers, or make large trees"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs beside a real program, so that ``-m "not client"`` is quick."""
    here = Path(__file__).parent
    for item in items:
        if not {*item.path.relative_to(here).parts}.isdisjoint(CLIENTS):
            item.add_marker(pytest.mark.client)


def need(component: str, reason: str = "") -> str:
    """The path of the program *component*; without it the test is skipped by name, and in CI it fails."""
    if found := shutil.which(component):
        return found
    why = f"{component} is not installed" + (f": {reason}" if reason else "")
    if os.environ.get("ASKFIRST_CI") and component in FROM_DEBIAN:
        pytest.fail(f"{why}; CI installs it, so this must not be skipped")
    pytest.skip(why)


def shared(*parts: str) -> Path:
    """A file or folder of the shared test data beside the repository; skips where there is none."""
    path = Path(__file__).resolve().parents[1].joinpath("..", "shared", *parts).resolve()
    if not path.exists():
        pytest.skip(f"the shared test data ({'/'.join(parts)}) are not here")
    return path


@pytest.fixture(autouse=True)
def _nothing_of_this_users(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the profile, the ROR index or the language of whoever runs it."""
    nowhere = str(tmp_path_factory.getbasetemp() / "nobody")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, nowhere)
    for name in ("ASKFIRST_ROR_INDEX", "NO_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
