"""The pictures show what is printed today, and are legible wherever they stand."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.docs.parts import ROOT, part

PICTURES = sorted((ROOT / "docs/pictures").glob("*.svg"))


def test_they_show_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made = part("pictures").all_pictures()
    assert sorted(made) == [each.name for each in PICTURES]
    for name, svg in made.items():
        assert (ROOT / "docs/pictures" / name).read_text("utf-8") == svg, "run: python docs/pictures.py"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
def test_they_stand_alone(picture: Path) -> None:
    svg = picture.read_text("utf-8")
    root = ET.fromstring(svg)
    size = {name: float(root.attrib[name]) for name in ("width", "height")}
    assert size["width"] <= 720, "wider than a page shows it"
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        assert float(text.attrib["x"]) + float(text.attrib["textLength"]) <= size["width"]
        assert float(text.attrib["y"]) <= size["height"]
    assert "prefers-color-scheme:dark" in svg
    assert not re.search(r"<script|href=|url\(|@import", svg)
    assert root.find("{http://www.w3.org/2000/svg}desc") is not None


def test_a_line_keeps_its_columns() -> None:
    row = part("pictures").row("  \x1b[1;31mstop\x1b[0m  <b> & c", 20)
    assert re.findall(r'x="([\d.]+)"', row) == ["34.8", "85.2"]
    assert 'class="stop">stop<' in row
    assert "&lt;b&gt; &amp; c" in row
