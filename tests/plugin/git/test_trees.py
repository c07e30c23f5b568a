"""The staged content and commits, read as trees, against real git."""

from __future__ import annotations

import os

import pytest

from askfirst.git.repository import GitError, find
from askfirst.git.trees import committed, staged
from askfirst_checks.model import Unreadable

ODD_PATHS = [
    "a b/paper one.tex",
    "new\nline.tex",
    "-dash.tex",
    "tab\there.tex",
    "ümläut.tex",
    '"quoted".tex',
    "日本.tex",
]


@pytest.mark.parametrize("path", ODD_PATHS)
def test_odd_paths_are_read_from_index_and_commit(repo, path):
    repo.write(path, "staged")
    repo.git("add", "--", path)
    repo.write(path, "working tree")
    with staged(find(str(repo.top))) as tree:
        assert tree.read(path) == b"staged"
    commit = repo.commit()
    with committed(find(str(repo.top)), commit) as tree:
        assert tree.exists(path)
        assert tree.read(path) == b"staged"


def test_undecodable_path_survives(repo):
    name = b"caf\xe9.tex"
    repo.write(name, "text")
    repo.git("add", "-A")
    with staged(find(str(repo.top))) as tree:
        assert tree.read(os.fsdecode(name)) == b"text"


def test_a_partly_staged_file_is_read_as_staged(repo):
    repo.write("paper.tex", "one\ntwo\n")
    repo.git("add", "paper.tex")
    repo.commit()
    repo.write("paper.tex", "one\nTWO\n")
    repo.git("add", "paper.tex")
    repo.write("paper.tex", "one\nTWO\nthree\n")
    with staged(find(str(repo.top))) as tree:
        assert tree.read("paper.tex") == b"one\nTWO\n"


def test_many_reads_on_one_pair_of_processes(repo):
    for number in range(50):
        repo.write(f"part{number}.tex", f"text {number}\n" * number)
    repo.git("add", "-A")
    with staged(find(str(repo.top))) as tree:
        for number in range(50):
            assert tree.read(f"part{number}.tex") == f"text {number}\n".encode() * number


@pytest.mark.parametrize("path", ["../other.tex", "/etc/passwd", "..", "a/../../b.tex"])
def test_nothing_outside_the_tree(repo, path):
    with staged(find(str(repo.top))) as tree, pytest.raises(Unreadable, match="outside"):
        tree.read(path)


def test_links_are_followed_inside_and_refused_outside(repo):
    repo.write("real/authors.tex", "authors")
    os.symlink("real/authors.tex", repo.top / "inside.tex")
    os.symlink("/etc/passwd", repo.top / "absolute.tex")
    os.symlink("../../elsewhere.tex", repo.top / "above.tex")
    os.symlink("circle.tex", repo.top / "circle.tex")
    repo.git("add", "-A")
    with staged(find(str(repo.top))) as tree:
        assert tree.read("inside.tex") == b"authors"
        for path in ("absolute.tex", "above.tex", "circle.tex", "missing.tex"):
            assert not tree.exists(path)
            with pytest.raises(Unreadable):
                tree.read(path)


def test_a_submodule_is_no_file(repo, tmp_path):
    repo.write("paper.tex", "x")
    repo.git("add", "paper.tex")
    commit = repo.commit()
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},module")
    with staged(find(str(repo.top))) as tree, pytest.raises(Unreadable, match="regular"):
        tree.read("module")


def test_a_large_blob_is_refused_by_its_size_alone(repo, monkeypatch):
    monkeypatch.setattr("askfirst.git.trees.LARGEST", 10)
    repo.write("large.tex", "x" * 11)
    repo.write("small.tex", "x" * 10)
    repo.git("add", "-A")
    with staged(find(str(repo.top))) as tree:
        with pytest.raises(Unreadable, match="larger"):
            tree.read("large.tex")
        assert tree.read("small.tex") == b"x" * 10


def test_no_repository_is_an_error_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="in no git repository"):
        find(str(tmp_path))


def test_a_folder_whose_name_breaks_the_line(tmp_path, repo):
    odd = tmp_path / "new\nline"
    repo.top.rename(odd)
    assert find(str(odd)).top == str(odd)


def test_a_revision_is_never_an_option(repo):
    with pytest.raises(GitError):
        committed(find(str(repo.top)), "--output=owned")
    assert not (repo.top / "owned").exists()
