"""What a check reads of a work: typed before saved, nothing outside, and nothing twice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from askfirst.files import FolderTree
from askfirst.lsp import aside
from askfirst.lsp.aside import read_aside, thinned
from askfirst.lsp.overlay import Disk, Overlay
from askfirst_checks.model import Unreadable
from askfirst_checks.readers.bibtex import bibliography

BOOK = """% é
@article{one, author = {Ri, Chol-Su}, title = {One}, year = 2019,
  affiliation = {Kim Il Sung University, Pyongyang}}
@article{two, author = {Vorbild, Clara}, title = {Two}, year = 2020}
"""
RI = frozenset({"Ri"})


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "secret.tex").write_text("secret")
    (tmp_path / "work" / "paper.tex").write_text("saved")
    (tmp_path / "work" / "refs.bib").write_text(BOOK)
    return tmp_path / "work"


def tree(top: Path, disk: Disk | None = None, **typed: bytes) -> Overlay:
    names = {name.replace("_", "."): data for name, data in typed.items()}
    return Overlay(FolderTree(str(top)), names, disk or Disk())


def test_what_is_typed_comes_before_what_is_saved(top: Path) -> None:
    both = tree(top, paper_tex=b"typed", new_tex=b"never saved")
    assert both.read("paper.tex") == b"typed"
    assert both.read("./sections/../paper.tex") == b"typed"
    assert both.read("new.tex") == b"never saved"
    assert both.exists("new.tex")
    assert not both.exists("other.tex")


def test_nothing_outside_the_tree(top: Path) -> None:
    with pytest.raises(Unreadable):
        tree(top).read("../secret.tex")
    assert not tree(top).exists("../secret.tex")


def test_an_unchanged_file_is_the_same_object_and_a_changed_one_is_not(top: Path) -> None:
    disk = Disk()
    first = tree(top, disk).read("paper.tex")
    assert tree(top, disk).read("paper.tex") is first
    (top / "paper.tex").write_text("Saved")
    os.utime(top / "paper.tex", ns=(1, 1))
    assert tree(top, disk).read("paper.tex") == b"Saved"


def test_room_is_bounded(top: Path) -> None:
    disk = Disk(room=10)
    for number in range(5):
        (top / f"{number}.tex").write_text("12345678")
        tree(top, disk).read(f"{number}.tex")
    assert len(disk._kept) == 1


def test_a_bibliography_is_read_once_until_it_or_the_names_change(top: Path) -> None:
    disk, reads = Disk(), []

    def read(names: frozenset[str] = RI, **typed: bytes) -> int:
        here = tree(top, disk, **typed)

        def really() -> aside.Read:
            reads.append(names)
            return bibliography(FolderTree(str(top)), "refs.bib", names)

        here.remembered("refs.bib", names, really)
        return len(reads)

    assert [read(), read(), read(frozenset({"Vorbild"})), read(), read()] == [1, 1, 2, 3, 3]
    (top / "refs.bib").write_text(BOOK + "\n")
    assert [read(), read()] == [4, 4]
    typed = BOOK.encode()
    assert [read(refs_bib=typed), read(refs_bib=typed), read(refs_bib=typed + b"%")] == [5, 5, 6]


def test_thinned_text_keeps_every_place(top: Path) -> None:
    book, sources, _ = bibliography(FolderTree(str(top)), "refs.bib", RI)
    assert [reference.key for reference in book.references] == ["one"]
    thin = thinned(sources["refs.bib"], book.references).split("\n")
    assert thin[0] == thin[3] == ""
    assert thin[1:3] == BOOK.split("\n")[1:3]
    assert len(thin) == len(BOOK.split("\n"))


def test_aside_says_what_reading_here_says(top: Path) -> None:
    book, sources, problems = bibliography(FolderTree(str(top)), "refs.bib", RI)
    thin = {"refs.bib": thinned(sources["refs.bib"], book.references)}
    assert read_aside(str(top), "refs.bib", RI) == (book, thin, problems)


def test_a_large_one_is_read_aside_and_here_where_that_fails(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / "refs.bib").write_text(BOOK + "% padding\n" * 110_000)
    here = []

    def read() -> aside.Read:
        here.append(1)
        return bibliography(FolderTree(str(top)), "refs.bib", RI)

    found = tree(top).remembered("refs.bib", RI, read)
    assert not here
    monkeypatch.setattr(sys, "executable", str(top / "no-python"))
    assert tree(top).remembered("refs.bib", RI, read) == found
    assert here


def test_aside_runs_nothing_that_lies_in_the_current_folder(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / "askfirst").mkdir()
    (top / "askfirst" / "__init__.py").write_text("raise SystemExit('ran what a repository holds')")
    monkeypatch.chdir(top)
    found = read_aside(str(top), "refs.bib", RI)
    assert found
    assert found[0].entries == 2
