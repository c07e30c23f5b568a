"""Which paths a commit or a push touches."""

from __future__ import annotations

import pytest

from askfirst.git.changes import Push, in_index, leaving, pushes, relevant
from askfirst.git.repository import find

ZERO = "0" * 40


@pytest.mark.parametrize(
    "path",
    [
        "paper.tex",
        "sub/PAPER.TEX",
        "a.ltx",
        "a.Rnw",
        "refs.bib",
        "main.bbl",
        "paper.md",
        "x.qmd",
        "CITATION.cff",
        "sub/CITATION.cff",
        "content/metadata.yaml",
        "myst.yml",
        "authors.csv",
        "data/author-list.tsv",
        "authors.toml",
        ".askfirst/answers/2026-01-01-x.toml",
        "askfirst.toml",
        "pyproject.toml",
        "new\nline.tex",
    ],
)
def test_relevant(path):
    assert relevant([path]) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "figure.pdf",
        "data.csv",
        "x-metadata.yaml",
        "code.py",
        "tex",
        "paper.tex.bak",
        "Cargo.toml",
        "askfirst.txt",
        "my.askfirst/x",
        "a.cls",
    ],
)
def test_not_relevant(path):
    assert relevant([path]) == []


def test_an_empty_first_commit(repo):
    assert in_index(find(str(repo.top))) == []


def test_added_changed_deleted_and_renamed(repo):
    for name in ("stays", "changes", "goes", "old"):
        repo.write(f"{name}.tex", name * 50)
    repo.git("add", "-A")
    assert set(in_index(find(str(repo.top)))) == {"stays.tex", "changes.tex", "goes.tex", "old.tex"}
    repo.commit()
    repo.write("changes.tex", "changed")
    repo.write("figure.pdf", "x")
    repo.git("rm", "-q", "goes.tex")
    repo.git("mv", "old.tex", "new.tex")
    repo.git("add", "-A")
    assert set(in_index(find(str(repo.top)))) == {"changes.tex", "goes.tex", "old.tex", "new.tex"}


def test_a_detached_head(repo):
    repo.write("paper.tex", "x")
    repo.git("add", "-A")
    repo.git("checkout", "-q", "--detach", repo.commit())
    repo.write("paper.tex", "y")
    repo.git("add", "-A")
    assert in_index(find(str(repo.top))) == ["paper.tex"]


def test_the_lines_of_a_push():
    said = [
        "refs/heads/main aaa refs/heads/main bbb",
        f"(delete) {ZERO} refs/heads/old ccc",
        f"refs/a b ddd refs/x {ZERO}",
    ]
    assert pushes("\n".join(said) + "\n") == [Push("aaa", "bbb"), Push("ddd", ZERO)]


def test_commits_that_leave(repo):
    repo.write("paper.tex", "1")
    repo.git("add", "-A")
    first = repo.commit()
    repo.write("figure.pdf", "x")
    repo.git("add", "-A")
    repo.commit()
    repo.write("paper.tex", "2")
    repo.git("add", "-A")
    third = repo.commit()
    where = find(str(repo.top))
    assert leaving(where, Push(third, first)) == [(third, ["paper.tex"])]
    assert leaving(where, Push(third, ZERO)) == [(third, ["paper.tex"]), (first, ["paper.tex"])]
    assert leaving(where, Push(third, "f" * 40)) == [(third, ["paper.tex"]), (first, ["paper.tex"])]


def test_a_merge_lists_what_came_in(repo):
    repo.write("paper.tex", "1\n")
    repo.git("add", "-A")
    base = repo.commit()
    repo.git("checkout", "-q", "-b", "side")
    repo.write("authors.tex", "side")
    repo.git("add", "-A")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("notes.tex", "main")
    repo.git("add", "-A")
    repo.commit()
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    merge = repo.git("rev-parse", "HEAD").strip()
    touched = dict(leaving(find(str(repo.top)), Push(merge, base)))
    assert set(touched[merge]) == {"authors.tex", "notes.tex"}
