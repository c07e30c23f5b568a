"""Which documents a path leads to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from askfirst import documents
from askfirst.errors import Failure

ROOT = "\\documentclass{article}\n\\author{A}\n\\begin{document}\\input{part}\\end{document}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def names(*paths: str, **more: tuple[str, ...]) -> list[str]:
    return [document.path for document in documents.find(paths, *more.values()).documents]


def test_a_folder_gives_roots_author_lists_and_papers_in_markdown(folder: Path) -> None:
    put(
        folder,
        {
            "a/paper.tex": ROOT,
            "a/part.tex": "text",
            "a/refs.bib": "@article{x, title={X}}",
            "b/authors.csv": "name\n",
            "b/data.csv": "x\n",
            "CITATION.cff": "authors: []\n",
            "joss/paper.md": "---\ntitle: x\nauthors:\n  - name: A\n---\n",
            "joss/README.md": "# authors: none\n",
            "joss/comment.md": "<!-- c -->\n---\nauthor: A\n---\n",
            "md/body.md": "# X\n\nAda Feld^1^\n\n^1^ University of X\n\n# Abstract\n",
            "md/note.md": "# X\n\nThe University of X\n\n# Abstract\n",
            "content/metadata.yaml": "title: X\nauthors:\n  - name: A\n",
            "other/metadata.yaml": "kind: x\n",
            "other/x.yaml": "authors: []\n",
            "note.tex": "% \\documentclass{article}\n\\documentation\n",
        },
    )
    papers = ["joss/comment.md", "joss/paper.md", "md/body.md"]
    assert names() == ["CITATION.cff", "a/paper.tex", "b/authors.csv", "content/metadata.yaml", *papers]


def test_hidden_folders_environments_and_other_repositories_are_passed_over(folder: Path) -> None:
    put(
        folder,
        {".hidden/p.tex": ROOT, "venv/pyvenv.cfg": "", "venv/p.tex": ROOT, "node_modules/p.tex": ROOT, "sub/.git/x": "",
         "sub/p.tex": ROOT},
    )  # fmt: skip
    assert names() == []
    assert names("sub") == ["p.tex"]


def test_a_folder_that_never_ends_is_cut_and_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_ENTRIES", 5)
    put(folder, {f"{n}.txt": "" for n in range(9)})
    assert documents.find([]).cut_short == (".",)


def test_links_that_turn_in_circles_end(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    put(folder, {"paper.tex": ROOT})
    assert names() == ["paper.tex"]


def test_excluded(folder: Path) -> None:
    put(folder, {"old/paper.tex": ROOT, "new/paper.tex": ROOT})
    assert names("old", "new", exclude=("old/*",)) == ["new/paper.tex"]
    assert names("old/paper.tex", exclude=("old/*",)) == ["old/paper.tex"], "a file that was named is checked"


@pytest.mark.parametrize(
    ("part", "root"),
    [
        ("% !TeX root = ../paper.tex\ntext", "\\documentclass{article}\n"),
        ("%!TEX root=../paper\ntext", "\\documentclass{article}\n"),
        ("text", "\\documentclass{article}\\input{sections/part}"),
        ("text", "\\documentclass{article}\\include{sections/part}"),
        ("text", "\\documentclass{article}\\subfile{sections/part.tex}"),
        ("text", "\\documentclass{article}\\import{sections/}{part}"),
        ("text", "\\documentclass{article}\\input{all}"),
        ("\\documentclass[../paper.tex]{subfiles}\ntext", "\\documentclass{article}"),
    ],
)
def test_an_included_part_leads_to_its_root(folder: Path, part: str, root: str) -> None:
    put(folder, {"sections/part.tex": part, "paper.tex": root, "all.tex": "\\input sections/part\n", "other.tex": ROOT})
    assert names("sections/part.tex") == ["paper.tex"]


@pytest.mark.parametrize("named", ["../../outside.tex", "/etc/passwd", "missing.tex", "part.tex"])
def test_a_root_that_is_not_there_or_outside_is_not_followed(folder: Path, named: str) -> None:
    put(folder.parent, {"outside.tex": ROOT})
    put(folder, {"sections/part.tex": f"% !TeX root = {named}\n"})
    assert names("sections/part.tex") == ["sections/part.tex"]


def test_each_document_once(folder: Path) -> None:
    put(folder, {"paper.tex": ROOT, "part.tex": "text"})
    assert names("paper.tex", "part.tex", ".") == ["paper.tex"]


@pytest.mark.parametrize("path", ["missing.tex", "image.png", "plain"])
def test_what_cannot_be_a_document(folder: Path, path: str) -> None:
    put(folder, {"image.png": "", "plain": ""})
    with pytest.raises(Failure) as failure:
        documents.find([path])
    assert failure.value.file == path


def test_paths_are_shown_as_they_are_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, {"a/b/paper.tex": ROOT})
    assert documents.one("a/b/paper.tex").place() == "a/b/paper.tex"
    monkeypatch.chdir(folder / "a" / "b")
    assert documents.one("paper.tex").place() == "paper.tex"
    assert documents.one("paper.tex").place("a/refs.bib") == "../refs.bib"
    (folder / "other").mkdir()
    monkeypatch.chdir(folder / "other")
    assert documents.one("../a/b/paper.tex").place() == "../a/b/paper.tex"
    monkeypatch.chdir("/")
    assert os.path.samefile(documents.one(str(folder / "a/b/paper.tex")).place(), folder / "a/b/paper.tex")
