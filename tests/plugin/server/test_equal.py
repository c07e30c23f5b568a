"""After any edits the server's text is the client's, and its findings those of a fresh check; memory stays flat.

``ASKFIRST_EDITS=10000`` is the nightly run; CI makes fewer.
"""

from __future__ import annotations

import os
import random
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from askfirst import checking, config, documents
from askfirst.lsp.document import Place
from askfirst.lsp.judge import Judge
from askfirst.lsp.works import Works
from askfirst_checks.readers.latex import cache as remembered
from askfirst_checks.readers.latex.scan import incremental

EDITS = int(os.environ.get("ASKFIRST_EDITS", "150"))
PIECES = [
    "x", " ", "\n", "\n\n", "%", "{", "}", "\\", "$", "é", "𝔇", "\r\n", "~", ",",
    "\\author{Chol-Su Ri}\n", "\\affiliation{Pyongyang University of Science and Technology, DPRK}\n",
    "\\email{ri@ryongnamsan.edu.kp}", "\\thanks{supported by Kim Chaek University of Technology, Pyongyang}",
    "\\input{sections/introduction}", "\\begin{comment}", "\\end{comment}", "\\iffalse", "\\fi", "\\end{document}",
    "\\newcommand{\\KIM}{Kim Il Sung University, Pyongyang}", "\\affiliation{\\KIM}",
    "Sharif University of Technology, Tehran, Iran",
]  # fmt: skip


@cache
def lists() -> checking.Context:
    """Those of the fresh checks, apart from the judge's."""
    return checking.context(config.Settings())


@contextmanager
def nothing_remembered() -> Iterator[None]:
    """The reader as a new process has it; afterwards as it was."""
    stores: list[dict[Any, Any]] = [remembered._memories, incremental._found]
    kept = [dict(store) for store in stores]
    for store in stores:
        store.clear()
    try:
        yield
    finally:
        for store, before in zip(stores, kept, strict=True):
            store.clear()
            store.update(before)


class Desk:
    """A server without its wire: documents, one judge that remembers, and a fresh check beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.works = Works("utf-16")
        self.judge = Judge()
        self.texts: dict[str, str] = {}
        for name in ("paper.tex", "sections/introduction.tex", "references.bib"):
            path = self.works.open((folder / name).as_uri(), (folder / name).read_text(), 1)
            assert path
            self.texts[path] = (folder / name).read_text()
        self.root = str(folder / "paper.tex")

    def edit(self, path: str, at: int, length: int, text: str) -> None:
        """The same edit in the server's document and in a plain string."""
        old = self.texts[path]
        first = at % (len(old) + 1)
        last = min(first + length, len(old))
        if "\r\n" in (old[first - 1 : first + 1], old[last - 1 : last + 1]):
            return
        self.works.buffers[path].edit(self._place(old, first), self._place(old, last), text)
        self.texts[path] = old[:first] + text + old[last:]
        assert self.works.buffers[path].text == self.texts[path]

    @staticmethod
    def _place(text: str, offset: int) -> Place:
        before = text[:offset].replace("\r\n", "\n")
        line = before.rpartition("\n")[2]
        return Place(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def agrees(self) -> None:
        """What the judge says now is what a check says that remembers nothing."""
        work = self.works.work_of(self.root)
        assert work
        snapshot = self.works.snapshot(work)
        judged = self.judge.judge(snapshot)
        for path, text in self.texts.items():
            Path(path).write_bytes(text.encode("utf-8", "replace"))
        with nothing_remembered():
            fresh = checking.check(documents.document(self.root), lists()).outcome.report
        assert judged.report.findings == fresh.findings
        assert judged.report.manuscript == fresh.manuscript._replace(sources={})


EDIT = st.tuples(st.integers(0, 2), st.integers(0, 10_000), st.integers(0, 40), st.sampled_from(PIECES))


@given(edits=st.lists(EDIT, min_size=1, max_size=12), seed=st.integers(0, 3))
@example(edits=[(0, 613, 40, "x"), (0, 923, 40, "x"), (1, 0, 16, "\n\n")], seed=3)  # a part inside an unclosed argument
@settings(
    max_examples=max(EDITS // 5, 10), deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_findings_are_those_of_a_fresh_check(folder: Path, edits: list[tuple[int, int, int, str]], seed: int) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    try:
        desk = Desk(folder)
        paths = list(desk.texts)
        for which, at, length, text in edits:
            desk.edit(paths[which if seed else 0], at, length, text)
            desk.agrees()
    finally:
        for path, content in before.items():
            path.write_bytes(content)


def test_many_edits_leave_memory_flat(folder: Path) -> None:
    desk = Desk(folder)
    chance = random.Random(2321)
    paths = list(desk.texts)
    originals = dict(desk.texts)
    work = desk.works.work_of(desk.root)
    assert work

    def some(number: int) -> None:
        for _ in range(number):
            path = chance.choice(paths)
            desk.edit(path, chance.randrange(10_000), chance.randrange(30), chance.choice(PIECES))
            desk.judge.judge(desk.works.snapshot(work))
            if len(desk.texts[path]) > len(originals[path]) + 3000:
                desk.works.buffers[path].replace(originals[path])
                desk.texts[path] = originals[path]

    some(EDITS)
    tracemalloc.start()
    some(EDITS // 3)
    first = tracemalloc.get_traced_memory()[0]
    some(EDITS)
    second = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert second - first < 12_000_000, "remembered strings are bounded; a leak is not"
    desk.agrees()


@pytest.mark.parametrize("text", ["", "\ufeff", "\r", "\\documentclass", "\\begin{document}" * 50])
def test_documents_that_are_hardly_there(folder: Path, text: str) -> None:
    desk = Desk(folder)
    desk.works.buffers[desk.root].replace(text)
    desk.texts[desk.root] = text
    desk.agrees()
