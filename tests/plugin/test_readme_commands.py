"""Every command that the READMEs and the first day show is run: an empty HOME, a paper in a repository, no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.cli import commands
from askfirst.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
SHOWN_IN = (
    "README.md",
    "docs/en/first-day.md",
    "docs/de/first-day.md",
    "docs/en/institutions.md",
    "docs/en/who-reads-it.md",
    "docs/de/institutions.md",
    "plugin/askfirst/git/README.md",
    "plugin/askfirst/online/README.md",
    "plugin/askfirst/fresh/README.md",
    "plugin/askfirst/library/README.md",
    "zotero_addon/README.md",
)
MEANT = {
    "[PATHS]": "paper.tex",
    "[PATH]": "paper.tex",
    "[FOLDER]": "",
    "FILE": "paper.tex",
    "DATEI": "paper.tex",
    "TEXT": "'Kim Il Sung University, Pyongyang'",
    "SOURCE": "refs.bib",
    "CODE": "AF101",
    "COMMAND": "check",
    "DOI": "10.1000/182",
    "authors.csv": "authors.csv",
    "...": "",
}
"""what stands for what: a placeholder of the page, and a word that can be run"""
OTHER_FILES = {"profile": "askfirst-profile.toml", "update": "un.xml", "audit": "refs.bib", "look-up": "refs.bib"}
INSTALLING = re.compile(r"^(python3 -m venv|pipx)\b")
_TYPED = re.compile(r"(\w+=\S+ )*(askfirst|pipx|python3 -m venv)\b")


def shown(page: str) -> list[str]:
    """The commands of a page: the lines of its blocks, and what stands in the text as `askfirst ...`."""
    text = (ROOT / page).read_text("utf-8")
    blocks = re.findall(r"^```(?:sh)?\n(.*?)^```$", text, re.S | re.M)
    typed = [line.split("  #")[0].strip() for line in "".join(blocks).splitlines() if _TYPED.match(line)]
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    inline = re.findall(r"`(askfirst [a-z][^`]*)`", prose)
    return list(dict.fromkeys([*typed, *inline]))


COMMANDS = sorted({(page, each) for page in SHOWN_IN for each in shown(page)})


def runnable(command: str) -> str:
    """*command* with words for its placeholders; of choices in brackets the first, of ``a | b`` the first."""
    command = re.sub(r"\\\|", "|", command).split(" | --")[0]
    command = re.sub(r"\[(-[^\]]*)\]", lambda match: match[1].split("|")[0], command)
    command = re.sub(r"\b([a-z]+(?:\|[a-z]+)+)\b", lambda match: match[1].split("|")[0], command)
    file = next((name for word, name in OTHER_FILES.items() if f" {word}" in command), "paper.tex")
    for placeholder, word in MEANT.items():
        word = file if placeholder in ("FILE", "DATEI") else word
        command = re.sub(rf"(?<![\w.-]){re.escape(placeholder)}(?![\w.])", word, command)
    return re.sub(r"--only un,eu(,\w+)*", "--only un", command)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper in a repository, and askfirst on the PATH."""
    top = tmp_path_factory.mktemp("readme")
    (top / "bin").mkdir()
    (top / "home").mkdir()
    program = top / "bin" / "askfirst"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m askfirst "$@"\n')
    program.chmod(0o755)
    folder = top / "paper"
    shutil.copytree(ROOT / "tests/manuscripts/example", folder)
    shutil.copyfile(folder / "paper.tex", folder / "artikel.tex")
    shutil.copyfile(folder / "references.bib", folder / "refs.bib")
    shutil.copytree(folder, folder / "tests/manuscripts/example")
    (folder / "authors.csv").write_text("name,affiliation\nA. Beispiel,Universität Bonn\n", "utf-8")
    (folder / "un.xml").write_text("<CONSOLIDATED_LIST/>", "utf-8")
    shutil.copyfile(ROOT / "checks/askfirst_checks/policy/data/profile-example.toml", folder / "askfirst-profile.toml")
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


def run(command: str, paper: Path) -> subprocess.CompletedProcess[str]:
    """Run *command* as a new user's shell does; a proxy that is not there keeps it from any network."""
    surroundings = {
        "HOME": str(paper.parent / "home"),
        "PATH": f"{paper.parent / 'bin'}:{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "https_proxy": "http://127.0.0.1:9",
        "http_proxy": "http://127.0.0.1:9",
    }
    return subprocess.run(
        ["bash", "-c", command],
        cwd=paper,
        env=surroundings,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.mark.client
@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=[f"{page}: {each}" for page, each in COMMANDS])
def test_it_is_understood(page: str, command: str, paper: Path) -> None:
    if INSTALLING.match(command):
        pytest.skip("installs: .ci/run does it, word for word")
    done = run(runnable(command), paper)
    assert done.returncode in (0, 1, 2, 3), done.stderr
    assert "--help shows" not in done.stderr, f"{runnable(command)}: {done.stderr}"
    assert "Traceback" not in done.stderr
    assert "askfirst itself" not in done.stderr


@pytest.mark.client
@pytest.mark.parametrize("command", sorted(EXAMPLES))
def test_the_examples_of_the_help_are_understood(command: str, paper: Path) -> None:
    for each in EXAMPLES[command]:
        typed = each.typed.replace("UK-Sanctions-List.csv", "un.xml")
        done = run(typed, paper)
        assert done.returncode in (0, 1, 2, 3), done.stderr
        assert "--help shows" not in done.stderr, f"{typed}: {done.stderr}"
        assert "Traceback" not in done.stderr


@pytest.mark.client
@pytest.mark.parametrize("page", ["docs/en/first-day.md", "docs/de/first-day.md"])
def test_the_first_day_goes_as_it_says(page: str, paper: Path) -> None:
    expected = {"init": 0, "check": 1, "draft": 0, "answer": 1}  # nobody is there to answer: still open
    for command in (each for each in shown(page) if each.startswith("askfirst ") and "--" not in each):
        word = command.split()[1]
        if word in expected:
            done = run(command, paper)
            assert done.returncode == expected[word], f"{command}: {done.stdout}{done.stderr}"


def test_ci_runs_what_installs() -> None:
    ci = (ROOT / ".ci/run").read_text("utf-8")
    for command in shown("README.md"):
        if command.startswith("python3 -m venv"):
            assert command in ci or "first command of the README" in ci


def test_every_command_is_shown_somewhere() -> None:
    named = {each.split()[1] for _, each in COMMANDS if each.startswith("askfirst ")}
    assert set(commands()) <= named


@pytest.mark.parametrize(
    ("page", "ran"),
    [
        ("askfirst check [PATHS]", "askfirst check paper.tex"),
        ("askfirst zotero [FOLDER]", "askfirst zotero "),
        ("askfirst lists update [--only un,eu] [--yes]", "askfirst lists update --only un --yes"),
        ("askfirst lists update --only un --from FILE", "askfirst lists update --only un --from un.xml"),
        ("askfirst zotero --stdin --format html|csv [--names]", "askfirst zotero --stdin --format html --names"),
        ("askfirst explain AF101", "askfirst explain AF101"),
        ("askfirst profile DATEI", "askfirst profile askfirst-profile.toml"),
        ("askfirst check --format junit --output askfirst.xml", "askfirst check --format junit --output askfirst.xml"),
    ],
)
def test_placeholders(page: str, ran: str) -> None:
    assert runnable(page) == ran
