"""A check opens no connection, starts nothing but git, and writes nothing it was not asked for: seen by an audit hook.

https://docs.python.org/3/library/audit_events.html
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import need

from .generators import KP, tex

WATCH = """
import json, os, sys
seen, writing = [], os.O_WRONLY | os.O_RDWR | os.O_CREAT
def hook(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "smtplib.", "ftplib.", "webbrowser.")):
        seen.append([event, repr(args)[:200]])
    elif event == "subprocess.Popen":
        seen.append([event, os.path.basename(str(args[0]))])
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn"):
        seen.append([event, repr(args)[:200]])
    elif event == "open" and args[2] and args[2] & writing and str(args[0]).strip("0123456789") not in ("", os.devnull):
        seen.append([event, str(args[0])])
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.chmod", "shutil.rmtree"):
        seen.append([event, repr(args)[:200]])
sys.addaudithook(hook)
RUN
sys.stdout.flush()
told = json.dumps([code, seen])
with open(sys.argv[1], "w") as file:
    file.write(told)
"""
CLI = "from askfirst.cli import main; code = main(sys.argv[2:])"
BAIT = (
    "\\immediate\\write18{touch PWNED}\\input{|touch PWNED}\\openout5=PWNED \\directlua{os.execute('touch PWNED')}"
    "\\href{http://127.0.0.1:9/x}{x}\\includegraphics{http://127.0.0.1:9/x.png}\\bibliography{r}"
)
FILES = {
    "paper.tex": tex(KP + BAIT)["p.tex"],
    "r.bib": "@article{x, author={Ri, B.}, title={T}, url={http://127.0.0.1:9/}, doi={10.1/x}}\n",
    "paper.md": "---\ntitle: !!python/object/apply:os.system ['touch PWNED']\nauthor:\n  - name: A B\n---\n\n# x\n",
    "CITATION.cff": "cff-version: 1.2.0\ntitle: T\nauthors:\n  - name: !!python/name:os.system\n",
    "authors.csv": 'name,affiliation\nA B,"=cmd|x!A0, Pyongyang"\n',
    "codemeta.json": '{"@context": "http://127.0.0.1:9/context", "author": [{"name": "A"}]}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    work.mkdir()
    subprocess.run([need("git"), "init", "-q", str(work)], check=True)
    for name, text in FILES.items():
        (work / name).write_text(text)
    for name in ("sitecustomize", "usercustomize", "askfirst", "yaml", "json", "tomllib"):
        (work / f"{name}.py").write_text("open('PWNED', 'w')\n")
    subprocess.run([need("git"), "add", "-A"], cwd=work, check=True)
    return work


def seen(folder: Path, *arguments: str, run: str = CLI) -> tuple[int, list[list[str]]]:
    """Exit code and the events of one run in *folder*."""
    told = folder.parent / "told.json"
    own = {
        "HOME": str(folder.parent),
        **dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder.parent / "data")),
    }
    surroundings = {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, "-P", "-c", WATCH.replace("RUN", run), str(told), *arguments],
        cwd=folder, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=True,
    )  # fmt: skip
    code, events = json.loads(told.read_text())
    assert not (folder / "PWNED").exists()
    return code, events


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "."], 1),
        (["check", "--format", "html", "--notes", "paper.tex", "paper.md", "CITATION.cff"], 1),
        (["check", "--stdin-filename", "x.tex"], 3),
        (["read", "paper.tex", "r.bib"], 0),
        (["resolve", "Kim Il Sung University, Pyongyang"], 0),
        (["status"], 0),
        (["lists"], 0),
        (["explain", "AF101"], 0),
        (["topics", "paper.tex"], 0),
        (["draft", "paper.tex"], 0),
    ],
)
def test_nothing_goes_out_and_nothing_is_written(folder: Path, arguments: list[str], code: int) -> None:
    assert seen(folder, *arguments) == (code, [])


@pytest.mark.parametrize("arguments", [["hook", "run", "pre-commit"], ["check", "--baseline", "HEAD", "."]])
def test_nothing_but_git_is_started(folder: Path, arguments: list[str]) -> None:
    told = {tuple(each) for each in seen(folder, *arguments)[1] if each[0] != "open"}
    assert told == {("subprocess.Popen", "git")}


def test_a_report_and_an_answer_are_all_that_is_written(folder: Path) -> None:
    _, events = seen(folder, "check", "-o", "report.txt", "paper.tex")
    assert {Path(path).name.split(".")[0] for event, path in events if event == "open"} == {"report"}
    to = ["--kind", "state-decision", "--outcome", "pending", "--asked", "2026-01-01", "--shared"]
    _, events = seen(folder, "answer", "paper.tex", "--for", "AF101", *to)
    assert events
    own = str(folder.parent / "data")  # who may read the answers is remembered there
    assert [what for _, what in events if ".askfirst" not in what and own not in what] == []


@pytest.mark.parametrize(
    ("run", "event"),
    [
        ("import socket; socket.socket().close()", "socket.__new__"),
        ("import socket; socket.gethostbyname('localhost')", "socket.gethostbyname"),
        ("os.system('true')", "os.system"),
        ("open('made', 'w').close()", "open"),
        ("os.mkdir('made')", "os.mkdir"),
    ],
)
def test_the_hook_sees_what_it_is_there_for(folder: Path, run: str, event: str) -> None:
    assert event in {each[0] for each in seen(folder, run=f"{run}; code = 0")[1]}
