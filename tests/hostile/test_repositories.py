"""Repositories set up against their readers: the hook judges what leaves, says what it cannot read, runs nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.plugin.git.conftest import Repo, _quiet_git, repo  # noqa: F401  fixtures

from askfirst.cli import main
from askfirst.git.repository import Repository
from askfirst.git.trees import committed, staged


@pytest.fixture
def here(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:  # noqa: F811
    monkeypatch.chdir(repo.top)
    return repo


def pushed(repo: Repo, commit: str, monkeypatch: pytest.MonkeyPatch) -> int:  # noqa: F811
    """The exit code of the hook before a push of *commit* to a remote that has nothing yet."""
    import io
    import sys

    line = f"refs/heads/main {commit} refs/heads/main {'0' * 40}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    return main(["hook", "run", "pre-push", "origin", "https://git.example/x.git"])


def replaced(repo: Repo, what: str, by: bytes) -> None:  # noqa: F811
    """Let git show *by* where it is asked for the blob *what*."""
    blob = repo.git("rev-parse", what).strip()
    repo.git("replace", "-f", blob, repo.git("hash-object", "-w", "--stdin", given=by).strip())


@pytest.mark.parametrize("name", ["paper.tex", "drafts/paper.tex"])
def test_what_stands_in_for_a_blob_is_not_what_leaves(here: Repo, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write(name, here.ASKS)
    here.git("add", ".")
    commit = here.commit()
    replaced(here, f"HEAD:{name}", here.QUIET.encode())
    assert here.git("show", f"HEAD:{name}") == here.QUIET
    assert pushed(here, commit, monkeypatch) == 1


def test_a_quiet_blob_stays_quiet_whatever_stands_in_for_it(here: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("paper.tex", here.QUIET)
    here.git("add", ".")
    commit = here.commit()
    replaced(here, "HEAD:paper.tex", here.ASKS.encode())
    assert pushed(here, commit, monkeypatch) == 0


@pytest.mark.parametrize("asks", [True, False])
def test_a_commit_that_stands_in_for_another_is_not_read(
    here: Repo, asks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.write("paper.tex", here.ASKS if asks else here.QUIET)
    here.git("add", ".")
    commit = here.commit()
    here.write("paper.tex", here.QUIET if asks else here.ASKS)
    here.git("add", ".")
    here.git("replace", commit, here.commit("--amend"))
    assert pushed(here, commit, monkeypatch) == (1 if asks else 0)


def test_the_tree_is_the_commits_own(here: Repo) -> None:
    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    commit = here.commit()
    replaced(here, "HEAD:paper.tex", b"x")
    place = Repository(str(here.top), "", "")
    with committed(place, commit) as tree, staged(place) as index:
        assert tree.read("paper.tex") == index.read("paper.tex") == here.ASKS.encode()


def test_the_fixture_has_a_home_of_its_own() -> None:
    assert "home" in os.environ["HOME"]
    assert Path(os.environ["HOME"]).is_dir()


@pytest.mark.parametrize("branch", [b"main", b"\xff\xe9", "größe".encode(), "a\u2028b".encode(), b"a\xc2\x85"])
def test_a_branch_may_be_named_in_no_encoding(here: Repo, branch: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    line = b"refs/heads/%s %s refs/heads/%s %s\n" % (branch, here.commit().encode(), branch, b"0" * 40)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line), encoding="utf-8", errors="strict"))
    assert main(["hook", "run", "pre-push", "origin", "https://git.example/x.git"]) == 1


def test_many_branches_of_one_commit_are_one_question(
    here: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io
    import sys

    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    commit = here.commit()
    lines = "".join(f"refs/heads/b{n} {commit} refs/heads/b{n} {'0' * 40}\n" for n in range(300))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert main(["hook", "run", "pre-push", "origin", "https://git.example/x.git"]) == 1
    assert capsys.readouterr().err.count("AF101 suspended-cooperation") == 1


def test_what_is_only_announced_or_made_executable_asks_nothing(here: Repo) -> None:
    here.write("paper.tex", here.QUIET)
    here.git("add", ".")
    here.commit()
    here.write("new.tex", here.ASKS)
    here.git("add", "-N", "new.tex")
    os.chmod(here.top / "paper.tex", 0o755)
    here.git("add", "paper.tex")
    assert main(["hook", "run", "pre-commit"]) == 0
    here.git("add", "new.tex")
    assert main(["hook", "run", "pre-commit"]) == 1


@pytest.mark.parametrize("variable", ["GIT_OBJECT_DIRECTORY", "GIT_DIR"])
def test_git_that_finds_nothing_is_no_pass(here: Repo, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    monkeypatch.setenv(variable, "/nonexistent")
    assert main(["hook", "run", "pre-commit"]) == 2


def test_another_index_is_the_one_that_is_asked_about(here: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("paper.tex", here.QUIET)
    here.git("add", ".")
    here.env["GIT_INDEX_FILE"] = str(here.top / ".git" / "other")
    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    assert main(["hook", "run", "pre-commit"]) == 0
    monkeypatch.setenv("GIT_INDEX_FILE", here.env["GIT_INDEX_FILE"])
    assert main(["hook", "run", "pre-commit"]) == 1


def test_folders_that_link_to_each_other_end(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("x/paper.tex", here.ASKS)
    here.write("y/notes.txt", "x")
    for link, target in (("x/y", "../y"), ("y/x", "../x"), ("up", ".."), ("root", "/"), ("fd", "/proc/self/fd")):
        os.symlink(target, here.top / link)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.count("AF101 suspended-cooperation") == 1


def test_settings_hold_for_the_folder_they_stand_in(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("s/paper.tex", here.ASKS)
    here.write("s/askfirst.toml", 'jurisdiction = "eu"\n')
    assert main(["check", "s/paper.tex"]) == 1
    assert "askfirst.toml of this repository" in capsys.readouterr().out
    assert main(["check", "."]) == 1
    assert "askfirst.toml of this repository" not in capsys.readouterr().out


def test_private_answers_of_another_tree_close_nothing(
    here: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.answer()
    here.write("paper.tex", here.ASKS)
    other = tmp_path / "other"
    other.mkdir()
    (other / "paper.tex").write_text(here.ASKS)
    data = tmp_path / "data" / "askfirst" / "answers"
    data.mkdir(parents=True)
    os.symlink(here.top / ".askfirst" / "answers", data / "x")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main(["check", str(here.top / "paper.tex")]) == 0
    assert main(["check", str(other / "paper.tex")]) == 1


@pytest.mark.parametrize("name", ["paper.md", "paper.tex"])
def test_what_was_a_pointer_at_the_baseline_is_new(here: Repo, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    here.write(name, b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n")
    here.git("add", ".")
    here.commit()
    here.write("paper.tex", here.ASKS)
    assert main(["check", "--baseline", "HEAD", "paper.tex"]) == 1
    assert "AF101" in capsys.readouterr().out


def remote(here: Repo, name: str, has: str) -> None:
    """A remote called *name* whose branch is at *has*, as a fetch leaves it."""
    here.git("remote", "add", name, f"https://{name}.example/paper.git")
    here.git("update-ref", f"refs/remotes/{name}/main", has)


def sent(here: Repo, commit: str, to: str, monkeypatch: pytest.MonkeyPatch, theirs: str = "0" * 40) -> int:
    """The exit code of the hook before *commit* goes to the remote *to*."""
    import io
    import sys

    line = f"refs/heads/main {commit} refs/heads/new {theirs}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    return main(["hook", "run", "pre-push", to, f"https://{to}.example/paper.git"])


@pytest.mark.parametrize(
    "to", ["overleaf", "https://git.example/new.git", "../new", "*", "ins*de", "[i]nside", "insid"]
)
@pytest.mark.parametrize("theirs", ["0" * 40, "f" * 40])
def test_what_lies_on_one_remote_was_not_sent_to_another(
    here: Repo, to: str, theirs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    commit = here.commit()
    remote(here, "inside", commit)
    assert sent(here, commit, to, monkeypatch, theirs) == 1


@pytest.mark.parametrize("name", ["inside", "in/side", "inside-2", "größe"])
def test_what_a_remote_has_is_not_asked_about_again(here: Repo, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("paper.tex", here.ASKS)
    here.git("add", ".")
    commit = here.commit()
    remote(here, name, commit)
    assert sent(here, commit, name, monkeypatch) == 0
    here.write("notes.txt", "x")
    here.git("add", ".")
    assert sent(here, here.commit(), name, monkeypatch) == 0
