"""What reaches a terminal is harmless, a closed stream costs nothing, and what goes wrong is one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from tests.conftest import need

from askfirst.cli import main

KP = (
    "\\documentclass{article}\\title{T}\\author{A B}"
    "\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\\begin{document}\\maketitle\\end{document}"
)
BIDI = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
EVIL = ("\x1b[31mred", "a\x9b31m", "\u202etxet", "tab\there", "a\x07b", "\x7f", "a\u2066b\u2069")


def harmless(text: str) -> bool:
    return not any(c in BIDI or (unicodedata.category(c) == "Cc" and c != "\n") for c in text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="file names that only Unix takes")
@pytest.mark.parametrize("form", ["full", "concise", "github", "junit"])
@pytest.mark.parametrize("name", EVIL)
def test_a_file_name_cannot_act_on_a_terminal(
    folder: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / f"{name}.tex").write_text(KP)
    assert main(["check", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert harmless(out)
    assert harmless(err)


@pytest.mark.parametrize("word", EVIL)
@pytest.mark.parametrize(
    "before",
    [[], ["check", "--"], ["check", "--format"], ["check", "--x"], ["answer", "--kind"], ["status", "--y", "z"]],
)
def test_what_was_typed_is_repeated_harmlessly(
    folder: Path, before: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "de"):
        try:
            code = main(["--lang", language, *before, word] if not before else [*before, word, "--lang", language])
        except SystemExit as end:
            code = int(end.code or 0)
        assert code == 2
        out, err = capsys.readouterr()
        assert err
        assert harmless(out)
        assert harmless(err)


def test_help_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert len(capsys.readouterr().out.splitlines()) > 20


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")
@pytest.mark.parametrize(
    ("arguments", "closed", "code"),
    [
        ("check paper.tex", ">&-", 1),
        ("check paper.tex", "2>&-", 1),
        ("check paper.tex", "<&- >&- 2>&-", 1),
        ("check missing.tex", "2>&-", 2),
        ("answer paper.tex", "<&-", 1),
        ("status", ">&-", 0),
        ("lists", ">&-", 0),
        ("check --format json paper.tex", ">&-", 1),
        ("check --stdin-filename x.tex", "<&-", 3),
    ],
)
def test_a_closed_stream_is_no_mistake(folder: Path, arguments: str, closed: str, code: int) -> None:
    (folder / "paper.tex").write_text(KP)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m askfirst {arguments} {closed}'],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stdout + done.stderr
    assert "mistake" not in done.stdout + done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("way", ["-o /dev/full", "> /dev/full"])
def test_a_full_disk_is_one_sentence(folder: Path, way: str) -> None:
    (folder / "paper.tex").write_text(KP)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m askfirst check paper.tex {way}'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, "askfirst: No space left on device\n")


@pytest.mark.parametrize(("given", "what"), [("askfirst.toml", []), ("house.toml", ["--profile", "house.toml"])])
def test_a_folder_in_place_of_a_file_is_named(
    folder: Path, given: str, what: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "paper.tex").write_text(KP)
    (folder / given).mkdir()
    assert main(["check", "--lang", "en", *what]) == 2
    err = capsys.readouterr().err
    assert f"{given}: is no regular file and is not read\n" in err


def test_a_repository_that_git_does_not_use_is_explained(folder: Path, capsys: pytest.CaptureFixture[str],
                                                         monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    subprocess.run([need("git"), "init", "-q", "."], check=True)
    (folder / "paper.tex").write_text(KP)
    monkeypatch.setenv("GIT_DIR", str(folder / "nowhere"))
    assert main(["hook", "--lang", "en", "run", "pre-commit"]) == 2
    err = capsys.readouterr().err
    assert "GIT_DIR" in err
    assert "--output" not in err
    assert "usage" not in err


@pytest.mark.parametrize("profile", ["broken.toml", "missing.toml", "."])
def test_the_add_on_hears_of_a_broken_profile(
    folder: Path, profile: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import json

    (folder / "broken.toml").write_text("name = [")
    asked = {"schema": "askfirst/zotero/2", "action": "check", "items": [], "profile": str(folder / profile)}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(asked).encode())))
    assert main(["zotero", "--stdin"]) == 2
    assert profile.strip(".") in json.loads(capsys.readouterr().out)["error"]
