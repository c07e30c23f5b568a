"""The whole process of ``askfirst check`` against ``python -c pass``, in one run, interleaved; and its peak memory.

    python tests/benchmarks/check.py [ROUNDS]

A 100 KB manuscript with a 700-entry bibliography, both made here. Beside it, where they are installed in the same
environment: codespell, the pre-commit framework with one hook that does nothing, detect-secrets. Read the ratios: the
milliseconds are those of this machine, and CPU is what a busy machine disturbs least. Exits with 1 when a ratio or
the memory is beyond what must not be exceeded.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

TARGET, LIMIT = 6.0, 10.0
TARGET_MIB, LIMIT_MIB = 25, 40
QUIET = 'Institut f\\"ur Physik, Universit\\"at Potsdam, Karl-Liebknecht-Str. 24, 14476 Potsdam, Germany'
ASKS = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"


def manuscript(affiliation: str) -> str:
    """100 KB of revtex with four authors."""
    people = "".join(f"\\author{{Person {letter}}}\n\\affiliation{{{QUIET}}}\n" for letter in "ABC")
    head = f"\\documentclass{{revtex4-2}}\n\\begin{{document}}\n\\title{{Work}}\n{people}\\author{{Person D}}\n"
    head += f"\\affiliation{{{affiliation}}}\n\\maketitle\n"
    body = "".join(
        f"Sentence {n} says that $x_{{{n}}}$ is small \\cite{{key{n % 700}}}, as Eq.~\\ref{{eq:{n}}} shows.\n"
        for n in range(1300)
    )
    return head + body + "\\bibliography{refs}\n\\end{document}\n"


def bibliography() -> str:
    """700 entries of ordinary length."""
    return "".join(
        f"@article{{key{n},\n  author = {{Sample, Name{n} and Other, Person and Third, P.}},\n"
        f"  title = {{A title of ordinary length about matter number {n}}},\n  journal = {{Journal of Samples}},\n"
        f"  volume = {{{n % 90}}},\n  pages = {{{n}--{n + 9}}},\n"
        f"  year = {{{1980 + n % 40}}},\n  doi = {{10.1000/{n}}},\n}}\n\n"
        for n in range(700)
    )


def measured(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Milliseconds on the wall, milliseconds of CPU, and peak MiB of one whole process."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if "askfirst" in command and process.returncode != int("asks.tex" in command):
        sys.exit(f"{' '.join(command)} exited with {process.returncode}: nothing to measure")
    wall = (time.perf_counter() - start) * 1000
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def middle(results: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Medians of the times, and the highest peak."""
    wall, cpu, mib = zip(*results, strict=True)
    return statistics.median(wall), statistics.median(cpu), max(mib)


def candidates(folder: Path) -> dict[str, list[str]]:
    """What is measured, by name."""
    python = sys.executable
    found = {
        "python -c pass": [python, "-c", "pass"],
        "askfirst check, nothing to ask": [python, "-m", "askfirst", "check", "quiet.tex"],
        "askfirst check, one question": [python, "-m", "askfirst", "check", "asks.tex"],
    }
    if find_spec("codespell_lib"):
        found["codespell"] = [python, "-m", "codespell_lib", "quiet.tex", "refs.bib"]
    if find_spec("pre_commit"):
        config = "repos:\n- repo: local\n  hooks:\n  - {id: x, name: x, entry: 'true', language: system}\n"
        (folder / ".pre-commit-config.yaml").write_text(config)
        found["pre-commit, one hook that does nothing"] = [python, "-m", "pre_commit", "run", "--files", "quiet.tex"]
    if find_spec("detect_secrets"):
        found["detect-secrets"] = [python, "-m", "detect_secrets.pre_commit_hook", "quiet.tex", "refs.bib"]
    return found


def main() -> int:
    """Measure, print, and compare with the limits."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["git", "init", "-q", name], check=False)
        (folder / "quiet.tex").write_text(manuscript(QUIET))
        (folder / "asks.tex").write_text(manuscript(ASKS))
        (folder / "refs.bib").write_text(bibliography())
        commands = candidates(folder)
        taken: dict[str, list[tuple[float, float, float]]] = {label: [] for label in commands}
        for turn in range(rounds + 2):
            for label, command in commands.items():
                result = measured(command, folder)
                if turn > 1:  # the first two turns warm the caches
                    taken[label].append(result)
    bare, *_ = bare_all = middle(taken["python -c pass"])
    beyond = False
    for label, results in taken.items():
        ms, cpu, mib = middle(results)
        ratios = f"{ms / bare:6.2f} x wall  {cpu / bare_all[1]:6.2f} x CPU"
        print(f"{label:38} {ms:7.1f} ms  {ratios}  {mib:5.1f} MiB")
        beyond |= label.startswith("askfirst") and (cpu / bare_all[1] > LIMIT or mib > LIMIT_MIB)
    print(f"target {TARGET} x and {TARGET_MIB} MiB; not beyond {LIMIT} x and {LIMIT_MIB} MiB; {rounds} rounds")
    return int(beyond)


if __name__ == "__main__":
    sys.exit(main())
