"""The real pre-commit (and prek) from PyPI: hooks of this checkout, installed once, then offline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.git.changes import RELEVANT

ROOT = Path(__file__).resolve().parents[3]
CONFIG = """repos:
- repo: {repo}
  rev: {rev}
  hooks:
  - id: {hook}
- repo: local
  hooks:
  - {{id: other, name: other, entry: "true", language: system, always_run: true, pass_filenames: false}}
"""


def tool(name: str) -> str:
    """The program beside this interpreter, or on PATH; the test is skipped by name where there is none."""
    beside = shutil.which(name, path=os.path.dirname(sys.executable)) or shutil.which(name)
    if beside is None:
        pytest.skip(f"{name} is not installed")
    return beside


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """This checkout as a repository with one commit, as a release would be."""
    if not (ROOT / ".git").exists():
        pytest.skip("the checkout is no git repository, so pre-commit cannot clone it")
    copy = tmp_path_factory.mktemp("source") / "askfirst"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    identity = {f"GIT_{who}_{what}": "tester" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "release"]):
        subprocess.run(["git", *command], cwd=copy, check=True, env={**os.environ, **identity})
    return copy


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture(params=["pre-commit", "prek"])
def framework(request, repo, source, store):
    """A repository with the framework's hook installed and its environment built; offline from then on."""
    program = tool(request.param)
    rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=source, capture_output=True, text=True, check=True)
    repo.env.update(PRE_COMMIT_HOME=str(store / "pre-commit"), PREK_HOME=str(store / "prek"))

    def use(hook: str):
        repo.write(".pre-commit-config.yaml", CONFIG.format(repo=source, rev=rev.stdout.strip(), hook=hook))
        for command in (["install-hooks"], ["install", "-t", "pre-commit", "-t", "pre-push"]):
            done = subprocess.run([program, *command], cwd=repo.top, env=repo.env, capture_output=True, text=True)
            if done.returncode and command == ["install-hooks"] and not os.environ.get("ASKFIRST_CI"):
                pytest.skip("the hook's environment could not be built, which needs PyPI")
            assert done.returncode == 0, done.stdout + done.stderr
        nowhere = "http://127.0.0.1:9"
        repo.env.update(http_proxy=nowhere, https_proxy=nowhere, PIP_NO_INDEX="1", UV_OFFLINE="1")
        repo.git("add", ".pre-commit-config.yaml")
        return repo

    return use


def test_the_hook_file_and_the_module_agree():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    (pattern,) = re.findall(r"&paths '\(\?i\)(.*)'", text)
    assert pattern == RELEVANT


@pytest.mark.parametrize(
    "path",
    ["my.inc", "parts/authors.sty", "Authors.CLS", "who.txt", "head.def", "paper.tex", "refs.bib", "a/coauthors.csv"],
)
def test_what_a_manuscript_may_take_in_is_handed_over(path):
    assert re.search(RELEVANT, path, re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    ["my.py", "figure.pdf", "data.csv", "style.css", "my.inc.py", "inc", "lib/sty/x.c", "package.json", "a.txt~"],
)
def test_everything_else_is_not(path):
    assert not re.search(RELEVANT, path, re.IGNORECASE)


def test_a_commit_of_nothing_but_an_included_file_is_asked_about(framework):
    repo = framework("askfirst")
    head = "\\documentclass{article}\n\\title{T}\n\\author{B. Ri}\n\\input{my.inc}\n"
    repo.write("paper.tex", head + "\\begin{document}\\maketitle\\end{document}\n")
    repo.write("my.inc", "\\affiliation{Humboldt University, Berlin, Germany}\n")
    repo.write("requirements.txt", "numpy\n")
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "quiet")
    repo.write("requirements.txt", "numpy\nscipy\n")
    repo.git("commit", "-q", "-a", "-m", "no paper takes it in")
    repo.write("my.inc", "\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\n")
    assert "my.inc" in repo.git("commit", "-q", "-a", "-m", "asks", fails=True)


def test_asks_answers_and_stays_silent(framework):
    repo = framework("askfirst")
    repo.write("paper.tex", repo.QUIET)
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "quiet")
    repo.write("paper.tex", repo.ASKS)
    repo.write("-dash name.tex", repo.ASKS)
    repo.git("add", "-A")
    said = repo.git("commit", "-q", "-m", "asks", fails=True)
    assert "paper.tex:7:" in said
    assert "askfirst answer" in said
    repo.git("rm", "-q", "--cached", "--", "-dash name.tex")
    (repo.top / "-dash name.tex").unlink()
    repo.answer()
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "answered")
    repo.git("rm", "-q", repo.PLACE)
    repo.write("paper.tex", repo.ASKS + "%\n")
    repo.git("add", "-A")
    assert "Kim Il Sung" in repo.git("commit", "-q", "-m", "answer gone", fails=True)
    repo.env["SKIP"] = "askfirst"
    repo.git("commit", "-q", "-m", "skipped")
    del repo.env["SKIP"]
    repo.git("init", "-q", "--bare", "../remote")
    repo.git("remote", "add", "origin", "../remote")
    assert "Kim Il Sung" in repo.git("push", "-q", "origin", "HEAD", fails=True)


def test_the_advising_hook_prints_and_never_fails(framework):
    repo = framework("askfirst-advise")
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "-A")
    done = subprocess.run(["git", "commit", "-m", "asks"], cwd=repo.top, env=repo.env, capture_output=True, text=True)
    assert done.returncode == 0
    assert "Kim Il Sung University" in done.stdout + done.stderr


def test_try_repo(repo, source, store):
    program = tool("pre-commit")
    repo.env["PRE_COMMIT_HOME"] = str(store / "pre-commit")
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "-A")
    command = [program, "try-repo", str(source), "askfirst", "--files", "paper.tex"]
    done = subprocess.run(command, cwd=repo.top, env=repo.env, capture_output=True, text=True)
    if "Kim Il Sung University" not in done.stdout and not os.environ.get("ASKFIRST_CI"):
        pytest.skip("the hook's environment could not be built, which needs PyPI")
    assert done.returncode == 1
    assert "Kim Il Sung University" in done.stdout
