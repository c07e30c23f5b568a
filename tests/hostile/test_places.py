"""What a run writes over, and what it takes for a text: no manuscript is lost, no pointer passes in silence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.conftest import need

from askfirst.cli import main
from askfirst.pointers import in_place_of_text, is_annexed

from .generators import KP, tex

PAPER = tex("\\input{authors}")["p.tex"]
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
ANNEX = b"/annex/objects/SHA256E-s123--4d7a.tex\n"
CRYPT = b"\0GITCRYPT\0\x8f\x11\xa0" + bytes(range(256))
POINTERS = {"Git LFS": LFS, "git-annex": ANNEX, "git-crypt": CRYPT}
TARGET = ".git/annex/objects/Xx/9z/SHA256E-s9--4d7a.tex/SHA256E-s9--4d7a.tex"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run([need("git"), "init", "-q", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(PAPER)
    (tmp_path / "authors.tex").write_text(KP)
    (tmp_path / "table.csv").write_text("name,affiliation\nA B,Pyongyang\n")
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("way", [["paper.tex"], ["."]])
@pytest.mark.parametrize(
    "output", ["paper.tex", "authors.tex", "./paper.tex", "hard.txt", "link.txt", ".git/config", ".git/new"]
)
def test_no_report_is_written_over_what_is_read(
    folder: Path, output: str, way: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    os.link("authors.tex", "hard.txt")
    os.symlink("paper.tex", "link.txt")
    before = content(folder)
    assert main(["check", "-o", output, *way]) == 2
    assert content(folder) == before
    err = capsys.readouterr().err
    assert f"askfirst: {output}: this " in err
    assert "no report is written" in err


@pytest.mark.parametrize("name", ["other.tex", "OLD.BIB", "notes.Rnw"])
def test_nor_over_a_text_that_was_not_read(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("mine")
    assert main(["check", "--lang", "de", "-o", name, "paper.tex"]) == 2
    assert (folder / name).read_text() == "mine"
    assert "überschreibt sie nicht" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["report.txt", "report.html", "report.md", "out/r.json", "new.tex", "git.txt", "x.git"]
)
def test_a_report_goes_to_a_new_file_and_over_an_old_report(folder: Path, name: str) -> None:
    (folder / "out").mkdir()
    assert main(["check", "-o", name, "paper.tex"]) == 1
    assert "AF101" in (folder / name).read_text()
    if not name.endswith(".tex"):
        (folder / name).write_text("old")
        assert main(["check", "-o", name, "paper.tex"]) == 1
        assert "AF101" in (folder / name).read_text()


@pytest.mark.parametrize("name", ["paper.tex", "z/late.TEX", "draft.ltx"])
@pytest.mark.parametrize("what", POINTERS)
def test_a_folder_names_the_pointer_it_holds(
    folder: Path, what: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "z").mkdir()
    (folder / name).write_bytes(POINTERS[what])
    (folder / "quiet.tex").write_text(tex("\\author{A}\\affiliation{Berlin, Germany}\n")["p.tex"])
    assert main(["check", "."]) == 2
    err = capsys.readouterr().err
    assert f"askfirst: {name}: " in err
    assert what in err


@pytest.mark.parametrize("what", POINTERS)
def test_the_hook_names_it_and_the_push_too(folder: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_bytes(POINTERS[what])
    subprocess.run([need("git"), "add", "-A"], check=True)
    assert main(["hook", "run", "pre-commit"]) == 1
    err = capsys.readouterr().err
    assert "paper.tex was not looked at" in err
    assert what in err


def test_a_link_into_the_annex_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").unlink()
    os.symlink(TARGET, "paper.tex")
    for arguments in (["check", "."], ["check", "paper.tex"]):
        assert main(arguments) == 2
        assert "git-annex" in capsys.readouterr().err
    subprocess.run([need("git"), "add", "-A"], check=True)
    assert main(["hook", "run", "pre-commit"]) == 1
    assert "git-annex" in capsys.readouterr().err


def test_what_the_annex_holds_here_is_read(folder: Path) -> None:
    place = folder / TARGET
    place.parent.mkdir(parents=True)
    place.write_text(tex(KP)["p.tex"])
    (folder / "paper.tex").unlink()
    os.symlink(TARGET, "paper.tex")
    assert main(["check", "paper.tex"]) == main(["check", "."]) == 1


def test_an_included_pointer_is_no_author_block(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "authors.tex").write_bytes(LFS)
    assert main(["check", "--notes", "paper.tex"]) == 1
    out = capsys.readouterr().out
    assert "AF901" in out
    assert "Git LFS" in out


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"% version https://git-lfs.github.com/spec/v1\n",
        b"The version https://git-lfs.github.com/spec/v1",
        b"annex/objects/",
        b"\n/annex/objects/",
        b"GITCRYPT",
        b"\0\0GITCRYPT\0",
        tex(KP)["p.tex"].encode(),
    ],
)
def test_a_text_that_speaks_of_them_is_a_text(text: bytes) -> None:
    assert in_place_of_text(text) is None


@pytest.mark.parametrize(
    ("target", "leads"),
    [(TARGET, True), (f"../../{TARGET}", True), ("annex/x.tex", False), ("objects/annex.tex", False), ("", False)],
)
def test_links_into_the_annex(target: str, leads: bool) -> None:
    assert is_annexed(target) is leads


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1"])
def test_a_folder_finds_a_manuscript_in_any_encoding(folder: Path, encoding: str) -> None:
    for name in ("paper.tex", "authors.tex", "table.csv"):
        (folder / name).unlink()
    (folder / "paper.tex").write_bytes(tex("% Größe\n" + KP)["p.tex"].encode(encoding))
    assert main(["check", "."]) == main(["check", "paper.tex"]) == 1
    subprocess.run([need("git"), "add", "-A"], check=True)
    assert main(["hook", "run", "pre-commit"]) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
@pytest.mark.parametrize("text", ["% \\documentclass{article}\n", "Notes on x\n", "\\section{A}\n"])
def test_and_takes_no_other_text_for_one(folder: Path, encoding: str, text: str) -> None:
    for name in ("paper.tex", "authors.tex", "table.csv"):
        (folder / name).unlink()
    (folder / "part.tex").write_bytes(text.encode(encoding))
    assert main(["check", "."]) == 3


@pytest.mark.parametrize(
    "name", ["CITATION.cff", "authors.csv", "codemeta.json", "metadata.yaml", "p.md", "authors.toml"]
)
def test_what_cannot_be_opened_is_no_pass_in_any_format(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(LFS)
    for arguments in (["check", name], ["check", "."], ["status"]):
        assert main(arguments) == 2
        out, err = capsys.readouterr()
        assert "Git LFS" in err
        assert arguments[-1] == name or "AF101" in out  # the others are checked all the same
    subprocess.run([need("git"), "add", "-A"], check=True)
    assert main(["hook", "run", "pre-commit"]) == 1
    err = capsys.readouterr().err
    assert f"{name} was not looked at" in err
    assert "AF101" in err


@pytest.mark.parametrize("name", ["r.bib", "CITATION.cff", "paper.md"])
def test_a_file_that_is_too_large_is_no_pass(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from askfirst import files

    monkeypatch.setattr(files.FolderTree.__init__, "__defaults__", (500,))
    (folder / name).write_text("x" * 501)
    assert main(["check", name]) == 2
    assert "is larger than" in capsys.readouterr().err
    (folder / name).write_text("x" * 499)
    assert main(["check", name]) in (0, 1, 3)


@pytest.mark.parametrize("name", ["CITATION.cff", "authors.csv", "r.bib"])
def test_an_empty_file_is_no_unreadable_one(folder: Path, name: str) -> None:
    (folder / name).write_text("")
    assert main(["check", name]) in (0, 1, 3)


def test_a_link_that_leads_nowhere_is_no_citation_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.symlink("nowhere", "CITATION.cff")
    assert main(["check", "."]) == 1
    assert capsys.readouterr().err == ""
