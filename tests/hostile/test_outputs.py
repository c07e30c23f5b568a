"""What a manuscript, a profile or a file name puts into an output stays text: no header, no markup, no broken XML."""

from __future__ import annotations

import email
import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from askfirst.cli import main
from askfirst.formats import FORMATS
from askfirst.formats.clean import clean

from .generators import KP, tex

INJECTED = "\nBcc: z@evil.example"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paper(title: str = "T", place: str = "Kim Il Sung University, Pyongyang, DPR Korea") -> str:
    front = KP.replace("Kim Il Sung University, Pyongyang, DPR Korea", place)
    return tex(front)["p.tex"].replace("\\title{T}", f"\\title{{{title}}}")


def profile(**contact: str) -> str:
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in contact.items())
    return f"name = {json.dumps('U' + contact.get('office', ''))}\n[contact]\n" + "".join(lines)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("field", ["office", "email", "phone"])
@pytest.mark.parametrize("injected", [INJECTED, "\r\nBcc: z@evil.example", "\u2028Bcc: z@evil.example", "\x0bBcc: x@y"])
def test_a_letter_has_the_headers_askfirst_gives_it(
    folder: Path, injected: str, field: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "paper.tex").write_text(paper("A\n\nBcc: q@evil.example \\\\ Bcc: q@evil.example"), "utf-8")
    contact = {"office": "Office", "email": "office@u.example", field: f"office@u.example{injected}"}
    (folder / "askfirst-profile.toml").write_text(profile(**contact), "utf-8")
    assert main(["draft", "--lang", language, "--format", "eml", "paper.tex"]) in (0, 2)
    letter = email.message_from_string(capsys.readouterr().out)
    assert not {"bcc", "cc", "reply-to"} & {name.casefold() for name in letter}


@pytest.mark.parametrize(
    "evil", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><b onclick='x'>", "]]>"]
)
@pytest.mark.parametrize("arguments", [["draft", "--format", "html"], ["check", "--format", "html"]])
def test_a_page_has_the_markup_askfirst_gives_it(
    folder: Path, arguments: list[str], evil: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "paper.tex").write_text(paper(evil, f"Kim Il Sung University {evil}, Pyongyang"), "utf-8")
    (folder / "askfirst-profile.toml").write_text(profile(office=evil, page="https://u.example/" + evil), "utf-8")
    main([*arguments, "paper.tex"])
    shown = capsys.readouterr().out
    assert evil not in shown or evil == "]]>"
    assert not re.search(r"<(script|img|b)\b", shown)


@pytest.mark.parametrize(
    "name", ["<img src=x onerror=alert(1)>.tex", '"><script>x<!--.tex', "]]>&amp;.tex", "'; x #.tex"]
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_is_text_in_every_format(
    folder: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(paper())
    assert main(["check", "--format", form, "."]) in (0, 1)
    shown = capsys.readouterr().out
    if form == "junit":
        assert name in {each.get("classname") for each in ElementTree.fromstring(shown).iter("testcase")}
    elif form in ("json", "sarif", "gitlab"):
        assert json.loads(shown)
    elif form == "html":
        assert not re.search(r"<(img|script)\b", shown)
    else:
        assert name.split("&")[0][:9] in shown


@pytest.mark.parametrize("code", [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFFF9, 0x0B, 0x1B, 0x85, 0x2028, 0xE0001])
@pytest.mark.parametrize("where", ["title", "place", "name"])
def test_no_character_breaks_the_xml(folder: Path, where: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    odd = f"a{chr(code)}b"
    name = f"{odd}.tex" if where == "name" else "paper.tex"
    place = f"Kim Il Sung University, {odd if where == 'place' else ''} Pyongyang, DPR Korea"
    (folder / name).write_text(paper(odd if where == "title" else "T", place), "utf-8")
    assert main(["check", "--format", "junit", "."]) == 1
    assert ElementTree.fromstring(capsys.readouterr().out).find("testsuite") is not None


@pytest.mark.parametrize("text", ["Ω ﬁ 中国 😀 é", "a\u0301", "\ufdf0", "\ufffc", "\U0001f600"])
def test_letters_stay_what_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_whoever_stops_reading_ends_it_quietly(folder: Path, form: str, language: str) -> None:
    (folder / "paper.tex").write_text(paper())
    for number in range(40):  # more than a pipe holds
        (folder / f"p{number}.tex").write_text(paper(f"T{number}"))
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m askfirst check --lang {language} --format {form} . | head -c 1'],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("size", [200, 90_000])
def test_a_name_as_long_as_its_file_is_one_name(folder: Path, size: int, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(paper())
    (folder / "askfirst-profile.toml").write_text(profile(office="y" * size))
    assert main(["check", "--format", "full", "paper.tex"]) == 1
    assert capsys.readouterr().out.count("y" * size) >= 1
