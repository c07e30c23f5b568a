"""What is found again is what a plain search finds, and little is searched for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from askfirst_checks.readers.latex.scan import incremental
from askfirst_checks.readers.latex.scan.scanner import Call, Finder
from askfirst_checks.readers.source.mapped_text import Source, whole

PAPER = r"""\documentclass{article}
\newcommand{\place}{Berlin}
\author[a]{Anna Beispiel}
\affiliation{Example University, Oslo}

\author{Bernd Muster} % \author{Nobody}
\affiliation{Institute}
\begin{document}
\title{A steered junction}
\begin{abstract}We consider a junction.\end{abstract}
\begin{comment}
\author{Nobody}
\end{comment}
\section{One} Words of the body.
\section{Two} More words.
\iffalse \author{Nobody} \fi
\section*{Acknowledgements} We thank.
\end{document}
\author{Nobody}
"""


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    incremental._found.clear()
    yield
    incremental._found.clear()


def told(calls: Iterator[Call]) -> list[tuple[object, ...]]:
    return [call[:5] for call in calls]


def plainly(text: str) -> list[tuple[object, ...]]:
    return told(Finder(whole(Source("paper.tex", text)), frozenset()).calls())


def remembering(text: str) -> Finder:
    return incremental.finder_for(whole(Source("paper.tex", text)), frozenset())


def warm(text: str) -> None:
    for _ in range(2):
        told(remembering(text).calls())


EDITS = [
    ("Words", "Words and words"),
    ("Words of the body.", ""),
    ("Oslo", "Oslo, Norway"),
    ("{Anna", "{Hanna"),
    ("\\author{Bernd", "\\autho{Bernd"),
    ("% \\author", "\\author"),
    ("\\author{Bernd", "% \\author{Bernd"),
    ("\\begin{comment}", "\\begin{abstract}"),
    ("\\end{comment}\n", ""),
    ("\\end{abstract}", ""),
    ("\\iffalse", "\\iftrue"),
    ("\\fi", "\\else"),
    ("Oslo}", "Oslo"),
    ("}\n\n\\author", "}[\n\\author"),
    ("Oslo}\n", "Oslo}{2}\n"),
    ("\\end{document}\n", ""),
    ("\\begin{document}", "\\endinput\n\\begin{document}"),
    ("[a]", "[a"),
    ("\\title{A", "\\title {A"),
    ("\\title{A", "\\title\n\n{A"),
    ("}\n\n\\author{B", "}\n\\author{B"),
    ("\\documentclass{article}\n", ""),
    ("article", "report"),
    ("\\author{Nobody}\n\\end{comment}", "x\n\\end{comment}"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edit_finds_what_a_plain_search_finds(old: str, new: str) -> None:
    assert old in PAPER
    changed = PAPER.replace(old, new, 1)
    warm(PAPER)
    for text in (changed, PAPER, PAPER.replace("Words", "x"), changed):
        finder = remembering(text)
        assert isinstance(finder, incremental.Remembering)
        assert told(finder.calls()) == plainly(text)


def test_the_first_search_notes_nothing_down() -> None:
    told(remembering(PAPER).calls())
    assert list(incremental._found.values()) == [None]


@pytest.mark.parametrize(
    ("old", "new", "most"), [("Words", "Word", 1), ("Bernd", "Bernt", 2), ("article", "report", 2)]
)
def test_an_edit_searches_little(old: str, new: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    warm(PAPER)
    searched = []
    plain_call = Finder._call

    def call(self: Finder, match: object) -> Call:
        searched.append(match)
        return plain_call(self, match)  # type: ignore[arg-type]

    monkeypatch.setattr(Finder, "_call", call)
    assert told(remembering(PAPER.replace(old, new)).calls())
    assert len(searched) <= most


def test_broken_mark_up_is_not_remembered() -> None:
    warm(PAPER.replace("Oslo}", "Oslo"))
    assert list(incremental._found.values()) == [None]


def test_a_search_that_was_broken_off_is_not_remembered() -> None:
    warm(PAPER)
    kept = dict(incremental._found)
    next(remembering(PAPER.replace("Anna", "Hanna")).calls())
    assert incremental._found == kept


def test_no_more_text_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "_SIGNS", 3 * len(PAPER))
    for number in range(10):
        for _ in range(2):
            told(incremental.finder_for(whole(Source(f"{number}.tex", PAPER)), frozenset()).calls())
    assert sum(len(each.text) for each in incremental._found.values() if each) <= 3 * len(PAPER)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", (3, 3, 0)),
        ("abc", "abxc", (2, 3, 1)),
        ("abxc", "abc", (2, 2, -1)),
        ("aaa", "aaaa", (3, 4, 1)),
        ("", "a", (0, 1, 1)),
        ("abc", "xyz", (0, 3, 0)),
    ],
)
def test_where_two_texts_differ(old: str, new: str, expected: tuple[int, int, int]) -> None:
    assert incremental.edited(old, new) == expected
