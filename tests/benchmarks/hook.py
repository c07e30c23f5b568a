"""The git hook as a whole process, as ratios to ``python -c pass`` from the same interpreter, all in one run.

    python tests/benchmarks/hook.py [ROUNDS]

Budgets (DESIGN, section 9): nothing relevant staged 2 (at most 3); a 100 KB manuscript with a 700-entry .bib 6 (at
most 10). Beside them, where installed: the pre-commit framework with a no-op hook, codespell, detect-secrets.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from askfirst.git.hooks import install
from askfirst.git.repository import find

WORDS = "the measured field of a thin film depends on how light is guided along its edge and into the far zone".split()  # noqa: SIM905
NO_OP = """repos:
- repo: local
  hooks:
  - {id: nothing, name: nothing, entry: "true", language: system, pass_filenames: false, always_run: true}
"""


def manuscript(size: int = 100_000, authors: int = 60) -> str:
    """A made-up RevTeX manuscript of about *size* bytes."""
    pick = random.Random(7)
    block = "".join(
        f"\\author{{A. Author{n}}}\n\\email{{author{n}@institute{n % 20}.example}}\n"
        f'\\affiliation{{Institut f\\"ur Beispiele {n % 20}, Musterstr. {n % 20}, 12489 Berlin, Germany}}\n'
        for n in range(authors)
    )
    body, length = [], 0
    while length < size - len(block):
        body.append(" ".join(pick.choices(WORDS, k=14)) + " $E = mc^2$ \\cite{key1}.")
        length += len(body[-1]) + 1
    return (
        "\\documentclass{revtex4-2}\n\\begin{document}\n\\title{A made-up manuscript}\n"
        + block
        + "\\maketitle\n\\section{Introduction}\n"
        + "\n".join(body)
        + "\n\\bibliography{refs}\n\\end{document}\n"
    )


def bibliography(entries: int = 700) -> str:
    """A made-up bibliography."""
    pick = random.Random(8)
    titles = [" ".join(pick.choices(WORDS, k=9)) for _ in range(entries)]
    return "\n".join(
        f"@article{{key{n},\n  author = {{Person{n}, A. and Other{n}, B.}},\n  title = {{{titles[n]}}},\n"
        f"  journal = {{J. Made Up}},\n  year = {{{1990 + n % 35}}},\n  volume = {{{n}}},\n}}\n"
        for n in range(entries)
    )


def repository(folder: Path) -> Path:
    """A work tree with the hook installed."""
    env_git(["init", "-q"], folder)
    install(find(str(folder)), "pre-commit")
    return folder


def env_git(arguments: list[str], folder: Path) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def commands(relevant: Path, other: Path) -> dict[str, tuple[list[str], Path]]:
    """What is measured, each with the folder it runs in."""
    hook = ".git/hooks/pre-commit"
    found = {
        "python -c pass": ([sys.executable, "-c", "pass"], other),
        "hook, nothing relevant staged": ([str(other / hook)], other),
        "hook, 100 KB manuscript + 700-entry .bib": ([str(relevant / hook)], relevant),
    }
    beside = os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", "")
    for name, arguments in {
        "pre-commit": ["run", "--all-files"],
        "codespell": ["paper.tex", "refs.bib"],
        "detect-secrets-hook": ["paper.tex", "refs.bib"],
    }.items():
        if program := shutil.which(name, path=beside):
            found[name] = ([program, *arguments], relevant)
    return found


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Milliseconds and peak MiB of one whole process."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return (time.perf_counter() - start) * 1000, usage.ru_maxrss / 1024


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        other, relevant = Path(place, "other"), Path(place, "relevant")
        for folder in (other, relevant):
            folder.mkdir()
            repository(folder)
        (other / "figure.txt").write_text("x")
        (relevant / "paper.tex").write_text(manuscript())
        (relevant / "refs.bib").write_text(bibliography())
        (relevant / ".pre-commit-config.yaml").write_text(NO_OP)
        for folder in (other, relevant):
            env_git(["add", "-A"], folder)
        measured = commands(relevant, other)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in measured}
        for turn in range(rounds + 1):
            for name, (command, folder) in measured.items():
                figure = run(command, folder)
                if turn:
                    times[name].append(figure)
    bare = [ms for ms, _ in times["python -c pass"]]
    for name, figures in times.items():
        ratio = statistics.median(ms / base for (ms, _), base in zip(figures, bare, strict=True))
        middle, peak = statistics.median(ms for ms, _ in figures), max(mib for _, mib in figures)
        print(f"{name:45} {middle:8.1f} ms {ratio:6.2f} x {peak:6.1f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
