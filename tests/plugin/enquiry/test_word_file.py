"""The letter as a Word file: what it says, nothing that acts, the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given
from tests.checks.readers.helpers import Files
from tests.plugin.enquiry.test_rendering import NASTY, letter_of

from askfirst.enquiry import Given, Letter, as_file, compose
from askfirst.enquiry.values import Part
from askfirst_checks.readers.word import read
from askfirst_checks.readers.word.docx import paragraphs
from askfirst_checks.readers.word.package import Package

LETTER = Letter(
    "de",
    "Anfrage: Wellen & <Wasser>",
    ("An: Stelle für Exportkontrolle", "28. November 2026"),
    (
        Part("plain", ("Sehr geehrte Damen und Herren,", "ein Satz mit „Zeichen“ – und 水.")),
        Part("numbered", ("erstens", "zweitens"), "Fragen"),
        Part("lettered", ("Buchstabe",)),
        Part("box", ("Kein Anhang.",), "Bitte beachten"),
        Part("fields", ("Telefon: ____",)),
    ),
)


def lines(data: bytes) -> list[str]:
    found, whole = paragraphs(Package(data))
    assert whole
    return [each.text for each in found]


def test_it_says_what_the_letter_says() -> None:
    assert lines(as_file(LETTER, "docx")) == [
        *LETTER.head,
        LETTER.subject,
        *LETTER.parts[0].lines,
        "Fragen",
        "1.\terstens",
        "2.\tzweitens",
        "a)\tBuchstabe",
        "Bitte beachten",
        "Kein Anhang.",
        "Telefon: ____",
    ]


def test_the_same_bytes_each_time() -> None:
    assert as_file(LETTER, "docx") == as_file(LETTER, "docx")
    with zipfile.ZipFile(io.BytesIO(as_file(LETTER, "docx"))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in file.infolist()} == {zipfile.ZIP_STORED}


def test_every_part_is_named_and_is_xml() -> None:
    with zipfile.ZipFile(io.BytesIO(as_file(LETTER, "docx"))) as file:
        types = file.read("[Content_Types].xml").decode()
        for name in file.namelist():
            expat.ParserCreate().Parse(file.read(name), True)
            assert name.endswith(".rels") or f'PartName="/{name}"' in types or name == "[Content_Types].xml"


@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_nothing_of_a_manuscript_acts(title: str, abstract: str, printed: str, name: str) -> None:
    letter = compose(letter_of(title, abstract, printed, name), "en", "office", Given(what=title))
    with zipfile.ZipFile(io.BytesIO(as_file(letter, "docx"))) as file:
        document = file.read("word/document.xml").decode()
    expat.ParserCreate().Parse(document.encode(), True)
    used = set(re.findall(r"<(w:\w+)", document))
    assert used <= {
        "w:document",
        "w:body",
        "w:p",
        "w:pPr",
        "w:pStyle",
        "w:r",
        "w:t",
        "w:tab",
        "w:sectPr",
        "w:pgSz",
        "w:pgMar",
    }
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2066-\u2069\ud800-\udfff]", document)


@pytest.mark.parametrize("sign", ["\x00", "\x1b[31m", "\x0b", "\u2028", "\ud800", "\ufffe"])
def test_control_characters_are_left_out(sign: str) -> None:
    data = as_file(LETTER._replace(subject=f"a{sign}b", head=(), parts=()), "docx")
    assert lines(data) in (["ab"], ["a[31mb"])


def test_the_letter_is_no_manuscript() -> None:
    facts = letter_of("Waves in cold water", "We look at water.", "Kim Il Sung University, Pyongyang", "Ada Feld")
    for language in ("de", "en"):
        data = as_file(compose(facts, language, "office", Given()), "docx")
        assert not read(Files.of("letter.docx", data), "letter.docx").has_author_block


@pytest.mark.client
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(as_file(LETTER, "docx"))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "letter.docx")], check=True, capture_output=True, timeout=120)
    said = (tmp_path / "letter.txt").read_text("utf-8-sig")
    for line in (*LETTER.head, LETTER.subject, *LETTER.parts[0].lines, "erstens", "Kein Anhang."):
        assert line in said
