"""The bundled example, copied where an editor may write beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "manuscripts" / "example"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The root file of a fresh copy of the example, in a repository of its own."""
    folder = tmp_path / "work"
    shutil.copytree(EXAMPLE, folder)
    (folder / ".git").mkdir()
    return folder / "paper.tex"
