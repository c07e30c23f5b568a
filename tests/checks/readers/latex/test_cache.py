"""The author block of a manuscript is read again exactly where it changed, and says what a fresh reading says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askfirst_checks.model import Manuscript, Unreadable
from askfirst_checks.readers.latex import cache, read
from askfirst_checks.readers.latex.block.builder import Engine
from askfirst_checks.readers.latex.scan import incremental
from askfirst_checks.words import same

PAPER = r"""\documentclass{article}
\newcommand{\inst}{Technical University, Berlin, Germany}
\author{Anna Beispiel}
\email{anna@example.org}
\affiliation{\inst}
\author{Bernd Muster}
\affiliation{1 Example University, Paris, France}
\orcid{0000-0001-2345-6789}
\correspondingauthor{Anna Beispiel}
\begin{document}
\maketitle
Body.
\end{document}
"""


class Tree:
    """Files in memory."""

    def __init__(self, **files: str) -> None:
        self.files = {name + ".tex": text for name, text in files.items()}

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise Unreadable(same("missing"))
        return self.files[path].encode()

    def exists(self, path: str) -> bool:
        return path in self.files


def fresh(text: str, **more: str) -> Manuscript:
    """A reading that remembers nothing, whatever was read before."""
    stores: list[dict[Any, Any]] = [cache._memories, incremental._found]
    kept = [dict(store) for store in stores]
    for store in stores:
        store.clear()
    try:
        return read(Tree(paper=text, **more), "paper.tex")
    finally:
        for store, before in zip(stores, kept, strict=True):
            store.clear()
            store.update(before)


def again(text: str, **more: str) -> Manuscript:
    """The next reading of the same document."""
    return read(Tree(paper=text, **more), "paper.tex")


def warm(text: str, **more: str) -> None:
    """Read *text* as often as it takes until everything is remembered."""
    cache._memories.clear()
    incremental._found.clear()
    again(text, **more)
    again(text, **more)


CHANGES = [
    ("Body.", "Body, typed on."),
    ("Body.", "Body.\n\\section{One}"),
    ("Body.", "\\author{Bernd Muster}\\affiliation{Body, Paris, France}"),
    ("Anna", "Hanna"),
    ("{Anna", "{ Anna"),
    ("Berlin", "Vienna"),
    ("Paris", "Lyon"),
    ("\\documentclass{article}\n", "\\documentclass{article} "),
    ("\\documentclass{article}\n", "\\documentclass{article}\n\n"),
    ("{article}", "{report}\n%"),
    ("\\affiliation{\\inst}", "\\affiliation{\\inst }"),
    ("\\affiliation{\\inst}", "\\affiliation{\\inst}\n"),
    ("\\author{Anna Beispiel}\n", ""),
    ("\\author{Bernd", "  \\author{Bernd"),
    ("anna@", "muster@"),
    ("\\orcid", "\\author{Clara Probe}\\orcid"),
    ("{Anna Beispiel}\n\\begin", "{Bernd Muster}\n\\begin"),
    ("\\email{anna@example.org}", "\\email{anna@example.org"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_remembered_reading_is_a_fresh_one(old: str, new: str) -> None:
    changed = PAPER.replace(old, new, 1)
    assert changed != PAPER
    expected = fresh(changed)
    warm(PAPER)
    assert again(changed) == expected
    assert again(changed) == expected
    assert again(PAPER) == fresh(PAPER)


def test_an_author_block_in_another_file_is_not_taken_for_unchanged() -> None:
    paper = "\\documentclass{article}\n\\begin{document}\n\\author{\\input{names}}\n\\end{document}\n"
    expected = fresh(paper, names="Bernd Muster")
    warm(paper, names="Anna Beispiel")
    assert again(paper, names="Bernd Muster") == expected


def test_a_macro_that_brings_in_a_file_is_not_taken_for_unchanged() -> None:
    paper = PAPER.replace("Technical University, Berlin, Germany", "\\input{place}")
    warm(paper, place="Berlin, Germany")
    assert again(paper, place="Paris, France") == fresh(paper, place="Paris, France")


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls that an engine reads, by what they say."""
    names: list[str] = []
    for role in ("_author", "_affiliation", "_email", "_orcid", "_note"):

        def step(engine: Engine, call: object, *more: object, _do: object = getattr(Engine, role)) -> None:
            names.append(call.name)  # type: ignore[attr-defined]
            _do(engine, call, *more)  # type: ignore[operator]

        monkeypatch.setattr(Engine, role, step)
    return names


def test_typing_in_the_body_reads_no_author_again(taken: list[str]) -> None:
    warm(PAPER)
    taken.clear()
    assert again(PAPER.replace("Body.", "Body, typed on.")).authors
    assert not taken


def test_typing_in_the_block_reads_it_again(taken: list[str]) -> None:
    warm(PAPER)
    taken.clear()
    changed = PAPER.replace("\\affiliation{\\inst}", "\\affiliation{\\inst x}")
    assert again(changed) == fresh(changed)
    assert taken


def test_a_line_above_moves_the_block() -> None:
    warm(PAPER)
    moved = again("% a line\n" + PAPER)
    assert [author.span.line for author in moved.authors] == [4, 7]
    assert moved == fresh("% a line\n" + PAPER)


def test_a_document_that_is_read_once_notes_nothing_down() -> None:
    cache._memories.clear()
    again(PAPER)
    assert cache._memories == {"paper.tex": None}


def test_no_more_documents_are_remembered_than_a_few() -> None:
    for number in range(20):
        for _ in range(2):
            read(Tree(**{f"paper{number}": PAPER}), f"paper{number}.tex")
    assert len(cache._memories) == cache._DOCUMENTS


CASES = Path(__file__).parent / "cases"
PIECES = [
    "x", " ", "\n", "\n\n", "%", "{", "}", "\\", "$", "é", "~", ",", "1", "a, ", "\\and ", "\\thanks{Example Labs}",
    "\\author{Chol-Su Ri}\n", "\\affiliation{Institute, Pyongyang}\n", "\\email{ri@example.org}", "\\input{part}",
    "\\orcid{0000-0001-2345-6789}", "\\newcommand{\\KIM}{Kim}", "\\corref{cor1}", "\\inst{1}", "\\section{One}",
    "\\begin{abstract}", "\\end{abstract}", "\\begin{comment}", "\\end{comment}", "\\iffalse ", "\\fi ", "[", "]",
    "\\newcommand{\\au}[1]{\\author{#1}}", "\\au{Me You}", "\\endinput", "\\aut", "hor", " %{\n", "\\title{A}",
]  # fmt: skip


def sources() -> Iterator[str]:
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text("utf-8").split("=== ")[1:]:
            head, _, rest = block.partition("\n")
            class_ = head.partition(" :: ")[0]
            source = rest.partition("\n---\n")[0]
            yield f"\\documentclass{{{class_}}}\n\\begin{{document}}\n{source}\n\\maketitle\n\\end{{document}}\n"


@pytest.mark.parametrize("seed", range(4))
def test_edits_in_blocks_of_all_kinds_leave_a_fresh_reading(seed: int) -> None:
    chance = random.Random(seed)
    part = "\\author{Included One}\n\\affiliation{Example University, Oslo, Norway}\n"
    for text in chance.sample(list(sources()), 30):
        cache._memories.clear()
        incremental._found.clear()
        again(text, part=part)
        for _ in range(6):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 0, 3, 9)) :]
            assert again(text, part=part) == fresh(text, part=part), text
