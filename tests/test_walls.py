"""What a check may never do: reach the network, load what it does not need, or say what must not be said."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "manuscripts" / "example"
QUIET = ROOT / "tests" / "manuscripts" / "quiet"
HEAVY = {"requests", "pyzotero", "pygls", "lsprotocol", "rich", "asyncio", "ssl", "socket", "rapidfuzz", "attr",
         "httpx", "urllib3", "pydantic", "platformdirs", "tomlkit", "dataclasses",
         "importlib.resources", "pathlib"}  # fmt: skip
ASKED = {"pathlib", "dataclasses"}
"""what only a path without answer file and matching reference may not load: it reads TOML and BibTeX"""

_LIST = "import sys; from askfirst.cli import main; main(sys.argv[1:]); print('\\n'.join(sys.modules), file=sys.stderr)"
_NO_SOCKETS = """
import sys
def hook(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise AssertionError("the network was touched: " + event)
sys.addaudithook(hook)
from askfirst.cli import main
sys.exit(main(sys.argv[1:]))
"""


def python(code: str, *arguments: str, folder: Path = ROOT, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder, capture_output=True, text=True, input=stdin, timeout=60, env=environment, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("folder", "allowed"), [(QUIET, set()), (EXAMPLE, ASKED)])
def test_a_plain_check_loads_nothing_heavy(folder: Path, allowed: set[str]) -> None:
    bare = set(python("import sys; print('\\n'.join(sys.modules), file=sys.stderr)").stderr.split())
    loaded = set(python(_LIST, "check", "paper.tex", folder=folder).stderr.split()) - bare
    assert "askfirst.commands.check" in loaded
    assert loaded & (HEAVY - allowed) == set()
    others = {name for name in loaded if name.startswith("askfirst.commands.")} - {"askfirst.commands.check"}
    assert others == set()


def test_a_question_without_an_answer_file_loads_no_toml_reader(tmp_path: Path) -> None:
    block = r"\author{Ri Chol}\affiliation{Kim Il Sung University, Pyongyang}"
    (tmp_path / "paper.tex").write_text(rf"\documentclass{{revtex4-2}}\begin{{document}}{block}\end{{document}}")
    done = python(_LIST, "check", "paper.tex", folder=tmp_path)
    assert "AF101" in done.stdout
    loaded = set(done.stderr.split())
    assert "askfirst_checks.policy.measures" in loaded
    assert loaded & (HEAVY | {"tomllib", "typing", "datetime"}) == set()


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--format", "json"], ["check", "--format", "sarif", "--lang", "de"], ["read", "paper.tex"],
     ["resolve", "Kim Il Sung University, ri@kisu.edu.kp"], ["resolve", "--explain", "MSU, Moscow"], ["explain"],
     ["explain", "AF101"], ["lists"], ["answer"], ["status"], ["--help"]],
)  # fmt: skip
def test_no_network(arguments: list[str]) -> None:
    done = python(_NO_SOCKETS, *arguments, folder=EXAMPLE, stdin="q\n")
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1)
    assert done.stdout


def test_the_wire_that_forbids_sockets_would_trip() -> None:
    assert (
        "the network was touched"
        in python(_NO_SOCKETS.replace("from askfirst.cli import main", "import socket; socket.socket()")).stderr
    )


BANNED = re.compile(
    r"suspicious|concerning|violat|\bcleared\b|complian|forbidden|verdächtig|bedenklich|verst(?:oß|öße|oss)|konform|verboten",
    re.IGNORECASE,
)
BOYCOTT = re.compile(
    r"do(?:es)? not (?:work|cooperate) with|not to work with|arbeite[nt]? nicht mit|keine zusammenarbeit mit", re.I
)


def texts() -> Iterator[tuple[str, int, str]]:
    """Every string of the two packages and every word of their data that a person may read."""
    for package in (ROOT / "checks" / "askfirst_checks", ROOT / "plugin" / "askfirst"):
        for file in sorted(package.rglob("*.py")):
            if "build" in file.parts:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Text", "same"):
                    yield from (
                        (str(file), leaf.lineno, leaf.value)
                        for leaf in ast.walk(node)
                        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                    )
        for file in sorted(package.rglob("rules/af*.py")):
            yield from ((str(file), n, line) for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1))
        for file in sorted(package.rglob("data/**/*.toml")):
            yield from ((str(file), n, line) for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1))
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md"):
        yield from ((name, n, line) for n, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1))


def test_every_sentence_asks() -> None:
    said = list(texts())
    assert len(said) > 300
    found = [f"{file}:{line}: {text}" for file, line, text in said if BANNED.search(text) or BOYCOTT.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "text", ["a suspicious author", "ein verdächtiger Name", "Wir arbeiten nicht mit X", "fully compliant"]
)
def test_the_words_that_must_not_occur_would_be_found(text: str) -> None:
    assert BANNED.search(text) or BOYCOTT.search(text)


def test_only_online_server_and_zotero_import_what_reaches_out() -> None:
    pattern = re.compile(r"^\s*(?:import|from) (requests|pygls|pyzotero|urllib\.request|http\.client)\b", re.MULTILINE)
    found = {
        file.relative_to(ROOT / "plugin" / "askfirst").parts[0]
        for file in (ROOT / "plugin" / "askfirst").rglob("*.py")
        if pattern.search(file.read_text(encoding="utf-8"))
    }
    assert found <= {"online", "server.py", "lsp", "zotero.py"}
    assert not [f for f in (ROOT / "checks").rglob("*.py") if pattern.search(f.read_text(encoding="utf-8"))]


def test_what_is_installed_imports_nothing_that_the_wheel_leaves_out() -> None:
    left_out = re.compile(
        r"^\s*(?:from|import) askfirst_checks\.(?:policy\.build|names\.build(?!\.institutions\b))", re.MULTILINE
    )
    files = [f for side in ("checks", "plugin") for f in (ROOT / side).rglob("*.py")]
    built = [f for f in files if "build" not in (*f.parts, f.stem) and "node_modules" not in f.parts]
    assert len(built) > 300
    assert [f for f in built if left_out.search(f.read_text(encoding="utf-8"))] == []
    assert left_out.search("from askfirst_checks.names.build.places import main")
    assert not left_out.search("from askfirst_checks.names.build.institutions import index")
