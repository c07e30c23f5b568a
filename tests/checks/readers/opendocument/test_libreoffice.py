"""Bytes that LibreOffice writes itself, where it is installed: from Word files made here to ``.odt`` and ``.fodt``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, para, run, table
from tests.checks.readers.word.openable import FOOTNOTE, box, comment, openable, styled

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import reader_for

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
BY = 'w:author="x" w:date="2026-01-01T00:00:00Z" w:id="9"'
STYLED = (
    f"<w:p>{run('Ada Feld')}{styled('1', 'Up')}{run(', Bo Ri')}{styled('2', 'UpMore')}</w:p>",
    f"<w:p>{styled('1', 'Up')}{run(' University of Bonn, Germany')}</w:p>",
    f"<w:p>{styled('2', 'UpMore')}{run(' ' + DPRK)}</w:p>",
)
ASKING = {
    "marks": openable(TITLE, NAMES, PLACES[0], para("^2^ " + DPRK), *REST),
    "styles": openable(TITLE, *STYLED, *REST[1:]),
    "note": openable(TITLE, para("Ada Feld", inner=FOOTNOTE), *REST[1:], footnotes=para(DPRK)),
    "box": openable(TITLE, NAMES, *PLACES, para("", inner=box(para(DPRK))), *REST),
    "table": openable(TITLE, table((para("Ada Feld") + para("University of Bonn"), para("Bo Ri") + para(DPRK))), *REST),
    "insertion": openable(TITLE, NAMES, *PLACES, f"<w:p><w:ins {BY}>{run(DPRK)}</w:ins></w:p>", *REST),
    "footer": openable(TITLE, NAMES, *PLACES, *REST, footer=para(DPRK)),
}
DELETED = f"<w:del {BY}><w:r><w:delText>{DPRK}</w:delText></w:r></w:del>"
SILENT = {
    "plain": openable(TITLE, NAMES, *PLACES, *REST),
    "deletion": openable(TITLE, NAMES, *PLACES, f"<w:p>{run('Seas')}{DELETED}</w:p>", *REST),
    "comment": openable(TITLE, NAMES, *PLACES, comment("Seas"), *REST, comments=para(DPRK)),
    "hidden": openable(TITLE, NAMES, *PLACES, f"<w:p>{run('Seas')}{styled(DPRK, 'Hidden')}</w:p>", *REST),
}


@pytest.fixture(scope="module", params=["odt", "fodt", "docx"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Manuscript]:
    """What is read of each file as LibreOffice writes it."""
    kind: str = request.param
    given, out = tmp_path_factory.mktemp("given"), tmp_path_factory.mktemp(kind)
    for name, data in (ASKING | SILENT).items():
        (given / f"{name}.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('home')}"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run([*command, *map(str, sorted(given.iterdir()))], check=True, capture_output=True, timeout=120)
    return {name: taken(out / f"{name}.{kind}") for name in ASKING | SILENT}


def taken(path: Path) -> Manuscript:
    reader = reader_for(path.name)
    assert reader is not None
    manuscript: Manuscript = reader.read(Files.of(path.name, path.read_bytes()), path.name)
    return manuscript


def test_an_address_is_read(written: dict[str, Manuscript]) -> None:
    for name in ASKING:
        assert DPRK in [each.text for each in written[name].affiliations], name


def test_what_is_not_printed_is_silent(written: dict[str, Manuscript]) -> None:
    for name in SILENT:
        assert len(written[name].affiliations) == 2, name
        assert not written[name].problems, name


def test_marks_tie(written: dict[str, Manuscript]) -> None:
    for name, ties in (("marks", [(0,), (1,), (0, 1)]), ("styles", [(0,), (1,)])):
        assert [each.affiliations for each in written[name].authors] == ties, name
    assert [each.text for each in written["marks"].authors[1].addresses] == ["bo.ri@sea.no"]
