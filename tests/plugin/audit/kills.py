"""A look-back that is killed: at its n-th write or rename, before it or behind it, or at a moment by chance.

python tests/plugin/audit/kills.py [KILLS] kills that many at random moments (the suite: a few), and compares.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve()
SCRIPT = """
import os, sys
import askfirst.audit.sources as sources
from askfirst.audit.store import Store
from askfirst.cli import main
sources.CHUNK = 100
place, nth, when = sys.argv[1], int(sys.argv[2]), sys.argv[3]
called = 0
def deadly(real):
    def call(*given, **more):
        global called
        called += 1
        if called == nth and when == "before":
            os._exit(9)
        found = real(*given, **more)
        if called == nth:
            os._exit(9)
        return found
    return call
if place == "add":
    Store.add = deadly(Store.add)
if place == "put_in_place":
    Store.put_in_place = deadly(Store.put_in_place)
if place == "reported":
    Store.reported = deadly(Store.reported)
if place == "replace":
    os.replace = deadly(os.replace)
if place == "open":
    import builtins
    builtins.open = deadly(builtins.open)
sys.exit(main(sys.argv[4:]))
"""


def run(folder: Path, source: Path, *more: str, kill: tuple[str, int, str] = ("", 0, "")) -> int:
    """One look-back with its cache in *folder*, its report in ``report.json`` there; its exit code."""
    process = _started(folder, source, more, kill)
    return process.wait()


def _started(
    folder: Path, source: Path, more: tuple[str, ...], kill: tuple[str, int, str] = ("", 0, "")
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    place, nth, when = kill
    command = [sys.executable, "-c", SCRIPT, place, str(nth), when, "audit", "--format", "json", "--date", "2026-11-29"]
    command += [*more, "-o", str(folder / "report.json"), str(source)]
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def killed_by_chance(folder: Path, source: Path, seconds: float) -> None:
    """Start one, and kill it after so many seconds."""
    process = _started(folder, source, ())
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def main(kills: int) -> None:
    """Kill, run again, compare, and print."""
    sys.path.insert(0, str(HERE.parents[3]))
    from tests.plugin.audit.generate import lines

    choose = random.Random(kills)
    different = 0
    with tempfile.TemporaryDirectory() as name:
        whole, source = Path(name, "whole"), Path(name, "works.jsonl")
        source.write_text(lines(3000, 60), "utf-8")
        whole.mkdir()
        began = time.monotonic()
        run(whole, source)
        lasts = time.monotonic() - began
        wanted = (whole / "report.json").read_bytes()
        for number in range(kills):
            folder = Path(name, str(number))
            folder.mkdir()
            killed_by_chance(folder, source, choose.uniform(0.1, lasts))
            run(folder, source)
            different += (folder / "report.json").read_bytes() != wanted
    print(f"{kills} kills within {lasts:.1f} s, {different} reports differ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
