"""SECURITY.md says what the code does: each bound in its table is the number of the constant it names."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

TEXT = Path(__file__).resolve().parents[2].joinpath("SECURITY.md").read_text("utf-8")
UNITS = {"": 1, "s": 1, "kB": 1024, "MB": 1024 * 1024}
ROWS = re.findall(r"^\| [^|]+ \| (\d+) ?(|s|kB|MB) \| ([^|]+) \|", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("number", "unit", "names"), ROWS)
def test_a_bound_is_the_one_in_the_code(number: str, unit: str, names: str) -> None:
    found = re.findall(r"`([\w.]+)`", names)
    assert found
    for name in found:
        module, _, constant = name.rpartition(".")
        assert getattr(import_module(module), constant) == int(number) * UNITS[unit]


def test_the_table_is_read_whole() -> None:
    table = TEXT.partition("## Bounds")[2]
    assert len(ROWS) == table.count("\n| ") - 2 > 15


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", TEXT))
def test_what_it_links_to_is_there(link: str) -> None:
    assert Path(__file__).resolve().parents[2].joinpath(link).exists()
