"""What a commit and a push see beyond ``.tex``: included files, links, merges, long pushes, what cannot be read."""

from __future__ import annotations

import os
import re

import pytest

from askfirst.cli import main
from askfirst.git import changes
from askfirst.git.hooks import KINDS, install
from askfirst.git.repository import find

KP = "\\affiliation{Kim Il Sung University, Pyongyang}\n"
POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


@pytest.fixture
def hooked(repo):
    for kind in KINDS:
        install(find(str(repo.top)), kind)
    repo.git("init", "-q", "--bare", "../remote")
    repo.git("remote", "add", "origin", "../remote")
    return repo


def saved(repo, *arguments: str) -> str:
    repo.git("add", "-A")
    return repo.git("commit", "-q", "-m", "work", *arguments)


def stopped(repo) -> str:
    repo.git("add", "-A")
    return repo.git("commit", "-q", "-m", "work", fails=True)


def paper(inside: str) -> str:
    head = f"\\documentclass{{article}}\n\\title{{T}}\n\\author{{A B}}\n{inside}\n"
    return head + "\\begin{document}\\maketitle\\end{document}\n"


@pytest.mark.parametrize(
    ("inside", "path"),
    [
        ("\\input{my.inc}", "my.inc"),
        ("\\input{my.txt}", "my.txt"),
        ("\\input my.ins ", "my.ins"),
        ("\\input{parts/who.inc}", "parts/who.inc"),
        ("\\input{./a+b.inc}", "a+b.inc"),
    ],
)
def test_a_file_taken_in_counts_whatever_its_ending(hooked, inside, path):
    hooked.write("paper.tex", paper(inside))
    hooked.write(path, "\\affiliation{Humboldt University, Berlin, Germany}\n")
    saved(hooked)
    hooked.write(path, KP)
    assert path in stopped(hooked)
    saved(hooked, "--no-verify")
    assert path in hooked.git("push", "-q", "origin", "main", fails=True)


def test_a_package_beside_the_paper_counts(hooked):
    hooked.write("paper.tex", paper("\\affiliation{\\home}").replace("\\title", "\\usepackage{my}\\title"))
    hooked.write("my.sty", "\\newcommand{\\home}{Berlin, Germany}\n")
    saved(hooked)
    hooked.write("my.sty", "\\newcommand{\\home}{Kim Il Sung University, Pyongyang}\n")
    assert "Kim Il Sung" in stopped(hooked)


@pytest.mark.parametrize(
    "path", ["notes.txt", "code/my.py", "figure.pdf", "data.json", "my.c", "Makefile", ".gitignore"]
)
def test_a_file_that_no_paper_takes_in_starts_nothing(hooked, path):
    hooked.write("paper.tex", paper("\\includegraphics{figure}\n% my own notes and data and Makefile\n"))
    saved(hooked)
    for kind in ("pre-commit", "pre-push"):
        hook = hooked.top / ".git/hooks" / kind
        hook.write_text(re.sub(r"(?m)^python=.*", "python=/nonexistent", hook.read_text()))
    hooked.write(path, KP)
    assert saved(hooked) == ""


@pytest.mark.parametrize("link", ["paper.tex", "authors.tex"])
def test_the_target_of_a_link_counts(hooked, link):
    if link != "paper.tex":
        hooked.write("paper.tex", paper("\\input{authors}"))
    hooked.write("source.dat", paper("") if link == "paper.tex" else "\\affiliation{Berlin, Germany}\n")
    os.symlink("source.dat", hooked.top / link)
    saved(hooked)
    hooked.write("source.dat", paper(KP) if link == "paper.tex" else KP)
    assert "Kim Il Sung" in stopped(hooked)


def test_a_link_to_a_folder_counts(hooked):
    hooked.write("paper.tex", paper("\\input{parts/authors}"))
    hooked.write("real/authors.tex", "\\affiliation{Berlin, Germany}\n")
    os.symlink("real", hooked.top / "parts")
    saved(hooked)
    hooked.write("real/authors.tex", KP)
    assert "Kim Il Sung" in stopped(hooked)


def with_side(repo):
    repo.write("paper.tex", repo.QUIET)
    saved(repo)
    repo.git("checkout", "-q", "-b", "side")
    repo.write("theirs.tex", repo.ASKS)
    saved(repo, "--no-verify")
    repo.git("checkout", "-q", "main")


def test_a_merge_that_makes_a_commit_is_asked_about(hooked):
    with_side(hooked)
    hooked.write("notes.txt", "x")
    saved(hooked)
    said = hooked.git("merge", "-q", "--no-edit", "side", fails=True)
    assert "theirs.tex:7:" in said
    assert "SKIP=askfirst git merge" in said


def test_a_fast_forward_asks_when_it_is_over_and_the_push_stops(hooked, capfd):
    with_side(hooked)
    hooked.git("merge", "-q", "--ff-only", "side")
    assert "theirs.tex:7:" in hooked.git("push", "-q", "origin", "main", fails=True)


@pytest.mark.parametrize("how", ["merge", "rebase"])
def test_what_git_does_not_ask_about_is_said_afterwards(hooked, monkeypatch, capsys, how):
    with_side(hooked)
    hooked.git("merge", "-q", "--ff-only", "side")
    monkeypatch.chdir(hooked.top)
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: SIM115
    given = ["post-merge", "0"] if how == "merge" else ["post-rewrite", "rebase"]
    assert main(["hook", "run", *given]) == 0
    said = capsys.readouterr().err
    assert "theirs.tex:7:" in said
    assert said.endswith("This is done already, and nothing was held back; a push asks again.\n")


def test_a_cherry_pick_and_a_rebase_are_stopped_at_the_push(hooked):
    with_side(hooked)
    hooked.write("notes.txt", "x")
    saved(hooked)
    hooked.git("cherry-pick", "side")
    assert "theirs.tex:7:" in hooked.git("push", "-q", "origin", "main", fails=True)
    hooked.git("rebase", "-q", "main", "side")
    assert "theirs.tex:7:" in hooked.git("push", "-q", "origin", "side", fails=True)


def test_a_push_sees_below_hundreds_of_other_commits(hooked):
    hooked.write("paper.tex", hooked.ASKS)
    saved(hooked, "--no-verify")
    tree, parent = hooked.git("rev-parse", "HEAD^{tree}").strip(), hooked.git("rev-parse", "HEAD").strip()
    for number in range(changes.MOST_COMMITS + 10):
        parent = hooked.git("commit-tree", tree, "-p", parent, "-m", str(number)).strip()
    hooked.git("update-ref", "refs/heads/main", parent)
    assert "paper.tex:7:" in hooked.git("push", "-q", "origin", "main", fails=True)


def test_a_push_of_more_than_can_be_read_says_how_to_go_on(hooked, monkeypatch, capsys):
    monkeypatch.setattr(changes, "MOST_COMMITS", 2)
    for number in range(5):
        hooked.write("paper.tex", hooked.QUIET + f"% {number}\n")
        saved(hooked)
    monkeypatch.chdir(hooked.top)
    head = hooked.git("rev-parse", "HEAD").strip()
    step = hooked.git("rev-parse", "--short=12", "HEAD~3").strip()
    from askfirst.git.repository import here
    from askfirst.git.running import before_push

    assert before_push(here(), [changes.Push(head, "0" * 40)], "en") == 1
    said = capsys.readouterr().err
    assert "3 older commits of this push touch manuscripts and were not read" in said
    assert f"git push origin {step}:refs/heads/main" in said
    assert before_push(here(), [changes.Push(head, "0" * 40)], "de") == 1
    assert "in Schritten" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "why"), [(POINTER, "Git LFS"), (b"x" * 101, "larger")])
def test_what_cannot_be_read_is_said_at_the_commit_and_stops_the_push(hooked, monkeypatch, capsys, text, why):
    monkeypatch.setattr("askfirst.git.trees.LARGEST", 100 if why == "larger" else 10_000)
    hooked.write("paper.tex", text)
    hooked.git("add", "-A")
    monkeypatch.chdir(hooked.top)
    assert main(["hook", "run", "pre-commit"]) == 0
    assert f"paper.tex was not looked at: {'holds only' if why == 'Git LFS' else why}" in capsys.readouterr().err
    commit = hooked.commit()
    from askfirst.git.repository import here
    from askfirst.git.running import before_push

    assert before_push(here(), [changes.Push(commit, "0" * 40)], "en") == 1
    assert "paper.tex was not looked at" in capsys.readouterr().err


def test_a_class_behind_a_long_preamble_is_found(hooked):
    hooked.write("paper.tex", "% long\n" * 30_000 + hooked.ASKS)
    assert "paper.tex:30007:" in stopped(hooked)


@pytest.mark.parametrize("ending", ["md", "tex"])
def test_thousands_of_small_files_hide_no_paper(hooked, ending):
    for number in range(2100):
        hooked.write(f"a/{number}.{ending}", f"% nothing {number}\n")
    hooked.write("z/paper.tex", hooked.ASKS)
    assert "z/paper.tex:7:" in stopped(hooked)


@pytest.mark.parametrize("option", ["--output=owned", "--all", "-x"])
def test_what_the_framework_says_is_never_an_option(hooked, monkeypatch, option):
    hooked.write("paper.tex", hooked.QUIET)
    saved(hooked)
    monkeypatch.chdir(hooked.top)
    monkeypatch.setenv("PRE_COMMIT_TO_REF", option)
    assert main(["hook", "run", "pre-commit"]) == 2
    assert not (hooked.top / "owned").exists()


def test_a_framework_that_names_no_commits_of_a_push_is_asked_all_the_same(hooked, monkeypatch, capsys):
    hooked.write("paper.tex", hooked.ASKS)
    saved(hooked, "--no-verify")
    monkeypatch.chdir(hooked.top)
    monkeypatch.setenv("PRE_COMMIT_REMOTE_NAME", "origin")
    monkeypatch.setenv("PRE_COMMIT_REMOTE_URL", "../remote")
    monkeypatch.setenv("PRE_COMMIT_LOCAL_BRANCH", "refs/heads/main")
    assert main(["hook", "run", "pre-commit", "--", "paper.tex"]) == 1
    assert "SKIP=askfirst git push" in capsys.readouterr().err
