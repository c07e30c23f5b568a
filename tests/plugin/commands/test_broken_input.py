"""Whatever a file holds: a sentence with file and line, the right exit code, no traceback, and in time."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from askfirst.cli import main

HEAD = "\\documentclass{article}\n\\title{T}\n"
KISU = "Kim Il Sung University, Pyongyang, DPR Korea"
PLAIN = (
    HEAD + '\\author{A. Muster\\thanks{Universit\\"at Potsdam, Germany}}\n\\begin{document}\\maketitle\\end{document}\n'
)
ANSWER = """kind = "state-decision"
reference = "X"
answered = {day}
outcome = "no-licence-needed"
{more}
[covers]
institutions = ["kp-kim-il-sung-university"]
work = "T"
"""


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a whole process; it may take ten seconds on a slow machine."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=folder, input=stdin, capture_output=True, timeout=60, env=environment, check=False,
    )  # fmt: skip
    out, err = done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "surrogateescape")
    assert "Traceback" not in err, err
    return done.returncode, out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        pytest.param(HEAD + "\\author{A. Muster", {0, 1, 3}, id="unbalanced brace"),
        pytest.param(HEAD + "\\author{" + "{" * 5000 + "A", {0, 1, 3}, id="5,000 unclosed braces"),
        pytest.param(HEAD + "\\author{" + "{" * 5000 + "A" + "}" * 5001, {0, 1, 3}, id="5,000 nested braces"),
        pytest.param(HEAD + "\\newcommand{\\a}{\\a\\a}\\author{\\a}", {0, 1, 3}, id="macro that calls itself"),
        pytest.param("", {3}, id="empty"),
        pytest.param(HEAD + "\\begin{document}Slides\\end{document}", {0, 3}, id="no authors"),
        pytest.param(PLAIN, {0}, id="plain"),
    ],
)
def test_odd_manuscripts(folder: Path, source: str, codes: set[int]) -> None:
    (folder / "p.tex").write_text(source)
    code, out, err = run(folder, "check", "p.tex")
    assert code in codes, (code, out, err)
    assert code != 1 or "AF9" in out


def test_binary(folder: Path) -> None:
    (folder / "p.tex").write_bytes(bytes(range(256)) * 400)
    assert run(folder, "check", "p.tex")[0] in (0, 3)


def test_empty_folder(folder: Path) -> None:
    code, _, err = run(folder, "check")
    assert code == 3
    assert err.startswith("askfirst: nothing found to check in . (")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "read"])
def test_missing(folder: Path, command: str) -> None:
    code, _, err = run(folder, command, "missing.tex")
    assert (code, err) == (2, "askfirst: missing.tex: there is no such file\n")


def test_folder_that_is_called_like_a_manuscript(folder: Path) -> None:
    (folder / "p.tex").mkdir()
    code, _, err = run(folder, "read", "p.tex")
    assert (code, err) == (2, "askfirst: p.tex: is no regular file and is not read\n")


def test_50_megabytes(folder: Path) -> None:
    (folder / "p.tex").write_text(PLAIN + "% x y z\nSome text $x^2$.\n" * (50 * 1024 * 1024 // 25))
    start = time.monotonic()
    code, out, err = run(folder, "check", "p.tex")
    assert code in (0, 2), (out, err)
    assert time.monotonic() - start < 30


def test_larger_than_is_read(folder: Path) -> None:
    with open(folder / "p.tex", "wb") as file:
        file.write(PLAIN.encode())
        file.truncate(65 * 1024 * 1024)
    code, _, err = run(folder, "check", "p.tex")
    assert (code, err) == (2, "askfirst: p.tex: is larger than 64 MB and is not read\n")


def test_one_unreadable_document_does_not_hide_another(folder: Path) -> None:
    with open(folder / "a.tex", "wb") as file:
        file.write(PLAIN.encode())
        file.truncate(65 * 1024 * 1024)
    (folder / "b.tex").write_text(HEAD + f"\\author{{B. Ri\\\\{KISU}}}\n")
    code, out, err = run(folder, "check")
    assert code == 2
    assert "a.tex: is larger than 64 MB" in err
    assert "AF101" in out


def test_input_cycle(folder: Path) -> None:
    (folder / "p.tex").write_text(PLAIN.replace("\\maketitle", "\\input{q}"))
    (folder / "q.tex").write_text("\\input{p}\\input{q}")
    assert run(folder, "check", "p.tex")[0] == 0


@pytest.mark.parametrize("target", ["../outside", "/dev/zero", "/etc/passwd", "pipe.tex", "missing"])
def test_input_of_what_is_not_in_the_tree(folder: Path, target: str) -> None:
    (folder.parent / "outside.tex").write_text(f"\\author{{{KISU}}}")
    os.mkfifo(folder / "pipe.tex")
    (folder / "p.tex").write_text(PLAIN.replace("\\begin", f"\\input{{{target}}}\\begin"))
    code, out, _ = run(folder, "check", "p.tex", "--notes")
    assert code == 0
    assert "AF101" not in out
    assert out.startswith("p.tex:4:1: note: AF901"), "a file that could not be followed is said"


@pytest.mark.parametrize(
    ("day", "more", "line", "says"),
    [
        ("2026-02-30", "", 3, "TOML"),
        ('"2026-02-03"', "", 3, "date"),
        ("2026-02-03", "valid_untill = 2030-01-01", 5, "valid_untill"),
        ("2026-02-03", 'kind = "x"', 5, "TOML"),
    ],
)
def test_broken_answer(folder: Path, day: str, more: str, line: int, says: str) -> None:
    (folder / "p.tex").write_text(HEAD + f"\\author{{B. Ri\\\\{KISU}}}\n")
    (folder / ".askfirst/answers").mkdir(parents=True)
    (folder / ".askfirst/answers/one.toml").write_text(ANSWER.format(day=day, more=more))
    code, out, err = run(folder, "check", "p.tex")
    assert code == 2
    assert err.startswith(f"askfirst: .askfirst/answers/one.toml:{line}: ")
    assert says in err
    assert "AF101" in out, "the question stays loud"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"[" * 100_000, b"x" * 70_000])
def test_garbage_among_the_answers(folder: Path, content: bytes) -> None:
    (folder / "p.tex").write_text(PLAIN)
    (folder / ".askfirst/answers").mkdir(parents=True)
    (folder / ".askfirst/answers/one.toml").write_bytes(content)
    code, _, err = run(folder, "check", "p.tex")
    assert code == 2
    assert err.startswith("askfirst: .askfirst/answers/one.toml:")


@pytest.mark.parametrize("form", ["full", "concise", "github", "gitlab", "junit"])
def test_no_escape_and_no_direction_change_reaches_a_terminal(folder: Path, form: str) -> None:
    evil = "B\x1b]0;owned\x07\x1b[31m Ri\u202eNOIT\u2066"
    (folder / "p.tex").write_text(HEAD + f"\\author{{{evil}\\\\{KISU} \x1b[2J\x9b}}\n", encoding="utf-8")
    code, out, err = run(folder, "check", "p.tex", "--format", form, "--show-answered", "--notes")
    assert code == 1
    for character in "\x1b\x07\x9b\u202e\u2066":
        assert character not in out + err
    code, out, err = run(folder, "read", "p.tex")
    for character in "\x1b\x07\x9b\u202e\u2066":
        assert character not in out + err


def test_bad_bytes_in_a_name_of_a_file(folder: Path) -> None:
    name = os.fsdecode(b"p\xff\x1b[31m.tex")
    (folder / name).write_text(HEAD + f"\\author{{B. Ri\\\\{KISU}}}\n")
    code, out, _ = run(folder, "check")
    assert code == 1
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "arguments",
    [["check", "--date", "soon"], ["check", "--jurisdiction", "xx"], ["check", "--format", "pdf"], ["explain", "AF999"],
     ["check", "--profile", "none.toml"], ["frobnicate"], ["resolve", "--format", "x"], ["check", "--date", "2026-2-3"],
     ["lists", "--build-ror", "none"], ["lists", "--build-ror", "p.tex", "-o", "x.sqlite"]],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "de"])
def test_misuse(folder: Path, arguments: list[str], language: str) -> None:
    (folder / "p.tex").write_text(PLAIN)
    code, out, err = run(folder, *arguments, "--lang", language)
    assert (code, out) == (2, "")
    assert err
    assert not (folder / "x.sqlite").exists()


def test_one_line_out_for_every_line_in(folder: Path) -> None:
    lines = [
        b"Kim Il Sung University",
        b"",
        b"a\rb\x0cc\xe2\x80\xa8d\x85e",
        b"\xff\xfe",
        b"x" * 100_000,
        b"\x00",
        b"last",
    ]
    code, out, _ = run(folder, "resolve", "--format", "jsonl", stdin=b"\n".join(lines) + b"\n")
    assert code == 0
    assert out.count("\n") == len(lines)


def test_reader_that_stops_reading(folder: Path) -> None:
    command = f"yes 'Seoul National University' | head -20000 | {sys.executable} -m askfirst resolve | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_manuscript_on_standard_input(folder: Path) -> None:
    source = (HEAD + f"\\author{{B. Ri\\\\{KISU}}}\n").encode()
    code, out, _ = run(folder, "check", "--stdin-filename", "new.tex", stdin=source)
    assert code == 1
    assert out.startswith("new.tex:3:")
    assert run(folder, "check", "--stdin-filename", "new.tex", stdin=PLAIN.encode())[0] == 0


@pytest.mark.parametrize("kind", ["foreign", "empty", "half"])
@pytest.mark.parametrize(("language", "says"), [("en", "ROR index"), ("de", "ROR-Index")])
def test_a_broken_ror_index_is_one_sentence_and_exit_code_2(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    language: str,
    says: str,
) -> None:
    index = tmp_path / "other.sqlite"
    if kind == "half":  # says that it is one, and holds nothing
        with sqlite3.connect(index) as made:
            made.execute("CREATE TABLE about (key TEXT, value TEXT)")
            made.execute("INSERT INTO about VALUES ('format', '1')")
    else:
        index.write_bytes(b"no index at all\n" * 200 if kind == "foreign" else b"")
    monkeypatch.setenv("ASKFIRST_ROR_INDEX", str(index))
    assert main(["resolve", "--lang", language, "Kim Il Sung University"]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert str(index) in said
    assert said.count("\n") == 1
    assert "ASKFIRST_DEBUG" not in said
