"""A repository that attacks the hook, and a hook that is killed: an answer within seconds, and nothing changed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

HOOK = [sys.executable, "-P", "-m", "askfirst", "hook", "run", "pre-commit"]
SECONDS = 20


def run(repo, *, command=HOOK):
    start = time.monotonic()
    done = subprocess.run(command, cwd=repo.top, env=repo.env, capture_output=True, timeout=120)
    assert time.monotonic() - start < SECONDS
    said = (done.stdout + done.stderr).decode("utf-8", "surrogateescape")
    assert "Traceback" not in said
    return done.returncode, said


def state(repo):
    files = {
        os.path.join(place, name): os.stat(os.path.join(place, name)).st_mtime_ns
        for place, _, names in os.walk(repo.top)
        for name in names
    }
    return files, repo.git("ls-files", "--stage")


def test_killed_at_any_moment_it_leaves_everything_as_it_was(repo):
    repo.write("paper.tex", repo.ASKS)
    repo.answer()
    repo.git("add", "-A")
    before = state(repo)
    chance = random.Random(2016)
    for _ in range(200):
        process = subprocess.Popen(
            HOOK,
            cwd=repo.top,
            env=repo.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0, 0.12))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert state(repo) == before


def test_an_answer_killed_while_it_is_written_is_there_whole_or_not_at_all(repo):
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "-A")
    command = [
        *(sys.executable, "-P", "-m", "askfirst", "answer", "paper.tex", "--for", "AF101", "--kind", "state-decision"),
        *("--reference", "X 1", "--answered", "2026-02-01", "--outcome", "no-licence-needed", "--by", "A. Beispiel"),
        *("--asked", "2026-01-10", "--valid-until", "2099-01-01"),
    ]
    folder = repo.top / ".askfirst/answers"
    chance = random.Random(2321)
    whole: set[bytes] = set()
    for _ in range(60):
        process = subprocess.Popen(
            command,
            cwd=repo.top,
            env=repo.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.02, 0.3))
        process.kill()
        process.wait()
        for path in folder.iterdir() if folder.exists() else ():
            assert path.suffix == ".toml", "no temporary file is left"
            whole.add(path.read_bytes())
            path.unlink()
    assert len(whole) <= 1, "never half a file"


def test_links_out_of_the_tree_and_odd_paths(repo):
    repo.write(
        "paper.tex", repo.QUIET.replace("\\maketitle", "\\input{secret}\\input{/etc/passwd}\\input{../x}\\maketitle")
    )
    os.symlink("/etc/passwd", repo.top / "secret.tex")
    os.symlink("/dev/zero", repo.top / "zero.tex")
    repo.write("a\x1b[31mred\n.tex", repo.ASKS)
    repo.write(b"\xff\xfe.tex", repo.QUIET)
    repo.git("add", "-A")
    code, said = run(repo)
    assert code == 1
    assert "root:" not in said
    assert "\x1b" not in said


def test_a_file_too_large_to_read_is_said_and_not_read(repo):
    repo.write("paper.tex", repo.QUIET.replace("\\maketitle", "\\input{large}\n\\maketitle"))
    with open(repo.top / "large.tex", "wb") as file:
        file.truncate(70 * 1024 * 1024)
    repo.git("-c", "core.compression=0", "add", "-A")
    code, said = run(repo)
    assert code == 1, "no push is asked about here, so the commit is the last gate"
    assert "large.tex was not looked at: larger than 64 MiB" in said
    code, said = run(repo, command=[sys.executable, "-P", "-m", "askfirst", "check", "--notes", "paper.tex"])
    assert code == 0
    assert "large" in said


def test_a_sparse_file_of_2_gb_in_the_working_tree(repo):
    with open(repo.top / "huge.tex", "wb") as file:
        file.truncate(2 * 1024**3)
    code, said = run(repo, command=[sys.executable, "-P", "-m", "askfirst", "check", "huge.tex"])
    assert code == 2
    assert "huge.tex" in said


def test_a_hundred_thousand_files(repo):
    blob = repo.git("hash-object", "-w", "--stdin", given=b"nothing here\n").strip()
    listing = "".join(f"100644 {blob}\tdata/{number % 300}/note{number}.md\n" for number in range(100_000))
    repo.git("update-index", "--add", "--index-info", given=listing.encode())
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "paper.tex")
    code, said = run(repo)
    assert code == 1
    assert "paper.tex:7:" in said


@pytest.mark.parametrize(
    "garbage", [b"\x00" * 5000, b"[" * 50_000, b"kind = \n", b"\xff\xfe", b'a = """' + b"x" * 70_000]
)
def test_answers_full_of_garbage_are_named_and_open_nothing(repo, garbage):
    repo.write("paper.tex", repo.ASKS)
    for number in range(50):
        repo.write(f".askfirst/answers/{number}.toml", garbage)
    repo.git("add", "-A")
    code, said = run(repo)
    assert code == 2
    assert ".askfirst/answers/49.toml:" in said
    assert "Kim Il Sung" in said, "the question stays loud"


def test_a_module_of_the_repository_is_never_imported(repo):
    for name in ("askfirst", "re", "json", "tomllib", "sitecustomize"):
        repo.write(f"{name}.py", "open('owned', 'w').close()\n")
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "-A")
    assert run(repo)[0] == 1
    assert not (repo.top / "owned").exists()


def test_a_repository_that_configures_programs_runs_none_of_them(repo):
    repo.write(".gitattributes", "*.tex diff=evil filter=evil\n")
    for key in ("diff.evil.textconv", "diff.evil.command", "diff.external", "core.fsmonitor", "core.pager"):
        repo.git("config", key, "touch owned;")
    repo.write("paper.tex", repo.ASKS)
    repo.git("-c", "core.fsmonitor=false", "add", "-A")
    assert run(repo)[0] == 1
    assert not (repo.top / "owned").exists()
