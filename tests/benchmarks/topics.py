"""What the content question costs: a check with one open question, AF601 on and off, in turn, as ratios to bare Python.

    python tests/benchmarks/topics.py [ROUNDS]

Budget (issue 16): at most 0.5 x ``python -c pass`` more. The difference is the median of the pairs.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "The pressure rises along the duct and the flow separates at the corner of the ramp. "
PAPER = r"""\documentclass{article}
\usepackage{authblk}
\title{Supersonic combustion in a model engine with a cavity flameholder}
\author[1]{A. Muster}
\author[2]{B. Example}
\affil[1]{Max Born Institute, Berlin, Germany}
\affil[2]{Department of Physics, Yazd University, Yazd, Iran}
\begin{document}
\maketitle
\begin{abstract}A scramjet is tested at Mach 6; inlet, isolator and injection are varied.\end{abstract}
"""
PROFILES = {"on": 'name = "House"\n', "off": 'name = "House"\n[topics]\nask = "never"\n'}


def files(folder: Path) -> dict[str, list[str]]:
    """A manuscript of 90 KB and two profiles in *folder*; what is run."""
    body = "\n\n".join(f"\\section{{Part {part}}} {SENTENCE * 60}" for part in range(18))
    (folder / "paper.tex").write_text(f"{PAPER}{body}\\end{{document}}\n", "utf-8")
    check = [sys.executable, "-m", "askfirst", "check", "--profile"]
    for name, profile in PROFILES.items():
        (folder / f"{name}.toml").write_text(profile, "utf-8")
    return {
        "bare": [sys.executable, "-c", "pass"],
        **{name: [*check, f"{name}.toml", "paper.tex"] for name in PROFILES},
    }


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return time.perf_counter() - start


def main(rounds: int) -> None:
    """Print medians, and the difference of the pairs."""
    with tempfile.TemporaryDirectory() as name:
        commands = files(Path(name))
        taken: dict[str, list[float]] = {each: [] for each in commands}
        for _ in range(2 + rounds):
            for each in random.sample(sorted(commands), len(commands)):
                taken[each].append(seconds(commands[each], Path(name)))
    kept = {each: times[2:] for each, times in taken.items()}
    bare = statistics.median(kept["bare"])
    more = statistics.median(on - off for on, off in zip(kept["on"], kept["off"], strict=True))
    for each, times in kept.items():
        print(f"{each:5} {1000 * statistics.median(times):7.1f} ms  {statistics.median(times) / bare:5.2f} x")
    print(f"AF601 {1000 * more:7.1f} ms  {more / bare:5.2f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
