"""The hook file: chained, shared, removed without a trace."""

from __future__ import annotations

import os
import sys

import pytest

from askfirst.cli import main
from askfirst.git.hooks import HookError, install, script, status, uninstall
from askfirst.git.repository import find


def snapshot(folder):
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def custom(repo, kind="pre-commit", text="#!/bin/sh\necho before >> ran\n"):
    place = repo.top / ".git/hooks" / kind
    place.parent.mkdir(exist_ok=True)
    place.write_text(text)
    place.chmod(0o755)
    return place


@pytest.mark.parametrize("kind", ["pre-commit", "pre-push"])
def test_installed_and_removed_without_a_trace(repo, kind):
    before = snapshot(repo.top / ".git")
    where = find(str(repo.top))
    assert install(where, kind).ours
    assert os.access(repo.top / ".git/hooks" / kind, os.X_OK)
    assert sys.executable in (repo.top / ".git/hooks" / kind).read_text()
    assert uninstall(where, kind)
    assert snapshot(repo.top / ".git") == before
    assert not uninstall(where, kind)


def test_an_existing_hook_is_chained_and_comes_back(repo):
    custom(repo)
    before = snapshot(repo.top / ".git")
    where = find(str(repo.top))
    assert install(where, "pre-commit").chained
    assert install(where, "pre-commit").chained, "a second time changes nothing"
    repo.write("figure.pdf", "x")
    repo.git("add", "figure.pdf")
    repo.git("commit", "-q", "-m", "figure")
    assert (repo.top / "ran").read_text() == "before\n"
    (repo.top / "ran").unlink()
    uninstall(where, "pre-commit")
    assert {k: v for k, v in snapshot(repo.top / ".git").items() if k.startswith("hooks")} == {
        k: v for k, v in before.items() if k.startswith("hooks")
    }


def test_a_failing_hook_that_was_there_still_fails(repo):
    custom(repo, text="#!/bin/sh\nexit 3\n")
    install(find(str(repo.top)), "pre-commit")
    repo.write("figure.pdf", "x")
    repo.git("add", "figure.pdf")
    repo.git("commit", "-q", "-m", "figure", fails=True)


def test_two_foreign_hooks_are_left_alone(repo):
    place = custom(repo)
    place.with_name("pre-commit.before-askfirst").write_text("other")
    before = snapshot(repo.top / ".git")
    with pytest.raises(HookError, match="which one"):
        install(find(str(repo.top)), "pre-commit")
    assert snapshot(repo.top / ".git") == before


def test_hooks_path_inside_the_repository(repo):
    repo.git("config", "core.hooksPath", "tools/hooks")
    installed = install(find(str(repo.top)), "pre-commit")
    assert installed.path == str(repo.top / "tools/hooks/pre-commit")


def test_a_shared_hooks_path_asks_first(repo, tmp_path):
    repo.git("config", "core.hooksPath", str(tmp_path / "everywhere"))
    with pytest.raises(HookError, match="--shared"):
        install(find(str(repo.top)), "pre-commit")
    assert not (tmp_path / "everywhere").exists()
    assert install(find(str(repo.top)), "pre-commit", shared=True).ours


def test_a_linked_worktree_uses_the_common_hooks(repo, tmp_path):
    repo.write("paper.tex", "x")
    repo.git("add", "-A")
    repo.commit()
    repo.git("worktree", "add", "-q", str(tmp_path / "linked"))
    assert install(find(str(tmp_path / "linked")), "pre-commit").path == str(repo.top / ".git/hooks/pre-commit")


def test_nothing_relevant_staged_starts_no_python(repo):
    install(find(str(repo.top)), "pre-commit")
    hook = repo.top / ".git/hooks/pre-commit"
    hook.write_text(hook.read_text().replace(sys.executable, "/nonexistent/python"))
    repo.write("figure.pdf", "x")
    repo.git("add", "figure.pdf")
    repo.git("commit", "-q", "-m", "figure")
    repo.write("Paper.TEX", "x")
    repo.git("add", "Paper.TEX")
    said = repo.git("commit", "-q", "-m", "paper", fails=True)
    assert "/nonexistent/python is gone" in said
    repo.env["SKIP"] = "other, askfirst"
    done = repo.git("commit", "-q", "-m", "paper")
    assert done == ""


def test_a_pin_with_odd_characters_is_quoted(repo, tmp_path, monkeypatch):
    odd = tmp_path / "it's $(touch owned) here"
    monkeypatch.setattr("sys.executable", str(odd))
    install(find(str(repo.top)), "pre-commit")
    repo.write("paper.tex", "x")
    repo.git("add", "paper.tex")
    assert "is gone" in repo.git("commit", "-q", "-m", "paper", fails=True)
    assert not (repo.top / "owned").exists()


def test_status_tells_ours_from_others(repo):
    where = find(str(repo.top))
    assert not status(where, "pre-commit").ours
    custom(repo)
    assert status(where, "pre-commit").other
    assert "before-askfirst" in script("pre-push", "/usr/bin/python3")


def test_uninstall_says_what_is_back_only_where_something_is(repo, monkeypatch, capsys):
    monkeypatch.chdir(repo.top)
    for before, says in ((False, False), (True, True)):
        if before:
            custom(repo)
        assert main(["hook", "install"]) == 0
        capsys.readouterr()
        assert main(["hook", "uninstall"]) == 0
        assert ("what was there before is back" in " ".join(capsys.readouterr().out.split())) is says


def test_outside_of_a_repository_a_sentence_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "bare")
    assert main(["hook", "install"]) == 2
    assert capsys.readouterr().err == "askfirst: this folder is in no git repository\n"
