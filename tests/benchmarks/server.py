"""Keystroke to diagnostics of ``askfirst server``, beside a bare pygls and ``ruff server`` (DESIGN, section 9).

    python tests/benchmarks/server.py [--edits 60] [--sessions 3] [--check]

Manuscripts of 100 KB and 1 MB with a bibliography of 10,000 entries (lean 3.6 MB, rich 18.9 MB). Three ways to type: in
the author block, where every keystroke moves what is published; lines above the first author, which move the whole
block; and in the body. In the body nothing may be published, so the diagnostics are asked for (pull). The pause that a
person sees before a check is set to 0: it is a choice. Prints medians and 95th percentiles in ms, the server's CPU time
a keystroke (which other load on the machine does not touch), start-up, memory (VmHWM), and the CPU used while nobody
types.
With --check, exits with 1 where a limit of DESIGN is exceeded.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
LIMITS = {100: (10, 25), 1000: (30, 75)}
"""KB of manuscript: target and limit in ms, 95th percentile"""
MEMORY = 100
"""MiB"""
FIRST = 3
"""line of the first author"""
BARE = """
import re
from lsprotocol import types
from pygls.lsp.server import LanguageServer
server = LanguageServer("bare", "1")
def show(ls, uri, version):
    lines = ls.workspace.get_text_document(uri).lines
    found = [types.Diagnostic(types.Range(types.Position(n, i), types.Position(n, i + 22)), "here")
             for n, line in enumerate(lines) if (i := line.find("Kim Il Sung University")) >= 0]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))
@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls, params): show(ls, params.text_document.uri, params.text_document.version)
@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls, params): show(ls, params.text_document.uri, params.text_document.version)
server.start_io()
"""


def _raw() -> Any:
    path = HERE.parent / "plugin" / "server" / "conftest.py"
    spec = importlib.util.spec_from_file_location("raw_client", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


raw = _raw()


class Times(NamedTuple):
    """One series, in ms."""

    name: str
    start: float
    opened: float
    keys: list[float]
    memory: float
    """MiB at the highest"""
    idle: float
    """CPU seconds in two seconds without typing"""
    work: float
    """CPU time of the server a keystroke, in ms: what it costs on whatever else the machine does"""

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.keys, n=20)[-1]


def manuscript(kilobytes: int) -> tuple[str, int, int]:
    """A REVTeX manuscript; the line of the institution, and a line in the middle of the body."""
    head = ["\\documentclass[aps,pra]{revtex4-2}", "\\begin{document}", "\\title{A steered junction}"]
    for number in range(58):
        head += [f"\\author{{Anna{number} Beispiel{number}}}", f"\\email{{a{number}@example.org}}"]
        head.append(f'\\affiliation{{Institut {number}, Technische Universit\\"at Berlin, 10623 Berlin, Germany}}')
    head.append("\\author{Chol-Su Ri}")
    head.append("\\affiliation{Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea}")
    institution = len(head) - 1
    head += ["\\begin{abstract}We consider a junction.\\end{abstract}", "\\maketitle"]
    sentence = "The dispersion of both modes follows from the boundary conditions $k_{%d}^2 = \\epsilon$ \\cite{key%d}."
    size = sum(map(len, head))
    body: list[str] = []
    while size < kilobytes * 1000:
        number = len(body)
        body.append(f"\\section{{Part {number}}}" if number % 60 == 0 else sentence % (number, number % 10_000))
        size += len(body[-1]) + 1
    tail = ["\\bibliography{references}", "\\end{document}", ""]
    return "\n".join([*head, *body, *tail]), institution, len(head) + len(body) // 2


def bibliography(rich: bool) -> str:
    """10,000 entries, one in a hundred by an author of the manuscript: 3.6 MB, or 18.9 MB with abstracts."""
    sentence = "We measure the transmission of a junction and compare it with a model of coupled modes. "
    long = {"abstract": sentence * 17, "keywords": "waveguides, garnet, plasmonics, " * 8}
    entries = []
    for number in range(10_000):
        fields = {
            "author": f"Muster{number}, Bernd and Beispiel{number % 5000}, Anna and Vorbild{number % 77}, Clara",
            "title": f"Surface waves on a magnetised film, part {number}",
            "journal": "Journal of Invented Results",
            "year": str(1990 + number % 35),
            "doi": f"10.9999/invented.{number}",
            **(long if rich else {"note": sentence}),
        }
        body = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items())
        entries.append(f"@article{{key{number},\n{body}\n}}\n")
    return "\n".join(entries)


def memory_of(process: int) -> float:
    """MiB at the highest."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def cpu_of(process: int) -> float:
    """CPU seconds so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def session(
    name: str, folder: Path, file: str, edits: int, line: int, pull: bool, command: list[str] | None = None
) -> Times:
    """One session of *edits* keystrokes on *line*: spaces, but new lines where it is the first author's."""
    client = raw.RawClient(folder, command)
    try:
        began = time.perf_counter()
        client.begin(raw.PULLS if pull else raw.PUSHES, pause=0)
        start = time.perf_counter() - began
        began = time.perf_counter()
        uri = client.open(folder / file, language="python" if file.endswith(".py") else "latex")
        ask = _pulled if pull else _pushed
        ask(client, uri)
        opened = time.perf_counter() - began
        before = cpu_of(client.process.pid)
        text = "\n" if line == FIRST else " "
        keys = [_key(client, uri, line, ask, text) for _ in range(edits)]
        work = (cpu_of(client.process.pid) - before) / edits * 1e3
        before = cpu_of(client.process.pid)
        time.sleep(2)
        idle = cpu_of(client.process.pid) - before
        return Times(name, start * 1e3, opened * 1e3, keys[5:], memory_of(client.process.pid), idle, work)
    finally:
        client.kill()


def _key(client: Any, uri: str, line: int, ask: Callable[[Any, str], Any], text: str = " ") -> float:
    change = raw.insert(line, 0, text)  # never undone: each text is one that was not there before
    began = time.perf_counter()
    client.change(uri, change)
    ask(client, uri)
    return (time.perf_counter() - began) * 1e3


def _pushed(client: Any, uri: str) -> Any:
    return client.diagnostics(uri, 60)


def _pulled(client: Any, uri: str) -> Any:
    return client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}}, 60)


def workplace(top: Path, kilobytes: int, rich: bool) -> tuple[Path, int, int]:
    """A repository with one manuscript and its bibliography; the lines to type on."""
    folder = top / f"{kilobytes}-{'rich' if rich else 'lean'}"
    (folder / ".git").mkdir(parents=True)
    text, institution, middle = manuscript(kilobytes)
    (folder / "paper.tex").write_text(text)
    (folder / "references.bib").write_text(bibliography(rich))
    function = "def function(value):\n    return value + 1\n\n"
    (folder / "paper.py").write_text("import os, sys\n" + function * (kilobytes * 21))
    return folder, institution, middle


def measure(top: Path, edits: int, sessions: int) -> list[tuple[int, Times]]:
    """All series, each of *sessions* sessions, interleaved."""
    bare = top / "bare.py"
    bare.write_text(BARE)
    found = []
    for kilobytes in LIMITS:
        for rich in (False, True):
            folder, institution, middle = workplace(top, kilobytes, rich)
            kind = "rich" if rich else "lean"
            runs: list[tuple[str, str, int, bool, list[str] | None]] = [
                (f"askfirst, author block, {kind} .bib", "paper.tex", institution, False, None),
                (f"askfirst, body, {kind} .bib", "paper.tex", middle, True, None),
            ]
            if not rich:
                runs.append(("askfirst, above the block, lean .bib", "paper.tex", FIRST, False, None))
                runs.append(("bare pygls, author block", "paper.tex", institution, False, [sys.executable, str(bare)]))
                if ruff := shutil.which("ruff", path=os.path.dirname(sys.executable)) or shutil.which("ruff"):
                    runs.append(("ruff server", "paper.py", 0, False, [ruff, "server"]))
            series: dict[str, list[Times]] = {}
            for _ in range(sessions):
                for name, file, line, pull, command in runs:
                    series.setdefault(name, []).append(session(name, folder, file, edits, line, pull, command))
            found += [(kilobytes, _joined(each)) for each in series.values()]
    return found


def _joined(runs: list[Times]) -> Times:
    return Times(
        runs[0].name,
        statistics.median(run.start for run in runs),
        statistics.median(run.opened for run in runs),
        [key for run in runs for key in run.keys],
        max(run.memory for run in runs),
        max(run.idle for run in runs),
        statistics.median(run.work for run in runs),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=60)
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as top:
        found = measure(Path(top), given.edits, given.sessions)
    print(f"{'KB':>5}  {'':38} {'start':>6} {'open':>7} {'key':>7} {'p95':>7} {'CPU':>6} {'MiB':>6} {'idle CPU s':>10}")
    over = []
    for kilobytes, times in found:
        median = statistics.median(times.keys)
        print(
            f"{kilobytes:>5}  {times.name:38} {times.start:6.0f} {times.opened:7.1f} {median:7.2f} {times.p95:7.2f}"
            f" {times.work:6.1f} {times.memory:6.1f} {times.idle:10.2f}"
        )
        if times.name.startswith("askfirst"):
            over += [f"{kilobytes} KB {times.name}: p95 {times.p95:.1f} ms"] if times.p95 > LIMITS[kilobytes][1] else []
            over += [f"{kilobytes} KB {times.name}: {times.memory:.0f} MiB"] if times.memory > MEMORY else []
            over += [f"{kilobytes} KB {times.name}: {times.idle} CPU s while idle"] if times.idle > 0.05 else []
    for line in over:
        print("over the limit:", line)
    return 1 if over and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
